"""What everybody is worth at least on a market of so many partners each, found from a sample of it.

The floor of a person is the price above which about `NEAR` others would still take them. On a sample
of one in ten that is the price at which a tenth as many would. One rule: floors are guesses; how
good they are decides how much is searched, never whether the answer is right.
"""

from __future__ import annotations

import numpy as np

from matching.effort import Spread, in_turn
from matching.tiles import FORBIDDEN, ROWS, Floats, Strip, Tiles

NEAR = 24
ALL_PAIRS = 256
"""So few people that every pair may be kept."""
SMALLEST_SAMPLE, LARGEST_SAMPLE = 2048, 6144
CHUNK = 16
ASKED = 1024
AGAIN = 8
MOST_LEEWAY = 0.02
TAIL = 8
WIDE_STEPS, NARROW_STEPS = 5, 30
NARROW = 96
START = 0.25


def floors(tiles: Tiles, spread: Spread = in_turn, near: float = NEAR) -> Floats:
    """The floor of everybody, by place in the tiles."""
    n = len(tiles)
    if n <= ALL_PAIRS:
        return np.zeros(n, dtype=np.float32)
    size = min(n, LARGEST_SAMPLE, max(SMALLEST_SAMPLE, n // 16)) // CHUNK * CHUNK
    # Seed order is random order: whoever comes first in it is a sample.
    places = np.sort(np.argsort(tiles.order)[:size])
    sample = tiles.part(places)
    wanted = near * size / n
    starts = range(0, size, ROWS)
    table = np.concatenate(list(spread(lambda start: _rows(sample, start, sample), starts)))
    np.fill_diagonal(table, FORBIDDEN)
    prices = _market(table, wanted)
    del table

    def reach(start: int) -> Floats:
        return _nth_best(_rows(tiles, start, sample) - prices, wanted)

    found = np.concatenate(list(spread(reach, range(0, n, ROWS))))
    found[places] = prices
    return found


def leeway(tiles: Tiles, price: Floats) -> float:
    """How far prices may fall until about `AGAIN` more partners of everybody are above them.

    Estimated from some people against others. Where many are alike it is below 0: of a thousand
    equal pairs hardly any is needed.
    """
    n = len(tiles)
    if n <= ALL_PAIRS:
        return MOST_LEEWAY
    drawn = np.argsort(tiles.order)
    cut = min(ASKED, n // 4)
    some, others = np.sort(drawn[:cut]), np.sort(drawn[cut : cut + SMALLEST_SAMPLE])
    placed = price[tiles.order]
    sample = tiles.part(others)
    strip = Strip(tiles, some)
    there, back, common = strip.ways(sample, slice(0, len(others)), placed[others])
    over = np.minimum(there, back) + common - placed[some][:, None]
    wanted = max(1, round(over.size * AGAIN / n))
    reach = float(np.partition(over, over.size - wanted, axis=None)[over.size - wanted])
    return float(np.clip(-reach / 2, -MOST_LEEWAY, MOST_LEEWAY))


def _rows(tiles: Tiles, start: int, sample: Tiles) -> Floats:
    """What some people and all of the sample are worth to each other."""
    everyone = slice(0, len(sample))
    there, back, common = tiles.strip(start).ways(sample, everyone, np.float32(0))
    common += np.minimum(there, back)
    return common


def _market(worth: Floats, wanted: float) -> Floats:
    """Prices at which so many of the others would take everybody: halfway there at each step."""
    n = len(worth)
    price = np.full(n, START, dtype=np.float32)
    parts = [slice(start, start + ROWS) for start in range(0, n, ROWS)]
    for _ in range(WIDE_STEPS):
        asked = np.concatenate([_nth_best(worth[part] - price, wanted) for part in parts])
        price = (price + asked) / np.float32(2)
    kept = max(n - NARROW, 0)
    best = np.concatenate(
        [np.argpartition(worth[part] - price, kept, axis=1)[:, kept:] for part in parts]
    )
    near = np.take_along_axis(worth, best, axis=1)
    for _ in range(NARROW_STEPS):
        price = (price + _from_tail(near - price[best], wanted)) / np.float32(2)
    return price


def _nth_best(gain: Floats, wanted: float) -> Floats:
    """Row by row; from the best of every few, since the best few seldom stand beside each other."""
    return _from_tail(gain.reshape(len(gain), CHUNK, -1).max(axis=1), wanted)


def _from_tail(gain: Floats, wanted: float) -> Floats:
    """The `wanted`-th best, read off the slope of the best few: steadier than the one value."""
    few = min(max(TAIL, round(wanted)), gain.shape[1] - 1)
    tail = np.partition(gain, gain.shape[1] - few, axis=1)[:, gain.shape[1] - few :]
    edge = tail.min(axis=1)
    slope = tail.mean(axis=1) - edge
    reached = edge + slope * np.float32(np.log(few / wanted))
    return np.asarray(np.maximum(reached, np.float32(0)), dtype=np.float32)
