"""A live event: saves before it sends, and comes back whatever breaks."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Sequence

import pytest

from server.client import Refused, Tsunagari
from server.client.replica import Replica
from server.domain.effects import PlanRound, Rehearse
from server.domain.evening import Evening
from server.domain.permissions import Actor
from server.domain.records import Record
from server.engines.memory import MemoryStore
from server.errors import NotFound, Unavailable
from server.ids import EventId
from server.protocol import client as c
from server.protocol import server as s
from server.protocol.ruling import Ruling
from server.services import live as module
from server.services.matcher import Matcher
from server.services.solver import Solver
from server.services.workers import InThread
from tests.sessions.house import House, become, event_record, open_house

HOST = Actor(None, host=True)


class FailingStore(MemoryStore):
    """A store whose disk can be filled and emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.saves = 0

    async def save(self, records: Sequence[Record]) -> None:
        if self.full:
            raise OSError("no space left on device")
        self.saves += 1
        await super().save(records)

    async def archive(self, event: EventId):
        if self.full:
            raise OSError("no space left on device")
        return await super().archive(event)


@contextlib.asynccontextmanager
async def two_guests(
    store: MemoryStore | None = None,
) -> AsyncIterator[tuple[House, Tsunagari, Tsunagari]]:
    async with (
        open_house(store=store) as house,
        await house.guest("A") as a,
        await house.guest("B") as b,
    ):
        yield house, a, b


async def test_what_cannot_be_saved_is_not_said_and_not_promised() -> None:
    store = FailingStore()
    async with two_guests(store) as (_, a, b):
        await a.chat("before")
        await b.until(lambda r: len(r.lounge) == 1)
        store.full = True
        with pytest.raises(Refused) as refused:
            await a.chat("lost")
        assert refused.value.code == "unavailable"
        with pytest.raises(Refused) as refused:
            await b.chat("lost too")
        assert refused.value.code == "unavailable"
        store.full = False
        await b.wait_for(s.Resync)
        await a.chat("after")
        await b.until(lambda r: r.lounge[-1].text == "after")
        assert [line.text for line in b.replica.lounge] == ["before", "after"]
        assert b.replica.faults == []


async def test_a_bug_in_one_event_is_over_within_a_second_and_stays_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with two_guests() as (house, a, b):
        await house.store.save([event_record("e-2")])
        _, token = await house.join("Other", EventId("e-2"))
        handle = Evening.handle

        def broken(self: Evening, actor: Actor, message: c.EveningMessage, now: float):
            if isinstance(message, c.MixerSitOut) and self.event.id == house.event:
                raise ZeroDivisionError
            return handle(self, actor, message, now)

        monkeypatch.setattr(Evening, "handle", broken)
        await a.chat("before")
        async with house.client(token) as other:
            began = house.clock.now()
            with pytest.raises(Refused) as refused:
                await a.sit_out()
            assert refused.value.code == "unavailable"
            assert (await other.chat("unharmed")).re
            await b.wait_for(s.Resync)
            await b.until(lambda r: [line.text for line in r.lounge] == ["before"])
            await a.chat("after")
            assert house.clock.now() - began < 1.0
            await other.until(lambda r: [line.text for line in r.lounge] == ["unharmed"])
            assert other.line.faults == []
            assert "resync" not in {type(m).__name__ for _, m in other._heard}


async def test_seats_outlive_a_rebuild(monkeypatch: pytest.MonkeyPatch) -> None:
    async with two_guests() as (house, a, b):
        await a.ready()
        await b.ready()
        live = await house.live()
        await live.handle(HOST, c.HostStart(id=1, in_seconds=0))
        before = (await a.seat(), await b.seat())
        for page in (a, b):
            await page.until(lambda r: r.room is not None)
        gen = a.replica.room.members[0].gen  # type: ignore[union-attr]
        flush = Evening.flush

        def once(self: Evening, now: float):
            monkeypatch.setattr(Evening, "flush", flush)
            raise RuntimeError("planted")

        monkeypatch.setattr(Evening, "flush", once)
        with contextlib.suppress(Refused):  # decided in the same turn as the flush that breaks
            await a.chat("something that makes a flush due")
        await a.wait_for(s.Resync)
        await b.wait_for(s.Resync)
        for page, seat in ((a, before[0]), (b, before[1])):
            replica = await page.until(lambda r: r.room is not None and r.seat is not None)
            assert replica.seat.room == seat.room  # type: ignore[union-attr]
            assert abs(replica.seat.deadline - seat.deadline) < 1.0  # type: ignore[union-attr]
        assert a.replica.room.members[0].gen == gen  # type: ignore[union-attr]


async def test_a_host_whose_page_stays_open_sees_the_board_again_after_a_rebuild() -> None:
    store = FailingStore()
    async with two_guests(store) as (house, a, _), house.host() as host:
        store.full = True
        with pytest.raises(Refused):
            await a.chat("lost")
        store.full = False
        await host.wait_for(s.Resync)
        await host.wait_for(s.HostBoard)
        await host.until(lambda r: len(r.people) == 2)


async def test_many_requests_at_once_are_saved_together() -> None:
    store = FailingStore()
    async with open_house(store=store) as house:
        live = await house.live()
        people = [(await house.join())[0] for _ in range(30)]
        before = store.saves
        await asyncio.gather(*(live.handle(Actor(p), c.ChatSay(id=1, text="hi")) for p in people))
        assert store.saves - before <= 3
        archive = await store.archive(house.event)
        assert len(archive.chat) == 30


