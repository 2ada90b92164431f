"""Sessions over real sockets: lost and resumed, replaced, several pages of one person."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from server.client import Closed, Tsunagari
from server.engines.memory import MemoryStore
from server.protocol import server as s
from server.services.audience import parcel
from server.sessions import connection, session
from tests.sessions.house import House, become, open_house
from tests.sessions.raw import raw_socket


async def seated_pair(house: House, one: Tsunagari, two: Tsunagari) -> tuple[s.RoomState, ...]:
    await one.ready()
    await two.ready()
    async with house.host() as host:
        await host.host.start(0)
    for page in (one, two):
        await page.enter(await page.seat())
    rooms = []
    for page in (one, two):
        replica = await page.until(
            lambda r: r.room is not None and all(m.seat == "here" for m in r.room.members)
        )
        assert replica.room is not None
        rooms.append(replica.room)
    return tuple(rooms)


async def test_a_lost_socket_misses_nothing_and_gets_nothing_twice() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        lines = [f"line {number}" for number in range(8)]
        for number, text in enumerate(lines):
            if number == 3:
                a.drop(0.3)
            await b.chat(text)
        await a.until(lambda r: len(r.lounge) == len(lines))
        assert [line.text for line in a.replica.lounge] == lines
        assert a.line.resumed == 1
        assert a.line.faults == []
        assert a.replica.faults == []


async def test_a_request_that_was_cut_off_is_carried_out_once() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        asking = [asyncio.ensure_future(a.chat(f"said {n}")) for n in range(5)]
        await asyncio.sleep(0)
        a.drop()
        await asyncio.gather(*asking)
        await b.until(lambda r: len(r.lounge) >= 5)
        await b.chat("after")
        await b.until(lambda r: r.lounge[-1].text == "after")
        assert sorted(line.text for line in b.replica.lounge[:-1]) == [
            f"said {n}" for n in range(5)
        ]


async def test_a_repeated_request_gets_the_same_answer_and_is_not_carried_out_again() -> None:
    async with open_house() as house, await house.guest("B") as b:
        _, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            first = await raw.ask(7, "chat.say", text="once")
            again = await raw.ask(7, "chat.say", text="once")
            assert first == again
            assert first["t"] == "ok"
            await raw.ask(8, "chat.say", text="end")
        await b.until(lambda r: any(line.text == "end" for line in r.lounge))
        assert [line.text for line in b.replica.lounge] == ["once", "end"]


async def test_frames_are_numbered_without_gaps_and_pongs_are_not() -> None:
    async with open_house() as house:
        _, token = await house.join()
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            for number in range(2, 8):
                await raw.ask(number, "chat.say", text=str(number))
            pong = await raw.ask(9, "ping", acked=3, sent=1.5)
            assert (pong["t"], pong["sent"]) == ("pong", 1.5)
            numbers = [frame["n"] for frame in raw.frames if "n" in frame]
            assert numbers == list(range(1, len(numbers) + 1))
            assert [f["m"][0]["t"] for f in raw.frames if "n" not in f] == ["pong"]


async def test_who_missed_more_than_is_kept_gets_a_fresh_state() -> None:
    async with open_house() as house, await house.guest("B") as b:
        _, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            welcome = await raw.hello(token)
        resume = {"session": welcome["session"], "key": welcome["key"], "acked": 999}
        async with raw_socket(house.url) as raw:
            assert (await raw.hello(token, resume=resume))["t"] == "resumed"
            await raw.next("resync")
            await raw.next("presence.state")
            await raw.next("you.state")
            await b.chat("still heard")
            assert (await raw.next("chat.message"))["line"]["text"] == "still heard"


async def test_a_newer_socket_of_the_same_session_replaces_the_older() -> None:
    async with open_house() as house:
        _, token = await house.join()
        async with raw_socket(house.url) as older, raw_socket(house.url) as newer:
            welcome = await older.hello(token)
            resume = {"session": welcome["session"], "key": welcome["key"], "acked": 1}
            assert (await newer.hello(token, resume=resume))["t"] == "resumed"
            assert await older.closed() == 4409
            assert older.told[-1]["t"] == "bye"
            assert (await newer.ask(5, "chat.say", text="here"))["t"] == "ok"


@pytest.mark.parametrize("wrong", ["key", "session", "person"])
async def test_a_session_is_resumed_only_by_its_own_person_with_its_key(wrong: str) -> None:
    async with open_house() as house:
        _, token = await house.join("A")
        _, other = await house.join("B")
        async with raw_socket(house.url) as raw:
            welcome = await raw.hello(token)
        resume = {"session": welcome["session"], "key": welcome["key"], "acked": 1}
        if wrong != "person":
            resume[wrong] = "x" * 24
        async with raw_socket(house.url) as raw:
            said = await raw.hello(other if wrong == "person" else token, resume=resume)
            assert said["t"] == "welcome"
            assert said["session"] != welcome["session"]


async def test_a_lost_socket_keeps_its_seat_and_its_connections() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        room, _ = await seated_pair(house, a, b)
        a.drop(0.2)
        await b.until(lambda r: r.room is not None and r.room.members[0].seat == "away")
        await b.until(lambda r: r.room is not None and r.room.members[0].seat == "here")
        await a.until(lambda r: r.room is not None)
        assert a.replica.room is not None
        assert a.replica.room.room == room.room
        assert a.replica.room.members[0].gen == room.members[0].gen


async def test_a_reloaded_page_gets_its_seat_back_with_new_connections() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        room, _ = await seated_pair(house, a, b)
        a.reload()
        await a.wait_for(s.Welcome, lambda welcome: welcome.session != "", seconds=5)
        await a.until(lambda r: r.room is not None and r.room.members[0].gen > room.members[0].gen)
        assert a.replica.here
        assert a.replica.room is not None
        assert a.replica.room.room == room.room


async def test_a_restart_in_mid_round_brings_everybody_back_to_the_same_room() -> None:
    store = MemoryStore()
    async with contextlib.AsyncExitStack() as pages:
        async with open_house(store=store) as house:
            port = int(house.url.rpartition(":")[2])
            a = await pages.enter_async_context(await house.guest("A"))
            b = await pages.enter_async_context(await house.guest("B"))
            before = await seated_pair(house, a, b)
        async with open_house(store=store, port=port):
            for page, room in zip((a, b), before, strict=True):
                await page.wait_for(s.Welcome, lambda w: w.session != "", seconds=20)
                await page.wait_for(s.Welcome, seconds=20)  # of the second server
                replica = await page.until(lambda r: r.room is not None)
                assert replica.room is not None
                assert replica.room.room == room.room
                assert abs(replica.room.deadline - room.deadline) < 1.0
                assert replica.room.members[0].gen == room.members[0].gen
            await a.until(lambda r: r.room is not None and r.room.members[0].seat == "here")
            assert (await a.chat("still us", before[0].room)).re


async def test_only_the_page_in_use_holds_the_seat_and_take_moves_it() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        room, _ = await seated_pair(house, a, b)
        async with a.twin() as second:
            assert not second.replica.here
            assert second.replica.seat is None
            assert second.replica.room is None
            with_seat = await house.live()
            assert with_seat.record.phase == "round"
            await second.take()
            replica = await second.until(lambda r: r.here and r.room is not None)
            await a.until(lambda r: not r.here)
            assert replica.room is not None
            assert replica.room.room == room.room
            assert a.replica.room is None
            await b.chat("to whom?", room.room)
            await second.until(lambda r: bool(r.room_chat))
        # The page in use is gone, but may come back: the first one takes over when asked.
        await a.take()
        await a.until(lambda r: r.here and r.room is not None)


async def test_a_page_not_in_use_may_not_speak_for_the_seat() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        room, _ = await seated_pair(house, a, b)
        async with a.twin() as second:
            with pytest.raises(Exception, match="not_allowed"):
                await second.leave(room)
            await second.chat("the lounge is for every page")
        assert a.replica.room is not None


async def test_a_page_that_is_closed_for_good_hands_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "DETACHED_SECONDS", 0.1)
    async with open_house() as house, await house.guest("A") as a:
        async with a.twin() as second:
            await second.take()
            await a.until(lambda r: not r.here)
        await a.until(lambda r: r.here)


async def test_sessions_to_which_nobody_comes_back_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "DETACHED_SECONDS", 0.0)
    async with open_house() as house:
        for _ in range(3):
            async with await house.guest():
                pass
        live = await house.live()
        await become(lambda: not len(house.gateway.sessions) and not len(live.audience))


async def test_reloading_all_the_time_leaves_only_a_few_sessions() -> None:
    async with open_house() as house:
        _, token = await house.join()
        for _ in range(12):
            async with raw_socket(house.url) as raw:
                await raw.hello(token)
        assert len(house.gateway.sessions) <= 6


async def test_a_removed_person_is_out_at_once_and_stays_out() -> None:
    async with open_house() as house, house.host() as host:
        person, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            await host.host.remove(person, "test")
            assert await raw.closed() == 4403
            assert raw.told[-1] == {"t": "bye", "code": 4403, "reason": raw.told[-1]["reason"]}
        with pytest.raises(Closed) as closed:
            async with house.client(token):
                pass
        assert closed.value.code == 4403


async def test_everybody_is_told_before_the_server_stops() -> None:
    async with open_house() as house:
        _, token = await house.join()
        async with raw_socket(house.url) as raw, raw_socket(house.url) as other:
            await raw.hello(token)
            await house.server.shutdown()
            assert await raw.closed() == 1012
            assert raw.told[-1]["t"] == "bye"
            assert await other.closed() == 1012


async def test_a_reader_who_stalls_is_cut_off_and_delays_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "WRITE_SECONDS", 1.0)
    async with open_house() as house, house.host() as host, await house.guest("B") as b:
        _, token = await house.join("stalled")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            stalled = next(each for each in house.gateway.sessions if each.person == "p-2-e-1")
            raw.socket.transport.pause_reading()
            text = "x" * 500
            slowest = 0.0
            for _ in range(40):
                for _ in range(200):  # more than any buffer on the way takes
                    await host_says(house, text)
                began = house.clock.now()
                await b.profile(b.replica.profile.profile)  # type: ignore[union-attr]
                slowest = max(slowest, house.clock.now() - began)
                if not stalled.connected:
                    break
            await become(lambda: not stalled.connected, seconds=15)
            assert slowest < 1.0
            assert (await host.host.announce("still here")).re
            raw.socket.transport.abort()


async def host_says(house: House, text: str) -> None:
    """Send an announcement to everybody as the event would, without the host's rate limit."""
    live = await house.live()
    people = [page.person for page in live.audience.everyone() if page.person is not None]
    live.audience.send(people, parcel(s.Notice(kind="announce", at=0.0, text=text)))
    await asyncio.sleep(0)


