"""The pages of a live event: how they come, are lost, come back, and hand over to each other.

Rule: of one person's pages exactly one is in use. Whatever changes that is decided in the event's
mailbox, so that what a page is told fits what was sent to the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from server.domain.effects import Effect
from server.domain.evening import Evening
from server.protocol.parts import Mode
from server.protocol.server import PresenceState, Push, Resync, SessionElsewhere
from server.services.audience import Audience, Listener
from server.services.mailbox import Decide, Then

Greet = Callable[[bool], bool]
"""Called with `here` when a page has come in; says whether a whole state must follow."""


class Ask(Protocol):
    """Has something decided in the mailbox and waits for it."""

    async def __call__(
        self,
        decide: Decide,
        then: Then | None = None,
        *,
        urgent: bool = False,
        on_loop: bool = False,
    ) -> str:
        """Return the reference of the step; raises what was refused."""
        ...


class Post(Protocol):
    """Has something decided in the mailbox without waiting."""

    def __call__(self, decide: Decide, then: Then | None = None, *, on_loop: bool = False) -> None:
        """Return at once."""
        ...


class Pages:
    """Those who are connected to one event."""

    def __init__(self, audience: Audience, ask: Ask, post: Post) -> None:
        self._audience = audience
        self._ask = ask
        self._post = post

    async def enter(self, page: Listener, greet: Greet, *, fresh: bool, mode: Mode) -> None:
        """Let a page in, or a page whose socket was lost come back.

        It becomes the page in use unless another connected one is. `fresh`: it has no peer
        connections yet.
        """

        def decide(evening: Evening, now: float) -> list[Effect]:
            if page.person is None or not self._audience.free_for(page):
                return []
            effects = evening.attend(page.person, now, fresh=fresh, mode=mode)
            self._step_back(self._audience.claim(page))
            return effects

        def then(evening: Evening, now: float) -> None:
            if greet(self._audience.is_here(page)):
                self._audience.deliver(page, _snapshot(evening, page, now))
            if page.connected:  # else it went away while this was saved
                self._audience.add(page)

        await self._ask(decide, then, urgent=True, on_loop=True)

    async def take(self, page: Listener) -> None:
        """Make this page the one in use; the other one steps back."""

        def decide(evening: Evening, now: float) -> list[Effect]:
            if page.person is None or self._audience.is_here(page):
                return []
            effects = evening.attend(page.person, now, fresh=True)
            self._step_back(self._audience.claim(page))
            self._audience.deliver(page, [SessionElsewhere(here=True)])
            return effects

        def then(evening: Evening, now: float) -> None:
            self._audience.deliver(page, _snapshot(evening, page, now))

        await self._ask(decide, then, on_loop=True)

    def lost(self, page: Listener) -> None:
        """The page's socket is gone; its seat is kept for a while."""

        def decide(evening: Evening, now: float) -> list[Effect]:
            person = page.person
            if person is None or page.connected or not self._audience.is_here(page):
                return []
            return [] if evening.removed(person) else evening.detach(person, now)

        self._post(decide, on_loop=True)

    def gone(self, page: Listener) -> None:
        """The page is gone for good; another one of the same person may be used now."""
        next_page = self._audience.remove(page)
        if next_page is None or next_page.person is None:
            return
        heir, person = next_page, next_page.person

        def decide(evening: Evening, now: float) -> list[Effect]:
            if evening.removed(person) or not heir.connected or not self._audience.free_for(heir):
                return []
            effects = evening.attend(person, now, fresh=True)
            self._audience.claim(heir)
            self._audience.deliver(heir, [SessionElsewhere(here=True)])
            return effects

        self._post(decide, lambda evening, now: self._refresh(evening, heir, now), on_loop=True)

    def refresh_presence(self, page: Listener) -> None:
        """Give a page that skipped changes of presence the whole of it again."""

        def then(evening: Evening, now: float) -> None:
            whole = _snapshot(evening, page, now)
            self._audience.deliver(
                page, [each for each in whole if isinstance(each, PresenceState)]
            )

        self._post(_nothing, then)

    async def refresh_all(self, evening: Evening, now: float) -> None:
        """Give every page a fresh state, after the evening was made anew."""
        for page in self._audience.everyone():
            self._refresh(evening, page, now)
            await asyncio.sleep(0)

    def _refresh(self, evening: Evening, page: Listener, now: float) -> None:
        if page.person is None or evening.knows(page.person):
            self._audience.deliver(page, [Resync(at=now), *_snapshot(evening, page, now)])

    def _step_back(self, before: Listener | None) -> None:
        if before is not None:
            self._audience.deliver(before, [SessionElsewhere(here=False)])


def _snapshot(evening: Evening, page: Listener, now: float) -> list[Push]:
    if page.person is None:
        return evening.host_snapshot(now)
    return evening.snapshot(page.person, now)


def _nothing(_evening: Evening, _now: float) -> list[Effect]:
    return []
