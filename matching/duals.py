"""A price per person, so that no pair is worth more than its two prices together.

The sum of the prices bounds every matching; the solver that starts from good ones has little left
to do. They are found by smoothing: the softened problem is a row of matrix-vector products
(Sinkhorn's scaling of a symmetric matrix), solved twice, ever less soft. One rule: prices only
change how fast the answer comes, never which it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matching.blocks import blocks

Matrix = npt.NDArray[np.float64]
Small = npt.NDArray[np.float32]

FIRST_STEPS = 3
SOFTNESS = (0.02, 0.005)
SCALINGS = 30
COARSE_SCALINGS = 12
LEAST = np.float32(1e-30)
MOST = np.float32(1e6)
HALF = np.float32(0.5)
FAR, NEAR = np.float32(-60.0), np.float32(20.0)


def prices(weight: Matrix) -> Matrix:
    """Prices for a symmetric weight, a little above the best ones."""
    price = weight.max(1) / 2
    over = weight - price[None, :]
    over -= price[:, None]
    rest = over.astype(np.float32)
    change: Small = np.zeros(len(weight), dtype=np.float32)
    buffer = np.empty_like(rest)
    for _ in range(FIRST_STEPS):
        change = (change + _least_price(rest, change, buffer)) * HALF
    for softness in SOFTNESS:
        change = change - np.float32(softness) * _scaled(rest, change, softness, buffer)
    asked = _least_price(rest, change, buffer)
    # Half of what a price falls short by on either side is enough, all of it is sure.
    change = np.maximum(change, asked)
    change = (change + np.minimum(change, _least_price(rest, change, buffer))) * HALF
    return np.asarray(price + change)


def coarse(value: Matrix) -> tuple[Matrix, Small]:
    """Rough prices, and how much more than them each pair is worth."""
    rest = value.astype(np.float32)
    change: Small = rest.max(1) * HALF
    buffer = np.empty_like(rest)
    change = (change + _least_price(rest, change, buffer)) * HALF
    soft = SOFTNESS[0]
    change = change - np.float32(soft) * _scaled(rest, change, soft, buffer, COARSE_SCALINGS)
    rest -= change[None, :]
    rest -= change[:, None]
    return change.astype(np.float64), rest


def _least_price(rest: Small, change: Small, buffer: Small) -> Small:
    """What each would have to pay at least, the prices of all others being what they are."""
    np.subtract(rest, change[None, :], out=buffer)
    return np.asarray(buffer.max(1))


def _scaled(
    rest: Small, change: Small, softness: float, buffer: Small, scalings: int = SCALINGS
) -> Small:
    """The logarithm of Sinkhorn's factors for the matrix softened by so much."""
    for some in blocks(len(rest)):
        soft = np.subtract(rest[some], change[None, :], out=buffer[some])
        soft -= change[some, None]
        soft *= np.float32(1 / softness)
        np.clip(soft, FAR, NEAR, out=soft)
        np.exp(soft, out=soft)
    np.fill_diagonal(buffer, 0)
    factor = np.ones(len(rest), dtype=np.float32)
    for _ in range(scalings):
        factor = np.sqrt(factor / np.maximum(buffer @ factor, LEAST))
        # Who has nobody near would pay less and less for ever.
        np.clip(factor, 1 / MOST, MOST, out=factor)
    return np.asarray(np.log(factor))
