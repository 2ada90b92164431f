"""The way in: finds out whether anything is missing, sets it up, goes on inside `.venv`.

Rule: a start that needs nothing reads three small files and does nothing else; what costs time
to import is imported only by a start that installs.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from server.setup import bytecode, stamp
from server.setup.checkout import HERE, WANTS, Checkout, Wants

OFF = "TSUNAGARI_NO_BOOTSTRAP"


def enter(module: str, arguments: Sequence[str], wants: str) -> int | None:
    """Return None when this process can go on, or the exit code of a set-up that failed.

    Does not return where the command must run in `.venv`: the process becomes that one.
    """
    if os.environ.get(OFF) or not HERE.lock("base").exists():
        return None
    code = ensure(HERE, WANTS[wants])
    if code is not None:
        return code
    bytecode.keep(HERE)
    if stamp.inside(HERE):
        return None
    python = str(HERE.python)
    return os.execv(python, [python, "-m", module, *arguments])  # noqa: S606 - our own interpreter


def ensure(checkout: Checkout, wants: Wants) -> int | None:
    """Install what is missing; return an exit code only if that failed."""
    if stamp.ready(checkout, wants):
        return None
    from server.setup import install

    return install.explained(checkout, wants)
