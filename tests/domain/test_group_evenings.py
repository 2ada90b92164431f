"""Evenings in groups: whoever comes, goes, drops out or comes late, the rooms stay right."""

from __future__ import annotations

import msgspec
import pytest

from server.domain.room import GROUP_GRACE_SECONDS
from server.protocol import server as s
from server.protocol.parts import Language, Plan
from tests.domain.script import simulate
from tests.domain.stage import Stage

FOURS = Plan(rounds=3, round_seconds=720, wrap_seconds=30, break_seconds=45, room_size=4)


def sizes(stage: Stage) -> list[int]:
    """How many hold a seat in each room."""
    return sorted(len(room.seated) for room in stage.floor.rooms.values())


@pytest.mark.parametrize("plans", [True, False])
def test_everybody_sits_in_groups_with_or_without_a_plan(*, plans: bool) -> None:
    stage = Stage("abcdefghijk", FOURS, plans=plans)
    stage.start()
    assert sizes(stage) == [3, 4, 4]
    assert all(room.kind == "group" for room in stage.floor.rooms.values())


def test_a_dropped_member_of_a_group_has_three_quarters_of_a_minute() -> None:
    stage = Stage("abcd", FOURS)
    stage.start()
    stage.detach("a")
    stage.wait(GROUP_GRACE_SECONDS - 1)
    assert sizes(stage) == [4]
    stage.wait(2)
    assert sizes(stage) == [3]


def test_who_comes_late_joins_a_group_at_once() -> None:
    stage = Stage("abc", FOURS)
    stage.start()
    stage.wait(10)
    stage.join("z")
    stage.wait(15)
    assert sizes(stage) == [4]


def test_a_round_is_mended_where_somebody_left_after_it_was_planned() -> None:
    stage = Stage("abcdefgh", FOURS)
    stage.start()
    stage.wait(720 + 30 + 44)
    stage.detach("a")
    stage.wait(3)
    assert sum(sizes(stage)) == 7
    assert min(sizes(stage)) >= 3


@pytest.mark.parametrize("room_size", [3, 4, 6])
@pytest.mark.parametrize("seed", range(8))
def test_evenings_in_groups_break_no_rule(seed: int, room_size: int) -> None:
    simulate(seed, room_size=room_size)


def tongue(*codes: str) -> list[Language]:
    """These languages, spoken well."""
    return [Language(code=code, level=3) for code in codes]


@pytest.mark.parametrize("plans", [True, False])
def test_what_a_room_lacks_is_told_to_those_in_it_and_to_hosts(*, plans: bool) -> None:
    """Hoa and Ken share no language, Aki speaks with both; whom nobody understands sits with the host."""
    stage = Stage("", msgspec.structs.replace(FOURS, must_have=["student"]), plans=plans)
    for name, codes in (("hoa", "vi"), ("aki", "vi ja"), ("ken", "ja"), ("nir", "ne")):
        stage.join(name, languages=tongue(*codes.split()))
    stage.start()
    for name in ("hoa", "aki", "ken"):
        seat = stage.sent(name, s.RoundSeat)[-1]
        assert (seat.language, seat.notes, seat.bridge) == (None, ["bridge"], "aki")
    stage.restart()
    stage.flush()
    state = stage.shown("hoa", s.RoomState)
    assert (state.notes, state.bridge) == (["bridge"], "aki")
    board = next(p for p in stage.evening.host_snapshot(stage.now) if isinstance(p, s.HostBoard))
    (room,) = board.rooms
    assert (room.notes, room.bridge) == (["bridge", "roles"], "aki")


def test_whom_a_rule_leaves_over_sits_at_the_hosts_table_and_is_called_from_it() -> None:
    stage = Stage("abc", FOURS)
    stage.join("nir", languages=tongue("ne"))
    stage.start()
    stage.flush()
    (at,) = stage.to_hosts(s.HostBoard)[-1].table
    assert (at.person, at.why) == ("nir", "language")
    stage.detach("nir")
    stage.flush()
    assert stage.to_hosts(s.HostBoard)[-1].table == []


def test_a_smaller_room_says_so() -> None:
    """Two speak Nepali only: they are fewer than elsewhere, and told why."""
    stage = Stage("abcdefgh", msgspec.structs.replace(FOURS, rounds=1))
    for name in ("xa", "xb"):
        stage.join(name, languages=tongue("ne"))
    stage.start()
    assert sizes(stage) == [2, 4, 4]
    assert stage.sent("xa", s.RoundSeat)[-1].notes == ["smaller"]
    assert stage.sent("a", s.RoundSeat)[-1].notes == []
