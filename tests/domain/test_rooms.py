"""Rooms: coming, leaving, losing the connection, wrap-up, more time; what each side is told."""

from __future__ import annotations

import pytest

from server.errors import NotFound, StaleRoom, WrongPhase
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c

SDP = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
LAST = Plan(rounds=1, round_seconds=60, wrap_seconds=30, break_seconds=45)


def test_a_round_is_announced_held_and_wrapped_up():
    stage = Stage("ab")
    stage.host(c.HostStart(id=0))
    stage.wait(20)
    seat = stage.sent("a", s.RoundSeat)[-1]
    assert [each.id for each in seat.partners] == ["b"]
    assert seat.starts_at == stage.now + 3
    assert seat.deadline == stage.now + 363
    assert seat.language == "ja"
    assert stage.you("a").state == "proposed"
    stage.wait(3)
    assert stage.you("a").state == "in_room"
    stage.enter_all()
    assert stage.sent("a", s.MeetingState)[-1].meetings[0].card.id == "b"
    stage.wait(360)
    assert stage.you("a").state == "wrap_up"
    assert stage.sent("a", s.RoomState)[-1].wrap_until == stage.now + 30
    stage.wait(30)
    assert stage.sent("a", s.RoomClosed)[-1].reason == "round_over"
    assert stage.you("a").state == "between"


def test_an_ordinary_leave_waits_for_the_minimum_stay():
    stage = Stage("ab")
    stage.start()
    with pytest.raises(WrongPhase, match="minimum_stay"):
        stage.say("a", c.RoomLeave(**stage.where("a")))
    stage.wait(60)
    stage.say("a", c.RoomLeave(**stage.where("a")))
    assert stage.sent("a", s.RoomClosed)[-1].reason == "left"
    assert stage.sent("b", s.RoomClosed)[-1].reason == "partner_left"


def test_in_short_rounds_a_third_is_enough():
    stage = Stage("ab", Plan(rounds=1, round_seconds=30))
    stage.start()
    stage.wait(9.9)
    with pytest.raises(WrongPhase):
        stage.say("a", c.RoomLeave(**stage.where("a")))
    stage.wait(0.1)
    stage.say("a", c.RoomLeave(**stage.where("a")))


def test_safety_first_and_the_one_left_is_first_in_line_and_told_nothing():
    stage = Stage("ab")
    stage.start()
    stage.clear()
    stage.say("a", c.RoomLeave(safety=True, **stage.where("a")))
    assert [m.reason for m in stage.sent("b", s.RoomClosed)] == ["partner_left"]
    assert stage.person("b").record.credit > 0
    assert stage.you("b").lost is None
    assert not any("safety" in str(m) for _, m in stage.inbox)


def test_after_a_leave_the_two_are_not_put_together_again_in_this_round():
    stage = Stage("ab")
    stage.start()
    stage.wait(60)
    stage.say("a", c.RoomLeave(**stage.where("a")))
    stage.wait(100)
    assert stage.floor.rooms == {}


def test_two_who_are_freed_find_each_other():
    stage = Stage("abcd")
    stage.start()
    first = {p: stage.room(p).others(p)[0] for p in "abcd"}
    stage.wait(61)
    stage.say("a", c.RoomLeave(**stage.where("a")))
    other = next(p for p in "bcd" if p != first["a"])
    stage.say(other, c.RoomLeave(**stage.where(other)))
    stage.wait(1)
    for person in "abcd":
        assert stage.room(person).others(person)[0] != first[person]


def test_a_late_joiner_enters_a_pair_by_its_open_door_in_the_second_half():
    stage = Stage("ab")
    stage.start()
    stage.wait(100)
    stage.join("c")
    stage.wait(30)
    assert stage.person("c").room is None
    stage.wait(60)
    room = stage.room("c")
    assert (room.kind, set(room.seated)) == ("trio", {"a", "b", "c"})


def test_who_comes_when_the_round_is_nearly_over_is_told_to_wait():
    stage = Stage("ab")
    stage.start()
    stage.wait(300)
    stage.join("c")
    stage.wait(1)
    assert stage.sent("c", s.RoundBench)[-1].why == "late"
    assert stage.person("c").record.sat_out == 0


