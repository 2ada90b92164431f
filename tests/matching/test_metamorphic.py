"""What must not change, or only one way, when a round is asked for a little differently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import snapshot
from matching.halls import plan_halls
from matching.large import plan_large
from matching.limits import ceiling
from matching.permits import in_a_group, one_to_one
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules, Weights
from matching.score import feasible, score_matrix
from matching.types import Candidate, History, Level, Role, RoundPlan
from tests.matching.population import people, speakers

NOTHING = History()
FOURS = Rules(room_size=4)
FEW = settings(max_examples=12, deadline=None)
Way = Callable[..., RoundPlan]
WAYS: tuple[tuple[Way, Rules, int], ...] = (
    (plan_round, DEFAULT_RULES, 11),
    (plan_round, DEFAULT_RULES, 40),
    (plan_round, FOURS, 9),
    (plan_round, FOURS, 40),
    (plan_large, DEFAULT_RULES, 70),
    (plan_halls, FOURS, 70),
)


def met_some(here: list[Candidate], one_in: int) -> frozenset[frozenset[str]]:
    """So many of all pairs."""
    pairs = combinations([c.id for c in here], 2)
    return frozenset(frozenset(p) for k, p in enumerate(pairs) if k % one_in == 0)


@pytest.mark.parametrize(("solve", "rules", "n"), WAYS)
def test_other_names_lead_to_a_plan_as_good(solve: Way, rules: Rules, n: int) -> None:
    """Names draw the lots between equals, nothing else."""
    here = people(n, n)
    name = {c.id: f"x{17 * k % n:03}" for k, c in enumerate(here)}
    met = met_some(here, 7)
    renamed = frozenset(frozenset(name[p] for p in pair) for pair in met)
    plan = solve(here, History(met), rules, seed=5)
    other = solve([replace(c, id=name[c.id]) for c in here], History(renamed), rules, seed=5)
    assert len(other.bench) == len(plan.bench)
    assert other.repeats == plan.repeats
    exact = n <= 12
    assert other.score == pytest.approx(plan.score, rel=1e-6 if exact else 0.02)
    assert sorted(b.why for b in other.bench) == sorted(b.why for b in plan.bench)


@pytest.mark.parametrize(("solve", "rules", "n"), WAYS)
@pytest.mark.parametrize("times", [2.0, 0.25])
def test_all_weights_as_many_times_over_change_nothing(
    solve: Way, rules: Rules, n: int, times: float
) -> None:
    here, w = people(n, 3), Weights(topics=0.5, zone=0.125)
    scaled = Weights(*(times * getattr(w, f) for f in Weights.__dataclass_fields__))
    plan = solve(here, NOTHING, replace(rules, weights=w), seed=2)
    assert plan == solve(here, NOTHING, replace(rules, weights=scaled), seed=2)


@FEW
@given(st.integers(5, 26), st.integers(0, 10_000), st.integers(0, 25), st.booleans())
def test_who_waited_longer_is_never_left_over_for_it(
    n: int, seed: int, who: int, grouped: bool
) -> None:
    here = people(n, seed)
    rules = FOURS if grouped else DEFAULT_RULES
    history = History(met_some(here, 3))
    before = plan_round(here, history, rules, seed=seed)
    out = {b.id for b in before.bench}
    one = here[who % n].id
    waited = [replace(c, waiting=60.0, sat_out=1) if c.id == one else c for c in here]
    after = plan_round(waited, history, rules, seed=seed)
    assert one in out or one not in {b.id for b in after.bench}
    assert len(after.bench) <= len(out)


@pytest.mark.parametrize(("solve", "rules", "n"), WAYS)
def test_somebody_nobody_can_talk_with_takes_no_seat_from_others(
    solve: Way, rules: Rules, n: int
) -> None:
    here = people(n, 8)
    alone = Candidate("zz", Role.STUDENT, (("xx", Level.NATIVE),))
    plan, with_them = (solve(some, NOTHING, rules, seed=3) for some in (here, [*here, alone]))
    left = {b.id for b in with_them.bench}
    assert left == {"zz", *(b.id for b in plan.bench)}
    assert with_them.repeats == plan.repeats
    assert with_them.score == pytest.approx(plan.score, rel=0.02)


@FEW
@given(st.integers(4, 14), st.integers(0, 10_000), st.data())
def test_another_block_never_raises_what_groups_could_be_worth(
    n: int, seed: int, data: st.DataObject
) -> None:
    here = people(n, seed)
    pairs = [frozenset(p) for p in combinations([c.id for c in here], 2)]
    few = data.draw(st.sets(st.sampled_from(pairs), max_size=5))
    more = few | {data.draw(st.sampled_from(pairs))}
    low, high = (
        ceiling(snapshot.take(here, History(barred=frozenset(b)), FOURS, seed=1), 3, [])
        for b in (more, few)
    )
    assert low <= high + 1e-6


@FEW
@given(st.integers(2, 25), st.integers(0, 10_000))
def test_what_two_are_to_each_other_is_the_same_both_ways(n: int, seed: int) -> None:
    here = people(n, seed)
    history = History(barred=met_some(here, 4))
    for table in (
        score_matrix(here),
        feasible(here, history),
        one_to_one(here, DEFAULT_RULES),
        in_a_group(here, DEFAULT_RULES),
    ):
        assert np.array_equal(table, table.T)


@pytest.mark.parametrize(("n", "rounds"), [(9, 4), (12, 3)])
def test_small_evenings_in_threes_repeat_nobody_while_it_can_be_helped(n: int, rounds: int) -> None:
    """Nine people meet all others in four rounds of three; the planner is shown no table of them."""
    here, met, rules = speakers(n, "en"), frozenset[frozenset[str]](), Rules(room_size=3)
    for round_ in range(rounds):
        plan = plan_round(here, History(met), rules, seed=round_, rounds_left=rounds - round_)
        assert {len(room.members) for room in plan.rooms} == {3}
        assert (plan.repeats, plan.bench) == (0, ())
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