async def test_a_full_mailbox_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.services.mailbox.CAPACITY", 3)
    async with open_house() as house:
        person, _ = await house.join()
        live = await house.live()
        monkeypatch.setattr(live._mailbox, "_capacity", 3)
        said = await asyncio.gather(
            *(live.handle(Actor(person), c.ChatSay(id=n, text="x")) for n in range(10)),
            return_exceptions=True,
        )
        kinds = [type(each).__name__ for each in said]
        assert kinds.count("TooMany") == 7
        assert kinds.count("str") == 3


async def test_an_asker_is_not_left_waiting_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.05)

    class Stuck(MemoryStore):
        stuck = False

        async def save(self, records: Sequence[Record]) -> None:
            if self.stuck:
                await asyncio.Event().wait()
            await super().save(records)

    store = Stuck()
    async with open_house(store=store) as house:
        person, _ = await house.join()
        store.stuck = True
        live = await house.live()
        with pytest.raises(Unavailable):
            await live.handle(Actor(person), c.ChatSay(id=1, text="x"))


async def test_rounds_do_not_wait_for_the_matcher() -> None:
    asked: list[PlanRound] = []

    def never(request, keep_going):
        asked.append(request)
        raise RuntimeError("no plan today")

    async with (
        open_house(matcher=Matcher(InThread(never))) as house,
        await house.guest("A") as a,
        await house.guest("B") as b,
    ):
        await a.ready()
        await b.ready()
        live = await house.live()
        await live.handle(HOST, c.HostStart(id=1, in_seconds=0.3))
        seat = await a.seat()
        assert [card.name for card in seat.partners] == ["B"]
        assert asked


async def test_the_matchers_plan_is_used() -> None:
    async with two_guests() as (house, a, b), house.host() as host:
        await a.ready()
        await b.ready()
        await host.host.start(0.5)
        board = await host.wait_for(s.HostBoard, lambda each: each.planned == 1)
        assert board.planned == 1
        await asyncio.gather(a.seat(), b.seat())


async def test_a_host_rehearses_and_only_the_newest_wish_is_played() -> None:
    gate, solver = threading.Event(), Solver()
    older, newer = Ruling(rounds=9), Ruling(rounds=2, trios=False)

    def solve(request, keep_going):
        if isinstance(request, Rehearse) and len(request.seeds) == older.rounds:
            gate.wait(30)
        return solver(request, keep_going)

    async with (
        open_house(matcher=Matcher(InThread(), aside=InThread(solve))) as house,
        await house.guest("A"),
        await house.guest("B"),
        house.host() as host,
    ):
        await host.until(lambda replica: len(replica.people) == 2)
        live = await house.live()
        await host.host.rehearse(older)
        first = live._rehearsal
        await host.host.rehearse(newer)
        await become(lambda: first is not None and first.cancelled())
        gate.set()
        told = (await host.until(lambda replica: _state(replica) == "done")).rehearsal
        assert told is not None
        assert told.rehearsal is not None
        assert told.rehearsal.tried == newer
        assert [each.idle for each in told.rehearsal.rounds] == [0, 0]
        gate.clear()
        await host.host.rehearse(older)
        running = live._rehearsal
        await host.host.rules(newer)
        await become(lambda: running is not None and running.cancelled())
        await host.until(lambda replica: _state(replica) == "")
        gate.set()


def _state(replica: Replica) -> str:
    told = replica.rehearsal
    return "" if told is None or told.rehearsal is None else told.rehearsal.state


async def test_changes_of_presence_are_gathered() -> None:
    async with open_house() as house, await house.guest() as watcher:
        live = await house.live()
        people = [(await house.join())[0] for _ in range(20)]
        began = house.clock.now()
        for person in people:
            await live.handle(Actor(person), c.MixerReady(id=1, ready=True))
        diffs: list[s.PresenceDiff] = []
        with contextlib.suppress(TimeoutError):
            while True:
                diffs.append(await watcher.wait_for(s.PresenceDiff, seconds=0.6))
        took = house.clock.now() - began
        assert len(diffs) <= took / module.FLUSH_SECONDS + 2


async def test_an_event_that_is_not_there_is_not_found() -> None:
    async with open_house() as house:
        with pytest.raises(NotFound):
            await house.hub.event(EventId("e-none"))
        with pytest.raises(NotFound):
            await house.hub.event(EventId("e-none"))


async def test_a_large_evening_decides_in_a_thread_and_says_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LARGE", 0)
    threads: set[str] = set()
    flush = Evening.flush

    def watched(evening: Evening, now: float):
        threads.add(threading.current_thread().name)
        return flush(evening, now)

    monkeypatch.setattr(Evening, "flush", watched)
    async with two_guests() as (house, a, b):
        live = await house.live()
        await a.chat("over there")
        await b.until(lambda r: r.lounge != [])
        with pytest.raises(Refused) as refused:
            await a.chat("")
        assert refused.value.code != "unavailable"
        for person in house.made or [p.id for p in live.here()]:
            await live.handle(Actor(person), c.MixerReady(id=1, ready=True))
        await live.handle(HOST, c.HostStart(id=1, in_seconds=0))
        await a.wait_for(s.RoundSeat)
        await b.wait_for(s.RoundSeat)
        assert a.replica.faults == b.replica.faults == []
    assert threading.main_thread().name not in threads
