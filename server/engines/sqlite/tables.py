"""The tables: one for each type of record, a column for each field under the same name.

Rule: values inside values are JSON. What is stored here is changed by a migration only
(migrations/versions), and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

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

T = TypeVar("T")
Value = str | int | float | None
"""What SQLite keeps."""

_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Kept:
    """How a field is put into its column and read back."""

    put: Callable[[Any], Value]
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class Table(Generic[T]):
    """One table; `kept` names the fields that SQLite cannot keep as they are."""

    name: str
    kind: type[T]
    keys: tuple[str, ...]
    order: tuple[str, ...] = ()
    """How an archive lists them."""
    kept: Mapping[str, Kept] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the fields."""
        names: tuple[str, ...] = self.kind.__struct_fields__  # type: ignore[attr-defined]
        return names

    @cached_property
    def upsert(self) -> str:
        """The statement that inserts a record, or replaces the one with the same key."""
        others = [each for each in self.columns if each not in self.keys]
        replaced = ", ".join(f'"{each}" = excluded."{each}"' for each in others)
        places = ", ".join("?" * len(self.columns))
        return (
            f"INSERT INTO {self.name} ({_listed(self.columns)}) VALUES ({places}) "  # noqa: S608
            f"ON CONFLICT ({_listed(self.keys)}) DO UPDATE SET {replaced}"
        )

    def select(self, column: str = "") -> str:
        """Return the statement that reads all records, or those with a value in one column."""
        where = f' WHERE "{column}" = ?' if column else ""
        order = f" ORDER BY {', '.join(self.order)}" if self.order else ""
        return f"SELECT {_listed(self.columns)} FROM {self.name}{where}{order}"  # noqa: S608

    def row(self, record: T) -> tuple[Value, ...]:
        """Return the values of a record, in the order of the columns."""
        return tuple(put(take(record)) for take, put in self._puts)

    def record(self, row: Sequence[Any]) -> T:
        """Return the record of a row."""
        values = dict(zip(self.columns, row, strict=True))
        for name, kept in self.kept.items():
            values[name] = kept.read(values[name])
        return self.kind(**values)

    @cached_property
    def _puts(self) -> list[tuple[Callable[[T], Any], Callable[[Any], Value]]]:
        return [
            (attrgetter(each), self.kept[each].put if each in self.kept else _as_it_is)
            for each in self.columns
        ]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _as_it_is(value: Value) -> Value:
    return value


def _nested(kind: Any) -> Kept:  # noqa: ANN401 - any type msgspec can decode
    """A value of a given type, as JSON."""
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind)
    return Kept(lambda value: _encoder.encode(value).decode(), decoder.decode)


def _put_case(case: Case) -> str:
    """A round's case, as a plan file of one round: what the checker reads."""
    from matching.plan_file import PlanFile, write

    return write(PlanFile((case,))).decode()


def _read_case(text: str) -> Case:
    from matching.plan_file import read

    return read(text.encode()).rounds[0]


YES_NO = Kept(_as_it_is, lambda value: None if value is None else bool(value))
NEWEST_FIRST = ('"created_at" DESC', '"id" DESC')

EVENTS = Table(
    "events",
    EventRecord,
    keys=("id",),
    order=NEWEST_FIRST,
    kept={
        "plan": _nested(Plan),
        "undo": _nested(tuple[Action, ...]),
        **dict.fromkeys(("practice", "guarded"), YES_NO),
    },
)
PEOPLE = Table(
    "people",
    PersonRecord,
    keys=("id",),
    order=("joined_at", "id"),
    kept={
        "profile": _nested(Profile),
        **dict.fromkeys(("robot", "verified", "removed", "ready"), YES_NO),
        **dict.fromkeys(("sitting_out", "unsuggested", "held"), YES_NO),
    },
)
ROOMS = Table(
    "rooms",
    RoomRecord,
    keys=("id",),
    order=("number", "id"),
    kept={
        "members": _nested(tuple[PersonId, ...]),
        "left": _nested(tuple[PersonId, ...]),
        "gens": _nested(dict[str, int]),
        "waits": _nested(dict[PersonId, float]),
        "media": _nested(dict[PersonId, float]),
        **dict.fromkeys(("supervised", "again"), YES_NO),
    },
)
MEETINGS = Table("meetings", MeetingRecord, keys=("id",), order=("at", "id"))
MARKS = Table(
    "marks",
    MarkRecord,
    keys=("meeting", "person"),
    order=("meeting", "person"),
    kept={"keep": YES_NO, "again": YES_NO},
)
BARS = Table(
    "bars",
    BarRecord,
    keys=("event", "person", "other", "kind"),
    order=("at", "person", "other", "kind"),
    kept={"lifted": YES_NO},
)
REPORTS = Table("reports", ReportRecord, keys=("id",), order=("at", "id"))
CHAT = Table("chat", ChatRecord, keys=("event", "seq"), order=("seq",))
ROUNDS = Table("rounds", RoundRecord, keys=("event", "round"), order=("round",))
PLANS = Table(
    "plans",
    PlanRecord,
    keys=("event", "round"),
    order=("round",),
    kept={"case": Kept(_put_case, _read_case)},
)
ALL: tuple[Table[Any], ...] = (
    EVENTS,
    PEOPLE,
    ROOMS,
    MEETINGS,
    MARKS,
    BARS,
    REPORTS,
    CHAT,
    ROUNDS,
    PLANS,
)
TABLES: dict[type[Any], Table[Any]] = {table.kind: table for table in ALL}
