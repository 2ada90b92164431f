"""How good a plan could be at most: proven by an assignment, never below the truth.

Seat the same people again with no more repeats, in whatever pairs, trios and groups the rules permit:
no such plan is worth more. A room of k is k * (k - 1) ordered pairs at 1 / (k - 1) each, so every plan
is a point of the assignment polytope, whose best corner is found exactly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.assignment import Assigned, assign, assign_priced
from matching.pairs import ladder, part
from matching.snapshot import Indices, Snapshot

PAIR = 2
SAME = 1e-6


def ceiling(snap: Snapshot) -> float:
    """What no plan at all can exceed, whomever it seats: half the best assignment on scores alone."""
    if len(snap) == 0:
        return 0.0
    value = np.where(snap.pairs | snap.rooms, snap.worth, 0.0)
    row, column = assign(value)
    return float(value[row, column].sum() / 2)


def bound(snap: Snapshot, rooms: Sequence[Sequence[int]], proof: Assigned | None = None) -> float:
    """What no plan can exceed that seats the people of these rooms and repeats no more.

    `proof` is the assignment the pairs were cut from; it is used again where it covers the claim.
    """
    at = np.array(sorted(i for room in rooms for i in room), dtype=np.intp)
    if len(at) == 0:
        return 0.0
    paired = all(len(room) == PAIR for room in rooms)
    allowed = part(snap.pairs, at)
    if not paired:
        allowed = allowed | part(snap.rooms, at)
    if proof is None or not paired or len(proof.partner) != len(at):
        proof = assign_priced(ladder(snap, at, allowed))
    if _again(snap, at, proof) + SAME < _again_in(snap, rooms):
        # Taken apart the seats could be filled with fewer repeats than any plan needs.
        worth = part(snap.worth, at)
        proof = assign_priced(np.where(allowed, worth + len(at), 0.0))
    row = np.arange(len(at))
    if not allowed[row, proof.partner].all():
        return ceiling(snap)
    # The noise is above 0 for all: with it the bound is a hair higher than it need be.
    worth = part(snap.worth, at) + part(snap.noise, at)
    return float(worth[row, proof.partner].sum() / 2)


def _again(snap: Snapshot, at: Indices, proof: Assigned) -> int:
    """Ordered pairs of the assignment who met before."""
    return int(snap.met[at, at[proof.partner]].sum())


def _again_in(snap: Snapshot, rooms: Sequence[Sequence[int]]) -> float:
    """The same of a plan, a larger room counting its pairs in part."""
    return sum(float(snap.met[np.ix_(r, r)].sum()) / (len(r) - 1) for r in map(list, rooms))
