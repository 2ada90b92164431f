"""What every store promises, asked of each engine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from matching.plan_file import Case, Seated
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.types import History
from server.domain.records import Archive, BarRecord, ChatRecord, MarkRecord, PlanRecord
from server.engines.memory import MemoryStore
from server.engines.sqlite import SqliteStore
from server.errors import Unavailable
from server.ids import EventId, MeetingId, PersonId
from server.ports import Store
from tests.engines import examples
from tests.engines.examples import AMARA, EVENT, LINH
from tests.matching.population import people


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    made: Store
    if request.param == "memory":
        made = MemoryStore()
    else:
        made = await SqliteStore.open(tmp_path / "store.sqlite3")
    yield made
    await made.close()


async def archive(store: Store, event: EventId = EVENT) -> Archive:
    found = await store.archive(event)
    assert found is not None
    return found


async def test_every_field_of_every_record_comes_back(store: Store) -> None:
    records = examples.everything()
    await store.save(records)
    found = await archive(store)
    back = [
        *found.marks,
        *found.meetings,
        *found.rooms,
        *found.bars,
        *found.reports,
        *found.chat,
        *found.rounds,
        *found.people,
        found.event,
    ]
    assert back == records
    assert [type(each) for each in back] == [type(each) for each in records]
    assert found.people[0].profile.languages == records[-2].profile.languages  # type: ignore[union-attr]


async def test_plans_come_back_in_order_and_whole(store: Store) -> None:
    here = tuple(people(9, 2))
    history = History(frozenset({frozenset((here[0].id, here[1].id))}))
    plan = plan_round(here, history, DEFAULT_RULES, seed=7)
    seated = Seated(plan.rooms, plan.bench)
    case = Case(2, here, history, DEFAULT_RULES, 7, 1, plan, 5.5, here, seated)
    later = PlanRecord(event=EVENT, round=2, case=case)
    first = PlanRecord(event=EVENT, round=1, case=replace(case, round=1, plan=None, seated=None))
    await store.save([examples.event(), later, first])
    assert await store.plans(EVENT) == [first, later]
    assert await store.plans(EventId("other")) == []


async def test_nothing_is_there_before_it_is_saved(store: Store) -> None:
    assert await store.event(EVENT) is None
    assert await store.event_by_code("CODE-e1") is None
    assert await store.events() == []
    assert await store.person(AMARA) is None
    assert await store.archive(EVENT) is None
    await store.purge_chat(EVENT)
    await store.save([])


async def test_a_record_replaces_the_one_with_its_key_and_no_other(store: Store) -> None:
    other = examples.person("linh", ready=False)
    await store.save([examples.event(), examples.person(), other])
    changed = examples.person(ready=False, pulse=None, mode="video")
    await store.save([changed])
    assert (await archive(store)).people == (changed, other)
    moved = examples.event(phase="closed", deadline=None, round=3)
    await store.save([moved])
    found = await archive(store)
    assert found.event == moved
    assert found.people == (changed, other), "replacing an event keeps what belongs to it"


async def test_the_last_of_two_records_with_one_key_counts(store: Store) -> None:
    first, last = examples.person(credit=1.0), examples.person(credit=2.0)
    await store.save([examples.event(), first, last])
    assert await store.person(AMARA) == last


async def test_keys_of_several_parts(store: Store) -> None:
    def bar(person: PersonId, other: PersonId, kind: str, *, lifted: bool = False) -> BarRecord:
        return BarRecord(
            event=EVENT,
            person=person,
            other=other,
            kind=kind,  # type: ignore[arg-type]
            at=1.0,
            lifted=lifted,
        )

    await store.save([*examples.everything()])
    await store.save([bar(AMARA, LINH, "block"), bar(LINH, AMARA, "block")])
    await store.save([bar(AMARA, LINH, "report"), bar(AMARA, LINH, "block", lifted=True)])
    assert {(each.person, each.kind, each.lifted) for each in (await archive(store)).bars} == {
        (AMARA, "block", True),
        (AMARA, "report", False),
        (LINH, "block", False),
    }
    mark = MarkRecord(meeting=MeetingId("m1"), event=EVENT, person=LINH, at=9.0, keep=True)
    await store.save([mark])
    assert [each.person for each in (await archive(store)).marks] == [AMARA, LINH]


async def test_all_or_none(store: Store) -> None:
    await store.save([examples.event()])
    orphan = examples.person("nobody", of="no-such-event")
    with pytest.raises(Unavailable):
        await store.save([examples.person(), examples.chat(1), orphan])
    found = await archive(store)
    assert found.people == ()
    assert found.chat == ()
    with pytest.raises(Unavailable):
        await store.save([examples.event(round=30), examples.event("e2", code="CODE-e1")])
    assert (await archive(store)).event == examples.event(), "a code taken undoes the rest too"
    stray = MarkRecord(meeting=MeetingId("never"), event=EVENT, person=AMARA, at=1.0)
    with pytest.raises(Unavailable):
        await store.save([stray])
    await store.save([examples.person()])
    assert len((await archive(store)).people) == 1, "and the store goes on"


async def test_an_archive_is_in_order_and_of_one_event(store: Store) -> None:
    people = [examples.person(f"p{n}", joined_at=float(-n)) for n in range(5)]
    chat = [examples.chat(seq) for seq in (10, 2, 33, 1)]
    await store.save([examples.event(), examples.event("e2"), *people, *chat])
    await store.save([examples.person("other", of="e2"), examples.chat(5, of="e2")])
    found = await archive(store)
    assert [each.id for each in found.people] == ["p4", "p3", "p2", "p1", "p0"]
    assert [each.seq for each in found.chat] == [1, 2, 10, 33]
    second = await archive(store, EventId("e2"))
    assert [each.id for each in second.people] == ["other"]
    assert [each.seq for each in second.chat] == [5]


async def test_events_newest_first_and_by_code(store: Store) -> None:
    events = [examples.event(f"e{n}", created_at=float(n % 3), code=f"C{n}") for n in range(6)]
    await store.save(events)
    listed = [(each.created_at, each.id) for each in await store.events()]
    assert listed == sorted(listed, reverse=True)
    assert await store.event_by_code("C4") == events[4]
    assert await store.event_by_code("c4") is None
    assert await store.event_by_code("C4' OR '1'='1") is None


async def test_purged_chat_is_gone_and_nothing_else(store: Store) -> None:
    await store.save([*examples.everything(), examples.event("e2"), examples.chat(1, of="e2")])
    before = await archive(store)
    await store.purge_chat(EVENT)
    assert await archive(store) == msgspec.structs.replace(before, chat=())
    assert len((await archive(store, EventId("e2"))).chat) == 1


async def test_a_token_is_used_once_however_many_try(store: Store) -> None:
    tries = await asyncio.gather(*(store.use_once("door", 2e9) for _ in range(50)))
    assert tries.count(True) == 1
    assert not await store.use_once("door", 2e9)
    assert await store.use_once("another", 2e9)


async def test_a_read_sees_what_was_acknowledged(store: Store) -> None:
    await store.save([examples.event()])

    async def say(seq: int) -> None:
        line = examples.chat(seq)
        await store.save([line])
        assert line in (await archive(store)).chat

    await asyncio.gather(*(say(seq) for seq in range(40)))
    assert len((await archive(store)).chat) == 40


async def test_texts_of_every_kind_survive(store: Store) -> None:
    texts = ["", "\x00", "'); DROP TABLE chat;--", "\u202eabc", "🧵" * 500, "\\u0000", "a\r\nb"]
    lines: list[ChatRecord] = [examples.chat(n, text) for n, text in enumerate(texts)]
    await store.save([examples.event(), *lines])
    assert [each.text for each in (await archive(store)).chat] == texts


async def test_a_closed_store_refuses(store: Store) -> None:
    await store.close()
    await store.close()
    with pytest.raises(Unavailable):
        await store.save([examples.event()])
    with pytest.raises(Unavailable):
        await store.events()
