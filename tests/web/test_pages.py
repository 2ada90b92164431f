"""What a browser gets from the server's pages, and what it does not."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
from icalendar import Calendar

from server.domain.records import PersonRecord
from server.errors import EventFull, WrongPhase
from server.ids import PersonId
from server.protocol.parts import Plan, Profile
from tests.web.house import ASSETS, NOW, House

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


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


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_every_page_is_whole_in_each_language(lang: str) -> None:
    house = House()
    event, links = await house.event(note="Bring tea", starts_at=NOW + 3600, zone="Europe/Berlin")
    owner = await house.owner()
    paths = {
        "/": 200,
        "/join?code=nope": 404,
        f"/j/{links.invite}": 200,
        f"/e/{event.id}": 200,
        f"/e/{event.id}/host": 200,
        "/new": 200,
        f"/o/{house.tokens.door(NOW)}": 200,
        "/nothing-here": 404,
        "/j/wrong": 401,
    }
    for path, status in paths.items():
        answer = await owner.get(path, headers={"Accept-Language": lang})
        assert answer.status_code == status, path
        assert f'<html lang="{lang}" dir="ltr"' in answer.text
        assert not re.findall(r">\s*[a-z]+(?:-[a-z]+)+\s*<", answer.text), (
            f"a key is shown on {path}"
        )
        for address in re.findall(r'(?:src|href)="(/static/[^"#]+)', answer.text):
            assert (await owner.get(address)).status_code == 200, address
        assert " style=" not in answer.text
        assert "<script>" not in answer.text
        assert not re.search(r'(?:src|href)="https?://(?!localhost)', answer.text)


async def test_pages_carry_the_headers() -> None:
    house = House(url="https://mixer.example.ac.jp")
    _, links = await house.event()
    answer = await house.browser().get(f"/j/{links.invite}")
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["connect-src"] == "'self' wss://mixer.example.ac.jp"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "camera=(self)" in answer.headers["permissions-policy"]
    assert "geolocation=()" in answer.headers["permissions-policy"]
    refused = await house.browser().get("/nothing")
    assert refused.headers["content-security-policy"]
    plain = await House().browser().get("/")
    assert "strict-transport-security" not in plain.headers
    assert plain.headers["content-security-policy"].count("ws://localhost:8300") == 1


async def test_a_hostile_host_name_gets_into_no_header() -> None:
    browser = House(open_to_network=True).browser()
    for host in ("evil.example", "localhost:8300; script-src *", "[::1", "a@localhost", ""):
        answer = await browser.get("/", headers={"Host": host})
        assert answer.status_code == 400, host
        assert "evil" not in answer.headers["content-security-policy"]
        assert "script-src *" not in answer.headers["content-security-policy"]
    assert (await browser.get("/", headers={"Host": "192.168.7.9:8300"})).status_code == 200
    assert (
        await House().browser().get("/", headers={"Host": "192.168.7.9:8300"})
    ).status_code == 400


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


async def test_the_shell_preloads_what_the_app_imports() -> None:
    house = House()
    event, _ = await house.event()
    text = (await house.browser().get(f"/e/{event.id}")).text
    preloaded = re.findall(r'rel="modulepreload" href="([^"]+)"', text)
    assert preloaded == [ASSETS.asset(path) for path in ASSETS.preloads("app/main.js")]
    assert f'src="{ASSETS.asset("app/main.js")}"' in text
    assert f"&#34;event&#34;: &#34;{event.id}&#34;" in text or f'"event": "{event.id}"' in text


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


async def test_text_of_strangers_stays_text() -> None:
    house = House()
    event, links = await house.event(title=SCRIPT[:100], note=SCRIPT)
    house.present.append(person(house, event.id, "<b>bold"))
    browser = house.browser()
    texts = [
        (await browser.get(f"/j/{links.invite}")).text,
        (await browser.get(f"/e/{event.id}")).text,
        (await browser.post(f"/j/{links.invite}", data={"name": SCRIPT, "reading": SCRIPT})).text,
        (await browser.get("/join", params={"code": SCRIPT})).text,
        (
            await (await house.owner()).post(
                "/new", data={"title": SCRIPT, "rounds": SCRIPT, "zone": SCRIPT}
            )
        ).text,
    ]
    for text in texts:
        assert "<img src=x" not in text
        assert "<script>alert" not in text


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


async def test_the_host_link_leads_to_the_board() -> None:
    house = House()
    event, links = await house.event()
    browser = house.browser()
    answer = await browser.get(f"/h/{links.host_token}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/e/{event.id}/host#{links.host_token}"
    shell = (await browser.get(f"/e/{event.id}/host")).text
    assert links.host_token not in shell
    assert links.invite not in shell
    assert (
        f'href="/e/{event.id}/host#{links.host_token}"'
        in (await browser.get(f"/j/{links.invite}")).text
    )
    assert links.host_token not in (await house.browser().get(f"/j/{links.invite}")).text


async def test_codes_are_forgiving_and_counted() -> None:
    house = House()
    event, links = await house.event()
    browser = house.browser("203.0.113.9")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in event.code.replace("-", ""))
    for typed in (event.code, event.code.lower(), f" {event.code.replace('-', ' ')} ", wide):
        assert (await browser.get("/join", params={"code": typed})).headers[
            "location"
        ] == f"/j/{links.invite}"
        answer = await browser.post("/join", data={"code": typed})
        assert answer.headers["location"] == f"/j/{links.invite}"
    answers = [
        (await browser.get("/join", params={"code": "AAAA-AAAA"})).status_code for _ in range(60)
    ]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert (await house.browser("203.0.113.10").get("/join?code=AAAA-AAAA")).status_code == 404
    house.clock.time += 60
    assert (await browser.get("/join?code=AAAA-AAAA")).status_code == 404


async def test_the_owners_link_works_once_and_only_by_the_button() -> None:
    house = House()
    link = f"/o/{house.tokens.door(NOW)}"
    browser, thief = house.browser(), house.browser()
    assert (await browser.get("/new")).status_code == 403
    assert "owner-link" in (await browser.get("/new")).text
    for _ in range(3):
        looked = await browser.get(link)
        assert looked.status_code == 200
        assert "set-cookie" not in looked.headers
    answer = await browser.post(link)
    assert answer.headers["location"] == "/new"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert (await browser.get("/new")).status_code == 200
    assert (await thief.post(link)).status_code == 401
    assert (await thief.get("/new")).status_code == 403
    house.clock.time += 31 * 86400
    assert (await browser.get("/new")).status_code == 403


async def test_the_owners_cookie_is_bound_to_the_host_over_https() -> None:
    house = House(url="https://mixer.example.ac.jp")
    cookie = (await house.browser().post(f"/o/{house.tokens.door(NOW)}")).headers["set-cookie"]
    assert cookie.startswith("__Host-owner=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


async def test_other_tokens_make_no_owner() -> None:
    house = House()
    _, links = await house.event()
    for token in (links.host_token, links.invite, house.tokens.owner(NOW), "x"):
        assert (await house.browser().post(f"/o/{token}")).status_code == 401
        browser = house.browser(cookies={"owner": token if token != "x" else "y"})
        expected = 200 if token not in (links.host_token, links.invite, "x") else 403
        assert (await browser.get("/new")).status_code == expected


async def test_an_event_needs_nothing_but_a_title() -> None:
    house = House()
    answer = await (await house.owner()).post(
        "/new", data={"title": "Autumn homecoming", "trios": "1"}
    )
    assert answer.status_code == 200
    (event,) = await house.store.events()
    assert event.title == "Autumn homecoming"
    assert (event.plan.rounds, event.plan.round_seconds, event.plan.trios) == (5, 360, True)
    assert event.zone == "Asia/Tokyo"
    assert event.starts_at is None
    links = house.events.links(event)
    assert links.join_link in answer.text
    assert links.host_link in answer.text
    assert event.code in answer.text
    assert "<svg" in answer.text


async def test_the_form_is_read_whole() -> None:
    house = House()
    sent = {
        "title": "同窓会",
        "preset": "reunion",
        "when": "later",
        "date": "2026-12-01",
        "time": "20:00",
        "zone": "Europe/Paris",
        "rounds": "3",
        "minutes": "4.5",
        "purpose": "reunite",
        "auto_start": "1",
        "note": "ひとこと\r\n二行目",
    }
    answer = await (await house.owner()).post("/new", data=sent)
    assert answer.status_code == 200
    (event,) = await house.store.events()
    assert event.starts_at == 1_796_151_600.0
    assert (event.plan.rounds, event.plan.round_seconds) == (3, 270)
    assert (event.plan.purpose, event.plan.trios, event.plan.auto_start) == ("reunite", False, True)
    assert event.deadline == event.starts_at
    assert event.note == "ひとこと\n二行目"


async def test_a_preset_counts_where_its_numbers_were_left_alone() -> None:
    house = House()
    await (await house.owner()).post(
        "/new", data={"title": "x", "preset": "quick", "rounds": "5", "minutes": "6"}
    )
    (event,) = await house.store.events()
    assert (event.plan.rounds, event.plan.round_seconds) == (3, 240)


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"title": "x", "when": "later"}, "date"),
        ({"title": "x", "when": "later", "date": "2026-13-45", "time": "20:00"}, "date"),
        ({"title": "x", "when": "later", "date": "2020-01-01", "time": "20:00"}, "date"),
        ({"title": "x", "zone": "Mars/Olympus"}, "zone"),
        ({"title": "x", "rounds": "0"}, "rounds"),
        ({"title": "x", "rounds": "99999999999999"}, "rounds"),
        ({"title": "x", "minutes": "nan"}, "minutes"),
        ({"title": "x", "minutes": "inf"}, "minutes"),
        ({"title": "x", "minutes": "-3"}, "minutes"),
        ({"title": "x", "purpose": "conquer"}, "plan"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field(sent: dict[str, str], field: str) -> None:
    house = House()
    answer = await (await house.owner()).post("/new", data=sent)
    assert answer.status_code == 400
    assert f'id="{field}-error"' in answer.text
    assert sent.get("title", "")[:20] in answer.text
    assert await house.store.events() == []


async def test_changes_asked_for_by_other_sites_are_refused() -> None:
    house = House(origins=("https://friend.example",))
    _, links = await house.event()
    owner = await house.owner()
    refused = [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://evil.localhost:8300"},
    ]
    for headers in refused:
        assert (await owner.post("/new", data={"title": "x"}, headers=headers)).status_code == 403
        joined = await house.browser().post(
            f"/j/{links.invite}", data={"name": "x"}, headers=headers
        )
        assert joined.status_code == 403
    del owner.headers["origin"]
    assert (await owner.post("/new", data={"title": "x"})).status_code == 403, "cookie, no origin"
    allowed = [
        {"Origin": "http://localhost:8300"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "https://friend.example", "Sec-Fetch-Site": "cross-site"},
    ]
    for headers in allowed:
        assert (await owner.post("/new", data={"title": "x"}, headers=headers)).status_code == 200


async def test_large_bodies_are_refused() -> None:
    house = House()
    _, links = await house.event()
    browser = house.browser()
    assert (
        await browser.post(f"/j/{links.invite}", data={"name": "x" * 70_000})
    ).status_code == 413

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"name=" + b"x" * 1000

    assert (await browser.post(f"/j/{links.invite}", content=endless())).status_code == 413


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


async def test_practice_is_for_this_computer_and_the_owner() -> None:
    house = House()
    answer = await house.browser().post("/practice")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/j/")
    assert (await house.browser().get(answer.headers["location"])).status_code == 200
    assert 'action="/practice"' in (await house.browser().get("/")).text
    elsewhere = House(url="http://192.168.7.9:8300", open_to_network=True)
    stranger = elsewhere.browser("192.168.7.20")
    assert (await stranger.post("/practice")).status_code == 404
    assert 'action="/practice"' not in (await stranger.get("/")).text
    proxied = elsewhere.browser(headers={"X-Forwarded-For": "203.0.113.5"})
    assert (await proxied.post("/practice")).status_code == 404
    assert elsewhere.practices == 0
    assert [(await house.browser().post("/practice")).status_code for _ in range(5)][-1] == 429


async def test_languages_are_chosen_and_remembered() -> None:
    house = House()
    browser = house.browser()
    assert 'lang="en"' in (await browser.get("/", headers={"Accept-Language": "fr, de;q=0.8"})).text
    assert (
        'lang="ja"' in (await browser.get("/", headers={"Accept-Language": "ja-JP, en;q=0.5"})).text
    )
    chosen = await browser.get("/?lang=ja", headers={"Accept-Language": "en"})
    assert '<html lang="ja"' in chosen.text
    assert '<html lang="ja"' in (await browser.get("/", headers={"Accept-Language": "en"})).text
    for nonsense in ("xx", "../../etc", "ja\r\nSet-Cookie: a=b", "ja;q=x", "," * 3000):
        answer = await house.browser().get("/", params={"lang": nonsense[:800]})
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    kept = await browser.get("/join?code=AAAA-AAAA")
    assert "code=AAAA-AAAA&amp;lang=en" in kept.text


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


async def test_crawlers_are_kept_out_and_methods_are_checked() -> None:
    browser = House().browser()
    assert "Disallow: /" in (await browser.get("/robots.txt")).text
    assert (await browser.head("/")).status_code == 200
    assert (await browser.delete("/")).status_code == 405
    assert (await browser.put("/new")).status_code == 405


async def test_a_bug_shows_a_page_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()

    async def broken() -> str:
        raise RuntimeError("secret detail")

    object.__setattr__(house.site, "start_practice", broken)
    answer = await house.browser().post("/practice")
    assert answer.status_code == 500
    assert 'data-problem="broken"' in answer.text
    assert "secret detail" not in answer.text
