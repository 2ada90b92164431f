"""What a host learns from a rehearsal is what happens, and one change helps whom it promises to help."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from server.domain.effects import StopRehearsal
from server.domain.ruling import BadRuling
from server.errors import NotAllowed, WrongPhase
from server.protocol.parts import Plan, RuleChoices
from server.protocol.ruling import HostRehearsal, Rehearsal, Ruling
from server.protocol.server import HostBoard
from server.services.solver import Solver
from tests.domain.stage import PLAN, Stage, c

LONELY = "townsperson+townsperson"


def state(stage: Stage) -> HostRehearsal:
    """What a host who comes now is told, which is what those here were told last."""
    pushes = stage.evening.host_snapshot(stage.now)
    (shown,) = [push for push in pushes if isinstance(push, HostRehearsal)]
    told = stage.to_hosts(HostRehearsal)
    assert not told or told[-1] == shown
    return shown


def shown(stage: Stage) -> Rehearsal:
    rehearsal = state(stage).rehearsal
    assert rehearsal is not None
    return rehearsal


def ask(stage: Stage, **fields: object) -> None:
    stage.host(c.HostRehearse(id=0, **fields))


def play(stage: Stage, most: int = 50) -> Rehearsal:
    """The matcher answers the newest request, plan by plan."""
    solver, request = Solver(), stage.rehearsals[-1]
    for steps in range(1, most + 1):
        found: Any = solver(replace(request, steps=steps), lambda: True)
        stage.carry_out(stage.evening.rehearsed(request.ask, found, stage.now))
        if found.done:
            break
    return shown(stage)


def rehearsed(stage: Stage, **fields: object) -> Rehearsal:
    ask(stage, **fields)
    return play(stage)


def town() -> Stage:
    stage = Stage("ab")
    for person in "cdef":
        stage.join(person, role="townsperson")
    return stage


def preview(stage: Stage) -> Any:
    stage.flush()
    board = next(p for p in stage.evening.host_snapshot(stage.now) if isinstance(p, HostBoard))
    return board.preview


def test_one_tap_serves_those_who_would_have_been_left_out() -> None:
    stage = town()
    found = rehearsed(stage)
    assert (found.state, found.people, found.to_come) == ("done", 6, PLAN.rounds)
    (left,) = [each for each in found.left if each.relax]
    assert (left.relax, left.taken, left.pairs) == (["roles"], True, [LONELY])
    assert set(left.people) <= set("cdef")
    remedy = found.remedies[0]
    assert (remedy.kind, remedy.pair) == ("meets", LONELY)
    stage.host(c.HostStart(id=0, in_seconds=30))
    stage.wait(2)
    assert preview(stage).idle == found.rounds[0].idle, "the real plan leaves as many"
    stage.host(c.HostRules(id=0, ruling=remedy.ruling))
    stage.wait(29)
    seated = sum(stage.person(each).room is not None for each in "abcdef")
    assert 6 - seated == found.rounds[0].idle - remedy.served == 0
    assert stage.evening.event.plan.rules.meets == {LONELY: "always"}


def test_rules_are_tried_without_being_set() -> None:
    stage = town()
    tried = Ruling(rounds=2, rules=RuleChoices(meets={LONELY: "always"}))
    found = rehearsed(stage, ruling=tried)
    assert (found.tried, found.to_come, found.worst, found.left) == (tried, 2, 0, [])
    assert stage.evening.event.plan == PLAN


def test_it_is_told_as_far_as_it_is() -> None:
    stage = Stage("abcd")
    ask(stage)
    assert (shown(stage).state, shown(stage).people, shown(stage).rounds) == ("running", 4, [])
    play(stage, most=2)
    assert (shown(stage).state, len(shown(stage).rounds)) == ("running", 2)
    stage.carry_out(stage.evening.rehearsed(stage.rehearsals[-1].ask, None, stage.now))
    assert (shown(stage).state, len(shown(stage).rounds)) == ("late", 2)
    ask(stage)
    stage.carry_out(stage.evening.rehearsed(stage.rehearsals[-1].ask, None, stage.now))
    assert shown(stage).state == "failed"


def test_fewer_rounds_are_offered_where_people_would_meet_again() -> None:
    stage = Stage("abcd", plan=Plan(rounds=5))
    found = rehearsed(stage)
    assert found.fresh == 3
    (remedy,) = found.remedies
    assert (remedy.kind, remedy.ruling.rounds) == ("rounds", 3)
    assert rehearsed(stage, ruling=remedy.ruling).remedies == []


def test_who_wants_no_one_to_one_is_counted_and_not_named() -> None:
    stage = Stage("a")
    stage.join("b", no_pairs=True)
    (left,) = rehearsed(stage).left
    assert (left.count, left.relax, left.people) == (2, ["no_pairs"], [])


def test_an_older_answer_is_not_taken() -> None:
    stage = town()
    ask(stage)
    older = stage.rehearsals[-1]
    ask(stage, ruling=Ruling(rounds=1))
    found = Solver()(older, lambda: True)
    assert stage.evening.rehearsed(older.ask, found, stage.now) == []
    assert (shown(stage).to_come, shown(stage).rounds) == (1, [])


def test_the_same_question_is_played_once() -> None:
    stage = town()
    before = rehearsed(stage)
    stage.now += 60  # they have waited longer, which changes nothing
    ask(stage)
    assert (len(stage.rehearsals), shown(stage)) == (1, before)
    stage.join("g")
    ask(stage)
    assert (len(stage.rehearsals), shown(stage).people) == (2, 7)


def test_other_rules_a_round_and_the_end_stop_it() -> None:
    stage = town()
    tried = Ruling(rounds=PLAN.rounds, trios=False)
    ask(stage, ruling=tried)
    stage.host(c.HostRules(id=0, ruling=tried))
    assert shown(stage).tried == tried, "it is still about the rules that count"
    stage.host(c.HostRules(id=0, ruling=Ruling(rounds=PLAN.rounds, purpose="reunite")))
    assert state(stage).rehearsal is None
    assert any(isinstance(each, StopRehearsal) for each in stage.effects)
    ask(stage)
    stage.start()
    assert state(stage).rehearsal is None
    ask(stage)
    stage.host(c.HostClose(id=0, in_seconds=0))
    stage.wait(1)
    assert state(stage).rehearsal is None
    with pytest.raises(WrongPhase):
        ask(stage)


def test_during_a_round_the_rounds_to_come_are_played() -> None:
    stage = Stage("abcd")
    stage.start()
    found = rehearsed(stage)
    assert [each.round for each in found.rounds] == [2, 3]
    assert sum(each.repeats for each in found.rounds) == 0, "whom they meet now is known"
    with pytest.raises(BadRuling, match="rounds"):
        ask(stage, ruling=Ruling(rounds=1))


def test_nonsense_and_guests_are_refused_and_leave_the_last_one_standing() -> None:
    stage = town()
    before = rehearsed(stage)
    with pytest.raises(BadRuling, match=r"rules\.fallback"):
        ask(stage, ruling=Ruling(rounds=1, rules=RuleChoices(fallback=[])))
    with pytest.raises(NotAllowed):
        stage.say("a", c.HostRehearse(id=0))
    assert shown(stage) == before


def test_it_can_be_played_with_all_who_joined() -> None:
    stage = Stage("abcd")
    stage.detach("c")
    stage.detach("d")
    assert rehearsed(stage).people == 2
    assert rehearsed(stage, who="joined").people == 4
    stage.join("e", ready=False)
    assert rehearsed(stage).people == 3, "who is here before the first round may yet be ready"
    stage.start()
    assert rehearsed(stage).people == 2


def test_a_block_changes_nothing_a_host_could_read() -> None:
    stage = Stage("abcd")
    before = rehearsed(stage)
    for other in "bcd":
        stage.say("a", c.PersonBlock(id=0, person=other))
    assert rehearsed(stage) == before


def test_a_restart_forgets_it() -> None:
    stage = town()
    rehearsed(stage)
    stage.restart()
    pushes = stage.evening.host_snapshot(stage.now)
    assert [p.rehearsal for p in pushes if isinstance(p, HostRehearsal)] == [None]
