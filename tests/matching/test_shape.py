"""Two sides shape the rooms: one to one, one to two, one to three, tables; and nobody alone for it (M9)."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from matching.check import check
from matching.errors import BadRules
from matching.halls import plan_halls
from matching.plan_file import Case, PlanFile, read, write
from matching.roles import MEETS, Meet, role_pair
from matching.rounds import plan_round
from matching.rules import Rules
from matching.types import Candidate, History, Role, RoomNote, RoundPlan
from tests.matching.evenings import check_groups, check_plan
from tests.matching.population import people, speakers

ALUMNI, STUDENTS = frozenset({Role.ALUMNI}), frozenset({Role.STUDENT, Role.PROSPECTIVE})
RULES = Rules(sides=(ALUMNI, STUDENTS))


def sides(alumni: int, students: int) -> list[Candidate]:
    """So many of each, who all speak English."""
    return [
        *speakers(alumni, "en", prefix="a"),
        *speakers(students, "en", role=Role.STUDENT, prefix="s"),
    ]


def rooms_of(plan: RoundPlan) -> list[tuple[int, int]]:
    """By room how many alumni and how many others, in order."""
    told = [sum(m.startswith("a") for m in room.members) for room in plan.rooms]
    return sorted((n, len(room.members) - n) for n, room in zip(told, plan.rooms, strict=True))


@pytest.mark.parametrize(
    ("alumni", "students", "shapes"),
    [
        (6, 6, {(1, 1): 6}),
        (20, 20, {(1, 1): 20}),
        (20, 30, {(1, 1): 10, (1, 2): 10}),
        (30, 20, {(1, 1): 10, (2, 1): 10}),
        (3, 6, {(1, 2): 3}),
        (12, 24, {(1, 2): 12}),
        (24, 10, {(2, 1): 6, (3, 1): 4}),
        (10, 35, {(1, 3): 5, (1, 4): 5}),
        (6, 30, {(1, 5): 6}),
        (1, 5, {(1, 5): 1}),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_rooms_take_the_shape_of_their_sides(
    alumni: int, students: int, shapes: dict[tuple[int, int], int], seed: int
) -> None:
    here = sides(alumni, students)
    plan = plan_round(here, History(), RULES, seed=seed)
    (check_plan if (1, 1) in shapes else check_groups)(plan, here, History(), RULES)
    assert {shape: rooms_of(plan).count(shape) for shape in rooms_of(plan)} == shapes
    assert not plan.bench
    assert plan.score <= plan.bound + 1e-9


def test_beyond_five_to_one_the_others_sit_together_and_the_host_is_told() -> None:
    here = sides(3, 23)
    plan = plan_round(here, History(), RULES, seed=4)
    check_groups(plan, here, History(), RULES)
    assert rooms_of(plan) == [(0, 5), (0, 5), (1, 4), (1, 4), (1, 5)]
    noted = [RoomNote.ROLES in room.notes for room in plan.rooms]
    assert sum(noted) == 2
    assert not plan.bench


def test_who_is_on_neither_side_sits_with_those_who_are_many() -> None:
    here = [*sides(4, 5), *speakers(3, "en", role=Role.STAFF, prefix="t")]
    plan = plan_round(here, History(), RULES, seed=1)
    assert [n for n, _ in rooms_of(plan)] == [1, 1, 1, 1]
    assert not plan.bench


@pytest.mark.parametrize("missing", ["alumni", "students"])
def test_without_one_side_people_meet_as_if_nothing_was_asked(missing: str) -> None:
    here = sides(0, 8) if missing == "alumni" else sides(8, 0)
    plan = plan_round(here, History(), RULES, seed=1)
    assert plan == plan_round(here, History(), replace(RULES, sides=None), seed=1)


def test_mixed_people_over_an_evening_keep_every_rule_and_their_shape() -> None:
    here = [replace(c, no_pairs=False) for c in people(70, 3)]
    met: frozenset[frozenset[str]] = frozenset()
    for round_ in range(3):
        plan = plan_round(here, History(met), RULES, seed=round_, rounds_left=3 - round_)
        sound = check_plan if any(r.kind == "trio" for r in plan.rooms) else check_groups
        sound(plan, here, History(met), RULES)
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
        by_id = {c.id: c.role for c in here}
        for room in plan.rooms:
            roles = {by_id[m] for m in room.members}
            both = all(side & roles for side in (ALUMNI, STUDENTS))
            assert both or room.kind == "pair" or RoomNote.ROLES in room.notes or room.supervised


def test_a_crowd_is_shaped_in_its_halls() -> None:
    here = sides(300, 620)
    plan = plan_halls(here, History(), RULES, seed=1)
    check_groups(plan, here, History(), RULES)
    assert {n for n, _ in rooms_of(plan)} == {1}
    assert max(m for _, m in rooms_of(plan)) - min(m for _, m in rooms_of(plan)) <= 1


@pytest.mark.parametrize("students", [9, 20])
def test_a_shaped_round_is_a_file_that_anybody_can_redo(students: int) -> None:
    here = sides(8, students)
    plan = plan_round(here, History(), RULES, seed=3)
    case = Case(1, tuple(here), History(), RULES, seed=3, rounds_left=1, plan=plan)
    again = read(write(PlanFile((case,))))
    assert again.rounds[0].rules.sides == RULES.sides
    assert [found.problems for found in check(again)] == [()]


NEVER_MEET = {**MEETS, role_pair(Role.ALUMNI, Role.STUDENT): Meet.NEVER}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"sides": (frozenset(), STUDENTS)}, "at least one role"),
        ({"sides": (ALUMNI, ALUMNI | STUDENTS)}, "not share a role, as alumni"),
        ({"sides": (ALUMNI, STUDENTS), "must_have": {Role.ALUMNI: 1}, "room_size": 4}, "must_have"),
        ({"sides": (ALUMNI, frozenset({Role.STUDENT})), "meets": NEVER_MEET}, "never meet"),
    ],
)
def test_sides_that_make_no_sense_are_refused(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(BadRules, match=why) as refused:
        Rules(**wrong)  # type: ignore[arg-type]
    assert refused.value.rule == "sides"
