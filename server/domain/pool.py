"""Pool: who waits to meet somebody now, and who has been proposed to whom (M13).

    queued -> proposed -> accepted -> seated        proposed | accepted -> queued

Declining costs nothing; an unanswered proposal is a miss, and after two a ticket rests until its
holder asks again. Whoever is let down keeps their time and comes first. The pool knows only ids:
who may be proposed to whom is the matcher's to say, and the floor's to check once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from matching.wave import DEFAULT_POOL, Waiting
from server.domain.reasons import Reasons
from server.errors import NotFound
from server.ids import PersonId
from server.protocol.parts import RoomKind

ACCEPT_SECONDS = 30.0
WAVE_SECONDS = 1.0
PATIENCE_SECONDS = 5.0
"""A wave that is not answered by then may be asked for again."""
APART_SECONDS = 600.0
"""Who declined each other, or did not answer, is not proposed again for so long."""
RATE_SECONDS = 300.0
MOST_JOINS = 500
PARK_AFTER = DEFAULT_POOL.park_after

Pair = frozenset[PersonId]


@dataclass(slots=True)
class Place:
    """One person's place in the pool."""

    person: PersonId
    since: float
    misses: int = 0
    first: bool = False
    match: int | None = None
    lounge: bool = False
    outlook: Waiting | None = None

    @property
    def rests(self) -> bool:
        """Whether proposals went by unanswered, so that none is made."""
        return self.misses >= PARK_AFTER


@dataclass(slots=True)
class Proposal:
    """People who were proposed to each other."""

    id: int
    kind: RoomKind
    members: tuple[PersonId, ...]
    language: str | None
    until: float
    reasons: Reasons = field(default_factory=dict)
    accepted: set[PersonId] = field(default_factory=set)
    basis: tuple[object, ...] = ()
    """All that it was last judged by, so that it is judged anew only when that has changed."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A proposal that came to nothing: who was let down, and who did not answer."""

    id: int
    let_down: tuple[PersonId, ...]
    unanswered: tuple[PersonId, ...]


@dataclass(slots=True)
class Pool:
    """All places and proposals of one event."""

    places: dict[PersonId, Place] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    apart: dict[Pair, float] = field(default_factory=dict)
    """Until when two people are not proposed to each other."""
    joins: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_JOINS))
    made: int = 0
    """Number of the newest proposal."""
    ask: int = 0
    """Number of the newest wave asked for."""
    asked_at: float | None = None
    waved_at: float | None = None

    def join(self, person: PersonId, now: float) -> None:
        """Give a place, or take a resting one up again; whoever waits goes on waiting."""
        place = self.places.get(person)
        if place is not None:
            place.misses = 0
            return
        self.places[person] = Place(person, now)
        self.joins.append(now)

    def leave(self, person: PersonId, now: float) -> Ended | None:
        """Take the place away; a proposal that needs the person ends."""
        place = self.places.pop(person, None)
        if place is None or place.match is None:
            return None
        return self._part(self.proposals[place.match], (person,), now, missed=())

    def queued(self, now: float) -> list[Place]:
        """Return who waits without a proposal."""
        self.apart = {pair: until for pair, until in self.apart.items() if until > now}
        return [place for place in self.places.values() if place.match is None]

    def rate(self, now: float) -> float:
        """Return how many come a second, over the last minutes."""
        recent = [at for at in self.joins if at > now - RATE_SECONDS]
        return len(recent) / RATE_SECONDS

    def wave_at(self) -> float | None:
        """Return when the next wave is to be asked for; None while nobody waits for one."""
        waits = sum(place.match is None and not place.rests for place in self.places.values())
        if not waits:
            return None
        if self.asked_at is not None:
            return self.asked_at + PATIENCE_SECONDS
        return 0.0 if self.waved_at is None else self.waved_at + WAVE_SECONDS

    def request(self, now: float) -> int:
        """Note that a wave was asked for; return its number."""
        self.ask += 1
        self.asked_at = self.waved_at = now
        return self.ask

    def answer(self, ask: int, waiting: Iterable[Waiting]) -> bool:
        """Take the newest wave's outlooks; False for an older one."""
        if ask != self.ask or self.asked_at is None:
            return False
        self.asked_at = None
        for entry in waiting:
            place = self.places.get(PersonId(entry.id))
            if place is not None:
                place.outlook = entry
        return True

    def propose(
        self, members: Iterable[PersonId], kind: RoomKind, language: str | None, now: float
    ) -> Proposal:
        """Propose people who wait to each other."""
        self.made += 1
        proposal = Proposal(self.made, kind, tuple(members), language, now + ACCEPT_SECONDS)
        self.proposals[proposal.id] = proposal
        for person in proposal.members:
            self.places[person].match = proposal.id
        return proposal

    def accept(self, person: PersonId, match: int) -> Proposal | None:
        """Take a person's yes; return the proposal if all have said so. Raises NotFound."""
        proposal = self._own(person, match)
        proposal.accepted.add(person)
        return proposal if len(proposal.accepted) == len(proposal.members) else None

    def decline(self, person: PersonId, match: int, now: float) -> Ended:
        """Take a person's no, which costs nothing. Raises NotFound."""
        return self._part(self._own(person, match), (person,), now, missed=())

    def seat(self, proposal: Proposal) -> None:
        """Take the places of people who now have a room."""
        self.proposals.pop(proposal.id, None)
        for person in proposal.members:
            self.places.pop(person, None)

    def expire(self, now: float) -> list[Ended]:
        """End the proposals whose time is over."""
        over = [each for each in self.proposals.values() if now >= each.until]
        return [
            self._part(
                each,
                missed := tuple(m for m in each.members if m not in each.accepted),
                now,
                missed,
            )
            for each in over
        ]

    def dissolve(self, proposal: Proposal, now: float) -> Ended:
        """End a proposal that may no longer be; nobody is to blame."""
        return self._part(proposal, (), now, missed=())

    def times(self) -> Iterator[float]:
        """Every time at which something is due."""
        yield from (each.until for each in self.proposals.values())
        at = self.wave_at()
        if at is not None:
            yield at

    def _own(self, person: PersonId, match: int) -> Proposal:
        proposal = self.proposals.get(match)
        if proposal is None or person not in proposal.members:
            raise NotFound("match")
        return proposal

    def _part(
        self,
        proposal: Proposal,
        causes: tuple[PersonId, ...],
        now: float,
        missed: tuple[PersonId, ...],
    ) -> Ended:
        """Put everybody back where they were; `causes` are those because of whom it ended."""
        del self.proposals[proposal.id]
        for person in proposal.members:
            place = self.places.get(person)
            if place is None:
                continue
            place.match = None
            place.misses += person in missed
            place.first = place.first or person not in causes
        self._keep_apart(proposal, causes, now)
        let_down = tuple(p for p in proposal.members if p not in causes and p in self.places)
        return Ended(proposal.id, let_down, missed)

    def _keep_apart(self, proposal: Proposal, causes: tuple[PersonId, ...], now: float) -> None:
        for cause in causes:
            for other in proposal.members:
                if other != cause:
                    self.apart[frozenset((cause, other))] = now + APART_SECONDS
