"""The client: its documented example, waiting, resuming, and what it makes of what it hears."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import server.client
from server.client import Closed, Refused, Replica, create, join
from server.client.tsunagari import socket_url
from server.ids import PersonId, RoomId
from server.protocol import server as s
from server.protocol.parts import Card, ChatLine, Plan, Presence
from tests.sessions.house import open_house, served

README = Path(server.client.__file__).with_name("README.md")
ONE_ROUND = Plan(rounds=1, round_seconds=60, propose_seconds=0.2, notice_seconds=0)


def presence(name: str) -> Presence:
    card = Card(id=PersonId(name), name=name, zone="UTC")
    return Presence(card=card, state="lobby", since=0.0)


async def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
    assert len(code.strip().splitlines()) <= 27
    example: dict[str, Any] = {}
    exec(compile(code, str(README), "exec"), example)
    async with open_house(plan=ONE_ROUND) as house:

        async def come_in(url: str, invite: str, name: str, *, zone: str = "UTC"):
            person, token = await house.join(name)
            return server.client.Joined(event=house.event, person=person, token=token)

        example["join"] = come_in  # this house has no HTTP interface
        host = house.tokens.host(house.event, house.clock.now() + 60)
        said = await example["evening"](house.url, "invite", host)
    assert [sorted(lines) for lines in said] == [["こんにちは、Linhです", "こんにちは、遥です"]] * 2


def test_addresses_of_sockets() -> None:
    assert socket_url("http://a:1") == "ws://a:1/ws"
    assert socket_url("https://a/") == "wss://a/ws"
    assert socket_url("ws://a:1/ws") == "ws://a:1/ws"


async def test_waiting_passes_what_does_not_fit_and_ends_in_time() -> None:
    async with open_house() as house, await house.guest("A") as a:
        for text in ("one", "two", "three"):
            await a.chat(text)
        heard = await a.wait_for(s.ChatMessage, lambda message: message.line.text == "two")
        assert heard.line.text == "two"
        assert (await a.wait_for(s.ChatMessage)).line.text == "three"
        with pytest.raises(TimeoutError):
            await a.wait_for(s.ChatMessage, seconds=0.05)
        with pytest.raises(TimeoutError):
            await a.until(lambda replica: bool(replica.meetings), seconds=0.05)


async def test_messages_are_yielded_in_order() -> None:
    async with open_house() as house, await house.guest("A") as a:
        stream = a.messages()
        for text in ("one", "two", "end"):
            await a.chat(text)
        texts = []
        async with asyncio.timeout(10):
            async for message in stream:
                if isinstance(message, s.ChatMessage):
                    texts.append(message.line.text)
                    if message.line.text == "end":
                        break
        assert texts == ["one", "two", "end"]


async def test_a_refusal_has_the_code_of_the_protocol() -> None:
    async with open_house() as house, await house.guest() as guest:
        with pytest.raises(Refused) as refused:
            await guest.block(PersonId("p-nobody"))
        assert refused.value.code == "not_found"


async def test_when_it_is_over_waiting_ends() -> None:
    async with open_house() as house, house.host() as host:
        person, token = await house.join()
        async with house.client(token) as guest:
            await host.host.remove(person)
            with pytest.raises(Closed, match="4403"):
                await guest.wait_for(s.RoundSeat, seconds=10)
            with pytest.raises(Closed, match="4403"):
                await guest.chat("anybody?")


async def test_the_servers_time_is_known() -> None:
    async with open_house() as house, await house.guest() as guest:
        await guest.wait_for(s.Pong)
        assert abs(guest.now - house.clock.now()) < 0.5


# What it makes of what it hears


def test_presence_is_kept_up_by_diffs() -> None:
    replica = Replica()
    replica.apply(s.PresenceState(epoch=1, v=5, total=2, people=[presence("a"), presence("b")]))
    replica.apply(
        s.PresenceDiff(epoch=1, v=6, pv=5, total=2, put=[presence("c")], gone=[PersonId("a")])
    )
    assert sorted(replica.people) == ["b", "c"]
    replica.apply(s.PresenceCount(epoch=1, v=7, pv=6, total=300, zones={"UTC": 300}))
    assert (replica.total, replica.zones) == (300, {"UTC": 300})
    assert replica.faults == []


def test_a_diff_that_does_not_follow_is_a_fault_until_the_next_whole() -> None:
    replica = Replica()
    replica.apply(s.PresenceState(epoch=1, v=5, total=1, people=[presence("a")]))
    replica.apply(s.PresenceDiff(epoch=1, v=9, pv=8, total=1, put=[presence("x")]))
    replica.apply(s.PresenceDiff(epoch=1, v=10, pv=9, total=1, put=[presence("y")]))
    assert sorted(replica.people) == ["a"]
    assert len(replica.faults) == 1
    replica.apply(s.PresenceState(epoch=2, v=1, total=1, people=[presence("z")]))
    replica.apply(s.PresenceDiff(epoch=2, v=2, pv=1, total=2, put=[presence("q")]))
    assert sorted(replica.people) == ["q", "z"]


def test_a_closed_room_is_left_and_an_older_epoch_is_ignored() -> None:
    replica = Replica()
    new = s.RoomState(
        room=RoomId("e.1"), epoch=3, v=1, round=1, kind="pair", members=[], began=0, deadline=9
    )
    old = s.RoomState(
        room=RoomId("e.1"), epoch=2, v=9, round=1, kind="pair", members=[], began=0, deadline=1
    )
    replica.apply(new)
    line = ChatLine(seq=1, sender=PersonId("a"), name="a", text="hi", at=0, room=RoomId("e.1"))
    replica.apply(s.ChatMessage(line=line))
    replica.apply(old)
    assert replica.room == new
    assert replica.room_chat == [line]
    replica.apply(s.RoomClosed(room=RoomId("e.1"), epoch=3, reason="round_over"))
    assert [replica.room, bool(replica.closed)] == [None, True]


def test_another_page_takes_the_seat_away() -> None:
    replica = Replica(here=True)
    replica.apply(
        s.RoomState(
            room=RoomId("e.1"), epoch=1, v=1, round=1, kind="pair", members=[], began=0, deadline=9
        )
    )
    replica.apply(s.SessionElsewhere(here=False))
    assert (replica.here, replica.room) == (False, None)


# The doors


async def test_joining_and_making_events_over_http() -> None:
    asked: list[tuple[str, Any, str]] = []

    async def answer(request: Request) -> JSONResponse:
        body = await request.json()
        asked.append((request.url.path, body, request.headers.get("authorization", "")))
        if request.url.path == "/api/join":
            if body["invite"] == "wrong":
                return JSONResponse({"code": "not_authenticated", "detail": ""}, 401)
            return JSONResponse({"event": "e", "person": "p", "token": "t", "socket": "/ws"}, 201)
        links = ("event", "code", "join_link", "host_link", "host_token", "invite")
        return JSONResponse(dict.fromkeys(links, "x"), 201)

    paths = ("/api/join", "/api/events")
    app = Starlette(routes=[Route(path, answer, methods=["POST"]) for path in paths])
    async with served(app) as url:
        joined = await join(url, "invite", "Linh", zone="Asia/Bangkok", robot=True)
        made = await create(url, "owner", title="T", plan={"rounds": 2})
        with pytest.raises(Refused) as refused:
            await join(url, "wrong", "X")
    assert (joined.person, joined.token, made.invite) == ("p", "t", "x")
    assert refused.value.code == "not_authenticated"
    assert asked[0][1] == {
        "invite": "invite",
        "name": "Linh",
        "zone": "Asia/Bangkok",
        "robot": True,
    }
    assert asked[1] == ("/api/events", {"title": "T", "plan": {"rounds": 2}}, "Bearer owner")
