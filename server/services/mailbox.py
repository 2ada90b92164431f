"""The mailbox of a live event: what is to be decided, in the order in which it came.

Rule: bounded. Requests of clients are refused when it is full; what the shell itself puts in (a
connection came or went, a plan is ready) is always taken, and is bounded by the connections.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from server.domain.effects import Effect
from server.domain.evening import Evening, Step
from server.errors import TooMany

CAPACITY = 1024

Decide = Callable[[Evening, float], Step | list[Effect]]
Then = Callable[[Evening, float], None]


@dataclass(slots=True)
class Job:
    """One thing to decide, and what happens when it is saved.

    `then` runs after the effects were carried out, before anything else is decided: what it reads
    of the evening is exactly what has been sent.
    """

    decide: Decide
    done: asyncio.Future[str]
    then: Then | None = None
    on_loop: bool = False
    """Looks at who is connected, which only the event loop may."""

    def succeed(self, ref: str) -> None:
        """Answer the asker, if they still wait."""
        if not self.done.done():
            self.done.set_result(ref)

    def fail(self, error: Exception) -> None:
        """Refuse the asker, if they still wait."""
        if not self.done.done():
            self.done.set_exception(error)
            # An asker who gave up (its socket is gone) does not make the loop complain.
            self.done.exception()


class Mailbox:
    """A bounded queue of jobs with one reader, who takes all that wait at once."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._jobs: deque[Job] = deque()
        self._ready = asyncio.Event()

    def __len__(self) -> int:
        return len(self._jobs)

    def put(self, job: Job, *, urgent: bool = False) -> None:
        """Add a job at the end; raises TooMany when full, unless it is the shell's own."""
        if not urgent and len(self._jobs) >= self._capacity:
            raise TooMany("the event has too much to do")
        self._jobs.append(job)
        self._ready.set()

    def wake(self) -> None:
        """Make the reader look at the clock again."""
        self._ready.set()

    async def wait(self, seconds: float | None) -> None:
        """Return when there is something to do, or when the time is over."""
        if seconds is not None and seconds <= 0 and not self._ready.is_set():
            # Others get the loop even while deadlines follow on each other's heels.
            await asyncio.sleep(0)
            return
        try:
            async with asyncio.timeout(seconds):
                await self._ready.wait()
        except TimeoutError:
            return

    def take(self, most: int) -> list[Job]:
        """Return up to `most` jobs, oldest first."""
        jobs = [self._jobs.popleft() for _ in range(min(most, len(self._jobs)))]
        if not self._jobs:
            self._ready.clear()
        return jobs
