"""Rounds of groups: held against the rules in other words, and against every division of few people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import snapshot
from matching.composition import KIN, compose
from matching.errors import BadRules
from matching.exchange import NOBODY, better, build, worths
from matching.group_plan import missing_roles
from matching.limits import ceiling, unservable
from matching.rounds import plan_round
from matching.rules import Rules, Weights
from matching.sizes import room_sizes
from matching.types import Candidate, History, Level, Role, RoomNote, RoundPlan
from matching.verdict import room_faults
from tests.matching.evenings import check_groups
from tests.matching.population import people, speakers

FOURS = Rules(room_size=4)


def divisions(left: Sequence[int], sizes: Sequence[int]) -> Iterator[list[list[int]]]:
    """Every way to seat people in rooms of these sizes."""
    if not left:
        yield []
        return
    for size in sorted(set(sizes)):
        rest = list(sizes)
        rest.remove(size)
        for mates in combinations(left[1:], size - 1):
            room = [left[0], *mates]
            for more in divisions([i for i in left if i not in room], rest):
                yield [room, *more]


def evening(here: list[Candidate], rules: Rules, rounds: int, seed: int = 1) -> list[RoundPlan]:
    """Play and check so many rounds."""
    met: frozenset[frozenset[str]] = frozenset()
    plans = []
    for done in range(rounds):
        history = History(met)
        plan = plan_round(here, history, rules, seed=seed + done, rounds_left=rounds - done)
        check_groups(plan, here, history, rules)
        plans.append(plan)
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
        out = {b.id for b in plan.bench}
        here = [replace(c, sat_out=c.sat_out + (c.id in out)) for c in here]
    return plans


@pytest.mark.parametrize("size", [3, 4, 5, 6])
def test_sizes_are_even_and_nobody_sits_alone(size: int) -> None:
    for count in range(2, 80):
        sizes = room_sizes(count, size)
        assert sum(sizes) == count
        assert max(sizes) - min(sizes) <= 1
        assert min(sizes) >= min(3, count)
        assert max(sizes) <= max(size, 5), "larger only where a remainder of one or two is left"
        if count >= 2 * size and size > 3:
            assert max(sizes) <= size


def test_who_is_of_a_kind_is_told_by_what_both_told() -> None:
    """Field, place and mother tongue the same, or years at most two apart; silence is no kind."""
    base = Candidate("", Role.ALUMNI, (("en", Level.FLUENT),))
    here = [
        replace(base, id="law", field="law", cohort=2010),
        replace(base, id="law too", field="law", cohort=2030),
        replace(base, id="near", cohort=2012),
        replace(base, id="not near", cohort=2013),
        replace(base, id="oslo", city="Oslo"),
        replace(base, id="also oslo", city="OSLO"),
        replace(base, id="silent", field="", cohort=1990),
        replace(base, id="native", languages=(("en", Level.NATIVE),)),
        replace(base, id="native too", languages=(("en", Level.NATIVE),)),
        Candidate("told nothing"),
    ]
    snap = snapshot.take(here, History(), FOURS, seed=3)
    kin = compose(snap, 4).links & KIN > 0
    names = [c.id for c in snap.people]
    told = {
        frozenset((a, b))
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i < j and kin[i, j] and "told nothing" not in (a, b)
    }
    assert told == {
        frozenset(pair)
        for pair in (
            ("law", "law too"),
            ("law", "near"),
            ("near", "not near"),
            ("oslo", "also oslo"),
            ("native", "native too"),
        )
    }
    nothing = names.index("told nothing")
    assert np.delete(kin[nothing], nothing).all(), "nothing told is nothing to be alone with"


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("count", "size"), [(6, 3), (7, 3), (8, 4), (9, 3), (9, 4)])
def test_few_people_are_seated_as_well_as_any_division_would(
    count: int, size: int, seed: int
) -> None:
    here = [replace(c, supervised=False) for c in people(count, seed)]
    pairs = [frozenset(p) for p in combinations([c.id for c in here], 2)]
    met = frozenset(p for i, p in enumerate(pairs) if (i * 7 + seed) % 5 == 0)
    rules = Rules(room_size=size, must_have={Role.ALUMNI: 1})
    snap = snapshot.take(here, History(met), rules, seed=seed)

    def cost(rooms: list[list[int]]) -> tuple[int, int, int, float]:
        unsound = sum(not snap.may_share(room) for room in rooms)
        again = sum(int(snap.met[np.ix_(r, r)].sum()) // 2 for r in rooms)
        lack = sum(sum(missing_roles([snap.people[i] for i in r], rules).values()) for r in rooms)
        return unsound, again, lack, -sum(snap.welfare(room) for room in rooms)

    best = min(map(cost, divisions(range(count), room_sizes(count, size))))
    plan = plan_round(here, History(met), rules, seed=seed)
    check_groups(plan, here, History(met), rules)
    if best[0] == 0 and not plan.bench and not any(RoomNote.SMALLER in r.notes for r in plan.rooms):
        place = {c.id: i for i, c in enumerate(snap.people)}
        ours = cost([[place[m] for m in room.members] for room in plan.rooms])
        assert ours[:3] <= best[:3]
    if best[:2] == (0, 0):
        assert not plan.bench
        assert plan.repeats == 0
        assert all(room.language for room in plan.rooms)


@settings(max_examples=12, deadline=None)
@given(
    count=st.integers(2, 28),
    size=st.integers(3, 6),
    seed=st.integers(0, 10_000),
    alum=st.booleans(),
)
def test_every_round_keeps_the_rules(count: int, size: int, seed: int, *, alum: bool) -> None:
    rules = Rules(room_size=size, must_have={Role.ALUMNI: 1} if alum else {})
    evening(people(count, seed), rules, 3, seed)


@settings(max_examples=20, deadline=None)
@given(count=st.integers(2, 30), seed=st.integers(0, 10_000), data=st.data())
def test_the_order_people_come_in_changes_nothing(
    count: int, seed: int, data: st.DataObject
) -> None:
    here = people(count, seed)
    shuffled = data.draw(st.permutations(here))
    assert plan_round(here, History(), FOURS, seed=seed) == plan_round(
        shuffled, History(), FOURS, seed=seed
    )


@settings(max_examples=20, deadline=None)
@given(count=st.integers(4, 30), seed=st.integers(0, 10_000), data=st.data())
def test_nobody_shares_a_room_with_somebody_barred(
    count: int, seed: int, data: st.DataObject
) -> None:
    here = people(count, seed)
    pairs = [frozenset(p) for p in combinations([c.id for c in here], 2)]
    barred = frozenset(data.draw(st.sets(st.sampled_from(pairs), max_size=len(pairs) // 3)))
    check_groups(
        plan_round(here, History(barred=barred), FOURS, seed=seed),
        here,
        History(barred=barred),
        FOURS,
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_large_round_fails_nobody_who_can_be_served(seed: int) -> None:
    here = [replace(c, supervised=False) for c in people(400, seed)]
    rules = Rules(room_size=4, must_have={Role.ALUMNI: 1, Role.STUDENT: 1})
    met: frozenset[frozenset[str]] = frozenset()
    for done in range(3):
        plan = plan_round(here, History(met), rules, seed=seed + done, rounds_left=3 - done)
        snap = snapshot.take(here, History(met), rules, seed=0)
        check_groups(plan, here, History(met), rules)
        assert not any(RoomNote.BRIDGE in room.notes for room in plan.rooms)
        assert len(plan.bench) + plan.repeats <= unservable(snap)
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}


def test_a_role_the_host_asks_for_is_in_every_room_if_there_are_enough() -> None:
    """Though the alumni would rather be among themselves."""
    alumni = speakers(7, "en", role=Role.ALUMNI, prefix="a")
    here = [
        *speakers(20, "en", role=Role.STUDENT, prefix="s"),
        *(replace(c, seeks=frozenset({"jobs"}), offers=frozenset({"jobs"})) for c in alumni),
    ]
    weights = Weights(roles=0, topics=1, shared=1)
    rules = Rules(room_size=4, must_have={Role.ALUMNI: 1}, weights=weights)
    plan = plan_round(here, History(), rules, seed=1)
    assert not any(room.notes for room in plan.rooms)


def test_where_a_role_is_short_as_many_rooms_as_can_be_have_it_and_the_others_say_so() -> None:
    here = [
        *speakers(21, "en", role=Role.STUDENT, prefix="s"),
        *speakers(3, "en", role=Role.ALUMNI, prefix="a"),
    ]
    (plan,) = evening(here, Rules(room_size=4, must_have={Role.ALUMNI: 1}), 1)
    assert sum(RoomNote.ROLES in room.notes for room in plan.rooms) == 3


def test_two_of_a_tongue_nobody_else_speaks_get_a_smaller_room_and_it_is_said() -> None:
    here = [*speakers(12, "en"), *speakers(2, "mn", prefix="m")]
    (plan,) = evening(here, FOURS, 1)
    small = next(room for room in plan.rooms if "m0" in room.members)
    assert small.members == ("m0", "m1")
    assert RoomNote.SMALLER in small.notes
    assert not plan.bench


def test_a_bridge_is_named_where_no_language_is_common() -> None:
    here = [
        *speakers(1, "ko", prefix="k"),
        *speakers(1, "vi", prefix="v"),
        *speakers(1, "ko", "vi", prefix="b"),
    ]
    (plan,) = evening(here, Rules(room_size=3), 1)
    (room,) = plan.rooms
    assert (room.bridge, room.language, room.notes) == ("b0", None, (RoomNote.BRIDGE,))


def test_whom_nobody_can_talk_to_sits_at_the_hosts_table_and_is_told_why() -> None:
    here = [*speakers(8, "en"), *speakers(1, "mn", prefix="m")]
    (plan,) = evening(here, FOURS, 1)
    assert [(b.id, b.why.value) for b in plan.bench] == [("m0", "language")]
    snap = snapshot.take(here, History(), FOURS, seed=0)
    assert unservable(snap) == 1


def test_few_partners_are_spent_one_at_a_time() -> None:
    """Three unmet partners for three rounds: three rooms of two, not one of four and two repeats."""
    both = ("en", Level.FLUENT), ("mn", Level.FLUENT)
    here = [
        *speakers(36, "en"),
        *speakers(1, "mn", prefix="m"),
        *(Candidate(f"b{i}", Role.ALUMNI, both) for i in range(3)),
    ]
    plans = evening(here, FOURS, 3)
    assert all(plan.repeats == 0 and not plan.bench for plan in plans)


def test_nobody_is_the_only_one_of_their_kind_where_it_can_be_helped() -> None:
    """M8: strangers are wanted, and yet none of the four from Japan sits with three from Vietnam."""
    here = [
        replace(c, languages=(("en", Level.FLUENT),), country=place, city=place)
        for place, count in (("JP", 4), ("VN", 8))
        for c in speakers(count, "en", prefix=place)
    ]
    plan = plan_round(here, History(), Rules(room_size=4, explore=1.0), seed=1)
    for room in plan.rooms:
        assert sum(m.startswith("JP") for m in room.members) != 1


def test_exchanges_keep_every_seat_and_never_lose_worth() -> None:
    here = people(50, 3)
    snap = snapshot.take(here, History(), FOURS, seed=3)
    comp, lots = compose(snap, 4), np.random.default_rng(3)
    rooms = build(comp, lots.permutation(50), room_sizes(50, 4))
    before = float(worths(comp, rooms).sum())
    for _ in range(6):
        better(comp, rooms, lots, 1)
        after = float(worths(comp, rooms).sum())
        assert after >= before - 1e-6
        before = after
        assert sorted(rooms.seats[rooms.seats != NOBODY]) == list(range(50))


def test_a_room_without_a_flaw_breaks_no_rule() -> None:
    """The demands as weighed for planning, held against the rules as said one by one."""
    here = people(60, 5)
    snap = snapshot.take(here, History(), FOURS, seed=5)
    comp, lots = compose(snap, 4), np.random.default_rng(5)
    for _ in range(200):
        room = lots.choice(60, 4, replace=False)
        sound = not room_faults([snap.people[i] for i in room], History(), FOURS)
        value = float(comp.worths(room[None, :])[0])
        assert (value > -1e3) == sound, [snap.people[i].role for i in room]


def test_a_ceiling_is_never_below_a_plan() -> None:
    here = people(24, 2)
    snap = snapshot.take(here, History(), FOURS, seed=2)
    lots = np.random.default_rng(2)
    top = ceiling(snap, 3, [])
    for _ in range(200):
        rooms = lots.permutation(24).reshape(6, 4).tolist()
        assert sum(snap.welfare(r) for r in rooms if snap.may_share(r)) <= top


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("room_size", {"room_size": 7}),
        ("room_size", {"room_size": 1}),
        ("must_have", {"must_have": {Role.ALUMNI: 1}}),
        ("must_have", {"room_size": 4, "must_have": {Role.ALUMNI: 4}}),
        ("must_have", {"room_size": 4, "must_have": {Role.ALUMNI: 0}}),
        ("must_have", {"room_size": 4, "must_have": {Role.RECRUITER: 1, Role.PROSPECTIVE: 1}}),
    ],
)
def test_nonsense_is_refused_by_name(rule: str, wrong: dict[str, object]) -> None:
    with pytest.raises(BadRules) as refused:
        Rules(**wrong)  # type: ignore[arg-type]
    assert refused.value.rule == rule
