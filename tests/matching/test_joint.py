"""The bound on several rounds at once, which only the bench uses, against every evening there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from matching.exact import matchings
from matching.score import Matrix
from matching.snapshot import Indices
from tests.bench.joint import joint_bound


def best_evening(worth: Matrix, rounds: int) -> float:
    """What the best of all evenings is worth that seat everybody in a pair each round; repeats nothing."""
    ways = [way for way in matchings(len(worth)) if all(worth[i, j] > 0 for i, j in _pairs(way))]
    return max(
        sum(worth[i, j] for i, j in {pair for way in played for pair in _pairs(way)})
        for played in product(ways, repeat=rounds)
    )


def _pairs(way: Indices) -> list[tuple[int, int]]:
    return [(i, j) for i, j in way.tolist()]


@pytest.mark.parametrize("seed", range(12))
def test_no_evening_exceeds_the_joint_bound(seed: int) -> None:
    lots = np.random.default_rng(seed).random((6, 6))
    worth = np.triu(lots * (lots > 0.15 * (seed % 3)), 1)
    worth += worth.T
    if seed % 2:  # one with a single partner, who meets them again and again
        worth[0, 2:] = worth[2:, 0] = 0
        worth[0, 1] = worth[1, 0] = 0.9
    found = best_evening(worth, 3)
    bound = joint_bound(worth, 3, all_in_pairs=True)
    assert found <= bound + 1e-9
    assert bound <= joint_bound(worth, 3, all_in_pairs=False)
    assert seed % 2 or found >= 0.85 * bound, "a bound that far off says nothing"
