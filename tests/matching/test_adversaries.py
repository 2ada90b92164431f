"""Inputs made to be hard: answered rightly and with every hard rule kept, by every way a round goes.

How long they take at 500 and 2,000 people says `python3 -m tests bench adversaries`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matching import features as rows
from matching.halls import plan_halls
from matching.language import level_table
from matching.large import plan_large
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules
from matching.score import score_matrix
from matching.types import Candidate, History, Level, Role, RoundPlan
from tests.matching.adversaries import ADVERSARIES
from tests.matching.evenings import check_groups, check_plan
from tests.matching.population import people

N = 120
FOURS = Rules(room_size=4)
Way = Callable[..., RoundPlan]
WAYS: dict[str, tuple[Way, Rules]] = {
    "pairs": (plan_round, DEFAULT_RULES),
    "groups": (plan_round, FOURS),
    "pairs of a crowd": (plan_large, DEFAULT_RULES),
    "groups of a crowd": (plan_halls, FOURS),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ADVERSARIES)
def test_adversaries_are_answered_rightly_and_told_why(kind: str, way: str) -> None:
    adversary = ADVERSARIES[kind]
    here, history = adversary.make(N)
    solve, rules = WAYS[way]
    plan = solve(here, history, rules, seed=1)
    check = check_groups if rules.room_size > 2 else check_plan
    check(plan, here, history, rules)
    over = adversary.grouped if rules.room_size > 2 else adversary.alone
    assert len(plan.bench) == over(N)
    assert {b.why for b in plan.bench} <= {adversary.why}
    assert plan.repeats == (len(plan.rooms) if adversary.repeats else 0)


@pytest.mark.parametrize("solve", [plan_large, plan_halls])
def test_a_crowd_is_answered_alike_in_whatever_order_it_is_handed_in(solve: Way) -> None:
    here = people(90, 3)
    rules = FOURS if solve is plan_halls else DEFAULT_RULES
    assert solve(here, History(), rules, seed=2) == solve(here[::-1], History(), rules, seed=2)


def test_groups_of_a_crowd_are_seated_in_halls_and_nobody_is_left_over_between_them() -> None:
    """Three halls; the few who speak but one rare language sit beside those they can talk with."""
    rare = [Candidate(f"r{i}", Role.ALUMNI, (("ne", Level.NATIVE),)) for i in range(22)]
    here = [*people(1700, 4, minors=0.0), *rare]
    plan = plan_round(here, History(), FOURS, seed=3)
    check_groups(plan, here, History(), FOURS)
    assert not plan.bench
    assert sum(len(room.members) < 3 for room in plan.rooms) <= 6
    assert not any(room.bridge for room in plan.rooms)
    assert plan.score > 0.8 * plan.bound
    shown = [room for room in plan.rooms if any(p.startswith("r") for p in room.members)]
    assert {room.language for room in shown} == {"ne"}


def test_terms_of_many_kinds_say_the_same_looked_up_as_split(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = [*people(60, 2), *ADVERSARIES["nobody like another"].make(20)[0]]
    split = score_matrix(here)
    monkeypatch.setattr(rows, "MOST_SPLIT", 0)
    assert len(rows.features(here, DEFAULT_RULES).tables) == 6
    assert score_matrix(here) == pytest.approx(split, abs=2**-18)
    before = plan_large(here, History(), DEFAULT_RULES, seed=1)
    monkeypatch.undo()
    after = plan_large(here, History(), DEFAULT_RULES, seed=1)
    assert before.score == pytest.approx(after.score, rel=0.01)
    assert before.bound == pytest.approx(after.bound, rel=0.01)


def test_a_language_takes_room_only_if_two_speak_it() -> None:
    here = ADVERSARIES["a language each"].make(50)[0]
    shared = Candidate("x", Role.ALUMNI, (("l7", Level.FLUENT), ("l8", Level.BEGINNER)))
    assert level_table(here, DEFAULT_RULES).shape == (50, 0)
    assert level_table([*here, shared], DEFAULT_RULES).tolist()[-1] == [Level.FLUENT]
    assert level_table([*here, shared], DEFAULT_RULES)[:, 0].nonzero()[0].tolist() == [7, 50]
