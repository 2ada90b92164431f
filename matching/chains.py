"""Making pairs better by long swaps: one pair parts, each of the two takes somebody else's partner,
and so on until the last two left over are each other's.

`slack` says of two people how much less they are worth together than their prices; what a chain
gains is the slack of the pairs it parts minus that of the pairs it makes. All chains from one pair are
followed at once, step by step, only as far as they can still gain, along pairs that fall short by little.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matching.cover import ALONE
from matching.score import Matrix
from matching.snapshot import Indices

STEPS = 8
MOST_CHAINS = 24
WIDEST = 32
SHORT = 2e-3
"""Pairs that fall short by less have too little to gain."""
REACH = 0.03
"""Pairs that fall short by more hardly ever are a step of a chain that gains."""
WORTHWHILE = 1e-7


def improve(mate: list[int], slack: Matrix) -> None:
    """Tries every pair that falls short of its prices, the shortest first, and swaps where it gains."""
    partner = np.array(mate, dtype=np.intp)
    paired = np.flatnonzero(partner != ALONE)
    short = slack[paired, partner[paired]]
    turn = np.argsort(-short, kind="stable")
    worst = paired[turn][short[turn] > SHORT].tolist()
    if not worst:
        return
    near = _near(slack, min(REACH, float(short.max())))
    tried = 0
    for a in worst:
        b = int(partner[a])
        if tried >= MOST_CHAINS or slack[a, b] <= SHORT:
            break
        if a > b:
            continue
        tried += 1
        for end, other in ((a, b), (b, a)):
            chain = _chain(end, other, partner, near)
            if chain:
                _swap(chain, partner)
                break
    mate[:] = partner.tolist()


@dataclass(frozen=True, slots=True)
class _Near:
    """The pairs a chain may come by, row by row; all slacks beside them."""

    slack: Matrix
    column: Indices
    ends: Indices

    def of(self, people: Indices) -> tuple[Indices, Indices]:
        """The pairs of these people: which of them, by place, and whom with."""
        first = self.ends[people]
        times = self.ends[people + 1] - first
        which = np.repeat(np.arange(len(people)), times)
        skipped = np.cumsum(times) - times
        return which, self.column[np.arange(len(which)) + (first - skipped)[which]]


def _near(slack: Matrix, reach: float) -> _Near:
    n = len(slack)
    row, column = np.divmod(np.flatnonzero(slack < reach), n)
    return _Near(slack, column, np.searchsorted(row, np.arange(n + 1)))


def _swap(chain: list[int], partner: Indices) -> None:
    for i, j in zip(chain[::2], chain[1::2], strict=True):
        partner[i], partner[j] = j, i


def _chain(start: int, goal: int, partner: Indices, near: _Near) -> list[int]:
    """People in the order they are newly paired, two by two; empty if nothing gains.

    `cost[x]` is what the cheapest chain so far has lost when x is the one left over: below 0 it can
    still gain, since no slack is negative.
    """
    slack, n = near.slack, len(partner)
    everybody = np.arange(n)
    refund = np.where(partner == ALONE, -np.inf, slack[everybody, partner])
    refund[[start, goal]] = -np.inf
    cost = np.full(n, np.inf)
    cost[start] = -float(slack[start, goal])
    before: list[Indices] = []
    left, best, found = np.array([start], dtype=np.intp), -WORTHWHILE, list[int]()
    for _ in range(STEPS):
        closing = cost[left] + slack[left, goal]
        last = int(closing.argmin())
        if before and closing[last] < best:
            walk = _walk(int(left[last]), goal, before, partner)
            if walk:
                best, found = float(closing[last]), walk
        which, to = near.of(left)
        source = left[which]
        lost = cost[source] + slack[source, to] - refund[to]
        may = (lost < 0) & (lost < cost[partner[to]]) & (to != partner[source])
        source, to, lost = source[may], to[may], lost[may]
        if len(to) == 0:
            break
        turn = np.argsort(lost, kind="stable")
        _, once = np.unique(to[turn], return_index=True)
        cheapest = turn[np.sort(once)[:WIDEST]]
        freed = partner[to[cheapest]]
        came_from = np.full(n, ALONE, dtype=np.intp)
        came_from[freed] = source[cheapest]
        before.append(came_from)
        cost[freed] = lost[cheapest]
        left = freed
    return found


def _walk(last: int, goal: int, before: list[Indices], partner: Indices) -> list[int]:
    """The chain that leaves `last` over for the goal; empty if it comes by anybody twice."""
    chain = [goal, last]
    x = last
    for came_from in reversed(before):
        chain += [int(partner[x]), int(came_from[x])]
        x = int(came_from[x])
    return chain if len(set(chain)) == len(chain) else []
