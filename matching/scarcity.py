"""Rounds ahead for more than twelve people, when partners grow scarce (M17).

While everybody has far more unmet partners than rounds to come, any best round leaves a best next
one. Else this round is tried with several leanings - most of all to spend the partners of those who
have few - and each is played on to the end; the one that costs fewest repeats and seats is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.cover import ALONE
from matching.pairs import Pairing, pair_up
from matching.score import Matrix
from matching.snapshot import Snapshot

MOST_PEOPLE = 60
MOST_TRIES = 6
PLENTY = 2
"""Twice as many partners as rounds: a graph that dense keeps its pairings (Dirac)."""
LEANING = 0.5


def pair_up_ahead(snap: Snapshot, pool: Sequence[int], rounds_left: int) -> Pairing:
    """The partners of this round, chosen so that the rounds after it can be filled too."""
    first = pair_up(snap, pool)
    if rounds_left <= 1 or len(pool) > MOST_PEOPLE or not _scarce(snap, pool, rounds_left):
        return first
    best, best_loss = first.mate, _loss(snap, pool, first.mate, rounds_left)
    for turn in range(1, MOST_TRIES):
        if best_loss == (0, 0):
            break
        mate = pair_up(snap, pool, _leaning(snap, pool, turn)).mate
        if _now(snap, pool, mate) > _now(snap, pool, first.mate):
            continue
        loss = _loss(snap, pool, mate, rounds_left)
        if loss < best_loss:
            best, best_loss = mate, loss
    return Pairing(best, first.proof)


def _scarce(snap: Snapshot, pool: Sequence[int], rounds_left: int) -> bool:
    at = np.array(pool, dtype=np.intp)
    block = np.ix_(at, at)
    fresh = (snap.pairs[block] & ~snap.met[block]).sum(1)
    return bool((fresh < PLENTY * rounds_left).any())


def _leaning(snap: Snapshot, pool: Sequence[int], turn: int) -> Matrix:
    at = np.array(pool, dtype=np.intp)
    fresh = (snap.pairs & ~snap.met)[:, at].sum(1)
    short = 1.0 / (1.0 + fresh)
    lots = np.random.default_rng([abs(snap.seed), turn]).random((len(snap), len(snap)))
    together = np.sqrt(np.outer(short, short))
    scale = max(float(together.max()), 1e-12)
    return np.asarray(LEANING * (together / scale + turn / MOST_TRIES * (lots + lots.T) / 2))


def _now(snap: Snapshot, pool: Sequence[int], mate: list[int]) -> tuple[list[int], int]:
    """Ranks left over, highest first, and repeats of this round: what a leaning may not worsen."""
    left = sorted((int(snap.rank[i]) for i in pool if mate[i] == ALONE), reverse=True)
    return left, sum(bool(snap.met[i, mate[i]]) for i in pool if mate[i] > i)


def _loss(
    snap: Snapshot, pool: Sequence[int], mate: list[int], rounds_left: int
) -> tuple[int, int]:
    """Repeats and seats lost beyond this round's when the rounds to come are played after it."""
    repeats = lost = 0
    alone_now = sum(mate[i] == ALONE for i in pool)
    for _ in range(rounds_left - 1):
        snap = _after(snap, pool, mate)
        mate = pair_up(snap, pool).mate
        repeats += sum(bool(snap.met[i, mate[i]]) for i in pool if mate[i] > i)
        lost += max(0, sum(mate[i] == ALONE for i in pool) - alone_now)
    return repeats, lost


def _after(snap: Snapshot, pool: Sequence[int], mate: list[int]) -> Snapshot:
    met, rank = snap.met.copy(), snap.rank.copy()
    for i in pool:
        if mate[i] == ALONE:
            rank[i] += len(snap)
        else:
            met[i, mate[i]] = met[mate[i], i] = True
    _, ranked = np.unique(rank, return_inverse=True)
    worth = np.where(met, 0.0, snap.worth)
    return replace(snap, met=met, worth=worth, rank=ranked.astype(np.intp))
