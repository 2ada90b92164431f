"""What several rounds of pairs cannot exceed together, whatever the plan: `joint_bound`.

Everybody meets each other at most once for anything, and at most one room a round. The dual of that
fractional b-matching: a price per person, and for each pair what it is worth beyond its two prices.
Any prices give a bound; good ones are found by descent on a smoothed form, and only the plain form
is ever returned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from matching.language import Mask
from matching.score import Matrix

SOFTNESS = (0.01, 0.003, 0.001, 0.0003)
STEPS = 60
FORBIDDEN = -9.0
Smooth = Callable[[npt.NDArray[Any]], tuple[float, Matrix]]


def joint_bound(worth: Matrix, rounds: int, *, all_in_pairs: bool) -> float:
    """The bound for these values of pairs, 0 for a pair that may not be.

    `all_in_pairs`: for plans that seat everybody in a pair in every round. Whoever has fewer partners
    than there are rounds then takes somebody's round for a repeat, which is worth nothing: their price
    may fall below 0, as long as no two who may be paired are worth less than nothing together.
    """
    allowed = worth > 0
    value = np.where(allowed, worth, FORBIDDEN)
    price = _good_prices(value, rounds)
    best = _bound(value, price, rounds)
    if all_in_pairs:
        best = min(best, _bound(value, _below_nothing(value, allowed, price, rounds), rounds))
    return best


def _bound(value: Matrix, price: Matrix, rounds: int) -> float:
    over = np.maximum(value - price[:, None] - price[None, :], 0)
    return float(rounds * price.sum() + over.sum() / 2)


def _good_prices(value: Matrix, rounds: int) -> Matrix:
    n = len(value)
    most = min(rounds, n - 1)
    price = np.maximum(np.partition(value, n - most, axis=1)[:, n - most] / 2, 0.0)
    for softness in SOFTNESS:
        found = minimize(
            _smoothed(value, rounds, softness),
            price,
            jac=True,
            method="L-BFGS-B",
            bounds=[(0, None)] * n,
            options={"maxiter": STEPS},
        )
        price = np.asarray(found.x)
    return price


def _smoothed(value: Matrix, rounds: int, softness: float) -> Smooth:
    """The bound with its kinks rounded off, and its slope."""

    def told(price: npt.NDArray[Any]) -> tuple[float, Matrix]:
        over = (value - price[:, None] - price[None, :]) / softness
        small = np.exp(-np.abs(over))
        soft = softness * (np.maximum(over, 0) + np.log1p(small))
        share = np.where(over > 0, 1, small) / (1 + small)
        return float(rounds * price.sum() + soft.sum() / 2), rounds - share.sum(1)

    return told


def _below_nothing(value: Matrix, allowed: Mask, price: Matrix, rounds: int) -> Matrix:
    """Prices with those of people of few partners lowered as far as they may be, where it helps."""
    low = price.copy()
    partners = allowed.sum(1)
    for i in np.argsort(partners, kind="stable"):
        others = np.flatnonzero(allowed[i])
        if len(others) == 0 or partners[i] >= rounds:
            continue
        least = -low[others].min()
        dearer = np.maximum(value[i, others] - least - low[others], 0)
        now = np.maximum(value[i, others] - low[i] - low[others], 0)
        if least < low[i] and dearer.sum() - now.sum() < rounds * (low[i] - least):
            low[i] = least
    return low
