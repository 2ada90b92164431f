"""What people ask to be spared (M21), who fills in for the odd one (M11), and what nobody can read
off a number (M18)."""

from __future__ import annotations

import msgspec
import pytest

from server.errors import NotFound
from server.ids import PersonId
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c

SHORT = Plan(rounds=4, round_seconds=60, wrap_seconds=0, break_seconds=20, propose_seconds=0)


def test_who_does_not_want_to_be_suggested_stays_in_the_lobby_until_they_do():
    stage = Stage("abc", SHORT)
    stage.flush()
    assert stage.you("a").eligible == 2
    stage.say("c", c.MixerSuggest(id=0, on=False))
    stage.wait(1)
    stage.flush()
    assert stage.you("a").eligible == 1
    assert (stage.you("c").unsuggested, stage.you("c").state) == (True, "lobby")
    stage.start()
    stage.restart()
    for person in "abc":
        stage.attend(person, fresh=False)
    assert set(stage.room("a").seated) == {"a", "b"}
    assert stage.person("c").record.sat_out == 0, "nobody was left over"
    stage.wait(5)
    assert stage.you("c").room is None
    stage.say("a", c.RoomLeave(**stage.where("a"), safety=True))
    stage.wait(5)
    assert stage.you("c").room is None, "b waits, and c is left in peace"
    stage.say("c", c.MixerSuggest(id=0, on=True))
    stage.wait(2)
    assert set(stage.room("c").seated) == {"b", "c"}


def test_a_late_wish_lets_the_room_run_on():
    stage = Stage("ab", SHORT)
    stage.start()
    stage.say("a", c.MixerSuggest(id=0, on=False))
    assert stage.you("a").state == "in_room"
    stage.wait(90)
    assert stage.you("a").room is None
    assert stage.you("b").bench == "alone"


def test_each_opt_out_is_one_request_and_back():
    stage = Stage("abcdef", SHORT)
    stage.flush()
    profile = stage.person("a").profile
    stage.say("a", c.ProfileSet(id=0, profile=msgspec.structs.replace(profile, no_pairs=True)))
    stage.start()
    assert len(stage.room("a").seated) == 3
    stage.say("a", c.ProfileSet(id=0, profile=profile))
    stage.say("b", c.MixerReady(id=0, ready=True, mode="text"))
    assert stage.you("b").mode == "text"
    stage.wait(80)
    assert len(stage.room("a").seated) == 2


def test_a_joker_sits_only_where_somebody_would_be_left_over():
    stage = Stage("abcdj", SHORT)
    stage.host(c.HostJoker(id=0, person="j"))
    stage.start()
    assert [len(room.seated) for room in stage.floor.rooms.values()] == [2, 2]
    assert stage.you("j").joker
    assert stage.you("j").room is None
    assert stage.you("j").bench is None
    assert stage.person("j").record.sat_out == 0
    assert stage.floor.ledger.rounds[-1].present == 4
    stage.join("e")
    stage.wait(2)
    assert set(stage.room("e").seated) == {"e", "j"}, "fills in for who came late"


@pytest.mark.parametrize("plans", [True, False])
def test_a_joker_saves_the_trio_with_a_plan_and_without(plans):
    stage = Stage("abcj", SHORT, plans=plans)
    stage.host(c.HostJoker(id=0, person="j"))
    stage.start()
    assert [len(room.seated) for room in stage.floor.rooms.values()] == [2, 2]
    assert stage.you("j").room is not None


def test_the_joker_is_remembered_and_goes_with_a_removal():
    stage = Stage("abj", SHORT)
    stage.host(c.HostJoker(id=0, person="j"))
    stage.restart()
    assert stage.floor.rules.joker == "j"
    stage.host(c.HostRemove(id=0, person="j"))
    assert stage.floor.rules.joker is None
    with pytest.raises(NotFound):
        stage.host(c.HostJoker(id=0, person="j"))


def test_no_number_tells_of_somebody_elses_bar():
    stage = Stage("abcd", SHORT)
    stage.flush()
    assert [stage.you(each).eligible for each in "abcd"] == [3, 3, 3, 3]
    stage.say("a", c.PersonPass(id=0, person="b"))
    stage.say("a", c.PersonBlock(id=0, person="c"))
    stage.wait(2)
    stage.flush()
    assert stage.you("a").eligible == 1, "one's own wish counts at once"
    assert [stage.you(each).eligible for each in "bcd"] == [3, 3, 3]
    stage.start()
    stage.wait(70)
    stage.flush()
    assert stage.evening.event.phase == "break"
    assert stage.you("b").eligible == 1, "with the next phase: d or c is met, a is barred"


def test_both_wish_to_meet_again_and_do():
    stage = Stage("abcd", msgspec.structs.replace(SHORT, rounds=3))
    stage.start()
    first = set(stage.room("a").seated)
    other = next(iter(first - {"a"}))
    meeting = stage.floor.meetings.of(PersonId("a"))[0].id
    stage.say("a", c.MeetingAgain(id=0, meeting=meeting, again=True))
    assert stage.floor.history().met, "one wish is none"
    shown = stage.shown(other, s.MeetingState).meetings[0]
    assert not shown.again, "and nobody learns of it"
    stage.say(other, c.MeetingAgain(id=0, meeting=meeting, again=True))
    assert frozenset(first) not in stage.floor.history().met
    stage.restart()
    assert frozenset(first) not in stage.floor.history().met
    for person in "abcd":
        stage.attend(person, fresh=False)
    for person in set("abcd") - first:
        stage.say(person, c.MixerSuggest(id=0, on=False))
    stage.wait(80)
    stage.enter_all()
    assert set(stage.room("a").seated) == first
    assert not stage.room("a").again
    assert frozenset(first) in stage.floor.history().met, "granted once, the wish is spent"
