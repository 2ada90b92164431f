"""The waiting list: numbers, order, when a place is free, and what outlives a restart."""

from __future__ import annotations

import pytest

from server.domain import waiting
from server.errors import EventFull, WrongPhase
from server.ids import PersonId
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c


def full(people: str = "ab", late: str = "xyz") -> Stage:
    """An event without a place left, and who came too late."""
    stage = Stage(people, Plan(capacity=len(people)))
    for each in late:
        stage.join(each)
    stage.flush()
    return stage


def numbers(stage: Stage, people: str = "xyz") -> list[int]:
    return [stage.you(each).queue for each in people]


def test_who_comes_too_late_gets_a_number_and_sees_nobody():
    stage = full()
    assert numbers(stage) == [1, 2, 3]
    assert stage.sent("z", s.YouState)[-1].queue == 3
    assert stage.you("x").state == "held"
    assert stage.shown("x", s.PresenceState).people == []
    board = stage.to_hosts(s.HostBoard)[-1]
    assert (board.queue, [each.id for each in board.listed]) == (3, ["x", "y", "z"])
    assert (board.held, board.capacity) == ([], 2)
    assert stage.evening.next_number(stage.now) == 4


def test_a_good_bye_makes_a_place_for_the_first_whose_page_is_open():
    stage = full()
    stage.detach("x")
    stage.clear()
    stage.say("a", c.EventLeave(id=0))
    stage.flush()
    assert stage.you("y").state == "ready"
    assert stage.sent("y", s.PresenceState)
    assert stage.sent("z", s.YouState)[-1].queue == 2
    stage.attend("x")
    assert numbers(stage) == [1, 0, 2], "who was away for a moment keeps the number"
    stage.attend("a")
    assert stage.you("a").queue == 3, "and who comes back begins at the end"


def test_a_place_is_kept_for_fifteen_minutes():
    stage = full()
    stage.detach("a")
    stage.wait(899)
    assert numbers(stage) == [1, 2, 3]
    stage.wait(2)
    assert numbers(stage) == [0, 1, 2]


def test_who_comes_back_in_time_has_the_place_still():
    stage = full()
    stage.detach("a")
    stage.wait(899)
    stage.attend("a")
    stage.wait(100)
    assert numbers(stage) == [1, 2, 3]


def test_a_removal_lets_the_first_in_although_the_door_is_guarded():
    stage = full()
    stage.host(c.HostRemove(id=0, person="a"))
    assert numbers(stage) == [0, 1, 2]
    stage.join("w")
    assert (stage.you("w").state, stage.you("w").queue) == ("held", 0)
    stage.host(c.HostGuard(id=0, on=False))
    assert numbers(stage, "yzw") == [1, 2, 3]


def test_a_host_lets_in_beyond_the_places_or_makes_more():
    stage = full()
    stage.host(c.HostAdmit(id=0, person="z"))
    assert numbers(stage) == [1, 2, 0]
    stage.say("a", c.EventLeave(id=0))
    assert numbers(stage) == [1, 2, 0], "three were inside for two places"
    stage.host(c.HostCapacity(id=0))
    assert numbers(stage) == [0, 0, 0]
    assert stage.evening.event.plan.capacity == 4
    stage.host(c.HostClose(id=0, in_seconds=0))
    with pytest.raises(WrongPhase):
        stage.host(c.HostCapacity(id=0))


def test_the_list_and_lapsed_places_outlive_a_restart():
    stage = full()
    stage.say("b", c.EventLeave(id=0))
    stage.restart(after=5)
    for each in "zyb":
        stage.attend(each)
    assert numbers(stage, "yzb") == [1, 2, 3]
    stage.wait(900)
    assert numbers(stage, "yzb") == [0, 0, 1], "a and x did not come back"
    stage.restart()
    stage.attend("a")
    assert stage.you("a").queue == 2


def test_the_list_ends_somewhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(waiting, "MOST_WAITING", 3)
    stage = full()
    with pytest.raises(EventFull):
        stage.join("w")


def test_who_had_been_inside_sees_the_recap():
    stage = Stage("ab", Plan(capacity=2, rounds=3))
    stage.start()
    stage.say("a", c.EventLeave(id=0))
    stage.join("x")
    stage.attend("a")
    assert stage.you("a").queue == 1
    stage.host(c.HostClose(id=0, in_seconds=0))
    assert stage.you("a").state == "lobby"
    assert len(stage.shown("a", s.MeetingState).meetings) == 1
    assert PersonId("x") in stage.floor.people
