"""Keeps, notes, messages; block, pass, report; chat: what crosses from one person to another."""

from __future__ import annotations

import msgspec
import pytest

from server.errors import AlreadySent, NotFound, WrongPhase
from server.protocol import server as s
from server.protocol.parts import Plan
from tests.domain.stage import Stage, c


def met(plan: Plan | None = None) -> tuple[Stage, str]:
    """Two people in a room who have each other's contact to give, and their meeting."""
    stage = Stage("", plan or Plan(rounds=3, round_seconds=360))
    stage.join("a", contact="a@example.org")
    stage.join("b", contact="b@example.org")
    stage.start()
    return stage, stage.floor.meetings.of("a")[0].id


def meeting(stage: Stage, person: str):
    """The person's one meeting as a fresh client sees it."""
    pushes = stage.evening.snapshot(person, stage.now)
    return next(each for each in pushes if isinstance(each, s.MeetingState)).meetings


def test_a_keep_is_private_until_both_have_it():
    stage, key = met()
    stage.clear()
    stage.say("a", c.MeetingKeep(id=0, meeting=key, keep=True))
    assert [to for to, _ in stage.inbox] == ["a"], "nothing at all goes to the other"
    assert meeting(stage, "a")[0].keep is True
    assert meeting(stage, "a")[0].contact == ""
    assert meeting(stage, "b")[0].mutual is False
    stage.say("b", c.MeetingKeep(id=0, meeting=key, keep=True))
    assert stage.sent("a", s.MeetingMutual)[-1].person == "b"
    assert stage.sent("b", s.MeetingMutual)[-1].person == "a"
    assert meeting(stage, "a")[0].contact == "b@example.org"
    stage.say("b", c.MeetingKeep(id=0, meeting=key, keep=False))
    assert meeting(stage, "a")[0].contact == ""


def test_an_acknowledged_keep_is_saved_in_the_same_step():
    stage, key = met()
    stage.say("a", c.MeetingKeep(id=0, meeting=key, keep=True))
    (mark,) = stage.store.archive().marks
    assert (mark.meeting, mark.person, mark.keep) == (key, "a", True)


def test_notes_are_private_and_a_message_goes_once():
    stage, key = met()
    stage.say("a", c.MeetingNote(id=0, meeting=key, text="the foot bath"))
    stage.say("a", c.MeetingMessage(id=0, meeting=key, text="Thank you"))
    with pytest.raises(AlreadySent):
        stage.say("a", c.MeetingMessage(id=0, meeting=key, text="Again"))
    assert (meeting(stage, "a")[0].note, meeting(stage, "a")[0].sent) == (
        "the foot bath",
        "Thank you",
    )
    theirs = meeting(stage, "b")[0]
    assert (theirs.note, theirs.received, theirs.sent) == ("", "Thank you", "")


def test_strangers_cannot_mark_a_meeting():
    stage, key = met()
    stage.join("x")
    with pytest.raises(NotFound):
        stage.say("x", c.MeetingKeep(id=0, meeting=key, keep=True))
    with pytest.raises(NotFound):
        stage.say("a", c.MeetingKeep(id=0, meeting="e.9:a:x", keep=True))


def test_no_contact_of_or_to_somebody_supervised():
    stage = Stage()
    stage.join("a", verified=True, contact="a@example.org")
    stage.join("b", contact="b@example.org")
    stage.join("k", age="minor", role="student", contact="k@example.org")
    stage.start()
    assert stage.room("k").supervised
    for person in "abk":
        for each in meeting(stage, person):
            stage.say(person, c.MeetingKeep(id=0, meeting=each.id, keep=True))
    contacts = {(p, m.card.id): m.contact for p in "abk" for m in meeting(stage, p)}
    assert contacts == {
        ("a", "b"): "b@example.org",
        ("b", "a"): "a@example.org",
        ("a", "k"): "",
        ("k", "a"): "",
        ("b", "k"): "",
        ("k", "b"): "",
    }


@pytest.mark.parametrize(
    "message", [c.PersonBlock(id=0, person="b"), c.PersonReport(id=0, person="b", category="spam")]
)
def test_block_and_report_separate_at_once_and_silently(message):
    stage, _ = met()
    stage.clear()
    stage.say("a", message)
    assert stage.sent("a", s.RoomClosed)[-1].reason == "separated"
    assert stage.sent("b", s.RoomClosed)[-1].reason == "partner_left"
    assert not any(
        type(push).__name__ in ("ProfileState", "Notice") for to, push in stage.inbox if to == "b"
    )
    assert stage.store.archive().bars[0].person == "a"
    stage.wait(400)
    assert stage.evening.event.round == 1
    stage.wait(60)
    assert stage.evening.event.round == 2
    assert stage.floor.rooms == {}, "never again"


