"""Seats for a round, or for those left over within one: pure, from people to rooms.

One rule: a room is handed out only if every hard rule holds for the people in it now, whatever a
plan said when it was made. The matcher's plan is repaired where people came or went; without a plan
everybody is seated all the same, since rounds never wait for the matcher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching import snapshot
from matching.bench import bench_reasons
from matching.compromise import Compromise
from matching.cover import ALONE, widen
from matching.group_plan import told_room
from matching.groups import seat_in_groups
from matching.language import common_language
from matching.repair import NEW_PAIR_SHARE, place_single
from matching.rules import LARGEST_GROUP, PAIR, SMALLEST_GROUP, Rules
from matching.score import feasible
from matching.shape import shaped, sizes_for
from matching.snapshot import Snapshot
from matching.supervised import seat_groups
from matching.trios import join
from matching.types import Bench, Candidate, History, PlannedRoom, RoomKind, RoundPlan
from server.ids import RoomId

ANEW = 4
"""With more than one in so many without a seat, all groups are made anew."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Rooms to open, who sits out, and what each person's room is worth to them."""

    rooms: tuple[PlannedRoom, ...]
    bench: tuple[Bench, ...]
    fits: Mapping[str, float] = field(default_factory=dict)

    @property
    def everybody(self) -> frozenset[str]:
        """Who has a room or sits out; a joker who was not needed is neither."""
        seated = {member for room in self.rooms for member in room.members}
        return frozenset(seated | {each.id for each in self.bench})


@dataclass(frozen=True, slots=True)
class Door:
    """A running room that one more could enter."""

    room: RoomId
    members: tuple[Candidate, ...]


class Table:
    """Rooms in the making, by index into a snapshot."""

    def __init__(self, snap: Snapshot) -> None:
        self.snap = snap
        self.rooms: list[list[int]] = []

    @property
    def free(self) -> list[int]:
        """Who has no room, those first in line first."""
        taken = {i for room in self.rooms for i in room}
        rest = (i for i in range(len(self.snap)) if i not in taken)
        return sorted(rest, key=lambda i: (-int(self.snap.rank[i]), i))

    def keep(self, rooms: Iterable[PlannedRoom]) -> None:
        """Take over what is still sound of these rooms."""
        place = {person.id: i for i, person in enumerate(self.snap.people)}
        for room in rooms:
            members = [place[each] for each in room.members if each in place]
            if sound(self.snap, members):
                self.rooms.append(members)

    def group(self) -> None:
        """See to those who cannot be paired: a fifth chair, else all groups anew."""
        for person in [i for i in self.free if self._grouped(i)]:
            self._fifth_chair(person)
        if not any(self._grouped(i) for i in self.free):
            return
        groups = seat_groups(self.snap)
        seated = groups.seated()
        self.rooms = [r for r in self.rooms if not seated & set(r) and not self._is_group(r)]
        self.rooms += groups.rooms

    def pair(self) -> None:
        """Pair up those who are free; where that leaves somebody over, pairs and trios change."""
        if not self.free:
            return
        trios = [room for room in self.rooms if len(room) > PAIR and not self._is_group(room)]
        mate = self._mates()
        self._greedy(mate)
        if any(mate[i] == ALONE for i in self.free):
            self.rooms = [room for room in self.rooms if room not in trios]
        held = {i for room in self.rooms if len(room) > PAIR for i in room}
        allowed = self.snap.pairs.copy()
        for i in held:
            allowed[i, :] = allowed[:, i] = False
        mate = widen(mate, np.asarray(allowed & ~self.snap.met), self.snap.rank)
        mate = widen(mate, allowed, self.snap.rank)
        self.rooms = [room for room in self.rooms if len(room) > PAIR]
        self.rooms += [[i, j] for i, j in enumerate(mate) if i < j and j != ALONE]

    def third(self) -> None:
        """Make a trio for who is left over, as far as the event allows."""
        pairs = [(room[0], room[1]) for room in self.rooms if len(room) == PAIR]
        larger = [room for room in self.rooms if len(room) > PAIR]
        trios = join(self.snap, self.free, pairs)
        self.rooms = [*larger, *([a, b] for a, b in pairs), *trios]

    def told(self) -> tuple[PlannedRoom, ...]:
        """Return the rooms by id, in an order of their own."""
        least = max(sizes_for(self.snap, range(len(self.snap))), default=PAIR) - 1
        groups = self.snap.rules.room_size > PAIR
        rooms = (
            told_room(self.snap, room, least) if groups else planned(self.snap, room)
            for room in self.rooms
        )
        return tuple(sorted(rooms, key=lambda room: room.members))

    def fits(self) -> dict[str, float]:
        """Return what each person's room is worth to them: the mean over those in it."""
        score, people = self.snap.score, self.snap.people
        return {
            people[i].id: float(score[i, room].sum()) / (len(room) - 1)
            for room in self.rooms
            for i in room
        }

    def _mates(self) -> list[int]:
        mate = [ALONE] * len(self.snap)
        for room in self.rooms:
            if len(room) == PAIR:
                mate[room[0]], mate[room[1]] = room[1], room[0]
        return mate

    def _greedy(self, mate: list[int]) -> None:
        """First come, best partner: nobody new is met twice here."""
        free = self.free
        open_ = np.zeros(len(self.snap), dtype=np.bool_)
        open_[free] = True
        worth = self.snap.score + self.snap.noise
        for i in free:
            able = self.snap.pairs[i] & ~self.snap.met[i] & open_
            if open_[i] and able.any():
                j = int(np.argmax(np.where(able, worth[i], -1.0)))
                mate[i], mate[j] = j, i
                open_[i] = open_[j] = False

    def _fifth_chair(self, person: int) -> None:
        rooms = [r for r in self.rooms if self._is_group(r) and len(r) < LARGEST_GROUP]
        fitting = [room for room in rooms if self.snap.may_share([*room, person])]
        if fitting:
            min(fitting, key=lambda r: (self.snap.met[person, r].sum(), len(r))).append(person)

    def _grouped(self, i: int) -> bool:
        return self.snap.people[i].supervised or self.snap.people[i].no_pairs

    def _is_group(self, room: Sequence[int]) -> bool:
        return any(self._grouped(i) for i in room) or len(room) > SMALLEST_GROUP


