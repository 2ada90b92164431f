"""Becoming the owner, and making an event by the form."""

from __future__ import annotations

import pytest

from server.protocol.parts import RuleChoices
from server.web.forms import WEIGHTS
from tests.web.house import NOW, House


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
        "sides": "town",
        "language": "much",
        "roles": "none",
        "hours": "normal",
    }
    answer = await (await house.owner()).post("/new", data=sent)
    assert answer.status_code == 200
    (event,) = await house.store.events()
    assert event.starts_at == 1_796_151_600.0
    assert (event.plan.rounds, event.plan.round_seconds) == (3, 270)
    assert (event.plan.purpose, event.plan.trios, event.plan.auto_start) == ("reunite", False, True)
    assert event.plan.sides == [["townsperson"], ["student", "alumni"]]
    assert event.plan.rules == RuleChoices(language="much", roles="none")
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
        ({"title": "x", "sides": "work", "room_size": "4"}, "sides"),
        ({"title": "x", "sides": "nobody"}, "sides"),
        ({"title": "x", "language": "very"}, "rules"),
        ({"title": "x", **dict.fromkeys(WEIGHTS, "none")}, "rules"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field(sent: dict[str, str], field: str) -> None:
    house = House()
    answer = await (await house.owner()).post("/new", data=sent)
    assert answer.status_code == 400
    assert f'id="{field}-error"' in answer.text
    assert sent.get("title", "")[:20] in answer.text
    assert await house.store.events() == []


@pytest.mark.parametrize("sent", [{"rounds": "0"}, {"sides": "nobody"}, {"language": "very"}])
async def test_what_is_wrong_among_more_settings_is_not_folded_away(sent: dict[str, str]) -> None:
    answer = await (await House().owner()).post("/new", data={"title": "x", **sent})
    assert '<details class="more-settings" open>' in answer.text
