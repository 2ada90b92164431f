"""Rooms for people who are never alone with one other: supervised ones (M5), and who asked for it.

One rule, which no setting reaches: a supervised person sits in a group of 3 to 5 with a verified
ambassador, no recruiter, townspeople only beside staff, one language common to all - or on the
bench. Groups are built greedily from the person hardest to seat, several times over in different
orders, and the best attempt is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.rules import LARGEST_GROUP, SMALLEST_GROUP
from matching.snapshot import Indices, Snapshot

ATTEMPTS_BY_SIZE = ((12, 12), (60, 4))
AMBASSADORS_TRIED = 4


@dataclass(slots=True)
class Groups:
    """One attempt: the rooms built, and the people who must or want to be in one and are not."""

    rooms: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)

    def seated(self) -> set[int]:
        """Everybody who has a room."""
        return {i for room in self.rooms for i in room}


def seat_groups(snap: Snapshot, *, lend: bool = False) -> Groups:
    """Groups for all who cannot be paired, with as few others taken from the pairs as will do.

    One person who asked for no 1:1 is left for a trio, unless `lend`: then two are lent to them.
    """
    supervised = [i for i, c in enumerate(snap.people) if c.supervised]
    groups = Groups()
    if supervised:
        attempts = (_attempt(snap, supervised, turn) for turn in range(_attempts(len(supervised))))
        groups = min(attempts, key=lambda attempt: _cost(snap, attempt))
    _seat_group_lovers(snap, groups, fewest=1 if lend else 2)
    return groups


def _attempts(n: int) -> int:
    return next((turns for size, turns in ATTEMPTS_BY_SIZE if n <= size), 2)


def _cost(snap: Snapshot, groups: Groups) -> tuple[tuple[int, ...], int, int, float]:
    waiting = tuple(sorted((int(snap.rank[i]) for i in groups.left), reverse=True))
    repeats = sum(snap.knows_each_other(room) for room in groups.rooms)
    pulled = sum(not _needs_group(snap, i) for i in groups.seated())
    return waiting, repeats, pulled, -sum(snap.welfare(room) for room in groups.rooms)


def _needs_group(snap: Snapshot, i: int) -> bool:
    return snap.people[i].supervised or snap.people[i].no_pairs


def _attempt(snap: Snapshot, supervised: Sequence[int], turn: int) -> Groups:
    lots = np.random.default_rng([abs(snap.seed), turn]).random(len(snap))
    partners = snap.rooms.sum(1)
    # Less than one partner: at first the lot only decides between equals.
    spread = 0.5 if turn == 0 else float(len(snap))

    def hardest(i: int) -> tuple[int, float]:
        return -int(snap.rank[i]), float(partners[i]) + spread * float(lots[i])

    free = sorted(supervised, key=hardest)
    adults = {i for i, c in enumerate(snap.people) if not c.supervised}
    groups = Groups()
    while free:
        first = free.pop(0)
        room = _room_for(snap, first, free, adults)
        if not room:
            groups.left.append(first)
            continue
        groups.rooms.append(room)
        adults.difference_update(room)
        free = [i for i in free if i not in room]
    _squeeze_in(snap, groups)
    return groups


def _room_for(snap: Snapshot, first: int, free: Sequence[int], adults: set[int]) -> list[int]:
    """The best group around one person over all languages and a few ambassadors, or none."""
    quota = _quota(snap, 1 + len(free), adults)
    options = []
    for language in np.flatnonzero(snap.levels[first] > 0):
        speaks = snap.levels[:, language] > 0
        able = snap.ambassador & speaks & snap.rooms[first]
        guides = np.array([i for i in sorted(adults) if able[i]], dtype=np.intp)
        for guide in _dearest_first(snap, [first], guides)[:AMBASSADORS_TRIED]:
            room = _grown(snap, [first, guide], [i for i in free if speaks[i]], quota + 1)
            helpers = [i for i in sorted(adults) if speaks[i] and i != guide]
            room = _grown(snap, room, helpers, SMALLEST_GROUP)
            if snap.may_share(room):
                options.append(room)
    return min(options, key=lambda room: _room_cost(snap, room), default=[])


def _quota(snap: Snapshot, waiting: int, adults: Iterable[int]) -> int:
    """Supervised people per group so that sizes are even and the ambassadors last for all (M10)."""
    guides = sum(bool(snap.ambassador[i]) for i in adults)
    rooms = max(1, min(guides, -(-waiting // (snap.rules.group_size - 1))))
    return min(LARGEST_GROUP - 1, -(-waiting // rooms))


def _grown(snap: Snapshot, room: list[int], others: Sequence[int], size: int) -> list[int]:
    """The room with the best fitting others added one by one until it has `size` members."""
    grown = list(room)
    near = np.array(others, dtype=np.intp)
    while len(grown) < size:
        near = near[snap.may_enter(grown, near) & ~np.isin(near, grown)]
        if len(near) == 0:
            break
        grown.append(_dearest_first(snap, grown, near)[0])
    return grown


def _dearest_first(snap: Snapshot, room: Sequence[int], others: Indices) -> list[int]:
    """Others by what taking them in costs: people met again, a person lost to the pairs, poor fit.

    Before all that come those in need of a group who sat out longest (M22).
    """
    block = np.ix_(others, np.array(room, dtype=np.intp))
    met = snap.met[block].sum(1)
    needy = np.array([_needs_group(snap, int(i)) for i in others], dtype=np.bool_)
    claim = np.where(needy, snap.rank[others], 0)
    fit = (snap.score[block] + snap.noise[block]).sum(1)
    order: list[int] = others[np.lexsort((-fit, ~needy, met, -claim))].tolist()
    return order


def _room_cost(snap: Snapshot, room: Sequence[int]) -> tuple[bool, int, int, float]:
    served = sum(_needs_group(snap, i) for i in room)
    return snap.knows_each_other(room), -served, len(room) - served, -snap.welfare(room)


def _squeeze_in(snap: Snapshot, groups: Groups) -> None:
    """A fifth member rather than somebody left out (M10)."""
    for person in list(groups.left):
        open_ = [
            room
            for room in groups.rooms
            if len(room) < LARGEST_GROUP and snap.may_share([*room, person])
        ]
        if open_:
            met = [int(snap.met[person, room].sum()) for room in open_]
            open_[int(np.argmin(met))].append(person)
            groups.left.remove(person)


def _seat_group_lovers(snap: Snapshot, groups: Groups, fewest: int) -> None:
    """Groups among those who asked for no 1:1 (M21), filled up from `fewest` on with others."""
    seated = groups.seated()
    free = [i for i, c in enumerate(snap.people) if c.no_pairs and not c.supervised]
    free = sorted((i for i in free if i not in seated), key=lambda i: -int(snap.rank[i]))
    others = [i for i in range(len(snap)) if not _needs_group(snap, i) and i not in seated]
    while free:
        first = free.pop(0)
        room = _grown(snap, [first], free, _balanced(1 + len(free), snap.rules.group_size))
        if fewest <= len(room) < SMALLEST_GROUP:
            room = _grown(snap, room, others, SMALLEST_GROUP)
        if not snap.may_share(room):
            groups.left.append(first)
            continue
        groups.rooms.append(room)
        free = [i for i in free if i not in room]
        others = [i for i in others if i not in room]


def _balanced(people: int, size: int) -> int:
    return -(-people // -(-people // size))
