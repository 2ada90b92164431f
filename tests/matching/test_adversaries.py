"""Inputs made to be hard: answered quickly, rightly and with every hard rule kept."""

from __future__ import annotations

import time
from itertools import combinations

import pytest

from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.types import Candidate, History, Level, Role
from tests.matching.evenings import check_plan
from tests.matching.population import people, speakers

EVERY_PAIR = frozenset(frozenset(p) for p in combinations([f"p{i}" for i in range(200)], 2))


@pytest.fixture(scope="module", autouse=True)
def _solver_loaded() -> None:
    """The solver is imported on first use, which is no part of what is timed here."""
    plan_round(speakers(20, "en"), History(), DEFAULT_RULES, seed=0)


ADVERSARIES = {
    "all equal": (speakers(200, "en"), frozenset()),
    "star": (
        [*speakers(1, "en", "vi"), *speakers(199, "en", role=Role.TOWNSPERSON, prefix="t")],
        frozenset(),
    ),
    "everybody bars everybody": (
        speakers(200, "en"),
        EVERY_PAIR,
    ),
    "a language each": (
        [Candidate(f"p{i}", Role.ALUMNI, ((f"l{i}", Level.NATIVE),)) for i in range(200)],
        frozenset(),
    ),
    "a chain": (
        [
            Candidate(
                f"p{i:03}", Role.ALUMNI, ((f"l{i}", Level.NATIVE), (f"l{i + 1}", Level.NATIVE))
            )
            for i in range(200)
        ],
        frozenset(),
    ),
    "threes that share a language": (
        [Candidate(f"p{i}", Role.ALUMNI, ((f"l{i // 3}", Level.NATIVE),)) for i in range(201)],
        frozenset(),
    ),
}
IDLE = {
    "star": 198,
    "everybody bars everybody": 200,
    "a language each": 200,
    "threes that share a language": 66,
}


@pytest.mark.parametrize("kind", ADVERSARIES)
def test_adversaries_are_answered_quickly_and_rightly(kind: str) -> None:
    here, barred = ADVERSARIES[kind]
    started = time.process_time()
    plan = plan_round(here, History(barred=barred), DEFAULT_RULES, seed=1, rounds_left=3)
    took = time.process_time() - started
    check_plan(plan, here, History(barred=barred))
    assert len(plan.bench) == IDLE.get(kind, 0)
    assert took < 2.0


def test_five_hundred_people_take_less_than_a_second() -> None:
    here = people(500, 5)
    started = time.process_time()
    plan = plan_round(here, History(), DEFAULT_RULES, seed=1, rounds_left=5)
    assert time.process_time() - started < 1.5
    check_plan(plan, here, History())
