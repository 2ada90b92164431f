"""What the test command asks of pytest: counts in a file, and no excuse for what can be installed.

A skip whose reason begins with `needs ` misses something installable (browser, fonts, node). With
--require-installable it is a failure, so that a machine that runs everything says so honestly.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

NEEDS = "needs "
PASSED = ("passed", "xpassed", "xfailed")
FAILED = ("failed", "error")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two options of the test command."""
    group = parser.getgroup("tsunagari")
    group.addoption(
        "--require-installable",
        action="store_true",
        help="fail where a test would be skipped for want of something installable",
    )
    group.addoption("--result-file", metavar="FILE", help="write the counts here as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Let a file that may not be skipped fail alone, without ending the run."""
    if config.getoption("--require-installable"):
        config.option.continue_on_collection_errors = True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a test's skip into a failure where its reason is no excuse."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _refuse_excuse(item.config, report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a whole file's skip into a failure in the same way."""
    report = yield
    _refuse_excuse(collector.config, report)
    return report


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Write the counts for the test command."""
    target = config.getoption("--result-file")
    if not target:
        return
    stats = terminalreporter.stats
    skips = stats.get("skipped", [])
    counts = {
        "passed": sum(len(stats.get(word, ())) for word in PASSED),
        "failed": sum(len(stats.get(word, ())) for word in FAILED),
        "skipped": len(skips),
        "reasons": sorted({_reason(skip) for skip in skips}),
    }
    Path(target).write_text(json.dumps(counts), "utf-8")


def _refuse_excuse(config: pytest.Config, report: pytest.TestReport | pytest.CollectReport) -> None:
    if not report.skipped or not config.getoption("--require-installable"):
        return
    reason = _reason(report)
    if reason.startswith(NEEDS):
        report.outcome = "failed"
        report.longrepr = f"skipped though it can be installed: {reason}"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    where = report.longrepr
    text = where[2] if isinstance(where, tuple) else str(where)
    return text.removeprefix("Skipped: ")