def test_a_lost_connection_keeps_the_seat_for_the_grace():
    stage = Stage("ab")
    stage.start()
    room = stage.room("a")
    stage.detach("a")
    member = stage.sent("b", s.RoomState)[-1].members[0]
    assert (member.seat, member.until) == ("away", stage.now + 20)
    stage.wait(19)
    stage.attend("a", fresh=False)
    assert stage.room("a") is room
    member = stage.sent("b", s.RoomState)[-1].members[0]
    assert (member.seat, member.gen) == ("here", 1)


def test_lost_for_good_the_partner_chooses_what_comes_next():
    stage = Stage("ab")
    stage.start()
    stage.detach("a")
    stage.wait(20)
    you = stage.you("b")
    assert you.lost is not None
    assert you.lost.id == "a"
    assert you.choose_until == stage.now + 10
    stage.join("c")
    stage.wait(5)
    assert stage.person("b").room is None, "still choosing"
    stage.say("b", c.MixerChoose(id=0, choice="next"))
    stage.wait(1.5)
    assert stage.room("b").others("b") == ("c",)
    stage.attend("a")
    assert stage.you("a").state == "ready"
    assert stage.person("a").record.credit > 0


def test_no_answer_counts_as_next_and_the_lounge_as_rest():
    stage = Stage("ab")
    stage.start()
    stage.detach("a")
    stage.wait(20)
    stage.wait(10)
    assert stage.you("b").choose_until is None
    with pytest.raises(WrongPhase):
        stage.say("b", c.MixerChoose(id=0, choice="next"))

    stage = Stage("ab")
    stage.start()
    stage.detach("a")
    stage.wait(20)
    stage.say("b", c.MixerChoose(id=0, choice="lounge"))
    stage.join("c")
    stage.wait(30)
    assert stage.person("b").room is None


def test_a_third_who_asks_enters_at_once():
    stage = Stage("abcd", Plan(rounds=2, round_seconds=360))
    stage.start()
    lost = stage.room("a").others("a")[0]
    stage.detach(lost)
    stage.wait(20)
    stage.say("a", c.MixerChoose(id=0, choice="third"))
    stage.wait(1)
    assert stage.room("a").kind == "trio"


def test_a_dropped_member_returns_to_a_group_that_goes_on():
    stage = Stage("abc", Plan(rounds=1, round_seconds=600))
    stage.start()
    room = stage.room("a")
    stage.detach("a")
    stage.wait(44)
    assert room.places["a"].seat == "away"
    stage.wait(1)
    assert room.places["a"].seat == "left"
    assert set(room.seated) == {"b", "c"}
    stage.attend("a")
    assert stage.room("a") is room


def test_who_never_enters_frees_the_partner_and_is_not_planned_again():
    stage = Stage("ab")
    stage.host(c.HostStart(id=0, in_seconds=0.5))
    stage.wait(0.5)
    stage.wait(3)
    stage.say("a", c.RoomEnter(**stage.where("a")))
    stage.wait(20)
    assert stage.person("b").record.ready is False
    assert stage.sent("a", s.RoomClosed)[-1].reason == "partner_left"
    assert stage.floor.meetings.of("a") == []


def test_a_fresh_page_begins_new_generations_a_returning_socket_does_not():
    stage = Stage("ab")
    stage.start()
    stage.attend("a", fresh=True)
    assert stage.place("a").seat == "coming"
    stage.enter_all()
    for viewer, other in (("a", "b"), ("b", "a")):
        member = stage.sent(viewer, s.RoomState)[-1].members[0]
        assert (member.card.id, member.gen, member.polite) == (other, 2, viewer < other)
    stage.attend("a", fresh=False)
    assert stage.room("a").calls.of("a", "b") == 2


