"""The program and its project file say the same version."""

from __future__ import annotations

import tomllib
from pathlib import Path

from server.cli import plain_options
from server.version import VERSION

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_version_is_that_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_only_plain_pairs_pass_by_the_parser() -> None:
    assert plain_options([]) == {}
    assert plain_options(["--port", "8400", "--log-format", "json"]) == {
        "port": "8400",
        "log_format": "json",
    }
    for odd in (["--port"], ["--help", "x"], ["--port=8400", "x"], ["8400", "--port"], ["-h"]):
        assert plain_options(odd) is None
