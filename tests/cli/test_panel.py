"""The start-up panel, to a terminal and to a file."""

from __future__ import annotations

import io

import pytest
from typing_extensions import override

from server.config import load
from server.panel import Started, qr, show

DOOR = (
    "http://localhost:8300/o/6b05ed1d.WqVE1RV-h7-db3TG.FJctNxm3ZcLAjOtk_HQz138edG-F0rU_7Ra_E18LkpU"
)


class Terminal(io.StringIO):
    @override
    def isatty(self) -> bool:
        return True


def printed(out: io.StringIO, **options: str) -> str:
    show(Started(load(options, {}), DOOR, 1.24), out)
    return out.getvalue()


def test_a_file_gets_plain_lines() -> None:
    text = printed(io.StringIO())
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["open"] == "http://localhost:8300"
    assert lines["owner"] == DOOR
    assert lines["try it alone"] == "python3 -m server demo"
    assert lines["data"].endswith("/data")
    assert "\x1b" not in text


@pytest.mark.parametrize("width", ["50", "80", "140"])
def test_a_terminal_gets_the_same_and_a_whole_link(
    width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(Terminal())
    assert DOOR in text.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert "localhost:8300" in text
    assert "python3 -m server demo" in text.replace("\n", " ")
    assert ("▀▀▀▀▀▀▀" in text) == (int(width) >= 80)


def test_other_machines_need_https_and_are_told_how() -> None:
    text = printed(io.StringIO(), host="0.0.0.0")
    assert "camera" in text
    assert "docker compose up" in text
    assert "--public-url" in text
    assert "camera" not in printed(io.StringIO())
    public = printed(io.StringIO(), host="0.0.0.0", public_url="https://mixer.example")
    assert "camera" not in public
    assert "open: https://mixer.example" in public


def test_the_code_is_a_square_that_reads_back() -> None:
    lines = qr("https://mixer.example.ac.jp").split("\n")
    assert len({len(line) for line in lines}) == 1
    assert abs(2 * len(lines) - len(lines[0])) <= 1
    assert lines[1].strip().startswith("█▀▀▀▀▀█")
    assert set("".join(lines)) == set(" ▀▄█")
