"""A plan written to a file comes back equal, is found sound, and every forgery is found out."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from matching.check import check
from matching.picture import (
    CELL_HEIGHT,
    CELL_WIDTH,
    HEAD,
    MARGIN,
    MOST_COLUMNS,
    RADIUS,
    draw,
)
from matching.plan_file import BadPlanFile, Case, PlanFile, Seated, read, write
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.types import History, Pair
from tests.matching.population import people

ROOT = Path(__file__).parents[2]
Forgery = Callable[[dict[str, Any]], object]


def evening(n: int = 16, rounds: int = 3) -> PlanFile:
    """So many rounds of an evening at which nobody comes or goes."""
    here = tuple(people(n, 5))
    barred = frozenset({frozenset((here[0].id, here[1].id))})
    met: frozenset[Pair] = frozenset()
    cases = []
    for number in range(1, rounds + 1):
        history = History(met, barred)
        left = rounds + 1 - number
        plan = plan_round(here, history, DEFAULT_RULES, seed=number, rounds_left=left)
        seated = Seated(plan.rooms, plan.bench)
        cases.append(
            Case(number, here, history, DEFAULT_RULES, number, left, plan, 1e9, here, seated)
        )
        met |= {frozenset(pair) for room in plan.rooms for pair in combinations(room.members, 2)}
    return PlanFile(tuple(cases), title="Evening <of> rings")


@pytest.fixture(scope="module")
def sound() -> PlanFile:
    return evening()


def test_a_plan_comes_back_as_it_was(sound: PlanFile) -> None:
    assert read(write(sound)) == sound
    assert write(read(write(sound))) == write(sound)


def test_a_sound_plan_has_no_problem(sound: PlanFile) -> None:
    results = check(read(write(sound)))
    assert [result.problems for result in results] == [()] * 3
    assert all(result.share is not None and 0.5 < result.share <= 1 for result in results)


def _swap(doc: dict[str, Any]) -> None:
    rooms = doc["rounds"][0]["plan"]["rooms"]
    rooms[0]["members"][0], rooms[1]["members"][0] = rooms[1]["members"][0], rooms[0]["members"][0]


def _drop_room(doc: dict[str, Any]) -> None:
    doc["rounds"][1]["seated"]["rooms"].pop()


def _seat_twice(doc: dict[str, Any]) -> None:
    rooms = doc["rounds"][1]["seated"]["rooms"]
    rooms[0]["members"].append(rooms[1]["members"][0])


def _stranger(doc: dict[str, Any]) -> None:
    doc["rounds"][0]["seated"]["rooms"][0]["members"][0] = "somebody"


def _planned_stranger(doc: dict[str, Any]) -> None:
    doc["rounds"][0]["plan"]["rooms"][0]["members"][0] = "somebody"


def _planned_alone(doc: dict[str, Any]) -> None:
    room = doc["rounds"][0]["plan"]["rooms"][0]
    room["members"] = room["members"][:1]


def _score(doc: dict[str, Any]) -> None:
    doc["rounds"][0]["plan"]["score"] += 0.5


def _bound(doc: dict[str, Any]) -> None:
    doc["rounds"][0]["plan"]["bound"] /= 2


def _forget(doc: dict[str, Any]) -> None:
    doc["rounds"][2]["history"]["met"] = []


def _invent_repeat(doc: dict[str, Any]) -> None:
    rooms = doc["rounds"][2]["seated"]["rooms"]
    next(room for room in rooms if not room["repeat"])["repeat"] = True


def _bar_a_room(doc: dict[str, Any]) -> None:
    members = doc["rounds"][0]["seated"]["rooms"][0]["members"]
    doc["rounds"][0]["history"]["barred"].append(members[:2])


@pytest.mark.parametrize(
    ("forge", "kind"),
    [
        (_swap, "not what the planner makes of it"),
        (_drop_room, "forgotten"),
        (_seat_twice, "seated twice"),
        (_stranger, "unknown person"),
        (_planned_stranger, "unknown person"),
        (_planned_alone, "score"),
        (_score, "score"),
        (_bound, "bound"),
        (_forget, "history"),
        (_invent_repeat, "repeat said wrongly"),
        (_bar_a_room, "barred"),
    ],
)
def test_a_forgery_is_found_out(sound: PlanFile, forge: Forgery, kind: str) -> None:
    doc = json.loads(write(sound))
    forge(doc)
    problems = {p.kind for result in check(read(json.dumps(doc).encode())) for p in result.problems}
    assert kind in problems


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b'{"format":"tsunagari-plan","version":2,"rounds":[]}',
        b'{"format":"tsunagari-plan","version":1,"rounds":[{"round":"one"}]}',
        b'{"format":"tsunagari-plan","version":1,"rounds":{"a":1}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_plan_is_refused_with_its_reason(text: bytes) -> None:
    with pytest.raises(BadPlanFile) as refused:
        read(text)
    assert str(refused.value)


def test_rules_that_no_event_may_have_are_refused_in_a_file_too(sound: PlanFile) -> None:
    doc = json.loads(write(sound))
    doc["rounds"][0]["rules"]["explore"] = 7
    with pytest.raises(BadPlanFile, match="explore"):
        read(json.dumps(doc).encode())


def test_the_picture_shows_everybody_and_every_thread(sound: PlanFile) -> None:
    picture = ET.fromstring(draw(sound, check(sound)))
    shapes = [element.tag.partition("}")[2] for element in picture.iter()]
    everybody = len(sound.rounds[0].present)
    rooms = [room for case in sound.rounds if case.plan for room in case.plan.rooms]
    pairs = sum(len(list(combinations(room.members, 2))) for room in rooms)
    assert shapes.count("path") == pairs
    assert shapes.count("circle") == 3 * (everybody + 1)


def test_each_ring_stands_in_the_middle_of_its_cell_and_threads_end_at_people() -> None:
    plan = evening(8, MOST_COLUMNS + 2)
    picture = ET.fromstring(draw(plan, check(plan)))
    groups = [each for each in picture if each.tag.endswith("}g")]
    for number, group in enumerate(groups):
        ring, *dots = [each.attrib for each in group.iter() if each.tag.endswith("}circle")]
        row, column = divmod(number, MOST_COLUMNS)
        assert float(ring["cx"]) == pytest.approx(MARGIN + CELL_WIDTH * (column + 0.5), abs=0.1)
        assert float(ring["cy"]) == pytest.approx(HEAD + CELL_HEIGHT * (row + 0.5), abs=0.1)
        at = {(dot["cx"], dot["cy"]) for dot in dots}
        assert len(at) == 8
        for x, y in at:
            away = math.hypot(float(x) - float(ring["cx"]), float(y) - float(ring["cy"]))
            assert away == pytest.approx(RADIUS, abs=0.2)
        for path in (each.attrib for each in group.iter() if each.tag.endswith("}path")):
            x0, y0, x1, y1, x2, y2 = path["d"].replace("M", "").replace("Q", "").split()
            assert {(x0, y0), (x2, y2)} <= at
            assert (x0, y0) != (x2, y2)
            assert (x1, y1) == (ring["cx"], ring["cy"]), "drawn towards the middle"
    assert len(groups) == MOST_COLUMNS + 2


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "matching", *args],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def test_the_command_says_sound_or_what_is_wrong(sound: PlanFile, tmp_path: Path) -> None:
    good, bad, picture = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "rings.svg"
    good.write_bytes(write(sound))
    case = sound.rounds[0]
    assert case.plan is not None
    forged = replace(case, plan=replace(case.plan, score=case.plan.score + 1))
    bad.write_bytes(write(replace(sound, rounds=(forged, *sound.rounds[1:]))))
    passed = run("check", str(good), "--picture", str(picture))
    assert (passed.returncode, passed.stderr) == (0, "")
    assert "Sound" in passed.stdout
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    failed = run("check", str(bad), "--json")
    assert failed.returncode == 1
    assert json.loads(failed.stdout)[0]["problems"][0]["kind"] == "score"


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    missing = run("check", str(tmp_path / "nothing.json"))
    assert missing.returncode == 2
    assert missing.stderr.strip().endswith("No such file or directory")
    assert "Traceback" not in missing.stderr
