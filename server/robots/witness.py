"""What one client saw, and whether it was right: rules that anybody can check from their own stream.

Rule: it judges only by what the server sent to this one client.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from server.ids import PersonId, RoomId
from server.protocol import server as s

TOGETHER = ("here", "coming")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat as it was told to one person."""

    person: PersonId
    seat: s.RoundSeat
    heard_at: float


@dataclass(slots=True)
class Witness:
    """One person's view of an evening."""

    person: PersonId
    sittings: list[Sitting] = field(default_factory=list)
    benches: dict[int, s.RoundBench] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    blocked: set[PersonId] = field(default_factory=set)
    absent: list[tuple[float, float | None]] = field(default_factory=list)
    """When this client had no connection."""
    waits: list[float] = field(default_factory=list)
    alone_longest: float = 0.0
    repeats: int = 0
    mutual: set[str] = field(default_factory=set)
    connected_after: dict[RoomId, float] = field(default_factory=dict)
    """Seconds from the start of a room until this side reported media."""
    left_early: int = 0
    _met: dict[PersonId, int] = field(default_factory=dict)
    """Who was met, as the server says, and in which round."""
    _room: RoomId | None = None
    _epoch: int = 0
    _alone_since: float | None = None
    _free_since: float | None = None

    def see(self, message: s.ServerMessage, now: float) -> None:
        """Take in one message at server time `now`."""
        match message:
            case s.Welcome() | s.Resync() | s.SessionElsewhere():
                self._room = None
                self._alone_since = None
            case s.MeetingState():
                self._met.update({meeting.card.id: meeting.round for meeting in message.meetings})
            case s.MixerState():
                self._see_mixer(message, now)
            case s.RoundSeat():
                self._see_seat(message, now)
            case s.RoundBench():
                self.benches[message.round] = message
            case s.RoomState():
                self._see_room(message, now)
            case s.RoomClosed():
                self._see_end(message, now)
            case s.MeetingMutual():
                self.mutual.add(message.meeting)
            case _:
                pass

    def free(self, now: float) -> None:
        """Note that the person is ready and has no room."""
        if self._free_since is None:
            self._free_since = now

    def busy(self) -> None:
        """Note that the person does not want a room now."""
        self._free_since = None

    def went(self, now: float) -> None:
        """Note that the connection is gone."""
        self.absent.append((now, None))
        self._alone_since = None

    def came(self, now: float) -> None:
        """Note that the connection is back."""
        if self.absent and self.absent[-1][1] is None:
            self.absent[-1] = (self.absent[-1][0], now)

    def was_there(self, begin: float, end: float) -> bool:
        """Whether the connection stood all that time."""
        return all((until is not None and until < begin) or at > end for at, until in self.absent)

    def _see_mixer(self, mixer: s.MixerState, now: float) -> None:
        if mixer.epoch < self._epoch:
            self.violations.append(f"epoch went back from {self._epoch} to {mixer.epoch}")
        self._epoch = max(self._epoch, mixer.epoch)
        if mixer.phase == "closed":
            self._end_alone(now)
            self._free_since = None

    def _see_seat(self, seat: s.RoundSeat, now: float) -> None:
        if any(each.seat.room == seat.room for each in self.sittings):
            return  # told again after a reconnect
        if self._room is not None and self._room != seat.room:
            self.violations.append(f"seat in {seat.room} while still in {self._room}")
        if not seat.starts_at < seat.deadline:
            self.violations.append(f"seat in {seat.room} ends before it begins")
        if not seat.partners:
            self.violations.append(f"seat in {seat.room} with nobody")
        self._judge_partners(seat)
        self.sittings.append(Sitting(self.person, seat, now))
        if self._free_since is not None:
            self.waits.append(max(0.0, seat.starts_at - self._free_since))
            self._free_since = None

    def _judge_partners(self, seat: s.RoundSeat) -> None:
        for card in seat.partners:
            if card.id == self.person:
                self.violations.append(f"seated with oneself in {seat.room}")
            if card.id in self.blocked:
                self.violations.append(f"seated with a blocked person in {seat.room}")
            if card.id in self._met and self._met[card.id] < seat.round:
                self.repeats += 1
                if not seat.again:
                    self.violations.append(f"met {card.id} again in {seat.room}, untold")

    def _see_room(self, room: s.RoomState, now: float) -> None:
        if self._room is not None and self._room != room.room:
            self.violations.append(f"in {room.room} and {self._room} at once")
        self._room = room.room
        for member in room.members:
            if member.card.id in self.blocked and member.seat in TOGETHER:
                self.violations.append(f"in {room.room} with a blocked person")
        if any(member.seat in TOGETHER for member in room.members):
            self._end_alone(now)
        elif self._alone_since is None:
            self._alone_since = now

    def _see_end(self, end: s.RoomClosed, now: float) -> None:
        if self._room == end.room:
            self._room = None
            self._end_alone(now)

    def _end_alone(self, now: float) -> None:
        if self._alone_since is not None:
            self.alone_longest = max(self.alone_longest, now - self._alone_since)
            self._alone_since = None
