"""Room: where a few people talk, and the seats in it.

    opening -> open -> closing -> closed          closing -> open, if all want more

`opening` shows the cards, `closing` is the wrap-up. A seat is granted by the round, never taken:
coming -> here -> away -> here | left. Closed is final. The room knows only people's ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from server.domain.negotiation import Negotiations
from server.domain.records import RoomRecord
from server.errors import StaleRoom, WrongPhase
from server.ids import EventId, PersonId, RoomId
from server.protocol.parts import MediaState, Mode, Reason, RoomKind, RoomNote, Seat

Stage = Literal["opening", "open", "closing", "closed"]

NEXT: Mapping[Stage, frozenset[Stage]] = MappingProxyType(
    {
        "opening": frozenset({"open", "closing", "closed"}),
        "open": frozenset({"closing", "closed"}),
        "closing": frozenset({"open", "closed"}),
        "closed": frozenset(),
    }
)

PAIR_GRACE_SECONDS = 20.0
GROUP_GRACE_SECONDS = 45.0
MINIMUM_STAY_SECONDS = 60.0
MINIMUM_STAY_SHARE = 1 / 3
"""Of the round, where that is shorter than three minutes (M15)."""
MORE_SECONDS = 180.0
SAME_SECONDS = 0.001
MEDIA = frozenset({"connected", "audio"})
TEXT = MEDIA | {"text"}
PAIR = 2


@dataclass(slots=True)
class Place:
    """One seat, and how its holder does."""

    person: PersonId
    seat: Seat = "coming"
    granted_at: float = 0.0
    until: float | None = None
    """Until when the seat is kept for one who is coming or away."""
    entered: bool = False
    """Whether the holder's present page has shown the room."""
    dropped: bool = False
    """Left because the grace ended, not by choice: may return while the room is open."""
    media: MediaState = "connecting"
    muted: bool = False
    camera: bool = True
    sharing: bool = False
    more: bool | None = None


