"""A round in groups of 3 to 6 for everybody present (M7, M8, M10, M16).

Order: rooms for those whom few can talk to, rooms for all others seat by seat, exchanges while they
gain, a closer look at rooms that break a rule, and what cannot be mended is settled and told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from matching.composition import FLAW, Composition, compose
from matching.compromise import Compromise
from matching.divisions import MOST_PEOPLE, best_division
from matching.exchange import Rooms, better, build, mend, worths
from matching.limits import unservable
from matching.reserve import fresh, reserve
from matching.shape import sizes_for
from matching.sizes import SMALLEST_GROUP
from matching.snapshot import Indices, Snapshot

PASSES = 5
STARTS_BY_SIZE = ((12, 12), (30, 6), (100, 3))
"""Small events are cheap to plan and easy to plan badly: several starts, the best counts."""
PASSES_OF_A_START = 12


@dataclass(frozen=True, slots=True)
class GroupRound:
    """Rooms by index, and who has none; `smallest` is one less than the largest holds."""

    rooms: list[list[int]]
    left: list[int]
    smallest: int


def seat_in_groups(snap: Snapshot, rounds_left: int) -> GroupRound:
    """Everybody in rooms of about `rules.room_size`, nobody alone where it can be helped."""
    size = snap.rules.room_size
    comp = compose(snap, size)
    found = _seated(snap, comp, rounds_left)
    tight = _tight(snap, found)
    if not tight or len(snap) <= MOST_PEOPLE or _no_fewer(snap, found):
        return found
    return min(found, _seated(snap, comp, rounds_left, tight), key=partial(_cost, snap))


def _seated(
    snap: Snapshot, comp: Composition, rounds_left: int, tight: Sequence[int] = ()
) -> GroupRound:
    size = snap.rules.room_size
    # So few are divided exactly, and sides are shared out: rooms kept beforehand only take away.
    few = len(snap) <= MOST_PEOPLE or snap.rules.sides is not None
    kept = [] if few else reserve(snap, size, rounds_left, tight)
    alone = _without_anybody(snap)
    held = {i for room in kept for i in room}.union(alone)
    pool = np.array([i for i in range(len(snap)) if i not in held], dtype=np.intp)
    sizes = sizes_for(snap, pool)
    sound, doubtful = _best(snap, comp, pool, sizes)
    compromise = Compromise(snap)
    sound += [room for room in doubtful if compromise.holds(room)]
    broken = [room for room in doubtful if room and not compromise.holds(room)]
    settled = compromise.settle([*kept, *sound], broken)
    return GroupRound(settled.rooms, [*settled.left, *alone], max(sizes, default=size) - 1)


def _without_anybody(snap: Snapshot) -> list[int]:
    """Who can be in no room whatever the others do: nobody to share one with, or no guide for it."""
    may = snap.rooms.copy()
    if not snap.ambassador.any():
        may &= ~snap.wants_ambassador
    if not snap.staff.any():
        may &= ~snap.wants_staff
    return np.flatnonzero(~(may | snap.pairs).any(1)).tolist()


def _tight(snap: Snapshot, found: GroupRound) -> list[int]:
    """Who met a room-mate before for lack of people to talk to, though somebody new is here."""
    again = [room for room in found.rooms if snap.knows_each_other(room)]
    new, unmet = fresh(snap), len(snap) - 1 - snap.met.sum(1)
    few = (new.sum(1) * 2 < unmet) & new.any(1)
    return [i for room in again for i in room if few[i] and snap.met[i, room].any()]


def _no_fewer(snap: Snapshot, found: GroupRound) -> bool:
    """Whether it is proven that as many rooms as here hold people who met, whatever the plan."""
    again = sum(snap.knows_each_other(room) for room in found.rooms)
    widest = max(len(room) for room in found.rooms)
    return unservable(snap) > (again - 1) * widest


def _cost(snap: Snapshot, found: GroupRound) -> tuple[list[int], int, float]:
    waiting = sorted((int(snap.rank[i]) for i in found.left), reverse=True)
    again = sum(snap.knows_each_other(room) for room in found.rooms)
    return waiting, again, -sum(snap.welfare(room) for room in found.rooms)


def _best(
    snap: Snapshot, comp: Composition, pool: Indices, sizes: Sequence[int]
) -> tuple[list[list[int]], list[list[int]]]:
    """Rooms that meet every demand, and those that may not."""
    if len(pool) < SMALLEST_GROUP:
        return [], [pool.tolist()]
    if len(pool) <= MOST_PEOPLE:
        return _parted(comp, best_division(comp, pool.tolist(), sizes))
    starts = next((tries for most, tries in STARTS_BY_SIZE if len(pool) <= most), 1)
    passes = PASSES if starts == 1 else PASSES_OF_A_START
    found = [_rooms(snap, comp, pool, sizes, passes, turn) for turn in range(starts)]
    return _parted(comp, max(found, key=lambda rooms: float(worths(comp, rooms).sum())))


def _parted(comp: Composition, rooms: Rooms) -> tuple[list[list[int]], list[list[int]]]:
    flawed = worths(comp, rooms) < FLAW
    lists = rooms.lists()
    sound = [room for room, bad in zip(lists, flawed, strict=True) if not bad]
    return sound, [room for room, bad in zip(lists, flawed, strict=True) if bad]


def _rooms(
    snap: Snapshot,
    comp: Composition,
    pool: Indices,
    sizes: Sequence[int],
    passes: int,
    turn: int,
) -> Rooms:
    lots = np.random.default_rng([abs(snap.seed), turn])
    rooms = build(comp, lots.permutation(pool), sizes)
    better(comp, rooms, lots, passes)
    mend(comp, rooms, lots, FLAW)
    return rooms
