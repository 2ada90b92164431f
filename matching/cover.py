"""Matchings that leave out as few people as can be: Edmonds' blossoms over an adjacency mask.

Used to finish what the assignment left over and to say what was unavoidable. `mate[i]` is the
partner of i, or -1. One rule: a person with a partner keeps having one.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Sequence

import numpy as np

from matching.language import Mask
from matching.snapshot import Indices

ALONE = -1


class _Search:
    """One search for an alternating path from an unmatched root (Edmonds 1965; O(n m))."""

    def __init__(
        self, neighbours: list[list[int]], mate: list[int], root: int, most: int = sys.maxsize
    ) -> None:
        self.neighbours = neighbours
        self.mate = mate
        self.root = root
        # Only those reached are kept: a search in a crowd seldom goes far.
        self.parent: dict[int, int] = {}
        self.base: dict[int, int] = {}
        self.outer = {root}
        self.queue = deque([root])
        self.most = most

    def run(self) -> int:
        """The far end of an augmenting path, or ALONE; afterwards `outer` are those reached."""
        while self.queue and self.most > 0:
            self.most -= 1
            v = self.queue.popleft()
            for w in self.neighbours[v]:
                if self._base(v) == self._base(w) or self.mate[v] == w:
                    continue
                if w == self.root or self._is_inner_parented(w):
                    self._shrink(v, w)
                elif w not in self.parent:
                    self.parent[w] = v
                    if self.mate[w] == ALONE:
                        return w
                    self._reach(self.mate[w])
        return ALONE

    def flip(self, end: int) -> None:
        """Swap matched and unmatched edges along the path that ends at `end`."""
        w = end
        while w != ALONE:
            v = self.parent[w]
            further = self.mate[v]
            self.mate[w], self.mate[v] = v, w
            w = further

    def _is_inner_parented(self, w: int) -> bool:
        return self.mate[w] != ALONE and self.mate[w] in self.parent

    def _base(self, v: int) -> int:
        return self.base.get(v, v)

    def _reach(self, v: int) -> None:
        if v not in self.outer:
            self.outer.add(v)
            self.queue.append(v)

    def _shrink(self, v: int, w: int) -> None:
        common = self._common_base(v, w)
        inside: set[int] = set()
        self._mark(v, common, w, inside)
        self._mark(w, common, v, inside)
        for i in sorted(self.outer.union(self.parent)):
            if self._base(i) in inside:
                self.base[i] = common
                self._reach(i)

    def _common_base(self, v: int, w: int) -> int:
        seen = set()
        while True:
            v = self._base(v)
            seen.add(v)
            if self.mate[v] == ALONE:
                break
            v = self.parent[self.mate[v]]
        while self._base(w) not in seen:
            w = self.parent[self.mate[self._base(w)]]
        return self._base(w)

    def _mark(self, v: int, common: int, child: int, inside: set[int]) -> None:
        while self._base(v) != common:
            inside.update((self._base(v), self._base(self.mate[v])))
            self.parent[v] = child
            child = self.mate[v]
            v = self.parent[child]


def widen(mate: list[int], allowed: Mask, rank: Indices) -> list[int]:
    """The same matching grown to the most people possible, those of highest rank first (M22).

    Whom a matching can serve forms a matroid, so serving by rank never costs a seat.
    """
    neighbours = [np.flatnonzero(row).tolist() for row in allowed]
    return grow(mate, neighbours, sorted(range(len(mate)), key=lambda i: -int(rank[i])), rank)


def grow(
    mate: list[int],
    neighbours: list[list[int]],
    roots: Sequence[int],
    rank: Indices,
    most: int = sys.maxsize,
) -> list[int]:
    """`widen` for some people alone, over lists; a search stops after `most` people reached."""
    grown = list(mate)
    for root in roots:
        if grown[root] == ALONE and neighbours[root]:
            _serve(_Search(neighbours, grown, root, most), rank)
    return grown


def most_seats(allowed: Mask) -> int:
    """How many people a matching can serve at most."""
    n = len(allowed)
    mate = widen(_first_fit(allowed), allowed, np.zeros(n, dtype=np.intp))
    return n - mate.count(ALONE)


def _serve(search: _Search, rank: Indices) -> None:
    end = search.run()
    if end != ALONE:
        search.flip(end)
        return
    if not rank.any():
        return
    spared = min(search.outer, key=lambda v: (int(rank[v]), v))
    if rank[spared] < rank[search.root]:
        _give_up(spared, search)


def _give_up(spared: int, search: _Search) -> None:
    """Root takes over along the even path to `spared`, who is left over instead."""
    mate = search.mate
    partner = mate[spared]
    mate[spared] = mate[partner] = ALONE
    again = _Search(_without(search.neighbours, spared), mate, search.root)
    end = again.run()
    if end == ALONE:
        mate[spared], mate[partner] = partner, spared
    else:
        again.flip(end)


def _without(neighbours: list[list[int]], gone: int) -> list[list[int]]:
    return [[] if v == gone else [w for w in row if w != gone] for v, row in enumerate(neighbours)]


def _first_fit(allowed: Mask) -> list[int]:
    mate = [ALONE] * len(allowed)
    for v in np.argsort(allowed.sum(1), kind="stable"):
        if mate[v] == ALONE:
            for w in np.flatnonzero(allowed[v]):
                if mate[w] == ALONE:
                    mate[v], mate[w] = int(w), int(v)
                    break
    return mate