async def test_a_page_that_was_loaded_anew_is_no_other_page_although_its_line_still_stands() -> (
    None
):
    async with open_house() as house:
        _, token = await house.join("A")
        async with raw_socket(house.url) as before, raw_socket(house.url) as after:
            old = await before.hello(token)
            named = {"session": old["session"], "key": old["key"]}
            welcome = await after.hello(token, replaces=named)
            assert welcome.get("here", True)
            assert await before.closed() == session.REPLACED
            assert (await after.ask(2, "mixer.ready", ready=True))["t"] == "ok"
        assert len(house.gateway.sessions) <= 1


@pytest.mark.parametrize("wrong", ["key", "session"])
async def test_nobody_ends_a_page_whose_key_they_do_not_know(wrong: str) -> None:
    async with open_house() as house:
        _, token = await house.join("A")
        async with raw_socket(house.url) as before, raw_socket(house.url) as after:
            old = await before.hello(token)
            named = {"session": old["session"], "key": old["key"], wrong: "x" * 20}
            welcome = await after.hello(token, replaces=named)
            assert welcome["here"] is False
            assert (await before.ask(2, "mixer.ready", ready=True))["t"] == "ok"


async def test_a_page_of_somebody_else_cannot_be_ended() -> None:
    async with open_house() as house:
        _, mine = await house.join("A")
        _, theirs = await house.join("B")
        async with raw_socket(house.url) as before, raw_socket(house.url) as after:
            old = await before.hello(theirs)
            named = {"session": old["session"], "key": old["key"]}
            await after.hello(mine, replaces=named)
            assert (await before.ask(2, "mixer.ready", ready=True))["t"] == "ok"
