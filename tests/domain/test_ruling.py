"""Who meets whom as a host chooses it: refused when nonsense, never looser than minors are owed."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.permits import in_a_group, one_to_one, permits_of, spread
from matching.roles import MEETS
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Role
from server.domain.effects import PlanRound
from server.domain.ruling import (
    MUCH,
    ROLE_PAIRS,
    USUAL,
    USUALLY_LIKED,
    WEIGHTS,
    BadRuling,
    rules_of,
    verdicts_for,
)
from server.errors import NothingToUndo, WrongPhase
from server.protocol.parts import Plan, RuleChoices, Verdict
from server.protocol.ruling import Ruling
from server.protocol.server import HostBoard
from tests.domain.stage import PLAN, Stage, c
from tests.matching.population import people

LONELY = "townsperson+townsperson"


@st.composite
def choices(draw: st.DrawFn) -> RuleChoices:
    names = st.sampled_from([*ROLE_PAIRS, "alumni+nobody"])
    much = st.sampled_from(MUCH)
    return RuleChoices(
        meets=draw(st.dictionaries(names, st.sampled_from(get_args(Verdict)), max_size=21)),
        liked=draw(st.none() | st.lists(names, max_size=5)),
        fallback=draw(st.lists(st.sampled_from(["ja", "en", "vi"]), max_size=3)),
        **{name: draw(much) for name in WEIGHTS},
    )


def made(chosen: RuleChoices) -> Rules | BadRuling:
    try:
        return rules_of(Plan(rules=chosen))
    except BadRuling as refusal:
        return refusal


@settings(max_examples=200, deadline=None)
@given(choices(), st.integers(0, 50))
def test_no_choice_brings_minors_into_pairs_or_to_recruiters(
    chosen: RuleChoices, seed: int
) -> None:
    rules = made(chosen)
    if isinstance(rules, BadRuling):
        assert rules.field.split(".")[0] == "rules"
        assert str(rules).startswith(rules.field)
        return
    crowd = people(40, seed, minors=0.8)
    pairs, rooms = one_to_one(crowd, rules), in_a_group(crowd, rules)
    permits = permits_of(crowd, rules)
    guarded = spread(permits.wants_ambassador, permits.codes)
    for i, person in enumerate(crowd):
        if not person.supervised:
            continue
        assert not pairs[i].any()
        assert not pairs[:, i].any()
        for j, other in enumerate(crowd):
            if j != i:
                assert guarded[i, j]
                assert not (other.role is Role.RECRUITER and rooms[i, j])


def test_the_usual_choices_are_the_usual_rules() -> None:
    assert rules_of(Plan()) == DEFAULT_RULES
    assert {ROLE_PAIRS[name] for name in ROLE_PAIRS} == set(MEETS)
    assert set(USUALLY_LIKED) <= set(ROLE_PAIRS)
    for name, meet in USUAL.items():
        assert meet in verdicts_for(name), "the usual verdict can be chosen"


def test_what_may_be_chosen_is_what_is_taken() -> None:
    for name in ROLE_PAIRS:
        for verdict in get_args(Verdict):
            chosen = RuleChoices(meets={name: verdict})
            assert isinstance(made(chosen), Rules) == (verdict in verdicts_for(name))


@pytest.mark.parametrize(
    ("chosen", "field"),
    [
        (RuleChoices(meets={"alumni+recruiter": "always"}), "rules.meets"),
        (RuleChoices(meets={"student+alumni": "always"}), "rules.meets"),
        (RuleChoices(meets=dict.fromkeys(ROLE_PAIRS, "never")), "rules.meets"),
        (RuleChoices(liked=["alumni+nobody"]), "rules.liked"),
        (RuleChoices(fallback=[]), "rules.fallback"),
        (RuleChoices(fallback=["ja", "ja"]), "rules.fallback"),
        (RuleChoices(**dict.fromkeys(WEIGHTS, "none")), "rules"),  # type: ignore[arg-type]
    ],
)
def test_nonsense_is_refused_with_its_name(chosen: RuleChoices, field: str) -> None:
    refusal = made(chosen)
    assert isinstance(refusal, BadRuling)
    assert refusal.field == field


def ruling(**fields: object) -> Ruling:
    given = {"rounds": PLAN.rounds, "rules": RuleChoices(meets={LONELY: "always"})}
    return Ruling(**{**given, **fields})  # type: ignore[arg-type]


def board(stage: Stage) -> HostBoard:
    stage.flush()
    pushes = stage.evening.host_snapshot(stage.now)
    return next(push for push in pushes if isinstance(push, HostBoard))


def town() -> Stage:
    stage = Stage()
    for person in "abcd":
        stage.join(person, role="townsperson")
    return stage


def test_a_change_serves_people_in_the_next_round_and_outlives_a_restart() -> None:
    stage = town()
    stage.host(c.HostStart(id=0, in_seconds=30))
    stage.wait(2)
    shown = board(stage).preview
    assert shown is not None
    assert (shown.rooms, shown.idle) == (0, 4)
    assert stage.host(c.HostRules(id=0, ruling=ruling()))
    stage.wait(2)
    shown = board(stage).preview
    assert shown is not None
    assert (shown.round, shown.rooms, shown.idle, shown.repeats) == (1, 2, 0, 0)
    stage.restart()
    assert board(stage).ruling == ruling()
    for person in "abcd":
        stage.attend(person)
    stage.wait(27)
    assert all(stage.person(person).room for person in "abcd")


def test_a_change_can_be_taken_back_for_ten_seconds_and_only_the_last_one() -> None:
    stage = town()
    first = stage.host(c.HostRules(id=0, ruling=ruling()))
    second = stage.host(c.HostRules(id=0, ruling=ruling(trios=False)))
    with pytest.raises(NothingToUndo):
        stage.host(c.HostUndo(id=0, action=first))
    stage.host(c.HostUndo(id=0, action=second))
    assert board(stage).ruling == ruling()
    third = stage.host(c.HostRules(id=0, ruling=ruling(trios=False)))
    stage.wait(11)
    with pytest.raises(NothingToUndo):
        stage.host(c.HostUndo(id=0, action=third))
    assert stage.floor.rules.trios == 0


def test_rules_do_not_change_during_a_round_nor_by_nonsense() -> None:
    stage = Stage("abcd")
    with pytest.raises(BadRuling, match=r"rules\.fallback"):
        stage.host(c.HostRules(id=0, ruling=ruling(rules=RuleChoices(fallback=[]))))
    change = stage.host(c.HostRules(id=0, ruling=ruling(trios=False)))
    stage.start()
    with pytest.raises(NothingToUndo):
        stage.host(c.HostUndo(id=0, action=change))
    with pytest.raises(WrongPhase):
        stage.host(c.HostRules(id=0, ruling=ruling()))
    stage.wait(PLAN.round_seconds + PLAN.wrap_seconds)
    with pytest.raises(BadRuling, match="rounds"):
        stage.host(c.HostRules(id=0, ruling=ruling(rounds=1)))
    assert stage.host(c.HostRules(id=0, ruling=ruling(rounds=2)))
    assert stage.evening.event.plan.rounds == 2


def test_a_plan_made_by_older_rules_is_not_taken() -> None:
    stage = Stage("abcd", plans=False)
    stage.host(c.HostStart(id=0, in_seconds=30))
    asked = [each for each in stage.effects if isinstance(each, PlanRound)]
    assert asked
    stage.host(c.HostRules(id=0, ruling=ruling()))
    stage.answer(asked[-1])
    assert board(stage).preview is None
    newest = [each for each in stage.effects if isinstance(each, PlanRound)][-1]
    assert newest.rules == stage.floor.rules
    stage.answer(newest)
    assert board(stage).preview is not None


def test_plans_of_before_read_as_they_were() -> None:
    old = msgspec.json.decode(b'{"rounds":4,"trios":false}', type=Plan)
    assert old.rules == RuleChoices()
