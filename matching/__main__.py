"""`python3 -m matching check plan.json`: redo and judge a plan, show who sat where.

The only file of the package that reads or writes anything. Exit code 0: sound; 1: something is
wrong with the plan; 2: the command or the file cannot be used.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.check import Checked

AGAIN = "TSUNAGARI_MATCHING_AGAIN"
UNUSABLE = 2


def main(argv: Sequence[str]) -> int:
    """Run one command; return the exit code."""
    options = _parser().parse_args(argv)
    from matching.check import check
    from matching.picture import draw
    from matching.plan_file import BadPlanFile, read

    try:
        with open(options.plan, "rb") as source:
            plan = read(source.read())
        checked = check(plan)
        if options.picture:
            with open(options.picture, "w", encoding="utf-8") as target:
                target.write(draw(plan, checked))
    except BadPlanFile as wrong:
        return _unusable(f"{options.plan}: {wrong}")
    except OSError as wrong:
        return _unusable(f"{wrong.filename}: {wrong.strerror}")
    lines = [json.dumps([asdict(each) for each in checked])] if options.json else table(checked)
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(each.problems for each in checked))


def table(checked: Sequence[Checked]) -> list[str]:
    """Return a line for each round, then what is wrong, then the verdict."""
    lines = [
        f"{'round':>5} {'people':>6} {'rooms':>5} {'sit out':>7} {'again':>5} {'of the bound':>12}"
    ]
    for each in checked:
        share = "-" if each.share is None else f"{100 * each.share:.2f} %"
        lines.append(
            f"{each.round:>5} {each.people:>6} {each.rooms:>5} {each.benched:>7} "
            f"{each.repeats:>5} {share:>12}"
        )
    wrong = [(each.round, problem) for each in checked for problem in each.problems]
    lines += [f"round {number}: {problem.kind}: {problem.detail}" for number, problem in wrong]
    lines.append(
        f"{len(wrong)} things are wrong."
        if wrong
        else "Sound: every rule holds, and the plan is what these people, rules and seeds give."
    )
    return lines


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m matching", description="Check plans of who met whom."
    )
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("check", help="redo a plan and hold it against every rule")
    one.add_argument("plan", help="a plan file, as `python3 -m server event plans` writes it")
    one.add_argument("--json", action="store_true", help="print the findings as JSON")
    one.add_argument("--picture", metavar="FILE.svg", help="draw who sat where")
    return parser


def _unusable(why: str) -> int:
    sys.stderr.write(why + "\n")
    return UNUSABLE


def _ready() -> bool:
    """Whether the packages are there; a checkout that is set up lends its own interpreter."""
    try:
        import msgspec
        import numpy  # noqa: F401
    except ImportError:
        own = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".venv")
        python = os.path.join(own, "bin", "python")
        if not os.environ.get(AGAIN) and os.access(python, os.X_OK):
            os.environ[AGAIN] = "1"
            os.execv(python, [python, "-m", "matching", *sys.argv[1:]])  # noqa: S606 - our own .venv
        return False
    return bool(msgspec)


if __name__ == "__main__":
    if not _ready():
        sys.exit(
            _unusable("needs numpy, scipy and msgspec: run `python3 -m tests check` once here")
        )
    sys.exit(main(sys.argv[1:]))
