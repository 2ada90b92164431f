"""Suggestions over HTTP: in the page's language and the reader's own, bounded and limited."""

from __future__ import annotations

import subprocess
import sys

import pytest

from server.web.limits import ALLOWANCES
from tests.web.house import House


async def test_topics_are_named_in_the_pages_language_and_in_ones_own() -> None:
    browser = House().browser()
    answer = await browser.get("/api/topics", params={"q": "học bổng", "lang": "ja", "also": "vi"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"].startswith("private")
    assert answer.json()["topics"][0] == {
        "id": "scholarships",
        "label": "奨学金",
        "area": "study",
        "also": "học bổng",
    }
    plain = await browser.get("/api/topics", params={"q": "hiking", "lang": "en", "also": "en"})
    assert plain.json()["topics"][0]["also"] == ""


async def test_cities_come_with_country_and_zone() -> None:
    answer = await House().browser().get("/api/cities", params={"q": "beppu", "lang": "ja"})
    assert answer.json()["cities"][0] == {
        "id": 1864750,
        "name": "Beppu",
        "label": "別府",
        "country": "JP",
        "country_name": "日本",
        "zone": "Asia/Tokyo",
    }


@pytest.mark.parametrize("kind", ["topics", "cities"])
async def test_any_question_is_answered_and_briefly(kind: str) -> None:
    browser = House().browser()
    for text in ("", "\x00", "a" * 5000, "%%%", "あ" * 300, "🙂"):
        answer = await browser.get(
            f"/api/{kind}", params={"q": text, "lang": "zz", "also": "xx" * 99}
        )
        assert answer.status_code == 200
        assert len(answer.json()[kind]) <= 8


async def test_whoever_asks_too_much_is_told_so() -> None:
    house = House()
    browser = house.browser("203.0.113.7")
    for _ in range(int(ALLOWANCES["suggest"].burst)):
        house.site.limits.take("suggest", "203.0.113.7")
    assert (await browser.get("/api/topics", params={"q": "a"})).status_code == 429


def test_nothing_of_it_is_loaded_before_the_first_question() -> None:
    heavy = (
        "matching.taxonomy",
        "matching.topics",
        "matching.finding",
        "babel",
        "server.places.cities",
    )
    code = f"import sys, server.app, server.web.suggest; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_who_joins_is_in_the_country_of_their_zone() -> None:
    house = House()
    _, links = await house.event()
    program = house.browser(origin=False)
    sent = {"invite": links.invite, "name": "Linh", "zone": "Asia/Saigon"}
    joined = (await program.post("/api/join", json=sent)).json()
    person = await house.store.person(joined["person"])
    assert person is not None
    assert person.profile.country == "VN"


async def test_a_city_that_was_picked_has_a_name_in_each_language() -> None:
    browser = House().browser()
    asked = "/api/cities/names?ids=1796236,1816670,7,x,,-3,\u00b2"
    japanese = (await browser.get(f"{asked}&lang=ja")).json()
    assert japanese == {"names": {"1796236": "上海", "1816670": "北京"}}
    english = (await browser.get(f"{asked}&lang=en")).json()
    assert english["names"]["1796236"] == "Shanghai"
    many = ",".join(["1816670"] * 50 + ["1796236"])
    bounded = (await browser.get(f"/api/cities/names?ids={many}&lang=ja")).json()
    assert bounded == {"names": {"1816670": "北京"}}
