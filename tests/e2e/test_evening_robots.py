"""An evening of sixty simulated people through real sockets, with a tenth of them lost each round.

The server is a process of its own with its store on disk; the people come by the front door.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from server.client import Tsunagari, create
from server.clock import SystemClock
from server.robots.report import Report, report
from server.robots.troupe import FrontDoor, Troupe, enlist
from tests.e2e.stage import Stage

PEOPLE = 60
ROUNDS = 5
PLAN = {
    "rounds": ROUNDS,
    "round_seconds": 6,
    "wrap_seconds": 1,
    "break_seconds": 2,
    "propose_seconds": 0.5,
    "notice_seconds": 0.5,
}
SEED = 20261124


async def evening(stage: Stage) -> Report:
    clock = SystemClock()
    links = await create(stage.url, stage.owner_token(), title="Practice", plan=PLAN, practice=True)
    door = FrontDoor(stage.url, links.invite)
    robots = await enlist(door, clock, PEOPLE, seed=SEED)
    host = Tsunagari(stage.url, links.host_token, clock=clock)

    async def at_once(_: Tsunagari) -> None:
        return

    await Troupe(robots, host, spread_seconds=1.0).play(at_once, start_in=1.0)
    return report(robots, await rounds_of(stage, links.event))


async def rounds_of(stage: Stage, event: str):
    """Read the server's own records, once it has stopped."""
    from server.app import open_store
    from server.config import Settings

    stage.stop()
    store = await open_store(Settings(data=stage.data))
    try:
        archive = await store.archive(event)  # type: ignore[arg-type]
        assert archive is not None
        return archive.rounds
    finally:
        await store.close()


@pytest.mark.timeout(120)
def test_sixty_people_through_five_rounds_with_churn(own_stage: Stage) -> None:
    # In a thread: the browsers of the other tests have a loop in this one.
    with ThreadPoolExecutor(1) as beside:
        came = beside.submit(asyncio.run, evening(own_stage)).result()
    assert came.violations == []
    assert came.rounds == ROUNDS
    assert came.person_rounds >= 0.85 * PEOPLE * ROUNDS
    assert came.idle_share <= 0.01
    assert came.avoidable_repeats == 0
    assert came.language_failures == 0
    assert came.alone_seconds_max <= 15
    assert came.reconnects >= 0.05 * PEOPLE * ROUNDS
    assert came.media_both_ways_in_5s >= 0.5
    assert came.mutual_keeps > 0
    assert "Traceback" not in own_stage.log()
