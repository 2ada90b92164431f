"""What a talk with a host would have to cost so that no more is asked than can be given.

One rule: every price list proves a bound: no plan is worth more than what all talks cost at these
prices and what each guest gains beyond them (Lagrange). So `bound` holds however the search ended.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.score import Matrix

Vector = npt.NDArray[np.float64]
Counts = npt.NDArray[np.intp]

STEPS = 150
CLOSE_ENOUGH = 1e-4


@dataclass(frozen=True, slots=True)
class Prices:
    """guests: what the next talk a guest cannot have would be worth to them. hosts: what one costs."""

    guests: Vector
    hosts: Vector
    bound: float


def host_prices(worth: Matrix, most: Counts, room: Counts) -> Prices:
    """Prices by subgradient steps; `worth` is 0 where two may not meet, limits are per person."""
    price = np.zeros(worth.shape[1])
    best = Prices(np.zeros(len(most)), price, np.inf)
    reached = _greedy(worth, most, room)
    for _ in range(STEPS):
        value, asked, spare = _at(worth, most, room, price)
        if value < best.bound:
            best = Prices(spare, price.copy(), value)
        excess = (asked - room).astype(np.float64)
        excess[(price == 0) & (excess < 0)] = 0.0
        norm = float((excess**2).sum())
        if norm == 0 or best.bound - reached <= CLOSE_ENOUGH * best.bound:
            break
        price = np.maximum(0.0, price + (value - reached) / norm * excess)
    return best


def _at(worth: Matrix, most: Counts, room: Counts, price: Vector) -> tuple[float, Counts, Vector]:
    """The bound at these prices, how often each host is asked for, and each guest's spare wish."""
    net = np.where(worth > 0, worth - price, 0.0)
    deepest = min(int(most.max(initial=0)) + 1, net.shape[1])
    chosen = np.argpartition(-net, deepest - 1, axis=1)[:, :deepest]
    order = np.take_along_axis(net, chosen, 1).argsort(1)[:, ::-1]
    chosen = np.take_along_axis(chosen, order, 1)
    gain = np.take_along_axis(net, chosen, 1)
    taken = (np.arange(deepest) < most[:, None]) & (gain > 0)
    asked = np.bincount(chosen[taken], minlength=len(price)).astype(np.intp)
    column = np.minimum(most, deepest - 1)
    spare = np.where(most < deepest, gain[np.arange(len(most)), column], 0.0)
    value = float((room * price).sum() + gain[taken].sum())
    return value, asked, np.maximum(spare, 0.0)


def _greedy(worth: Matrix, most: Counts, room: Counts) -> float:
    """The dearest talks first: a plan's worth to step towards, when slots are left aside."""
    left, open_ = most.copy(), room.copy()
    total = 0.0
    rows, columns = np.nonzero(worth > 0)
    for k in np.argsort(-worth[rows, columns], kind="stable"):
        g, h = rows[k], columns[k]
        if left[g] > 0 and open_[h] > 0:
            left[g] -= 1
            open_[h] -= 1
            total += float(worth[g, h])
            if not open_.any():
                break
    return total
