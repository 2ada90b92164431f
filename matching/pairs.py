"""Pairs for many people at once: linear assignment on the full matrix, its cycles cut into pairs.

Served people first (by rank), then few repeats, then score: each outweighs all that follows it, so
one assignment answers all three. Solved over ordered pairs the optimum is a permutation; halved it
bounds every plan, cut it is nearly one (matching/README.md has the figures).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.assignment import Assigned, assign_priced
from matching.blocks import blocks
from matching.chains import improve
from matching.cover import ALONE, widen
from matching.language import Mask
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot
from matching.start import begin

POLISH_SWEEPS = 60
GAIN = 1e-9


@dataclass(frozen=True, slots=True)
class Pairing:
    """The partner of everybody (ALONE for those left over), by index of the snapshot.

    `proof` is the assignment it was cut from, whose worth bounds every such pairing; None where
    scores were steered and prove nothing.
    """

    mate: list[int]
    proof: Assigned | None


@dataclass(frozen=True, slots=True)
class _People:
    """Those who are to be paired: who may sit with whom, who did already, whose turn it is."""

    allowed: Mask
    met: Mask
    rank: Indices


def pair_up(snap: Snapshot, pool: Sequence[int], extra: Matrix | None = None) -> Pairing:
    """The best pairs found among the pool.

    `extra` is added to the scores: the look-ahead steers with it.
    """
    mate = [ALONE] * len(snap)
    if len(pool) < 2:
        return Pairing(mate, None)
    at = np.array(pool, dtype=np.intp)
    allowed, met = part(snap.pairs, at), part(snap.met, at)
    weight = ladder(snap, at, allowed, extra)
    solved = assign_priced(
        weight, start_prices(snap, at, allowed & ~met) if extra is None else None
    )
    found = _cut_apart(solved, weight, allowed)
    found = _without_waste(found, solved, _People(allowed, met, snap.rank[at]), weight)
    for i, j in enumerate(found):
        if j != ALONE:
            mate[pool[i]] = pool[j]
    return Pairing(mate, solved if extra is None else None)


def ladder(snap: Snapshot, at: Indices, allowed: Mask, extra: Matrix | None = None) -> Matrix:
    """The weight of each pair of these people, forbidden ones 0.

    Each step outweighs all below it: n/2 scores, then who is left for the trio, then n/2 repeats, then
    a seat. For 1,500 people of 60 ranks that is 2e8 (7e8 where some fell behind and count more), where
    float64 still tells 3e-8 (1e-7) apart.
    """
    worth, noise = part(snap.worth, at), part(snap.noise, at)
    added = None if extra is None else part(extra, at)
    again, seat = _steps(snap, at)
    weight = np.empty_like(worth)
    for some in blocks(len(at)):
        rows = np.add(worth[some], noise[some], out=weight[some])
        if added is not None:
            rows += added[some]
        rows += seat[some, None]
        rows += seat[None, :]
        rows *= allowed[some]
    a, b = np.nonzero(part(snap.met, at) & allowed)
    weight[a, b] -= again
    return weight


def _steps(snap: Snapshot, at: Indices) -> tuple[float, Matrix]:
    """What a repeat costs, and what the seat of each is worth."""
    step = most_worth(snap, at)
    again = step * (2.0 + int(snap.trios[at].max(initial=0)))
    # Whoever was in fewest trios is the cheapest to leave over, hence in the next one (M11).
    seat = len(at) * again * (1.0 + snap.rank[at]) + step * snap.trios[at]
    return again, np.asarray(seat, dtype=np.float64)


def most_worth(snap: Snapshot, at: Indices) -> float:
    """What no rooms of these people exceed together."""
    return len(at) * max(1.0, float(snap.worth.max(initial=0.0)) / 2)


def start_prices(snap: Snapshot, at: Indices, fits: Mask) -> Matrix | None:
    """Prices to start from where there are any for all these people."""
    if snap.known is None:
        return None
    among = fits
    if len(at) < len(snap):
        among = np.zeros_like(snap.pairs)
        among[np.ix_(at, at)] = fits
    # Those who fell behind are near to other partners than they would be else.
    start = begin(snap.worth * among) if snap.lifted else snap.known.start
    return start.refined(snap.worth, among)[at] + _steps(snap, at)[1]


def part(matrix: npt.NDArray[Any], at: Indices) -> npt.NDArray[Any]:
    """The rows and columns of these people; the matrix itself where these are all, in order."""
    if len(at) == len(matrix) and bool((at[1:] > at[:-1]).all()):
        return matrix
    return np.asarray(np.take(np.take(matrix, at, axis=0), at, axis=1))


def heaviest(weight: Matrix, allowed: Mask) -> list[int]:
    """The partner of each in the pairs that weigh most; forbidden pairs and the diagonal weigh 0."""
    return _cut_apart(assign_priced(weight), weight, allowed)


def _cut_apart(solved: Assigned, weight: Matrix, allowed: Mask) -> list[int]:
    """The best permutation, cut; forbidden pairs and the diagonal are worth nothing."""
    mate = [ALONE] * len(weight)
    for cycle in _cycles(solved.partner.tolist(), allowed):
        for i, j in _cut(cycle, weight):
            mate[i], mate[j] = j, i
    _rotate_leftovers(mate, weight, allowed)
    improve(mate, solved.slack)
    return mate


def _cycles(partner: list[int], allowed: Mask) -> Iterator[list[int]]:
    """Cycles of the permutation as walks over allowed pairs; a forbidden step cuts one open."""
    seen = [False] * len(partner)
    for start in range(len(partner)):
        walk = []
        i = start
        while not seen[i]:
            seen[i] = True
            walk.append(i)
            i = partner[i]
        if len(walk) > 1:
            yield from _allowed_runs(walk, allowed)


def _allowed_runs(walk: list[int], allowed: Mask) -> Iterator[list[int]]:
    breaks = [k for k, i in enumerate(walk) if not allowed[i, walk[(k + 1) % len(walk)]]]
    if not breaks:
        yield walk
        return
    turned = walk[breaks[0] + 1 :] + walk[: breaks[0] + 1]
    run = [turned[0]]
    for i, j in pairwise(turned):
        if not allowed[i, j]:
            yield run
            run = []
        run.append(j)
    yield run


def _cut(walk: list[int], weight: Matrix) -> list[tuple[int, int]]:
    """The best pairs of neighbours along a walk: the heavier half, or all but the cheapest person."""
    k = len(walk)
    if k % 2 == 0:
        starts = (0, 1)
        halves = [
            [(walk[(s + t) % k], walk[(s + t + 1) % k]) for t in range(0, k, 2)] for s in starts
        ]
    else:
        halves = [
            [(walk[(s + t) % k], walk[(s + t + 1) % k]) for t in range(1, k, 2)] for s in range(k)
        ]
    best = max(halves, key=lambda half: sum(weight[i, j] for i, j in half))
    return [(i, j) for i, j in best if weight[i, j] > 0]


def _rotate_leftovers(mate: list[int], weight: Matrix, allowed: Mask) -> None:
    """Two left over either fit each other or each take one half of an existing pair."""
    over = [i for i, j in enumerate(mate) if j == ALONE]
    while len(over) > 1:
        u = over.pop()
        choice = _best_entry(u, over, mate, weight, allowed)
        if choice is None:
            continue
        v, a, b = choice
        over.remove(v)
        if a == ALONE:
            mate[u], mate[v] = v, u
        else:
            mate[u], mate[a], mate[v], mate[b] = a, u, b, v


def _best_entry(
    u: int, over: list[int], mate: list[int], weight: Matrix, allowed: Mask
) -> tuple[int, int, int] | None:
    halves = np.array([i for i, j in enumerate(mate) if j != ALONE], dtype=np.intp)
    others = np.array([mate[i] for i in halves], dtype=np.intp)
    best, choice = 0.0, None
    for v in over:
        if allowed[u, v] and weight[u, v] > best:
            best, choice = float(weight[u, v]), (v, ALONE, ALONE)
        if len(halves) == 0:
            continue
        fits = allowed[u, halves] & allowed[v, others]
        gain = np.where(
            fits, weight[u, halves] + weight[v, others] - weight[halves, others], -np.inf
        )
        k = int(gain.argmax())
        if gain[k] > best:
            best, choice = float(gain[k]), (v, int(halves[k]), int(others[k]))
    return choice


def _polish(mate: list[int], weight: Matrix, allowed: Mask) -> None:
    """Swaps between two pairs while any gains: mends what cutting the cycles cost."""
    for _ in range(POLISH_SWEEPS):
        a = np.array([i for i, j in enumerate(mate) if i < j], dtype=np.intp)
        if len(a) < 2:
            return
        b = np.array([mate[i] for i in a], dtype=np.intp)
        now = weight[a, b][:, None] + weight[a, b][None, :]
        straight = _gain(weight, allowed, (a, a), (b, b)) - now
        crossed = _gain(weight, allowed, (a, b), (b, a)) - now
        best = np.maximum(straight, crossed)
        if best.max() <= GAIN:
            return
        _swap_disjoint(mate, (a, b), best, straight >= crossed)


def _gain(
    weight: Matrix, allowed: Mask, first: tuple[Indices, Indices], second: tuple[Indices, Indices]
) -> Matrix:
    one, two = np.ix_(*first), np.ix_(*second)
    fits = allowed[one] & allowed[two]
    np.fill_diagonal(fits, val=False)
    return np.where(fits, weight[one] + weight[two], -np.inf)


def _swap_disjoint(
    mate: list[int], ends: tuple[Indices, Indices], best: Matrix, straight: Mask
) -> None:
    """The best swap of each pair, largest first, as long as both pairs are still untouched."""
    a, b = ends
    target = best.argmax(1)
    gains = best[np.arange(len(a)), target]
    touched = np.zeros(len(a), dtype=np.bool_)
    for p in np.argsort(-gains, kind="stable"):
        q = int(target[p])
        if gains[p] <= GAIN:
            return
        if touched[p] or touched[q]:
            continue
        touched[p] = touched[q] = True
        w, x, y, z = int(a[p]), int(b[p]), int(a[q]), int(b[q])
        new = ((w, y), (x, z)) if straight[p, q] else ((w, z), (x, y))
        for i, j in new:
            mate[i], mate[j] = j, i


def _without_waste(mate: list[int], solved: Assigned, people: _People, weight: Matrix) -> list[int]:
    """The assignment's pairs if nothing was wasted by cutting, else exact covers tried beside it.

    Wasted means somebody alone beyond the odd one, or a repeat that the assignment itself does not
    prove to be needed: rare, and worth the slower search.
    """
    allowed, met, rank = people.allowed, people.met, people.rank
    repeats = _repeats(mate, met)
    placeable = int(allowed.any(1).sum())
    needed = -(-int(met[np.arange(len(met)), solved.partner].sum()) // 2)
    if len(mate) - mate.count(ALONE) >= placeable - placeable % 2 and repeats <= needed:
        return mate
    grown = widen(mate, allowed, rank)
    tries = [grown]
    if _repeats(grown, met) > needed:
        fresh = [ALONE if j != ALONE and met[i, j] else j for i, j in enumerate(mate)]
        tries.append(widen(widen(fresh, allowed & ~met, rank), allowed, rank))
    for found in tries:
        _polish(found, weight, allowed)
        improve(found, solved.slack)
    return max(tries, key=lambda found: _total(found, weight))


def _repeats(mate: list[int], met: Mask) -> int:
    return sum(1 for i, j in enumerate(mate) if i < j and met[i, j])


def _total(mate: list[int], weight: Matrix) -> float:
    return float(sum(weight[i, j] for i, j in enumerate(mate) if i < j))
