"""One session with the server, over as many sockets as it takes.

Rule: frames are taken in order and once. A lost socket is resumed; requests that were not answered
are asked again with the same id, which the server carries out once.

opening -> live <-> lost -> over
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from random import Random  # noqa: TID251 - a type: the instance comes in

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from server.client.commands import Refused
from server.ports import Clock
from server.protocol import client as c
from server.protocol import server as s
from server.protocol.parts import Mode

SUBPROTOCOL = Subprotocol("tsunagari.v1.json")
PING_SECONDS = 10.0
OPEN_SECONDS = 10.0
FINAL = frozenset({4400, 4401, 4403, 4409, 4410, 4426})
"""Close codes after which nobody should come back by themselves."""
MAX_BYTES = 4 * 1024 * 1024


class Closed(Exception):
    """The session is over; `code` is the close code."""

    def __init__(self, code: int, reason: str = "") -> None:
        super().__init__(f"{code} {reason}".strip())
        self.code = code
        self.reason = reason


class _Frame(msgspec.Struct):
    m: list[msgspec.Raw]
    n: int = 0


_frames = msgspec.json.Decoder(_Frame)
_messages: msgspec.json.Decoder[s.ServerMessage] = msgspec.json.Decoder(s.ServerMessage)
_encoder = msgspec.json.Encoder()


@dataclass(slots=True)
class _Question:
    """A request without an answer yet, and the socket on which it was asked last."""

    data: str
    answer: asyncio.Future[s.Ok]
    socket: ClientConnection | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """How to reach the server, and as whom."""

    socket_url: str
    token: str
    clock: Clock
    random: Random
    """For the jitter of the pauses before coming back."""
    zone: str = "UTC"
    lang: str = "en"
    mode: Mode = "video"


class Line:
    """Keeps one session alive; run `run` in a task."""

    def __init__(self, call: Call, hear: Callable[[s.ServerMessage], None]) -> None:
        self._call = call
        self._hear = hear
        self._welcome: s.Welcome | None = None
        self._past: s.Welcome | None = None
        self._acked = 0
        self._ids = 0
        self._open: dict[int, _Question] = {}
        self._socket: ClientConnection | None = None
        self._live = asyncio.Event()
        self.over: Closed | None = None
        self._ending = False
        self._away = 0.0
        self.offset = 0.0
        """Server time minus own time, by the fastest answer."""
        self._fastest = float("inf")
        self.faults: list[str] = []
        self.resumed = 0
        self.sockets = 0

    async def run(self) -> None:
        """Open, and reopen when lost, until it is over; raises Closed when refused for good."""
        failures = 0
        while not self._ending:
            try:
                await self._one_socket()
                failures = 0
            except Closed as closed:
                self._end(closed)
                raise
            except (ConnectionClosed, InvalidHandshake, OSError, TimeoutError):
                failures += 1
            self._live.clear()
            if not self._ending:
                jitter = self._call.random.random() * min(30.0, 0.5 * 2**failures)
                away, self._away = self._away, 0.0
                await asyncio.sleep(max(jitter, away))
        self._end(Closed(1000, "closed here"))

    async def ready(self) -> s.Welcome:
        """Return when the session is live."""
        await self._live.wait()
        if self.over is not None:
            raise self.over
        if self._welcome is None:
            raise Closed(1006)
        return self._welcome

    async def request(self, message: c.Request) -> s.Ok:
        """Ask, wait for the answer, over a lost socket if need be."""
        if self.over is not None:
            raise self.over
        self._ids += 1
        number = self._ids
        data = _encoder.encode(msgspec.structs.replace(message, id=number)).decode()
        question = _Question(data, asyncio.get_running_loop().create_future())
        self._open[number] = question
        try:
            await self._put(question)
            return await question.answer
        finally:
            self._open.pop(number, None)

    def drop(self, seconds: float = 0.0) -> None:
        """Lose the socket without a word, as a dead network does; it is resumed after a while."""
        self._away = seconds
        if self._socket is not None:
            self._socket.transport.abort()

    def forget(self) -> None:
        """Behave as a page that was loaded anew: the next hello does not resume, but replaces."""
        self._past, self._welcome = self._welcome, None
        self._acked = 0
        self.drop()

    async def close(self) -> None:
        """End it."""
        self._ending = True
        if self._socket is not None:
            await self._socket.close()

    async def _one_socket(self) -> None:
        async with connect(
            self._call.socket_url,
            subprotocols=[SUBPROTOCOL],
            compression=None,
            max_size=MAX_BYTES,
            open_timeout=OPEN_SECONDS,
            proxy=None,
        ) as socket:
            self._socket = socket
            self.sockets += 1
            try:
                await self._hello(socket)
                async with asyncio.TaskGroup() as group:
                    helpers = [
                        group.create_task(self._ping(socket)),
                        group.create_task(self._ask_again(socket)),
                    ]
                    await self._read(socket)
                    for helper in helpers:
                        helper.cancel()
            finally:
                self._socket = None
        if socket.close_code in FINAL:
            raise Closed(socket.close_code, socket.close_reason or "")

    async def _hello(self, socket: ClientConnection) -> None:
        self._ids += 1
        resume, past = None, self._past
        if self._welcome is not None:
            resume = c.Resume(
                session=self._welcome.session, key=self._welcome.key, acked=self._acked
            )
        hello = c.Hello(
            id=self._ids,
            token=self._call.token,
            zone=self._call.zone,
            lang=self._call.lang,
            mode=self._call.mode,
            resume=resume,
            replaces=None if past is None else c.Replaced(session=past.session, key=past.key),
        )
        await socket.send(_encoder.encode(hello).decode())

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for data in socket:
                self._take_in(_frames.decode(data))
        except ConnectionClosed:
            return

    def _take_in(self, frame: _Frame) -> None:
        messages = [each for raw in frame.m if (each := _understood(raw)) is not None]
        fresh = next((each for each in messages if isinstance(each, s.Welcome)), None)
        if fresh is not None:
            self._acked = frame.n - 1
        if frame.n and frame.n <= self._acked:
            return
        if frame.n and frame.n != self._acked + 1:
            self.faults.append(f"frame {frame.n} after {self._acked}")
        self._acked = frame.n or self._acked
        for message in messages:
            self._note(message)
            self._hear(message)

    def _note(self, message: s.ServerMessage) -> None:
        match message:
            case s.Welcome():
                self._welcome, self._past = message, None
                self._live.set()
            case s.Resumed():
                self.resumed += 1
                self._live.set()
            case s.Ok():
                self._settle(message.re, message)
            case s.Error():
                self._settle(message.re, Refused(message.code, message.detail))
            case s.Pong():
                self._learn_time(message)
            case _:
                pass

    def _settle(self, number: int, answer: s.Ok | Refused) -> None:
        question = self._open.get(number)
        if question is None or question.answer.done():
            return
        if isinstance(answer, Refused):
            question.answer.set_exception(answer)
        else:
            question.answer.set_result(answer)

    async def _ask_again(self, socket: ClientConnection) -> None:
        await self._live.wait()
        for question in list(self._open.values()):
            if question.socket is not socket:
                await self._put(question)

    async def _put(self, question: _Question) -> None:
        socket = self._socket
        if socket is None or not self._live.is_set():
            return  # it is asked when the session is live again
        question.socket = socket
        try:
            await socket.send(question.data)
        except ConnectionClosed:
            return

    async def _ping(self, socket: ClientConnection) -> None:
        while True:
            await self._live.wait()
            self._ids += 1
            ping = c.Ping(id=self._ids, acked=self._acked, sent=self._call.clock.now())
            try:
                await socket.send(_encoder.encode(ping).decode())
            except ConnectionClosed:
                return
            await asyncio.sleep(PING_SECONDS)

    def _learn_time(self, pong: s.Pong) -> None:
        now = self._call.clock.now()
        trip = now - pong.sent
        if trip <= self._fastest:
            self._fastest = trip
            self.offset = pong.at + trip / 2 - now

    def _end(self, closed: Closed) -> None:
        self.over = closed
        self._live.set()
        for question in self._open.values():
            if not question.answer.done():
                question.answer.set_exception(closed)


def _understood(raw: msgspec.Raw) -> s.ServerMessage | None:
    """Decode one message; what a newer server says and this client does not know is left out."""
    try:
        return _messages.decode(raw)
    except msgspec.ValidationError:
        return None
