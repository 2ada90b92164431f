"""The assignment problem, solved by scipy (modified Jonker-Volgenant; Crouse 2016).

scipy lets go of the interpreter while it solves, so this may run in a thread beside an event loop.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def assign(
    worth: npt.NDArray[np.floating[Any]],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return rows and columns of the perfect assignment (n x n) that is worth most."""
    # Imported when first needed: it takes most of a second, and a server starts in less.
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(worth, maximize=True)
    return rows, columns


def warm() -> None:
    """Import the solver now, so that the first plan need not wait for it."""
    assign(np.zeros((1, 1)))
