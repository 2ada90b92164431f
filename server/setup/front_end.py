"""Installs the pinned front-end packages into `static/node_modules`.

Rule: npm checks each package against the hash in package-lock.json and runs no package's scripts.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from server.setup import environment, stamp
from server.setup.checkout import Checkout
from server.setup.steps import StepFailed, Steps, say

OPTIONS = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


@dataclass(frozen=True, slots=True)
class Npm:
    """How npm is called, and the folder that must be on PATH for it."""

    command: tuple[str, ...]
    path: Path | None = None


def fill(checkout: Checkout, steps: Steps, *, dev: bool) -> None:
    """Install what package-lock.json pins, with npm or with the locked node package."""
    system = shutil.which("npm") if shutil.which("node") else None
    if system:
        try:
            _install(checkout, steps, Npm((system,)), dev=dev)
        except StepFailed as failed:
            if failed.offline:
                raise
            say(f"  {system} cannot install them, going on with a node of our own")
        else:
            return
    _install(checkout, steps, _own_npm(checkout, steps), dev=dev)


def own_node(checkout: Checkout, steps: Steps) -> Path:
    """Return the node of the locked package, installed into `.venv` when it is not there."""
    if not stamp.node_ready(checkout):
        environment.fill(checkout, steps, "node", "node for the front-end packages")
    return environment.node_folder(checkout) / "bin" / "node"


def _own_npm(checkout: Checkout, steps: Steps) -> Npm:
    node = own_node(checkout, steps)
    script = environment.node_folder(checkout) / "lib/node_modules/npm/bin/npm-cli.js"
    return Npm((str(node), str(script)), node.parent)


def _install(checkout: Checkout, steps: Steps, npm: Npm, *, dev: bool) -> None:
    if npm.path:
        steps.extra_path.append(npm.path)
    stamp.remove(checkout.node_modules)
    title = "Front-end packages" + (" and their checkers" if dev else "")
    kind = [] if dev else ["--omit=dev", "--omit=optional"]
    with steps.step(title):
        steps.run([*npm.command, "ci", *kind, *OPTIONS], folder=checkout.static)
        checkout.node_modules.mkdir(exist_ok=True)
        known = {"packages": stamp.digest(checkout.package_lock), "dev": dev}
        stamp.write(checkout.node_modules, known)
