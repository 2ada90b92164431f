"""How many people go into each of so many rooms: sizes differ by at most one, and nobody sits alone.

One rule: with too few people for all rooms there are fewer rooms, never a room of one.
"""

from __future__ import annotations

PAIR = 2


def balanced(people: int, rooms: int, *, fewest: int = PAIR) -> tuple[int, ...]:
    """The sizes, larger first; empty if not even one room of `fewest` can be filled."""
    used = min(rooms, people // max(fewest, PAIR))
    if used < 1:
        return ()
    size, larger = divmod(people, used)
    return tuple(size + (room < larger) for room in range(used))
