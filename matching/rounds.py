"""One round for everybody present: `plan_round`, the package's one entry point for mixers.

Order: groups for those who cannot be paired, pairs for the rest, a trio for who is left, the bench.
One rule: the answer depends on who is there, what lies between them, the rules and the seed - not
on the order people are handed in (M31).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from matching import snapshot
from matching.assignment import Assigned
from matching.bench import bench_reasons
from matching.certificate import bound
from matching.cover import ALONE
from matching.effort import UNHURRIED, Effort
from matching.exact import MOST_PEOPLE, Table
from matching.group_plan import plan_groups
from matching.halls import plan_halls
from matching.large import plan_large
from matching.lookahead import plan_rounds
from matching.pairs import pair_up
from matching.prepared import Prepared, prepare
from matching.rules import PAIR, Rules
from matching.scarcity import pair_up_ahead
from matching.shape import shaped
from matching.snapshot import Snapshot
from matching.supervised import Groups, seat_groups
from matching.told import told_rooms
from matching.trios import join, trios_to_try, unfair
from matching.types import Bench, Candidate, History, RoundPlan

TRIO = 3
MOST_DENSE = 1500
"""More people than this are planned without tables of all pairs."""
TRIES_BY_SIZE = ((60, 24), (200, 8), (400, 4))


def plan_round(  # noqa: PLR0913 - what a round depends on, each by its name
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
    rounds_left: int = 1,
    prepared: Prepared | None = None,
    effort: Effort = UNHURRIED,
) -> RoundPlan:
    """Seats everybody who can be seated, and says of the others why not.

    `rounds_left` counts this round. `prepared` (see matching.prepared) spares what does not change
    between rounds. A joker who is not needed is in neither list (M11). Raises
    DuplicateCandidate if somebody is handed in twice. Large rounds are `matching.large`; they alone
    heed `effort`.
    """
    if len(candidates) > MOST_DENSE:
        return _plan_large(candidates, history, rules, seed, rounds_left, effort)
    others = [c for c in candidates if c.id != rules.joker]
    known = prepare(others, rules, prepared)
    snap = snapshot.take(others, history, rules, seed=seed, prepared=known)
    without = _plan(snap, rounds_left)
    if len(others) == len(candidates) or _unevenness(without) == (0, 0):
        return without
    snap = snapshot.take(candidates, history, rules, seed=seed)
    return min(without, _plan(snap, rounds_left), key=_unevenness)


def _plan_large(
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    seed: int,
    rounds_left: int,
    effort: Effort,
) -> RoundPlan:
    """Without the joker, and with them only if somebody would be left over."""
    grouped = rules.room_size > PAIR or rules.sides is not None
    solve = partial(plan_halls, rounds_left=rounds_left) if grouped else plan_large
    others = [c for c in candidates if c.id != rules.joker]
    plan = solve(others, history, rules, seed=seed, effort=effort)
    if len(others) == len(candidates) or _unevenness(plan) == (0, 0):
        return plan
    with_joker = solve(candidates, history, rules, seed=seed, effort=effort)
    return min(plan, with_joker, key=_unevenness)


def _unevenness(plan: RoundPlan) -> tuple[int, int]:
    return len(plan.bench), sum(room.kind == "trio" for room in plan.rooms)


def _plan(whole: Snapshot, rounds_left: int) -> RoundPlan:
    snap = shaped(whole)
    if snap.rules.room_size > PAIR:
        return plan_groups(snap, rounds_left)
    seats = _seat(snap, seat_groups(snap), rounds_left)
    seated = seats.seated()
    if any(c.no_pairs and not c.supervised for i, c in enumerate(snap.people) if i not in seated):
        lent = _seat(snap, seat_groups(snap, lend=True), rounds_left)
        everybody = range(len(snap))
        seats = min((seats, lent), key=lambda s: _cost(snap, s.all_rooms, everybody))
    return _told(snap, seats)


@dataclass(frozen=True, slots=True)
class _Seats:
    """Rooms by index; `proof` is the assignment behind the pairs, where one proves anything."""

    groups: list[list[int]]
    rooms: list[list[int]]
    proof: Assigned | None

    @property
    def all_rooms(self) -> list[list[int]]:
        return [*self.groups, *self.rooms]

    def seated(self) -> set[int]:
        return _members(self.all_rooms)


def _members(rooms: Sequence[Sequence[int]]) -> set[int]:
    return {i for room in rooms for i in room}


def _seat(snap: Snapshot, groups: Groups, rounds_left: int) -> _Seats:
    """The groups as they are, and rooms for everybody who is in none."""
    taken = groups.seated().union(groups.left)
    pool = [i for i in range(len(snap)) if i not in taken]
    rooms, proof = _seat_pool(snap, pool, rounds_left)
    pairs = [(room[0], room[1]) for room in rooms if len(room) < TRIO]
    thirds = join(snap, [i for i in groups.left if not snap.people[i].supervised], pairs)
    rooms = [*(room for room in rooms if len(room) >= TRIO), *map(list, pairs), *thirds]
    return _Seats(groups.rooms, rooms, proof)


def _seat_pool(
    snap: Snapshot, pool: list[int], rounds_left: int
) -> tuple[list[list[int]], Assigned | None]:
    """Pairs and trios of people who may be paired; who is in no room is left over."""
    if len(pool) < 2:
        return [], None
    if len(pool) <= MOST_PEOPLE:
        way = plan_rounds(Table(snap, pool), rounds_left)
        return [[pool[i] for i in room] for room in way.rooms], None
    return _by_assignment(snap, pool, rounds_left)


def _by_assignment(
    snap: Snapshot, pool: list[int], rounds_left: int
) -> tuple[list[list[int]], Assigned | None]:
    pairing = pair_up_ahead(snap, pool, rounds_left)
    rooms = _with_trio(snap, pool, pairing.mate)
    if snap.rules.trios == 0 or _is_settled(snap, rooms, pool):
        return rooms, pairing.proof
    best, best_cost = rooms, _cost(snap, rooms, pool)
    seated = _members(rooms)
    left = [i for i in pool if i not in seated]
    for trio in trios_to_try(snap, pool, left, _tries(pool)):
        rest = [i for i in pool if i not in trio]
        tried = [*_pairs_of(pair_up(snap, rest).mate), trio]
        cost = _cost(snap, tried, pool)
        if cost < best_cost:
            best, best_cost = tried, cost
    return best, pairing.proof


def _tries(pool: list[int]) -> int:
    return next((tries for size, tries in TRIES_BY_SIZE if len(pool) <= size), 2)


def _with_trio(snap: Snapshot, pool: list[int], mate: list[int]) -> list[list[int]]:
    pairs = [(room[0], room[1]) for room in _pairs_of(mate)]
    left = [i for i in pool if mate[i] == ALONE]
    trios = join(snap, left, pairs)
    return [*([a, b] for a, b in pairs), *trios]


def _pairs_of(mate: list[int]) -> list[list[int]]:
    return [[i, j] for i, j in enumerate(mate) if i < j]


def _is_settled(snap: Snapshot, rooms: list[list[int]], pool: list[int]) -> bool:
    """Nobody left over, and no trio that repeats or is out of turn: nothing to try again for."""
    return sum(len(room) for room in rooms) == len(pool) and all(
        unfair(snap, room, pool) == 0 and not snap.knows_each_other(room)
        for room in rooms
        if len(room) == TRIO
    )


def _cost(
    snap: Snapshot, rooms: list[list[int]], pool: Sequence[int]
) -> tuple[tuple[int, ...], int, int, float]:
    seated = _members(rooms)
    waiting = tuple(sorted((int(snap.rank[i]) for i in pool if i not in seated), reverse=True))
    repeats = sum(snap.knows_each_other(room) for room in rooms)
    turns = sum(unfair(snap, room, pool) for room in rooms if len(room) == TRIO)
    return waiting, repeats, turns, -sum(snap.welfare(room) for room in rooms)


def _told(snap: Snapshot, seats: _Seats) -> RoundPlan:
    """The plan by id, in an order of its own."""
    seated = seats.seated()
    planned = told_rooms(snap, [*seats.groups, *seats.rooms], groups=len(seats.groups))
    over = [i for i in range(len(snap)) if i not in seated]
    whys = bench_reasons(snap.people, over, talk=snap.talk, met=snap.met, rules=snap.rules)
    bench = [Bench(snap.people[i].id, why) for i, why in zip(over, whys, strict=True)]
    return RoundPlan(
        rooms=tuple(sorted(planned, key=attrgetter("members"))),
        bench=tuple(sorted(bench, key=lambda b: b.id)),
        score=sum(snap.welfare(room) for room in seats.all_rooms),
        bound=bound(snap, seats.all_rooms, seats.proof),
        repeats=sum(room.repeat for room in planned),
        seed=snap.seed,
    )
