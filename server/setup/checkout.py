"""Where things lie in a checkout, and which of them a start wants.

Rule: pure paths; nothing here touches the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wants:
    """What one command needs before it can run."""

    lock: str
    dev_packages: bool = False


WANTS = {
    "server": Wants(lock="base"),
    "tests": Wants(lock="dev", dev_packages=True),
}


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folder that holds `server/`, `static/` and `locks/`."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment that the set-up makes and keeps."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter of that environment."""
        return self.venv / "bin" / "python"

    @property
    def static(self) -> Path:
        """The front end, with its package.json."""
        return self.root / "static"

    @property
    def node_modules(self) -> Path:
        """The installed front-end packages."""
        return self.static / "node_modules"

    @property
    def package_lock(self) -> Path:
        """The pinned front-end packages with their hashes."""
        return self.static / "package-lock.json"

    @property
    def gate(self) -> Path:
        """The file that is locked while one start sets up."""
        return self.root / ".setup.lock"

    def lock(self, name: str) -> Path:
        """Return the lock file of one group of Python packages."""
        return self.root / "locks" / f"{name}.lock"


HERE = Checkout(Path(__file__).resolve().parents[2])
