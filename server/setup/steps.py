"""Runs one step of the set-up, shows its time, and says what to do when it fails.

Rule: everything goes to stderr, so that a command's own output stays clean.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CANNOT = 2
INTERRUPTED = 130
LAST_LINES = 12
OFFLINE_SIGNS = (
    "name or service not known",
    "temporary failure in name resolution",
    "nodename nor servname",
    "failed to lookup address",
    "dns error",
    "network is unreachable",
    "no route to host",
    "connection refused",
    "error sending request",
    "failed to connect",
    "timed out",
    "enotfound",
    "eai_again",
    "etimedout",
    "econnrefused",
    "proxyerror",
)
OFFLINE_ADVICE = (
    "The package registry cannot be reached: connect this machine to the network "
    "(or set up your mirror or proxy for pip and npm) and start again."
)
DROPPED = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "VIRTUAL_ENV")
FORCED = {
    "PIP_USER": "0",
    "PIP_REQUIRE_VIRTUALENV": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_NO_PROGRESS": "1",
    "NO_COLOR": "1",
}


class Refused(Exception):
    """The set-up cannot go on; the text is one exact line that says what to do."""


class StepFailed(Exception):
    """A command of the set-up ended badly."""

    def __init__(self, command: Sequence[str], output: str) -> None:
        """Keep the command and all it said."""
        super().__init__(shlex.join(command))
        self.command = shlex.join(command)
        self.output = output

    @property
    def offline(self) -> bool:
        """Tell whether the output reads like a machine without a network."""
        said = self.output.lower()
        return any(sign in said for sign in OFFLINE_SIGNS)

    def last_lines(self) -> str:
        """Return the end of the output, where the cause usually stands."""
        lines = [line for line in self.output.splitlines() if line.strip()]
        return "\n".join(f"  | {line}" for line in lines[-LAST_LINES:])


@dataclass(slots=True)
class Steps:
    """Runs commands in the checkout; `inherited` are descriptors that the children keep open."""

    folder: Path
    inherited: tuple[int, ...] = ()
    extra_path: list[Path] = field(default_factory=list)

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Print one line for the step, with its time when it is done."""
        began = time.perf_counter()
        say(f"  {title} ...", end="")
        try:
            yield
        except BaseException:
            say(" failed")
            raise
        say(f" {time.perf_counter() - began:.1f} s")

    def run(self, command: Sequence[str], *, folder: Path | None = None) -> str:
        """Run a command to its end and return its output; raises StepFailed."""
        try:
            done = subprocess.run(
                list(command),
                cwd=folder or self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=self.inherited,
                check=False,
                text=True,
                errors="replace",
            )
        except OSError as reason:
            raise StepFailed(command, str(reason)) from reason
        if done.returncode:
            raise StepFailed(command, done.stdout)
        return done.stdout

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in DROPPED}
        path = [*map(str, self.extra_path), kept.get("PATH", os.defpath)]
        return {**kept, **FORCED, "PATH": os.pathsep.join(path)}


def say(line: str, *, end: str = "\n") -> None:
    """Tell the person who waits."""
    sys.stderr.write(line + end)
    sys.stderr.flush()
