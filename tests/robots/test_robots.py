"""Simulated people: who they are, what they notice, and that they stay out of real events."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import msgspec
import pytest

from matching.taxonomy import TOPIC_IDS
from server.domain.outcome import quantile
from server.errors import NotAllowed, TooMany
from server.ids import EventId, MeetingId, PersonId, RoomId
from server.protocol import server as s
from server.protocol.parts import Card, Meeting, Member, Plan, Profile, Seat
from server.robots.names import NAMES
from server.robots.origins import ORIGINS
from server.robots.personas import CALM, invent_all
from server.robots.phrases import LINES
from server.robots.practice import Practices, faster
from server.robots.report import report, violations
from server.robots.troupe import StageDoor, Troupe, enlist
from server.robots.witness import Witness
from server.services.events import Events, Place
from tests.sessions.house import CLOCK, House, become, event_record, open_house

ME, YOU, THIRD = PersonId("me"), PersonId("you"), PersonId("third")
SHORT = Plan(
    rounds=2,
    round_seconds=5,
    wrap_seconds=0.3,
    break_seconds=1,
    propose_seconds=0.2,
    notice_seconds=0.2,
)


def card(person: PersonId) -> Card:
    return Card(id=person, name=person, zone="UTC")


def seat(room: str, *people: PersonId, round_: int = 1, again: bool = False) -> s.RoundSeat:
    return s.RoundSeat(
        room=RoomId(room),
        epoch=1,
        round=round_,
        kind="pair",
        language="ja",
        starts_at=10.0,
        deadline=20.0,
        partners=[card(each) for each in people],
        again=again,
    )


def room(name: str, state: Seat = "here", person: PersonId = YOU) -> s.RoomState:
    return s.RoomState(
        room=RoomId(name),
        epoch=1,
        v=1,
        round=1,
        kind="pair",
        members=[Member(card=card(person), seat=state)],
        began=0.0,
        deadline=20.0,
    )


def met(person: PersonId, round_: int) -> s.MeetingState:
    meeting = Meeting(id=MeetingId("m"), round=round_, at=0.0, card=card(person))
    return s.MeetingState(v=1, meetings=[meeting])


# Who they are


def test_the_same_seed_makes_the_same_people() -> None:
    assert invent_all(30, 7) == invent_all(30, 7)
    assert invent_all(30, 7) != invent_all(30, 8)


def test_every_profile_is_one_the_protocol_allows() -> None:
    for persona in invent_all(300, 1):
        again = msgspec.json.decode(msgspec.json.encode(persona.profile), type=Profile)
        assert again == persona.profile
        assert set(again.seeks + again.offers) <= TOPIC_IDS


def test_people_come_in_the_shares_of_the_survey() -> None:
    origins = Counter(
        persona.profile.languages[0].code
        for persona in invent_all(4000, 3)
        if persona.profile.role == "prospective"
    )
    total = sum(origins.values())
    in_all = sum(origin.in_2023 for origin in ORIGINS)
    vietnam = next(origin for origin in ORIGINS if origin.code == "VN")
    assert abs(origins["vi"] / total - vietnam.in_2023 / in_all) < 0.05
    assert {"ne", "my", "si", "mn"} <= set(origins), "where language is hardest"


def test_every_language_has_names_and_lines() -> None:
    spoken = {language for origin in ORIGINS for language in origin.languages}
    assert spoken <= set(NAMES)
    assert spoken <= set(LINES)


# What they notice


@pytest.mark.parametrize(
    ("stream", "fault"),
    [
        ([seat("e.1", ME)], "oneself"),
        ([seat("e.1")], "nobody"),
        ([room("e.1"), seat("e.2", YOU)], "while still in"),
        ([room("e.1"), room("e.2")], "at once"),
        ([met(YOU, 1), seat("e.2", YOU, round_=2)], "again"),
        ([seat("e.1", THIRD)], "blocked"),
        ([room("e.1", person=THIRD)], "blocked"),
        (
            [
                s.MixerState(epoch=5, v=1, phase="lobby", round=0, rounds=1),
                s.MixerState(epoch=4, v=2, phase="lobby", round=0, rounds=1),
            ],
            "epoch",
        ),
    ],
)
def test_a_broken_rule_is_noticed(stream: list[s.ServerMessage], fault: str) -> None:
    witness = Witness(ME, blocked={THIRD})
    for message in stream:
        witness.see(message, 1.0)
    assert len(witness.violations) == 1
    assert fault in witness.violations[0]


@pytest.mark.parametrize(
    "stream",
    [
        [met(YOU, 1), seat("e.2", YOU, round_=2, again=True)],
        [seat("e.1", YOU), seat("e.1", YOU)],
        [room("e.1"), s.RoomClosed(room=RoomId("e.1"), epoch=1, reason="left"), room("e.2")],
        [room("e.1"), s.Resync(at=0.0), room("e.2")],
        [room("e.1"), s.SessionElsewhere(here=False), room("e.2")],
    ],
)
def test_what_is_right_is_not_held_against_the_server(stream: list[s.ServerMessage]) -> None:
    witness = Witness(ME)
    for message in stream:
        witness.see(message, 1.0)
    assert witness.violations == []


def test_being_alone_is_timed() -> None:
    witness = Witness(ME)
    witness.see(room("e.1", "here"), 10.0)
    witness.see(room("e.1", "away"), 12.0)
    witness.see(room("e.1", "away"), 15.0)
    witness.see(room("e.1", "here"), 19.5)
    assert witness.alone_longest == 7.5


def test_waiting_is_timed_from_being_free_to_the_start() -> None:
    witness = Witness(ME)
    witness.free(4.0)
    witness.free(6.0)
    witness.see(seat("e.1", YOU), 8.0)
    assert witness.waits == [6.0]


def test_quantiles() -> None:
    assert quantile([], 0.5) == 0.0
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
    assert quantile([1.0, 2.0], 0.95) == 2.0


# In an evening


async def door(house: House, *, practice: bool) -> StageDoor:
    record = event_record("e-2", plan=SHORT, practice=practice)
    await house.store.save([record])
    live = await house.live(EventId("e-2"))
    return StageDoor(
        house.url,
        record,
        CLOCK,
        live.admit,
        lambda person: house.token(person, EventId("e-2")),
    )


async def test_they_never_join_a_real_event() -> None:
    async with open_house() as house:
        with pytest.raises(NotAllowed):
            await enlist(await door(house, practice=False), CLOCK, 2, seed=1)
        archive = await house.store.archive(EventId("e-2"))
        assert archive is not None
        assert archive.people == ()


async def test_they_are_marked_and_gone_at_the_end() -> None:
    async with open_house() as house:
        robots = await enlist(await door(house, practice=True), CLOCK, 4, seed=5, habits=CALM)
        marks: set[bool] = set()

        async def look(host: object) -> None:
            people = robots[0].client.replica.people
            await robots[0].client.until(lambda replica: len(replica.people) == 4)
            marks.update(each.card.robot for each in people.values())

        await Troupe(robots, house.host(EventId("e-2")), 0.1).play(look, start_in=0.0)
        assert marks == {True}
        live = await house.live(EventId("e-2"))
        await become(lambda: not any(page.connected for page in live.audience.everyone()))
        archive = await house.store.archive(EventId("e-2"))
        assert archive is not None
        measured = report(robots, archive.rounds)
        assert violations(robots) == []
        assert measured.rounds == 2
        assert measured.rooms == 4
        assert measured.mutual_keeps <= 4


async def test_at_most_two_practice_evenings_run_at_once() -> None:
    async with open_house() as house:
        events = Events(house.store, house.tokens, CLOCK, Place("http://house.example"))
        async with Practices(house.hub, events, house.url) as practices:
            links = [await practices.start(people=2) for _ in range(2)]
            with pytest.raises(TooMany):
                await practices.start(people=2)
        assert all(link.startswith("http://house.example/j/") for link in links)
        made = [event for event in await house.store.events() if event.id != house.event]
        assert [event.practice for event in made] == [True, True]


def test_a_faster_plan_stays_one_the_protocol_allows() -> None:
    plan = faster(Plan(), 100)
    assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan
    assert plan.rounds == Plan().rounds


async def test_somebody_alone_in_the_lobby_meets_a_simulated_person_now() -> None:
    async with open_house() as house:
        door_ = await door(house, practice=True)
        habits = replace(CALM, meet_now=1.0, accept=1.0)
        robots = await enlist(door_, CLOCK, 4, seed=5, habits=habits)

        async def meet(_host: object) -> None:
            person, token = await house.join(event=EventId("e-2"))
            del person
            async with house.client(token) as me:
                await me.meet_now()
                seen = await me.until(lambda r: bool(r.pool and r.pool.match), seconds=30)
                assert seen.pool is not None
                assert seen.pool.match is not None
                await me.accept(seen.pool.match.id)
                seat = await me.seat(seconds=20)
                assert seat.round == 0
                assert seat.partners[0].robot

        await Troupe(robots, house.host(EventId("e-2")), 0.1).play(meet, start_in=0.0)
        assert violations(robots) == []
