"""The command line of `python3 -m tests`.

Rule: the last line is always the totals over everything that ran.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
from collections.abc import Sequence

from tests.runner import checks, locks, suites, tools
from tests.runner.outcome import Outcome, exit_code, summary

EXAMPLES = """\
python3 -m tests                      everything
python3 -m tests check                only the fast checks
python3 -m tests unit -- -k mixer     Python without a browser; after -- for pytest
python3 -m tests e2e                  the tests that drive Chromium
python3 -m tests static               the browser's modules in node
python3 -m tests bench NAME ARGS      run tests/bench/NAME.py, which prints JSON
python3 -m tests generate             write the generated files
python3 -m tests lock [--upgrade]     write the lock files anew
CI=true turns skips of installable things into failures."""
INTERRUPTED = 130
UNKNOWN = 2


def main(arguments: list[str]) -> int:
    """Run what was asked for and return the exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["bench", name, *rest]:
            return _bench(name, rest)
        case ["generate", *rest]:
            return _module("tests.generate", rest)
        case ["lock", *rest]:
            return locks.write(rest)
        case _:
            return _tests(arguments)


def _tests(arguments: list[str]) -> int:
    ours, extra = _split(arguments)
    what = _parser().parse_args(ours).what
    outcomes = _outcomes(what, extra, required=os.environ.get("CI") == "true")
    print(summary(outcomes), flush=True)
    return exit_code(outcomes)


def _outcomes(what: str, extra: Sequence[str], *, required: bool) -> list[Outcome]:
    outcomes: list[Outcome] = []
    if what in ("all", "check"):
        outcomes += checks.run(required=required)
    if what in ("all", "unit"):
        outcomes.append(suites.pure(extra, required=required))
        outcomes.append(suites.shell(extra, required=required))
    if what in ("all", "e2e"):
        outcomes.append(suites.browser(extra, required=required))
    if what in ("all", "static"):
        outcomes.append(suites.static(required=required))
    return outcomes


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m tests",
        description="Run the checks and tests of Tsunagari.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    choices = ("all", "check", "unit", "e2e", "static")
    parser.add_argument("what", nargs="?", default="all", choices=choices)
    return parser


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _bench(name: str, rest: Sequence[str]) -> int:
    folder = tools.ROOT / "tests" / "bench"
    if not re.fullmatch(r"\w+", name) or not (folder / f"{name}.py").exists():
        known = sorted(path.stem for path in folder.glob("[a-z]*.py"))
        print(f"There is no bench named {name}. There are: {', '.join(known) or 'none'}")
        return UNKNOWN
    return _module(f"tests.bench.{name}", rest)


def _module(name: str, rest: Sequence[str]) -> int:
    command = [tools.PYTHON, "-m", name, *rest]
    return subprocess.run(command, cwd=tools.ROOT, check=False).returncode
