"""Records with every field set, so that a column that is lost or mistyped shows."""

from __future__ import annotations

from server.domain.records import (
    Action,
    BarRecord,
    ChatRecord,
    EventRecord,
    MarkRecord,
    MeetingRecord,
    PersonRecord,
    Record,
    ReportRecord,
    RoomRecord,
    RoundRecord,
)
from server.ids import ActionId, EventId, MeetingId, PersonId, RoomId
from server.protocol.parts import Language, Plan, Profile

EVENT = EventId("e1")
AMARA, LINH = PersonId("amara"), PersonId("linh")
ROOM = RoomId("e1.1")
MEETING = MeetingId("m1")


def event(name: str = "e1", **fields: object) -> EventRecord:
    values: dict[str, object] = {
        "id": EventId(name),
        "title": "秋の同窓会 'Autumn' \"mixer\"",
        "zone": "Asia/Tokyo",
        "code": f"CODE-{name}",
        "plan": Plan(rounds=3, round_seconds=5.5, trios=False, purpose="reunite"),
        "seed": 2**53,
        "created_at": 1_700_000_000.25,
        "expires_at": 1_800_000_000.5,
        "starts_at": 1_700_100_000.125,
        "note": "Four short talks.\nCome for one.",
        "town_city": "別府",
        "town_zone": "Asia/Tokyo",
        "practice": True,
        "phase": "wrap_up",
        "round": 2,
        "began": 1.5,
        "deadline": 2.5,
        "paused_left": 3.5,
        "epoch": 7,
        "rooms_made": 9,
        "closed_at": 4.5,
        "closing_at": 5.5,
        "joker": PersonId("linh"),
        "guarded": True,
        "undo": (
            Action(
                id=ActionId("a-1-1"),
                kind="extend_room",
                until=6.5,
                person=AMARA,
                name="Amara",
                room=ROOM,
                seconds=120.0,
                deadline=7.5,
                verified=True,
            ),
        ),
    }
    return EventRecord(**{**values, **fields})  # type: ignore[arg-type]


def person(name: str = "amara", of: str = "e1", **fields: object) -> PersonRecord:
    values: dict[str, object] = {
        "id": PersonId(name),
        "event": EventId(of),
        "profile": Profile(
            name="Amara ' ; -- 🎋",
            reading="アマラ",
            role="alumni",
            cohort=2009,
            languages=[Language(code="en", level=4), Language(code="ja", level=2)],
            seeks=["jobs-abroad"],
        ),
        "joined_at": 10.5,
        "robot": True,
        "verified": True,
        "removed": True,
        "ready": True,
        "sitting_out": True,
        "unsuggested": True,
        "help_at": 1795694500.5,
        "help_seen": True,
        "held": True,
        "listed_at": 11.5,
        "lapses_at": 12.5,
        "mode": "audio",
        "sat_out": 1,
        "trios": 2,
        "credit": 12.5,
        "pulse": 4,
    }
    return PersonRecord(**{**values, **fields})  # type: ignore[arg-type]


def chat(seq: int, text: str = "hello", of: str = "e1") -> ChatRecord:
    return ChatRecord(
        event=EventId(of), seq=seq, person=AMARA, name="Amara", text=text, at=20.0 + seq, room=ROOM
    )


def everything() -> list[Record]:
    """One of each, in an order in which nothing is there yet that a record refers to."""
    return [
        MarkRecord(
            meeting=MEETING,
            event=EVENT,
            person=AMARA,
            at=6.5,
            keep=False,
            note="n",
            sent="s",
            again=True,
        ),
        MeetingRecord(id=MEETING, event=EVENT, room=ROOM, round=1, at=5.5, a=AMARA, b=LINH),
        RoomRecord(
            id=ROOM,
            event=EVENT,
            number=1,
            round=1,
            kind="trio",
            members=(AMARA, LINH),
            left=(LINH,),
            language="ja",
            supervised=True,
            epoch=3,
            began=1.25,
            deadline=2.25,
            again=True,
            notes=("bridge", "roles"),
            bridge=AMARA,
            extended_until=3.25,
            gens={"amara|linh": 4},
            closed_at=4.25,
            waits={AMARA: 1.5},
            fits={AMARA: 0.75},
            media={LINH: 2.5},
            early=1,
        ),
        BarRecord(event=EVENT, person=AMARA, other=LINH, kind="block", at=7.5, lifted=True),
        ReportRecord(
            id="r1",
            event=EVENT,
            reporter=AMARA,
            subject=LINH,
            category="spam",
            note="why",
            at=8.5,
            room=ROOM,
            handled_at=9.5,
        ),
        chat(1),
        RoundRecord(
            event=EVENT,
            round=1,
            at=1.0,
            present=5,
            seated=4,
            benched=1,
            unavoidable=1,
            repeats=2,
            avoidable_repeats=3,
            language_failures=4,
            score=0.5,
            bound=0.75,
        ),
        person(),
        event(),
    ]
