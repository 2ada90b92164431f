"""What is fetched late is fetched whole, whichever threads ask for it at once."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("engines", "robots", "services", "sessions", "web")
OURS = ("matching", "server")
SAME_DOOR = "server.engines.sqlite.database"
"""Fetched by each lane of the store through this one door, before anything else is."""

# Each enters the matcher's package by a door of its own, as a first visitor might bring about.
DOORS = """
import sys, threading
from server import app
from server.engines.sqlite.tables import Redoable
from server.services import drafts, hub, solver
from server.web import suggest

def evening():
    try:
        hub.Hub(None)._start("x")
    except RuntimeError as error:
        assert "not running" in str(error), error

def encode():
    Redoable().process_bind_param(None, None)

def groups():
    drafts.plan_of({"room_size": 4, "must_have": ["townsperson"]})

def quietly(door):
    try:
        door()
    except TypeError as error:  # None is no round; by then everything was fetched
        assert "dataclass" in str(error), error

wrong, together = [], threading.Barrier(5)
threading.excepthook = lambda given: wrong.append(repr(given.exc_value))

def enter(door):
    together.wait()
    quietly(door)

doors = (
    evening, encode, groups,
    lambda: suggest.topics_for("onsen", "en"),
    lambda: app._fetch("text", lambda: None),
)
threads = [threading.Thread(target=enter, args=(door,)) for door in doors]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(wrong)
sys.exit(bool(wrong))
"""


def test_threads_that_enter_by_different_doors_all_get_whole_modules() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", DOORS], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def late_imports(tree: ast.Module) -> set[ast.ImportFrom]:
    inside = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    found = {each for body in inside for each in ast.walk(body) if isinstance(each, ast.ImportFrom)}
    return {each for each in found if (each.module or "").split(".")[0] in OURS}


def guarded(tree: ast.Module) -> set[ast.AST]:
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        and any(ast.unparse(item.context_expr) == "late.ONE_AT_A_TIME" for item in node.items)
        for inner in ast.walk(node)
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_late_import_takes_its_turn(folder: str) -> None:
    free = []
    for path in sorted((ROOT / "server" / folder).rglob("*.py")):
        tree = ast.parse(path.read_text())
        turns = guarded(tree)
        free += [
            f"{path.relative_to(ROOT)}:{each.lineno}"
            for each in late_imports(tree)
            if each not in turns and each.module != SAME_DOOR
        ]
    assert free == []
