"""The fast checks: format, lint, types, layers, sizes, generated files. Each counts as one test.

Rule: they only look; none of them changes a file.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from server.setup.checkout import HERE
from tests.runner import sources, tools
from tests.runner.outcome import Outcome, skip_or_fail

LAYERS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
GENERATED = (("-m", "tests.generate", "--check"),)
AT_ONCE = max(2, os.cpu_count() or 2)


@dataclass(frozen=True, slots=True)
class Said:
    """What one check printed, and whether it was content."""

    good: bool
    text: str
    missing: str = ""


def run(*, required: bool) -> list[Outcome]:
    """Run every check, some at once, print what the failed ones say, and return the outcomes."""
    print("Fast checks")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        running = [pool.submit(_timed, name, check) for name, check in _checks()]
        results = [one.result() for one in running]
    return [_outcome(name, said, seconds, required=required) for name, said, seconds in results]


def _checks() -> list[tuple[str, Callable[[], Said]]]:
    # The longest first, so that the short ones fill the other core.
    python = partial(partial, _python)
    return [
        ("types", python("-m", "mypy", "--no-error-summary")),
        ("layers", _layers),
        ("script types", _script_types),
        ("format", python("-m", "ruff", "format", "--diff", "--quiet", ".")),
        ("lint", python("-m", "ruff", "check", "--quiet", "--output-format=concise", ".")),
        ("script lint", _script_lint),
        ("sources", _sources),
        *((f"generated {index}", python(*how)) for index, how in enumerate(GENERATED, start=1)),
    ]


def _timed(name: str, check: Callable[[], Said]) -> tuple[str, Said, float]:
    began = time.perf_counter()
    return name, check(), time.perf_counter() - began


def _outcome(name: str, said: Said, seconds: float, *, required: bool) -> Outcome:
    if said.missing:
        return skip_or_fail(name, said.missing, required=required)
    if not said.good:
        print(f"\n{name}:\n{said.text.rstrip()}")
    return Outcome(name, passed=int(said.good), failed=int(not said.good), seconds=seconds)


def _command(*command: str | Path, folder: Path = tools.ROOT) -> Said:
    done = subprocess.run(
        list(command),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Said(good=done.returncode == 0, text=done.stdout)


def _python(*arguments: str) -> Said:
    return _command(tools.PYTHON, *arguments)


def _layers() -> Said:
    said = _python("-c", LAYERS)
    return Said(said.good, said.text.split("Broken contracts\n")[-1])


def _script_types() -> Said:
    node, missing = tools.node_command()
    if node is None:
        return Said(good=False, text="", missing=missing)
    return _command(node, "static/node_modules/typescript/bin/tsc", "--project", "static")


def _script_lint() -> Said:
    biome = tools.biome()
    if biome is None:
        return Said(good=False, text="", missing="needs biome: there is none for this platform")
    return _command(biome, "ci", "--colors=off", ".", "../tests/static", folder=HERE.static)


def _sources() -> Said:
    found = list(sources.complaints(tools.ROOT, sources.tracked(tools.ROOT)))
    return Said(good=not found, text="\n".join(found))
