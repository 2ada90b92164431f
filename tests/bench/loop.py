"""How long an evening holds the event loop: the longest gap in each part of it.

    python3 -m tests bench loop 100 500

Each size runs in a process of its own: a live event with a store in a file, and pages that answer
as a browser does (ready, enter the room, media on). A probe asks every millisecond when it may go
on. Two gaps are told: by the clock, as a signal between two callers would feel it, and in processor
time of the loop's thread, which other processes of the machine cannot make longer. Beside it stands
a peer: the same probe, with nothing else to do. Prints JSON.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
import uvloop

from matching.assignment import warm
from server.app import SWITCH_SECONDS, calm_collector
from server.clock import SystemClock
from server.domain.permissions import Actor
from server.domain.records import EventRecord, PersonRecord
from server.engines.sqlite.store import SqliteStore
from server.errors import TsunagariError
from server.ids import EventId, PersonId
from server.protocol import client as c
from server.protocol.parts import Plan
from server.robots.personas import invent
from server.services.audience import Parcel
from server.services.hub import Hub
from server.services.live import LiveEvent
from server.services.matcher import Matcher
from server.services.tools import Tools

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 300, 500, 1000)
EVENT = EventId("e-1")
HOST = Actor(None, host=True)
PROBE_SECONDS = 0.001
ARRIVALS_A_SECOND = 100
LONGEST_REHEARSAL_MS = 40_000
PLAN = Plan(
    rounds=2,
    round_seconds=6,
    wrap_seconds=3,
    break_seconds=6,
    propose_seconds=1,
    notice_seconds=5,
    capacity=2000,
)


@dataclass
class Probe:
    """Gaps of the loop, by what went on."""

    part: str = "idle"
    clock: dict[str, list[float]] = field(default_factory=dict)
    thread: dict[str, list[float]] = field(default_factory=dict)

    async def run(self) -> None:
        while True:
            at, used = time.perf_counter(), time.thread_time()
            await asyncio.sleep(PROBE_SECONDS)
            late = time.perf_counter() - at - PROBE_SECONDS
            self.clock.setdefault(self.part, []).append(max(0.0, late) * 1000)
            self.thread.setdefault(self.part, []).append((time.thread_time() - used) * 1000)

    def told(self) -> dict[str, object]:
        return {part: self._told(part) for part in self.clock}

    def _told(self, part: str) -> dict[str, float]:
        clock, thread = sorted(self.clock[part]), sorted(self.thread[part])
        return {
            "max_ms": round(clock[-1], 1),
            "p99_ms": round(clock[len(clock) * 99 // 100], 1),
            "max_cpu_ms": round(thread[-1], 1),
            "p99_cpu_ms": round(thread[len(thread) * 99 // 100], 1),
        }


@dataclass(eq=False)
class Page:
    """A page that answers as a browser does."""

    person: PersonId | None
    hears: asyncio.Queue[bytes]
    connected: bool = True

    def push(self, item: Parcel) -> None:
        if (
            item.seat_only
            or b'"round.seat"' in item.data[:40]
            or b'"mixer.state"' in item.data[:40]
        ):
            self.hears.put_nowait(item.data)

    def drop(self, code: int, reason: str) -> None:
        self.connected = False


async def behave(live: LiveEvent, page: Page, wait: float) -> None:
    """Take the seats one is given, a moment after the bell."""
    assert page.person is not None
    actor = Actor(page.person)
    while True:
        heard = msgspec.json.decode(await page.hears.get())
        if heard["t"] != "round.seat":
            continue
        await asyncio.sleep(wait)
        where = {"id": 1, "room": heard["room"], "epoch": heard["epoch"]}
        with contextlib.suppress(TsunagariError):
            await live.handle(actor, c.RoomEnter(**where))
            await live.handle(actor, c.RoomMedia(**where, state="connected"))


@contextlib.asynccontextmanager
async def evening(folder: str) -> AsyncIterator[LiveEvent]:
    clock = SystemClock()
    store = await SqliteStore.open(Path(folder) / "store.sqlite3")
    now = clock.now()
    event = EventRecord(
        id=EVENT,
        title="Loop",
        zone="Asia/Tokyo",
        code="c",
        plan=PLAN,
        seed=1,
        created_at=now,
        expires_at=now + 3600,
    )
    await store.save([event])
    async with Hub(Tools(store, clock, Matcher())) as hub:
        yield await hub.event(EVENT)
    await store.close()


async def arrive(live: LiveEvent, number: int, random: Random) -> Page:
    persona = invent(random)
    person = PersonId(f"p-{number}")
    record = PersonRecord(
        id=person,
        event=EVENT,
        profile=persona.profile,
        joined_at=SystemClock().now(),
        verified=persona.verified,
    )
    await live.admit(record)
    page = Page(person, asyncio.Queue())
    await live.pages.enter(page, lambda _here: True, fresh=True, mode="video")
    await live.handle(Actor(person), c.MixerReady(id=1, ready=True))
    return page


async def follow(live: LiveEvent, probe: Probe) -> None:
    """Name the part of the evening for the probe, until it is over."""
    while live.record.phase != "closed":
        phase, number = live.record.phase, live.record.round
        if phase in ("round", "wrap_up", "break"):
            probe.part = f"{phase} {number}"
        await asyncio.sleep(PROBE_SECONDS)
    probe.part = "closed"


async def measure(people: int) -> dict[str, object]:
    warm()  # as a server does once it listens
    calm_collector()
    probe, random = Probe(), Random(people)
    with tempfile.TemporaryDirectory() as folder:
        async with evening(folder) as live, asyncio.TaskGroup() as tasks:
            probing = tasks.create_task(probe.run())
            await asyncio.sleep(2)
            probe.part = "lobby"
            host = Page(None, asyncio.Queue())
            await live.pages.enter(host, lambda _here: True, fresh=True, mode="video")
            came = []
            for number in range(people):
                came.append(tasks.create_task(arrive(live, number, random)))
                await asyncio.sleep(1 / ARRIVALS_A_SECOND)
            pages = [await each for each in came]
            playing = [tasks.create_task(behave(live, page, random.random() * 3)) for page in pages]
            probe.part = "rehearsal"
            await live.handle(HOST, c.HostRehearse(id=1))
            for _ in range(LONGEST_REHEARSAL_MS):
                if not live.rehearsing:
                    break
                await asyncio.sleep(PROBE_SECONDS)
            probe.part = "notice"
            await live.handle(HOST, c.HostStart(id=1))
            await follow(live, probe)
            await asyncio.sleep(1)
            for each in (probing, *playing):
                each.cancel()
    return {"people": people, "cpu_s": round(time.process_time(), 1), "gaps": probe.told()}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--here"]:
        sys.setswitchinterval(SWITCH_SECONDS)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            print(json.dumps(runner.run(measure(int(arguments[1])))))
        return 0
    found = []
    for size in map(int, arguments or SIZES):
        command = [sys.executable, "-m", "tests.bench.loop", "--here", str(size)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        found.append(json.loads(ran.stdout))
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
