"""The suites: Python by layers of cost (pure, shell, browser), then the browser's own modules in node.

Rule: a suite that ends without a word of its counts has failed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.runner import tools
from tests.runner.outcome import Outcome, skip_or_fail

TESTS = tools.ROOT / "tests"
PURE = ("architecture", "domain", "matching", "protocol")
BROWSER = ("e2e",)
NO_SUITE = ("bench", "runner", "static")
NO_TESTS_COLLECTED = 5
WORKERS = str(min(4, os.cpu_count() or 1))
COUNT = re.compile(r"^# (pass|fail|cancelled|skipped|todo) (\d+)$", re.MULTILINE)


def pure(extra: Sequence[str], *, required: bool) -> Outcome:
    """Run the tests of the pure places, on every core."""
    paths = [TESTS / name for name in PURE if _has_tests(TESTS / name)]
    return _pytest("unit", paths, ["-n", WORKERS, *extra], required=required)


def shell(extra: Sequence[str], *, required: bool) -> Outcome:
    """Run the tests of all that does I/O but opens no browser, file by file on every core."""
    others = {*PURE, *BROWSER, *NO_SUITE}
    paths = [p for p in sorted(TESTS.iterdir()) if p.name not in others and _has_tests(p)]
    tools.install_programs()
    by_file = ["-n", WORKERS, "--dist", "loadfile"]
    return _pytest("services", paths, [*by_file, *extra], required=required)


def browser(extra: Sequence[str], *, required: bool) -> Outcome:
    """Run the tests that drive Chromium, after trying to have one."""
    paths = [TESTS / name for name in BROWSER if _has_tests(TESTS / name)]
    if paths:
        tools.install_programs()
    return _pytest("e2e", paths, extra, required=required)


def static(*, required: bool) -> Outcome:
    """Run the tests of the browser's modules in node."""
    files = sorted((TESTS / "static").glob("*.test.js"))
    if not files:
        return Outcome("static")
    node, missing = tools.node_command()
    if node is None:
        return skip_or_fail("static", missing, required=required)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tap = Path(folder) / "tap"
        command: list[str | Path] = [node, "--test"]
        command += ["--test-reporter=spec", "--test-reporter-destination=stdout"]
        command += ["--test-reporter=tap", f"--test-reporter-destination={tap}"]
        done = subprocess.run([*command, *files], cwd=tools.ROOT, check=False)
        counts = {word: int(n) for word, n in COUNT.findall(tap.read_text("utf-8"))}
    failed = counts.get("fail", 0) + counts.get("cancelled", 0)
    return Outcome(
        "static",
        passed=counts.get("pass", 0),
        failed=failed or int(done.returncode != 0),
        skipped=counts.get("skipped", 0) + counts.get("todo", 0),
        seconds=time.perf_counter() - began,
    )


def _has_tests(path: Path) -> bool:
    if path.is_dir():
        return next(path.rglob("test_*.py"), None) is not None
    return path.name.startswith("test_") and path.suffix == ".py"


def _pytest(name: str, paths: Sequence[Path], extra: Sequence[str], *, required: bool) -> Outcome:
    if not paths:
        return Outcome(name)
    print(f"\n{name}", flush=True)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        options = ["--result-file", str(result), *(["--require-installable"] if required else [])]
        command = [tools.PYTHON, "-m", "pytest", *options, *extra, *map(str, paths)]
        done = subprocess.run(command, cwd=tools.ROOT, check=False)
        counts = json.loads(result.read_text("utf-8")) if result.exists() else {}
    failed = counts.get("failed", 0)
    if not failed and done.returncode not in (0, NO_TESTS_COLLECTED):
        failed = 1
    return Outcome(
        name,
        passed=counts.get("passed", 0),
        failed=failed,
        skipped=counts.get("skipped", 0),
        seconds=time.perf_counter() - began,
        notes=tuple(counts.get("reasons", ())),
    )
