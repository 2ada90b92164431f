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
FEW = 20
"""Whoever has fewer is given so many as everybody has on average: the near ones will be met some day."""
CROWDED = 4
"""With so many times more (all alike) the coarse prices have to do."""
SAMPLE = 16
HARD_STEPS = 3
FINER = (0.01, 0.004, 0.001)
SCALINGS = 16
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
        near = _Near(self.row[open_], self.column[open_], len(self.price))
        if len(near.row) == 0:
            return self.price
        value = worth[near.row, near.column]
        price = self.price
        for _ in range(HARD_STEPS):
            price = (price + near.best(value - price[near.column], price)) / 2
        for softness in FINER:
            over = (value - price[near.row] - price[near.column]) / softness
            price = price - softness * near.scaled(np.minimum(over, STEEPEST))
        return price


class _Near:
    """Some pairs, row by row, from both sides."""

    def __init__(self, row: Places, column: Places, n: int) -> None:
        self.row, self.column, self.n = row, column, n
        self._ends = np.zeros(n + 1, dtype=np.int32)
        np.cumsum(np.bincount(row, minlength=n), out=self._ends[1:])

    def best(self, gain: Matrix, otherwise: Matrix) -> Matrix:
        """The highest of each row; what is given for rows without any pair."""
        here = np.flatnonzero(np.diff(self._ends))
        highest = otherwise.copy()
        highest[here] = np.maximum.reduceat(gain, self._ends[here])
        return highest

    def scaled(self, over: Matrix) -> Matrix:
        """The logarithm of the factors that make each row of the softened matrix sum to 1."""
        from scipy.sparse import csr_array

        soft = csr_array((np.exp(over), self.column, self._ends), shape=(self.n, self.n))
        factor = np.ones(self.n)
        for _ in range(SCALINGS):
            factor = np.sqrt(factor / np.maximum(soft @ factor, float(LEAST)))
            # Who has nobody near would pay less and less for ever.
            np.clip(factor, 1 / float(MOST), float(MOST), out=factor)
        return np.log(factor)


def begin(value: Matrix) -> Start:
    """The start for these values of pairs, 0 where a pair may not be."""
    n = len(value)
    price, rest = coarse(value)
    few = rest[:: max(1, n // SAMPLE)].ravel()
    share = min(few.size - 1, few.size * NEAR // n)
    edge = -np.partition(-few, share)[share]
    near = (rest > edge) & (value > 0)
    row = column = np.zeros(0, dtype=np.intp)
    if np.count_nonzero(near) <= CROWDED * NEAR * n:
        _add_for_few(near, value, rest)
        row, column = np.divmod(np.flatnonzero(near), n)
    return Start(price, row.astype(np.int32), column.astype(np.int32))


def _add_for_few(near: Mask, value: Matrix, rest: npt.NDArray[np.float32]) -> None:
    few = np.flatnonzero(near.sum(1) < FEW)
    most = min(NEAR, len(near) - 1)
    able = value[few] > 0
    nearest = np.argpartition(np.where(able, -rest[few], np.inf), most, axis=1)[:, :most]
    here = np.arange(len(few))[:, None]
    row, column = np.repeat(few, most), nearest.ravel()
    may = able[here, nearest].ravel()
    near[row[may], column[may]] = near[column[may], row[may]] = True
