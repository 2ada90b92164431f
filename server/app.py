"""Composition root: the one place that picks engines and joins the parts.

Rule: what a command does not need is not imported; opening the store imports no web server.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server import late
from server.errors import Unavailable
from server.version import VERSION

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from server.auth.tokens import Tokens
    from server.config import Settings
    from server.ports import Clock, Store
    from server.robots.practice import Practices
    from server.services.events import Events
    from server.services.hub import Hub
    from server.services.joining import Joining
    from server.sessions.gateway import Gateway


WARM_AFTER_SECONDS = 0.3
SWITCH_SECONDS = 0.001
COLLECT_AFTER = (5_000, 10, 100)
"""So many new objects, then so many times that, then so many times that again."""


async def open_store(settings: Settings) -> Store:
    """Open the store in the data folder. Raises Unavailable with a sentence."""
    from server.engines.sqlite.store import FILE_NAME, SqliteStore

    return await SqliteStore.open(settings.data / FILE_NAME)


def memory_store() -> Store:
    """Return a store that forgets everything at the end."""
    from server.engines.memory import MemoryStore

    return MemoryStore()


@dataclass(frozen=True, slots=True)
class House:
    """Everything that serves people, joined and running."""

    settings: Settings
    store: Store
    clock: Clock
    tokens: Tokens
    events: Events
    hub: Hub
    joining: Joining
    gateway: Gateway
    practices: Practices

    def numbers(self) -> dict[str, int]:
        """Return what there is to count."""
        return {"events": len(self.hub.live()), "sessions": len(self.gateway.sessions)}


@asynccontextmanager
async def open_house(settings: Settings, store: Store, secret: bytes) -> AsyncIterator[House]:
    """Join the parts and run them until the block ends."""
    from server.auth.tokens import Tokens
    from server.clock import SystemClock
    from server.robots.practice import Practices
    from server.services.events import Events, Place
    from server.services.hub import Hub
    from server.services.ice import IceServers
    from server.services.joining import Joining
    from server.services.matcher import Matcher
    from server.services.tools import Tools
    from server.sessions.gateway import Door, Gateway

    clock, tokens = SystemClock(), Tokens(secret)
    place = Place(settings.url, settings.town_city, settings.town_zone)
    events = Events(store, tokens, clock, place)
    own_address = f"http://127.0.0.1:{settings.port}"
    async with Hub(Tools(store, clock, Matcher())) as hub:
        door = Door(hub, tokens, clock, IceServers(settings), settings.url)
        async with Gateway(door) as gateway, Practices(hub, events, own_address) as practices:
            joining = Joining(events, hub.admit)
            yield House(settings, store, clock, tokens, events, hub, joining, gateway, practices)


def build(house: House) -> tuple[ASGIApp, Callable[[], None]]:
    """Return the web application of a house, and what to do once it listens."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from server.web import api, health, pages, suggest
    from server.web.assets import Assets
    from server.web.guard import Guard
    from server.web.headers import SecurityHeaders
    from server.web.limits import Limits
    from server.web.problems import Problems
    from server.web.render import Renderer, Town
    from server.web.site import Site
    from server.web.socket import socket_route
    from server.web.visitors import Cookies

    settings = house.settings
    assets = Assets.load()
    town = Town(settings.town_city, settings.town_zone)
    renderer = Renderer(assets, town, house.clock, secure=settings.secure)
    problems = Problems(renderer.problem)
    site = Site(
        events=house.events,
        joining=house.joining,
        clock=house.clock,
        renderer=renderer,
        problems=problems,
        cookies=Cookies(house.tokens, secure=settings.secure),
        limits=Limits(house.clock),
        local_only=settings.loopback and not settings.public_url,
        here=house.hub.here,
        line=house.hub.next_number,
        start_practice=house.practices.start,
    )
    open_to_network = not settings.loopback and not settings.public_url
    app = Starlette(
        routes=[
            *health.routes(house.store, VERSION, house.numbers),
            socket_route(house.gateway, settings.origins),
            *assets.routes(),
            *api.routes(site),
            *suggest.routes(site),
            *pages.routes(site),
        ],
        exception_handlers=problems.handlers(),
        middleware=[
            Middleware(SecurityHeaders, secure=settings.secure),
            Middleware(
                Guard,
                origins=settings.origins,
                open_to_network=open_to_network,
                problems=problems,
            ),
        ],
    )
    app.router.redirect_slashes = False
    return app, renderer.warm


