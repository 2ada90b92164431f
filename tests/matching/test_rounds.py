"""Whole rounds: what holds for any people (by hypothesis), and evenings known to be possible."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.errors import DuplicateCandidate
from matching.measures import measure
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules
from matching.score import feasible, score_matrix
from matching.types import BenchReason, Candidate, History, Level, Role
from tests.matching.evenings import check_plan, play
from tests.matching.population import people, speakers

NOTHING = History()
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pairs_of(names: list[str]) -> list[frozenset[str]]:
    """All pairs of these."""
    return [frozenset(pair) for pair in combinations(names, 2)]


@st.composite
def situations(draw: st.DrawFn, least: int = 0, most: int = 17) -> tuple[list[Candidate], History]:
    """Some people with some of their pairs met and some barred."""
    n = draw(st.integers(least, most))
    here = people(n, draw(st.integers(0, 10_000)))
    if draw(st.booleans()):
        here = [replace(c, role=None, supervised=False) for c in here]
    here = [
        replace(c, sat_out=draw(st.integers(0, 2)), trios=draw(st.integers(0, 2))) for c in here
    ]
    every = pairs_of([c.id for c in here])
    some = st.sets(st.sampled_from(every), max_size=len(every)) if every else st.just(set())
    return here, History(frozenset(draw(some)), frozenset(draw(some)))


@QUICK
@given(situations(), st.integers(1, 4))
def test_every_plan_keeps_every_hard_rule(
    situation: tuple[list[Candidate], History], rounds_left: int
) -> None:
    here, history = situation
    check_plan(
        plan_round(here, history, DEFAULT_RULES, seed=5, rounds_left=rounds_left), here, history
    )


@QUICK
@given(situations(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_order_people_are_handed_in_changes_nothing(
    situation: tuple[list[Candidate], History], shuffler: random.Random, rounds_left: int
) -> None:
    here, history = situation
    turned = list(here)
    shuffler.shuffle(turned)
    plans = [
        plan_round(some, history, DEFAULT_RULES, seed=9, rounds_left=rounds_left)
        for some in (here, turned, here)
    ]
    assert plans[0] == plans[1] == plans[2]


def test_equals_are_told_apart_by_the_seed_alone() -> None:
    here = speakers(8, "en")
    seeds = [plan_round(here, NOTHING, DEFAULT_RULES, seed=seed) for seed in range(12)]
    assert len({plan.rooms for plan in seeds}) > 6
    first = Counter(p for plan in seeds for r in plan.rooms if "p0" in r.members for p in r.members)
    assert max(count for name, count in first.items() if name != "p0") <= 6


@settings(QUICK, max_examples=12)
@given(situations(least=2, most=8))
def test_small_rounds_equal_the_best_of_all_pairings(
    situation: tuple[list[Candidate], History],
) -> None:
    here, history = situation
    here = [replace(c, supervised=False, no_pairs=False) for c in here]
    rules = Rules(trios=0)
    plan = plan_round(here, history, rules, seed=4)
    assert _judged([r.members for r in plan.rooms], here, history, rules) == pytest.approx(
        _brute_force(here, history, rules), abs=1e-5
    )


def _judged(rooms, here, history, rules):
    """Sit-outs left on the bench (worst first), rooms that repeat, minus the score."""
    at = {c.id: i for i, c in enumerate(here)}
    score = score_matrix(here, rules)
    seated = {p for room in rooms for p in room}
    left = Counter(c.sat_out for c in here if c.id not in seated)
    fresh = [room for room in rooms if frozenset(room) not in history.met]
    total = sum(score[at[a], at[b]] for a, b in fresh)
    return (left[2], left[1], left[0], len(rooms) - len(fresh), -total)


def _brute_force(here, history, rules):
    one = feasible(here, history, rules)
    names = [c.id for c in here]

    def ways(rest):
        if not rest:
            yield []
            return
        first, *others = rest
        yield from ways(others)
        for k, other in enumerate(others):
            if one[first, other]:
                for way in ways(others[:k] + others[k + 1 :]):
                    yield [(names[first], names[other]), *way]

    return min(_judged(way, here, history, rules) for way in ways(list(range(len(here)))))


@pytest.mark.parametrize(
    ("n", "rounds"), [(2, 1), (4, 3), (6, 5), (8, 7), (10, 9), (12, 11), (14, 9), (20, 8), (20, 19)]
)
def test_nobody_idles_or_meets_twice_while_it_can_be_helped(n: int, rounds: int) -> None:
    plans, _, _ = play(speakers(n, "en"), rounds)
    assert [plan.repeats for plan in plans] == [0] * rounds
    assert [len(plan.bench) for plan in plans] == [0] * rounds
    assert all(room.kind == "pair" for plan in plans for room in plan.rooms)


@pytest.mark.parametrize("seed", range(8))
def test_the_last_rounds_of_six_people_are_thought_of_in_the_first(seed: int) -> None:
    """Three rounds can leave two triangles, where nobody can be paired: one seed in three does."""
    plans, _, _ = play(speakers(6, "en"), 5, seed=seed * 100)
    assert [plan.repeats for plan in plans] == [0] * 5


def test_beyond_the_partners_there_are_people_met_again_rather_than_empty_seats() -> None:
    plans, played, _ = play(speakers(6, "en"), 7)
    assert [plan.repeats for plan in plans] == [0] * 5 + [3] * 2
    assert not any(plan.bench for plan in plans)
    assert measure(played, DEFAULT_RULES).avoidable_repeats == 0


@pytest.mark.parametrize(
    ("n", "rounds", "fresh"), [(7, 4, 3), (9, 3, 3), (11, 5, 5), (15, 5, 5), (21, 7, 7)]
)
def test_an_odd_number_makes_one_trio_in_turns(n: int, rounds: int, fresh: int) -> None:
    plans, _, after = play(speakers(n, "en"), rounds)
    for plan in plans:
        assert [r.kind for r in plan.rooms].count("trio") == 1
        assert not plan.bench
    assert [plan.repeats for plan in plans[:fresh]] == [0] * fresh
    turns = [c.trios for c in after]
    if 3 * rounds <= n:
        assert max(turns) == 1, "nobody twice while somebody was never in one"


def test_without_trios_the_odd_one_is_another_each_time() -> None:
    plans, played, after = play(speakers(5, "en"), 5, rules=Rules(trios=0))
    assert [len(plan.bench) for plan in plans] == [1] * 5
    assert {c.sat_out for c in after} == {1}
    assert {b.why for plan in plans for b in plan.bench} == {BenchReason.ODD}
    found = measure(played, Rules(trios=0))
    assert (found.idle, found.unavoidable_idle, found.sit_out_spread) == (5, 5, 0)


def test_the_odd_one_of_many_is_another_each_time() -> None:
    _, _, after = play(speakers(15, "en"), 6, rules=Rules(trios=0))
    assert max(c.sat_out for c in after) == 1


def tongues(name: str, *codes: str, level: Level = Level.NATIVE) -> Candidate:
    """An alum who speaks these languages."""
    return Candidate(name, Role.ALUMNI, tuple((code, level) for code in codes))


@pytest.mark.parametrize("couples", [1, 6])
def test_a_trio_needs_a_language_common_to_all_three(couples: int) -> None:
    """Each two share one, all three none: with three people, and with more than are looked through."""
    here = [tongues(f"a{k}", f"v{k}", f"x{k}") for k in range(couples)]
    here += [tongues(f"b{k}", f"n{k}", f"x{k}") for k in range(couples)]
    here.append(tongues("u", *(f"{side}{k}" for side in "vn" for k in range(couples))))
    plan = plan_round(here, NOTHING, DEFAULT_RULES, seed=1)
    check_plan(plan, here, NOTHING)
    assert (len(plan.rooms), len(plan.bench)) == (couples, 1)


def test_two_rings_of_five_far_apart_seat_everybody() -> None:
    """The dearest pairs lie round the rings and leave one over in each; only a long swap mends it."""
    strong = [*((i, (i + 1) % 5) for i in range(5)), (5, 6), (7, 8)]
    strong += [(9 + i, 9 + (i + 1) % 5) for i in range(5)]
    weak = [(4, 5), (6, 7), (8, 9)]
    spoken: dict[int, list[tuple[str, Level]]] = {i: [] for i in range(14)}
    for edges, level in ((strong, Level.NATIVE), (weak, Level.CONVERSATIONAL)):
        for i, j in edges:
            for person in (i, j):
                spoken[person].append((f"l{i}x{j}", level))
    here = [Candidate(f"p{i:02}", Role.ALUMNI, tuple(spoken[i])) for i in range(14)]
    for seed in range(5):
        plan = plan_round(here, NOTHING, Rules(trios=0), seed=seed)
        check_plan(plan, here, NOTHING, Rules(trios=0))
        assert not plan.bench


def test_who_sat_out_is_seated_before_who_did_not_whatever_the_score() -> None:
    hub = Candidate("hub", Role.ALUMNI, (("en", Level.FLUENT), ("vi", Level.FLUENT)))
    dull = Candidate("dull", Role.ALUMNI, (("vi", Level.CONVERSATIONAL),), sat_out=1)
    dear = Candidate("dear", Role.STUDENT, (("en", Level.NATIVE),))
    plan = plan_round([hub, dull, dear], NOTHING, DEFAULT_RULES, seed=1)
    assert [room.members for room in plan.rooms] == [("dull", "hub")]
    swapped = [hub, replace(dull, sat_out=0), replace(dear, sat_out=1)]
    plan = plan_round(swapped, NOTHING, DEFAULT_RULES, seed=1)
    assert [room.members for room in plan.rooms] == [("dear", "hub")]
    credit = [hub, replace(dull, sat_out=0, credit=60.0), dear]
    plan = plan_round(credit, NOTHING, DEFAULT_RULES, seed=1)
    assert [room.members for room in plan.rooms] == [("dull", "hub")]


def test_sit_outs_go_round_among_people_who_all_need_the_same_partner() -> None:
    hubs = [replace(c, id=f"h{c.id}") for c in speakers(7, "en", "vi")]
    english = speakers(12, "en", role=Role.TOWNSPERSON)
    _, played, after = play([*hubs, *english], 6)
    sit_outs = [c.sat_out for c in after if c.role is Role.TOWNSPERSON]
    assert max(sit_outs) - min(sit_outs) <= 1
    found = measure(played, DEFAULT_RULES)
    assert found.idle == found.unavoidable_idle


def test_people_who_want_no_one_to_one_get_a_group_or_a_third_seat() -> None:
    shy = [replace(c, id=f"s{c.id}", no_pairs=True) for c in speakers(1, "en")]
    plan = plan_round([*speakers(4, "en"), *shy], NOTHING, DEFAULT_RULES, seed=1)
    assert sorted(len(room.members) for room in plan.rooms) == [2, 3]
    assert next(len(r.members) for r in plan.rooms if "sp0" in r.members) == 3
    shy = [replace(c, id=f"s{c.id}", no_pairs=True) for c in speakers(5, "en")]
    plan = plan_round([*speakers(4, "en"), *shy], NOTHING, DEFAULT_RULES, seed=1)
    assert not plan.bench
    assert all(len(r.members) > 2 for r in plan.rooms if any(m.startswith("s") for m in r.members))


def test_a_joker_comes_in_only_when_somebody_would_be_odd() -> None:
    rules = Rules(joker="host")
    host = Candidate("host", Role.STAFF, (("en", Level.FLUENT),))
    even = plan_round([host, *speakers(4, "en")], NOTHING, rules, seed=1)
    assert all("host" not in room.members for room in even.rooms)
    assert not even.bench
    odd = plan_round([host, *speakers(5, "en")], NOTHING, rules, seed=1)
    assert [room.kind for room in odd.rooms] == ["pair"] * 3


def test_few_or_no_people() -> None:
    assert plan_round([], NOTHING, DEFAULT_RULES, seed=1).rooms == ()
    alone = plan_round(speakers(1, "en"), NOTHING, DEFAULT_RULES, seed=1)
    assert [b.why for b in alone.bench] == [BenchReason.ALONE]
    two = plan_round(speakers(2, "en"), NOTHING, DEFAULT_RULES, seed=1)
    assert (len(two.rooms), two.rooms[0].language, two.bench) == (1, "en", ())


def test_one_person_twice_is_refused() -> None:
    with pytest.raises(DuplicateCandidate):
        plan_round([*speakers(2, "en"), *speakers(1, "en")], NOTHING, DEFAULT_RULES, seed=1)


def test_the_bench_says_which_rule_it_was() -> None:
    odd_one_out = Candidate("v", Role.ALUMNI, (("vi", Level.NATIVE),))
    plan = plan_round([*speakers(2, "en"), odd_one_out], NOTHING, DEFAULT_RULES, seed=1)
    assert [b.why for b in plan.bench] == [BenchReason.LANGUAGE]
    recruiters = speakers(2, "en", role=Role.RECRUITER)
    plan = plan_round(recruiters, NOTHING, DEFAULT_RULES, seed=1)
    assert {b.why for b in plan.bench} == {BenchReason.ROLES}


def test_a_block_looks_like_any_other_lack_of_a_seat() -> None:
    """Two people, one block; and the same two where the partner is simply taken."""
    two = speakers(2, "en")
    barred = History(barred=frozenset(pairs_of(["p0", "p1"])))
    blocked = plan_round(two, barred, DEFAULT_RULES, seed=1)
    assert {b.why for b in blocked.bench} == {BenchReason.NOBODY}
    town = [Candidate(f"t{i}", Role.TOWNSPERSON, (("en", Level.FLUENT),)) for i in range(3)]
    taken = plan_round([*speakers(1, "en"), *town], NOTHING, DEFAULT_RULES, seed=1)
    assert {b.why for b in taken.bench} == {BenchReason.NOBODY}


@QUICK
@given(situations(least=2, most=9))
def test_no_reason_names_what_only_a_block_could_cause(
    situation: tuple[list[Candidate], History],
) -> None:
    """Language, roles and having met everyone are said only where they are so without any block."""
    here, history = situation
    plan = plan_round(here, history, DEFAULT_RULES, seed=3)
    free = History(met=history.met)
    fits = feasible(here, free, DEFAULT_RULES)
    at = {c.id: i for i, c in enumerate(here)}
    for b in plan.bench:
        me = here[at[b.id]]
        mates = [o.id for o, fit in zip(here, fits[at[b.id]], strict=True) if fit]
        if b.why in {BenchReason.LANGUAGE, BenchReason.ROLES} and not (
            me.supervised or me.no_pairs
        ):
            assert not mates
        if b.why is BenchReason.MET_EVERYONE and not (me.supervised or me.no_pairs):
            assert mates
            assert all(frozenset({me.id, o}) in history.met for o in mates)


@pytest.mark.parametrize("n", [60, 61, 120])
def test_an_evening_of_mixed_people_idles_nobody_needlessly(n: int) -> None:
    plans, played, _ = play(people(n, 11), 3)
    found = measure(played, DEFAULT_RULES)
    assert found.avoidable_repeats == 0
    assert found.language_failures == 0
    assert found.idle_share <= 0.01
    assert all(plan.score >= 0.85 * plan.bound for plan in plans)


def test_pairs_alone_come_close_to_the_certificate() -> None:
    here = [replace(c, supervised=False, no_pairs=False) for c in people(200, 2)]
    plan = plan_round(here, NOTHING, DEFAULT_RULES, seed=1)
    assert plan.score >= 0.985 * plan.bound