def test_signals_pass_between_room_mates_within_the_generation():
    stage = Stage("abcd")
    stage.start()
    mate = stage.room("a").others("a")[0]
    stranger = next(p for p in "bcd" if p != mate)
    room = stage.room("a").id
    stage.say("a", c.SignalOffer(id=0, room=room, to=mate, gen=1, sdp=SDP))
    offer = stage.sent(mate, s.Offered)[-1]
    assert (offer.sender, offer.gen, offer.sdp) == ("a", 1, SDP)
    with pytest.raises(NotFound):
        stage.say("a", c.SignalOffer(id=0, room=room, to=stranger, gen=1, sdp=SDP))
    with pytest.raises(StaleRoom):
        stage.say(stranger, c.SignalOffer(id=0, room=room, to="a", gen=1, sdp=SDP))
    stage.say("a", c.SignalRestart(id=0, room=room, to=mate, gen=1))
    stage.say(mate, c.SignalRestart(id=0, room=room, to="a", gen=1))
    assert stage.room("a").calls.of("a", mate) == 2
    stage.clear()
    with pytest.raises(StaleRoom):
        stage.say("a", c.SignalAnswer(id=0, room=room, to=mate, gen=1, sdp=SDP))
    with pytest.raises(StaleRoom):
        stage.say("a", c.SignalRestart(id=0, room=room, to=mate, gen=9))
    assert stage.inbox == []


def test_messages_for_another_epoch_or_room_are_stale():
    stage = Stage("ab")
    stage.start()
    room = stage.room("a")
    with pytest.raises(StaleRoom):
        stage.say("a", c.RoomLeave(id=0, room=room.id, epoch=room.epoch + 1, safety=True))
    with pytest.raises(StaleRoom):
        stage.say("a", c.RoomLeave(id=0, room="e.99", epoch=room.epoch, safety=True))


def both_want_more(stage: Stage) -> None:
    """Round to its wrap-up, then yes from both."""
    stage.start()
    stage.wait(stage.evening.event.plan.round_seconds)
    where = stage.where("a")
    stage.say("a", c.RoomMore(more=True, **where))
    assert stage.room("a").extended_until is None
    assert stage.sent("b", s.RoomState)[-1].more is None, "answers are private"
    stage.say("b", c.RoomMore(more=True, **where))


def test_more_if_both_want_it_while_the_next_round_stays_whole():
    stage = Stage("ab", Plan(rounds=2, round_seconds=60, wrap_seconds=30, break_seconds=45))
    both_want_more(stage)
    room = stage.room("a")
    assert room.extended_until == stage.evening.event.deadline + 40
    stage.wait(30)
    assert stage.you("a").state == "in_room"
    assert stage.evening.event.phase == "break"
    stage.wait(40)
    assert stage.person("a").room is None
    stage.wait(5)
    assert stage.evening.event.phase == "round"


def test_after_the_last_round_three_minutes_are_free():
    stage = Stage("ab", LAST)
    both_want_more(stage)
    assert stage.room("a").extended_until == stage.evening.event.deadline + 180
    stage.wait(30)
    assert stage.evening.event.phase == "closed"
    assert stage.you("a").state == "in_room"
    stage.say("a", c.ChatSay(id=0, text="still here", room=stage.room("a").id))
    stage.wait(180)
    assert stage.floor.rooms == {}
    assert stage.store.archive().chat == ()


def test_one_no_is_no():
    stage = Stage("ab", LAST)
    stage.start()
    stage.wait(60)
    where = stage.where("a")
    stage.say("a", c.RoomMore(more=True, **where))
    stage.say("b", c.RoomMore(more=False, **where))
    stage.wait(30)
    assert stage.floor.rooms == {}


def test_no_answer_before_the_wrap_up():
    stage = Stage("ab")
    stage.start()
    with pytest.raises(WrongPhase):
        stage.say("a", c.RoomMore(more=True, **stage.where("a")))


def test_prompts_and_media_are_shared_with_the_room():
    stage = Stage("ab")
    stage.start()
    before = stage.room("a").prompt
    stage.say("a", c.RoomPrompt(**stage.where("a")))
    assert stage.sent("b", s.RoomState)[-1].prompt == before + 1
    stage.say("a", c.RoomMedia(state="connected", muted=True, **stage.where("a")))
    assert stage.sent("b", s.RoomState)[-1].members[0].muted is True
    stage.clear()
    stage.say("a", c.RoomMedia(state="audio", muted=True, **stage.where("a")))
    assert stage.sent("b", s.RoomState) == []


def test_a_room_with_one_person_stands_out_on_the_board():
    stage = Stage("ab")
    stage.start()
    stage.detach("b")
    stage.flush()
    assert stage.to_hosts(s.HostBoard)[-1].rooms[0].alone_since == stage.now
