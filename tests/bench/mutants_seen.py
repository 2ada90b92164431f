"""Which tests call which functions of `matching/`, and how long each takes: a run that is watched.

Loaded by pytest as a plugin (`-p tests.bench.mutants_seen`) it writes what it saw to the file named in
TSUNAGARI_SEEN; `look` starts such a run, or takes what an earlier one has written.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

FILE = "TSUNAGARI_SEEN"
MODULE = 0
"""The line that stands for whatever is outside of functions."""
QUIET = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def quiet() -> dict[str, str]:
    """The environment of a run: one thread per matrix product."""
    return {**os.environ, **QUIET}


@dataclass(frozen=True)
class Seen:
    """By test its seconds and the functions it calls, as file and first line."""

    seconds: dict[str, float]
    called: dict[str, frozenset[tuple[str, int]]]
    tree: Path

    def tests(self, file: str, line: int, most: float) -> list[str]:
        """The tests that call the function around a line, the quickest first, within so many seconds."""
        start = self._function(file, line)
        some = [
            test
            for test, called in self.called.items()
            if (file, start) in called or (start == MODULE and any(f == file for f, _ in called))
        ]
        chosen: list[str] = []
        total = 0.0
        for test in sorted(some, key=lambda each: self.seconds[each]):
            total += self.seconds[test]
            if chosen and total > most:
                break
            chosen.append(test)
        return chosen

    def _function(self, file: str, line: int) -> int:
        """The first line of the innermost function around a line."""
        found = MODULE
        for node in ast.walk(ast.parse((self.tree / file).read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line:
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                if line <= (node.end_lineno or line):
                    found = max(found, first)
        return found


def look(tree: Path, beside: Path | None) -> Seen:
    """What all tests of a tree call; kept beside a file of results, where there is one."""
    kept = None if beside is None else beside.with_suffix(".seen.json")
    out = kept or tree / "seen.json"
    if not out.exists():
        command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "tests.bench.mutants_seen"]
        bench = Path(__file__).resolve().parents[2]
        environment = {**quiet(), FILE: str(out), "PYTHONPATH": str(bench)}
        subprocess.run(
            [*command, "-p", "no:cacheprovider", "tests/matching"],
            cwd=bench,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    told = json.loads(out.read_text("utf-8"))
    return Seen(
        {test: each["seconds"] for test, each in told.items()},
        {test: frozenset((f, n) for f, n in each["called"]) for test, each in told.items()},
        tree,
    )


_SEEN: dict[str, dict[str, object]] = {}
_ROOT = str(Path.cwd()) + os.sep
_OURS = os.path.join(_ROOT, "matching", "")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Watch one test, its fixtures included."""
    called: set[tuple[str, int]] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> None:
        code = frame.f_code
        if code.co_filename.startswith(_OURS):
            called.add((code.co_filename.removeprefix(_ROOT), code.co_firstlineno))

    started = time.process_time()
    sys.settrace(note)
    threading.settrace(note)
    yield
    sys.settrace(None)
    threading.settrace(None)
    took = time.process_time() - started
    _SEEN[item.nodeid] = {"seconds": round(took, 3), "called": sorted(called)}


def pytest_sessionfinish() -> None:
    """Write down what was seen."""
    if FILE in os.environ:
        Path(os.environ[FILE]).write_text(json.dumps(_SEEN), "utf-8")
