"""Breaks lines of `matching/` one at a time and counts how many the tests notice.

`python3 -m tests bench mutants 160 --kept FILE` draws that many of all possible breaks (--seed), tries
each in a copy of the tree, and prints JSON with those that nobody noticed. What was tried is kept in
the file, so that a run stopped by --minutes goes on where it was; with `--only` some files are tried.

Against each break only those tests run that call the function it is in (found out once, by a run of
all tests), the quickest first, until they took half a minute together: so a break may count as unnoticed
that a slow test would have found, never the other way round.
Breaks: a comparison, sum, product, `and`/`or` turned round, a `not` dropped, a number moved by one, a
constant of True and False swapped. Left out is what changes no answer: data files of the taxonomy,
numbers of tuning at the head of a module, `strict=` and the words of a dataclass.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench import mutants_seen

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 30.0
"""Of tests against one break."""
PATIENCE = 3
"""A break that makes tests take so many times as long is noticed; by processor time, on a busy machine."""
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

    def visit_Module(self, node: ast.Module) -> ast.AST:
        tuning = (ast.Assign, ast.AnnAssign)
        node.body = [each if isinstance(each, tuning) else self.visit(each) for each in node.body]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(each) for each in node.body]
        return node

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        return node if node.arg == "strict" else self.generic_visit(node)

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


def try_out(broken: Break, tree: Path, seen: mutants_seen.Seen) -> dict[str, Any]:
    """What became of one break. `tree` is a copy of the project's own."""
    path = tree / broken.file
    source = path.read_text("utf-8")
    breaker = _Breaker(broken.place)
    changed = ast.fix_missing_locations(breaker.visit(ast.parse(source)))
    tests = seen.tests(broken.file, breaker.line, MOST_SECONDS)
    path.write_text(ast.unparse(changed), "utf-8")
    try:
        noticed = bool(tests) and _noticed(tests, tree)
    finally:
        path.write_text(source, "utf-8")
    return {
        "file": broken.file,
        "place": broken.place,
        "line": breaker.line,
        "what": breaker.what,
        "tests": len(tests),
        "noticed": noticed,
    }


def _noticed(tests: Sequence[str], tree: Path) -> bool:
    most = round(MOST_SECONDS * PATIENCE)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider"]
    done = subprocess.run(
        ["prlimit", f"--cpu={most}", *command, *tests],
        cwd=tree,
        env=mutants_seen.quiet(),
        capture_output=True,
        check=False,
    )
    return done.returncode != 0


def _arguments() -> argparse.Namespace:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("most", type=int, nargs="?", default=100)
    told.add_argument("--seed", type=int, default=0)
    told.add_argument("--kept", type=Path, default=None)
    told.add_argument("--minutes", type=float, default=float("inf"))
    told.add_argument("--only", nargs="*", default=[])
    return told.parse_args()


def main() -> int:
    """Draw, break, count."""
    asked = _arguments()
    until = time.monotonic() + asked.minutes * 60
    everything = [b for b in all_breaks() if not asked.only or b.file in asked.only]
    drawn = random.Random(asked.seed).sample(everything, min(asked.most, len(everything)))
    kept: list[dict[str, Any]] = []
    if asked.kept and asked.kept.exists():
        kept = json.loads(asked.kept.read_text("utf-8"))
    known = {(each["file"], each["place"]) for each in kept}
    left = [each for each in drawn if (each.file, each.place) not in known]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        trees = [_copied(Path(folder) / str(half)) for half in (0, 1)]
        seen = mutants_seen.look(trees[0], asked.kept)
        work = partial(_several, seen=seen, until=until)
        halves = pool.map(work, (left[0::2], left[1::2]), trees)
        kept += [each for half in halves for each in half]
    if asked.kept:
        asked.kept.write_text(json.dumps(kept, indent=1), "utf-8")
    json.dump(_report(len(everything), kept), sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def _report(possible: int, tried: Sequence[dict[str, Any]]) -> dict[str, Any]:
    unnoticed = [each for each in tried if not each["noticed"]]
    return {
        "possible": possible,
        "tried": len(tried),
        "noticed": len(tried) - len(unnoticed),
        "share": round(1 - len(unnoticed) / max(len(tried), 1), 4),
        "unnoticed": unnoticed,
    }


def _copied(tree: Path) -> Path:
    for part in ("matching", "tests/matching"):
        shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "tests/__init__.py"):
        shutil.copy(ROOT / part, tree / part)
    (tree / "server").symlink_to(ROOT / "server")
    (tree / "static").symlink_to(ROOT / "static")
    return tree


def _several(
    breaks: Sequence[Break], tree: Path, *, seen: mutants_seen.Seen, until: float
) -> list[dict[str, Any]]:
    found = []
    for each in breaks:
        if time.monotonic() > until:
            break
        found.append(try_out(each, tree, seen))
    return found


if __name__ == "__main__":
    raise SystemExit(main())
