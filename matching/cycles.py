"""Partners for a crowd from prices that nearly solve it: the largest matching of nearly tight pairs.

A pair's slack is what its prices cover too much; a matching loses no more than the slacks it uses.
So the largest matching (Hopcroft and Karp 1973, over ordered pairs) among pairs of hardly any slack
is hardly below the optimum, at a thousandth of the cost of solving for it. Even cycles of the
permutation are cut in half, an odd one leaves out the person who costs least.
"""

from __future__ import annotations

import numpy as np

from matching.cooling import Graph, Prices
from matching.cover import ALONE
from matching.snapshot import Indices

PARTNERS = (2.0, 2.5)
"""Tries: so many tight partners each; the fewer, the better the pairs and the more left over."""
MENDING = 0.005
"""What finding somebody a partner afterwards costs the score, roughly."""
NO_STEP = -9.0


def matched(graph: Graph, price: Prices) -> Indices:
    """The partner of everybody, or ALONE: the best of several tries."""
    slack = graph.slack(price)
    fair = float(price.sum()) / max(graph.n, 1)
    best, best_value = np.full(graph.n, ALONE), -np.inf
    for partners in PARTNERS:
        mate, value = _try(graph, slack, graph.spare(slack, partners))
        value += (fair - MENDING) * int((mate == ALONE).sum())
        if value > best_value:
            best, best_value = mate, value
    return best


def _try(graph: Graph, slack: Prices, spare: float) -> tuple[Indices, float]:
    # Imported when first needed: it takes most of a second, and a server starts in less.
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    tight = (slack <= spare) & (graph.i != graph.j)
    ends = graph.i[tight], graph.j[tight]
    links = csr_matrix((np.ones(len(ends[0]), np.int8), ends), shape=(graph.n, graph.n))
    partner = maximum_bipartite_matching(links, perm_type="column").astype(np.intp)
    worth = np.full(graph.n, NO_STEP)
    goes = np.flatnonzero(partner >= 0)
    worth[goes] = graph.worth_of(goes, partner[goes])
    mate = _cut(_closed(partner), worth)
    paired = np.flatnonzero(mate > np.arange(graph.n))
    return mate, float(graph.worth_of(paired, mate[paired]).sum())


def _closed(partner: Indices) -> Indices:
    """A permutation: walks that end with somebody who points at nobody lead back to their start."""
    closed = partner.copy()
    pointed = np.zeros(len(partner), dtype=np.bool_)
    pointed[partner[partner >= 0]] = True
    for first in np.flatnonzero(~pointed).tolist():
        i = first
        while partner[i] >= 0:
            i = int(partner[i])
        closed[i] = first
    return closed


def _cut(partner: Indices, worth: Prices) -> Indices:
    everyone = np.arange(len(partner))
    mutual = (partner[partner] == everyone) & (partner != everyone)
    mate = np.where(mutual, partner, ALONE)
    # A pair of which one only closes the walk is a pair all the same: the other points at them.
    done = (mutual | (partner == everyone)).tolist()
    to, gain = partner.tolist(), worth.tolist()
    for first in np.flatnonzero(~np.array(done, dtype=np.bool_)).tolist():
        walk = []
        i = first
        while not done[i]:
            done[i] = True
            walk.append(i)
            i = to[i]
        for i in _chosen(walk, gain):
            mate[i], mate[to[i]] = to[i], i
    return mate


def _chosen(walk: list[int], gain: list[float]) -> list[int]:
    """Who of a cycle keeps the partner they point at: every other one, worth most together."""
    k = len(walk)
    if k < 2:
        return []
    if k % 2 == 0:
        return max((walk[0::2], walk[1::2]), key=lambda half: sum(gain[i] for i in half))
    # Every second person, all the way round twice: any k // 2 of them in a row leave out one.
    turned = [walk[(2 * s) % k] for s in range(k)]
    total = best = sum(gain[i] for i in turned[: k // 2])
    start = 0
    for s in range(1, k):
        total += gain[turned[(s + k // 2 - 1) % k]] - gain[turned[s - 1]]
        if total > best:
            best, start = total, s
    return [turned[(start + s) % k] for s in range(k // 2)]
