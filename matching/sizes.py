"""How many people sit in each room of a round of groups (M10)."""

from __future__ import annotations

SMALLEST_GROUP = 3


def room_sizes(people: int, size: int) -> tuple[int, ...]:
    """Sizes that differ by at most 1, larger ones first; none is 1 unless there is but one person.

    As many rooms as hold all with `size` each; one fewer where that would leave a room of two, so
    only a remainder of 1 or 2 makes a room larger than asked for.
    """
    if people == 0:
        return ()
    rooms = -(-people // size)
    if rooms > 1 and people // rooms < SMALLEST_GROUP:
        rooms -= 1
    small, larger = divmod(people, rooms)
    return (small + 1,) * larger + (small,) * (rooms - larger)
