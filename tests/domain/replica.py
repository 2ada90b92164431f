"""A client that believes only what it is sent: a snapshot, then pushes. Used by the simulation."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from server.protocol import server as s
from server.protocol.parts import ChatLine, Presence

LINES = 200


@dataclass
class Replica:
    """What one client knows."""

    presence: s.PresenceState | None = None
    people: dict[str, Presence] = field(default_factory=dict)
    mixer: s.MixerState | None = None
    you: s.YouState | None = None
    profile: s.ProfileState | None = None
    meetings: s.MeetingState | None = None
    board: s.HostBoard | None = None
    rehearsal: s.HostRehearsal | None = None
    room: s.RoomState | None = None
    seat: s.RoundSeat | None = None
    bench: s.RoundBench | None = None
    pool: s.PoolState | None = None
    lounge: list[ChatLine] = field(default_factory=list)
    talk: list[ChatLine] = field(default_factory=list)
    closed: list[s.RoomClosed] = field(default_factory=list)
    mutual: set[str] = field(default_factory=set)

    def restart(self, pushes: list[s.Push]) -> None:
        """Forget everything and take a snapshot."""
        self.__init__()  # type: ignore[misc]
        for push in pushes:
            self.apply(push)

    def apply(self, push: s.Push) -> None:  # noqa: C901 - one case a message
        """Take one push; a gap in versions is an error."""
        match push:
            case s.PresenceState():
                self.presence = push
                self.people = {each.card.id: each for each in push.people}
            case s.PresenceDiff() | s.PresenceCount():
                self._presence(push)
            case s.MixerState():
                newer(self.mixer, push)
                assert self.mixer is None or push.epoch >= self.mixer.epoch
                self.mixer = push
            case s.YouState():
                newer(self.you, push)
                self.you = push
            case s.ProfileState():
                self.profile = push
            case s.MeetingState():
                newer(self.meetings, push)
                self.meetings = push
            case s.HostBoard():
                newer(self.board, push)
                self.board = push
            case s.HostRehearsal():
                newer(self.rehearsal, push)
                self.rehearsal = push
            case s.PoolState():
                newer(self.pool, push)
                self.pool = push
            case s.RoundSeat():
                assert self.room is None or self.room.room == push.room, "a seat on top of a seat"
                self.seat, self.room, self.bench, self.talk = push, None, None, []
            case s.RoundBench():
                assert self.room is None, "benched while in a room"
                self.bench = push
            case s.RoomState():
                assert self.seat is not None, "a room without a seat"
                assert self.seat.room == push.room, "state of another room"
                newer(self.room, push)
                self.room = push
            case s.RoomClosed():
                self.closed.append(push)
                if self.seat is not None and self.seat.room == push.room:
                    self.room = self.seat = None
                    self.talk = []
            case s.ChatState():
                if push.room is None:
                    self.lounge = list(push.lines)
                else:
                    self.talk = list(push.lines)
            case s.ChatMessage():
                lines = self.lounge if push.line.room is None else self.talk
                lines.append(push.line)
                del lines[:-LINES]
            case s.MeetingMutual():
                self.mutual.add(push.meeting)
            case s.Offered() | s.Answered() | s.Candidate():
                assert self.room is not None
                assert push.room == self.room.room
                gens = {each.card.id: each.gen for each in self.room.members}
                assert gens.get(push.sender) == push.gen, "a signal of another generation"
            case _:
                pass

    def _presence(self, push: s.PresenceDiff | s.PresenceCount) -> None:
        known = self.presence
        assert known is not None, "a change before the list"
        assert push.epoch == known.epoch
        assert push.pv == known.v, f"gap: {known.v} -> {push.pv}"
        assert push.v == push.pv + 1
        if isinstance(push, s.PresenceCount):
            self.presence = msgspec.structs.replace(
                known, v=push.v, total=push.total, zones=push.zones
            )
            return
        for each in push.put:
            self.people[each.card.id] = each
        for gone in push.gone:
            self.people.pop(gone, None)
        self.presence = msgspec.structs.replace(known, v=push.v, total=push.total)

    def same_as(self, other: Replica) -> list[str]:
        """Return where this client and a fresh one differ."""
        pairs = {
            "people": (self.people, other.people),
            "presence": (_bare(self.presence), _bare(other.presence)),
            "mixer": (self.mixer, other.mixer),
            "you": (_unversioned(self.you), _unversioned(other.you)),
            "pool": (_unversioned(self.pool), _unversioned(other.pool)),
            "profile": (self.profile, other.profile),
            "meetings": (self.meetings, other.meetings),
            "room": (self.room, other.room),
            "seat": (self.seat and self.seat.room, other.seat and other.seat.room),
            "lounge": (self.lounge, other.lounge),
            "talk": (self.talk, other.talk),
            "rehearsal": (self.rehearsal, other.rehearsal),
            "board": (_unversioned(self.board), _unversioned(other.board)),
        }
        return [f"{name}: {told(a)} != {told(b)}" for name, (a, b) in pairs.items() if a != b]


def told(value: object) -> str:
    """Return a value as it travels."""
    return msgspec.json.encode(value).decode()


def newer(old: s.Push | None, new: s.Push) -> None:
    """Assert that versions of a state grow."""
    if old is not None:
        assert new.v >= old.v, f"{type(new).__name__} went back"  # type: ignore[union-attr]


def _bare(state: s.PresenceState | None) -> tuple[object, ...] | None:
    return None if state is None else (state.epoch, state.v, state.total, state.zones)


def _unversioned(state: s.YouState | s.HostBoard | s.PoolState | None) -> object:
    return None if state is None else msgspec.structs.replace(state, v=0)
