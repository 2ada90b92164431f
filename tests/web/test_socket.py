"""The door over real sockets: who is let in, and what hostile input leads to."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server.client import Closed, Refused
from server.ids import MeetingId, PersonId, RoomId
from server.protocol import client as c
from server.protocol.parts import Language, Profile
from server.protocol.server import Candidate
from server.sessions import gateway
from tests.sessions.house import House, event_record, open_house
from tests.sessions.raw import Raw, raw_socket
from tests.sessions.test_session import seated_pair

SCRIPT = '<script>alert("1")</script><img src=x onerror=alert(1)>'


async def still_fine(house: House) -> None:
    """A newcomer gets in and gets answers."""
    async with await house.guest() as guest:
        assert (await guest.profile(guest.replica.profile.profile)).re  # type: ignore[union-attr]


# Who is let in


async def test_a_page_of_another_origin_is_refused_before_the_socket_is_open() -> None:
    async with open_house() as house:
        with pytest.raises(InvalidStatus) as refused:
            async with raw_socket(house.url, origin="https://evil.example"):
                pass
        assert refused.value.response.status_code == 403
        _, token = await house.join()
        async with raw_socket(house.url, origin=house.url) as raw:
            assert (await raw.hello(token))["t"] == "welcome"


async def test_the_subprotocol_is_agreed_on() -> None:
    async with open_house() as house, raw_socket(house.url) as raw:
        assert raw.socket.subprotocol == "tsunagari.v1.json"


async def test_all_wrong_tokens_are_refused_alike() -> None:
    async with open_house() as house:
        now = house.clock.now()
        stranger = house.token(PersonId("p-nobody"))
        gone = house.tokens.host(event_record("e-9").id, now + 60)
        expired = house.tokens.person(house.event, (await house.join())[0], now - 1)
        invite = house.tokens.invite(house.event, now + 60)
        closes = set()
        for token in ("x", "e.e.e", stranger, gone, expired, invite, "あ" * 300):
            async with raw_socket(house.url) as raw:
                await raw.send({"t": "hello", "id": 1, "token": token})
                closes.add((await raw.closed(), json.dumps(raw.told)))
        assert len(closes) == 1
        assert closes.pop()[0] == 4401


async def test_another_version_is_told_so() -> None:
    async with open_house() as house, raw_socket(house.url) as raw:
        _, token = await house.join()
        await raw.send({"t": "hello", "id": 1, "token": token, "version": 2})
        assert await raw.closed() == 4426


@pytest.mark.parametrize(
    "first",
    [
        {"t": "ping", "id": 1},
        {"t": "chat.say", "id": 1, "text": "hi"},
        {"t": "nonsense", "id": 1},
        "{",
        b'{"t":"hello"}',
        {"t": "hello", "id": 1},
    ],
)
async def test_who_does_not_say_hello_first_is_sent_away(first: Any) -> None:
    async with open_house() as house, raw_socket(house.url) as raw:
        await raw.send(first)
        assert await raw.closed() == 4400


async def test_who_says_nothing_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "HELLO_SECONDS", 0.2)
    async with open_house() as house, raw_socket(house.url) as raw:
        assert await raw.closed() == 4401


async def test_who_writes_byte_by_byte_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "HELLO_SECONDS", 0.3)
    async with open_house() as house, raw_socket(house.url) as raw:
        # A text frame of 100 bytes, of which one arrives now and then.
        raw.socket.transport.write(b"\x81\xe4\x00\x00\x00\x00")
        closing = asyncio.ensure_future(raw.closed())
        while not closing.done():
            with contextlib.suppress(Exception):
                raw.socket.transport.write(b"{")
            await asyncio.wait([closing], timeout=0.05)
        assert closing.result() == 4401
        await still_fine(house)


async def test_a_host_has_rights_on_the_own_event_only() -> None:
    async with open_house() as house:
        await house.store.save([event_record("e-2")])
        other = (await house.live(event_record("e-2").id)).id
        victim, _ = await house.join("A")
        async with house.host(other) as host:
            with pytest.raises(Refused) as refused:
                await host.host.remove(victim)
            assert refused.value.code == "not_found"
            assert victim not in host.replica.people


async def test_a_guest_has_no_host_rights() -> None:
    async with open_house() as house, await house.guest() as guest:
        for request in (
            guest.host.start(0),
            guest.host.announce("all"),
            guest.host.close(0),
            guest.host.verify(PersonId("p-1-e-1")),
        ):
            with pytest.raises(Refused) as refused:
                await request
            assert refused.value.code == "not_allowed"


# Hostile input after hello


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("{", "bad_message"),
        ("null", "bad_message"),
        ("[]", "bad_message"),
        ('"hello"', "bad_message"),
        ('{"t":"chat.say","id":"x","text":"hi"}', "bad_message"),
        ('{"t":"chat.say","id":5}', "bad_message"),
        ('{"t":"chat.say","id":5,"text":""}', "bad_message"),
        ('{"t":"chat.say","id":-5,"text":"a"}', "bad_message"),
        ('{"t":"chat.say","id":1e400,"text":"a"}', "bad_message"),
        ('{"t":"chat.say","id":5,"text":"' + "x" * 2001 + '"}', "bad_message"),
        ('{"t":"no.such","id":5}', "unknown_message"),
        ('{"id":5}', "bad_message"),
        ('{"t":"ping","id":5,"a":' + "[" * 20000 + "]" * 20000 + "}", "bad_message"),
        ('{"t":"ping","id":5,"a":' + '{"a":' * 9000 + "1" + "}" * 9000 + "}", "bad_message"),
        ('{"t":"chat.say","id":5,"text":"' + "x" * 70_000 + '"}', "too_large"),
        (b'{"t":"ping","id":5}', "bad_message"),
        (b"\x00\xff\xfe" * 100, "bad_message"),
        ('{"t":"chat.say","id":5,"text":"\\ud800"}', "bad_message"),
        ('{"t":"hello","id":5,"token":"again"}', "bad_message"),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_what_cannot_be_understood_is_refused_and_nothing_else_happens(
    frame: str | bytes, code: str
) -> None:
    async with open_house() as house, await house.guest("B") as b:
        _, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            await raw.send(frame)
            error = await raw.next("error")
            assert error["code"] == code
            assert (await raw.ask(99, "chat.say", text="still here"))["t"] == "ok"
        await b.until(lambda r: [line.text for line in r.lounge] == ["still here"])


async def test_a_frame_larger_than_any_limit_ends_only_its_own_socket() -> None:
    async with open_house() as house, await house.guest("B") as b:
        _, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            with contextlib.suppress(ConnectionClosed):
                await raw.send("x" * 300_000)
            assert await raw.closed() == 1009
        await b.chat("fine")
        await b.until(lambda r: bool(r.lounge))


async def test_what_is_asked_in_the_wrong_phase_or_about_others_rooms_is_refused() -> None:
    async with (
        open_house() as house,
        await house.guest("A") as a,
        await house.guest("B") as b,
        await house.guest("C") as outsider,
    ):
        place = c.RoomEnter(id=0, room=RoomId("e-1.1"), epoch=0)
        for request in (outsider.enter(place), outsider.more(place, True), outsider.leave(place)):
            with pytest.raises(Refused):
                await request
        room, _ = await seated_pair(house, a, b)
        sdp = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
        target = PersonId(a.replica.welcome.you)  # type: ignore[union-attr]
        intrusions: list[c.Request] = [
            c.RoomEnter(id=0, room=room.room, epoch=room.epoch),
            c.RoomLeave(id=0, room=room.room, epoch=room.epoch),
            c.ChatSay(id=0, room=room.room, text="let me in"),
            c.SignalOffer(id=0, room=room.room, to=target, gen=1, sdp=sdp),
            c.SignalCandidate(id=0, room=room.room, to=target, gen=1, candidate=""),
            c.SignalRestart(id=0, room=room.room, to=target, gen=1),
            c.MeetingKeep(
                id=0, meeting=MeetingId(next(iter(a.replica.meetings), "m-1")), keep=True
            ),
            c.MeetingMessage(id=0, meeting=MeetingId("e-1.1:x:y"), text="hi"),
        ]
        for intrusion in intrusions:
            with pytest.raises(Refused) as refused:
                await outsider.request(intrusion)
            assert refused.value.code in {
                "not_found",
                "stale_room",
                "not_allowed",
                "wrong_phase",
            }, intrusion
        await b.chat("undisturbed", room.room)
        await a.until(lambda r: [line.text for line in r.room_chat] == ["undisturbed"])


async def test_a_signal_carries_the_name_that_the_server_knows() -> None:
    async with open_house() as house, await house.guest("A") as a, await house.guest("B") as b:
        room, _ = await seated_pair(house, a, b)
        other = room.members[0]
        await a.signal(
            c.SignalCandidate(id=0, room=room.room, to=other.card.id, gen=other.gen, candidate="")
        )
        heard = await b.wait_for(Candidate)
        assert heard.sender == a.replica.welcome.you  # type: ignore[union-attr]


async def test_script_in_every_text_field_stays_text() -> None:
    async with open_house() as house, house.host() as host, await house.guest("B") as b:
        async with await house.guest("A") as a:
            await a.profile(
                Profile(
                    name=SCRIPT[:60],
                    reading=SCRIPT[:60],
                    city=SCRIPT[:60],
                    zone="Asia/Tokyo",
                    role="alumni",
                    age="adult",
                    languages=[Language(code="ja", level=4)],
                    contact=SCRIPT,
                )
            )
            await a.chat(SCRIPT)
            await host.host.announce(SCRIPT)
            room, _ = await seated_pair(house, a, b)
            await a.chat(SCRIPT, room.room)
            await b.until(lambda r: bool(r.room_chat) and bool(r.meetings))
            meeting = next(iter(b.replica.meetings.values()))
            await b.note(meeting.id, SCRIPT)
            await b.until(lambda r: next(iter(r.meetings.values())).note == SCRIPT)
            await b.until(lambda r: any(p.card.name == SCRIPT[:60] for p in r.people.values()))
            cards = [presence.card for presence in b.replica.people.values()]
        replica = b.replica
        assert replica.lounge[0].text == SCRIPT
        assert replica.room_chat[0].text == SCRIPT
        assert any(notice.text == SCRIPT for notice in replica.notices)
        assert SCRIPT[:60] in {card.name for card in cards}
        assert SCRIPT[:60] in {card.city for card in cards}
        assert all(card.name and SCRIPT not in card.zone for card in cards)


async def test_a_flood_is_refused_then_cut_off_and_others_do_not_notice() -> None:
    async with open_house() as house, await house.guest("B") as b:
        _, token = await house.join("A")
        async with raw_socket(house.url) as raw:
            await raw.hello(token)
            flooding = asyncio.ensure_future(flood(raw))
            answers = 0
            while not flooding.done():
                async with asyncio.timeout(5):
                    await b.profile(b.replica.profile.profile)  # type: ignore[union-attr]
                answers += 1
                await asyncio.wait([flooding], timeout=0.1)
            assert answers
            assert await raw.closed() == 4429
            codes = {each["code"] for each in raw.told if each["t"] == "error"}
            assert codes <= {"stale_room", "too_many"}
        await still_fine(house)


async def flood(raw: Raw) -> None:
    with contextlib.suppress(ConnectionClosed):
        for number in range(5_000):
            await raw.send({"t": "room.enter", "id": number + 10, "room": "e-1.1", "epoch": 0})
            if not number % 20:
                await asyncio.sleep(0)  # the other client of this loop wants its turn too


async def test_chat_faster_than_anybody_types_is_refused() -> None:
    async with open_house() as house, await house.guest() as guest:
        codes = []
        for number in range(12):
            try:
                await guest.chat(str(number))
            except Refused as refused:
                codes.append(refused.code)
        assert set(codes) == {"too_many"}


async def test_a_client_that_was_refused_for_good_does_not_come_back() -> None:
    async with open_house() as house:
        with pytest.raises(Closed) as closed:
            async with house.client("wrong"):
                pass
        assert closed.value.code == 4401