def test_a_report_keeps_the_room():
    stage, _ = met()
    room = stage.room("a").id
    stage.say("a", c.PersonReport(id=0, person="b", category="hate"))
    assert stage.store.archive().reports[0].room == room


def test_a_pass_is_felt_from_the_next_round_only():
    stage, _ = met()
    stage.clear()
    stage.say("a", c.PersonPass(id=0, person="b"))
    assert stage.inbox == []
    assert stage.room("a").others("a") == ("b",)
    stage.wait(500)
    assert stage.evening.event.round == 2
    assert stage.floor.rooms == {}
    assert stage.sent("b", s.RoundBench)[-1].why in ("nobody", "met_everyone", "odd")


def test_who_blocked_each_other_never_show_anywhere():
    stage, _ = met()
    stage.join("x")
    stage.say("a", c.ChatSay(id=0, text="before"))
    stage.flush()
    stage.clear()
    stage.say("a", c.PersonBlock(id=0, person="b"))
    stage.flush()
    assert stage.sent("a", s.PresenceDiff)[-1].gone == ["b"]
    assert stage.sent("b", s.PresenceDiff)[-1].gone == ["a"]
    assert stage.sent("x", s.PresenceDiff)[-1].total == 3
    assert stage.sent("b", s.PresenceDiff)[-1].total == 2
    stage.clear()
    stage.say("a", c.ChatSay(id=0, text="after"))
    stage.say("b", c.ChatSay(id=0, text="after"))
    assert [m.line.sender for m in stage.sent("a", s.ChatMessage)] == ["a"]
    assert [m.line.sender for m in stage.sent("b", s.ChatMessage)] == ["b"]
    assert [m.line.sender for m in stage.sent("x", s.ChatMessage)] == ["a", "b"]
    for viewer, other in (("a", "b"), ("b", "a")):
        for push in stage.evening.snapshot(viewer, stage.now):
            if not isinstance(push, s.ProfileState):
                assert f'"{other}"' not in msgspec.json.encode(push).decode(), type(push)
    assert [each.id for each in profile(stage, "a").blocked] == ["b"]
    assert profile(stage, "b").blocked == []


def profile(stage: Stage, person: str) -> s.ProfileState:
    """The profile that a fresh client of the person gets."""
    pushes = stage.evening.snapshot(person, stage.now)
    return next(each for each in pushes if isinstance(each, s.ProfileState))


def test_a_block_can_be_taken_back_by_who_set_it():
    stage, _ = met()
    stage.say("a", c.PersonBlock(id=0, person="b"))
    stage.flush()
    stage.clear()
    with pytest.raises(NotFound):
        stage.say("b", c.PersonUnblock(id=0, person="a"))
    stage.say("a", c.PersonUnblock(id=0, person="b"))
    stage.flush()
    assert [each.card.id for each in stage.sent("a", s.PresenceDiff)[-1].put] == ["b"]
    assert len(meeting(stage, "b")) == 1


def test_a_report_outlasts_an_unblock():
    stage, _ = met()
    stage.say("a", c.PersonReport(id=0, person="b", category="spam"))
    stage.say("a", c.PersonBlock(id=0, person="b"))
    stage.say("a", c.PersonUnblock(id=0, person="b"))
    assert frozenset("ab") in stage.floor.bars.barred


def test_nobody_blocks_themselves_or_a_stranger():
    stage, _ = met()
    for other in ("a", "zz"):
        with pytest.raises(NotFound):
            stage.say("a", c.PersonBlock(id=0, person=other))


def test_room_chat_stays_in_the_room_and_the_lounge_is_for_all():
    stage = Stage("abcd")
    stage.start()
    mate = stage.room("a").others("a")[0]
    stage.clear()
    stage.say("a", c.ChatSay(id=0, text="hello", room=stage.room("a").id))
    assert {to for to, _ in stage.inbox} == {"a", mate}
    assert next(
        p for p in stage.evening.snapshot("a", 0) if isinstance(p, s.ChatState) and p.room
    ).lines
    stage.clear()
    stage.say("a", c.ChatSay(id=0, text="hello all"))
    assert {to for to, _ in stage.inbox} == {"", "a", "b", "c", "d"}


def test_chat_goes_with_the_event_unless_it_is_kept():
    for days, kept in ((0, 0), (30, 1)):
        stage = Stage("ab", Plan(rounds=1, chat_days=days))
        stage.say("a", c.ChatSay(id=0, text="hello"))
        assert len(stage.store.archive().chat) == 1
        stage.host(c.HostClose(id=0, in_seconds=0))
        assert len(stage.store.archive().chat) == kept
        with pytest.raises(WrongPhase):
            stage.say("a", c.ChatSay(id=0, text="hello"))