def serve(settings: Settings, secret: bytes) -> int:
    """Serve until interrupted or terminated; return the exit code.

    Raises Unavailable with a sentence if the address or the store cannot be used.
    """
    from server.clock import SystemClock

    began = SystemClock().now()
    import uvloop

    # What a start makes stays; to look through it again and again would free nothing.
    gc.disable()
    # A large event decides in a thread; the loop wants the interpreter back within a millisecond.
    sys.setswitchinterval(SWITCH_SECONDS)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_serve(settings, secret, began))


async def _serve(settings: Settings, secret: bytes, began: float) -> int:
    from server import panel

    listening = listen(settings)
    # Beside each other: each is half of a start. Whoever connects meanwhile waits in the backlog.
    store, _ = await asyncio.gather(open_store(settings), asyncio.to_thread(_fetch_house))
    try:
        async with (
            open_house(settings, store, secret) as house,
            listening_house(house, listening) as stop,
        ):
            now = house.clock.now()
            door = f"{settings.url}/o/{house.tokens.door(now)}"
            panel.show(panel.Started(settings, door, now - began))
            await stop.wait()
    finally:
        await store.close()
    return 0


def listen(settings: Settings) -> socket.socket:
    """Take the address. Raises Unavailable with a sentence."""
    from server.web import serving

    try:
        return serving.listen(settings.host, settings.port)
    except OSError as error:
        where = f"{settings.host} port {settings.port}"
        reason = (error.strerror or "not possible").lower()
        raise Unavailable(
            f"Cannot listen on {where} ({reason}): "
            "choose another one with --port or TSUNAGARI_PORT, or stop what is there."
        ) from None


@asynccontextmanager
async def listening_house(house: House, listening: socket.socket) -> AsyncIterator[asyncio.Event]:
    """Serve the house at a socket until the block ends; yield what SIGINT and SIGTERM set."""
    import uvicorn

    from server.web.punctual import Patience, punctual
    from server.web.serving import SOCKET_OPTIONS, DrainingServer, serving

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    app, warm = build(house)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        http=punctual(Patience(uncounted=house.settings.trusted_proxies)),
        proxy_headers=True,
        forwarded_allow_ips=list(house.settings.trusted_proxies),
        **SOCKET_OPTIONS,
    )
    async with serving(DrainingServer(config, house.gateway.drain), listening):
        warming = loop.create_task(_warm(house.settings.log_format, warm))
        try:
            yield stop
        finally:
            warming.cancel()


async def _warm(log_format: str, pages: Callable[[], None]) -> None:
    """Fetch what the first page and the first plan would wait for, once somebody could be served."""
    await asyncio.sleep(WARM_AFTER_SECONDS)
    await asyncio.to_thread(_fetch, log_format, pages)


def calm_collector() -> None:
    """Have the garbage collector look rarely, and never through what is there now: that stays.

    Nobody is heard while it looks through everything: 70 to 200 ms at 500 people, at every bell.
    """
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    gc.enable()


def _fetch_house() -> None:
    import uvicorn  # noqa: F401 - fetched here, used by those who serve

    from server.robots import practice  # noqa: F401
    from server.sessions import gateway  # noqa: F401
    from server.web import api, pages, punctual, socket, suggest  # noqa: F401


def _fetch(log_format: str, pages: Callable[[], None]) -> None:
    with late.ONE_AT_A_TIME:
        from matching.assignment import warm
        from server import logs
        from server.services import live  # noqa: F401 - so that the first event need not

    try:
        logs.configure(log_format)
        pages()
        warm()
    finally:
        calm_collector()
