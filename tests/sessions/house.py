"""A whole server in the test's own loop: real sockets, a store in memory, one event to begin with."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import uvicorn
from starlette.applications import Starlette

from server.auth.tokens import Tokens
from server.client import Tsunagari
from server.clock import SystemClock
from server.config import Settings
from server.domain.records import EventRecord, PersonRecord
from server.engines.memory import MemoryStore
from server.ids import EventId, PersonId
from server.ports import Clock, Store
from server.protocol.parts import Language, Mode, Plan, Profile
from server.services.hub import Hub
from server.services.ice import IceServers
from server.services.live import LiveEvent
from server.services.matcher import Matcher
from server.services.tools import Tools
from server.sessions.gateway import Door, Gateway
from server.web.serving import SOCKET_OPTIONS, DrainingServer, listen, serving
from server.web.socket import socket_route

QUICK = Plan(
    rounds=3,
    round_seconds=60,
    wrap_seconds=0.5,
    break_seconds=1,
    propose_seconds=0.2,
    notice_seconds=0.2,
)
CLOCK = SystemClock()
FIRST = EventId("e-1")


def event_record(
    name: str = "e-1", *, plan: Plan = QUICK, practice: bool = False, now: float | None = None
) -> EventRecord:
    now = CLOCK.now() if now is None else now
    return EventRecord(
        id=EventId(name),
        title="Homecoming",
        zone="Asia/Tokyo",
        code=f"code-{name}",
        plan=plan,
        seed=7,
        created_at=now,
        expires_at=now + 3600,
        practice=practice,
    )


def profile(name: str) -> Profile:
    return Profile(
        name=name,
        zone="Asia/Tokyo",
        role="alumni",
        age="adult",
        languages=[Language(code="ja", level=4), Language(code="en", level=3)],
    )


@dataclass
class House:
    """A running server and what it is made of."""

    url: str
    store: Store
    hub: Hub
    gateway: Gateway
    tokens: Tokens
    clock: Clock
    server: DrainingServer
    event: EventId = FIRST
    counter: int = 0
    made: list[PersonId] = field(default_factory=list)

    async def live(self, event: EventId | None = None) -> LiveEvent:
        return await self.hub.event(event or self.event)

    async def join(self, name: str = "", event: EventId | None = None) -> tuple[PersonId, str]:
        """Admit somebody; return their id and token."""
        self.counter += 1
        live = await self.live(event)
        person = PersonId(f"p-{self.counter}-{live.id}")
        name = name or f"Guest {self.counter}"
        await live.admit(
            PersonRecord(
                id=person, event=live.id, profile=profile(name), joined_at=self.clock.now()
            )
        )
        return person, self.token(person, live.id)

    def token(self, person: PersonId, event: EventId | None = None) -> str:
        return self.tokens.person(event or self.event, person, self.clock.now() + 3600)

    def client(self, token: str, mode: Mode = "video") -> Tsunagari:
        return Tsunagari(self.url, token, clock=self.clock, mode=mode)

    async def guest(self, name: str = "") -> Tsunagari:
        _, token = await self.join(name)
        return self.client(token)

    def host(self, event: EventId | None = None) -> Tsunagari:
        return self.client(self.tokens.host(event or self.event, self.clock.now() + 3600))


@contextlib.asynccontextmanager
async def open_house(
    *,
    store: Store | None = None,
    plan: Plan = QUICK,
    matcher: Matcher | None = None,
    port: int = 0,
    options: dict[str, object] | None = None,
) -> AsyncIterator[House]:
    """Run a server on loopback until the block ends, on a free port unless one is named."""
    store = store or MemoryStore()
    if await store.event(EventId("e-1")) is None:
        await store.save([event_record(plan=plan)])
    tokens = Tokens(b"s" * 32)
    hub = Hub(Tools(store, CLOCK, matcher or Matcher()))
    gateway = Gateway(Door(hub, tokens, CLOCK, IceServers(Settings()), "http://house.example"))
    app = Starlette(routes=[socket_route(gateway, frozenset())])
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=0,
        lifespan="off",
        log_config=None,
        **{**SOCKET_OPTIONS, **(options or {})},
    )
    server = DrainingServer(config, gateway.drain)
    async with hub, gateway, serving(server, listen("127.0.0.1", port)) as taken:
        yield House(f"http://127.0.0.1:{taken}", store, hub, gateway, tokens, CLOCK, server)


@contextlib.asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """Run any application on a free port of loopback; yield its address."""

    async def nobody() -> None:
        return

    config = uvicorn.Config(app, lifespan="off", log_config=None)
    async with serving(DrainingServer(config, nobody), listen("127.0.0.1", 0)) as port:
        yield f"http://127.0.0.1:{port}"


async def become(true: Callable[[], bool], *, seconds: float = 10.0) -> None:
    """Return when something of the server has become true, for which no message is sent."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - bounded, and nobody sets an event for it
            await asyncio.sleep(0.01)
