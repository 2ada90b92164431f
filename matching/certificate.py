"""How good a plan could be at most: proven by an assignment, never below the truth.

Seat the same people again with no more repeats, in whatever pairs, trios and groups the rules permit:
no such plan is worth more. A room of k is k * (k - 1) ordered pairs at 1 / (k - 1) each, so every plan
is a point of the assignment polytope, whose best corner is found exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.assignment import Assigned, assign, assign_priced
from matching.language import Mask
from matching.pairs import ladder, most_worth, part
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot

PAIR = 2
SAME = 1e-6
TOLLS = (0.0, 0.05, 0.15)
"""Any is right; the lowest bound is taken."""


def ceiling(snap: Snapshot) -> float:
    """What no plan at all can exceed, whomever it seats: half the best assignment on scores alone."""
    if len(snap) == 0:
        return 0.0
    value = np.where(snap.pairs | snap.rooms, snap.worth, 0.0)
    row, column = assign(value)
    return float(value[row, column].sum() / 2)


def bound(snap: Snapshot, rooms: Sequence[Sequence[int]], proof: Assigned | None = None) -> float:
    """What no plan can exceed that seats these people, repeats no more, and has no more of them in
    rooms larger than a pair.

    `proof` is the assignment the pairs were cut from; it is used again where it covers the claim.
    """
    at = np.array(sorted(i for room in rooms for i in room), dtype=np.intp)
    if len(at) == 0:
        return 0.0
    again, crowd = _again_in(snap, rooms), sum(len(room) for room in rooms if len(room) > PAIR)
    pairs = part(snap.pairs, at)
    if crowd == 0:
        same = proof is not None and len(proof.partner) == len(at)
        return _proven(snap, at, _Claim(pairs, again), proof if same else None)
    # Some may only meet in larger rooms. Each such meeting pays a toll; a room of k is worth k / 2
    # pairs, so what a plan pays at most is known, and is given back.
    allowed = pairs | part(snap.rooms, at)
    only_larger = (allowed & ~pairs).astype(np.float64)
    claims = [(_Claim(allowed, again, toll * only_larger), toll * crowd / 2) for toll in TOLLS]
    return min(_proven(snap, at, claim, None) + back for claim, back in claims)


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who may meet, how often again at most, and what a meeting pays."""

    allowed: Mask
    again: float
    toll: Matrix | float = 0.0


def _proven(snap: Snapshot, at: Indices, claim: _Claim, proof: Assigned | None) -> float:
    if proof is None:
        proof = assign_priced(ladder(snap, at, claim.allowed) - claim.toll)
    if _again(snap, at, proof) + SAME < claim.again:
        # Taken apart the seats could be filled with fewer repeats than any plan needs.
        worth = part(snap.worth, at) + part(snap.noise, at) - claim.toll
        proof = assign_priced(np.where(claim.allowed, worth + most_worth(snap, at), 0.0))
    row = np.arange(len(at))
    if not claim.allowed[row, proof.partner].all():
        return ceiling(snap)
    # The noise is above 0 for all: with it the bound is a hair higher than it need be.
    here, there = at, at[proof.partner]
    value = snap.worth[here, there] + snap.noise[here, there]
    toll = claim.toll if isinstance(claim.toll, float) else claim.toll[row, proof.partner]
    return float((value - toll).sum() / 2)


def _again(snap: Snapshot, at: Indices, proof: Assigned) -> int:
    """Ordered pairs of the assignment who met before."""
    return int(snap.met[at, at[proof.partner]].sum())


def _again_in(snap: Snapshot, rooms: Sequence[Sequence[int]]) -> float:
    """The same of a plan, a larger room counting its pairs in part."""
    pairs = [room for room in rooms if len(room) == PAIR]
    larger = [list(room) for room in rooms if len(room) > PAIR]
    again = 2.0 * sum(bool(snap.met[a, b]) for a, b in pairs)
    return again + sum(float(snap.met[np.ix_(r, r)].sum()) / (len(r) - 1) for r in larger)
