"""Breaks lines of `matching/` one at a time and counts how many the tests notice.

`python3 -m tests bench mutants 100` draws that many of all possible breaks (the seed may follow), runs
tests/matching against each in a copy of the tree, and prints JSON with those that nobody noticed.
Breaks: a comparison, sum, product, `and`/`or` turned round, a `not` dropped, a number moved by one, a
constant of True and False swapped. Data files of the taxonomy are left out.
"""

from __future__ import annotations

import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 600
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


@dataclass(frozen=True)
class Break:
    """One way to break one file: the so-many-th place where it can be."""

    file: str
    place: int


class _Breaker(ast.NodeTransformer):
    """Counts the places of a module, and breaks one of them."""

    def __init__(self, place: int = -1) -> None:
        self.place = place
        self.count = 0
        self.line = 0
        self.what = ""

    def _hit(self, line: int, what: str) -> bool:
        self.count += 1
        if self.count - 1 != self.place:
            return False
        self.line, self.what = line, what
        return True

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        kind = SWAPS.get(type(node.ops[0]))
        if kind and self._hit(node.lineno, f"{type(node.ops[0]).__name__} -> {kind.__name__}"):
            node.ops[0] = kind()  # type: ignore[call-overload]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        kind = SWAPS.get(type(node.op))
        if kind and self._hit(node.lineno, f"{type(node.op).__name__} -> {kind.__name__}"):
            node.op = kind()  # type: ignore[assignment]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        kind = SWAPS[type(node.op)]
        if self._hit(node.lineno, f"{type(node.op).__name__} -> {kind.__name__}"):
            node.op = kind()  # type: ignore[assignment]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        drops = isinstance(node.op, ast.Not | ast.Invert)
        return node.operand if drops and self._hit(node.lineno, "not dropped") else node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            if self._hit(node.lineno, f"{node.value} swapped"):
                return ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int) and self._hit(node.lineno, f"{node.value} + 1"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        return node


def all_breaks() -> Iterator[Break]:
    """Every break there is."""
    for path in sorted((ROOT / "matching").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if "/topics/" in name or name.endswith("__main__.py"):
            continue
        counter = _Breaker()
        counter.visit(ast.parse(path.read_text("utf-8")))
        yield from (Break(name, place) for place in range(counter.count))


def survives(broken: Break, tree: Path) -> dict[str, object] | None:
    """What nobody noticed; None if a test did. `tree` is a copy of the project's own."""
    path = tree / broken.file
    source = path.read_text("utf-8")
    breaker = _Breaker(broken.place)
    path.write_text(
        ast.unparse(ast.fix_missing_locations(breaker.visit(ast.parse(source)))), "utf-8"
    )
    try:
        return (
            None
            if _noticed(broken, tree)
            else {
                "file": broken.file,
                "line": breaker.line,
                "what": breaker.what,
            }
        )
    finally:
        path.write_text(source, "utf-8")


def _noticed(broken: Break, tree: Path) -> bool:
    stem = Path(broken.file).stem
    tests = sorted(
        (tree / "tests" / "matching").glob("test_*.py"), key=lambda each: stem not in each.stem
    )
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            [*command, *map(str, tests)],
            cwd=tree,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    """Draw, break, count."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    everything = list(all_breaks())
    drawn = draw.sample(everything, min(most, len(everything)))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        halves = [
            pool.submit(_several, drawn[start::2], Path(folder) / str(start)) for start in (0, 1)
        ]
        left = [each for half in halves for each in half.result()]
    report = {
        "possible": len(everything),
        "tried": len(drawn),
        "noticed": len(drawn) - len(left),
        "share": round(1 - len(left) / len(drawn), 4),
        "unnoticed": left,
    }
    json.dump(report, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def _several(breaks: list[Break], tree: Path) -> list[dict[str, object]]:
    for part in ("matching", "tests/matching"):
        shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "tests/__init__.py"):
        shutil.copy(ROOT / part, tree / part)
    (tree / "server").symlink_to(ROOT / "server")
    (tree / "static").symlink_to(ROOT / "static")
    found = (survives(each, tree) for each in breaks)
    return [each for each in found if each is not None]


if __name__ == "__main__":
    raise SystemExit(main())
