"""Other ways to pair people, made anew from their published rules, over one matrix of worths.

`worth[i, j]` is the score of a pair, 0 where the two may not meet. Each contender returns pairs.
The systems behind the names do more than pairing; only their rule of who goes with whom is here.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from matching.assignment import assign
from matching.score import Matrix

Pairs = list[tuple[int, int]]
Contender = Callable[[Matrix, random.Random], Pairs]


def at_random(worth: Matrix, draw: random.Random) -> Pairs:
    """Everybody in a random order takes a random free partner who fits."""
    return _take_turns(worth, draw, lambda _person, free: draw.choice(free))


def first_waiting(worth: Matrix, draw: random.Random) -> Pairs:
    """Whoever comes takes the one who waits longest and fits (the rule of venueless)."""
    waiting: list[int] = []
    pairs = []
    for i in draw.sample(range(len(worth)), len(worth)):
        partner = next((j for j in waiting if worth[i, j] > 0), None)
        if partner is None:
            waiting.append(i)
        else:
            waiting.remove(partner)
            pairs.append((partner, i))
    return pairs


def arbitrary_order(worth: Matrix, draw: random.Random) -> Pairs:
    """Everybody in an arbitrary order takes the best free partner who fits (the rule of Nakama)."""
    return _take_turns(worth, draw, lambda i, free: max(free, key=lambda j: float(worth[i, j])))


def rank_and_cut(worth: Matrix, _draw: random.Random) -> Pairs:
    """All sorted by one number and cut into twos (the rule of Colyseus); misfits stay alone.

    The number is the mean of a person's worths: the best single one there is.
    """
    order = np.argsort(-worth.mean(1), kind="stable").tolist()
    cut = zip(order[::2], order[1::2], strict=False)
    return [(i, j) for i, j in cut if worth[i, j] > 0]


def sorted_greedy(worth: Matrix, _draw: random.Random) -> Pairs:
    """The best pair of all first, then the best of the rest, and so on (the rule of Open Match)."""
    a, b = np.triu_indices(len(worth), 1)
    order = np.argsort(-worth[a, b], kind="stable")
    a, b = a[order], b[order]
    fits = worth[a, b] > 0
    free = [True] * len(worth)
    pairs = []
    for i, j in zip(a[fits].tolist(), b[fits].tolist(), strict=True):
        if free[i] and free[j]:
            free[i] = free[j] = False
            pairs.append((i, j))
    return pairs


def scipy_cut(worth: Matrix, _draw: random.Random) -> Pairs:
    """scipy's assignment as it is, each cycle cut into neighbours from where it begins."""
    _, partner = assign(worth)
    seen = [False] * len(worth)
    pairs = []
    for start in range(len(worth)):
        walk = []
        i = start
        while not seen[i]:
            seen[i] = True
            walk.append(i)
            i = int(partner[i])
        pairs += [(i, j) for i, j in zip(walk[::2], walk[1::2], strict=False) if worth[i, j] > 0]
    return pairs


def networkx_blossom(worth: Matrix, _draw: random.Random) -> Pairs:
    """The exact maximum by networkx: Edmonds' blossoms in Python."""
    import networkx as nx

    graph = nx.Graph()
    a, b = np.nonzero(np.triu(worth, 1))
    graph.add_weighted_edges_from(zip(a.tolist(), b.tolist(), worth[a, b].tolist(), strict=True))
    return sorted(nx.max_weight_matching(graph, maxcardinality=True))


def rustworkx_blossom(worth: Matrix, _draw: random.Random) -> Pairs:
    """The exact maximum by rustworkx, whose weights are whole numbers: millionths."""
    import rustworkx as rx

    graph = rx.PyGraph()
    graph.add_nodes_from(range(len(worth)))
    a, b = np.nonzero(np.triu(worth, 1))
    graph.add_edges_from(list(zip(a.tolist(), b.tolist(), worth[a, b].tolist(), strict=True)))
    found = rx.max_weight_matching(
        graph, max_cardinality=True, weight_fn=lambda w: round(w * 1e6), verify_optimum=False
    )
    return sorted(found)


def _take_turns(
    worth: Matrix, draw: random.Random, choose: Callable[[int, list[int]], int]
) -> Pairs:
    order = draw.sample(range(len(worth)), len(worth))
    free = set(order)
    pairs = []
    for i in order:
        if i not in free:
            continue
        fits = [j for j in np.flatnonzero(worth[i] > 0).tolist() if j in free]
        if fits:
            j = choose(i, fits)
            free -= {i, j}
            pairs.append((i, j))
    return pairs


CONTENDERS: dict[str, tuple[Contender, int]] = {
    "random": (at_random, 2_000),
    "first_waiting": (first_waiting, 2_000),
    "arbitrary_order": (arbitrary_order, 2_000),
    "rank_and_cut": (rank_and_cut, 10_000),
    "sorted_greedy": (sorted_greedy, 2_000),
    "scipy_cut": (scipy_cut, 2_000),
    "networkx": (networkx_blossom, 200),
    "rustworkx": (rustworkx_blossom, 1_000),
}
"""Each with the head count up to which it is worth waiting for."""
