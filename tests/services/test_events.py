"""Making events, finding them, joining them, and what may be taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.auth.tokens import Tokens
from server.domain.mixer import total_seconds
from server.domain.records import PersonRecord
from server.engines.memory import MemoryStore
from server.errors import BadMessage, NotAuthenticated, NotFound, WrongPhase
from server.ids import EventId, PersonId
from server.protocol.parts import Plan
from server.services.drafts import Draft, FieldError, draft_of, plan_of, tidy
from server.services.events import CODE_LETTERS, Events, Place, new_code, tidy_code
from server.services.joining import Arrival, Joining, profile_of

NOW = 1_795_867_620.0


@dataclass
class ManualClock:
    time: float = NOW

    def now(self) -> float:
        return self.time


class Fixture:
    def __init__(self) -> None:
        self.clock = ManualClock()
        self.store = MemoryStore()
        self.tokens = Tokens(b"k" * 32)
        place = Place("https://mixer.example", "Beppu", "Asia/Tokyo")
        self.events = Events(self.store, self.tokens, self.clock, place)
        self.joining = Joining(self.events, self.admit)

    async def admit(self, person: PersonRecord) -> None:
        await self.store.save([person])


async def test_an_event_is_saved_with_everything_it_needs() -> None:
    house = Fixture()
    plan = Plan(rounds=2, round_seconds=10, wrap_seconds=5, break_seconds=1, propose_seconds=0)
    event = await house.events.create(Draft(title="Mixer", plan=plan, starts_at=NOW + 3600))
    assert await house.store.event(event.id) == event
    assert (event.town_city, event.town_zone, event.zone) == ("Beppu", "Asia/Tokyo", "Asia/Tokyo")
    assert event.phase == "scheduled"
    assert event.deadline is None
    assert event.expires_at > NOW + 3600 + total_seconds(plan) + 86400
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}", event.code)
    other = await house.events.create(Draft(title="Mixer"))
    assert other.phase == "lobby"
    assert {other.id, other.code, other.seed}.isdisjoint({event.id, event.code, event.seed})
    alone = Draft(title="x", plan=Plan(auto_start=True), starts_at=NOW + 60)
    by_itself = await house.events.create(alone)
    assert (by_itself.phase, by_itself.deadline) == ("lobby", NOW + 60)


async def test_links_lead_to_their_event_until_they_expire() -> None:
    house = Fixture()
    event = await house.events.create(Draft(title="Mixer"))
    links = house.events.links(event)
    assert links == house.events.links(event)
    assert links.join_link == f"https://mixer.example/j/{links.invite}"
    assert links.host_link == f"https://mixer.example/h/{links.host_token}"
    assert await house.events.by_invite(links.invite) == event
    assert await house.events.by_host_token(links.host_token) == event
    for wrong in (links.host_token, house.tokens.invite(EventId("none"), NOW + 60), "x"):
        with pytest.raises(NotAuthenticated):
            await house.events.by_invite(wrong)
    with pytest.raises(NotAuthenticated):
        await house.events.by_host_token(links.invite)
    house.clock.time = event.expires_at
    with pytest.raises(NotAuthenticated):
        await house.events.by_invite(links.invite)
    with pytest.raises(NotFound):
        await house.events.by_code(event.code)


async def test_codes_are_read_as_people_write_them() -> None:
    house = Fixture()
    event = await house.events.create(Draft(title="Mixer"))
    plain = event.code.replace("-", "")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in plain)
    for typed in (event.code, event.code.lower(), plain, f" {plain[:4]} {plain[4:]} ", wide):
        assert await house.events.by_code(typed) == event
    for typed in ("", "AAAA", plain + "A", "0OI1-0OI1", "é" * 8, "A" * 10_000):
        with pytest.raises(NotFound):
            await house.events.by_code(typed)


def test_codes_have_no_letters_that_are_mixed_up() -> None:
    assert len(CODE_LETTERS) == 32
    assert not set(CODE_LETTERS) & set("01OI")
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(tidy_code(code) == code for code in codes)


@given(st.text(max_size=200))
def test_any_text_is_a_code_or_none(text: str) -> None:
    found = tidy_code(text)
    assert found == "" or tidy_code(found) == found


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"rounds": 0}, "rounds"),
        ({"rounds": "many"}, "rounds"),
        ({"round_seconds": 4}, "round_seconds"),
        ({"round_seconds": float("nan")}, "round_seconds"),
        ({"round_seconds": "inf"}, "round_seconds"),
        ({"wrap_seconds": 121}, "wrap_seconds"),
        ({"break_seconds": 0}, "break_seconds"),
        ({"capacity": 1}, "capacity"),
        ({"purpose": "romance"}, "purpose"),
        ({"trios": "perhaps"}, "trios"),
        ({"round": 3}, "round"),
    ],
)
def test_a_bad_plan_names_the_field_in_words(values: dict[str, object], field: str) -> None:
    with pytest.raises(FieldError) as refused:
        plan_of(values)
    assert refused.value.code == "bad_plan"
    assert refused.value.field == field
    assert refused.value.detail == f"{field}: {refused.value.reason}"
    assert "`" not in refused.value.detail
    assert "$" not in refused.value.detail


def test_texts_stand_for_numbers() -> None:
    plan = plan_of({"rounds": "3", "round_seconds": "5", "trios": "false", "chat_days": 2})
    assert plan == Plan(rounds=3, round_seconds=5, trios=False, chat_days=2)


def test_a_start_is_read_in_its_zone() -> None:
    def starts(at: str, zone: str = "Asia/Tokyo") -> float | None:
        return draft_of({"title": "x", "starts_at": at, "zone": zone}, NOW, "UTC").starts_at

    assert starts("2026-11-28T21:10") == starts("2026-11-28T12:10Z") == 1_795_867_800.0
    assert starts("2026-11-28T21:10", "Europe/Berlin") == 1_795_867_800.0 + 8 * 3600
    assert starts("2026-11-28T21:10+09:00", "Europe/Berlin") == 1_795_867_800.0
    assert starts("") is None
    for wrong in ("tomorrow", "2026-02-30T10:00", "0001-01-01T00:00", "9999-12-31T23:59"):
        with pytest.raises(FieldError, match="starts_at"):
            starts(wrong)


async def test_contradictions_are_refused_however_the_draft_was_made() -> None:
    house = Fixture()
    for draft, field in (
        (Draft(title=""), "title"),
        (Draft(title="x", zone="Mars"), "zone"),
        (Draft(title="x", plan=Plan(rounds=30, round_seconds=3600)), "plan"),
        (Draft(title="x", plan=Plan(auto_start=True)), "auto_start"),
        (Draft(title="x", starts_at=NOW - 2 * 86400), "starts_at"),
        (Draft(title="x", starts_at=NOW + 3 * 365 * 86400), "starts_at"),
    ):
        with pytest.raises(FieldError) as refused:
            await house.events.create(draft)
        assert refused.value.field == field
    assert await house.store.events() == []


@given(st.text(max_size=80))
def test_tidied_text_is_plain_and_stays_so(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert once == once.strip()
    assert not set(once) & set("\n\r\t\x00\u200b\u200e\u202e\u2066\ufeff")


async def test_who_joins_is_a_new_person_with_a_token() -> None:
    house = Fixture()
    event = await house.events.create(Draft(title="Mixer"))
    arrival = Arrival(name=" 山田  太郎 ", reading="やまだ", zone="Europe/Paris", lang="ja")
    first = await house.joining.join(event, arrival)
    second = await house.joining.join(event, arrival)
    assert first.person.id != second.person.id
    assert first.person.profile.name == "山田 太郎"
    assert [(each.code, each.level) for each in first.person.profile.languages] == [("ja", 2)]
    claim = house.tokens.read(first.token, "person", NOW)
    assert (claim.event, claim.person) == (event.id, first.person.id)
    assert await house.joining.returning(first.token, event) == first.person
    other = await house.events.create(Draft(title="Other"))
    with pytest.raises(NotAuthenticated):
        await house.joining.returning(first.token, other)
    ghost = house.tokens.person(event.id, PersonId("ghost"), NOW + 60)
    with pytest.raises(NotAuthenticated):
        await house.joining.returning(ghost, event)


async def test_nobody_joins_what_is_over_and_no_robot_joins_what_is_real() -> None:
    house = Fixture()
    event = await house.events.create(Draft(title="Mixer"))
    with pytest.raises(BadMessage, match="robot"):
        await house.joining.join(event, Arrival(name="R"), robot=True)
    house.clock.time = event.expires_at
    with pytest.raises(WrongPhase):
        await house.joining.join(event, Arrival(name="Linh"))
    archive = await house.store.archive(event.id)
    assert archive is not None
    assert archive.people == ()


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Ánh", "ณัฐวุฒิ", "محمد", "O’Brien-Sauvé", "山田太郎", "क्षत्रिय", "José"]
)
def test_names_of_the_world_pass_unchanged(name: str) -> None:
    assert profile_of(Arrival(name=name)).name == name


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=80), st.text(max_size=20))
def test_any_arrival_is_a_sound_profile_or_refused(
    name: str, reading: str, zone: str, lang: str
) -> None:
    try:
        profile = profile_of(Arrival(name=name, reading=reading, zone=zone, lang=lang))
    except BadMessage:
        return
    assert 1 <= len(profile.name) <= 60
    assert len(profile.reading) <= 60
    assert re.fullmatch(r"[A-Za-z0-9_+\-/]{1,64}", profile.zone)
    assert len(profile.languages) <= 1


def test_rules_come_with_a_draft_and_are_refused_by_name() -> None:
    meets = {"townsperson+townsperson": "always"}
    wanted = {"title": "x", "plan": {"rules": {"meets": meets, "hours": "none"}}}
    rules = draft_of(wanted, NOW, "Asia/Tokyo").plan.rules
    assert (rules.meets, rules.hours, rules.topics) == (meets, "none", "normal")
    for bad, field in (
        ({"meet": {}}, "rules.meet"),
        ({"topics": "very"}, "rules.topics"),
        ({"meets": {"alumni+recruiter": "always"}}, "rules.meets"),
        ({"fallback": []}, "rules.fallback"),
        ([], "rules"),
    ):
        with pytest.raises(FieldError) as refusal:
            draft_of({"title": "x", "rules": bad}, NOW, "Asia/Tokyo")
        assert refusal.value.field == field