@dataclass(slots=True)
class Room:
    """One room of a round."""

    id: RoomId
    event: EventId
    number: int
    round: int
    kind: RoomKind
    language: str | None
    supervised: bool
    epoch: int
    began: float
    deadline: float
    wrap_until: float
    again: bool = False
    notes: tuple[RoomNote, ...] = ()
    bridge: PersonId | None = None
    stage: Stage = "opening"
    extended_until: float | None = None
    closed_at: float | None = None
    prompt: int = 0
    version: int = 0
    alone_since: float | None = None
    waits: dict[PersonId, float] = field(default_factory=dict)
    fits: dict[PersonId, float] = field(default_factory=dict)
    media: dict[PersonId, float] = field(default_factory=dict)
    """Seconds from the seat's beginning until each had sound or picture (M33)."""
    early: int = 0
    """How many left before the time."""
    places: dict[PersonId, Place] = field(default_factory=dict)
    calls: Negotiations = field(default_factory=Negotiations)
    reasons: dict[tuple[PersonId, PersonId], list[Reason]] = field(default_factory=dict)
    """By viewer and room-mate."""

    @property
    def seated(self) -> tuple[PersonId, ...]:
        """Everybody who holds a seat."""
        return tuple(p.person for p in self.places.values() if p.seat != "left")

    @property
    def here(self) -> tuple[PersonId, ...]:
        """Everybody who is in the room right now."""
        return tuple(p.person for p in self.places.values() if p.seat == "here")

    @property
    def told_members(self) -> tuple[RoomNote, ...]:
        """What those in it are told it lacks: the roles a host asked for are not their concern."""
        return tuple(note for note in self.notes if note != "roles")

    @property
    def bridging(self) -> PersonId | None:
        """Who speaks with each of the others, while they are there."""
        return self.bridge if self.bridge in self.seated else None

    @property
    def grace_seconds(self) -> float:
        """How long a seat is kept (M24)."""
        return PAIR_GRACE_SECONDS if len(self.seated) <= PAIR else GROUP_GRACE_SECONDS

    @property
    def more_granted(self) -> bool:
        """Whether the room goes on after the wrap-up because all wanted more."""
        return self.extended_until is not None and self.extended_until > self.wrap_until

    @property
    def ends_at(self) -> float:
        """When the room closes by itself."""
        until = self.extended_until
        return until if until is not None and until > self.wrap_until else self.wrap_until

    def others(self, person: PersonId) -> tuple[PersonId, ...]:
        """Return the room-mates of a person."""
        return tuple(each for each in self.seated if each != person)

    def grant(self, person: PersonId, now: float) -> None:
        """Give a person a seat; it is kept for the grace from the moment the talk begins."""
        self._check_open()
        self.places[person] = Place(person=person, granted_at=now)
        for place in self.places.values():
            if place.seat == "coming":
                place.until = max(now, self.began) + self.grace_seconds

    def check(self, person: PersonId, epoch: int) -> Place:
        """Return the person's seat; raise StaleRoom if there is none or the epoch is another."""
        place = self.places.get(person)
        if place is None or place.seat == "left" or epoch != self.epoch or self.stage == "closed":
            raise StaleRoom("room")
        return place

    def enter(self, person: PersonId) -> bool:
        """Note that the person's page shows the room; False if it did already."""
        place = self.places[person]
        if place.seat == "here":
            return False
        place.seat, place.until, place.entered = "here", None, True
        return True

    def detach(self, person: PersonId, now: float) -> float:
        """Keep the seat of one who lost the connection; return until when."""
        place = self.places[person]
        if place.seat != "away" or place.until is None:
            place.seat, place.until = "away", now + self.grace_seconds
        place.sharing = False
        return place.until

    def attach(self, person: PersonId, now: float, *, fresh: bool) -> None:
        """Take back one who returned; a fresh page has to enter, and connects anew."""
        place = self.places[person]
        if not fresh and place.entered:
            place.seat, place.until = "here", None
            return
        place.seat, place.until = "coming", max(now, self.began) + self.grace_seconds
        if fresh:
            place.entered, place.media = False, "connecting"
            for other in self.others(person):
                self.calls.bump(person, other)

    def readmit(self, person: PersonId, now: float) -> None:
        """Give the seat back to one who was dropped, while the room is open (M24)."""
        self._check_open()
        place = self.places[person]
        place.dropped, place.entered = False, False
        place.seat, place.until = "coming", now + self.grace_seconds
        for other in self.others(person):
            self.calls.bump(person, other)

    def leave(self, person: PersonId, *, dropped: bool = False) -> None:
        """Take the person's seat away."""
        place = self.places[person]
        place.seat, place.until, place.dropped, place.sharing = "left", None, dropped, False

    def may_leave(self, person: PersonId, now: float, round_seconds: float) -> bool:
        """Whether an ordinary leave is in order: after the minimum stay, or if nobody is there."""
        if self.stage == "closing" or self.more_granted or not self._company(person):
            return True
        stay = min(MINIMUM_STAY_SECONDS, round_seconds * MINIMUM_STAY_SHARE)
        return now >= self.began + stay

    def hear(self, person: PersonId, mode: Mode, now: float) -> bool:
        """Note when somebody has sound or picture at last; False if that is known.

        Who came to write has what they came for as soon as their page shows the room.
        """
        place = self.places[person]
        fine = MEDIA if mode != "text" else TEXT
        if person in self.media or place.media not in fine:
            return False
        self.media[person] = max(0.0, now - max(self.began, place.granted_at))
        return True

    def answer(self, person: PersonId, more: bool) -> bool:
        """Note a private answer in the wrap-up; return whether all want more now."""
        if self.stage != "closing":
            raise WrongPhase("the wrap-up is not running")
        self.places[person].more = more
        seated = self.seated
        return len(seated) >= PAIR and all(self.places[each].more is True for each in seated)

    def go_on(self, until: float) -> None:
        """Let the room go on after its wrap-up."""
        self._move("open")
        self.extended_until = until

    def advance(self, now: float) -> bool:
        """Open, or begin the wrap-up, when it is time; return whether something changed."""
        before = self.stage
        if self.stage == "opening" and now >= self.began:
            self._move("open")
        if self.stage == "open" and not self.more_granted and now >= self.deadline:
            self._move("closing")
        return self.stage != before

    def over(self, now: float) -> bool:
        """Whether the room's time has ended."""
        return self.stage != "closed" and now >= self.ends_at

    def shift(self, seconds: float) -> None:
        """Move every time of the room: the clock was stopped."""
        if self.stage == "opening":
            self.began += seconds
        self.deadline += seconds
        self.wrap_until += seconds
        if self.extended_until is not None:
            self.extended_until += seconds

    def lengthen(self, seconds: float) -> None:
        """Move the end along with the round's: more time for all, or taken back."""
        if self.more_granted and self.extended_until is not None:
            self.extended_until += seconds
            return
        self.wrap_until += seconds
        if self.stage != "closing":
            self.deadline += seconds
            if self.extended_until is not None:
                self.extended_until += seconds

    def give(self, seconds: float) -> None:
        """Give this room alone more time; in the wrap-up the talk is taken up again."""
        if self.stage == "closing":
            wrap = self.wrap_until - self.deadline
            self._move("open")
            self.deadline, self.wrap_until = self.wrap_until, self.wrap_until + wrap
            for place in self.places.values():
                place.more = None
        self.lengthen(seconds)
        if not self.more_granted:
            self.extended_until = self.deadline

    def take_back(self, seconds: float, talk_until: float | None) -> None:
        """Undo `give`; the room is like the others again if it ends with them (`talk_until`)."""
        self.lengthen(-seconds)
        if not self.more_granted:
            alike = talk_until is not None and abs(self.deadline - talk_until) < SAME_SECONDS
            self.extended_until = None if alike else self.deadline

    def close(self, now: float) -> None:
        """End the room for good."""
        self._move("closed")
        self.closed_at = now
        for person in self.seated:
            self.leave(person)

    def record(self) -> RoomRecord:
        """Return what must outlive the process."""
        return RoomRecord(
            id=self.id,
            event=self.event,
            number=self.number,
            round=self.round,
            kind=self.kind,
            members=tuple(self.places),
            left=tuple(p.person for p in self.places.values() if p.seat == "left"),
            language=self.language,
            supervised=self.supervised,
            epoch=self.epoch,
            began=self.began,
            deadline=self.deadline,
            again=self.again,
            notes=self.notes,
            bridge=self.bridge,
            extended_until=self.extended_until,
            gens=dict(self.calls.gens),
            closed_at=self.closed_at,
            waits=dict(self.waits),
            fits=dict(self.fits),
            media=dict(self.media),
            early=self.early,
        )

    @classmethod
    def restore(cls, record: RoomRecord, *, now: float, wrap_until: float) -> Room:
        """Return the room as it was, everybody away with the grace counted from now."""
        room = cls(
            id=record.id,
            event=record.event,
            number=record.number,
            round=record.round,
            kind=record.kind,
            language=record.language,
            supervised=record.supervised,
            epoch=record.epoch,
            began=record.began,
            deadline=record.deadline,
            wrap_until=wrap_until,
            again=record.again,
            notes=record.notes,
            bridge=record.bridge,
            extended_until=record.extended_until,
            prompt=record.number,
            places={person: Place(person=person) for person in record.members},
            calls=Negotiations(dict(record.gens)),
            waits=dict(record.waits),
            fits=dict(record.fits),
            media=dict(record.media),
            early=record.early,
        )
        for person in record.left:
            room.leave(person)
        for person in room.seated:
            # The page may well have survived: it comes back without entering once more.
            room.places[person].entered = True
            room.detach(person, now)
        room.advance(now)
        return room

    def _company(self, person: PersonId) -> bool:
        return any(other in self.here for other in self.others(person))

    def _check_open(self) -> None:
        if self.stage == "closed":
            raise WrongPhase("the room is closed")

    def _move(self, to: Stage) -> None:
        if to not in NEXT[self.stage]:
            raise WrongPhase(f"room cannot go from {self.stage} to {to}")
        self.stage = to
