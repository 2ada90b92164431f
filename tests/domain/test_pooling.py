"""Meeting somebody now: proposals, answers, fallen partners, and what each side is told."""

from __future__ import annotations

from typing import Any

import pytest

from server.errors import NotFound, WrongPhase
from server.protocol import server as s
from server.protocol.parts import Language, Plan
from tests.domain.stage import Stage, c

SHORT = Plan(rounds=2, round_seconds=60, wrap_seconds=10, break_seconds=5, propose_seconds=3)
THAI = [Language(code="th", level=4)]


def waiting(people: str = "ab", plan: Plan = SHORT) -> Stage:
    """People who all wait, some seconds on."""
    stage = Stage(people, plan)
    for person in people:
        stage.say(person, c.PoolJoin(id=0))
    stage.wait(10)
    return stage


def match(stage: Stage, person: str) -> Any:
    return stage.shown(person, s.PoolState).match


def ticket(stage: Stage, person: str) -> Any:
    return stage.shown(person, s.PoolState).ticket


def accept(stage: Stage, person: str) -> None:
    stage.say(person, c.MatchAccept(id=0, match=match(stage, person).id))


def decline(stage: Stage, person: str) -> None:
    stage.say(person, c.MatchDecline(id=0, match=match(stage, person).id))


def test_two_who_wait_are_proposed_accept_and_sit_in_a_room_that_ends():
    stage = waiting()
    seen = match(stage, "a")
    assert [card.id for card in seen.partners] == ["b"]
    assert (seen.language, seen.kind, seen.accepted) == ("ja", "pair", False)
    assert 20 < seen.until - stage.now <= 30
    accept(stage, "a")
    assert match(stage, "a").accepted
    assert not match(stage, "b").accepted
    assert not stage.floor.rooms
    accept(stage, "b")
    seat = stage.sent("b", s.RoundSeat)[-1]
    assert (seat.round, [card.id for card in seat.partners]) == (0, ["a"])
    assert seat.deadline == seat.starts_at + 60
    assert ticket(stage, "a") is None
    stage.wait(3)
    stage.enter_all()
    assert stage.sent("a", s.MeetingState)[-1].meetings[0].card.id == "b"
    stage.wait(70)
    assert stage.sent("a", s.RoomClosed)[-1].reason == "round_over"
    assert stage.you("a").state == "ready"


def test_a_no_costs_nothing_and_is_told_as_anything_else_is():
    stage = waiting()
    since = ticket(stage, "b").since
    stage.clear()
    decline(stage, "b")
    assert [m.why for m in stage.sent("a", s.MatchExpired)] == ["others"]
    assert stage.sent("b", s.MatchExpired) == []
    assert (ticket(stage, "b").since, ticket(stage, "b").first) == (since, False)
    assert ticket(stage, "a").first
    for _ in range(20):
        stage.wait(3)
        assert match(stage, "a") is None, "proposed again right after a no"
    stage.wait(535)
    assert match(stage, "a") is None
    stage.wait(10)
    assert match(stage, "a") is not None, "not for ever"


def test_who_is_let_down_comes_first():
    stage = waiting()
    decline(stage, "b")
    for person in "cd":
        stage.join(person)
        stage.say(person, c.PoolJoin(id=0))
    stage.wait(10)
    assert match(stage, "a") is not None


def test_two_unanswered_proposals_and_the_ticket_rests_until_asked_again():
    stage = Stage("abcd", SHORT)
    stage.say("a", c.PoolJoin(id=0))
    for other in "bc":
        stage.say(other, c.PoolJoin(id=0))
        stage.wait(46)
        assert stage.sent("a", s.MatchExpired)[-1].why == "unanswered"
        stage.say(other, c.PoolLeave(id=0))
    assert ticket(stage, "a").rests
    stage.say("d", c.PoolJoin(id=0))
    stage.wait(20)
    assert match(stage, "a") is None
    since = ticket(stage, "a").since
    stage.say("a", c.PoolJoin(id=0))
    stage.wait(10)
    assert match(stage, "a").partners[0].id == "d"
    assert ticket(stage, "a").since == since


def test_a_block_ends_a_proposal_and_looks_like_any_other_end():
    stage = waiting()
    stage.clear()
    stage.say("b", c.PersonBlock(id=0, person="a"))
    assert match(stage, "a") is None
    assert [m.why for m in stage.sent("a", s.MatchExpired)] == ["others"]
    stage.wait(120)
    assert match(stage, "a") is None


def test_nobody_is_proposed_who_shares_no_language():
    stage = Stage("a", SHORT)
    stage.join("t", languages=THAI)
    for person in "at":
        stage.say(person, c.PoolJoin(id=0))
    stage.wait(100)
    assert match(stage, "a") is None
    seen = ticket(stage, "t")
    assert (seen.eligible, seen.why, seen.lounge) == (0, "language", True)


def test_the_first_round_takes_everybody_and_closes_the_pool():
    stage = waiting("abcd")
    accept(stage, "a")
    stage.host(c.HostStart(id=0, in_seconds=0.5))
    stage.wait(0.5)
    assert all(stage.person(each).room for each in "abcd")
    assert all(ticket(stage, each) is None for each in "abcd")
    with pytest.raises(WrongPhase, match="pool_closed"):
        stage.say("a", c.PoolJoin(id=0))


def test_a_talk_ends_before_the_first_round_and_none_begins_too_late_for_one():
    stage = waiting()
    stage.host(c.HostStart(id=0, in_seconds=60))
    start = stage.floor.mixer.deadline
    accept(stage, "a")
    accept(stage, "b")
    assert stage.room("a").ends_at <= start - 5
    stage.join("c")
    stage.wait(15)
    with pytest.raises(WrongPhase, match="pool_closed"):
        stage.say("c", c.PoolJoin(id=0))


def test_a_lost_connection_keeps_the_place_for_the_grace():
    stage = waiting("a")
    stage.detach("a")
    stage.wait(19)
    stage.attend("a")
    assert ticket(stage, "a") is not None
    stage.detach("a")
    stage.wait(21)
    assert stage.floor.pool.places == {}
    assert stage.person("a").record.pool_since is None


def test_a_restart_keeps_every_place_and_its_time():
    stage = waiting("a")
    since = ticket(stage, "a").since
    stage.restart(3)
    stage.attend("a", fresh=False)
    assert ticket(stage, "a").since == since
    stage.join("b")
    stage.say("b", c.PoolJoin(id=0))
    stage.wait(10)
    assert match(stage, "a").partners[0].id == "b"


def test_only_own_proposals_can_be_answered():
    stage = waiting("ab")
    stage.join("c")
    with pytest.raises(NotFound):
        stage.say("c", c.MatchAccept(id=0, match=match(stage, "a").id))
    with pytest.raises(NotFound):
        stage.say("a", c.MatchDecline(id=0, match=99))


def test_where_the_host_wants_no_pool_there_is_none():
    stage = Stage("ab", Plan(pool=False))
    with pytest.raises(WrongPhase, match="pool_closed"):
        stage.say("a", c.PoolJoin(id=0))