def sound(snap: Snapshot, members: Sequence[int]) -> bool:
    """Whether these people can be a room now: every hard rule at once."""
    if len(members) < PAIR:
        return False
    if len(members) == PAIR:
        return bool(snap.pairs[members[0], members[1]])
    if snap.may_share(members):
        return True
    return snap.rules.room_size > PAIR and Compromise(snap).bridge(members) is not None


def may_stay(members: Sequence[Candidate], history: History, rules: Rules) -> bool:
    """Whether the people left in a room can go on together (M3, M5)."""
    if len(members) <= PAIR:
        return len(members) == PAIR and bool(feasible(members, history, rules)[0, 1])
    return sound(snapshot.take(members, history, rules, seed=0), range(len(members)))


def seat_round(
    plan: RoundPlan | None,
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
) -> Seating:
    """Seat everybody present, as the plan says where it still holds.

    A joker takes a seat only if that leaves fewer over, or saves a trio (M11).
    """
    others = [each for each in candidates if each.id != rules.joker]
    without = _seat_all(plan, others, history, rules, seed=seed)
    if len(others) == len(candidates) or _unevenness(without) == (0, 0):
        return without
    helped = _seat_all(plan, candidates, history, rules, seed=seed)
    return helped if _unevenness(helped) < _unevenness(without) else without


def _unevenness(seating: Seating) -> tuple[int, int]:
    return len(seating.bench), sum(room.kind == "trio" for room in seating.rooms)


def _seat_all(
    plan: RoundPlan | None,
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
) -> Seating:
    snap = shaped(snapshot.take(candidates, history, rules, seed=seed))
    if snap.rules.room_size > PAIR:
        return _in_groups(snap, plan)
    table = Table(snap)
    if plan is not None:
        table.keep(plan.rooms)
    table.group()
    table.pair()
    table.third()
    over = table.free
    whys = bench_reasons(snap.people, over, talk=snap.talk, met=snap.met, rules=rules)
    bench = (Bench(snap.people[i].id, why) for i, why in zip(over, whys, strict=True))
    benched = tuple(sorted(bench, key=lambda each: each.id))
    return Seating(table.told(), benched, table.fits())


