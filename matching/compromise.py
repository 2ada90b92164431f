"""What becomes of people for whom no full room with one language can be found.

In this order: a smaller room, a room whose bridge shares a language with each of the others, one
more chair elsewhere, somebody lent from a room that can spare them, the host's table (the bench,
and first in line next time). One rule: a compromise is never silent, the plan names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.language import Mask
from matching.permits import in_a_group
from matching.rules import SMALLEST_GROUP
from matching.snapshot import Indices, Snapshot

TABLE = 8
"""People regrouped together at most: every division of them is looked at."""
LENDERS = 40
SEAT, BRIDGED, AGAIN, PART = 1e6, 1e4, 1e3, 10.0


@dataclass(slots=True)
class Settled:
    """Rooms that hold, and who has none."""

    rooms: list[list[int]]
    left: list[int] = field(default_factory=list)


class Compromise:
    """Finds the least bad rooms for some people; knows who may share one without a language."""

    def __init__(self, snap: Snapshot) -> None:
        self.snap = snap
        barred: Mask = snap.barred
        self.allowed = np.asarray(in_a_group(snap.people, snap.rules) & ~barred, dtype=np.bool_)

    def settle(self, sound: Sequence[Sequence[int]], broken: Sequence[Sequence[int]]) -> Settled:
        """Divide the people of broken rooms anew; whoever is left finds a chair, or none."""
        settled = Settled([list(room) for room in sound])
        for table in _tables(broken):
            parts = self._divided(table)
            settled.rooms += [part for part in parts if len(part) > 1]
            settled.left += [part[0] for part in parts if len(part) == 1]
        settled.left.sort(key=lambda i: -int(self.snap.rank[i]))
        settled.left = [i for i in settled.left if not self._seated(settled, i)]
        self.part_again(settled)
        return settled

    def bridge(self, room: Sequence[int]) -> int | None:
        """The member who shares a language with each other one, where that may hold a room.

        Not with supervised people: their guide must understand them all (M5).
        """
        at = np.array(room, dtype=np.intp)
        if len(at) < SMALLEST_GROUP or any(self.snap.people[i].supervised for i in room):
            return None
        block = np.ix_(at, at)
        others = ~np.eye(len(at), dtype=np.bool_)
        if not self.allowed[block][others].all() or not _guarded(self.snap, block, at):
            return None
        talks = (self.snap.talk[block] | ~others).all(1)
        return int(at[talks.argmax()]) if talks.any() else None

    def holds(self, room: Sequence[int]) -> bool:
        """Whether these people can be a room with one language for all."""
        if len(room) < SMALLEST_GROUP:
            return len(room) > 1 and bool(self.snap.pairs[room[0], room[1]])
        return self.snap.may_share(room)

    def _divided(self, table: Sequence[int]) -> list[list[int]]:
        """The cheapest division of these people, over all there are."""
        n = len(table)
        parts = {m: [table[i] for i in range(n) if m >> i & 1] for m in range(1, 1 << n)}
        cost = {m: self._cost(part) for m, part in parts.items()}
        best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
        for mask in range(1, 1 << n):
            first, sub, found = mask & -mask, mask, (np.inf, 0)
            while sub:
                if sub & first:
                    found = min(found, (cost[sub] + best[mask ^ sub][0], sub))
                sub = (sub - 1) & mask
            best[mask] = found
        divided, mask = [], (1 << n) - 1
        while mask:
            divided.append(parts[best[mask][1]])
            mask ^= best[mask][1]
        return divided

    def _cost(self, part: list[int]) -> float:
        if len(part) == 1:
            return SEAT * (1 + int(self.snap.rank[part[0]]))
        again = AGAIN * int(self.snap.met[np.ix_(np.array(part), np.array(part))].sum() // 2)
        if self.holds(part):
            return PART + again - self.snap.welfare(part)
        if self.bridge(part) is not None:
            return PART + BRIDGED + again - self.snap.welfare(part)
        return np.inf

    def part_again(self, settled: Settled) -> None:
        """Take those whom few can talk to out of rooms where they met somebody, if others are new.

        Where it is the event that is small and not the language, rooms keep their size.
        """
        for room in [r for r in settled.rooms if self.snap.knows_each_other(r)]:
            if self._divides(settled, room):
                continue
            for person in list(room):
                rest = [i for i in room if i != person]
                if len(rest) < SMALLEST_GROUP or not self._few_words(person, rest):
                    continue
                settled.rooms.remove(room)
                settled.rooms.append(rest)
                if self._seated(settled, person, again=False):
                    break
                settled.rooms.remove(rest)
                settled.rooms.append(room)

    def _divides(self, settled: Settled, room: list[int]) -> bool:
        """Make several rooms of strangers of one with somebody whom few can talk to."""
        if not any(self._short(person) for person in room):
            return False
        parts = self._divided(room)
        if any(len(part) == 1 or self.snap.knows_each_other(part) for part in parts):
            return False
        settled.rooms.remove(room)
        settled.rooms += parts
        return True

    def _short(self, person: int) -> bool:
        """Whether somebody lacks people to talk to, among those not met, more than people."""
        unmet = self.allowed[person] & ~self.snap.met[person]
        return bool(2 * (unmet & self.snap.talk[person]).sum() < unmet.sum())

    def _few_words(self, person: int, rest: Sequence[int]) -> bool:
        """Whether one met room-mates for lack of people to talk to, and the others did not."""
        lacks = self._short(person) and self.snap.met[person, list(rest)].any()
        return bool(lacks and self.holds(rest) and not self.snap.knows_each_other(rest))

    def _seated(self, settled: Settled, person: int, *, again: bool = True) -> bool:
        """Seat one who is left: on a free chair, with somebody lent, on a chair more, by a bridge."""
        size = self.snap.rules.room_size
        return (
            self._chair(settled, person, size - 1, self.holds, again=again)
            or self._lent(settled, person, again=again)
            or self._chair(settled, person, size, self.holds, again=again)
            or (again and self._chair(settled, person, size, self._bridged, again=again))
        )

    def _bridged(self, room: Sequence[int]) -> bool:
        return self.bridge(room) is not None

    def _chair(
        self,
        settled: Settled,
        person: int,
        most: int,
        fits: Callable[[Sequence[int]], bool],
        *,
        again: bool,
    ) -> bool:
        near = self.snap.rooms[person] if fits == self.holds else self.allowed[person]
        chairs = [
            room
            for room in settled.rooms
            if len(room) <= most
            and near[room].all()
            and (again or not self.snap.met[person, room].any())
            and fits([*room, person])
        ]
        if chairs:
            min(chairs, key=lambda room: self._price(room, person)).append(person)
        return bool(chairs)

    def _lent(self, settled: Settled, person: int, *, again: bool) -> bool:
        """A room of two with somebody whose own room holds without them."""
        may = self.snap.pairs[person] & (~self.snap.met[person] | again)
        lent = [
            (room, member)
            for room in settled.rooms
            for member in room
            if may[member] and len(room) > SMALLEST_GROUP
        ]
        lent.sort(key=lambda pick: self._price([pick[1]], person))
        for room, member in lent[:LENDERS]:
            if self.holds([i for i in room if i != member]):
                room.remove(member)
                settled.rooms.append([member, person])
                return True
        return False

    def _price(self, room: Sequence[int], person: int) -> tuple[int, int, float]:
        near = self.snap.score[person, list(room)]
        return int(self.snap.met[person, list(room)].sum()), len(room), -float(near.mean())


def _guarded(snap: Snapshot, block: tuple[Indices, ...], at: Indices) -> bool:
    off = ~np.eye(len(at), dtype=np.bool_)
    staff = snap.wants_staff[block][off].any() and not snap.staff[at].any()
    guide = snap.wants_ambassador[block][off].any() and not snap.ambassador[at].any()
    return not staff and not guide


def _tables(broken: Sequence[Sequence[int]]) -> list[list[int]]:
    tables: list[list[int]] = []
    for room in broken:
        if tables and len(tables[-1]) + len(room) <= TABLE:
            tables[-1] += room
        else:
            tables.append(list(room))
    return tables
