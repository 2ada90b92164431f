"""What a host does, and takes back."""

from __future__ import annotations

import msgspec
import pytest

from server.domain.effects import Drop
from server.errors import NotAllowed, NotFound, NothingToUndo, WrongPhase
from server.ids import PersonId
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c


def test_a_start_has_a_notice_and_can_be_undone():
    stage = Stage("ab")
    action = stage.host(c.HostStart(id=0))
    assert stage.sent("a", s.Notice)[-1].deadline == stage.now + 20
    stage.flush()
    assert stage.to_hosts(s.HostBoard)[-1].undo[0].action == action
    stage.host(c.HostUndo(id=0, action=action))
    assert stage.sent("a", s.Notice)[-1].kind == "start_undone"
    stage.wait(60)
    assert stage.evening.event.phase == "lobby"
    with pytest.raises(NothingToUndo):
        stage.host(c.HostUndo(id=0, action=action))


def test_undo_has_its_time():
    stage = Stage("ab")
    stage.start()
    action = stage.host(c.HostPause(id=0))
    stage.wait(10)
    with pytest.raises(NothingToUndo):
        stage.host(c.HostUndo(id=0, action=action))
    assert stage.evening.event.paused_left is not None


def test_a_pause_holds_rooms_and_moves_every_deadline():
    stage = Stage("ab")
    stage.start()
    deadline = stage.evening.event.deadline
    stage.wait(100)
    stage.host(c.HostPause(id=0))
    assert stage.sent("a", s.MixerState)[-1].remaining == 260
    stage.wait(1000)
    assert stage.you("a").state == "in_room"
    stage.host(c.HostResume(id=0))
    assert stage.evening.event.deadline == deadline + 1000
    assert stage.room("a").deadline == deadline + 1000
    stage.wait(260)
    assert stage.you("a").state == "wrap_up"


def test_more_time_for_all_and_back():
    stage = Stage("ab")
    stage.start()
    deadline = stage.evening.event.deadline
    action = stage.host(c.HostExtend(id=0, seconds=120))
    assert stage.room("a").deadline == stage.evening.event.deadline == deadline + 120
    stage.host(c.HostUndo(id=0, action=action))
    assert stage.room("a").deadline == stage.evening.event.deadline == deadline


def test_two_minutes_for_one_room_push_the_next_round():
    stage = Stage("abcd", Plan(rounds=2, round_seconds=60, wrap_seconds=10, break_seconds=15))
    stage.start()
    room = stage.room("a")
    end = room.deadline
    stage.host(c.HostExtend(id=0, seconds=120, room=room.id))
    assert stage.sent("a", s.RoomState)[-1].extended_until == end + 120
    stage.wait(70)
    assert stage.evening.event.phase == "break"
    assert stage.room("a") is room
    assert stage.you("a").state == "in_room"
    assert len(stage.floor.rooms) == 1
    assert stage.evening.event.deadline == end + 120 + 10 + 5
    stage.wait(120 + 15)
    assert stage.evening.event.round == 2


def test_a_room_that_is_not_there_gets_no_time():
    stage = Stage("ab")
    stage.start()
    with pytest.raises(NotFound):
        stage.host(c.HostExtend(id=0, room="e.77"))


def test_closing_has_a_notice_and_can_be_undone():
    stage = Stage("ab")
    stage.start()
    action = stage.host(c.HostClose(id=0))
    stage.wait(9)
    stage.host(c.HostUndo(id=0, action=action))
    stage.wait(10)
    assert stage.evening.event.phase == "round"
    stage.host(c.HostClose(id=0))
    stage.wait(10)
    assert stage.evening.event.phase == "closed"
    assert stage.sent("a", s.RoomClosed)[-1].reason == "closed"
    with pytest.raises(WrongPhase):
        stage.host(c.HostClose(id=0))
    with pytest.raises(WrongPhase):
        stage.say("a", c.MixerReady(id=0, ready=True))


