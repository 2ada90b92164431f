"""A real server process for a test: started, killed and started again on the same port and data."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Stage:
    """One server on loopback with a data folder of its own."""

    data: Path
    port: int = field(default_factory=free_port)
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    _owner: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "TSUNAGARI_NO_BOOTSTRAP": "1",
            "TSUNAGARI_DATA": str(self.data),
            "TSUNAGARI_PORT": str(self.port),
            **self.extra,
        }

    def start(self, seconds: float = 60) -> float:
        """Start and wait until /health answers; return how long that took."""
        began = time.perf_counter()
        log = (self.data.parent / f"{self.data.name}.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "serve"],
            cwd=ROOT,
            env=self.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        while time.perf_counter() - began < seconds:
            if self.process.poll() is not None:
                break
            if self.healthy():
                return time.perf_counter() - began
            time.sleep(0.02)  # polling a real process, bounded by `seconds`
        raise AssertionError(f"no server: {self.log()[-3000:]}")

    def healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=1) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def log(self) -> str:
        path = self.data.parent / f"{self.data.name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, nobody is told."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def event(self, **options: Any) -> dict[str, str]:
        """Create an event over HTTP, as the owner; return its links."""
        self._owner = self._owner or self.owner_token()
        request = urllib.request.Request(
            f"{self.url}/api/events",
            data=json.dumps({"title": "Homecoming", **options}).encode(),
            headers={"Authorization": f"Bearer {self._owner}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            links: dict[str, str] = json.load(answer)
        return links

    def owner_token(self) -> str:
        """Return a token for the HTTP interface, from the command line beside the server."""
        command = [sys.executable, "-m", "server", "owner-link", "--token"]
        made = subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
        return made.stdout.strip()
