"""The door: says who a new socket is, gives it a session, and serves it to the end.

accepted -> hello (5 s) -> session found or made -> served -> detached
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from server.auth.tokens import Claim, Tokens
from server.domain.permissions import Actor
from server.errors import NotAuthenticated, NotFound, TsunagariError
from server.ids import PersonId
from server.ports import Clock
from server.protocol.client import Hello
from server.protocol.codec import decode
from server.protocol.parts import EventInfo
from server.protocol.server import Resumed, Resync, Welcome
from server.services.audience import parcel
from server.services.hub import Hub
from server.services.ice import IceServers
from server.sessions.connection import Connection, Wire, WireClosed, farewell
from server.sessions.registry import Sessions
from server.sessions.session import REPLACED, Session

if TYPE_CHECKING:
    from server.services.live import LiveEvent

log = logging.getLogger(__name__)

VERSION = 1
HELLO_SECONDS = 5.0
SWEEP_SECONDS = 1.0
DRAIN_SECONDS = 3.0
MOST_SESSIONS = 20_000
HOST = PersonId("host")

RESTART = 1012
OVERLOAD = 1013
PROTOCOL = 4400
NOT_AUTHENTICATED = 4401
REMOVED = 4403
OTHER_VERSION = 4426


class Refused(Exception):
    """A socket that is not let in, and the close code that tells why."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Door:
    """What it takes to let people in."""

    hub: Hub
    tokens: Tokens
    clock: Clock
    ice: IceServers
    url: str
    """Where people reach this server; for the link that hosts hand out."""


class Gateway:
    """Serves sockets. Use as an async context manager, inside the hub's."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.sessions = Sessions()
        self._open: set[Connection] = set()
        self._draining = False
        self._group: asyncio.TaskGroup | None = None
        self._sweeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Start to look after lost sessions."""
        self._group = await asyncio.TaskGroup().__aenter__()
        self._sweeper = self._group.create_task(self._sweep_forever())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send everybody away and stop."""
        await self.drain()
        group, self._group = self._group, None
        if group is not None and self._sweeper is not None:
            self._sweeper.cancel()
            await group.__aexit__(None, None, None)

    async def serve(self, wire: Wire) -> None:
        """Serve one accepted socket until it is closed."""
        connection = Connection(wire, self._door.clock)
        self._open.add(connection)
        try:
            session = await self._welcome(await _hello(wire), connection)
            await connection.run(session)
        except Refused as refused:
            await farewell(wire, refused.code, refused.reason)
        except WireClosed:
            pass
        finally:
            await connection.finish()
            self._open.discard(connection)

    async def drain(self) -> None:
        """Tell all connections that the server restarts, and close them."""
        self._draining = True
        ends = [connection.ended.wait() for connection in self._open]
        for connection in list(self._open):
            connection.close(RESTART, "the server restarts")
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                await asyncio.gather(*ends)
        except TimeoutError:
            log.warning("some connections did not end in time")

    async def _welcome(self, hello: Hello, connection: Connection) -> Session:
        if self._draining:
            raise Refused(RESTART, "the server restarts")
        if hello.version != VERSION:
            raise Refused(OTHER_VERSION, "this server speaks version 1")
        try:
            live, actor = await self._admit(hello.token)
            return await self._enter(hello, live, actor, connection)
        except (NotAuthenticated, NotFound):
            raise Refused(NOT_AUTHENTICATED, "not authenticated") from None
        except TsunagariError as error:
            raise Refused(OVERLOAD, error.code) from None

    async def _admit(self, token: str) -> tuple[LiveEvent, Actor]:
        claim: Claim = self._door.tokens.admission(token, self._door.clock.now())
        live = await self._door.hub.event(claim.event)
        if claim.kind == "host":
            return live, Actor(None, host=True)
        if not live.knows(claim.person):
            raise NotAuthenticated
        if live.removed(claim.person):
            raise Refused(REMOVED, "removed by the host")
        return live, Actor(claim.person)

    async def _enter(
        self, hello: Hello, live: LiveEvent, actor: Actor, connection: Connection
    ) -> Session:
        if hello.resume is not None:
            known = self.sessions.find(hello.resume, live.id, actor)
            if known is not None:
                return await self._resume(hello, known, connection, hello.resume.acked)
        self._let_go(hello, live, actor)
        if len(self.sessions) >= MOST_SESSIONS:
            raise Refused(OVERLOAD, "too many connections")
        self.sessions.make_room(live.id, actor.person)
        session = self.sessions.open(live, actor)
        session.bind(connection)

        def greet(here: bool) -> bool:
            session.push(parcel(self._greeting(hello, session, here)))
            return True

        try:
            await live.pages.enter(session, greet, fresh=hello.resume is None, mode=hello.mode)
        except BaseException:
            session.unbind(connection, self._door.clock.now())
            self.sessions.close(session)
            raise
        return session

    def _let_go(self, hello: Hello, live: LiveEvent, actor: Actor) -> None:
        """End what this page was before it was loaded anew, so that it does not stand in its way."""
        before = hello.replaces and self.sessions.find(hello.replaces, live.id, actor)
        if before:
            before.drop(REPLACED, "replaced by the same page")
            self.sessions.close(before)

    async def _resume(
        self, hello: Hello, session: Session, connection: Connection, acked: int
    ) -> Session:
        session.bind(connection)
        whole = session.outbox.resume(acked)

        def greet(here: bool) -> bool:
            now = self._door.clock.now()
            resumed = Resumed(re=hello.id, at=now)
            if whole and not session.outbox.lost:
                session.outbox.push_loose(resumed)
                session.outbox.replay()
                return False
            session.outbox.push_loose(resumed, Resync(at=now))
            session.outbox.start_over()
            return True

        try:
            await session.live.pages.enter(session, greet, fresh=False, mode=hello.mode)
        except BaseException:
            session.unbind(connection, self._door.clock.now())
            raise
        return session

    def _greeting(self, hello: Hello, session: Session, here: bool) -> Welcome:
        now = self._door.clock.now()
        record = session.live.record
        host = session.actor.host
        invite = self._door.tokens.invite(record.id, record.expires_at) if host else ""
        return Welcome(
            re=hello.id,
            session=session.id,
            key=session.key,
            you=session.person or HOST,
            event=EventInfo(
                id=record.id,
                title=record.title,
                zone=record.zone,
                starts_at=record.starts_at,
                plan=record.plan,
                note=record.note,
                town_city=record.town_city,
                town_zone=record.town_zone,
                practice=record.practice,
                code=record.code,
            ),
            at=now,
            host=host,
            here=here,
            ice=self._door.ice.mint(session.person or HOST, now),
            join_link=f"{self._door.url}/j/{invite}" if host else "",
        )

    async def _sweep_forever(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            self.sessions.sweep(self._door.clock.now())


async def _hello(wire: Wire) -> Hello:
    try:
        async with asyncio.timeout(HELLO_SECONDS):
            data = await wire.receive()
    except TimeoutError:
        raise Refused(NOT_AUTHENTICATED, "not authenticated") from None
    try:
        message = decode(data) if isinstance(data, str) else None
    except TsunagariError as error:
        raise Refused(PROTOCOL, error.code) from None
    if not isinstance(message, Hello):
        raise Refused(PROTOCOL, "say hello first")
    return message
