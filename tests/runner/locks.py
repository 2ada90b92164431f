"""Writes the lock files anew from pyproject.toml and static/package.json.

Rule: a lock names packages, versions and hashes, and no address to fetch them from.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from server.setup.checkout import HERE
from server.setup.steps import OFFLINE_ADVICE, StepFailed, Steps

OLDEST = "3.11"
COMPILE = ["--universal", "--generate-hashes", "--no-header", "--quiet", "--python-version", OLDEST]


def inputs(name: str) -> list[str]:
    """Return what one lock is made from; the development lock keeps to the base lock."""
    match name:
        case "base":
            return ["pyproject.toml"]
        case "dev":
            return ["pyproject.toml", "--group", "dev", "--constraint", "locks/base.lock"]
        case _:
            return ["--group", name]


def write(arguments: Sequence[str]) -> int:
    """Write every lock file; `--upgrade` takes newer versions where pyproject.toml leaves room."""
    steps = Steps(HERE.root)
    uv = str(HERE.venv / "bin" / "uv")
    options = [*COMPILE, *(["--upgrade"] if "--upgrade" in arguments else [])]
    try:
        for name in ("base", "dev", "node", "installer"):
            target = str(Path("locks") / f"{name}.lock")
            with steps.step(target):
                steps.run([uv, "pip", "compile", *inputs(name), *options, "-o", target])
        with steps.step("static/package-lock.json"):
            npm = shutil.which("npm") or "npm"
            steps.run([npm, "install", "--package-lock-only"], folder=HERE.static)
    except StepFailed as failed:
        print(f"{failed.command}\n{failed.last_lines()}")
        print(OFFLINE_ADVICE if failed.offline else "The lock files are as far as they got.")
        return 1
    return 0
