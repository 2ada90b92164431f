"""Site: what pages and the HTTP interface work with, in one value."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from server.domain.records import EventRecord, PersonRecord
from server.errors import NotFound
from server.ids import EventId
from server.ports import Clock
from server.services.events import Events
from server.services.joining import Joining
from server.web.limits import Limits
from server.web.problems import Problems
from server.web.render import Renderer
from server.web.visitors import Cookies

Here = Callable[[EventId], Sequence[PersonRecord]]
"""Who is connected to an event right now; nobody if it is not live."""
Line = Callable[[EventId], int]
"""The number on the waiting list a newcomer would get; 0 where there is a place."""
StartPractice = Callable[[], Awaitable[str]]
"""Starts an evening with simulated people and returns the link to join it. Raises TooMany."""


def nobody(event: EventId) -> Sequence[PersonRecord]:
    """Return nobody, whatever the event."""
    del event
    return ()


def no_line(event: EventId) -> int:
    """Return that there is a place, whatever the event."""
    del event
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Services and tools of the web layer."""

    events: Events
    joining: Joining
    clock: Clock
    renderer: Renderer
    problems: Problems
    cookies: Cookies
    limits: Limits
    local_only: bool
    """Whether only this computer can open the pages."""
    here: Here = nobody
    line: Line = no_line
    start_practice: StartPractice | None = None

    async def by_code(self, code: str, address: str) -> EventRecord:
        """Return the event of a code; only wrong ones count. Raises NotFound, TooMany."""
        self.limits.check("code", address)
        try:
            return await self.events.by_code(code)
        except NotFound:
            self.limits.take("code", address)
            raise
