"""A call for a host: only hosts learn of it, it survives a restart, and it ends as it should."""

from __future__ import annotations

import pytest

from server.errors import NotFound, WrongPhase
from server.protocol.server import HostBoard, Notice, YouState
from tests.domain.stage import Stage, c


def ask(stage: Stage, person: str, *, on: bool = True) -> None:
    stage.say(person, c.HelpAsk(id=0, on=on))


def calling(stage: Stage) -> list[tuple[str, bool]]:
    pushes = stage.evening.host_snapshot(stage.now)
    board = next(push for push in pushes if isinstance(push, HostBoard))
    return [(each.person, each.seen) for each in board.calls]


def test_a_call_is_seen_by_hosts_and_by_the_caller_alone():
    stage = Stage("ab")
    stage.start()
    stage.flush()
    stage.clear()
    ask(stage, "a")
    stage.flush()
    assert calling(stage) == [("a", False)]
    assert stage.to_hosts(HostBoard)[-1].calls
    assert stage.sent("a", YouState)[-1].help == "asked"
    assert [to for to, _ in stage.inbox if to == "b"] == []


def test_the_longest_waiting_comes_first_and_keeps_its_place():
    stage = Stage("abc")
    ask(stage, "c")
    stage.wait(2)
    ask(stage, "a")
    stage.wait(2)
    ask(stage, "c")
    assert calling(stage) == [("c", False), ("a", False)]


def test_a_host_answers_with_a_line_that_only_the_caller_gets():
    stage = Stage("ab")
    ask(stage, "a")
    stage.host(c.HostHelp(id=0, person="a", text="I am on my way."))
    assert calling(stage) == [("a", True)]
    assert stage.you("a").help == "seen"
    lines = {person: [n.text for n in stage.sent(person, Notice)] for person in "ab"}
    assert lines == {"a": ["I am on my way."], "b": []}
    stage.host(c.HostHelp(id=0, person="a", done=True))
    assert (calling(stage), stage.you("a").help) == ([], "")


def test_a_call_is_taken_back_and_a_new_one_was_seen_by_nobody():
    stage = Stage("ab")
    ask(stage, "a")
    stage.host(c.HostHelp(id=0, person="a"))
    ask(stage, "a", on=False)
    assert calling(stage) == []
    ask(stage, "a")
    assert calling(stage) == [("a", False)]


def test_nobody_is_answered_who_did_not_call_and_a_removed_caller_calls_no_more():
    stage = Stage("ab")
    with pytest.raises(NotFound):
        stage.host(c.HostHelp(id=0, person="a"))
    ask(stage, "a")
    stage.host(c.HostRemove(id=0, person="a"))
    assert calling(stage) == []
    with pytest.raises(NotFound):
        stage.host(c.HostHelp(id=0, person="a"))


def test_a_call_survives_a_restart_and_none_is_made_after_the_end():
    stage = Stage("ab")
    ask(stage, "a")
    stage.host(c.HostHelp(id=0, person="a"))
    stage.restart()
    assert calling(stage) == [("a", True)]
    stage.host(c.HostClose(id=0, in_seconds=0))
    with pytest.raises(WrongPhase):
        ask(stage, "b")
