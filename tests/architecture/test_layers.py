"""The layer contracts catch what they are for: each slip is planted in a small tree and must be seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from server.setup.checkout import HERE
from tests.runner.checks import LAYERS

TREE = {
    "matching/__init__.py": "",
    "matching/pairs.py": "",
    "server/__init__.py": "",
    "server/__main__.py": "",
    "server/app.py": "from server.engines.storage import sqlite",
    "server/engines/__init__.py": "",
    "server/engines/storage/__init__.py": "",
    "server/engines/storage/sqlite.py": "",
    "server/engines/bus.py": "",
    "server/services/__init__.py": "",
    "server/services/rooms.py": "from server.domain import room",
    "server/services/events.py": "",
    "server/client/__init__.py": "",
    "server/client/line.py": "from server.protocol import client",
    "server/ports.py": "",
    "server/domain/__init__.py": "",
    "server/domain/room.py": "from server.protocol import client",
    "server/protocol/__init__.py": "",
    "server/protocol/client.py": "from server import ids",
    "server/errors.py": "",
    "server/ids.py": "",
    "server/setup/__init__.py": "",
}
SLIPS = {
    "asyncio in the domain": ("server/domain/room.py", "import asyncio", "the core is pure"),
    "a lazy clock in the domain": (
        "server/domain/room.py",
        "def now():\n    import time\n    return time",
        "the core is pure",
    ),
    "logging in the matcher": ("matching/pairs.py", "import logging", "the core is pure"),
    "the matcher knows the server": (
        "matching/pairs.py",
        "from server import ids",
        "matching knows no server",
    ),
    "a service picks an engine": (
        "server/services/rooms.py",
        "from server.engines import bus",
        "only the composition root picks engines",
    ),
    "an engine knows another": (
        "server/engines/bus.py",
        "from server.engines.storage import sqlite",
        "engines do not know each other",
    ),
    "the client looks behind the wire": (
        "server/client/line.py",
        "from server.domain import room",
        "the client knows only the wire",
    ),
    "an import upwards": (
        "server/domain/room.py",
        "from server.services import rooms",
        "folders follow the data flow",
    ),
    "a module that nobody placed": ("server/utils.py", "", "folders follow the data flow"),
    "siblings in a circle": (
        "server/services/events.py",
        "from server.services import rooms\n",
        "no cycles among siblings",
    ),
    "the set-up needs a package": (
        "server/setup/__init__.py",
        "import msgspec",
        "the set-up needs nothing installed",
    ),
}


def broken_contracts(folder: Path) -> list[str]:
    """Return the names of the contracts that a tree breaks."""
    command = [
        sys.executable,
        "-c",
        LAYERS,
        "--config",
        str(HERE.root / "pyproject.toml"),
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert any(line.startswith("Contracts:") for line in lines), done.stdout + done.stderr
    # A contract with exceptions says so after the word: "... BROKEN (1 ignored import)".
    return [line.split(" BROKEN")[0] for line in lines if " BROKEN" in line]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in TREE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")
    return tmp_path


def test_a_clean_tree_breaks_nothing(tree: Path) -> None:
    assert broken_contracts(tree) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_planted_slip_is_seen(tree: Path, slip: str) -> None:
    name, text, contract = SLIPS[slip]
    (tree / name).write_text(text + "\n", "utf-8")
    if "circle" in slip:
        (tree / "server/services/rooms.py").write_text(
            "from server.services import events\n", "utf-8"
        )
    assert contract in broken_contracts(tree)
