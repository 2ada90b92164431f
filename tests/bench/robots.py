"""What simulated people cost a server: memory while connected, processor time in a round.

    python3 -m tests bench robots --people 500

The server is a process of its own; only its figures count, read from /proc. Prints JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from server.client import Tsunagari, create
from server.clock import SystemClock
from server.robots.personas import CALM
from server.robots.report import report
from server.robots.troupe import FrontDoor, Troupe, enlist
from tests.e2e.stage import ROOT, Stage

TICKS = os.sysconf("SC_CLK_TCK")


def memory_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def owner_token(stage: Stage) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "server", "owner-link", "--token"],
        cwd=ROOT,
        env=stage.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


async def measure(
    stage: Stage, people: int, rounds: int, round_seconds: float
) -> dict[str, object]:
    assert stage.process is not None
    pid, clock = stage.process.pid, SystemClock()
    idle = memory_mib(pid)
    plan = {
        "rounds": rounds,
        "round_seconds": round_seconds,
        "wrap_seconds": 2,
        "break_seconds": 5,
        "propose_seconds": 1,
        "notice_seconds": 1,
        "capacity": people + 10,
    }
    links = await create(stage.url, owner_token(stage), title="Load", plan=plan, practice=True)
    began = cpu_seconds(pid)
    robots = await enlist(FrontDoor(stage.url, links.invite), clock, people, seed=1, habits=CALM)
    joined = cpu_seconds(pid)
    seen: dict[str, float] = {}

    async def connected(_: Tsunagari) -> None:
        seen["arrived"] = cpu_seconds(pid)
        seen["memory"] = memory_mib(pid)

    host = Tsunagari(stage.url, links.host_token, clock=clock)
    await Troupe(robots, host, spread_seconds=people / 50).play(connected, start_in=1.0)
    ended = cpu_seconds(pid)
    came = report(robots, [])
    return {
        "people": people,
        "rounds": rounds,
        "round_seconds": round_seconds,
        "memory_idle_mib": round(idle, 1),
        "memory_connected_mib": round(seen["memory"], 1),
        "kib_a_person": round((seen["memory"] - idle) * 1024 / people, 1),
        "cpu_ms_a_join": round((joined - began) * 1000 / people, 2),
        "cpu_ms_an_arrival": round((seen["arrived"] - joined) * 1000 / people, 2),
        "cpu_ms_a_person_round": round((ended - seen["arrived"]) * 1000 / people / rounds, 2),
        "rooms": came.rooms,
        "violations": came.violations[:10],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--round-seconds", type=float, default=20)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder) / "data")
        stage.start(60)
        try:
            figures = asyncio.run(
                measure(stage, chosen.people, chosen.rounds, chosen.round_seconds)
            )
        finally:
            stage.stop()
    print(json.dumps(figures, indent=2))
    return 1 if figures["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
