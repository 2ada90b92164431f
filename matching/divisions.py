"""Every way to divide few people into rooms of given sizes, and the best of them: exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from matching.composition import Composition
from matching.exchange import NOBODY, Rooms

MOST_PEOPLE = 9
"""At most 280 divisions; twelve people have up to 15,400."""


def divisions(people: Sequence[int], sizes: Sequence[int]) -> Iterator[list[tuple[int, ...]]]:
    """All divisions, each once; people in the order given."""
    if not people:
        yield []
        return
    first, *others = people
    for size in sorted(set(sizes), reverse=True):
        rest = list(sizes)
        rest.remove(size)
        for mates in combinations(others, size - 1):
            left = [i for i in others if i not in mates]
            for more in divisions(left, rest):
                yield [(first, *mates), *more]


def best_division(comp: Composition, people: Sequence[int], sizes: Sequence[int]) -> Rooms:
    """The rooms of these sizes that are worth most together."""
    worth: dict[tuple[int, ...], float] = {}
    for size in set(sizes):
        rooms = list(combinations(people, size))
        values = comp.worths(np.array(rooms, dtype=np.intp))
        worth.update(zip(rooms, values.tolist(), strict=True))
    best = max(divisions(people, sizes), key=lambda rooms: sum(worth[room] for room in rooms))
    seats = np.full((len(best), max(sizes)), NOBODY, dtype=np.intp)
    for row, room in enumerate(best):
        seats[row, : len(room)] = room
    return Rooms(seats, np.array([len(room) for room in best], dtype=np.intp))