def _in_groups(snap: Snapshot, plan: RoundPlan | None) -> Seating:
    """The plan's groups as far as they hold, and a seat in them, or with each other, for the rest."""
    table = Table(snap)
    table.keep(() if plan is None else plan.rooms)
    if len(table.free) > len(snap) / ANEW:
        found = seat_in_groups(snap, 1)
        table.rooms = found.rooms
    else:
        table.rooms = Compromise(snap).settle(table.rooms, [table.free]).rooms
    over = table.free
    whys = bench_reasons(snap.people, over, talk=snap.talk, met=snap.met, rules=snap.rules)
    bench = (Bench(snap.people[i].id, why) for i, why in zip(over, whys, strict=True))
    return Seating(table.told(), tuple(sorted(bench, key=lambda each: each.id)))


def place(
    singles: Sequence[Candidate], history: History, rules: Rules, *, seed: int
) -> tuple[PlannedRoom, ...]:
    """Put people without a seat together within a running round (M12); a joker only if needed."""
    others = [each for each in singles if each.id != rules.joker]
    without = _together(others, history, rules, seed=seed)
    if len(others) == len(singles) or _seats(without) == len(others):
        return without
    helped = _together(singles, history, rules, seed=seed)
    return helped if _seats(helped) > _seats(without) + 1 else without


def _seats(rooms: Sequence[PlannedRoom]) -> int:
    return sum(len(room.members) for room in rooms)


def _together(
    singles: Sequence[Candidate], history: History, rules: Rules, *, seed: int
) -> tuple[PlannedRoom, ...]:
    table = Table(snapshot.take(singles, history, rules, seed=seed))
    if rules.room_size > PAIR:
        table.rooms = Compromise(table.snap).settle([], [table.free]).rooms
        return table.told()
    table.group()
    table.pair()
    return table.told()


def enter(
    single: Candidate, doors: Sequence[Door], history: History, rules: Rules
) -> RoomId | None:
    """Find a running room for one person: third into a pair, or one more in a group (M12).

    Nobody in the room has met the person, and all of them can talk together.
    """
    pairs = {
        (door.members[0], door.members[1]): door for door in doors if len(door.members) == PAIR
    }
    placed = place_single(single, (), list(pairs), history, rules, share_left=NEW_PAIR_SHARE)
    if placed is not None and not placed.repeat:
        beside = set(placed.beside)
        return next(d.room for p, d in pairs.items() if {each.id for each in p} == beside)
    most = max(LARGEST_GROUP, rules.room_size + 1) if rules.room_size > PAIR else LARGEST_GROUP
    groups = sorted(
        (door for door in doors if PAIR < len(door.members) < most),
        key=lambda door: len(door.members),
    )
    return next((d.room for d in groups if _welcome(single, d, history, rules)), None)


def _welcome(single: Candidate, door: Door, history: History, rules: Rules) -> bool:
    snap = snapshot.take((single, *door.members), history, rules, seed=0)
    me = next(i for i, person in enumerate(snap.people) if person.id == single.id)
    return snap.may_share(range(len(snap))) and not snap.met[me].any()


def planned(snap: Snapshot, room: Sequence[int]) -> PlannedRoom:
    """Return a room as the matcher tells it."""
    members = sorted((snap.people[i] for i in room), key=lambda person: person.id)
    grouped = any(each.supervised or each.no_pairs for each in members)
    kind: RoomKind = "pair" if len(room) == PAIR else "trio"
    return PlannedRoom(
        members=tuple(each.id for each in members),
        kind="group" if grouped or len(room) > SMALLEST_GROUP else kind,
        language=common_language(members, snap.rules),
        supervised=any(each.supervised for each in members),
        repeat=snap.knows_each_other(room),
    )
