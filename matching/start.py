"""Prices to start from, round after round: coarse ones found once from scores and permits alone, and the
pairs near them, over which each round's own prices are a row of sparse products.

One rule: all of it follows from who is there and the rules, never from an earlier round, so a plan is
the same whether or not anything was kept from one (M31).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.duals import LEAST, MOST, coarse
from matching.language import Mask
from matching.score import Matrix

Places = npt.NDArray[np.int32]

NEAR = 40
"""Pairs looked at for each person, on average."""
CROWDED = 4
"""With so many times more (all alike) the coarse prices have to do."""
SAMPLE = 16
FINER = (0.01, 0.005, 0.002)
SCALINGS = 40
STEEPEST = 20.0


@dataclass(frozen=True, slots=True)
class Start:
    """Coarse prices by person, and the pairs near them, row by row; no pairs where all are near."""

    price: Matrix
    row: Places
    column: Places

    def refined(self, worth: Matrix, fits: Mask) -> Matrix:
        """Prices for what the pairs are worth now, those counting that fit."""
        open_ = fits[self.row, self.column]
        row, column = self.row[open_], self.column[open_]
        if len(row) == 0:
            return self.price
        value = worth[row, column]
        price = self.price
        for softness in FINER:
            over = (value - price[row] - price[column]) / softness
            price = price - softness * _scaled(np.minimum(over, STEEPEST), row, column, len(price))
        return price


def begin(value: Matrix) -> Start:
    """The start for these values of pairs, 0 where a pair may not be."""
    n = len(value)
    price, rest = coarse(value)
    few = rest[:: max(1, n // SAMPLE)].ravel()
    share = min(few.size - 1, few.size * NEAR // n)
    edge = -np.partition(-few, share)[share]
    near = np.flatnonzero((rest > edge).ravel() & (value > 0).ravel())
    if len(near) > CROWDED * NEAR * n:
        near = near[:0]
    row, column = np.divmod(near, n)
    return Start(price, row.astype(np.int32), column.astype(np.int32))


def _scaled(over: Matrix, row: Places, column: Places, n: int) -> Matrix:
    """The logarithm of the factors that make each row of the softened matrix sum to 1."""
    from scipy.sparse import csr_array

    ends = np.zeros(n + 1, dtype=np.int32)
    np.cumsum(np.bincount(row, minlength=n), out=ends[1:])
    soft = csr_array((np.exp(over, dtype=np.float64), column, ends), shape=(n, n))
    factor = np.ones(n)
    for _ in range(SCALINGS):
        factor = np.sqrt(factor / np.maximum(soft @ factor, float(LEAST)))
        # Who has nobody near would pay less and less for ever.
        np.clip(factor, 1 / float(MOST), float(MOST), out=factor)
    return np.log(factor)
