"""The matcher plans off the loop, in time or not at all."""

from __future__ import annotations

import asyncio
import threading

from matching import DEFAULT_RULES, Candidate, History, Level
from server.domain.effects import PlanRound
from server.services.matcher import Matcher, Solver

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


async def test_it_gives_the_plan_of_the_rules() -> None:
    plan = await Matcher().plan(REQUEST)
    assert plan == Solver()(REQUEST)
    assert plan is not None
    assert sorted(member for room in plan.rooms for member in room.members) == list("abcd")


async def test_a_plan_that_is_too_late_is_none_and_the_loop_goes_on() -> None:
    release = threading.Event()
    ticks = 0

    def slow(request: PlanRound):
        release.wait(10)
        return Solver()(request)

    async def tick() -> None:
        nonlocal ticks
        while not release.is_set():
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.ensure_future(tick())
    assert await Matcher(slow, seconds=0.2).plan(REQUEST) is None
    release.set()
    await ticking
    assert ticks > 5


async def test_a_matcher_that_breaks_gives_none() -> None:
    def broken(request: PlanRound):
        raise ZeroDivisionError

    assert await Matcher(broken).plan(REQUEST) is None
