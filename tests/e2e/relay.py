"""A real TURN server for a test: coturn on loopback, with the secret that the server shares."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.stage import free_port
from tests.runner.tools import NEEDS_RELAY, RELAY_NAME

LOOPBACK = "127.0.0.1"
START_SECONDS = 15


@contextmanager
def relay(folder: Path, secret: str, peers: str = "--allow-loopback-peers") -> Iterator[int]:
    """Run coturn until the block ends; yield its port. Its credentials are those of `use-auth-secret`.

    `peers` says whom it may send to.
    """
    program = shutil.which(RELAY_NAME)
    if program is None:
        pytest.skip(NEEDS_RELAY)
    port = free_port()
    log = folder / "relay.log"
    options = [
        "-n",
        "--no-cli",
        "--no-tls",
        "--no-dtls",
        "--fingerprint",
        "--use-auth-secret",
        f"--static-auth-secret={secret}",
        "--realm=tsunagari.test",
        f"--listening-ip={LOOPBACK}",
        f"--relay-ip={LOOPBACK}",
        peers,
        f"--listening-port={port}",
        f"--userdb={folder / 'turndb'}",
        f"--pidfile={folder / 'relay.pid'}",
        "--log-file=stdout",
        "--simple-log",
    ]
    with log.open("wb") as said:
        running = subprocess.Popen([program, *options], stdout=said, stderr=subprocess.STDOUT)
    try:
        _wait(port, running, log)
        yield port
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
        print(log.read_text(errors="replace")[-2000:])  # shown with a failure only


def _wait(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while running.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(0.02)  # polling a real process, bounded by START_SECONDS
    raise AssertionError(f"no relay: {log.read_text(errors='replace')[-2000:]}")
