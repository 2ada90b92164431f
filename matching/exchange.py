"""Rooms of several people, built and bettered by assignment: one member of each room at a time.

Take one member out of every room and the best way to seat them all again is an assignment problem,
whatever else a room is judged by: with all others fixed, each seat's worth depends on one person.
So every step is the best of all exchanges of these members, in cycles of any length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.assignment import assign
from matching.composition import Composition
from matching.score import Matrix
from matching.snapshot import Indices

GAIN = 1e-9
UNFIT = -2.5e4
"""What a member who met or may not meet another one adds to a room at most."""
TABLE = 256
"""Rooms solved together; an assignment grows with the cube of it."""
CLOSE = 64
"""Rooms looked at together round those that break a demand."""
CROWD = 1200
"""People whose rooms are built together."""
NOBODY = -1


@dataclass(slots=True)
class Rooms:
    """Rooms as rows of seats, filled from the left; NOBODY where a smaller room ends."""

    seats: Indices
    size: Indices

    def lists(self) -> list[list[int]]:
        """The rooms, one list of people each."""
        return [row[:n].tolist() for row, n in zip(self.seats, self.size, strict=True)]

    def of(self, rows: Indices) -> Iterator[tuple[Indices, Indices]]:
        """The given rooms by size: where they stand among `rows`, and their people."""
        sizes = self.size[rows]
        for n in np.unique(sizes):
            at = np.flatnonzero(sizes == n)
            yield at, self.seats[rows[at], :n]


def build(comp: Composition, order: Indices, sizes: Sequence[int]) -> Rooms:
    """Rooms of these sizes (larger ones first) for people in this order, seat by seat.

    A crowd is cut along the order, so that neighbours in it get a room together.
    """
    built: list[Rooms] = []
    parts = max(1, round(len(order) / CROWD))
    start = 0
    for part in range(parts):
        own = list(sizes[part::parts])
        built.append(_build(comp, order[start : start + sum(own)], own))
        start += sum(own)
    widest = max(rooms.seats.shape[1] for rooms in built)
    padded = [_widened(rooms.seats, widest) for rooms in built]
    return Rooms(np.vstack(padded), np.concatenate([rooms.size for rooms in built]))


def better(comp: Composition, rooms: Rooms, lots: np.random.Generator, passes: int) -> bool:
    """Passes over all rooms, another member out of each every time; whether the last one gained."""
    gained = False
    for _ in range(passes):
        gained = False
        for rows in _tables(lots.permutation(len(rooms.size))):
            gained |= _exchange(comp, rooms, rows, _leaving(comp, rooms, rows, lots))
    return gained


def mend(comp: Composition, rooms: Rooms, lots: np.random.Generator, floor: float) -> None:
    """Look closer at the rooms worth less than `floor`: every swap, then exchanges round them."""
    if len(rooms.size) == 1:
        return
    for row in np.flatnonzero(worths(comp, rooms) < floor):
        _best_swap(comp, rooms, int(row))
    idle, turn, patience = 0, 0, 2 * int(rooms.size.max())
    while idle < patience:
        bad = np.flatnonzero(worths(comp, rooms) < floor)
        if not len(bad):
            return
        others = lots.permutation(np.setdiff1d(np.arange(len(rooms.size)), bad))
        rows = np.concatenate([bad, others])[: max(CLOSE, 2 * len(bad))]
        out = _leaving(comp, rooms, rows, lots)
        if turn % 2:
            out[: len(bad)] = turn // 2 % rooms.size[rows[: len(bad)]]
        gained = _exchange(comp, rooms, rows, out)
        fewer = gained and (worths(comp, rooms) < floor).sum() < len(bad)
        idle, turn = 0 if fewer else idle + 1, turn + 1


def _tables(rows: Indices) -> list[Indices]:
    return np.array_split(rows, -(-len(rows) // TABLE))


def _build(comp: Composition, order: Indices, sizes: Sequence[int]) -> Rooms:
    count, smallest = len(sizes), min(sizes)
    # The choosiest are seated first, each in a room of their own that is then filled for them.
    choosy = np.argsort(-comp.fits[order], kind="stable")[-count:]
    seats, free = order[choosy][:, None], np.delete(order, choosy)
    for _ in range(1, smallest):
        row, column = assign(comp.values(seats, free))
        seats = np.column_stack([seats[row], free[column]])
        free = np.delete(free, column)
    size = np.full(count, smallest, dtype=np.intp)
    while len(free):
        seats = _widened(seats, seats.shape[1] + 1)
        open_ = np.flatnonzero(size == size.min())
        row, column = assign(comp.values(seats[open_, : size.min()], free))
        seats[open_[row], size.min()] = free[column]
        size[open_[row]] += 1
        free = np.delete(free, column)
    return Rooms(seats, size)


def _leaving(comp: Composition, rooms: Rooms, rows: Indices, lots: np.random.Generator) -> Indices:
    """Who is taken out of each room: whoever fits least if two do not fit at all, else by lot."""
    out = (lots.random(len(rows)) * rooms.size[rows]).astype(np.intp)
    for at, members in rooms.of(rows):
        fit = comp.pairs[members[:, :, None], members[:, None, :]].sum(2)
        fit += lots.random(fit.shape)
        misfits = fit.min(1) < UNFIT
        out[at[misfits]] = fit[misfits].argmin(1)
    return out


def _widened(seats: Indices, widest: int) -> Indices:
    wide = np.full((len(seats), widest), NOBODY, dtype=np.intp)
    wide[:, : seats.shape[1]] = seats
    return wide


def _exchange(comp: Composition, rooms: Rooms, rows: Indices, out: Indices) -> bool:
    """Seat the members in the seats `out` of these rooms anew, if that gains."""
    people = rooms.seats[rows, out]
    worth = np.zeros((len(rows), len(rows)))
    for at, members in rooms.of(rows):
        stay = np.arange(members.shape[1])[None, :] != out[at][:, None]
        worth[at] = comp.values(members[stay].reshape(len(at), -1), people)
    # What each room and each person lose of their best is found sooner than what they are worth.
    lost = worth.max(1)[:, None] - worth
    row, column = assign(lost - lost.min(0), most=False)
    if worth[row, column].sum() <= np.trace(worth) + GAIN:
        return False
    rooms.seats[rows, out] = people[column]
    return True


def worths(comp: Composition, rooms: Rooms) -> Matrix:
    """The worth of every room as it is."""
    found = np.zeros(len(rooms.size))
    for at, members in rooms.of(np.arange(len(rooms.size))):
        found[at] = comp.worths(members)
    return found


def _best_swap(comp: Composition, rooms: Rooms, row: int) -> bool:
    """The best swap of a member of this room with anybody elsewhere, if any gains."""
    now = worths(comp, rooms)
    seat = np.flatnonzero(rooms.seats[:, :] != NOBODY)
    at, place = np.unravel_index(seat, rooms.seats.shape)
    elsewhere = at != row
    at, place = at[elsewhere], place[elsewhere]
    others = rooms.seats[at, place]
    best, choice = GAIN, None
    for mine in range(int(rooms.size[row])):
        me = rooms.seats[row, mine : mine + 1]
        stub = np.delete(rooms.seats[row, : rooms.size[row]], mine)[None, :]
        gain = comp.values(stub, others)[0] - now[row] - now[at]
        gain += _entering(comp, rooms, at, place, me)
        k = int(gain.argmax())
        if gain[k] > best:
            best, choice = float(gain[k]), (mine, k)
    if choice is None:
        return False
    mine, k = choice
    rooms.seats[at[k], place[k]], rooms.seats[row, mine] = rooms.seats[row, mine], others[k]
    return True


def _entering(
    comp: Composition, rooms: Rooms, at: Indices, place: Indices, person: Indices
) -> Matrix:
    """The worth of each room with its member at `place` replaced by this person."""
    found = np.zeros(len(at))
    for where, members in rooms.of(at):
        stay = np.arange(members.shape[1])[None, :] != place[where][:, None]
        found[where] = comp.values(members[stay].reshape(len(where), -1), person)[:, 0]
    return found
