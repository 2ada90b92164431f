"""Remembers what is installed, so that a later start has nothing to do.

Rule: a stamp is written after the last file of what it speaks for, and removed before the first
one changes; an install that was cut short therefore leaves no stamp.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from server.setup.checkout import Checkout, Wants

NAME = ".tsunagari-stamp.json"


def digest(path: Path) -> str:
    """Return the hash of a lock file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def running_version() -> str:
    """Return the version that decides which binary packages fit, such as 3.11."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def read(folder: Path) -> dict[str, object]:
    """Return the stamp of a folder; empty where there is none or it is damaged."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(folder: Path, stamp: dict[str, object]) -> None:
    """Replace the stamp in one step: a reader sees the old one or the new one."""
    draft = folder / f"{NAME}.{os.getpid()}"
    draft.write_text(json.dumps(stamp, indent=1) + "\n", "utf-8")
    draft.replace(folder / NAME)


def remove(folder: Path) -> None:
    """Forget what is installed in a folder."""
    (folder / NAME).unlink(missing_ok=True)


def python_ready(checkout: Checkout, lock: str) -> bool:
    """Tell whether `.venv` holds what this lock asks for.

    Inside `.venv` the version is compared too: a system upgrade can put another Python behind it.
    """
    stamp = read(checkout.venv)
    if stamp.get(lock) != digest(checkout.lock(lock)):
        return False
    if inside(checkout) and stamp.get("python") != running_version():
        return False
    return os.access(checkout.python, os.X_OK)


def node_ready(checkout: Checkout) -> bool:
    """Tell whether the node of the locked package lies in `.venv`."""
    return read(checkout.venv).get("node") == digest(checkout.lock("node"))


def packages_ready(checkout: Checkout, *, dev: bool) -> bool:
    """Tell whether `static/node_modules` holds what its lock asks for."""
    stamp = read(checkout.node_modules)
    if stamp.get("packages") != digest(checkout.package_lock):
        return False
    return bool(stamp.get("dev")) or not dev


def ready(checkout: Checkout, wants: Wants) -> bool:
    """Tell whether a command can run as things stand; takes about a millisecond."""
    return python_ready(checkout, wants.lock) and packages_ready(checkout, dev=wants.dev_packages)


def inside(checkout: Checkout) -> bool:
    """Tell whether this very process runs in the checkout's `.venv`."""
    return Path(sys.prefix) == checkout.venv
