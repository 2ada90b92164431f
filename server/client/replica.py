"""A client's copy of what it may know, kept up by snapshots and diffs.

Rule: it never guesses. A diff that does not fit what is known is noted in `faults`, and the state
is stale until the next whole one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from server.ids import PersonId
from server.protocol import server as s
from server.protocol.parts import ChatLine, Meeting, Presence

KEPT = 200
"""How many lines and notices are kept."""


@dataclass(slots=True)
class Replica:
    """The state of one client. Everything is None or empty until it was told."""

    welcome: s.Welcome | None = None
    here: bool = False
    profile: s.ProfileState | None = None
    mixer: s.MixerState | None = None
    you: s.YouState | None = None
    people: dict[PersonId, Presence] = field(default_factory=dict)
    total: int = 0
    zones: dict[str, int] = field(default_factory=dict)
    seat: s.RoundSeat | None = None
    bench: s.RoundBench | None = None
    pool: s.PoolState | None = None
    """The place in the pool, and who is proposed."""
    room: s.RoomState | None = None
    closed: s.RoomClosed | None = None
    """How the last room ended."""
    meetings: dict[str, Meeting] = field(default_factory=dict)
    mutual: list[s.MeetingMutual] = field(default_factory=list)
    lounge: list[ChatLine] = field(default_factory=list)
    room_chat: list[ChatLine] = field(default_factory=list)
    board: s.HostBoard | None = None
    rehearsal: s.HostRehearsal | None = None
    notices: list[s.Notice] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stale: bool = False
    presence_v: int = 0
    presence_epoch: int = 0

    def apply(self, message: s.ServerMessage) -> None:
        """Take in one message."""
        match message:
            case s.Welcome():
                self._forget_moment()
                self.welcome, self.here = message, message.here
            case s.Resync():
                self._forget_moment()
            case s.SessionElsewhere():
                self._change_page(message.here)
            case s.PresenceState() | s.PresenceDiff() | s.PresenceCount():
                self._apply_presence(message)
            case s.RoundSeat() | s.RoundBench() | s.RoomState() | s.RoomClosed():
                self._apply_room(message)
            case s.ChatState() | s.ChatMessage():
                self._apply_chat(message)
            case _:
                self._apply_whole(message)

    def _apply_whole(self, message: s.ServerMessage) -> None:
        match message:
            case s.ProfileState():
                self.profile = message
            case s.MixerState():
                self.mixer = message
            case s.YouState():
                self.you = message
            case s.PoolState():
                self.pool = message
            case s.MeetingState():
                self.meetings = {meeting.id: meeting for meeting in message.meetings}
            case s.MeetingMutual():
                self.mutual.append(message)
            case s.HostBoard():
                self.board = message
            case s.HostRehearsal():
                self.rehearsal = message
            case s.Notice():
                self.notices = [*self.notices, message][-KEPT:]
            case _:
                pass

    def _apply_presence(self, message: s.PresenceState | s.PresenceDiff | s.PresenceCount) -> None:
        if isinstance(message, s.PresenceState):
            self.people = {each.card.id: each for each in message.people}
            self.zones = message.zones
            self.stale = False
        elif self.stale:
            return
        elif (message.epoch, message.pv) != (self.presence_epoch, self.presence_v):
            self.stale = True
            self.faults.append(
                f"presence: {message.pv} of {message.epoch} does not follow "
                f"{self.presence_v} of {self.presence_epoch}"
            )
            return
        elif isinstance(message, s.PresenceDiff):
            self.people.update((each.card.id, each) for each in message.put)
            for person in message.gone:
                self.people.pop(person, None)
        else:
            self.zones = message.zones
        self.total = message.total
        self.presence_v, self.presence_epoch = message.v, message.epoch

    def _apply_room(self, message: s.RoundSeat | s.RoundBench | s.RoomState | s.RoomClosed) -> None:
        match message:
            case s.RoundSeat():
                self.seat, self.bench = message, None
            case s.RoundBench():
                self.bench = message
            case s.RoomState():
                if self.room is None or self.room.room != message.room:
                    self.room_chat = []
                    self.closed = None
                elif message.epoch < self.room.epoch:
                    return
                self.room = message
            case s.RoomClosed():
                if self.room is not None and self.room.room == message.room:
                    self.room = None
                if self.seat is not None and self.seat.room == message.room:
                    self.seat = None
                self.closed = message

    def _apply_chat(self, message: s.ChatState | s.ChatMessage) -> None:
        if isinstance(message, s.ChatState):
            if message.room is None:
                self.lounge = list(message.lines)
            else:
                self.room_chat = list(message.lines)
        elif message.line.room is None:
            self.lounge = [*self.lounge, message.line][-KEPT:]
        else:
            self.room_chat = [*self.room_chat, message.line][-KEPT:]

    def _change_page(self, here: bool) -> None:
        self.here = here
        if not here:
            self.seat = self.room = None

    def _forget_moment(self) -> None:
        self.seat = self.room = self.bench = None
        self.room_chat = []
        self.stale = False
