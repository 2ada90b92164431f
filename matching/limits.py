"""What no round of groups can exceed: proofs, made without the planner.

`ceiling` bounds the welfare, `unservable` the people who can be seated with somebody new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.eligible import room_mates
from matching.snapshot import Snapshot

ROUNDING = 1e-6
"""What single precision may have lost."""
FEW = 64
"""Unmet partners up to which it is looked at whether any room of three can be made of them."""


def ceiling(snap: Snapshot, smallest: int, apart: Sequence[int]) -> float:
    """A welfare that no rooms of at least `smallest` exceed; those `apart` may sit in smaller
    ones, and beside each other by a bridge.

    A member of a room of s is worth half the mean of what the (s - 1) others are to them; nobody
    gets more than the best (smallest - 1) others give.
    """
    n = len(snap)
    if n < 2:
        return 0.0
    mates = min(n - 1, max(1, smallest - 1))
    lone = np.zeros(n, dtype=np.bool_)
    lone[list(apart)] = True
    may = snap.rooms | snap.pairs | (lone[:, None] & lone[None, :])
    worth = np.where(may, snap.worth, 0.0).astype(np.float32)
    top = np.partition(worth, n - mates, axis=1)[:, n - mates :]
    own = top.mean(1)
    own[lone] = top[lone].max(1)
    return float(own.sum(dtype=np.float64)) / 2 * (1 + ROUNDING)


def unservable(snap: Snapshot) -> int:
    """A number of people who can sit with nobody new, whatever the plan; proven, not searched for.

    In a room everybody has somebody else's place to turn to, all different (take the next one round
    the table). So more people can never be in rooms of strangers who can talk than can be matched to
    different partners (Hall).
    """
    # Imported when first needed: it takes half a second, and a server starts in little more.
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    new = np.asarray((snap.rooms | snap.pairs) & ~snap.met, dtype=np.bool_)
    unmet = replace(snap, rooms=snap.rooms & ~snap.met)
    for i in np.flatnonzero(new.sum(1) <= FEW):
        if not ((snap.pairs[i] & new[i]).any() or room_mates(unmet, int(i)).any()):
            new[i, :] = False
    matched = maximum_bipartite_matching(csr_matrix(new), perm_type="column")
    return int((matched < 0).sum())
