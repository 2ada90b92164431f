"""The floor of an evening: all its machines side by side, and what the present step has changed.

One rule: a machine holds no reference to another; whatever concerns two of them is decided by a
function that is handed the floor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from matching.eligible import Fit
from matching.rules import Rules
from matching.types import Candidate, History, Pair
from server.domain.board import UndoList
from server.domain.changes import Changes
from server.domain.chat import Chat
from server.domain.ledger import Ledger
from server.domain.meeting import Meetings
from server.domain.mixer import Mixer, PlanDesk
from server.domain.moderation import Moderation
from server.domain.people import Attendee, candidate
from server.domain.pool import Pool
from server.domain.rehearsals import RehearsalDesk
from server.domain.room import Room
from server.errors import NotAllowed, NotFound, StaleRoom
from server.ids import EventId, PersonId, RoomId


@dataclass(slots=True)
class Versions:
    """Version numbers of the states that are sent; they go on across a restart."""

    base: int
    """Milliseconds of the opening: larger than anything an earlier process has sent."""
    bumps: dict[str, int] = field(default_factory=dict)

    def of(self, what: str) -> int:
        """Return the present version."""
        return self.base + self.bumps.get(what, 0)

    def next(self, what: str) -> int:
        """Begin a new version and return it."""
        self.bumps[what] = self.bumps.get(what, 0) + 1
        return self.of(what)


@dataclass(slots=True)
class Floor:
    """Everything there is to an evening."""

    mixer: Mixer
    rules: Rules
    bars: Moderation
    meetings: Meetings
    chat: Chat
    undo: UndoList
    versions: Versions
    people: dict[PersonId, Attendee] = field(default_factory=dict)
    rooms: dict[RoomId, Room] = field(default_factory=dict)
    """Rooms that are not closed."""
    pool: Pool = field(default_factory=Pool)
    queue: list[PersonId] = field(default_factory=list)
    """Who waits for a place, in order."""
    list_at: float | None = None
    """When the next place may be free, while somebody waits for one."""
    desk: PlanDesk = field(default_factory=PlanDesk)
    rehearsals: RehearsalDesk = field(default_factory=RehearsalDesk)
    parted: set[Pair] = field(default_factory=set)
    """Who parted in this round: not put together again before the next one."""
    ledger: Ledger = field(default_factory=Ledger)
    place_at: float | None = None
    """When those without a seat are looked after next (M12)."""
    tried: object = None
    """The situation in which that was done last without anything left to do."""
    eligible: dict[PersonId, Fit] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)

    @property
    def id(self) -> EventId:
        """The event's id."""
        return self.mixer.record.id

    def person(self, person: PersonId | None) -> Attendee:
        """Return somebody of the event. Raises NotFound."""
        found = None if person is None else self.people.get(person)
        if found is None or found.record.removed:
            raise NotFound("person")
        return found

    def insider(self, person: PersonId) -> Attendee:
        """Return somebody who has been let in. Raises NotFound, NotAllowed."""
        found = self.person(person)
        if found.record.held:
            raise NotAllowed("held")
        return found

    def someone_else(self, actor: PersonId, other: PersonId) -> Attendee:
        """Return another person whom the actor may know of. Raises NotFound, NotAllowed."""
        self.insider(actor)
        found = self.person(other)
        if actor == other or found.record.held:
            raise NotFound("person")
        return found

    def room_of(self, person: PersonId) -> Room | None:
        """Return the room in which the person holds a seat."""
        attendee = self.people.get(person)
        return None if attendee is None or attendee.room is None else self.rooms.get(attendee.room)

    def own_room(self, person: PersonId, room: RoomId) -> Room:
        """Return the named room if the person holds a seat in it. Raises StaleRoom."""
        own = self.room_of(person)
        if own is None or own.id != room:
            raise StaleRoom("room")
        return own

    def staying(self) -> Iterator[Attendee]:
        """Walk over everybody who was not removed."""
        # A copy: who is here may be asked while a step of a large event runs in a thread.
        return (each for each in list(self.people.values()) if not each.record.removed)

    def audience(self) -> tuple[PersonId, ...]:
        """Return everybody who may be listening, those before the door included."""
        return tuple(each.id for each in self.staying() if each.seen)

    def inside(self) -> tuple[PersonId, ...]:
        """Return everybody who may be listening and has been let in."""
        return tuple(each.id for each in self.staying() if each.seen and not each.record.held)

    def plannable(self) -> list[Attendee]:
        """Return who can be given a seat now (M1)."""
        return [each for each in self.people.values() if each.plannable]

    def candidates(self, people: list[Attendee], now: float) -> tuple[Candidate, ...]:
        """Return these people as the matcher sees them."""
        return tuple(candidate(each, now) for each in people)

    def history(self) -> History:
        """Return what lies between people."""
        return History(
            met=self.meetings.met_pairs, barred=self.bars.barred, again=self.meetings.wished
        )

    def seed(self, salt: int) -> int:
        """Return a seed for one decision of this event (M31)."""
        return (self.mixer.record.seed * 1_000_003 + salt) % 2**31

    def save_person(self, person: Attendee, **fields: object) -> None:
        """Change a person's record, to be written with this step."""
        person.change(**fields)
        self.changes.people.add(person.id)

    def replan(self) -> None:
        """Note that who can be planned has changed (M17)."""
        self.desk.stale = True
