"""Making pairs better by long swaps: one pair parts, each of the two takes somebody else's partner,
and so on until the last two left over are each other's.

`slack` says of two people how much less they are worth together than their prices; what a chain
gains is the slack of the pairs it parts minus that of the pairs it makes. All chains from one pair are
followed at once, step by step, only as far as they can still gain, along pairs that fall short by little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

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


@dataclass(frozen=True, slots=True)
class Near:
    """The pairs a chain may come by, row by row from both sides, and what they fall short by."""

    column: Indices
    slack: npt.NDArray[np.floating[Any]]
    ends: Indices

    def of(self, people: Indices) -> tuple[Indices, Indices, npt.NDArray[np.floating[Any]]]:
        """The pairs of these people: which of them, by place, whom with, and the slack."""
        first = self.ends[people]
        times = self.ends[people + 1] - first
        which = np.repeat(np.arange(len(people)), times)
        skipped = np.cumsum(times) - times
        at = np.arange(len(which)) + (first - skipped)[which]
        return which, self.column[at], self.slack[at]


def improve(mate: list[int], slack: Matrix) -> None:
    """Swaps along all chains that gain, found in a table of all slacks."""
    partner = np.array(mate, dtype=np.intp)
    own = np.where(partner == ALONE, -np.inf, slack[np.arange(len(partner)), partner])
    reach = min(REACH, float(own.max(initial=0.0)))
    if reach <= SHORT:
        return
    n = len(slack)
    near = np.flatnonzero(slack < reach)
    row, column = np.divmod(near, n)
    pairs = Near(column, slack.ravel()[near], np.searchsorted(row, np.arange(n + 1)))
    swap_along(partner, own, pairs, lambda i, j: float(slack[i, j]), MOST_CHAINS)
    mate[:] = partner.tolist()


def swap_along(
    partner: Indices, own: Matrix, near: Near, slack: Callable[[int, int], float], most: int
) -> None:
    """Tries pairs that fall short of their prices, the shortest first, and swaps where it gains.

    `own` is what the pair of each falls short by, -inf for who is alone; both are brought up to date.
    """
    worst = np.flatnonzero((own > SHORT) & (partner > np.arange(len(partner))))
    for a in worst[np.argsort(-own[worst], kind="stable")][:most].tolist():
        b = int(partner[a])
        if own[a] <= SHORT:
            continue
        for end, other in ((a, b), (b, a)):
            chain = _chain(end, other, partner, own, near)
            if chain:
                _swap(chain, partner)
                for i in chain:
                    own[i] = slack(i, int(partner[i]))
                break


def _swap(chain: list[int], partner: Indices) -> None:
    for i, j in zip(chain[::2], chain[1::2], strict=True):
        partner[i], partner[j] = j, i


def _chain(start: int, goal: int, partner: Indices, own: Matrix, near: Near) -> list[int]:
    """People in the order they are newly paired, two by two; empty if nothing gains.

    `cost[x]` is what the cheapest chain so far has lost when x is the one left over: below 0 it can
    still gain, since no slack is negative.
    """
    n = len(partner)
    cost, back = np.full(n, np.inf), np.full(n, np.inf)
    cost[start] = -float(own[start])
    _, beside, short = near.of(np.array([goal], dtype=np.intp))
    back[beside] = short
    before: list[Indices] = []
    left, best, found = np.array([start], dtype=np.intp), -WORTHWHILE, list[int]()
    for _ in range(STEPS):
        closing = cost[left] + back[left]
        last = int(closing.argmin())
        if before and closing[last] < best:
            walk = _walk(int(left[last]), goal, before, partner)
            if walk:
                best, found = float(closing[last]), walk
        which, to, slack = near.of(left)
        source = left[which]
        lost = cost[source] + slack - own[to]
        may = (lost < 0) & (lost < cost[partner[to]]) & (to != partner[source])
        may &= (to != start) & (to != goal)
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
