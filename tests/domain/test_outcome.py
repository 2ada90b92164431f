"""What an event came to, as recorded (M33); whether its rounds last (M16); when it rests (M14)."""

from __future__ import annotations

import msgspec
import pytest

from server.domain.mixer import break_after
from server.domain.outcome import how_it_went
from server.protocol import server as s
from server.protocol.parts import Outcome, Outlook, Plan
from tests.domain.stage import Stage, c

SHORT = Plan(rounds=4, round_seconds=60, wrap_seconds=5, break_seconds=20, propose_seconds=0)


def test_all_eight_measures_are_recorded_and_outlive_a_restart():
    stage = Stage("abcde", msgspec.structs.replace(SHORT, trios=False))
    stage.start()
    stage.wait(3)
    for person in "abcde":
        if stage.you(person).room is not None:
            stage.say(person, c.RoomMedia(**stage.where(person), state="connected"))
    benched = next(each for each in "abcde" if stage.you(each).room is None)
    leaver = next(each for each in "abcde" if each != benched)
    meeting = stage.floor.meetings.of(leaver)[0]
    for person in (meeting.a, meeting.b):
        stage.say(person, c.MeetingKeep(id=0, meeting=meeting.id, keep=True))
    stage.say(leaver, c.RoomLeave(**stage.where(leaver), safety=True))
    stage.wait(2)
    assert leaver not in stage.room(benched).seated
    stage.wait(70)
    assert stage.evening.event.phase == "break"
    found = went(stage)
    assert (found.rounds, found.person_rounds, found.idle, found.unavoidable_idle) == (1, 5, 1, 1)
    assert (found.repeats, found.avoidable_repeats, found.language_failures) == (0, 0, 0)
    assert (found.rooms, found.early_leaves, found.mutual_keeps) == (3, 1, 1)
    assert found.media_both_ways_in_5s == pytest.approx(2 / 3, abs=1e-3)
    assert found.wait_p50 == 0
    assert found.wait_p95 >= 4, "who was left over waited until somebody was freed"
    assert found.sit_outs_by_role.by_group == {"alumni": 0.2}
    assert found.sit_outs_by_zone.by_group == {"UTC": 0.2}
    stage.flush()
    assert stage.to_hosts(s.HostBoard)[-1].outcome == found
    stage.restart()
    assert how_it_went(stage.floor) == found


def test_text_seats_count_when_text_was_the_wish():
    stage = Stage("ab", SHORT)
    stage.say("a", c.MixerReady(id=0, ready=True, mode="text"))
    stage.start()
    for person in "ab":
        stage.say(person, c.RoomMedia(**stage.where(person), state="text"))
    stage.wait(70)
    assert set(stage.floor.ledger.rooms[0].media) == {"a"}
    assert went(stage).media_both_ways_in_5s == 0


def test_a_host_is_told_before_the_start_when_partners_run_out():
    stage = Stage("abc", SHORT)
    stage.flush()
    assert outlook(stage) == Outlook(rounds=4, fit=2, short=3)
    stage.join("d", ready=False)
    stage.join("e", languages=[])
    stage.wait(2)
    stage.flush()
    assert outlook(stage) == Outlook(rounds=4, fit=4, short=0)
    stage.say("e", c.MixerSuggest(id=0, on=False))
    stage.wait(2)
    stage.flush()
    assert outlook(stage) == Outlook(rounds=4, fit=3, short=4)
    stage.start()
    stage.flush()
    assert outlook(stage) is None
    stage.wait(70)
    stage.flush()
    assert outlook(stage) == Outlook(rounds=3, fit=0, short=3), "a trio has met all"


def told(stage: Stage) -> Outlook:
    """What the hosts' board says now, if it says anything."""
    found = outlook(stage)
    assert found is not None
    return found


def went(stage: Stage) -> Outcome:
    """The measures so far."""
    found = how_it_went(stage.floor)
    assert found is not None
    return found


def outlook(stage: Stage) -> Outlook | None:
    """What the hosts' board says now."""
    pushes = stage.evening.host_snapshot(stage.now)
    return next(each for each in pushes if isinstance(each, s.HostBoard)).outlook


def test_an_odd_number_without_trios_is_said():
    stage = Stage("abcde", Plan(rounds=2, trios=False))
    stage.flush()
    assert told(stage).odd
    stage.host(c.HostJoker(id=0, person="e"))
    assert not told(stage).odd


def test_the_rest_is_settable_and_shrinks_with_the_rounds():
    plan = Plan(rounds=12, break_seconds=45)
    assert [break_after(plan, each) for each in (1, 5, 6, 7, 12)] == [45, 45, 300, 45, 300]
    assert break_after(Plan(rest_after=2, rest_seconds=600, break_seconds=45), 2) == 600
    assert break_after(Plan(round_seconds=36, break_seconds=10), 6) == 30
