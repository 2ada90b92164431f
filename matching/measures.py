"""How an evening went, from the rounds that were played (M33, the part that needs no clock).

One rule: measured against what was possible, found by an exact search over the people present and
never by asking the planner: a round is charged only for seats and partners it could have given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from matching import snapshot
from matching.assignment import assign
from matching.cover import ALONE, most_seats, widen
from matching.eligible import room_mates
from matching.language import common_language
from matching.rules import Rules
from matching.snapshot import Indices, Snapshot
from matching.types import Candidate, History, Pair, PlannedRoom

TRIOS_TRIED = 24
TRIOS_DRAWN = 5000
ALL_TRIOS_UP_TO = 12


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """One round as it was: who was present and ready, which rooms were held, what was barred."""

    present: tuple[Candidate, ...]
    rooms: tuple[PlannedRoom, ...]
    barred: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Measures:
    """Sums over the evening; idle counts person-rounds, repeats count rooms.

    sit_out_spread: most minus fewest sit-outs among those present in every round. sat_out: by
    person. language_failures: rooms without a language common to all. group_repeats: repeats in
    supervised and other groups, where few guides make them hard to judge.
    """

    person_rounds: int
    idle: int
    unavoidable_idle: int
    repeats: int
    avoidable_repeats: int
    group_repeats: int
    sit_out_spread: int
    sat_out: dict[str, int]
    language_failures: int

    @property
    def idle_share(self) -> float:
        """Share of person-rounds idle beyond the unavoidable."""
        return max(0, self.idle - self.unavoidable_idle) / max(1, self.person_rounds)


def measure(rounds: Sequence[PlayedRound], rules: Rules) -> Measures:
    """The measures of an evening, its rounds in the order they were played."""
    met: set[Pair] = set()
    sums = np.zeros(6, dtype=np.intp)
    sat_out: dict[str, int] = {}
    for played in rounds:
        snap = snapshot.take(played.present, History(frozenset(met), played.barred), rules, seed=0)
        seated = {person for room in played.rooms for person in room.members}
        for person in played.present:
            sat_out[person.id] = sat_out.get(person.id, 0) + (person.id not in seated)
        sums += np.array(_judged(snap, played, seated))
        met.update(frozenset(p) for r in played.rooms for p in combinations(r.members, 2))
    always = [sat_out[i] for i in sat_out if all(_is_present(i, played) for played in rounds)]
    idle, unavoidable, repeats, avoidable, in_groups, failures = (int(x) for x in sums)
    return Measures(
        person_rounds=sum(len(played.present) for played in rounds),
        idle=idle,
        unavoidable_idle=unavoidable,
        repeats=repeats,
        avoidable_repeats=avoidable,
        group_repeats=in_groups,
        sit_out_spread=max(always) - min(always) if always else 0,
        sat_out=sat_out,
        language_failures=failures,
    )


def _is_present(person: str, played: PlayedRound) -> bool:
    return any(c.id == person for c in played.present)


def _judged(snap: Snapshot, played: PlayedRound, seated: set[str]) -> tuple[int, ...]:
    at = {person.id: i for i, person in enumerate(snap.people)}
    idle = len(snap) - len(seated.intersection(at))
    rooms = [[at[p] for p in room.members if p in at] for room in played.rooms]
    groups = [r for r, told in zip(rooms, played.rooms, strict=True) if told.kind == "group"]
    others = [r for r, told in zip(rooms, played.rooms, strict=True) if told.kind != "group"]
    pool = _pool(snap, groups)
    failed = sum(
        common_language([snap.people[i] for i in room], snap.rules) is None for room in rooms
    )
    return (
        idle,
        min(idle, _least_idle(snap, pool)),
        sum(snap.knows_each_other(room) for room in rooms),
        _avoidable(snap, others),
        sum(snap.knows_each_other(room) for room in groups),
        failed,
    )


def _pool(snap: Snapshot, groups: Sequence[Sequence[int]]) -> list[int]:
    """Who was there to be paired: neither in a group nor in need of one."""
    away = {i for room in groups for i in room}
    away |= {i for i, c in enumerate(snap.people) if c.supervised or c.no_pairs}
    return [i for i in range(len(snap)) if i not in away]


def _least_idle(snap: Snapshot, pool: list[int]) -> int:
    """The fewest people a round could have left out.

    Exact for pairs and one trio. Of those who need a group only the ones no group of three exists
    for are counted, so that a planner that fails them is charged.
    """
    at = np.array(pool, dtype=np.intp)
    over = len(pool) - most_seats(snap.pairs[np.ix_(at, at)])
    saved = int(over > 0 and snap.rules.trios > 0 and _a_trio_helps(snap, pool, over))
    needy = [i for i, c in enumerate(snap.people) if c.supervised or c.no_pairs]
    return over - saved + sum(not room_mates(snap, i).any() for i in needy)


def _a_trio_helps(snap: Snapshot, pool: list[int], over: int) -> bool:
    feasible = (trio for trio in _trios(pool) if snap.may_share(trio))
    for trio in islice(feasible, _tries(pool)):
        rest = np.array([i for i in pool if i not in trio], dtype=np.intp)
        if len(rest) - most_seats(snap.pairs[np.ix_(rest, rest)]) < over:
            return True
    return False


def _avoidable(snap: Snapshot, rooms: Sequence[Sequence[int]]) -> int:
    """Rooms of people who met that need not have been, the same people keeping a seat.

    The pairs are judged among those in no trio. A trio of people who met is charged when fresh
    three could have taken its place at no cost to the pairs.
    """
    pairs = [room for room in rooms if len(room) == 2]
    trios = [room for room in rooms if len(room) > 2]
    again = sum(snap.knows_each_other(room) for room in pairs)
    least = _least_repeats(snap, [i for room in pairs for i in room])
    pool = [i for room in rooms for i in room]
    charged = sum(
        snap.knows_each_other(room) and _fresh_trio_fits(snap, pool, len(trios), again)
        for room in trios
    )
    return max(0, again - least) + charged


def _tries(pool: list[int]) -> int | None:
    return None if len(pool) <= ALL_TRIOS_UP_TO else TRIOS_TRIED


def _trios(pool: list[int]) -> Iterator[tuple[int, ...]]:
    """All threes of a few people; of many a spread of them, the same each time."""
    if len(pool) <= ALL_TRIOS_UP_TO:
        yield from combinations(pool, 3)
        return
    lots = np.random.default_rng(0)
    for _ in range(TRIOS_DRAWN):
        yield tuple(pool[i] for i in lots.choice(len(pool), 3, replace=False))


def _fresh_trio_fits(snap: Snapshot, pool: list[int], trios: int, again: int) -> bool:
    """Whether fresh three exist without whom the others can all be paired with as few repeats."""
    if trios != 1:
        return False
    fresh = (
        trio for trio in _trios(pool) if not snap.knows_each_other(trio) and snap.may_share(trio)
    )
    for trio in islice(fresh, _tries(pool)):
        rest = [i for i in pool if i not in trio]
        at = np.array(rest, dtype=np.intp)
        if (
            most_seats(snap.pairs[np.ix_(at, at)]) == len(rest)
            and _repeats_shown(snap, at) <= again
        ):
            return True
    return False


def _repeats_shown(snap: Snapshot, at: Indices) -> int:
    """Repeats of pairs found for these people: as many as a search needs, never fewer than must be."""
    block = np.ix_(at, at)
    allowed, met, n = snap.pairs[block], snap.met[block], len(at)
    fresh = widen([ALONE] * n, allowed & ~met, np.zeros(n, dtype=np.intp))
    mate = widen(fresh, allowed, np.zeros(n, dtype=np.intp))
    return sum(bool(met[i, j]) for i, j in enumerate(mate) if i < j)


def _least_repeats(snap: Snapshot, pool: list[int]) -> int:
    """A proven least number of pairs who met, given that all these people sit in pairs.

    Two proofs, the better counts: each repeat seats at most two whom fresh pairs cannot; and no
    pairing repeats less than half the assignment that repeats least.
    """
    at = np.array(pool, dtype=np.intp)
    block = np.ix_(at, at)
    allowed, met, n = snap.pairs[block], snap.met[block], len(pool)
    missing = n - most_seats(allowed & ~met)
    if not missing:
        return 0
    row, column = assign(np.where(allowed, n - met, 0.0))
    return max(-(-missing // 2), -(-int(met[row, column].sum()) // 2))
