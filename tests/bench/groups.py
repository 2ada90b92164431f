"""Measures rounds of groups: `python -m tests.bench.groups [people size rounds]` prints JSON.

Ours beside two simple rules on the same people: a random split, and the best fitting person taken
into one room after the other. CPU of the seating alone, the table of scores being the same for all;
set OMP_NUM_THREADS=1 for one core. Proven are `unservable`, people who could sit with nobody new, and
`without_roles_at_least`, rooms that lack a role whatever the plan (`tests/bench/role_bound.py`).
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from matching import snapshot
from matching.group_plan import missing_roles
from matching.groups import seat_in_groups
from matching.limits import ceiling, unservable
from matching.rules import Rules
from matching.sizes import room_sizes
from matching.snapshot import Snapshot
from matching.types import Candidate, History, Role
from tests.bench.role_bound import rooms_without_roles
from tests.matching.population import people

CASES = ((1000, 4, 10), (999, 3, 5), (1002, 5, 5), (1001, 6, 5), (60, 4, 8))
MUST_HAVE = {Role.ALUMNI: 1, Role.STUDENT: 1}
Seating = tuple[list[list[int]], list[int]]
Play = Callable[[Snapshot, int], Seating]


def ours(snap: Snapshot, rounds_left: int) -> Seating:
    """The planner."""
    found = seat_in_groups(snap, rounds_left)
    return found.rooms, found.left


def at_random(snap: Snapshot, _rounds_left: int) -> Seating:
    """A shuffle, cut."""
    order = np.random.default_rng(snap.seed).permutation(len(snap)).tolist()
    return _cut(order, room_sizes(len(snap), snap.rules.room_size)), []


def best_in_turn(snap: Snapshot, _rounds_left: int) -> Seating:
    """Room after room, each filled with whoever fits those in it best and may come in."""
    free = np.ones(len(snap), dtype=np.bool_)
    rooms = []
    for size in room_sizes(len(snap), snap.rules.room_size):
        room = [int(np.flatnonzero(free)[0])]
        free[room] = False
        while len(room) < size:
            near = np.flatnonzero(free)
            fit = snap.worth[np.ix_(np.array(room), near)].sum(0)
            fit -= 100.0 * ~(snap.rooms & ~snap.met)[np.ix_(np.array(room), near)].all(0)
            tongues = (snap.levels[room] > 0).all(0)
            fit -= 10.0 * ~((snap.levels[near] > 0) & tongues).any(1)
            room.append(int(near[fit.argmax()]))
            free[room] = False
        rooms.append(room)
    return rooms, []


def _cut(order: list[int], sizes: Sequence[int]) -> list[list[int]]:
    rooms, start = [], 0
    for size in sizes:
        rooms.append(order[start : start + size])
        start += size
    return rooms


CONTENDERS: dict[str, Play] = {"tsunagari": ours, "best_in_turn": best_in_turn, "random": at_random}


def evening(play: Play, count: int, size: int, rounds: int) -> dict[str, object]:
    """One evening by one rule; everybody plays all rounds."""
    rules = Rules(room_size=size, must_have=MUST_HAVE)
    here: list[Candidate] = people(count, 1)
    met: frozenset[frozenset[str]] = frozenset()
    rows = []
    first = snapshot.take(here, History(), rules, seed=0)
    for done in range(rounds):
        snap = snapshot.take(here, History(met), rules, seed=done)
        cpu = time.process_time()
        rooms, left = play(snap, rounds - done)
        cpu = time.process_time() - cpu
        rows.append(_judged(snap, rooms, left) | {"cpu_ms": 1000 * cpu})
        met |= {
            frozenset((snap.people[a].id, snap.people[b].id))
            for room in rooms
            for a, b in combinations(room, 2)
        }
        here = [replace(c, sat_out=c.sat_out + (i in left)) for i, c in enumerate(snap.people)]
    counts = {name: sum(row[name] for row in rows) for name in rows[0] if name not in MEANS}
    return {
        **{name: int(total) for name, total in counts.items()},
        "without_roles_at_least": rooms_without_roles(first, rounds),
        "of_the_bound": round(statistics.mean(row["of_the_bound"] for row in rows), 4),
        "cpu_ms": round(statistics.median(row["cpu_ms"] for row in rows[1:]), 1),
    }


MEANS = frozenset({"of_the_bound", "cpu_ms"})


def _judged(snap: Snapshot, rooms: list[list[int]], left: list[int]) -> dict[str, float]:
    whole = max(room_sizes(len(snap), snap.rules.room_size)) - 1
    sound = [room for room in rooms if _sound(snap, room)]
    return {
        "rooms": len(rooms),
        "no_language": sum(not (snap.levels[room] > 0).all(0).any() for room in rooms),
        "other_rule_broken": len(rooms) - len(sound),
        "repeats": sum(snap.knows_each_other(room) for room in rooms),
        "unservable": unservable(snap),
        "benched": len(left),
        "smaller": sum(len(room) < whole for room in rooms),
        "without_roles": sum(
            bool(missing_roles([snap.people[i] for i in room], snap.rules)) for room in rooms
        ),
        "of_the_bound": sum(snap.welfare(room) for room in sound) / ceiling(snap, whole, []),
    }


def _sound(snap: Snapshot, room: list[int]) -> bool:
    return bool(snap.pairs[room[0], room[1]]) if len(room) == 2 else snap.may_share(room)


def main() -> int:
    """Run the cases, or the one that is given."""
    given = [int(each) for each in sys.argv[1:]]
    cases = [(given[0], given[1], given[2])] if given else list(CASES)
    results = [
        {"people": n, "size": k, "rounds": r}
        | {name: evening(play, n, k, r) for name, play in CONTENDERS.items()}
        for n, k, r in cases
    ]
    json.dump(results, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
