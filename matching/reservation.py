"""What each waiting person asks of a partner, and how that falls (M13).

The ask is where waiting stops to pay: a second costs `price`, and more the longer somebody waits;
it brings the chance that somebody better comes, read from the person's own scores with recent
people and from how many come. So nobody is held to a popular person's standard: whom few people
suit asks for little from the start, and in a busy pool everybody may ask for more.

One rule: hard rules never fall.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matching.language import Mask
from matching.pairs import heaviest
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot
from matching.standing import Standing, Vector
from matching.wave import PoolRules

CAUGHT = 0.5
"""Share of those who come that are not taken by somebody else first."""

RIVALRY = 0.4
"""How far somebody counts on a partner's own hopes: 0 not at all, 1 as if only the rest were theirs.

Without it the less sought (recruiters, here) ask for what nobody grants them and wait for it."""

RANKS = 40
"""At so many sizes of "the k best" is looked; more change nothing that matters."""

NOTHING = -1.0
"""The ask of somebody to whom anybody will do; scores are never below 0."""

SERVED = 10.0
"""Above any gain in score, so that a pair more is always worth it."""

SECOND = 0.01
"""What a second of waiting adds to the claim of a pair on its members."""


CROWD = (32.0, 40.0)
CROWD_SECONDS = 5.0
"""Among so many who fit nobody gains by waiting: their ask falls faster, to anybody in 5 s (M13)."""


@dataclass(frozen=True, slots=True)
class Prospects:
    """For each ticket the mean score of its k best recent people, for each k in `rank`; -inf past them.

    each: what one recent person stands for: the seconds until somebody like that comes. lowest: the
    poorest of them. pace: how much faster than time the ask falls.
    """

    rank: Indices
    best: Matrix
    each: float
    lowest: Vector
    pace: Vector


def prospects(standing: Standing, pool: PoolRules) -> Prospects:
    """What everybody can hope for."""
    crowd = max(1.0, pool.any_from / CROWD_SECONDS)
    pace = np.interp(standing.fits.sum(1), CROWD, (1.0, crowd))
    granted = standing.worth + RIVALRY * (standing.worth - standing.asked)
    return _hoped(standing.hopes, granted, standing.rate, pace)


def first_asks(
    snap: Snapshot, who: Indices, lately: Indices, rate: float, pool: PoolRules
) -> Vector:
    """What these people asked for when they came, each for themselves."""
    block = np.ix_(who, lately)
    hope = _hoped(snap.pairs[block] & ~snap.met[block], snap.score[block], rate, np.ones(len(who)))
    return np.maximum(_worth_waiting_for(hope, np.full(len(who), pool.price)), 0.0)


def _hoped(hopes: Mask, worth: Matrix, rate: float, pace: Vector) -> Prospects:
    n, m = hopes.shape
    if n == 0 or m == 0 or rate <= 0:
        none = np.full((n, 1), -np.inf)
        return Prospects(np.ones(1, dtype=np.intp), none, 1.0, np.full(n, NOTHING), pace)
    known = -np.sort(-np.where(hopes, worth, -np.inf), axis=1)
    rank = np.unique(np.geomspace(1, m, RANKS).astype(np.intp))
    best = np.cumsum(known, axis=1)[:, rank - 1] / rank
    lowest = np.where(hopes, worth, np.inf).min(1)
    lowest = np.where(lowest < np.inf, lowest, NOTHING)
    return Prospects(rank, best, m / (rate * CAUGHT), lowest, pace)


def asks(hope: Prospects, age: Vector, pool: PoolRules) -> Vector:
    """The score each asks for at their age: where waiting stops to pay, within M13's course."""
    age = age * hope.pace
    cost = pool.price * np.exp(np.minimum(age, pool.any_from) / pool.patience)
    first = _worth_waiting_for(hope, np.full(len(age), pool.price))
    course = np.interp(age, [0.0, pool.half, pool.any_from], [1.0, 0.5, 0.0])
    most = hope.lowest + np.maximum(first - hope.lowest, 0.0) * course
    ask = np.minimum(_worth_waiting_for(hope, cost), most)
    return np.maximum(np.where(age < pool.any_from, ask, NOTHING), NOTHING)


def _worth_waiting_for(hope: Prospects, cost: Vector) -> Vector:
    """The r with cost = rate * mean(max(score - r, 0)): the best mean of k less k's wait."""
    return np.asarray((hope.best - (cost * hope.each)[:, None] / hope.rank).max(1))


def open_pairs(standing: Standing, pool: PoolRules, ask: Vector) -> Mask:
    """Who may be paired in this wave: gathered, not resting, and good enough for the two of them."""
    enough = standing.score >= (ask[:, None] + ask[None, :]) / 2
    gathered = standing.age >= pool.collect
    enough &= gathered[:, None] | gathered[None, :]
    enough &= ~(standing.parked[:, None] | standing.parked[None, :])
    return np.asarray(standing.fits & enough, dtype=np.bool_)


def pair_now(standing: Standing, pool: PoolRules) -> list[tuple[int, int]]:
    """The pairs of this wave, by ticket: who gains most over what both ask, the longest here first."""
    if len(standing) < 2:
        return []
    ask = asks(prospects(standing, pool), standing.age, pool)
    allowed = open_pairs(standing, pool, ask)
    if not allowed.any():
        return []
    claim = SECOND * standing.claim - ask / 2
    weight = SERVED + standing.score + claim[:, None] + claim[None, :]
    mate = heaviest(np.where(allowed, weight, 0.0), allowed)
    return [(i, j) for i, j in enumerate(mate) if i < j]
