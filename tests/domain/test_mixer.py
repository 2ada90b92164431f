"""The clock of an event: phases, deadlines, pause, extension, and which plan counts."""

from __future__ import annotations

from typing import Any

import pytest

from matching.types import RoundPlan
from server.domain.mixer import NEXT, Mixer, PlanDesk
from server.domain.records import EventRecord
from server.errors import WrongPhase
from server.ids import EventId
from server.protocol.parts import Plan

NOW = 1000.0
EMPTY = RoundPlan(rooms=(), bench=(), score=0, bound=0, repeats=0, seed=0)


def mixer(**fields: Any) -> Any:
    plan = Plan(rounds=2, round_seconds=300, wrap_seconds=30, break_seconds=45, propose_seconds=3)
    given: dict[str, Any] = {"phase": "lobby", "plan": plan, **fields}
    return Mixer(
        EventRecord(
            id=EventId("e"),
            title="",
            zone="UTC",
            code="",
            seed=1,
            created_at=0,
            expires_at=1e9,
            **given,
        )
    )


def test_a_whole_evening_by_its_deadlines():
    m = mixer()
    m.set_start(NOW + 20)
    assert not m.due(NOW + 19.9)
    assert m.due(NOW + 20)
    assert m.begin_round(NOW + 20) == NOW + 23
    assert (m.phase, m.record.round, m.record.epoch, m.deadline) == ("round", 1, 1, NOW + 323)
    m.wrap_up(NOW + 323)
    assert m.deadline == NOW + 353
    m.rest(NOW + 353, 0)
    assert (m.phase, m.deadline) == ("break", NOW + 398)
    m.begin_round(NOW + 398)
    assert m.last_round
    m.close(NOW + 700)
    assert (m.phase, m.deadline, m.record.closed_at) == ("closed", None, NOW + 700)


def test_every_illegal_move_raises_and_changes_nothing():
    moves = {
        "round": lambda m: m.begin_round(NOW),
        "wrap_up": lambda m: m.wrap_up(NOW),
        "break": lambda m: m.rest(NOW, 0),
        "closed": lambda m: m.close(NOW),
    }
    for phase, allowed in NEXT.items():
        for to, move in moves.items():
            m = mixer(phase=phase, deadline=NOW)
            before = m.record
            if to in allowed:
                move(m)
                assert m.phase == to
            else:
                with pytest.raises(WrongPhase):
                    move(m)
                assert m.record == before


def test_a_pause_moves_the_deadline_by_its_length():
    m = mixer()
    m.set_start(NOW)
    m.begin_round(NOW)
    m.pause(NOW + 100)
    assert (m.deadline, m.record.paused_left) == (None, 203)
    assert not m.due(NOW + 10_000)
    with pytest.raises(WrongPhase):
        m.pause(NOW + 101)
    assert m.resume(NOW + 160) == 60
    assert m.deadline == NOW + 363
    with pytest.raises(WrongPhase):
        m.resume(NOW + 161)


def test_more_time_also_while_the_clock_stands():
    m = mixer()
    m.set_start(NOW)
    m.begin_round(NOW)
    m.extend(120)
    assert m.deadline == NOW + 423
    m.pause(NOW + 23)
    m.extend(60)
    assert m.record.paused_left == 460
    m.resume(NOW + 23)
    assert m.deadline == NOW + 483


def test_nothing_to_stop_or_extend_without_a_deadline():
    for act in (lambda m: m.pause(NOW), lambda m: m.extend(60)):
        with pytest.raises(WrongPhase):
            act(mixer())


def test_a_start_can_be_taken_back_before_the_first_round_only():
    m = mixer()
    m.set_start(NOW + 20)
    m.set_start(None)
    assert m.deadline is None
    m.set_start(NOW)
    m.begin_round(NOW)
    with pytest.raises(WrongPhase):
        m.set_start(NOW + 1)
    m.rest(NOW + 300, 0)
    with pytest.raises(WrongPhase):
        m.set_start(None)


def test_the_next_round_waits_for_a_room_with_more_time():
    m = mixer()
    m.begin_round(NOW)
    m.rest(NOW + 303, NOW + 500)
    assert m.deadline == NOW + 500
    m.push_start(NOW + 450)
    assert m.deadline == NOW + 500
    m.push_start(NOW + 600)
    assert m.deadline == NOW + 600


def test_six_rounds_then_a_rest():
    plan = Plan(rounds=12, round_seconds=360, break_seconds=45)
    for round_, seconds in ((5, 45), (6, 300), (7, 45), (12, 300)):
        assert mixer(plan=plan, round=round_).break_seconds == seconds
    short = Plan(rounds=12, round_seconds=36, break_seconds=3)
    assert mixer(plan=short, round=6).break_seconds == 30


def test_share_left_of_the_talking_time():
    m = mixer()
    assert m.share_left(NOW) == 0
    m.begin_round(NOW)
    assert m.share_left(NOW) == 1
    assert m.share_left(NOW + 153) == 0.5
    m.pause(NOW + 153)
    assert m.share_left(NOW + 1000) == 0.5


def test_only_the_answer_to_the_newest_request_counts():
    desk = PlanDesk()
    first = desk.request(1, NOW)
    second = desk.request(1, NOW + 1)
    assert not desk.answer(first, EMPTY, 1)
    assert desk.answer(second, EMPTY, 1)
    assert not desk.answer(second, EMPTY, 1)
    assert desk.take(1) is EMPTY
    assert desk.take(1) is None


def test_a_plan_for_another_round_is_no_plan():
    desk = PlanDesk()
    ask = desk.request(1, NOW)
    assert not desk.answer(ask, EMPTY, 2)
    assert desk.answer(ask, EMPTY, 1)
    assert desk.take(2) is None


def test_requests_are_paced():
    desk = PlanDesk()
    assert desk.ask_at(0) is None
    assert desk.ask_at(1) == 0
    ask = desk.request(1, NOW)
    assert desk.ask_at(1) is None
    desk.stale = True
    assert desk.ask_at(1) == NOW + 5
    desk.answer(ask, EMPTY, 1)
    assert desk.ask_at(1) == NOW + 1
