"""Keeps compiled modules in `.venv`, whatever the machine says about writing them beside the sources.

Rule: nothing is written into the folders of the sources. Python itself checks each file against the
time and size of its source, so a change is never missed. (Where the environment forbids bytecode, as
containers often do, compiling four hundred modules took two thirds of every start.)
"""

from __future__ import annotations

import os
import sys

from server.setup.checkout import Checkout

KEEP_IN = "PYTHONPYCACHEPREFIX"
KEEP_NONE = "PYTHONDONTWRITEBYTECODE"


def keep(checkout: Checkout) -> None:
    """Have this process and those that it starts read compiled modules from `.venv`, and put them there."""
    folder = str(checkout.venv / "bytecode")
    os.environ[KEEP_IN] = sys.pycache_prefix = folder
    os.environ.pop(KEEP_NONE, None)
    sys.dont_write_bytecode = False
