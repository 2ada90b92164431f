"""The assignment problem, solved by scipy (modified Jonker-Volgenant; Crouse 2016).

scipy lets go of the interpreter while it solves, so this may run in a thread beside an event loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.blocks import blocks
from matching.duals import Matrix, prices

TOO_DEAR = 0.05


@dataclass(frozen=True, slots=True)
class Assigned:
    """A best assignment: everybody's `partner` (themselves for nobody).

    `slack` says of any two how much less they are worth than their prices together: nearly 0 for the two
    of a pair, and hardly ever below 0 (prices to start from need not cover every pair).
    """

    partner: npt.NDArray[np.intp]
    slack: Matrix


def assign(
    worth: npt.NDArray[np.floating[Any]], *, most: bool = True
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return rows and columns of the perfect assignment (n x n) that is worth most (or least)."""
    # Imported when first needed: it takes most of a second, and a server starts in less.
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(worth, maximize=most)
    return rows, columns


def assign_priced(weight: Matrix, price: Matrix | None = None) -> Assigned:
    """The best assignment of a symmetric weight, found from good prices: the same in half the time."""
    if price is None:
        price = prices(weight)
    slack, least = _slack(weight, price)
    dear = np.flatnonzero(least > TOO_DEAR)
    # Whom nothing comes near would cost the solver a search through everybody.
    slack[dear] -= least[dear, None]
    slack[:, dear] -= least[None, dear]
    _, partner = assign(slack, most=False)
    return Assigned(partner, slack)


def _slack(weight: Matrix, price: Matrix) -> tuple[Matrix, Matrix]:
    """What the prices of each pair exceed its worth by, and the least of each row."""
    slack, least = np.empty_like(weight), np.empty_like(price)
    for some in blocks(len(weight)):
        np.subtract(price[some, None], weight[some], out=slack[some])
        slack[some] += price[None, :]
        slack[some].min(1, out=least[some])
    return slack, least


def warm() -> None:
    """Import the solver now, so that the first plan need not wait for it."""
    assign(np.zeros((1, 1)))
