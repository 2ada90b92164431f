"""The test command itself: what it counts, what it forgives, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from server.setup.checkout import HERE
from tests.runner import command, suites, tools
from tests.runner.outcome import Outcome, exit_code, skip_or_fail, summary

CASES = """
import pytest

def test_good(): assert 1 + 1 == 2
def test_bad(): assert 1 + 1 == 3
def test_needs(): pytest.skip("needs Chromium: install it")
def test_platform(): pytest.skip("only where there is a Windows")

@pytest.mark.xfail(reason="needs nothing, is known")
def test_known(): assert False
"""
WHOLE_FILE = """
import pytest
pytest.skip("needs fonts: install them", allow_module_level=True)
"""


def counts(folder: Path, *options: str) -> dict[str, object]:
    """Run pytest with the plugin over two small files and return what it wrote."""
    (folder / "test_cases.py").write_text(CASES, "utf-8")
    (folder / "test_whole.py").write_text(WHOLE_FILE, "utf-8")
    result = folder / "result.json"
    base = [sys.executable, "-m", "pytest", "-q", "-p", "tests.runner.plugin", "-c", "/dev/null"]
    subprocess.run(
        [*base, f"--rootdir={folder}", f"--result-file={result}", *options, str(folder)],
        cwd=HERE.root,
        capture_output=True,
        check=False,
    )
    found: dict[str, object] = json.loads(result.read_text("utf-8"))
    return found


def test_a_plain_run_counts_and_tells_why_it_skipped(tmp_path: Path) -> None:
    assert counts(tmp_path) == {
        "passed": 2,
        "failed": 1,
        "skipped": 3,
        "reasons": [
            "needs Chromium: install it",
            "needs fonts: install them",
            "only where there is a Windows",
        ],
    }


@pytest.mark.parametrize("workers", [[], ["-n", "1"]], ids=["alone", "with a worker"])
def test_what_can_be_installed_is_no_excuse_where_it_is_required(
    tmp_path: Path, workers: list[str]
) -> None:
    found = counts(tmp_path, "--require-installable", *workers)
    assert (found["passed"], found["failed"], found["skipped"]) == (2, 3, 1)
    assert found["reasons"] == ["only where there is a Windows"]


def test_the_last_line_is_the_total_in_the_plain_form() -> None:
    outcomes = [Outcome("lint", passed=1), Outcome("e2e", passed=3, failed=1, skipped=2)]
    assert summary(outcomes).splitlines()[-1] == "4 passed, 1 failed, 2 skipped"
    assert summary([]).splitlines()[-1] == "0 passed, 0 failed, 0 skipped"


def test_a_run_is_good_only_if_something_passed_and_nothing_failed() -> None:
    good, bad, nothing = Outcome("a", passed=1), Outcome("b", passed=1, failed=1), Outcome("c")
    assert exit_code([good, nothing]) == 0
    assert exit_code([good, bad]) == 1
    assert exit_code([nothing]) == 1


def test_a_missing_tool_is_a_visible_skip_or_a_failure() -> None:
    skip = skip_or_fail("static", "needs node", required=False)
    assert "static: needs node" in summary([skip])
    assert (skip.skipped, skip.failed) == (1, 0)
    assert skip_or_fail("static", "needs node", required=True).failed == 1


def test_what_stands_after_two_dashes_goes_to_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, list[str]]] = []

    def note(name: str):
        def run(extra: list[str], *, required: bool) -> Outcome:
            seen.append((name, extra))
            return Outcome(name, passed=int(required))

        return run

    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(suites, "pure", note("pure"))
    monkeypatch.setattr(suites, "shell", note("shell"))
    assert command.main(["unit", "--", "-k", "mixer"]) == 0
    assert seen == [("pure", ["-k", "mixer"]), ("shell", ["-k", "mixer"])]


def test_an_unknown_bench_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["bench", "../runner/command"]) == command.UNKNOWN
    assert "no bench named" in capsys.readouterr().out


def test_every_folder_of_tests_belongs_to_one_suite() -> None:
    named = [*suites.PURE, *suites.BROWSER, *suites.NO_SUITE]
    assert len(named) == len(set(named))


def test_the_browser_named_in_the_environment_is_the_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    monkeypatch.setenv("TSUNAGARI_CHROMIUM", str(browser))
    assert tools.chromium() is None
    browser.touch(mode=0o755)
    assert tools.chromium() == browser
