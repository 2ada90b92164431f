"""One event while it is live: a task that owns the evening and everything that happens to it.

Rule: nobody else touches the evening. Each turn takes what waits in the mailbox, decides, saves in
one transaction, sends, and answers. The deciding of a large event is done in a thread while this
task waits for it, so that the loop stays free for signals and for other events. If saving fails, or a step breaks, the evening is made anew
from its records and every page gets a fresh state; other events notice nothing.

starting -> running <-> rebuilding -> stopped
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import ParamSpec, TypeVar

from matching.rehearsal import Rehearsed
from server.domain.effects import Ask, Effect, PlanRound, Rehearse, RunWave, StopRehearsal
from server.domain.evening import Evening, Step
from server.domain.permissions import Actor
from server.domain.records import EventRecord, PersonRecord
from server.errors import NotFound, TsunagariError, Unavailable
from server.ids import EventId, PersonId
from server.protocol.client import EveningMessage
from server.services.audience import Audience
from server.services.homes import placed
from server.services.mailbox import Decide, Job, Mailbox, Then
from server.services.pages import Pages
from server.services.runner import Deed, EffectRunner, SaveFailed
from server.services.tools import Tools

log = logging.getLogger(__name__)

FLUSH_SECONDS = 0.25
BATCH = 64
ANSWER_SECONDS = 8.0
"""An asker is refused after this time; less than the 10 s in which a peer must show life."""
TICK_SECONDS = 0.005
"""The least time between two ticks: a deadline that stays due does not eat the processor."""
REBUILD_SECONDS = (0.0, 0.1, 0.3, 0.6, 1.0)
"""Pauses before the attempts to rebuild; the last one repeats."""

LARGE = 50
"""From so many people on a step may take longer than the loop should be held (10 ms)."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a job: something to do, or a refusal."""

    job: Job
    deeds: list[Deed] = field(default_factory=list)
    ref: str = ""
    refusal: TsunagariError | None = None


