"""After a removal newcomers wait for a host's tap; what can be undone outlives a restart."""

from __future__ import annotations

import pytest

from server.errors import NotAllowed, NotFound
from server.protocol import server as s
from tests.domain.stage import Stage, c


def removed_one() -> tuple[Stage, str]:
    """An event in which somebody was removed, and came again under another name."""
    stage = Stage("abc")
    stage.say("a", c.ChatSay(id=0, text="hello"))
    action = stage.host(c.HostRemove(id=0, person="c"))
    stage.join("z")
    stage.flush()
    return stage, action


def test_after_a_removal_newcomers_wait_before_the_door():
    stage, _ = removed_one()
    board = stage.to_hosts(s.HostBoard)[-1]
    assert (board.guarded, [each.id for each in board.held]) == (True, ["z"])
    assert stage.you("z").state == "held"
    assert stage.shown("z", s.PresenceState).people == []
    assert stage.shown("z", s.PresenceState).total == 0
    assert stage.shown("z", s.ChatState).lines == []
    assert "z" not in [p.card.id for p in stage.shown("a", s.PresenceState).people]
    for refused in (
        c.ChatSay(id=0, text="let me in"),
        c.PersonBlock(id=0, person="a"),
        c.PersonReport(id=0, person="a", category="spam"),
    ):
        with pytest.raises(NotAllowed):
            stage.say("z", refused)
    with pytest.raises(NotFound):
        stage.say("a", c.PersonBlock(id=0, person="z"))
    stage.say("a", c.ChatSay(id=0, text="again"))
    assert stage.sent("z", s.ChatMessage) == []
    stage.start()
    assert set(stage.room("a").seated) == {"a", "b"}


def test_a_tap_lets_one_in():
    stage, _ = removed_one()
    stage.restart()
    for person in "abz":
        stage.attend(person, fresh=True)
    assert stage.you("z").state == "held", "also after a restart"
    stage.flush()
    stage.clear()
    stage.host(c.HostAdmit(id=0, person="z"))
    stage.flush()
    assert [p.card.id for p in stage.sent("z", s.PresenceState)[-1].people] == ["a", "b", "z"]
    assert [line.text for line in stage.sent("z", s.ChatState)[-1].lines] == ["hello"]
    assert [p.card.id for p in stage.sent("a", s.PresenceDiff)[-1].put] == ["z"]
    stage.start()
    assert stage.you("z").room is not None
    with pytest.raises(NotFound):
        stage.host(c.HostAdmit(id=0, person="z"))


def test_to_open_the_door_lets_everybody_in():
    stage, _ = removed_one()
    stage.host(c.HostGuard(id=0, on=False))
    assert stage.you("z").state == "ready"
    stage.join("y")
    assert stage.you("y").state == "ready"


def test_to_take_the_removal_back_opens_the_door():
    stage, action = removed_one()
    stage.restart(after=3)
    stage.host(c.HostUndo(id=0, action=action))
    assert not stage.evening.removed("c")
    assert not stage.evening.event.guarded
    stage.attend("z")
    assert stage.you("z").state == "ready"


def test_what_can_be_taken_back_and_the_countdown_outlive_a_restart():
    stage = Stage("ab")
    stage.start()
    deadline = stage.evening.event.deadline
    stage.host(c.HostExtend(id=0, seconds=120))
    close = stage.host(c.HostClose(id=0, in_seconds=10))
    stage.restart(after=4)
    for person in "ab":
        stage.attend(person, fresh=False)
    stage.flush()
    open_ = stage.to_hosts(s.HostBoard)[-1].undo
    assert [each.kind for each in open_] == ["extend", "close"]
    stage.host(c.HostUndo(id=0, action=open_[0].action))
    assert stage.evening.event.deadline == deadline
    stage.host(c.HostUndo(id=0, action=close))
    stage.wait(20)
    assert stage.evening.event.phase == "round"
    stage.host(c.HostClose(id=0, in_seconds=10))
    stage.restart(after=30)
    stage.wait(1)
    assert stage.evening.event.phase == "closed"
