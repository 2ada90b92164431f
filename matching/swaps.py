"""Better seats in rooms that are open: moves and swaps of people, while any helps.

One rule: limits hold after each step; whoever a hard rule keeps apart is worth less than nothing
together, and what no swap could mend is taken apart in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.rules import SMALLEST_GROUP
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot

OUTSIDE = -1
SEATED = 10.0
STEPS = 300
GAIN = 1e-9


@dataclass(frozen=True, slots=True)
class Seats:
    """What decides: worth of people (rows) in rooms, -inf where they cannot be; worth of two in the
    same room; how many a room holds and needs."""

    worth: Matrix
    together: Matrix
    most: Indices
    fewest: Indices


def improve(seats: Seats, room: Indices) -> Indices:
    """The best step of all, again and again; who is outside comes in where there is a seat."""
    room = room.copy()
    for _ in range(STEPS):
        here, gain = _gains(seats, room)
        move = _moves(seats, room, here, gain)
        swap = _swaps(seats, room, here, gain)
        if max(move.max(initial=0.0), swap.max(initial=0.0)) <= GAIN:
            break
        if move.max(initial=0.0) >= swap.max(initial=0.0):
            i, q = np.unravel_index(int(move.argmax()), move.shape)
            room[i] = q
        else:
            i, j = np.unravel_index(int(swap.argmax()), swap.shape)
            room[i], room[j] = room[j], room[i]
    return room


def _gains(seats: Seats, room: Indices) -> tuple[Matrix, Matrix]:
    """What everybody is worth where they are (a column), and in every room beside who is there."""
    n, rooms = seats.worth.shape
    inside = (room[:, None] == np.arange(rooms)).astype(np.float64)
    gain = seats.worth + seats.together @ inside
    here = np.where(room >= 0, gain[np.arange(n), room], -SEATED)
    return here[:, None], gain


def _moves(seats: Seats, room: Indices, here: Matrix, gain: Matrix) -> Matrix:
    size = np.bincount(room[room >= 0], minlength=gain.shape[1])
    spare = np.append(size > seats.fewest, True)[room]
    may = (size < seats.most)[None, :] & spare[:, None]
    return np.where(may & np.isfinite(gain), gain - here, 0.0)


def _swaps(seats: Seats, room: Indices, here: Matrix, gain: Matrix) -> Matrix:
    """Both gains at once, less what they count of each other; within a room nothing changes."""
    there = np.where(room[None, :] >= 0, gain[:, room], -SEATED)
    total = there + there.T - here - here.T - 2 * seats.together
    apart = (room[:, None] != room[None, :]) & (room[:, None] >= 0) & (room[None, :] >= 0)
    return np.where(apart & np.isfinite(total), total, 0.0)


def may_be_held(snap: Snapshot, members: Sequence[int]) -> bool:
    """Whether these people can be one room by every hard rule."""
    if len(members) < SMALLEST_GROUP:
        return len(members) == 2 and bool(snap.pairs[members[0], members[1]])
    return snap.may_share(members)


def lawful(snap: Snapshot, seats: Seats, room: Indices) -> Indices:
    """The rooms without those who cannot be in them; a room left too small is given up."""
    room = room.copy()
    for k in range(seats.worth.shape[1]):
        members = np.flatnonzero(room == k).tolist()
        while members and not may_be_held(snap, members):
            members.remove(_hardest(snap, members))
        if len(members) < seats.fewest[k]:
            members = []
        room[room == k] = OUTSIDE
        room[members] = k
    return _let_in(snap, seats, room)


def _hardest(snap: Snapshot, members: Sequence[int]) -> int:
    """Whom the others can least be with: by pairs forbidden, then by the company they would need."""
    block = np.ix_(members, members)
    against = (~snap.rooms[block]).sum(1) * len(snap) * 3
    needs = snap.wants_ambassador[block].sum(1) + snap.wants_staff[block].sum(1)
    return members[int((against + needs).argmax())]


def _let_in(snap: Snapshot, seats: Seats, room: Indices) -> Indices:
    """Whoever is outside into the smallest room that may hold them too."""
    for i in np.flatnonzero(room == OUTSIDE):
        size = np.bincount(room[room >= 0], minlength=seats.worth.shape[1])
        fits = np.isfinite(seats.worth[i]) & (size > 0) & (size < seats.most)
        for k in sorted(
            np.flatnonzero(fits), key=lambda k: (int(size[k]), -float(seats.worth[i, k]))
        ):
            if may_be_held(snap, [*np.flatnonzero(room == k).tolist(), int(i)]):
                room[i] = k
                break
    return room
