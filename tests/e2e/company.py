"""Company for a browser: people of no page, by the Python client, in a thread of their own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal, TypeVar

from server.client import Tsunagari, join
from server.protocol.parts import Profile
from tests.e2e.stage import Stage

T = TypeVar("T")
SECONDS = 60


class Company:
    """People who are here as long as the test wants them."""

    def __init__(self, stage: Stage, loop: asyncio.AbstractEventLoop) -> None:
        self.stage = stage
        self._loop = loop
        self._staying: set[asyncio.Task[None]] = set()

    def do(self, what: Coroutine[Any, Any, T]) -> T:
        """Carry out what a client does, and wait until the server has answered."""
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(SECONDS)

    def person(
        self,
        links: dict[str, str],
        profile: Profile,
        *,
        ready: bool = True,
        mode: Literal["text", "video"] = "text",
    ) -> Tsunagari:
        """Let somebody in by the link; they have no camera, so `video` is a promise not kept."""
        return self.do(self._come(links["join_link"], profile, ready, mode))

    def host(self, links: dict[str, str]) -> Tsunagari:
        """Come as the host."""
        return self.do(self._enter(Tsunagari(self.stage.url, _last(links["host_link"]))))

    def enter_rooms(self, people: Sequence[Tsunagari]) -> None:
        """Let all who have a room show it, or their seats are taken from them after a while."""
        self.do(_enter_rooms([each for each in people if each.replica.room is not None]))

    def enter(self, who: Tsunagari) -> None:
        """Let somebody into the room where they have a seat; else it is soon somebody else's."""
        self.do(_enter_room(who))

    def drop(self, who: Tsunagari, seconds: float) -> None:
        """Lose somebody's line for a while."""
        self._loop.call_soon_threadsafe(who.drop, seconds)

    async def _come(
        self, link: str, profile: Profile, ready: bool, mode: Literal["text", "video"]
    ) -> Tsunagari:
        zone = profile.zone or "UTC"
        joined = await join(self.stage.url, _last(link), profile.name, zone=zone)
        who = await self._enter(Tsunagari(self.stage.url, joined.token, zone=zone, mode=mode))
        await who.profile(profile)
        if ready:
            await who.ready(mode=mode)
        return who

    async def _enter(self, who: Tsunagari) -> Tsunagari:
        # The group inside a client belongs to the task that opened it, so each gets its own.
        opened: asyncio.Future[None] = self._loop.create_future()
        self._staying.add(self._loop.create_task(_stay(who, opened)))
        await opened
        return who


async def _enter_rooms(people: Sequence[Tsunagari]) -> None:
    await asyncio.gather(*(each.enter(each.replica.room) for each in people))  # type: ignore[arg-type]


async def _enter_room(who: Tsunagari) -> None:
    replica = await who.until(lambda replica: replica.room is not None)
    assert replica.room is not None
    await who.enter(replica.room)


async def _stay(who: Tsunagari, opened: asyncio.Future[None]) -> None:
    async with who:
        opened.set_result(None)
        await asyncio.Event().wait()


@contextmanager
def company(stage: Stage) -> Iterator[Company]:
    """Run a company beside the browser; all of them leave at the end."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield Company(stage, loop)
    finally:
        asyncio.run_coroutine_threadsafe(_dismiss(), loop).result(SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(SECONDS)
        loop.close()


async def _dismiss() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _last(link: str) -> str:
    return link.rstrip("/").rsplit("/", 1)[-1]
