"""Minors and prospective students of unknown age: in guided groups, or told plainly why not (M5)."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.snapshot import take
from matching.types import BenchReason, Candidate, History, Level, Role, RoundPlan
from tests.matching.evenings import check_plan, play
from tests.matching.population import people, speakers

NOTHING = History()


def minors(n: int, language: str = "en") -> list[Candidate]:
    """So many supervised prospective students."""
    spoken = ((language, Level.FLUENT),)
    return [Candidate(f"m{i}", Role.PROSPECTIVE, spoken, supervised=True) for i in range(n)]


def adult(
    name: str, role: Role = Role.ALUMNI, language: str = "en", *, verified: bool = True
) -> Candidate:
    """A grown-up who speaks one language."""
    return Candidate(name, role, ((language, Level.FLUENT),), verified=verified)


def planned(here: list[Candidate], history: History = NOTHING) -> RoundPlan:
    """One checked round."""
    plan = plan_round(here, history, DEFAULT_RULES, seed=3)
    check_plan(plan, here, history)
    return plan


def seats(plan: RoundPlan, letter: str) -> int:
    """How many people whose name starts so have a seat."""
    return sum(p.startswith(letter) for room in plan.rooms for p in room.members)


@pytest.mark.parametrize("role", [Role.ALUMNI, Role.STUDENT, Role.STAFF])
def test_two_minors_and_one_verified_guide_are_a_group(role: Role) -> None:
    plan = planned([*minors(2), adult("a", role)])
    assert [(room.kind, len(room.members), room.supervised) for room in plan.rooms] == [
        ("group", 3, True)
    ]


@pytest.mark.parametrize(
    "other",
    [
        adult("a", verified=False),
        adult("a", Role.RECRUITER),
        adult("a", Role.TOWNSPERSON),
        adult("a", Role.PROSPECTIVE),
        replace(adult("a"), role=None),
        replace(adult("a", Role.STUDENT), supervised=True),
    ],
)
def test_nobody_else_is_a_guide(other: Candidate) -> None:
    plan = planned([*minors(3), other])
    assert seats(plan, "m") == 0
    assert {b.why for b in plan.bench if b.id.startswith("m")} == {BenchReason.SUPERVISION}


def test_one_minor_and_one_guide_are_never_left_alone_together() -> None:
    plan = planned([*minors(1), adult("a")])
    assert not plan.rooms
    assert {b.id: b.why for b in plan.bench}["m0"] is BenchReason.SUPERVISION
    assert len(planned([*minors(1), adult("a"), adult("b")]).rooms[0].members) == 3


def test_a_recruiter_stays_out_even_with_guides_in_the_room() -> None:
    welcome = [replace(m, recruiters_ok=True) for m in minors(1)]
    plan = planned([*welcome, adult("a"), adult("r", Role.RECRUITER)])
    assert not plan.rooms


def test_townspeople_come_in_with_staff_only() -> None:
    town = adult("t", Role.TOWNSPERSON)
    assert seats(planned([*minors(1), adult("a"), town]), "m") == 0
    assert seats(planned([*minors(1), adult("s", Role.STAFF), town]), "m") == 1
    plan = planned([*minors(1), adult("s", Role.STAFF, verified=False), adult("a"), town])
    assert all("t" not in room.members for room in plan.rooms if room.supervised)


def test_a_student_under_age_meets_townspeople_beside_staff_only() -> None:
    student = replace(minors(1)[0], role=Role.STUDENT)
    town = adult("t", Role.TOWNSPERSON)
    assert seats(planned([student, adult("a"), town]), "m") == 0
    assert seats(planned([student, adult("s", Role.STAFF), town]), "m") == 1


def test_a_fifth_member_rather_than_somebody_left_out() -> None:
    """Guides are counted on whom nobody here can talk to; the one who can takes all four."""
    plan = planned([*minors(4), adult("a"), adult("b", language="si")])
    assert seats(plan, "m") == 4


def test_groups_need_one_language_common_to_all() -> None:
    plan = planned([*minors(2, "si"), adult("a")])
    assert seats(plan, "m") == 2 - 2
    assert {b.why for b in plan.bench if b.id.startswith("m")} == {BenchReason.SUPERVISION}
    alone = planned([*minors(1, "si"), adult("a"), adult("b")])
    assert {b.id: b.why for b in alone.bench} == {"m0": BenchReason.LANGUAGE}
    english, sinhala = minors(2), [replace(m, id=f"s{m.id}") for m in minors(2, "si")]
    plan = planned([*english, *sinhala, adult("a"), adult("b", language="si")])
    assert not plan.bench
    assert {room.language for room in plan.rooms} == {"en", "si"}


def test_a_barred_pair_is_kept_apart_in_groups_too() -> None:
    barred = History(barred=frozenset({frozenset({"m0", "a"})}))
    plan = planned([*minors(2), adult("a")], barred)
    assert not plan.rooms
    assert {b.id: b.why for b in plan.bench}["m0"] is BenchReason.SUPERVISION
    assert seats(planned([*minors(4), adult("a"), adult("b")], barred), "m") == 4


@pytest.mark.parametrize(
    ("n", "guides", "seated"),
    [
        (1, 2, 1),
        (2, 1, 2),
        (3, 1, 3),
        (4, 1, 4),
        (4, 2, 4),
        (5, 1, 4),
        (5, 2, 5),
        (7, 3, 7),
        (9, 3, 9),
        (20, 7, 20),
        (20, 5, 20),
        (20, 4, 16),
    ],
)
def test_guides_last_for_as_many_as_can_be(n: int, guides: int, seated: int) -> None:
    plan = planned([*minors(n), *(adult(f"a{i}") for i in range(guides))])
    assert seats(plan, "m") == seated
    if guides * 3 >= n:
        assert max(len(room.members) for room in plan.rooms) <= 4, "five only for a remainder"


@pytest.mark.parametrize("n", [5, 40])
def test_who_sat_out_is_seated_first_when_guides_are_few(n: int) -> None:
    waiting = [replace(m, sat_out=int(m.id in {"m2", "m4"})) for m in minors(n)]
    plan = planned([*waiting, adult("a")])
    assert {"m2", "m4"} < set(plan.rooms[0].members)


def test_minors_meet_other_people_each_round_while_there_are_some() -> None:
    plans, _, _ = play([*minors(4), *(adult(f"a{i}") for i in range(8))], 2)
    assert [plan.repeats for plan in plans] == [0, 0]
    assert not any(plan.bench for plan in plans)


def test_adults_not_needed_as_guides_meet_in_pairs() -> None:
    plan = planned([*minors(3), *(adult(f"a{i}") for i in range(5))])
    assert sorted(len(room.members) for room in plan.rooms) == [2, 2, 4]


@pytest.mark.parametrize("seed", range(3))
def test_whoever_may_enter_a_room_makes_a_room_that_may_be(seed: int) -> None:
    """The quick look at all others, and the room looked at whole, never disagree."""
    here = [*people(24, seed, minors=0.8), *speakers(3, "ja", role=Role.PROSPECTIVE, prefix="y")]
    snap = take(here, History(), DEFAULT_RULES, seed=seed)
    everybody = np.arange(len(snap))
    asked = 0
    for i, j in combinations(range(len(snap)), 2):
        if not snap.rooms[i, j]:
            continue
        others = everybody[(everybody != i) & (everybody != j)]
        told = [snap.may_share([i, j, k]) for k in others.tolist()]
        assert snap.may_enter([i, j], others).tolist() == told
        asked += bool(snap.wants_ambassador[i, j])
    assert asked > 5
