"""The lock files: every package pinned and hashed, no address, and in step with what asks for them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from server.setup.checkout import HERE
from tests.runner import sources

LOCKS = ("base", "dev", "node", "installer")
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)")
MARKERS = [
    {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.0", "sys_platform": "linux"}
    for minor in (11, 12, 13)
]


def blocks(lock: str) -> list[str]:
    """Return the lines of each requirement of a lock, joined."""
    text = HERE.lock(lock).read_text("utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [block for block in bare.replace("\\\n", " ").splitlines() if block.strip()]


def pins(lock: str) -> dict[str, set[str]]:
    """Return the pinned versions of each package: more than one where a marker tells them apart."""
    found: dict[str, set[str]] = {}
    for block in blocks(lock):
        match = PINNED.match(block)
        assert match, block
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def asked(lock: str) -> list[Requirement]:
    project = tomllib.loads((HERE.root / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    texts = project["project"]["dependencies"] if lock == "base" else groups[lock]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes_and_no_address(lock: str) -> None:
    assert blocks(lock)
    for block in blocks(lock):
        assert PINNED.match(block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
    assert "://" not in HERE.lock(lock).read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    held = pins(lock)
    for wanted in asked(lock):
        versions = held.get(canonicalize_name(wanted.name), set())
        assert versions, wanted
        assert all(version in wanted.specifier for version in versions), wanted


def test_the_development_lock_holds_the_base_lock_in_the_same_versions() -> None:
    dev = pins("dev")
    assert {name: dev.get(name) for name in pins("base")} == pins("base")


@pytest.mark.parametrize("marker", MARKERS, ids=lambda marker: str(marker["python_version"]))
def test_each_python_gets_one_version_of_each_package(marker: dict[str, str]) -> None:
    chosen: dict[str, str] = {}
    for block in blocks("dev"):
        wanted = Requirement(block.split("--hash")[0].strip())
        if wanted.marker is None or wanted.marker.evaluate(marker):
            assert wanted.name not in chosen, wanted.name
            chosen[wanted.name] = str(wanted.specifier)
    assert {canonicalize_name(one.name) for one in asked("base")} <= chosen.keys()


def test_the_front_end_lock_has_a_hash_for_each_package_and_no_address() -> None:
    packages = json.loads(HERE.package_lock.read_text("utf-8"))["packages"]
    asked_for = json.loads((HERE.static / "package.json").read_text("utf-8"))
    root = packages.pop("")
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
    for kind in ("dependencies", "devDependencies", "optionalDependencies"):
        assert root[kind] == asked_for[kind]
        for name, version in asked_for[kind].items():
            assert packages[f"node_modules/{name}"]["version"] == version


def test_the_source_rules_catch_a_long_file_an_address_and_a_machine_path(tmp_path: Path) -> None:
    texts = {
        "long.py": "x = 1\n" * (sources.MOST_LINES + 1),
        "address.md": "from https://" + "pypi" + ".org/simple",
        "path.toml": 'folder = "/' + 'work/main"',
        "good.py": "x = 1\n" * sources.MOST_LINES,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = list(sources.complaints(tmp_path, sorted(tmp_path.iterdir())))
    assert [line.split(":")[0] for line in found] == ["address.md", "long.py", "path.toml"]
