"""Rules for committed files that no linter has: their length, and what they may not name.

Rule: a file is one noun and fits in a head; the tree speaks of itself and of no machine.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_LINES = 400
CODE = {".py", ".js", ".css", ".sh"}
# A test file may be longer if its head says why, in a comment with these words.
REASON, HEAD = "long because", 800
# Written in pieces, so that this file does not name them either.
REGISTRIES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("registry", "npmjs"),
    ("deb", "debian", "org"),
)
MACHINE_PATH = r"(?<![\w./-])/(?:work|farm|root)/[\w.]"
FORBIDDEN = re.compile("|".join([*(r"\.".join(host) for host in REGISTRIES), MACHINE_PATH]))


def tracked(root: Path) -> list[Path]:
    """Return the files that are or would be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        named = (root / name for name in listed.stdout.split("\0") if name)
        return sorted(path for path in named if path.is_file())
    return sorted(_walk(root))


def complaints(root: Path, files: Iterable[Path]) -> Iterator[str]:
    """Yield one line for each break of the rules."""
    for path in files:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        name = path.relative_to(root)
        lines = text.count("\n")
        if path.suffix in CODE and lines > MOST_LINES and not _reasoned(name, text):
            yield f"{name}: {lines} lines, at most {MOST_LINES}"
        for number, line in enumerate(text.splitlines(), start=1):
            if FORBIDDEN.search(line):
                yield f"{name}:{number}: names a registry's address or a path of one machine"


def _reasoned(name: Path, text: str) -> bool:
    return name.parts[0] == "tests" and REASON in text[:HEAD].lower()


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") and path.name not in {".ci", ".gitignore"}:
            continue
        if path.is_dir() and path.name not in {"node_modules", "__pycache__"}:
            yield from _walk(path)
        elif path.is_file():
            yield path
