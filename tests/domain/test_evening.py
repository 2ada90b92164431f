"""Evenings: who is seated, who sits out, M5, and plans that are late, old or never there."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from server.domain.effects import PlanRound, Save, WakeAt
from server.domain.people import Attendee, card, first_name
from server.domain.records import PersonRecord
from server.errors import NotAllowed, WrongPhase
from server.ids import EventId, PersonId
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c, profile

QUICK = Plan(rounds=5, round_seconds=20, wrap_seconds=5, break_seconds=5, propose_seconds=0)


def play(stage: Stage) -> None:
    """Play all rounds."""
    stage.start()
    for _ in range(400):
        if stage.evening.event.phase == "closed":
            return
        stage.wait(1)
        stage.enter_all()


@pytest.mark.parametrize("plans", [True, False], ids=["planned", "without a plan"])
@pytest.mark.parametrize("people", ["abcdef", "abcde", "abc"])
def test_nobody_sits_out_and_nobody_meets_again_without_need(people, plans):
    stage = Stage(people, QUICK, plans=plans)
    play(stage)
    rounds = stage.store.archive().rounds
    assert len(rounds) == 5
    assert sum(each.benched for each in rounds) == 0
    assert sum(each.avoidable_repeats for each in rounds) == 0
    if people == "abcdef" and plans:
        assert {frozenset((m.a, m.b)) for m in stage.store.archive().meetings} == {
            frozenset(pair) for pair in combinations(people, 2)
        }


def test_the_odd_one_sits_out_in_turn_where_no_trios_are_wanted():
    stage = Stage("abcde", msgspec.structs.replace(QUICK, trios=False))
    play(stage)
    assert {each.record.sat_out for each in stage.floor.people.values()} == {1}


def test_who_is_not_here_or_not_ready_is_not_planned():
    stage = Stage("abcd")
    stage.say("c", c.MixerReady(id=0, ready=False))
    stage.detach("d")
    stage.start()
    assert {p for room in stage.floor.rooms.values() for p in room.seated} == {"a", "b"}
    assert stage.you("c").state == "lobby"
    assert stage.person("d").record.ready, "comes back ready"


def test_sitting_out_is_for_one_round_and_free_of_cost():
    stage = Stage("abc", QUICK)
    stage.say("c", c.MixerSitOut(id=0, on=True))
    stage.start()
    assert stage.sent("c", s.RoundBench)[-1].why == "sat_out"
    assert stage.person("c").record.sat_out == 0
    stage.wait(31)
    assert stage.evening.event.round == 2
    assert stage.person("c").room is not None


def test_an_old_answer_is_not_taken_and_a_late_one_is_repaired():
    stage = Stage("abcd", plans=False)
    stage.host(c.HostStart(id=0))
    first = asks(stage)[-1]
    stage.wait(1)
    stage.join("e")
    stage.join("f")
    stage.wait(6)
    newest = asks(stage)[-1]
    assert newest.ask > first.ask
    assert len(newest.candidates) == 6
    stage.answer(first)
    assert not stage.floor.desk.plan
    stage.answer(newest)
    assert stage.floor.desk.plan
    stage.detach("a")
    stage.join("g")
    stage.wait(20)
    assert sorted(p for r in stage.floor.rooms.values() for p in r.seated) == list("bcdefg")


def asks(stage: Stage) -> list[PlanRound]:
    """What the matcher was asked."""
    return [each for each in stage.effects if isinstance(each, PlanRound)]


def test_a_block_after_the_plan_is_kept():
    stage = Stage("abcd", plans=False)
    stage.host(c.HostStart(id=0))
    stage.answer(asks(stage)[-1])
    a, b = stage.floor.desk.plan.rooms[0].members
    stage.say(a, c.PersonBlock(id=0, person=PersonId(b)))
    stage.wait(20)
    assert stage.room(a).others(a) != (b,)
    assert len(stage.floor.rooms) == 2


def test_minors_meet_in_groups_with_somebody_verified_or_are_told_why_not():
    stage = Stage("ab")
    stage.join("k", age="minor", role="student")
    stage.join("m", age="unknown", role="prospective")
    stage.host(c.HostStart(id=0))
    stage.wait(20)
    assert stage.sent("k", s.RoundBench)[-1].why == "supervision"
    profile_told = stage.evening.snapshot(PersonId("m"), stage.now)[0]
    assert profile_told.supervised

    stage = Stage("ab")
    stage.join("v", verified=True)
    stage.join("k", age="minor", role="student")
    stage.join("m", age="unknown", role="prospective")
    stage.start()
    room = stage.room("k")
    assert room.kind == "group"
    assert {"k", "m", "v"} <= set(room.seated)
    member = next(x for x in stage.sent("v", s.RoomState)[-1].members if x.card.id == "k")
    assert member.card.name == "K"


def test_a_group_without_its_guide_ends():
    stage = Stage("")
    for person in "km":
        stage.join(person, age="minor", role="student")
    stage.join("v", verified=True)
    stage.start()
    assert len(stage.room("k").seated) == 3
    stage.say("v", c.RoomLeave(safety=True, **stage.where("v")))
    assert stage.floor.rooms == {}
    assert stage.sent("k", s.RoomClosed)[-1].reason == "partner_left"


def test_a_guide_who_is_no_longer_verified_cannot_stay():
    stage = Stage("")
    for person in "km":
        stage.join(person, age="minor", role="student")
    stage.join("v", verified=True)
    stage.start()
    stage.host(c.HostVerify(id=0, person=PersonId("v"), verified=False))
    assert stage.floor.rooms == {}


def test_minors_stay_minors_and_a_pair_with_one_ends():
    stage = Stage("ab")
    stage.start()
    stage.say("a", c.ProfileSet(id=0, profile=profile("A", age="minor")))
    assert stage.floor.rooms == {}
    with pytest.raises(NotAllowed, match="age_fixed"):
        stage.say("a", c.ProfileSet(id=0, profile=profile("A", age="adult")))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Linh Nguyen", "Linh"),
        ("山田 花子", "花子"),
        ("김 민준", "민준"),
        ("Ada", "Ada"),
        (" ", " "),
    ],
)
def test_the_first_name_is_the_given_one(name, first):
    assert first_name(name) == first


def test_a_card_keeps_private_topics_to_itself():
    shy = PersonRecord(
        id=PersonId("a"),
        event=EventId("e"),
        profile=profile("A", seeks=["visa"], topics_private=True, contact="a@example.org"),
        joined_at=0,
    )
    shown = card(Attendee(record=shy))
    assert shown.seeks == []
    assert "example.org" not in str(shown)


def test_reasons_are_told_and_only_what_the_other_shows():
    stage = Stage()
    stage.join("a", seeks=["visa"])
    stage.join("b", offers=["visa"], city="Beppu")
    stage.start()
    (reasons,) = stage.sent("a", s.RoundSeat)[-1].reasons.values()
    assert (reasons[0].kind, reasons[0].topic) == ("offers_what_you_seek", "visa")
    (member,) = stage.sent("a", s.RoomState)[-1].members
    assert member.reasons == reasons


def test_an_event_that_is_over_takes_nobody():
    stage = Stage("ab")
    stage.host(c.HostClose(id=0, in_seconds=0))
    with pytest.raises(WrongPhase):
        stage.join("y")


def test_a_tick_before_anything_is_due_changes_nothing():
    stage = Stage("ab")
    stage.start()
    stage.flush()
    stage.wait(2)
    stage.flush()
    before = stage.evening.event
    effects = stage.evening.tick(stage.now)
    assert [type(each) for each in effects] == [WakeAt]
    assert stage.evening.event == before
    assert not stage.evening.dirty


def test_a_step_saves_once_and_before_it_sends():
    stage = Stage("abcd")
    stage.host(c.HostStart(id=0, in_seconds=1))
    stage.now += 1
    effects = stage.evening.tick(stage.now)
    assert isinstance(effects[0], Save)
    assert sum(isinstance(each, Save) for each in effects) == 1


def test_the_same_evening_twice_is_the_same():
    def told() -> list[str]:
        stage = Stage("abcdefg", QUICK)
        play(stage)
        return [repr(each) for each in stage.inbox]

    assert told() == told()


def test_a_second_device_keeps_the_chosen_mode():
    stage = Stage("ab")
    stage.say("a", c.MixerReady(id=0, ready=True, mode="text"))
    stage.attend("a", fresh=True)
    assert stage.you("a").mode == "text"


def test_what_ready_does_not_say_stays_as_it_was():
    stage = Stage("ab")
    stage.say("a", c.MixerReady(id=0, mode="text"))
    assert (stage.you("a").ready, stage.you("a").mode) == (True, "text")
    stage.say("a", c.MixerReady(id=0, ready=False))
    assert (stage.you("a").ready, stage.you("a").mode) == (False, "text")
    stage.say("a", c.MixerReady(id=0, mode="audio"))
    assert (stage.you("a").ready, stage.you("a").mode) == (False, "audio")
