"""The invitation: the card, joining, the calendar file."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from icalendar import Calendar

from server.domain.records import PersonRecord
from server.errors import EventFull, WrongPhase
from server.ids import PersonId
from server.protocol.parts import Plan, Profile
from tests.web.house import NOW, House


def person(house: House, event: str, name: str = "Linh", **fields: object) -> PersonRecord:
    values = {
        "id": PersonId(name),
        "event": event,
        "profile": Profile(name=name, zone="Asia/Ho_Chi_Minh", city="Hanoi"),
        "joined_at": NOW,
    }
    return PersonRecord(**{**values, **fields})  # type: ignore[arg-type]


def token_in(location: str) -> str:
    return location.partition("#")[2]


async def test_a_guest_joins_with_a_name() -> None:
    house = House()
    event, links = await house.event()
    browser = house.browser()
    answer = await browser.post(
        f"/j/{links.invite}",
        data={"name": "  Linh ", "reading": "りん", "zone": "Asia/Ho_Chi_Minh"},
        headers={"Accept-Language": "ja"},
    )
    assert answer.status_code == 303
    path, _, token = answer.headers["location"].partition("#")
    assert path == f"/e/{event.id}"
    claim = house.tokens.admission(token, NOW)
    assert (claim.kind, claim.event) == ("person", event.id)
    saved = await house.store.person(claim.person)
    assert saved is not None
    assert saved.profile.name == "Linh"
    assert saved.profile.reading == "りん"
    assert saved.profile.zone == "Asia/Ho_Chi_Minh"
    assert [each.code for each in saved.profile.languages] == ["ja"]
    assert not saved.robot
    shell = await browser.get(path)
    assert shell.status_code == 200
    assert token not in shell.text
    assert claim.person not in shell.text


async def test_the_card_knows_this_browser_again() -> None:
    house = House()
    event, links = await house.event()
    browser = house.browser()
    token = token_in(
        (await browser.post(f"/j/{links.invite}", data={"name": "Linh"})).headers["location"]
    )
    card = (await browser.get(f"/j/{links.invite}")).text
    assert f'href="/e/{event.id}#{token}"' in card
    assert token not in (await house.browser().get(f"/j/{links.invite}")).text, (
        "others do not see it"
    )
    assert "person-" not in str((await browser.get("/")).request.headers.get("cookie")), (
        "only below /j/"
    )
    other, other_links = await house.event(title="Other")
    browser.cookies.set(f"person-{other.id}", token, path="/j/", domain="localhost.local")
    assert token not in (await browser.get(f"/j/{other_links.invite}")).text


async def test_somebody_removed_does_not_come_back_in_this_browser() -> None:
    house = House()
    _, links = await house.event()
    browser = house.browser()
    answer = await browser.post(f"/j/{links.invite}", data={"name": "Linh"})
    claim = house.tokens.admission(token_in(answer.headers["location"]), NOW)
    saved = await house.store.person(claim.person)
    assert saved is not None
    await house.store.save([msgspec.structs.replace(saved, removed=True)])
    for again in (
        await browser.get(f"/j/{links.invite}"),
        await browser.post(f"/j/{links.invite}", data={"name": "Linh again"}),
    ):
        assert again.status_code == 403
        assert 'data-problem="removed"' in again.text
    archive = await house.store.archive(claim.event)
    assert archive is not None
    assert len(archive.people) == 1


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "name"),
        ({"name": "   "}, "name"),
        ({"name": "\u202e\u200b"}, "name"),
        ({"name": "x" * 61}, "name-long"),
        ({"name": "x" * 60_000}, "name-long"),
        ({"name": "ok", "reading": "y" * 61}, "reading-long"),
        ({"name": "a" + "\u0301" * 40}, "name"),
    ],
)
async def test_a_name_that_cannot_be_is_told_at_the_field(sent: dict[str, str], error: str) -> None:
    house = House()
    event, links = await house.event()
    answer = await house.browser().post(f"/j/{links.invite}", data=sent)
    assert answer.status_code == 400
    assert "aria-invalid" in answer.text
    assert f'id="{error.removesuffix("-long")}-error"' in answer.text
    archive = await house.store.archive(event.id)
    assert archive is not None
    assert archive.people == ()


async def test_control_letters_are_taken_out_of_names() -> None:
    house = House()
    _, links = await house.event()
    answer = await house.browser().post(
        f"/j/{links.invite}",
        data={"name": "Am\u202eara\u0000 \n 山田\u200d", "zone": "../etc/passwd"},
    )
    claim = house.tokens.admission(token_in(answer.headers["location"]), NOW)
    saved = await house.store.person(claim.person)
    assert saved is not None
    assert saved.profile.name == "Amara 山田\u200d"
    assert saved.profile.zone == "UTC"


async def test_the_card_tells_how_the_event_stands() -> None:
    house = House()
    event, links = await house.event(
        starts_at=NOW + 86400, zone="Europe/Berlin", plan=Plan(rounds=4, round_seconds=300)
    )
    browser = house.browser()
    early = (await browser.get(f"/j/{links.invite}")).text
    assert "13:07" in early
    assert "Berlin" in early
    assert f"/j/{links.invite}/calendar.ics" in early
    house.present += [person(house, event.id, name) for name in ("Linh", "Amara")]
    running = msgspec.structs.replace(event, phase="round", round=2)
    await house.store.save([running])
    assert "round 2 of 4" in (await browser.get(f"/j/{links.invite}")).text
    assert "2 people are here" in (await browser.get(f"/j/{links.invite}")).text
    await house.store.save([msgspec.structs.replace(event, phase="closed")])
    over = (await browser.get(f"/j/{links.invite}")).text
    assert "<form" not in over


async def test_the_countries_of_those_here_are_named_in_the_readers_language() -> None:
    house = House()
    event, links = await house.event()
    for name, country in (("Linh", "VN"), ("Amara", "LK"), ("Duc", "VN"), ("Nobody", "")):
        one = person(house, event.id, name)
        home = msgspec.structs.replace(one.profile, country=country)
        house.present.append(msgspec.structs.replace(one, profile=home))
    english = (await house.browser().get(f"/j/{links.invite}")).text
    assert "Vietnam, Sri Lanka" in english
    japanese = await house.browser().get(f"/j/{links.invite}", headers={"Cookie": "lang=ja"})
    assert "ベトナム、スリランカ" in japanese.text


async def test_full_and_over_are_said() -> None:
    house = House()
    _, links = await house.event()
    house.refuse = EventFull("2")
    full = await house.browser().post(f"/j/{links.invite}", data={"name": "Linh"})
    assert full.status_code == 409
    assert "All places are taken" in full.text
    assert 'value="Linh"' in full.text
    house.refuse = WrongPhase("over")
    over = await house.browser().post(f"/j/{links.invite}", data={"name": "Linh"})
    assert over.status_code == 409
    assert 'data-problem="over"' in over.text


async def test_wrong_old_and_foreign_links_are_refused_alike() -> None:
    house = House()
    event, links = await house.event()
    expired = house.tokens.invite(event.id, NOW - 1)
    gone = house.tokens.invite("0" * 16, NOW + 100)  # type: ignore[arg-type]
    foreign = type(house.tokens)(b"x" * 32).invite(event.id, event.expires_at)
    browser = house.browser()
    bodies = set()
    for token in (expired, gone, foreign, links.host_token, "x", "a.b.c", "%00", "é", "." * 500):
        answer = await browser.get(f"/j/{token}")
        assert answer.status_code == 401, token
        bodies.add(answer.text)
        assert (await browser.post(f"/j/{token}", data={"name": "x"})).status_code == 401
        assert (await browser.get(f"/j/{token}/calendar.ics")).status_code == 401
        if token != links.host_token:
            assert (await browser.get(f"/h/{token}")).status_code == 401
    assert len(bodies) == 1
    house.clock.time = event.expires_at + 1
    assert (await browser.get(f"/j/{links.invite}")).status_code == 401
    assert (await browser.get(f"/h/{links.host_token}")).status_code == 401


async def test_many_joins_from_one_address_are_slowed_down() -> None:
    house = House()
    event, links = await house.event()
    browser = house.browser("2001:db8::1")
    answers = [
        await house.browser(f"2001:db8::{n:x}").post(f"/j/{links.invite}", data={"name": "x"})
        for n in range(1, 123)
    ]
    codes = [answer.status_code for answer in answers]
    assert codes[:120] == [303] * 120
    assert codes[-1] == 429
    assert "Wait a moment" in answers[-1].text
    house.clock.time += 10
    assert (await browser.post(f"/j/{links.invite}", data={"name": "x"})).status_code == 303
    archive = await house.store.archive(event.id)
    assert archive is not None
    assert len(archive.people) == 121


async def test_the_calendar_file_is_in_the_events_zone() -> None:
    house = House()
    starts = 1_803_434_400.0  # 24 February 2027: two weeks later there are other hours in New York
    event, links = await house.event(
        title='Mixer, "north"; BEGIN:VALARM', note="a\nb", starts_at=starts, zone="America/New_York"
    )
    answer = await house.browser().get(f"/j/{links.invite}/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar: Any = Calendar.from_ical(answer.content)
    (entry,) = calendar.walk("VEVENT")
    assert entry["dtstart"].dt.timestamp() == starts
    assert str(entry["dtstart"].params["TZID"]) == "America/New_York"
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert str(entry["summary"]) == event.title
    assert links.join_link in str(entry["description"])
    lasts = entry["dtend"].dt.timestamp() - starts
    assert 2000 < lasts < 3600
    _, open_links = await house.event()
    assert (await house.browser().get(f"/j/{open_links.invite}/calendar.ics")).status_code == 404


async def test_the_qr_code_is_a_picture() -> None:
    house = House()
    _, links = await house.event()
    answer = await house.browser().get(f"/j/{links.invite}/qr.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.text.startswith("<svg")
    assert answer.headers["cache-control"] == "no-store"
