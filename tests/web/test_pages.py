"""What a browser gets from the server's pages, and what it does not."""

from __future__ import annotations

import re

import pytest

from server.domain.records import PersonRecord
from server.ids import PersonId
from server.protocol.parts import Profile
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


async def test_the_shell_preloads_what_the_app_imports() -> None:
    house = House()
    event, _ = await house.event()
    text = (await house.browser().get(f"/e/{event.id}")).text
    preloaded = re.findall(r'rel="modulepreload" href="([^"]+)"', text)
    assert preloaded == [ASSETS.asset(path) for path in ASSETS.preloads("app/main.js")]
    assert f'src="{ASSETS.asset("app/main.js")}"' in text
    assert f"&#34;event&#34;: &#34;{event.id}&#34;" in text or f'"event": "{event.id}"' in text


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
    right = [(await browser.get("/join", params={"code": event.code})) for _ in range(60)]
    assert {answer.status_code for answer in right} == {303}, "right ones are not counted"
    answers = [
        (await browser.get("/join", params={"code": "AAAA-AAAA"})).status_code for _ in range(60)
    ]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert (await house.browser("203.0.113.10").get("/join?code=AAAA-AAAA")).status_code == 404
    house.clock.time += 60
    assert (await browser.get("/join?code=AAAA-AAAA")).status_code == 404


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
