"""What is refused before anything looks at it, and what every answer carries."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.web.house import House


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
