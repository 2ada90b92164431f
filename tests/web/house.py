"""A whole web layer over the memory store, with a manual clock and a door that can be shut."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware

from server.auth.tokens import Tokens
from server.domain.records import EventRecord, PersonRecord
from server.engines.memory import MemoryStore
from server.errors import TsunagariError
from server.ids import EventId
from server.services.drafts import Draft
from server.services.events import Events, Links, Place
from server.services.joining import Joining
from server.web import api, health, pages, suggest
from server.web.assets import Assets
from server.web.guard import Guard
from server.web.headers import SecurityHeaders
from server.web.limits import Limits
from server.web.problems import Problems
from server.web.render import Renderer, Town
from server.web.site import Site
from server.web.visitors import Cookies

NOW = 1_795_867_620.0
"""28 November 2026, 12:07 UTC: 21:07 in Beppu."""
ASSETS = Assets.load()


@dataclass
class ManualClock:
    time: float = NOW

    def now(self) -> float:
        return self.time


@dataclass
class House:
    """Everything a test of the web layer wants to touch."""

    url: str = "http://localhost:8300"
    origins: tuple[str, ...] = ()
    open_to_network: bool = False
    clock: ManualClock = field(default_factory=ManualClock)
    store: MemoryStore = field(default_factory=MemoryStore)
    present: list[PersonRecord] = field(default_factory=list)
    refuse: TsunagariError | None = None
    practices: int = 0

    def __post_init__(self) -> None:
        secure = self.url.startswith("https")
        self.tokens = Tokens(b"s" * 32)
        self.events = Events(
            self.store, self.tokens, self.clock, Place(self.url, "Beppu", "Asia/Tokyo")
        )
        renderer = Renderer(ASSETS, Town("Beppu", "Asia/Tokyo"), self.clock, secure=secure)
        self.problems = Problems(renderer.problem)
        self.site = Site(
            events=self.events,
            joining=Joining(self.events, self.admit),
            clock=self.clock,
            renderer=renderer,
            problems=self.problems,
            cookies=Cookies(self.tokens, secure=secure),
            limits=Limits(self.clock),
            local_only=not secure,
            here=self.here,
            start_practice=self.start_practice,
        )
        self.app = Starlette(
            routes=[
                *pages.routes(self.site),
                *api.routes(self.site),
                *suggest.routes(self.site),
                *health.routes(self.store, "1.2.3"),
                *ASSETS.routes(),
            ],
            middleware=[
                Middleware(SecurityHeaders, secure=secure),
                Middleware(
                    Guard,
                    origins={self.url, *self.origins},
                    open_to_network=self.open_to_network,
                    problems=self.problems,
                ),
            ],
            exception_handlers=self.problems.handlers(),
        )

        self.app.router.redirect_slashes = False

    async def admit(self, person: PersonRecord) -> None:
        if self.refuse is not None:
            raise self.refuse
        await self.store.save([person])

    def here(self, event: EventId) -> list[PersonRecord]:
        return [person for person in self.present if person.event == event]

    async def start_practice(self) -> str:
        self.practices += 1
        event = await self.events.create(Draft(title="Practice", practice=True))
        return self.events.links(event).join_link

    def browser(
        self, address: str = "127.0.0.1", *, origin: bool = True, **more: Any
    ) -> httpx.AsyncClient:
        """A browser at an address; it follows no redirects by itself."""
        headers = {"Origin": self.url} if origin else {}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(
                self.app, client=(address, 50000), raise_app_exceptions=False
            ),
            base_url=self.url,
            headers={**headers, **more.pop("headers", {})},
            **more,
        )

    async def owner(self) -> httpx.AsyncClient:
        """A browser that is the owner's."""
        browser = self.browser()
        answer = await browser.post(f"/o/{self.tokens.door(self.clock.now())}")
        assert answer.status_code == 303
        return browser

    async def event(self, **fields: Any) -> tuple[EventRecord, Links]:
        made = await self.events.create(Draft(**{"title": "Autumn mixer", **fields}))
        return made, self.events.links(made)
