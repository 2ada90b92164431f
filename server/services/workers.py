"""Where requests to the matcher are solved: in a thread, or in a process of its own.

Rule: either solves one request at a time, in the order in which they came. One that has not begun can
be cancelled; one that has begun runs to its end or, in the process, to its deadline.

process: none -> running -> none (idle, dead or too late); the next request starts another
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

from server.clock import SystemClock
from server.services.solver import Answer, KeepGoing, Request, Solver

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

log = logging.getLogger(__name__)

Solve = Callable[[Request, KeepGoing], Answer]

ENOUGH = 0.7
"""The share of the time after which an answer is improved no further."""
IDLE_SECONDS = 120.0
"""A process that is asked nothing for so long ends, and gives its memory back."""
LEAST_SECONDS = 0.05
NICENESS = 5
"""Talking goes before planning where both want the processor."""


class WorkerDied(Exception):
    """The process is gone, and so is its answer."""


class Worker(Protocol):
    """Solves requests one by one."""

    def submit(self, request: Request, until: float) -> Future[Answer]:
        """Take a request whose answer is wanted by then (UTC epoch seconds)."""
        ...

    def close(self) -> None:
        """Take no more, drop what waits, and let go of everything."""
        ...


class InThread:
    """A thread of this process: scipy lets go of the interpreter while it solves."""

    def __init__(self, solve: Solve | None = None) -> None:
        self._solve = solve or Solver()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="matcher")

    def submit(self, request: Request, until: float) -> Future[Answer]:
        """Take a request."""
        return self._thread.submit(lambda: self._solve(request, _until_enough(_left(until))))

    def close(self) -> None:
        """Drop what waits; what has begun is finished for nobody."""
        self._thread.shutdown(wait=False, cancel_futures=True)


class InProcess:
    """One process that lives as long as it is needed; it costs this one neither time nor memory."""

    def __init__(self, solve: Callable[[], Solve] = Solver, idle: float = IDLE_SECONDS) -> None:
        self._made_by = solve
        self._idle = idle
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="matcher-process")
        self._process: BaseProcess | None = None
        self._line: Connection[Any, Any] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process that runs now, if any."""
        return self._process.pid if self._process is not None else None

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None

    def submit(self, request: Request, until: float) -> Future[Answer]:
        """Take a request."""
        return self._thread.submit(self._ask_twice, request, until)

    def close(self) -> None:
        """Drop what waits and end the process."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _ask_twice(self, request: Request, until: float) -> Answer:
        try:
            return self._ask(request, until)
        except WorkerDied:
            if self._closed:
                raise
            log.warning("matcher process died", extra={"again": True})
            return self._ask(request, until)

    def _ask(self, request: Request, until: float) -> Answer:
        line = self._line_of_living() or self._start()
        try:
            line.send((request, _left(until)))
            if not line.poll(_left(until)):
                self._end()
                raise TimeoutError
            answer, error = line.recv()
        except (EOFError, OSError) as gone:
            if isinstance(gone, TimeoutError):
                raise
            self._end()
            raise WorkerDied from gone
        if error is not None:
            raise RuntimeError(error)
        return answer  # type: ignore[no-any-return]

    def _line_of_living(self) -> Connection[Any, Any] | None:
        alive = self._process is not None and self._process.is_alive()
        return self._line if alive else None

    def _start(self) -> Connection[Any, Any]:
        import multiprocessing

        self._end()
        # Spawned, not forked: a fork would copy the locks of threads that do not exist in it.
        spawn = multiprocessing.get_context("spawn")
        self._line, theirs = spawn.Pipe()
        self._process = spawn.Process(
            target=_serve,
            args=(theirs, self._made_by, self._idle, sys.path),
            name="matcher",
            daemon=True,
        )
        self._process.start()
        theirs.close()
        if self._closed:
            self._process.kill()
        return self._line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._line is not None:
            self._line.close()
            self._line = None


def _serve(
    line: Connection[Any, Any], made_by: Callable[[], Solve], idle: float, path: list[str]
) -> None:
    """What the process does until it is idle, or its owner gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the owner, who ends this one
    sys.path[:] = path
    os.nice(NICENESS)
    solve = made_by()
    try:
        while line.poll(idle):
            request, seconds = line.recv()
            line.send(_solved(solve, request, seconds))
    except (EOFError, OSError):
        return


def _solved(solve: Solve, request: Request, seconds: float) -> tuple[Answer | None, str | None]:
    try:
        return solve(request, _until_enough(seconds)), None
    except Exception as error:  # noqa: BLE001 - told to the owner, who logs it
        return None, f"{type(error).__name__}: {error}"


def _left(until: float) -> float:
    return max(LEAST_SECONDS, until - SystemClock().now())


def _until_enough(seconds: float) -> KeepGoing:
    clock = SystemClock()
    enough = clock.now() + seconds * ENOUGH
    return lambda: clock.now() < enough
