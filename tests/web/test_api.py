"""The HTTP interface, as a program meets it."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from server.domain.records import MarkRecord, MeetingRecord, PersonRecord, RoomRecord
from server.engines.memory import MemoryStore
from server.errors import EventFull, Unavailable
from server.ids import EventId, MeetingId, PersonId, RoomId
from server.protocol.parts import Profile
from tests.web.house import NOW, House


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_an_evening_is_made_and_joined_by_programs() -> None:
    house = House()
    program = house.browser(origin=False)
    made = await program.post(
        "/api/events",
        json={"title": "Autumn", "rounds": 3, "round_seconds": 5, "plan": {"trios": False}},
        headers=bearer(house.tokens.owner(NOW)),
    )
    assert made.status_code == 201
    links = made.json()
    assert links["join_link"] == f"http://localhost:8300/j/{links['invite']}"
    assert links["host_link"] == f"http://localhost:8300/h/{links['host_token']}"
    for way in ({"invite": links["invite"]}, {"code": links["code"]}, {"invite": links["code"]}):
        joined = await program.post("/api/join", json={**way, "name": "Linh", "zone": "Asia/Tokyo"})
        assert joined.status_code == 201
        said = joined.json()
        claim = house.tokens.admission(said["token"], NOW)
        assert (claim.event, claim.person) == (links["event"], said["person"])
        assert said["socket"] == "/ws"
    shown = await program.get(f"/api/events/{links['event']}", headers=bearer(links["host_token"]))
    assert shown.json()["rounds"] == 3
    listed = await program.get("/api/events", headers=bearer(house.tokens.owner(NOW)))
    assert [each["title"] for each in listed.json()] == ["Autumn"]


async def test_the_owners_cookie_serves_too() -> None:
    house = House()
    owner = await house.owner()
    assert (await owner.get("/api/events")).status_code == 200
    assert (await owner.post("/api/events", json={"title": "x"})).status_code == 201
    hostile = {"Origin": "https://evil.example"}
    assert (
        await owner.post("/api/events", json={"title": "x"}, headers=hostile)
    ).status_code == 403


async def test_each_token_opens_only_its_own_door() -> None:
    house = House()
    mine, my_links = await house.event()
    _, other_links = await house.event()
    owner = house.tokens.owner(NOW)
    program = house.browser(origin=False)
    person = house.tokens.person(mine.id, PersonId("p"), mine.expires_at)
    old = house.tokens.owner(NOW - 40 * 86400)
    door = house.tokens.door(NOW)
    for token in ("", "x", my_links.invite, my_links.host_token, person, old, door):
        refused = await program.post("/api/events", json={"title": "x"}, headers=bearer(token))
        assert refused.status_code == 401
        assert refused.json() == {"code": "not_authenticated", "detail": ""}
        assert (await program.get("/api/events", headers=bearer(token))).status_code == 401
    for path in (f"/api/events/{mine.id}", f"/api/events/{mine.id}/export"):
        for token in ("", "x", other_links.host_token, my_links.invite, person, old):
            refused = await program.get(path, headers=bearer(token))
            assert refused.status_code == 401, "the same for an event that is not there"
            missing = await program.get("/api/events/none", headers=bearer(token))
            assert (missing.status_code, missing.content) == (401, refused.content)
        for token in (my_links.host_token, owner):
            assert (await program.get(path, headers=bearer(token))).status_code == 200
    assert (await program.get("/api/events/none", headers=bearer(owner))).status_code == 404
    assert len(await house.store.events()) == 2


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "title"),
        ({"title": "x", "rounds": 31}, "rounds"),
        ({"title": "x", "rounds": 2.5}, "rounds"),
        ({"title": "x", "round_seconds": 4.9}, "round_seconds"),
        ({"title": "x", "plan": {"break_seconds": -1}}, "break_seconds"),
        ({"title": "x", "plan": [1]}, "plan"),
        ({"title": "x", "rounds": 30, "round_seconds": 3600}, "plan"),
        ({"title": "x", "round_second": 5}, "round_second"),
        ({"title": 7}, "title"),
        ({"title": "x", "starts_at": "soon"}, "starts_at"),
        ({"title": "x", "starts_at": "2020-01-01T00:00Z"}, "starts_at"),
        ({"title": "x", "starts_at": 5}, "starts_at"),
        ({"title": "x", "zone": "Nowhere"}, "zone"),
        ({"title": "x", "practice": "yes"}, "practice"),
        ({"title": "x", "auto_start": True}, "auto_start"),
    ],
)
async def test_a_bad_plan_names_its_field(body: dict[str, object], field: str) -> None:
    house = House()
    refused = await house.browser().post(
        "/api/events", json=body, headers=bearer(house.tokens.owner(NOW))
    )
    assert refused.status_code == 400
    assert refused.json()["code"] == "bad_plan"
    assert refused.json()["detail"].startswith(f"{field}: ")
    assert await house.store.events() == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"name":7,"invite":"x"}',
        b'{"invite":"x"}',
        b'{"name":"x","zone":{}}',
        b"[" * 60_000,
        b'{"name":' * 7000,
    ],
)
async def test_malformed_bodies_are_refused(body: bytes) -> None:
    house = House()
    refused = await house.browser().post("/api/join", content=body)
    assert refused.status_code == 400
    assert refused.json()["code"] == "bad_message"
    owner = bearer(house.tokens.owner(NOW))
    assert (
        await house.browser().post("/api/events", content=body, headers=owner)
    ).status_code == 400


async def test_joining_is_refused_with_a_code() -> None:
    house = House()
    event, links = await house.event()
    program = house.browser()

    async def code_of(**body: object) -> tuple[int, str]:
        answer = await program.post("/api/join", json={"name": "x", **body})
        return answer.status_code, answer.json()["code"]

    assert await code_of(invite="a.b.c") == (401, "not_authenticated")
    assert await code_of(invite=links.host_token) == (401, "not_authenticated")
    assert await code_of() == (401, "not_authenticated")
    assert await code_of(code="AAAA-AAAA") == (404, "not_found")
    assert await code_of(code="x" * 50_000) == (404, "not_found")
    assert await code_of(invite=links.invite, name="") == (400, "bad_message")
    assert await code_of(invite=links.invite, robot=True) == (400, "bad_message")
    house.refuse = EventFull("2")
    assert await code_of(invite=links.invite) == (409, "event_full")
    archive = await house.store.archive(event.id)
    assert archive is not None
    assert archive.people == ()
    large = await program.post("/api/join", content=b"x" * 70_000)
    assert (large.status_code, large.json()["code"]) == (413, "too_large")


async def test_simulated_people_join_only_practice() -> None:
    house = House()
    _, links = await house.event(practice=True)
    body = {"invite": links.invite, "name": "Robot", "robot": True}
    answer = await house.browser().post("/api/join", json=body)
    person = await house.store.person(PersonId(answer.json()["person"]))
    assert person is not None
    assert person.robot


async def test_codes_cannot_be_guessed_in_numbers() -> None:
    house = House()
    program = house.browser("198.51.100.7", origin=False)
    answers = [
        (await program.post("/api/join", json={"name": "x", "code": f"AAAA-{n:04}"})).status_code
        for n in range(2222, 2262)
    ]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert answers.index(429) == 30


async def test_the_export_holds_attendance_and_nothing_private() -> None:
    house = House()
    event, links = await house.event()
    amara = PersonRecord(
        id=PersonId("amara"),
        event=event.id,
        profile=Profile(
            name="＝cmd|' /C calc'!A0",
            reading="アマラ",
            city="=1+1",
            zone="Africa/Lagos",
            role="alumni",
            contact="amara@secret.example",
        ),
        joined_at=NOW,
    )
    linh = msgspec.structs.replace(
        amara, id=PersonId("linh"), profile=Profile(name='Linh, "the" first\n@x', zone="Asia/Tokyo")
    )
    room = RoomRecord(
        id=RoomId("r"),
        event=event.id,
        number=1,
        round=1,
        kind="pair",
        members=(amara.id, linh.id),
        left=(),
        language="en",
        supervised=False,
        epoch=1,
        began=NOW,
        deadline=NOW,
    )
    meeting = MeetingRecord(
        id=MeetingId("m"), event=event.id, room=room.id, round=1, at=NOW, a=amara.id, b=linh.id
    )
    marks = [
        MarkRecord(
            meeting=meeting.id, event=event.id, person=each, at=NOW, keep=True, note="secret note"
        )
        for each in (amara.id, linh.id)
    ]
    await house.store.save([amara, linh, room, meeting, *marks])
    program = house.browser()
    path = f"/api/events/{event.id}/export"
    answer = await program.get(path, headers=bearer(links.host_token))
    export = answer.json()
    assert [each["rounds"] for each in export["people"]] == [1, 1]
    assert (export["meetings"], export["mutual_keeps"]) == (1, 1)
    assert "secret" not in answer.text
    assert "attachment" in answer.headers["content-disposition"]
    sheet = await program.get(path, params={"format": "csv"}, headers=bearer(links.host_token))
    assert sheet.content.startswith(b"\xef\xbb\xbf")
    assert "secret" not in sheet.text
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"), newline="")))
    assert rows[0]["name"] == "'＝cmd|' /C calc'!A0"
    assert rows[0]["city"] == "'=1+1"
    assert rows[0]["reading"] == "アマラ"
    assert rows[1]["name"] == 'Linh, "the" first\n@x'
    assert rows[1]["rounds"] == "1"
    wrong = await program.get(path, params={"format": "xls"}, headers=bearer(links.host_token))
    assert wrong.status_code == 400


async def test_practice_by_program() -> None:
    house = House()
    answer = await house.browser().post("/api/practice")
    assert answer.status_code == 201
    assert "/j/" in answer.json()["join_link"]
    elsewhere = House(url="http://192.168.7.9:8300", open_to_network=True)
    stranger = elsewhere.browser("192.168.7.20")
    assert (await stranger.post("/api/practice")).status_code == 401
    owner = bearer(elsewhere.tokens.owner(NOW))
    assert (await stranger.post("/api/practice", headers=owner)).status_code == 201


async def test_what_is_not_there_is_said_as_json() -> None:
    house = House()
    answer = await house.browser().get("/api/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await house.browser().delete("/api/events")).status_code == 405
    assert answer.headers["cache-control"] == "no-store"


class LockedStore(MemoryStore):
    """A store whose disk has gone."""

    async def event(self, event: EventId) -> None:
        del event
        raise Unavailable("disk")


async def test_health_follows_the_store() -> None:
    well = await House().browser().get("/health")
    assert (well.status_code, well.json()["status"]) == (200, "ok")
    assert well.json()["version"] == "1.2.3"
    ill = await House(store=LockedStore()).browser().get("/health")
    assert (ill.status_code, ill.json()["status"]) == (503, "unavailable")
