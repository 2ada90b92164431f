"""The tables: one for each type of record, and one for tokens that were used.

Rule: a column for each field, under the same name; values inside values are JSON. What is stored
here is changed by a migration only (migrations/versions), and a test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)
from typing_extensions import override

from server import late
from server.domain.records import (
    Action,
    BarRecord,
    ChatRecord,
    EventRecord,
    MarkRecord,
    MeetingRecord,
    PersonRecord,
    PlanRecord,
    ReportRecord,
    RoomRecord,
    RoundRecord,
)
from server.ids import PersonId
from server.protocol.parts import Plan, Profile

if TYPE_CHECKING:
    from matching.plan_file import Case

_encoder = msgspec.json.Encoder()


class Nested(TypeDecorator[Any]):
    """A value of a given type, as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - any type msgspec can decode
        super().__init__()
        self.kind = kind
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind)

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Encode."""
        return _encoder.encode(value).decode()

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Decode."""
        return self._decoder.decode(value)


class Redoable(TypeDecorator[Any]):
    """A round's case, as a plan file of one round: what the checker reads."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Encode."""
        with late.ONE_AT_A_TIME:
            from matching.plan_file import PlanFile, write

        return write(PlanFile((value,))).decode()

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> Case:
        """Decode."""
        with late.ONE_AT_A_TIME:
            from matching.plan_file import read

        return read(value.encode()).rounds[0]


metadata = MetaData()


def _key(name: str, kind: type[Any] = Text) -> Column[Any]:
    return Column(name, kind, primary_key=True, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _maybe_text(name: str) -> Column[Any]:
    return Column(name, Text)


def _whole(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _real(name: str) -> Column[Any]:
    return Column(name, Float, nullable=False)


def _maybe_real(name: str) -> Column[Any]:
    return Column(name, Float)


def _yes_no(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _nested(name: str, kind: object) -> Column[Any]:
    return Column(name, Nested(kind), nullable=False)


def _event(*, key: bool = False) -> Column[Any]:
    """Return the column that ties a record to its event; checked when the transaction ends."""
    tie = ForeignKey("events.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column("event", Text, tie, primary_key=key, nullable=False)


events = Table(
    "events",
    metadata,
    _key("id"),
    _text("title"),
    _text("zone"),
    Column("code", Text, nullable=False, unique=True),
    _nested("plan", Plan),
    _whole("seed"),
    _real("created_at"),
    _real("expires_at"),
    _maybe_real("starts_at"),
    _text("note"),
    _text("town_city"),
    _text("town_zone"),
    _yes_no("practice"),
    _text("phase"),
    _whole("round"),
    _maybe_real("began"),
    _maybe_real("deadline"),
    _maybe_real("paused_left"),
    _whole("epoch"),
    _whole("rooms_made"),
    _maybe_real("closed_at"),
    _maybe_real("closing_at"),
    _maybe_text("joker"),
    _yes_no("guarded"),
    _nested("undo", tuple[Action, ...]),
)
people = Table(
    "people",
    metadata,
    _key("id"),
    _event(),
    _nested("profile", Profile),
    _real("joined_at"),
    _yes_no("robot"),
    _yes_no("verified"),
    _yes_no("removed"),
    _yes_no("ready"),
    _yes_no("sitting_out"),
    _yes_no("unsuggested"),
    _yes_no("held"),
    _maybe_real("listed_at"),
    _maybe_real("lapses_at"),
    _text("mode"),
    _whole("sat_out"),
    _whole("trios"),
    _real("credit"),
    _maybe_real("help_at"),
    _yes_no("help_seen"),
    _maybe_real("pool_since"),
    Column("pulse", Integer),
    Index("people_of_event", "event"),
)
rooms = Table(
    "rooms",
    metadata,
    _key("id"),
    _event(),
    _whole("number"),
    _whole("round"),
    _text("kind"),
    _nested("members", tuple[PersonId, ...]),
    _nested("left", tuple[PersonId, ...]),
    _maybe_text("language"),
    _yes_no("supervised"),
    _whole("epoch"),
    _real("began"),
    _real("deadline"),
    _yes_no("again"),
    _nested("notes", tuple[str, ...]),
    _maybe_text("bridge"),
    _maybe_real("extended_until"),
    _nested("gens", dict[str, int]),
    _maybe_real("closed_at"),
    _nested("waits", dict[PersonId, float]),
    _nested("fits", dict[PersonId, float]),
    _nested("media", dict[PersonId, float]),
    _whole("early"),
    Index("rooms_of_event", "event"),
)
meetings = Table(
    "meetings",
    metadata,
    _key("id"),
    _event(),
    _text("room"),
    _whole("round"),
    _real("at"),
    _text("a"),
    _text("b"),
    Index("meetings_of_event", "event"),
)
marks = Table(
    "marks",
    metadata,
    Column(
        "meeting",
        Text,
        ForeignKey("meetings.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        primary_key=True,
        nullable=False,
    ),
    _event(),
    _key("person"),
    _real("at"),
    Column("keep", Boolean),
    _text("note"),
    _text("sent"),
    _yes_no("again"),
    Index("marks_of_event", "event"),
)
bars = Table(
    "bars",
    metadata,
    _event(key=True),
    _key("person"),
    _key("other"),
    _key("kind"),
    _real("at"),
    _yes_no("lifted"),
)
reports = Table(
    "reports",
    metadata,
    _key("id"),
    _event(),
    _text("reporter"),
    _text("subject"),
    _text("category"),
    _text("note"),
    _real("at"),
    _maybe_text("room"),
    _maybe_real("handled_at"),
    Index("reports_of_event", "event"),
)
chat = Table(
    "chat",
    metadata,
    _event(key=True),
    _key("seq", Integer),
    _text("person"),
    _text("name"),
    _text("text"),
    _real("at"),
    _maybe_text("room"),
)
rounds = Table(
    "rounds",
    metadata,
    _event(key=True),
    _key("round", Integer),
    _real("at"),
    _whole("present"),
    _whole("seated"),
    _whole("benched"),
    _whole("unavoidable"),
    _whole("repeats"),
    _whole("avoidable_repeats"),
    _whole("language_failures"),
    _real("score"),
    _real("bound"),
)
plans = Table(
    "plans",
    metadata,
    _event(key=True),
    _key("round", Integer),
    Column("case", Redoable, nullable=False),
)
used = Table("used", metadata, _key("key"), _real("until"))

TABLES: dict[type[Any], Table] = {
    EventRecord: events,
    PersonRecord: people,
    RoomRecord: rooms,
    MeetingRecord: meetings,
    MarkRecord: marks,
    BarRecord: bars,
    ReportRecord: reports,
    ChatRecord: chat,
    RoundRecord: rounds,
    PlanRecord: plans,
}
ORDER: dict[type[Any], tuple[Column[Any], ...]] = {
    PersonRecord: (people.c.joined_at, people.c.id),
    RoomRecord: (rooms.c.number, rooms.c.id),
    MeetingRecord: (meetings.c.at, meetings.c.id),
    MarkRecord: (marks.c.meeting, marks.c.person),
    BarRecord: (bars.c.at, bars.c.person, bars.c.other, bars.c.kind),
    ReportRecord: (reports.c.at, reports.c.id),
    ChatRecord: (chat.c.seq,),
    RoundRecord: (rounds.c.round,),
    PlanRecord: (plans.c.round,),
}
"""How an archive lists each type."""