def test_remove_is_at_once_and_can_be_undone():
    stage = Stage("ab")
    stage.start()
    stage.clear()
    action = stage.host(c.HostRemove(id=0, person="a", reason="spam"))
    assert Drop(PersonId("a"), 4403, "removed") in stage.effects
    assert stage.evening.removed("a")
    assert stage.sent("b", s.RoomClosed)[-1].reason == "partner_left"
    with pytest.raises(NotAllowed):
        stage.attend("a")
    with pytest.raises(NotFound):
        stage.say("a", c.MixerReady(id=0, ready=True))
    assert "a" not in [p.card.id for p in presence(stage, "b").people]
    stage.flush()
    assert [each.id for each in stage.to_hosts(s.HostBoard)[-1].removed] == ["a"]
    stage.host(c.HostUndo(id=0, action=action))
    stage.attend("a")
    assert stage.you("a").state == "ready"


def presence(stage: Stage, viewer: str) -> s.PresenceState:
    """The list that a fresh client of the viewer gets."""
    pushes = stage.evening.snapshot(viewer, stage.now)
    return next(each for each in pushes if isinstance(each, s.PresenceState))


def test_verify_shows_on_the_card_and_is_lost_with_a_new_name():
    stage = Stage("ab")
    action = stage.host(c.HostVerify(id=0, person="a", verified=True))
    assert next(p for p in presence(stage, "b").people if p.card.id == "a").card.verified
    stage.host(c.HostUndo(id=0, action=action))
    assert not stage.person("a").record.verified
    stage.host(c.HostVerify(id=0, person="a", verified=True))
    renamed = msgspec.structs.replace(stage.person("a").profile, name="Somebody Else")
    stage.say("a", c.ProfileSet(id=0, profile=renamed))
    assert not stage.person("a").record.verified


def test_the_next_round_can_be_called_early_and_that_undone():
    stage = Stage("abcd", Plan(rounds=2, round_seconds=30, wrap_seconds=0, break_seconds=300))
    stage.start()
    stage.wait(30)
    planned = stage.evening.event.deadline
    action = stage.host(c.HostStart(id=0, in_seconds=10))
    assert stage.evening.event.deadline == stage.now + 10
    stage.host(c.HostUndo(id=0, action=action))
    assert stage.evening.event.deadline == planned
    stage.host(c.HostStart(id=0, in_seconds=0))
    stage.wait(0)
    stage.carry_out(stage.evening.tick(stage.now))
    assert stage.evening.event.round == 2


def test_no_start_within_a_round():
    stage = Stage("ab")
    stage.start()
    before = stage.evening.event
    with pytest.raises(WrongPhase):
        stage.host(c.HostStart(id=0))
    assert stage.evening.event == before


def test_a_line_to_everybody():
    stage = Stage("ab")
    stage.host(c.HostAnnounce(id=0, text="Two more rounds."))
    for person in ("a", "b", ""):
        assert stage.sent(person, s.Notice)[-1].text == "Two more rounds."


def test_an_event_may_start_by_itself():
    stage = Stage("", Plan(rounds=1, auto_start=True, notice_seconds=20))
    record = msgspec.structs.replace(stage.evening.event, starts_at=stage.now + 100)
    stage.store.save((record,))
    stage.restart()
    stage.join("a")
    stage.wait(150)
    assert stage.evening.event.deadline is None, "one person is no mixer"
    stage.join("b")
    stage.wait(20)
    assert stage.evening.event.phase == "round"


def test_reports_reach_the_people_on_duty_and_are_dealt_with():
    stage = Stage("ab")
    stage.start()
    report = stage.say("a", c.PersonReport(id=0, person="b", category="spam", note="sells"))
    stage.flush()
    told = stage.to_hosts(s.HostBoard)[-1].reports[0]
    assert (told.id, told.subject, told.note, told.handled) == (report, "b", "sells", False)
    stage.host(c.HostHandled(id=0, report=report))
    stage.flush()
    assert stage.to_hosts(s.HostBoard)[-1].reports[0].handled
    with pytest.raises(NotFound):
        stage.host(c.HostHandled(id=0, report="r-0"))
