"""What each waiting person asks of a partner, and how that falls (M13).

One rule: everybody is measured by their own scores. Somebody whom few people suit asks for what is
good among those few, and the fewer they are the sooner anybody will do; hard rules never fall.
"""

from __future__ import annotations

import numpy as np

from matching.language import Mask
from matching.pairs import heaviest
from matching.score import Matrix
from matching.standing import Standing, Vector
from matching.wave import PoolRules

SLACK = 0.02
"""How far below either person's own ask a pair may lie that suits the two on average."""

FEWEST_KNOWN = 5
SERVED = 10.0
"""Above any sum of score and waiting, so that a pair is always worth more than none."""


def fallen(age: Vector, pool: PoolRules) -> Vector:
    """The share of the first ask that is left: 1 at once, a half at `half`, 0 from `any_from` on."""
    return np.asarray(np.interp(age, [0.0, pool.half, pool.any_from], [1.0, 0.5, 0.0]))


def pace(standing: Standing) -> Vector:
    """How much faster than others somebody's ask falls: the scarcer their partners, the faster."""
    if not len(standing):
        return np.ones(0)
    if standing.hopes.shape[1] == 0:
        return np.ones(len(standing))
    share = standing.hopes.mean(1)
    usual = max(float(np.median(share)), 1e-9)
    return np.asarray(np.clip(usual / np.maximum(share, 1e-9), 1.0, 6.0))


def asks(standing: Standing, pool: PoolRules) -> Vector:
    """The score each asks for now: from their own quantile down to their own lowest."""
    first = np.zeros(len(standing))
    lowest = np.zeros(len(standing))
    for i, (hope, worth) in enumerate(zip(standing.hopes, standing.worth, strict=True)):
        known = worth[hope]
        if len(known) >= FEWEST_KNOWN:
            first[i], lowest[i] = np.quantile(known, pool.quantile), known.min()
    left = fallen(standing.age * pace(standing), pool)
    return np.where(left > 0, lowest + (first - lowest) * left, -np.inf)


def open_pairs(standing: Standing, pool: PoolRules, ask: Vector) -> Mask:
    """Who may be paired in this wave: collected, at work, and good enough for both."""
    parked = np.array([t.misses >= pool.park_after for t in standing.tickets], dtype=np.bool_)
    ready = (standing.age >= pool.collect) & ~parked
    last = ready & (standing.age >= pool.any_from)
    together = (ready[:, None] & ready[None, :]) | (last[:, None] & ~parked[None, :])
    together |= together.T
    floor = np.where(np.isfinite(ask), ask, -1.0)
    mean = (floor[:, None] + floor[None, :]) / 2
    higher = np.maximum(floor[:, None], floor[None, :])
    enough = (standing.score >= mean) & (standing.score >= higher - SLACK)
    return np.asarray(standing.fits & together & enough, dtype=np.bool_)


def pair_now(standing: Standing, pool: PoolRules) -> list[tuple[int, int]]:
    """The pairs of this wave, by ticket: who gains most over what both ask, the longest here first."""
    if len(standing) < 2:
        return []
    ask = asks(standing, pool)
    allowed = open_pairs(standing, pool, ask)
    if not allowed.any():
        return []
    mate = heaviest(np.where(allowed, _weight(standing, pool, ask), 0.0), allowed)
    return [(i, j) for i, j in enumerate(mate) if i < j]


def _weight(standing: Standing, pool: PoolRules, ask: Vector) -> Matrix:
    floor = np.where(np.isfinite(ask), ask, 0.0)
    mine = pool.weight * standing.claim - floor / 2
    return np.asarray(SERVED + standing.score + mine[:, None] + mine[None, :])
