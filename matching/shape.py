"""Rounds shaped by two sides, such as alumni and students: how many of the larger side to one of the smaller.

By r = larger/smaller (M9): up to 1.5 pairs across, and trios for those over; beyond that tables, each of
one of the smaller side and as many of the others as there are to share, five at most; who is still
over has tables without any. Sizes differ by at most one. One rule: a side is only ever asked for;
nobody stays alone because one is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from matching.language import Mask
from matching.rules import LARGEST_ROOM, SMALLEST_GROUP
from matching.sizes import room_sizes
from matching.snapshot import Snapshot
from matching.types import Candidate

CROSS = 1.5
"""Up to so many of the larger side to one of the smaller they talk in pairs."""


def shaped(snap: Snapshot, *, tables: bool = False) -> Snapshot:
    """The round as its two sides ask for it; unchanged without sides, or where one is missing.

    For pairs those of one side may not be alone together, and as many trios are allowed as there are
    people over. For tables `room_size` is that of the largest. `tables` asks for these in any case.
    """
    few, others = _counts(snap.people, snap)
    if few == 0:
        return snap
    if others <= CROSS * few and not tables:
        spare = replace(snap.rules, trios=max(snap.rules.trios, others - few))
        return replace(snap, rules=spare, pairs=snap.pairs & across(snap))
    size = min(1 + -(-others // few), LARGEST_ROOM)
    return replace(snap, rules=replace(snap.rules, room_size=max(size, SMALLEST_GROUP)))


def across(snap: Snapshot) -> Mask:
    """Pairs that are not of one side; who is on neither may meet anybody."""
    same = np.zeros((len(snap), len(snap)), dtype=np.bool_)
    for side in snap.rules.sides or ():
        one = np.array([c.role in side for c in snap.people], dtype=np.bool_)
        same |= one[:, None] & one[None, :]
    return ~same


def sizes_for(snap: Snapshot, pool: Iterable[int]) -> tuple[int, ...]:
    """How many sit in each room of a round of groups, larger ones first."""
    people = [snap.people[i] for i in pool]
    few, _ = _counts(people, snap)
    if few == 0:
        return room_sizes(len(people), snap.rules.room_size)
    rooms = max(few, -(-len(people) // LARGEST_ROOM))
    small, larger = divmod(len(people), rooms)
    return (small + 1,) * larger + (small,) * (rooms - larger)


def _counts(people: Iterable[Candidate], snap: Snapshot) -> tuple[int, int]:
    """How many are of the smaller side, and how many others there are."""
    everybody = list(people)
    if snap.rules.sides is None:
        return 0, len(everybody)
    few = min(sum(c.role in side for c in everybody) for side in snap.rules.sides)
    return few, len(everybody) - few