class LiveEvent:
    """The one owner of an event's evening."""

    def __init__(self, event: EventId, tools: Tools) -> None:
        self.id = event
        self.audience = Audience()
        self._tools = tools
        self.pages = Pages(self.audience, self._ask, self._post)
        """Those who are connected: they come and go through it."""
        self._mailbox = Mailbox()
        self._runner = EffectRunner(event, tools.store, self.audience, self._ask_matcher)
        self._evening: Evening | None = None
        self._flushed_at = float("-inf")
        self._ticked_at = float("-inf")
        self._group: asyncio.TaskGroup | None = None
        self._rehearsal: asyncio.Task[None] | None = None
        self.idle_since = tools.clock.now()
        """When somebody was last here."""

    # What others ask for

    @property
    def record(self) -> EventRecord:
        """The event as it stands."""
        return self._loaded().event

    @property
    def wake_at(self) -> float | None:
        """When the evening moves by itself next."""
        return self._runner.wake_at

    @property
    def rehearsing(self) -> bool:
        """Whether a rehearsal is being played."""
        return self._rehearsal is not None and not self._rehearsal.done()

    def knows(self, person: PersonId) -> bool:
        """Whether this person has joined."""
        return self._loaded().knows(person)

    def removed(self, person: PersonId) -> bool:
        """Whether the host has removed this person."""
        return self._loaded().removed(person)

    def here(self) -> list[PersonRecord]:
        """Who is connected right now."""
        return self._loaded().here()

    def next_number(self) -> int:
        """The number on the waiting list a newcomer would get, 0 if there is a place."""
        return self._loaded().next_number(self._tools.clock.now())

    async def admit(self, person: PersonRecord) -> None:
        """Take in somebody who has just joined; saved when this returns."""
        await self._ask(lambda evening, now: evening.admit(person, now))

    async def handle(self, actor: Actor, message: EveningMessage) -> str:
        """Decide about a message; saved and sent when this returns. Raises what was refused."""
        wanted = placed(message)
        return await self._ask(lambda evening, now: evening.handle(actor, wanted, now))

    def touch(self) -> None:
        """Note that the event is of use to somebody."""
        self.idle_since = self._tools.clock.now()

    # The task

    async def run(self, ready: asyncio.Future[None]) -> None:
        """Load the evening and serve it until cancelled; `ready` tells when, or why not."""
        try:
            await self._open()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the event
            ready.set_exception(error)
            return
        finally:
            if self._evening is None and not ready.done():
                ready.cancel()
        async with asyncio.TaskGroup() as group:
            self._group = group
            ready.set_result(None)
            try:
                while True:
                    await self._turn_or_rebuild()
            finally:
                self._group = None
                self._refuse_all()

    async def _turn_or_rebuild(self) -> None:
        try:
            await self._turn()
        except SaveFailed:
            log.exception("save failed", extra={"event": self.id})
            await self._rebuild()
        except Exception:
            log.exception("evening broke", extra={"event": self.id})
            await self._rebuild()

    async def _turn(self) -> None:
        evening = self._loaded()
        await self._mailbox.wait(self._patience(evening))
        jobs = self._mailbox.take(BATCH)
        now = self._tools.clock.now()
        large = evening.size >= LARGE
        try:
            decided: list[Decided] = []
            for on_loop, some in groupby(jobs, lambda job: job.on_loop or not large):
                do = _here if on_loop else asyncio.to_thread
                decided += await do(self._decide_all, evening, list(some), now)
            deeds = [deed for each in decided for deed in each.deeds]
            if self._moves(evening, now):
                do = asyncio.to_thread if large else _here
                deeds += await do(self._move, evening, now)
            await self._runner.run(deeds)
            await self._answer(evening, decided, now, large=large)
        except BaseException:
            for job in jobs:
                job.fail(Unavailable("nothing was changed; try again"))
            raise

    async def _answer(
        self, evening: Evening, decided: list[Decided], now: float, *, large: bool
    ) -> None:
        for each in decided:
            if each.refusal is not None:
                each.job.fail(each.refusal)
                continue
            if each.job.then is not None:
                each.job.then(evening, now)
                if large:
                    await asyncio.sleep(0)
            each.job.succeed(each.ref)

    def _decide_all(self, evening: Evening, jobs: list[Job], now: float) -> list[Decided]:
        """Decide one after the other; nothing is answered here, for this may be another thread."""
        decided: list[Decided] = []
        for job in jobs:
            if job.done.done():  # the asker has given up
                continue
            try:
                made = job.decide(evening, now)
            except TsunagariError as refusal:
                decided.append(Decided(job, refusal=refusal))
                continue
            step = made if isinstance(made, Step) else Step(made)
            decided.append(Decided(job, self._runner.pack(step.effects), step.ref))
        return decided

    def _moves(self, evening: Evening, now: float) -> bool:
        """Whether the evening moves by itself now."""
        return self._due_at() <= now or self._flushes(evening, now)

    def _flushes(self, evening: Evening, now: float) -> bool:
        return evening.dirty and now >= self._flushed_at + FLUSH_SECONDS

    def _move(self, evening: Evening, now: float) -> list[Deed]:
        effects: list[Effect] = []
        if self._due_at() <= now:
            self._runner.wake_at = None
            self._ticked_at = now
            effects += evening.tick(now)
        if self._flushes(evening, now):
            self._flushed_at = now
            effects += evening.flush(now)
        return self._runner.pack(effects)

    def _patience(self, evening: Evening) -> float | None:
        at = self._due_at()
        if evening.dirty:
            at = min(at, self._flushed_at + FLUSH_SECONDS)
        return None if at == math.inf else max(0.0, at - self._tools.clock.now())

    def _due_at(self) -> float:
        wake_at = self._runner.wake_at
        return math.inf if wake_at is None else max(wake_at, self._ticked_at + TICK_SECONDS)

    # Making the evening from its records

    async def _open(self) -> None:
        archive = await self._tools.store.archive(self.id)
        if archive is None:
            raise NotFound("event")
        evening, effects = Evening.open(archive, now=self._tools.clock.now())
        self._runner.wake_at = None
        await self._runner.run(self._runner.pack(effects))
        self._evening = evening

    async def _rebuild(self) -> None:
        attempt = 0
        while True:
            await asyncio.sleep(REBUILD_SECONDS[min(attempt, len(REBUILD_SECONDS) - 1)])
            self._refuse_all()
            try:
                await self._open()
                await self._bring_back()
            except Exception as error:  # noqa: BLE001 - whatever it was, the event must come back
                attempt += 1
                log.warning(
                    "rebuild failed", extra={"event": self.id, "cause": type(error).__name__}
                )
            else:
                return

    async def _bring_back(self) -> None:
        evening = self._loaded()
        now = self._tools.clock.now()
        effects: list[Effect] = []
        for person in self.audience.seated():
            if evening.knows(person) and not evening.removed(person):
                effects += evening.attend(person, now, fresh=False)
            await asyncio.sleep(0)
        await self._runner.run(self._runner.pack(effects))
        await self.pages.refresh_all(evening, now)

    # Small parts

    def _loaded(self) -> Evening:
        if self._evening is None:
            raise Unavailable("the event is being loaded")
        return self._evening

    async def _ask(
        self,
        decide: Decide,
        then: Then | None = None,
        *,
        urgent: bool = False,
        on_loop: bool = False,
    ) -> str:
        if self._group is None:
            raise Unavailable("the event is not running")
        job = Job(decide, asyncio.get_running_loop().create_future(), then, on_loop)
        self.touch()
        self._mailbox.put(job, urgent=urgent)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await job.done
        except TimeoutError:
            raise Unavailable("no answer in time") from None

    def _post(self, decide: Decide, then: Then | None = None, *, on_loop: bool = False) -> None:
        done: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._mailbox.put(Job(decide, done, then, on_loop), urgent=True)

    def _ask_matcher(self, request: Ask) -> None:
        if self._group is None:
            return
        match request:
            case PlanRound():
                self._group.create_task(self._plan(request))
            case RunWave():
                self._group.create_task(self._wave(request))
            case Rehearse() | StopRehearsal():
                if self._rehearsal is not None:
                    self._rehearsal.cancel()
                    self._rehearsal = None
                if isinstance(request, Rehearse):
                    self._rehearsal = self._group.create_task(self._rehearse(request))

    async def _plan(self, request: PlanRound) -> None:
        plan = await self._tools.matcher.plan(self.id, request)
        if plan is not None:
            self._post(lambda evening, now: evening.planned(request.ask, plan, now))

    async def _wave(self, request: RunWave) -> None:
        wave = await self._tools.matcher.wave(self.id, request)
        if wave is not None:
            self._post(lambda evening, now: evening.waved(request.ask, wave, now))

    async def _rehearse(self, request: Rehearse) -> None:
        done = False
        async for found in self._tools.matcher.rehearse(self.id, request):
            done = found.done
            self._post(partial(_rehearsed, request.ask, found))
        if not done:
            self._post(partial(_rehearsed, request.ask, None))

    def _refuse_all(self) -> None:
        for job in self._mailbox.take(len(self._mailbox)):
            job.fail(Unavailable("the event is being restored"))


def _rehearsed(ask: int, found: Rehearsed | None, evening: Evening, now: float) -> list[Effect]:
    return evening.rehearsed(ask, found, now)


async def _here(work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Do something at once, where `asyncio.to_thread` would do it elsewhere."""
    return work(*args, **kwargs)
