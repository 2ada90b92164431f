"""How long from the command until /health answers: cold in a fresh clone, and warm.

The peer of the warm start is the smallest Starlette application on the same uvicorn, in the same
run. `python3 -m tests bench start [--cold]` prints JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.stage import ROOT, free_port

ROUNDS = 7
PEER = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
app = Starlette(routes=[Route("/health", lambda request: PlainTextResponse("ok"))])
uvicorn.run(app, port=int(sys.argv[1]), log_level="error")
"""


def seconds_until_healthy(command: Sequence[str], port: int, folder: Path, limit: float) -> float:
    """Start a command, wait for /health, end it; return the seconds in between."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={k: v for k, v in os.environ.items() if k != "TSUNAGARI_NO_BOOTSTRAP"},
    )
    try:
        while time.perf_counter() - began < limit:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.005)
            else:
                return time.perf_counter() - began
        raise TimeoutError(" ".join(command))
    finally:
        process.terminate()
        process.wait(15)


def warm(folder: Path) -> dict[str, float]:
    """Return medians of starts that install nothing, and of the peer's."""
    ours, peers = [], []
    with tempfile.TemporaryDirectory() as data:
        for _ in range(ROUNDS):
            port = free_port()
            serve = ["python3", "-m", "server", "--port", str(port), "--data", data]
            ours.append(seconds_until_healthy(serve, port, folder, 60))
            port = free_port()
            peer = [sys.executable, "-c", PEER, str(port)]
            peers.append(seconds_until_healthy(peer, port, folder, 60))
    return {
        "warm_s": round(statistics.median(ours), 2),
        "peer_s": round(statistics.median(peers), 2),
        "ratio": round(statistics.median(ours) / statistics.median(peers), 2),
    }


def cold() -> dict[str, float]:
    """Return the time of the first start in a fresh clone, with empty package caches."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "tsunagari"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        os.environ["UV_CACHE_DIR"] = f"{folder}/uv"
        os.environ["NPM_CONFIG_CACHE"] = f"{folder}/npm"
        port = free_port()
        serve = ["python3", "-m", "server", "--port", str(port), "--data", f"{folder}/data"]
        return {"cold_s": round(seconds_until_healthy(serve, port, clone, 300), 1)}


if __name__ == "__main__":
    result = warm(ROOT)
    if "--cold" in sys.argv:
        result |= cold()
    print(json.dumps(result, indent=2))
