"""Many to few with slots: recruiters, mentors, office hours (M27, M28), and the timetable they keep.

One rule: nobody is in two places in one slot, meets the same host twice, or is asked beyond what
they gave: a guest's `most`, a host's budget, the slots both named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from matching import snapshot
from matching.assignment import assign
from matching.errors import BadRules, DuplicateCandidate
from matching.language import Mask, common_language
from matching.prices import Prices, host_prices
from matching.rules import Rules
from matching.score import Matrix
from matching.types import Candidate, History

Counts = npt.NDArray[np.intp]

EVERYBODY_FIRST = 2.0
"""What a guest's first talk counts beside its score: more than any second one can."""

FORBIDDEN = 0.0


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who would like talks: when they can come, and how many they want at most."""

    candidate: Candidate
    free: frozenset[int]
    most: int = 3


@dataclass(frozen=True, slots=True)
class SlotHost:
    """Somebody who gives talks, one a slot: when, and how many at most in all (M28; None: all)."""

    candidate: Candidate
    free: frozenset[int]
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """One talk of the timetable."""

    slot: int
    host: str
    guest: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """All talks, by slot. `score` is their sum, `bound` what no timetable can exceed.

    without: guests who got no talk.
    """

    appointments: tuple[Appointment, ...]
    without: tuple[str, ...]
    score: float
    bound: float


@dataclass(frozen=True, slots=True)
class Wishes:
    """The same as arrays. worth: guests by hosts, 0 where two may not meet. free: by slot."""

    worth: Matrix
    guest_free: Mask
    host_free: Mask
    most: Counts
    budget: Counts

    def together(self) -> Matrix:
        """worth where two also share a slot."""
        shared = (self.guest_free.astype(np.intp) @ self.host_free.astype(np.intp).T) > 0
        return np.where(shared, self.worth, FORBIDDEN)

    def room(self) -> Counts:
        """Talks each host can give at all."""
        return np.asarray(np.minimum(self.budget, self.host_free.sum(1)), dtype=np.intp)


Talk = tuple[int, int, int]
"""Slot, guest and host, by index."""


def plan_slots(  # noqa: PLR0913 - who, what lies between them, the rules, the slots, the lot
    guests: Sequence[Guest],
    hosts: Sequence[SlotHost],
    history: History,
    rules: Rules,
    *,
    slots: int,
    seed: int,
    everybody_first: bool = True,
) -> Timetable:
    """The timetable; with `everybody_first` nobody has a second talk whose seat could be a first.

    Raises DuplicateCandidate, and BadRules for slots that are none.
    """
    _check(guests, hosts, slots)
    people = [*(g.candidate for g in guests), *(h.candidate for h in hosts)]
    snap = snapshot.take(people, history, rules, seed=seed)
    place = {c.id: i for i, c in enumerate(snap.people)}
    rows = sorted(guests, key=lambda g: place[g.candidate.id])
    columns = sorted(hosts, key=lambda h: place[h.candidate.id])
    block = np.ix_([place[g.candidate.id] for g in rows], [place[h.candidate.id] for h in columns])
    may = snap.pairs[block] & ~snap.met[block]
    wishes = Wishes(
        worth=np.where(may, snap.score[block] + snap.noise[block], FORBIDDEN),
        guest_free=_by_slot([g.free for g in rows], slots),
        host_free=_by_slot([h.free for h in columns], slots),
        most=np.array([g.most for g in rows], dtype=np.intp),
        budget=np.array([slots if h.budget is None else h.budget for h in columns], dtype=np.intp),
    )
    talks, bound = arrange(wishes, everybody_first=everybody_first)
    return _told(talks, rows, columns, wishes, rules, bound)


def arrange(wishes: Wishes, *, everybody_first: bool) -> tuple[list[Talk], float]:
    """The best of several timetables, each made slot by slot, and the bound on all of them."""
    if wishes.worth.size == 0 or wishes.guest_free.shape[1] == 0:
        return [], 0.0
    prices = host_prices(wishes.together(), wishes.most, wishes.room())
    plain = Prices(np.zeros(len(wishes.most)), np.zeros(len(wishes.budget)), prices.bound)
    first = EVERYBODY_FIRST if everybody_first else 0.0
    tries = [_slot_by_slot(wishes, leaning, first) for leaning in (plain, prices)]

    def merit(talks: list[Talk]) -> tuple[int, float]:
        served = len({guest for _, guest, _ in talks}) if everybody_first else 0
        return served, sum(float(wishes.worth[g, h]) for _, g, h in talks)

    return max(tries, key=merit), prices.bound


def _slot_by_slot(wishes: Wishes, prices: Prices, first: float) -> list[Talk]:
    """The slots with fewest possible talks first; what a price kept back is filled in at the end."""
    state = _State(wishes, first)
    reach = wishes.guest_free.sum(0) * wishes.host_free.sum(0)
    order = np.argsort(reach, kind="stable").tolist()
    for leaning in (prices, None):
        for slot in order:
            state.fill(slot, leaning)
    return sorted(state.talks)


class _State:
    """A timetable in the making."""

    def __init__(self, wishes: Wishes, first: float) -> None:
        self.wishes = wishes
        self.first = first
        self.talks: list[Talk] = []
        self.worth = wishes.worth.copy()
        self.left = wishes.most.copy()
        self.room = wishes.budget.copy()
        self.guest_free = wishes.guest_free.copy()
        self.host_free = wishes.host_free.copy()

    def fill(self, slot: int, prices: Prices | None) -> None:
        """The best talks of one slot among those who still can."""
        guests = np.flatnonzero(self.guest_free[:, slot] & (self.left > 0))
        hosts = np.flatnonzero(self.host_free[:, slot] & (self.room > 0))
        if not len(guests) or not len(hosts):
            return
        block = np.ix_(guests, hosts)
        gain = self.worth[block]
        may = gain > 0
        new = self.left[guests] == self.wishes.most[guests]
        gain = gain + self.first * new[:, None]
        if prices is not None:
            gain = gain - prices.guests[guests][:, None] - prices.hosts[hosts][None, :]
        gain = np.where(may, np.maximum(gain, 0.0), 0.0)
        for a, b in zip(*assign(gain), strict=True):
            if gain[a, b] > 0:
                self._book(slot, int(guests[a]), int(hosts[b]))

    def _book(self, slot: int, guest: int, host: int) -> None:
        self.talks.append((slot, guest, host))
        self.worth[guest, host] = FORBIDDEN
        self.left[guest] -= 1
        self.room[host] -= 1
        self.guest_free[guest, slot] = self.host_free[host, slot] = False


def _check(guests: Sequence[Guest], hosts: Sequence[SlotHost], slots: int) -> None:
    ids = sorted([*(g.candidate.id for g in guests), *(h.candidate.id for h in hosts)])
    for person, following in pairwise(ids):
        if person == following:
            raise DuplicateCandidate(person)
    named = frozenset().union(*(g.free for g in guests), *(h.free for h in hosts))
    if slots < 0 or any(not 0 <= slot < slots for slot in named):
        raise BadRules("slots.free", f"names a slot that is not one of {slots}")
    if any(g.most < 0 for g in guests) or any((h.budget or 0) < 0 for h in hosts):
        raise BadRules("slots.most", "must be 0 or more")


def _by_slot(free: Sequence[frozenset[int]], slots: int) -> Mask:
    mask = np.zeros((len(free), slots), dtype=np.bool_)
    for row, named in enumerate(free):
        mask[row, sorted(named)] = True
    return mask


def _told(
    talks: Sequence[Talk],
    guests: Sequence[Guest],
    hosts: Sequence[SlotHost],
    wishes: Wishes,
    rules: Rules,
    bound: float,
) -> Timetable:
    booked = []
    for slot, g, h in talks:
        guest, host = guests[g].candidate, hosts[h].candidate
        language = common_language([guest, host], rules)
        booked.append(Appointment(slot, host.id, guest.id, language))
    served = {g for _, g, _ in talks}
    return Timetable(
        appointments=tuple(sorted(booked, key=lambda a: (a.slot, a.host))),
        without=tuple(sorted(x.candidate.id for i, x in enumerate(guests) if i not in served)),
        score=float(sum(wishes.worth[g, h] for _, g, h in talks)),
        bound=bound,
    )
