"""Tables of all pairs, a few rows at a time: so many stay in the cache."""

from __future__ import annotations

from collections.abc import Iterator

ROWS = 64


def blocks(n: int) -> Iterator[slice]:
    """The rows of a table of n people, some at a time."""
    for start in range(0, n, ROWS):
        yield slice(start, min(n, start + ROWS))
