"""An evening of two sides: rooms take the shape of who came, from the plan to each person's screen (M9)."""

from __future__ import annotations

import msgspec
import pytest

from matching.roles import Meet
from server.domain.ruling import BadRuling, rules_of
from server.protocol import server as s
from server.protocol.parts import Plan, RuleChoices
from server.services.drafts import FieldError, plan_of
from tests.domain.stage import PLAN, Stage

SIDES = msgspec.structs.replace(PLAN, sides=[["alumni"], ["student", "prospective"]])


def evening(alumni: int, students: int, *, plans: bool = True) -> Stage:
    """So many of each come."""
    stage = Stage("", SIDES, plans=plans)
    for k in range(alumni):
        stage.join(f"a{k}")
    for k in range(students):
        stage.join(f"s{k}", role="student")
    return stage


def shapes(stage: Stage) -> list[str]:
    """By room the sides of those in it, in order."""
    rooms = stage.floor.rooms.values()
    return sorted("".join(sorted(p[0] for p in room.seated)) for room in rooms)


@pytest.mark.parametrize("plans", [True, False])
@pytest.mark.parametrize(
    ("students", "told"),
    [
        (4, ["as"] * 4),
        (6, ["as", "as", "ass", "ass"]),
        (8, ["ass"] * 4),
        (13, ["asss"] * 3 + ["assss"]),
    ],
)
def test_rooms_are_shared_out_by_how_many_came_of_each_side(
    students: int, told: list[str], *, plans: bool
) -> None:
    stage = evening(4, students, plans=plans)
    stage.start()
    assert shapes(stage) == told
    seat = stage.sent("a0", s.RoundSeat)[-1]
    assert {card.role for card in seat.partners} == {"student"}


def test_the_next_round_takes_the_shape_of_who_is_left() -> None:
    stage = evening(4, 8)
    stage.start()
    stage.wait(360 + 30 + 10)
    for k in range(4, 8):
        stage.detach(f"s{k}")
    stage.wait(45)
    assert shapes(stage) == ["as"] * 4


def test_sides_are_asked_for_with_the_event_and_refused_with_the_field_named() -> None:
    plan = plan_of({"sides": [["alumni"], ["student"]]})
    assert rules_of(plan).sides == (frozenset({"alumni"}), frozenset({"student"}))
    for wrong in (
        {"sides": [["alumni"]]},
        {"sides": [["alumni"], ["alumni", "student"]]},
        {"sides": [["alumni"], ["student"]], "room_size": 4},
        {"sides": [["alumni"], ["pilot"]]},
    ):
        with pytest.raises(FieldError) as refused:
            plan_of(wrong)
        assert refused.value.field == "sides"
    apart = RuleChoices(meets={"alumni+student": Meet.NEVER.value})
    with pytest.raises(BadRuling, match="never meet"):
        rules_of(Plan(sides=[["alumni"], ["student"]], rules=apart))
