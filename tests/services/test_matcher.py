"""The matcher plans off the loop, in time or not at all: the same contract for a thread and a process."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from matching import DEFAULT_RULES, Candidate, History, Level
from matching.rehearsal import Rehearsed
from matching.types import RoundPlan
from matching.wave import Ticket, Wave
from server.domain.effects import PlanRound, Rehearse, RunWave
from server.ids import EventId
from server.services.matcher import MOST_IN_THREAD, Matcher
from server.services.solver import KeepGoing, Solver
from server.services.workers import InProcess, InThread, Solve, Worker
from tests.sessions.house import become

EVENT, OTHER = EventId("e-1"), EventId("e-2")
REQUEST = PlanRound(
    round=1,
    ask=1,
    candidates=tuple(
        Candidate(id=name, languages=(("ja", Level.NATIVE),)) for name in ("a", "b", "c", "d")
    ),
    history=History(),
    rules=DEFAULT_RULES,
    seed=1,
    rounds_left=1,
)
WAVE = RunWave(
    ask=1,
    tickets=tuple(Ticket(each, since=0.0) for each in REQUEST.candidates),
    history=History(),
    rules=DEFAULT_RULES,
    at=600.0,
    seed=1,
    recent=(),
    rate=0.0,
)


REHEARSAL = Rehearse(
    event=EVENT,
    ask=1,
    candidates=REQUEST.candidates,
    history=History(),
    rules=replace(DEFAULT_RULES, trios=0),
    seeds=(1, 2, 3, 4),
    first=1,
)


def scripted(folder: Path) -> Solve:
    """What solves here: the number of the round says how it behaves. Made where it runs."""
    solver = Solver()

    def solve(request, keep_going):
        if isinstance(request, PlanRound):
            behave(request.round, folder, keep_going)
        if isinstance(request, Rehearse):
            behave(request.seeds[0], folder, keep_going)
        return solver(request, keep_going)

    return solve


def behave(round_: int, folder: Path, keep_going: KeepGoing) -> None:
    if round_ == BREAKS:
        raise ZeroDivisionError
    if round_ == STUCK:
        (folder / "stuck").touch()
        for _ in range(MOST_LOOKS):
            if (folder / "go").exists():
                break
            threading.Event().wait(0.01)
    if round_ == BUSY:
        while keep_going():
            pass
    if round_ == DIES and not (folder / "died").exists():
        (folder / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)


BREAKS, STUCK, BUSY, DIES = 101, 102, 103, 104
MOST_LOOKS = 2000
"""Somebody stuck goes on after 20 s, also where a test forgot to say so."""


@pytest.fixture(params=["thread", "process"])
async def worker(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Worker]:
    made: Worker = (
        InThread(scripted(tmp_path))
        if request.param == "thread"
        else InProcess(partial(scripted, tmp_path))
    )
    yield made
    made.close()


def matcher_of(worker: Worker, seconds: float = 60.0) -> Matcher:
    return Matcher(worker, worker, seconds)


def asks(round_: int) -> PlanRound:
    return replace(REQUEST, round=round_)


async def test_it_gives_the_plan_of_the_rules(worker: Worker) -> None:
    plan = await matcher_of(worker).plan(EVENT, REQUEST)
    assert isinstance(plan, RoundPlan)
    assert plan == Solver()(REQUEST, lambda: True)
    assert sorted(member for room in plan.rooms for member in room.members) == list("abcd")


async def test_it_runs_a_wave(worker: Worker) -> None:
    matcher = matcher_of(worker)
    await matcher.plan(EVENT, REQUEST)  # a process is there: four seconds are short for its start
    wave = await matcher.wave(EVENT, WAVE)
    assert isinstance(wave, Wave)
    assert wave == Solver()(WAVE, lambda: True)


async def test_a_plan_that_is_too_late_is_none_and_the_loop_goes_on(
    worker: Worker, tmp_path: Path
) -> None:
    matcher = matcher_of(worker)
    await matcher.plan(EVENT, REQUEST)
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.ensure_future(tick())
    assert await Matcher(worker, worker, 0.3).plan(EVENT, asks(STUCK)) is None
    ticking.cancel()
    (tmp_path / "go").touch()
    assert ticks > 5
    assert await matcher.plan(EVENT, REQUEST) is not None, "the next one is served"


async def test_it_improves_no_further_when_most_of_the_time_is_gone(worker: Worker) -> None:
    matcher = matcher_of(worker)
    await matcher.plan(EVENT, REQUEST)
    assert await Matcher(worker, worker, 3.0).plan(EVENT, asks(BUSY)) is not None


async def test_a_matcher_that_breaks_gives_none(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    matcher = matcher_of(worker)
    assert await matcher.plan(EVENT, asks(BREAKS)) is None
    assert "matcher failed" in caplog.text
    assert await matcher.plan(EVENT, REQUEST) is not None


async def test_the_newest_request_of_an_event_takes_the_place_of_one_that_waits(
    worker: Worker, tmp_path: Path
) -> None:
    matcher = matcher_of(worker)
    await matcher.plan(EVENT, REQUEST)
    async with asyncio.TaskGroup() as tasks:
        begun = tasks.create_task(matcher.plan(OTHER, asks(STUCK)))
        await become((tmp_path / "stuck").exists)
        older = tasks.create_task(matcher.plan(EVENT, REQUEST))
        await asyncio.sleep(0)
        elsewhere = tasks.create_task(matcher.plan(OTHER, REQUEST))
        await asyncio.sleep(0)
        newest = tasks.create_task(matcher.plan(EVENT, REQUEST))
        await asyncio.sleep(0)
        (tmp_path / "go").touch()
    assert older.result() is None
    assert None not in (begun.result(), elsewhere.result(), newest.result())


async def test_who_gives_up_leaves_nothing_behind(worker: Worker, tmp_path: Path) -> None:
    matcher = matcher_of(worker)
    await matcher.plan(EVENT, REQUEST)
    asking = asyncio.ensure_future(matcher.plan(EVENT, asks(STUCK)))
    await become((tmp_path / "stuck").exists)
    asking.cancel()
    (tmp_path / "go").touch()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert await matcher.plan(EVENT, REQUEST) == Solver()(REQUEST, lambda: True)


async def test_a_process_that_is_killed_is_replaced() -> None:
    worker = InProcess()
    matcher = matcher_of(worker)
    first = await matcher.plan(EVENT, REQUEST)
    dead = worker.pid
    assert dead is not None
    os.kill(dead, signal.SIGKILL)
    assert await matcher.plan(EVENT, REQUEST) == first
    assert worker.pid != dead
    matcher.close()


async def test_a_process_that_dies_at_work_is_asked_again(tmp_path: Path) -> None:
    worker = InProcess(partial(scripted, tmp_path))
    assert await matcher_of(worker).plan(EVENT, asks(DIES)) is not None
    assert (tmp_path / "died").exists()
    worker.close()


async def test_an_idle_process_gives_its_memory_back() -> None:
    worker = InProcess(idle=0.05)
    matcher = matcher_of(worker)
    first = await matcher.plan(EVENT, REQUEST)
    ended = worker._process
    assert ended is not None
    await asyncio.to_thread(ended.join, 30)
    assert ended.exitcode == 0
    assert await matcher.plan(EVENT, REQUEST) == first
    matcher.close()


async def test_only_rounds_beyond_dense_tables_go_to_the_process() -> None:
    near, far = InThread(), InProcess()
    matcher = Matcher(near, far, 60.0)
    await matcher.plan(EVENT, REQUEST)
    before = far.running
    crowd = tuple(
        Candidate(id=f"p{n}", languages=(("ja", Level.NATIVE),)) for n in range(MOST_IN_THREAD + 1)
    )
    large = replace(REQUEST, candidates=crowd)
    plan = await matcher.plan(EVENT, large)
    assert (before, far.running) == (False, True)
    assert plan == Solver()(large, lambda: True)
    matcher.close()


async def test_a_rehearsal_is_told_plan_by_plan(worker: Worker) -> None:
    matcher = Matcher(worker, worker, 60.0, worker)
    five = (*REQUEST.candidates, Candidate(id="e", languages=(("ja", Level.NATIVE),)))
    asked = replace(REHEARSAL, candidates=five)
    told = [found async for found in matcher.rehearse(EVENT, asked)]
    assert [len(found.rounds) for found in told] == [1, 2, 3, 4, 4, 4, 4, 4]
    assert [found.done for found in told] == [False] * 7 + [True]
    assert told[-1] == Solver()(replace(asked, steps=8), lambda: True), "as played in one go"


async def test_a_newer_rehearsal_takes_the_place_of_one_that_waits(tmp_path: Path) -> None:
    worker = InThread(scripted(tmp_path))
    matcher = Matcher(worker, worker, 60.0, worker)
    stuck = replace(REHEARSAL, event=OTHER, seeds=(STUCK,))
    async with asyncio.TaskGroup() as tasks:
        begun = tasks.create_task(_all(matcher, stuck))
        await become((tmp_path / "stuck").exists)
        older = tasks.create_task(_all(matcher, replace(REHEARSAL, ask=1)))
        await asyncio.sleep(0)
        newer = tasks.create_task(_all(matcher, replace(REHEARSAL, ask=2)))
        await asyncio.sleep(0)
        (tmp_path / "go").touch()
    assert older.result() == []
    assert newer.result()[-1].done
    assert begun.result()[-1].done
    matcher.close()


async def test_a_rehearsal_ends_when_time_is_up_and_when_it_breaks(tmp_path: Path) -> None:
    worker = InThread(scripted(tmp_path))
    matcher = Matcher(worker, worker, 60.0, worker)
    assert await _all(matcher, REHEARSAL, 0.0) == []
    assert await _all(matcher, replace(REHEARSAL, seeds=(BREAKS,))) == []
    matcher.close()


async def test_rehearsals_keep_no_round_waiting() -> None:
    near, far, aside = InThread(), InProcess(), InProcess()
    matcher = Matcher(near, far, 60.0, aside)
    assert (await _all(matcher, REHEARSAL))[-1].done
    assert (far.running, aside.running) == (False, True)
    matcher.close()


async def _all(matcher: Matcher, asked: Rehearse, seconds: float = 60.0) -> list[Rehearsed]:
    return [found async for found in matcher.rehearse(asked.event, asked, seconds)]
