"""Exports: what a host may take away from an event.

Rule: attendance and measures only. Whom somebody wants to meet again, notes, messages, blocks,
reports and contacts belong to the people, and are in no export.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from datetime import UTC, datetime

import msgspec

from server import late
from server.domain.records import Archive, PersonRecord, RoomRecord, RoundRecord
from server.protocol.parts import Outcome, Plan

FORMULA_STARTS = "=+-@\t\r\n"


class Attendance(msgspec.Struct, frozen=True, kw_only=True):
    """One person, as the host saw them."""

    name: str
    reading: str
    role: str
    city: str
    zone: str
    joined_at: str
    rounds: int
    robot: bool


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """An event for the host's own records."""

    id: str
    title: str
    zone: str
    starts_at: str | None
    phase: str
    plan: Plan
    practice: bool
    people: list[Attendance]
    rounds: list[RoundRecord]
    outcome: Outcome
    """How it went, in numbers (M33)."""
    meetings: int
    """How many pairs of people met."""
    mutual_keeps: int
    """How many of them both wish to stay in touch; never who."""


def export_of(archive: Archive) -> Export:
    """Return the export of an event."""
    # It brings the evening and the matcher, which a start does not wait for.
    with late.ONE_AT_A_TIME:
        from server.domain.outcome import outcome

    event = archive.event
    keeps = Counter(mark.meeting for mark in archive.marks if mark.keep)
    seats = Counter(
        person for person, _ in {(m, room.round) for room in archive.rooms for m in room.members}
    )
    return Export(
        id=event.id,
        title=event.title,
        zone=event.zone,
        starts_at=None if event.starts_at is None else iso(event.starts_at),
        phase=event.phase,
        plan=event.plan,
        practice=event.practice,
        people=[_attendance(person, seats[person.id]) for person in archive.people],
        rounds=list(archive.rounds),
        outcome=outcome(archive.rounds, _closed(archive), archive.people, archive.marks),
        meetings=len(archive.meetings),
        mutual_keeps=sum(count >= 2 for count in keeps.values()),
    )


def _closed(archive: Archive) -> list[RoomRecord]:
    return [room for room in archive.rooms if room.closed_at is not None]


def as_json(export: Export) -> bytes:
    """Return the export as JSON."""
    return msgspec.json.format(msgspec.json.encode(export), indent=2) + b"\n"


def as_csv(export: Export) -> bytes:
    """Return the attendance as CSV that spreadsheet programs open rightly.

    It begins with a byte order mark (else Japanese is garbled there), and no cell can run as a
    formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    columns = [field.name for field in msgspec.structs.fields(Attendance)]
    writer.writerow(columns)
    for person in export.people:
        values = msgspec.structs.asdict(person)
        writer.writerow([_cell(values[column]) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def iso(at: float) -> str:
    """Return a time as ISO-8601 in UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")


def _attendance(person: PersonRecord, rounds: int) -> Attendance:
    profile = person.profile
    return Attendance(
        name=profile.name,
        reading=profile.reading,
        role=profile.role or "",
        city=profile.city,
        zone=profile.zone,
        joined_at=iso(person.joined_at),
        rounds=rounds,
        robot=person.robot,
    )


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Full-width = and + become plain ones in some programs, so they count as well.
    first = unicodedata.normalize("NFKC", value.lstrip(" "))[:1]
    return "'" + value if first and first in FORMULA_STARTS else value
