"""One socket of one session: a task that reads, and a task that writes.

Rule: nothing that goes to others waits for this socket. What it cannot take in time ends it with
4408; its session lives on and can be resumed.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from server.errors import BadMessage, TooMany, TsunagariError
from server.ports import Clock
from server.protocol.client import ClientMessage, Ping
from server.protocol.codec import decode, frame, request_id
from server.protocol.server import Bye
from server.services.audience import parcel
from server.sessions.dispatch import dispatch, refuse
from server.sessions.limiter import Limiter, Verdict
from server.sessions.session import SLOW_READER, Session

log = logging.getLogger(__name__)

WRITE_SECONDS = 10.0
CLOSE_SECONDS = 1.0
TOO_OFTEN = 4429


class WireClosed(Exception):
    """The other side is gone."""


class Wire(Protocol):
    """A WebSocket, as far as a connection needs it. Methods raise WireClosed."""

    async def receive(self) -> str | bytes:
        """Return the next frame."""
        ...

    async def send(self, data: bytes) -> None:
        """Send a text frame; waits while the other side does not read."""
        ...

    async def close(self, code: int, reason: str) -> None:
        """Close it."""
        ...


async def farewell(wire: Wire, code: int, reason: str) -> None:
    """Say why, then close; gives up on a side that does not listen."""
    bye = frame([parcel(Bye(code=code, reason=reason)).data])
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await wire.send(bye)
            await wire.close(code, reason)
    except (WireClosed, TimeoutError):
        return


class Connection:
    """Runs one socket until either side ends it."""

    def __init__(self, wire: Wire, clock: Clock) -> None:
        self._wire = wire
        self._clock = clock
        self._limiter = Limiter(clock.now())
        self._stopped = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None
        self._receiving = False
        self._farewell: tuple[int, str] | None = None
        self.ended = asyncio.Event()

    def close(self, code: int, reason: str) -> None:
        """Ask for the socket to be closed; the first reason given counts."""
        if not self._stopped.is_set():
            self._farewell = (code, reason)
            self._stop()

    async def run(self, session: Session) -> None:
        """Serve the session on this socket; returns when the socket is of no more use."""
        try:
            async with asyncio.TaskGroup() as group:
                self._reader = group.create_task(self._read(session))
                writer = group.create_task(self._write(session))
                await self._stopped.wait()
                self._detach(session)
                writer.cancel()
                # A request that is being decided is finished first: its answer can be asked again.
        finally:
            self._detach(session)

    async def finish(self) -> None:
        """Say goodbye, if this side ended it."""
        try:
            if self._farewell is not None:
                await farewell(self._wire, *self._farewell)
        finally:
            self.ended.set()

    def _detach(self, session: Session) -> None:
        if session.unbind(self, self._clock.now()):
            session.live.pages.lost(session)

    def _stop(self) -> None:
        self._stopped.set()
        if self._receiving and self._reader is not None:
            self._reader.cancel()

    async def _read(self, session: Session) -> None:
        try:
            while not self._stopped.is_set():
                self._receiving = True
                data = await self._wire.receive()
                self._receiving = False
                if not await self._take_in(session, data):
                    await asyncio.sleep(0)  # a flood of nonsense gets no more than its turn
        except WireClosed:
            pass
        finally:
            self._receiving = False
            self._stopped.set()

    async def _write(self, session: Session) -> None:
        outbox = session.outbox
        try:
            while True:
                await outbox.wait()
                await asyncio.sleep(0)  # what belongs to the same moment travels in one frame
                while (data := outbox.take()) is not None:
                    async with asyncio.timeout(WRITE_SECONDS):
                        await self._wire.send(data)
                if outbox.caught_up():
                    session.live.pages.refresh_presence(session)
        except TimeoutError:
            self.close(SLOW_READER, "slow reader")
        except WireClosed:
            self._stop()

    async def _take_in(self, session: Session, data: str | bytes) -> bool:
        """Deal with one frame; False if it was refused unread."""
        now = self._clock.now()
        verdict = self._limiter.frame(now)
        if verdict is not Verdict.FINE:
            self._too_often(session, request_id(data), verdict)
            return False
        try:
            message = _decode_text(data)
        except TsunagariError as refusal:
            self._nonsense(session, request_id(data), refusal, now)
            return False
        verdict = self._limiter.message(message, now)
        if verdict is not Verdict.FINE:
            self._too_often(session, message.id, verdict)
            return False
        await answer(session, message, self._clock)
        return True

    def _nonsense(self, session: Session, request: int, why: TsunagariError, now: float) -> None:
        verdict = self._limiter.nonsense(now)
        if verdict is Verdict.FINE:
            session.push(parcel(refuse(request, why)))
        else:
            self._too_often(session, request, verdict)

    def _too_often(self, session: Session, request: int, verdict: Verdict) -> None:
        if verdict is Verdict.CLOSE:
            self.close(TOO_OFTEN, "too many messages")
        else:
            session.push(parcel(refuse(request, TooMany("slow down"))))


async def answer(session: Session, message: ClientMessage, clock: Clock) -> None:
    """Answer one request exactly once, and a repeated one as before."""
    if isinstance(message, Ping):
        session.outbox.push_loose(await dispatch(session, message, clock.now()))
        return
    before = session.replies.given(message.id, clock.now())
    if before is not None:
        session.push(before)
        return
    if not session.replies.begin(message.id):
        return
    reply = parcel(await dispatch(session, message, clock.now()))
    session.replies.finish(message.id, reply, clock.now())
    session.push(reply)


def _decode_text(data: str | bytes) -> ClientMessage:
    if isinstance(data, bytes):
        raise BadMessage("text frames only")
    return decode(data)
