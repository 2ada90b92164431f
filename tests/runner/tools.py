"""The programs that tests start: this Python, node, biome, Chromium, Firefox, coturn.

Rule: a thing that can be installed is looked for, then installed if that is allowed, and only then
missed; the text of a miss begins with `needs `.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from server.setup import front_end
from server.setup.checkout import HERE
from server.setup.gate import alone
from server.setup.steps import Refused, StepFailed, Steps

ROOT = HERE.root
PYTHON = sys.executable
OLDEST_NODE = 20
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX_NAMES = ("firefox-esr", "firefox")
RELAY_NAME = "turnserver"
NEEDS_CHROMIUM = "needs Chromium: install it or name it in TSUNAGARI_CHROMIUM"
NEEDS_FIREFOX = "needs Firefox: apt-get install firefox-esr"
NEEDS_RELAY = "needs coturn: apt-get install coturn"
NEEDS_FONT = "needs a Japanese font: apt-get install fonts-ipafont-gothic"


def node() -> Path:
    """Return a node new enough for the tests, installing the locked one if there is none.

    Raises StepFailed or Refused where it cannot be had.
    """
    found = shutil.which("node")
    if found and _node_version(found) >= OLDEST_NODE:
        return Path(found)
    with alone(HERE.gate, lambda: None) as descriptor:
        return front_end.own_node(HERE, Steps(ROOT, inherited=(descriptor,)))


def node_command() -> tuple[Path | None, str]:
    """Return the node, or None and the reason."""
    try:
        return node(), ""
    except (StepFailed, Refused) as reason:
        return None, f"needs node {OLDEST_NODE} or newer: {reason}"


def biome() -> Path | None:
    """Return the formatter and linter of the front end; there is one for Linux only."""
    kind = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}.get(platform.machine(), "none")
    found = HERE.node_modules / "@biomejs" / f"cli-{kind}" / "biome"
    return found if found.exists() else None


def chromium() -> Path | None:
    """Return the browser that tests drive, or None."""
    named = os.environ.get("TSUNAGARI_CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def japanese_font() -> bool:
    """Tell whether a screenshot shows Japanese and not boxes."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def install_programs() -> None:
    """Install what tests drive and is missing, where this is root on Debian."""
    wanted = [
        package
        for package, there in (
            ("chromium", chromium()),
            ("fonts-ipafont-gothic", japanese_font()),
            ("firefox-esr", any(map(shutil.which, FIREFOX_NAMES))),
            ("coturn", shutil.which(RELAY_NAME)),
        )
        if not there
    ]
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    steps = Steps(ROOT)
    with contextlib.suppress(StepFailed), steps.step("Debian's list of packages"):
        steps.run(["apt-get", "update"])
    for package in ("fontconfig", *wanted):
        # Each by itself: one that cannot be had keeps none of the others out.
        try:
            with steps.step(f"Debian package {package}"):
                steps.run(["apt-get", "install", "-y", "--no-install-recommends", package])
        except StepFailed as failed:
            print(failed.last_lines())


def _node_version(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    major = said.stdout.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdigit() else 0
