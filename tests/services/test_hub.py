"""The hub: events come alive when asked for, once, and rest when nobody is there."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from server.domain.permissions import Actor
from server.engines.memory import MemoryStore
from server.errors import NotFound
from server.ids import EventId
from server.protocol import client as c
from server.services import hub as module
from server.services.hub import Hub
from server.services.matcher import Matcher
from server.services.tools import Tools
from tests.sessions.house import CLOCK, event_record, open_house

HOST = Actor(None, host=True)


class CountingStore(MemoryStore):
    """A store that counts how often an event is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[EventId] = []

    async def archive(self, event: EventId):
        self.loads.append(event)
        await asyncio.sleep(0)
        return await super().archive(event)


def tools(store: MemoryStore) -> Tools:
    return Tools(store, CLOCK, Matcher())


async def test_an_event_asked_for_by_many_at_once_is_loaded_once() -> None:
    store = CountingStore()
    await store.save([event_record()])
    async with Hub(tools(store)) as hub:
        found = await asyncio.gather(*(hub.event(EventId("e-1")) for _ in range(20)))
        assert len({id(each) for each in found}) == 1
        assert store.loads == ["e-1"]


async def test_an_event_made_beside_the_running_server_is_found() -> None:
    store = MemoryStore()
    async with Hub(tools(store)) as hub:
        with pytest.raises(NotFound):
            await hub.event(EventId("e-1"))
        await store.save([event_record()])
        assert (await hub.event(EventId("e-1"))).record.title == "Homecoming"


async def test_a_mixer_that_was_running_goes_on_with_nobody_connected() -> None:
    store = MemoryStore()
    async with open_house(store=store) as house:
        for _ in range(2):
            person, _ = await house.join()
            live = await house.live()
            await live.handle(Actor(person), c.MixerReady(id=1, ready=True))
        await live.handle(HOST, c.HostStart(id=1, in_seconds=60))
    async with Hub(tools(store)) as hub:
        assert [each.id for each in hub.live()] == ["e-1"]
        assert hub.live()[0].wake_at is not None


async def test_events_at_rest_are_not_loaded_at_the_start() -> None:
    store = CountingStore()
    await store.save([event_record("e-1"), event_record("e-2")])
    async with Hub(tools(store)) as hub:
        assert hub.live() == []
        assert store.loads == []


async def test_one_broken_event_does_not_keep_the_others_from_starting() -> None:
    class Broken(CountingStore):
        async def archive(self, event: EventId):
            if event == "e-1":
                raise OSError("unreadable")
            return await super().archive(event)

    store = Broken()
    running = [event_record(name) for name in ("e-1", "e-2")]
    await store.save(
        [
            msgspec.structs.replace(each, phase="break", round=1, deadline=CLOCK.now() + 60)
            for each in running
        ]
    )
    async with Hub(tools(store)) as hub:
        assert [each.id for each in hub.live()] == ["e-2"]


async def test_an_event_with_nobody_there_is_let_go_and_comes_back_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "IDLE_SECONDS", -1.0)
    async with open_house() as house:
        live = await house.live()
        async with await house.guest() as guest:
            await house.hub.sweep()
            assert house.hub.live() == [live]
            await guest.chat("kept")
        house.gateway.sessions.sweep(CLOCK.now() + 120)
        await house.hub.sweep()
        await house.hub.sweep()
        if house.hub.live() == []:
            assert await house.live() is not live
        async with await house.guest() as guest:
            assert [line.text for line in guest.replica.lounge] == ["kept"]
