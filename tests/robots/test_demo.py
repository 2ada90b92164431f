"""The demonstration: one evening without a browser, measured; and what its exit code says."""

from __future__ import annotations

import json

import msgspec
import pytest

from server import demo
from server.config import Settings
from server.errors import Unavailable
from server.protocol.parts import Plan
from server.robots.report import Report, report
from server.web.serving import listen

SHORT = Plan(
    rounds=1,
    round_seconds=5,
    wrap_seconds=0.3,
    break_seconds=1,
    propose_seconds=0.2,
    notice_seconds=0.2,
)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "PLAN", SHORT)


def test_one_evening_prints_its_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.run(Settings(), 8, 1, once=True, as_json=True) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {field.name for field in msgspec.structs.fields(Report)}
    assert (said["people"], said["rounds"], said["violations"]) == (8, 1, [])
    assert said["rooms"] >= 1


def test_a_broken_rule_makes_it_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def planted(robots, rounds):
        robots[0].witness.violations.append("planted")
        return report(robots, rounds)

    monkeypatch.setattr(demo, "report", planted)
    assert demo.run(Settings(), 2, 1, once=True, as_json=False) == 1
    assert "planted" in capsys.readouterr().out


def test_a_port_that_is_taken_is_said_plainly() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Unavailable, match=str(port)):
            demo.run(Settings(port=port), 2, 1, once=False, as_json=False)
