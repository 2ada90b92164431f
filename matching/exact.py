"""Every possible round of a small event: for twelve people or fewer nothing is left to luck (M17).

All ways to fill a round (pairs; or one trio and pairs) stand in a table made once per head count.
One rule: criteria are taken one after the other, each among the ways that were best by all before:
seats by rank, rooms that met before, fair trios, score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from matching.language import Mask
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot

MOST_PEOPLE = 12
RANK_BASE = 13.0
"""Above the head count, so that no number of lower ranks outweighs one higher rank."""


@dataclass(frozen=True, slots=True)
class Shape:
    """All ways to fill one shape of a round: `pairs` is (ways, pairs, 2), `trio` (ways, 0 or 3)."""

    pairs: Indices
    trio: Indices


@dataclass(frozen=True, slots=True)
class State:
    """What changes from round to round among the people of one pool."""

    met: Mask
    rank: Indices
    trios: Indices


@dataclass(frozen=True, slots=True)
class Way:
    """One filled round, by index into the pool."""

    pairs: tuple[tuple[int, int], ...]
    trio: tuple[int, ...]
    repeats: int
    unfair: int
    score: float

    @property
    def rooms(self) -> tuple[tuple[int, ...], ...]:
        """Pairs, then the trio if there is one."""
        return (*self.pairs, self.trio) if self.trio else self.pairs


@dataclass(frozen=True, slots=True)
class _Judged:
    """The four criteria for each way of one shape, all to be low but the score."""

    shape: Shape
    benched: Matrix
    repeats: Indices
    unfair: Indices
    score: Matrix


class Table:
    """The possible rounds of one pool, asked again and again as its state changes."""

    def __init__(self, snap: Snapshot, pool: Sequence[int]) -> None:
        at = np.array(pool, dtype=np.intp)
        block = np.ix_(at, at)
        self.size = len(pool)
        self.allowed = snap.pairs[block]
        self.score = snap.worth[block] + snap.noise[block]
        self.may_trio = _trio_mask(snap, pool) if snap.rules.trios else None
        self.start = State(met=snap.met[block], rank=snap.rank[at], trios=snap.trios[at])

    def best(self, state: State) -> Iterator[Way]:
        """The rounds that are best but for score, the highest score first."""
        judged = self._judge_all(state)
        kept = [np.arange(len(j.score)) for j in judged]
        for criterion in ("benched", "repeats", "unfair"):
            columns = [getattr(j, criterion)[k] for j, k in zip(judged, kept, strict=True)]
            lowest = min(c.min() for c in columns if len(c))
            kept = [k[c == lowest] for k, c in zip(kept, columns, strict=True)]
        yield from self._by_score(judged, kept)

    def after(self, state: State, way: Way) -> State:
        """The state when this round is over: who met, who sat out, who was in a trio."""
        met, trios = state.met.copy(), state.trios.copy()
        seated = np.zeros(self.size, dtype=np.bool_)
        for room in way.rooms:
            at = np.array(room, dtype=np.intp)
            met[np.ix_(at, at)] = True
            seated[at] = True
            trios[at] += len(room) > 2
        np.fill_diagonal(met, val=False)
        _, rank = np.unique(state.rank + self.size * ~seated, return_inverse=True)
        return State(met=met, rank=rank.astype(np.intp), trios=trios)

    def _judge_all(self, state: State) -> list[_Judged]:
        """Pairs alone first: a trio is looked at only when pairs leave somebody over (M11)."""
        judged = [self._judge(Shape(matchings(self.size), _no_trio(self.size)), state)]
        if self.may_trio is not None and judged[0].benched.min() > 0 and self.size > 2:
            judged.append(self._judge(trio_shape(self.size), state))
        return judged

    def _judge(self, shape: Shape, state: State) -> _Judged:
        a, b = shape.pairs[..., 0], shape.pairs[..., 1]
        weight = RANK_BASE ** np.unique(state.rank, return_inverse=True)[1]
        allowed, met = self.allowed[a, b], state.met[a, b]
        seated = ((weight[a] + weight[b]) * allowed).sum(1)
        repeats = (allowed & met).sum(1)
        score = (self.score[a, b] * (allowed & ~met)).sum(1)
        unfair = np.zeros(len(a), dtype=np.intp)
        if shape.trio.shape[1] and self.may_trio is not None:
            i, j, k = shape.trio.T
            open_ = self.may_trio[i, j, k]
            worth = np.where(state.met, 0.0, self.score)
            fewest = int(np.sort(state.trios)[:3].sum())
            seated = seated + (weight[i] + weight[j] + weight[k]) * open_
            again = state.met[i, j] | state.met[i, k] | state.met[j, k]
            repeats = repeats + (open_ & again)
            unfair = (state.trios[shape.trio].sum(1) - fewest) * open_
            score = score + (worth[i, j] + worth[i, k] + worth[j, k]) / 2 * open_
        return _Judged(shape, weight.sum() - seated, repeats, unfair, score)

    def _by_score(self, judged: list[_Judged], kept: list[Indices]) -> Iterator[Way]:
        source = np.concatenate([np.full(len(k), s) for s, k in enumerate(kept)])
        index = np.concatenate(kept)
        score = np.concatenate([j.score[k] for j, k in zip(judged, kept, strict=True)])
        for at in np.argsort(-score, kind="stable"):
            yield self._way(judged[int(source[at])], int(index[at]))

    def _way(self, judged: _Judged, at: int) -> Way:
        trio = tuple(judged.shape.trio[at].tolist())
        if trio and (self.may_trio is None or not self.may_trio[trio]):
            trio = ()
        pairs = [(int(i), int(j)) for i, j in judged.shape.pairs[at] if self.allowed[i, j]]
        return Way(
            pairs=tuple(pairs),
            trio=trio,
            repeats=int(judged.repeats[at]),
            unfair=int(judged.unfair[at]),
            score=float(judged.score[at]),
        )


@lru_cache(maxsize=MOST_PEOPLE + 1)
def matchings(n: int) -> Indices:
    """All ways to pair n people (one over when n is odd), as (ways, n // 2, 2)."""
    if n < 2:
        return np.zeros((1, 0, 2), dtype=np.intp)
    if n % 2:
        return np.concatenate([_onto([i for i in range(n) if i != out]) for out in range(n)])
    rows = []
    for partner in range(1, n):
        rest = _onto([i for i in range(1, n) if i != partner])
        first = np.broadcast_to(np.array([[0, partner]], dtype=np.intp), (len(rest), 1, 2))
        rows.append(np.concatenate([first, rest], axis=1))
    return np.concatenate(rows)


@lru_cache(maxsize=MOST_PEOPLE + 1)
def trio_shape(n: int) -> Shape:
    """All ways to make one trio and pair the others (one over when their number is odd)."""
    pairs, trios = [], []
    for trio in combinations(range(n), 3):
        ways = _onto([i for i in range(n) if i not in trio])
        pairs.append(ways)
        trios.append(np.broadcast_to(np.array(trio, dtype=np.intp), (len(ways), 3)))
    return Shape(np.concatenate(pairs), np.concatenate(trios))


def _onto(people: list[int]) -> Indices:
    return np.asarray(np.array(people, dtype=np.intp)[matchings(len(people))])


def _no_trio(n: int) -> Indices:
    return np.zeros((len(matchings(n)), 0), dtype=np.intp)


def _trio_mask(snap: Snapshot, pool: Sequence[int]) -> Mask:
    n = len(pool)
    mask = np.zeros((n, n, n), dtype=np.bool_)
    for trio in combinations(range(n), 3):
        mask[trio] = snap.may_share([pool[i] for i in trio])
    return mask
