"""What everybody is worth on a market of pairs: the dual of the assignment problem, found by cooling.

Prices y with y[i] + y[j] >= worth of every pair add up to at least what any pairing is worth. At
temperature t everybody asks t * log(sum(exp((worth - price of the other) / t))); halved steps
settle within a dozen rounds, and cooling brings the sum within a few parts in ten thousand of the
least possible. One rule: only `Graph.covering` proves; the rest may be as rough as it likes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.snapshot import Indices
from matching.tiles import Edges, Floats

Prices = npt.NDArray[np.float64]

HEAT = ((0.3, 12), (0.1, 12), (0.04, 12))
"""Before cooling, where nothing is known yet."""
COOLING = (
    (0.02, 10),
    (0.01, 10),
    (0.005, 12),
    (0.0025, 14),
    (0.00125, 16),
    (0.0006, 20),
    (0.0003, 20),
)
REHEATED = COOLING[3:]
HARD_STEPS = 4


@dataclass(frozen=True, slots=True)
class Graph:
    """Pairs from both sides, sorted by the first; everybody has staying alone, worth 0, as an edge."""

    i: Indices
    j: Indices
    worth: Floats
    start: Indices

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.start)

    def cooled(self, price: Floats, cooling: Sequence[tuple[float, int]]) -> Floats:
        """Near-optimal prices from a first guess."""
        times = np.diff(np.append(self.start, len(self.i)))
        for heat, steps in cooling:
            for _ in range(steps):
                price = (price + self._asked(price, np.float32(heat), times)) / np.float32(2)
        return price

    def covering(self, price: Floats) -> Prices:
        """Prices that cover every pair of the graph, from nearly covering ones."""
        y = np.maximum(price.astype(np.float64), 0)
        for _ in range(HARD_STEPS):
            y = (y + self._best(y)) / 2
        # Half of what is missing, at both ends of the pair that misses most.
        return y + np.maximum(self._best(y) - y, 0) / 2

    def spare(self, slack: Prices, partners: float) -> float:
        """The slack within which everybody has so many partners on average."""
        between = slack[self.i != self.j]
        wanted = round(partners * self.n)
        if wanted >= len(between):
            return float(between.max(initial=0))
        return float(np.partition(between, wanted)[wanted])

    def worth_of(self, i: Indices, j: Indices) -> Floats:
        """What pairs are worth; -1 for those that are not in the graph."""
        keys, wanted = self.i * self.n + self.j, i * self.n + j
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, self.worth[at], np.float32(-1))

    def slack(self, price: Prices) -> Prices:
        """By how much each pair is covered too well."""
        return price[self.i] + price[self.j] - self.worth

    def _best(self, price: Prices) -> Prices:
        return np.maximum(np.maximum.reduceat(self.worth - price[self.j], self.start), 0)

    def _asked(self, price: Floats, heat: np.float32, times: Indices) -> Floats:
        gain = self.worth - price[self.j]
        best = np.maximum.reduceat(gain, self.start)
        gain -= np.repeat(best, times)
        gain /= heat
        np.exp(gain, out=gain)
        asked = best + heat * np.log(np.add.reduceat(gain, self.start))
        return np.asarray(np.maximum(asked, 0), dtype=np.float32)


def graph(edges: Edges, n: int) -> Graph:
    """The graph of some pairs of n people; each pair may be given once or several times."""
    low, high = np.minimum(edges.i, edges.j), np.maximum(edges.i, edges.j)
    _, once = np.unique(low.astype(np.int64) * n + high, return_index=True)
    low, high, worth = low[once], high[once], edges.worth[once]
    everyone = np.arange(n)
    i = np.concatenate([low, high, everyone])
    j = np.concatenate([high, low, everyone])
    both = np.concatenate([worth, worth, np.zeros(n, np.float32)])
    turn = np.argsort(i.astype(np.int64) * n + j)
    i, j, both = i[turn], j[turn], both[turn]
    return Graph(i, j, both, np.searchsorted(i, everyone))
