"""The process ends and starts again: everybody comes back to where they were."""

from __future__ import annotations

from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c
from tests.simulate import kept


def test_in_mid_round_the_same_rooms_deadlines_and_generations():
    stage = Stage("abcde")
    stage.start()
    stage.attend("a", fresh=True)
    stage.enter_all()
    before = {
        each.id: (each.seated, each.deadline, each.calls.gens)
        for each in stage.floor.rooms.values()
    }
    deadline = stage.evening.event.deadline
    stage.restart(after=3)
    after = {
        each.id: (each.seated, each.deadline, each.calls.gens)
        for each in stage.floor.rooms.values()
    }
    assert after == before
    assert stage.evening.event.deadline == deadline
    room = stage.room("a")
    assert {place.seat for place in room.places.values()} == {"away"}
    for person in "abcde":
        stage.attend(person, fresh=False)
        assert stage.place(person).seat == "here"
    assert {each.id: each.calls.gens for each in stage.floor.rooms.values()} == {
        key: value[2] for key, value in before.items()
    }


def test_who_does_not_come_back_is_given_up_after_the_grace():
    stage = Stage("ab")
    stage.start()
    stage.restart()
    stage.attend("a", fresh=False)
    stage.wait(19)
    assert stage.room("a").places["b"].seat == "away"
    stage.wait(1)
    assert stage.you("a").lost.id == "b"


def test_what_was_passed_meanwhile_is_worked_off_by_the_first_tick():
    stage = Stage("ab")
    stage.start()
    stage.restart(after=500)
    assert stage.evening.event.phase == "round"
    for person in "ab":
        stage.attend(person, fresh=False)
    stage.wait(0.5)
    assert stage.evening.event.phase == "break"
    assert stage.floor.rooms == {}
    stage.wait(10)
    assert (stage.evening.event.phase, stage.evening.event.round) == ("round", 2)


def test_time_is_left_to_come_back_before_a_round():
    stage = Stage("abc", Plan(rounds=3, round_seconds=30, wrap_seconds=5, break_seconds=5))
    stage.start()
    stage.wait(36)
    assert stage.evening.event.phase == "break"
    stage.restart(after=60)
    assert stage.evening.event.deadline == stage.now + 10


def test_readiness_marks_bars_reports_and_the_lounge_survive():
    stage = Stage("abc")
    stage.start()
    met = stage.floor.meetings.of("a")[0]
    stage.say("a", c.MeetingKeep(id=0, meeting=met.id, keep=True))
    stage.say("b", c.PersonPass(id=0, person="c"))
    stage.say("c", c.PersonReport(id=0, person="a", category="other"))
    stage.say("a", c.ChatSay(id=0, text="hello"))
    stage.say("b", c.MixerSitOut(id=0, on=True))
    stage.say("b", c.EventPulse(id=0, value=5))
    before = stage.evening.floor
    stage.restart()
    after = stage.evening.floor
    assert after is not before
    assert after.bars.bars == before.bars.bars
    assert after.bars.reports == before.bars.reports
    assert after.meetings.marks == before.meetings.marks
    assert after.meetings.met == before.meetings.met
    assert list(after.chat.lounge) == list(before.chat.lounge)
    assert {k: kept(p.record) for k, p in after.people.items()} == {
        k: kept(p.record) for k, p in before.people.items()
    }


def test_numbers_and_versions_go_on():
    stage = Stage("ab")
    stage.start()
    old = next(p for p in stage.evening.snapshot("a", stage.now) if isinstance(p, s.MixerState))
    stage.say("a", c.PersonReport(id=0, person="b", category="spam"))
    stage.restart(after=1)
    new = next(p for p in stage.evening.snapshot("a", stage.now) if isinstance(p, s.MixerState))
    assert new.v > old.v
    assert stage.say("b", c.PersonReport(id=0, person="a", category="spam")) == "e-r2"
    for person in "ab":
        stage.attend(person)
    stage.join("x")
    stage.join("y")
    stage.wait(2)
    numbers = [each.number for each in stage.store.archive().rooms]
    assert len(numbers) == len(set(numbers))


def test_who_sat_out_still_does():
    stage = Stage("ab")
    stage.join("x")
    stage.say("x", c.MixerSitOut(id=0, on=True))
    stage.start()
    assert stage.you("x").bench == "sat_out"
    stage.restart()
    stage.attend("x")
    assert stage.you("x").bench == "sat_out"
    assert stage.person("x").record.sat_out == 0


def test_a_closed_event_stays_closed_and_its_recap_is_there():
    stage = Stage("ab", Plan(rounds=1))
    stage.start()
    stage.host(c.HostClose(id=0, in_seconds=0))
    stage.restart()
    stage.attend("a")
    pushes = stage.evening.snapshot("a", stage.now)
    assert [
        m.card.id for m in next(p for p in pushes if isinstance(p, s.MeetingState)).meetings
    ] == ["b"]
    assert stage.evening.event.phase == "closed"


def test_what_earlier_rounds_gave_and_who_has_waited_long_survive():
    stage = Stage("abcde")
    stage.start()
    stage.wait(200)
    stage.join("f")
    before = {each: stage.person(each).fits for each in "abcdef"}
    assert sum(map(bool, before.values())) >= 4
    stage.wait(200)
    assert stage.evening.event.phase == "break"
    waits = {each: stage.person(each).waiting_since for each in "abcdef"}
    stage.restart(after=5)
    for each in "abcdef":
        stage.attend(each, fresh=False)
    assert {each: stage.person(each).fits for each in "abcdef"} == before
    seated = [each for each in "abcdef" if before[each]]
    now = {each: stage.person(each).waiting_since for each in seated}
    assert now == {each: waits[each] for each in seated}
    assert all(at < stage.now - 5 for at in now.values())


def test_who_waits_in_a_running_round_waits_on():
    stage = Stage("abc")
    stage.start()
    stage.wait(60)
    stage.join("f", languages=[])
    came = stage.now
    stage.wait(30)
    stage.restart(after=10)
    stage.attend("f", fresh=False)
    assert stage.person("f").waiting_since == came
