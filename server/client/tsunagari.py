"""The client: one person (or host) at one event. See README.md.

async with Tsunagari(url, token) as me:
    await me.ready()
    seat = await me.seat()
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable
from random import Random  # noqa: TID251 - a type: the instance comes in
from types import TracebackType
from typing import Self, TypeVar

from server.client.commands import Commands
from server.client.line import Call, Closed, Line
from server.client.replica import Replica
from server.clock import SystemClock
from server.ports import Clock
from server.protocol import server as s
from server.protocol.parts import Mode

PATIENCE_SECONDS = 10.0
KEPT_MESSAGES = 2000

M = TypeVar("M", bound=s.Message)


def socket_url(url: str) -> str:
    """Return the address of the WebSocket of a server."""
    scheme, _, rest = url.rstrip("/").partition("://")
    return f"{'wss' if scheme in ('https', 'wss') else 'ws'}://{rest.removesuffix('/ws')}/ws"


class Tsunagari(Commands):
    """A connection to an event that survives lost sockets. Use as an async context manager.

    `replica` is the state as the server told it; `wait_for` and `until` wait for more of it.
    """

    def __init__(  # noqa: PLR0913 - all but the first two are options by name
        self,
        url: str,
        token: str,
        *,
        zone: str = "UTC",
        mode: Mode = "video",
        clock: Clock | None = None,
        random: Random | None = None,
        hear: Callable[[s.ServerMessage], None] | None = None,
    ) -> None:
        """Prepare; `hear` is called with every message when the replica has taken it in."""
        self.replica = Replica()
        self.clock = clock or SystemClock()
        self._tell = hear
        self._call = Call(
            socket_url(url),
            token,
            self.clock,
            random or secrets.SystemRandom(),
            zone=zone,
            mode=mode,
        )
        self.line = Line(self._call, self._hear)
        super().__init__(self.line.request)
        self._heard: deque[tuple[int, s.ServerMessage]] = deque(maxlen=KEPT_MESSAGES)
        self._count = 0
        self._had: dict[type[s.Message], int] = {}
        self._changed = asyncio.Event()
        self._group: asyncio.TaskGroup | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Connect, say hello, and wait for the welcome; raises Closed when refused."""
        self._group = await asyncio.TaskGroup().__aenter__()
        self._task = self._group.create_task(self._run())
        try:
            await self.line.ready()
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave."""
        group, self._group = self._group, None
        if group is None or self._task is None:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                await self.line.close()
        self._task.cancel()
        await group.__aexit__(None, None, None)

    @property
    def now(self) -> float:
        """The server's time, as far as it is known."""
        return self.clock.now() + self.line.offset

    @property
    def over(self) -> Closed | None:
        """Why the session ended, if it did."""
        return self.line.over

    async def wait_for(
        self,
        kind: type[M],
        where: Callable[[M], bool] | None = None,
        *,
        seconds: float = PATIENCE_SECONDS,
    ) -> M:
        """Return the next message of a kind that this method has not returned or passed yet.

        Raises TimeoutError after `seconds`, Closed when the session is over.
        """
        async with asyncio.timeout(seconds):
            while True:
                found = self._next(kind, where)
                if found is not None:
                    return found
                await self._more()

    async def until(
        self, true: Callable[[Replica], bool], *, seconds: float = PATIENCE_SECONDS
    ) -> Replica:
        """Return when something has become true of the replica."""
        async with asyncio.timeout(seconds):
            while not true(self.replica):
                await self._more()
        return self.replica

    async def seat(self, *, seconds: float = PATIENCE_SECONDS) -> s.RoundSeat:
        """Return the next seat."""
        return await self.wait_for(s.RoundSeat, seconds=seconds)

    async def seats(self) -> AsyncIterator[s.RoundSeat]:
        """Yield each seat as it is given, until the mixer is closed."""
        while True:
            seat = self._next(s.RoundSeat, None)
            if seat is not None:
                yield seat
            elif self.replica.mixer is not None and self.replica.mixer.phase == "closed":
                return
            else:
                await self._more()

    def messages(self) -> AsyncIterator[s.ServerMessage]:
        """Return an iterator over every message from now on, in order."""
        return self._since(self._count)

    async def _since(self, at: int) -> AsyncIterator[s.ServerMessage]:
        while True:
            for number, message in list(self._heard):
                if number > at:
                    at = number
                    yield message
            if self._count == at:
                await self._more()

    def drop(self, seconds: float = 0.0) -> None:
        """Lose the socket without a word; the session is resumed by itself, not before `seconds`."""
        self.line.drop(seconds)

    def twin(self) -> Tsunagari:
        """Return another client of the same person, as a second tab or device is."""
        call = self._call
        return Tsunagari(
            call.socket_url,
            call.token,
            zone=call.zone,
            mode=call.mode,
            clock=self.clock,
            random=call.random,
        )

    def reload(self) -> None:
        """Behave as a page that is loaded anew: same person, new session, empty replica."""
        faults = self.replica.faults
        self.replica = Replica(faults=faults)
        self.line.forget()

    def _hear(self, message: s.ServerMessage) -> None:
        self._count += 1
        self._heard.append((self._count, message))
        self.replica.apply(message)
        if self._tell is not None:
            self._tell(message)
        self._changed.set()
        self._changed = asyncio.Event()

    def _next(self, kind: type[M], where: Callable[[M], bool] | None) -> M | None:
        had = self._had.get(kind, 0)
        for number, message in self._heard:
            if number <= had or not isinstance(message, kind):
                continue
            self._had[kind] = number
            if where is None or where(message):
                return message
        return None

    async def _more(self) -> None:
        changed = self._changed
        if self.line.over is not None:
            raise self.line.over
        await changed.wait()

    async def _run(self) -> None:
        try:
            await self.line.run()
        except Closed:
            pass
        finally:
            self._changed.set()
