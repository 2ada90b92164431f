"""Facts that outlive the process. Plain values: the storage engine maps each to a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from server.ids import ActionId, EventId, MeetingId, PersonId, RoomId
from server.protocol.parts import (
    ActionKind,
    Mode,
    Phase,
    Plan,
    Profile,
    ReportCategory,
    RoomKind,
    RoomNote,
)

if TYPE_CHECKING:
    # The matcher takes long to import, and a start needs only the names of its types.
    from matching.plan_file import Case


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record; times are UTC epoch seconds."""


class Action(Fact, frozen=True):
    """One thing a host did, with what it takes to undo it."""

    kind: ActionKind
    until: float
    id: ActionId = ActionId("")
    person: PersonId | None = None
    name: str = ""
    room: RoomId | None = None
    seconds: float = 0.0
    deadline: float | None = None
    """The deadline before, where a start replaced one."""
    verified: bool = False
    """What was said of the person before."""
    plan: Plan | None = None
    """The plan before, where its rules were changed."""


class EventRecord(Fact, frozen=True):
    """An event, its plan, and where its mixer stands. Key: `id`."""

    id: EventId
    title: str
    zone: str
    code: str
    plan: Plan
    seed: int
    created_at: float
    expires_at: float
    """After this, links of the event no longer work."""
    starts_at: float | None = None
    note: str = ""
    town_city: str = ""
    town_zone: str = ""
    practice: bool = False
    phase: Phase = "lobby"
    round: int = 0
    began: float | None = None
    deadline: float | None = None
    paused_left: float | None = None
    """Seconds left of the phase, while the clock is stopped."""
    epoch: int = 0
    rooms_made: int = 0
    """Room numbers are never used twice."""
    closed_at: float | None = None
    closing_at: float | None = None
    """When the host's countdown to the end is over."""
    joker: PersonId | None = None
    """Who fills in where somebody would be left over (M11)."""
    guarded: bool = False
    """Somebody was removed: who comes by the link now waits for a host's tap."""
    undo: tuple[Action, ...] = ()
    """What can still be taken back."""


class PersonRecord(Fact, frozen=True):
    """A person at an event. Key: `id`."""

    id: PersonId
    event: EventId
    profile: Profile
    joined_at: float
    robot: bool = False
    verified: bool = False
    removed: bool = False
    ready: bool = False
    sitting_out: bool = False
    unsuggested: bool = False
    """Wants to be seated with nobody until further notice (M21)."""
    held: bool = False
    """Not let in yet: waits for a host's tap, or, with `listed_at`, for a place."""
    listed_at: float | None = None
    """Since when on the waiting list, which is in this order."""
    lapses_at: float | None = None
    """When the place is free for others; None while the person is here."""
    mode: Mode = "video"
    sat_out: int = 0
    trios: int = 0
    credit: float = 0.0
    help_at: float | None = None
    """Since when the person calls a host."""
    help_seen: bool = False
    pool_since: float | None = None
    """Since when the person waits to meet somebody now."""
    pulse: int | None = None


class RoomRecord(Fact, frozen=True):
    """A room of a round and its seats. Key: `id`."""

    id: RoomId
    event: EventId
    number: int
    round: int
    kind: RoomKind
    members: tuple[PersonId, ...]
    """Everybody who was ever granted a seat."""
    left: tuple[PersonId, ...]
    language: str | None
    supervised: bool
    epoch: int
    began: float
    deadline: float
    again: bool = False
    notes: tuple[RoomNote, ...] = ()
    bridge: PersonId | None = None
    extended_until: float | None = None
    gens: dict[str, int] = {}
    """Connection generations by `a|b` (ids in order), so that calls outlive a restart."""
    closed_at: float | None = None
    waits: dict[PersonId, float] = {}
    """Seconds each was ready and without a room before this seat."""
    fits: dict[PersonId, float] = {}
    """What the seat was worth to each by the round's plan."""
    media: dict[PersonId, float] = {}
    """Seconds from the seat's beginning until each had sound or picture of all the others."""
    early: int = 0
    """How many left before the time."""


class MeetingRecord(Fact, frozen=True):
    """Two people were in a room together. Key: `id`."""

    id: MeetingId
    event: EventId
    room: RoomId
    round: int
    at: float
    a: PersonId
    b: PersonId


class MarkRecord(Fact, frozen=True):
    """What one of the two noted about a meeting: private. Key: `meeting`, `person`."""

    meeting: MeetingId
    event: EventId
    person: PersonId
    at: float
    keep: bool | None = None
    note: str = ""
    sent: str = ""
    again: bool = False
    """Wishes to be seated with the other once more; counts if both do."""


class BarRecord(Fact, frozen=True):
    """Two people are not to be put together. Key: `event`, `person`, `other`, `kind`.

    `lifted` is set when a block is taken back.
    """

    event: EventId
    person: PersonId
    other: PersonId
    kind: Literal["block", "pass", "report"]
    at: float
    lifted: bool = False


class ReportRecord(Fact, frozen=True):
    """A report with the room's metadata. Key: `id`."""

    id: str
    event: EventId
    reporter: PersonId
    subject: PersonId
    category: ReportCategory
    note: str
    at: float
    room: RoomId | None = None
    handled_at: float | None = None


class ChatRecord(Fact, frozen=True):
    """A line of chat. Key: `event`, `seq`."""

    event: EventId
    seq: int
    person: PersonId
    name: str
    text: str
    at: float
    room: RoomId | None = None


class RoundRecord(Fact, frozen=True):
    """What a round came to, for the measures (M33). Key: `event`, `round`."""

    event: EventId
    round: int
    at: float
    present: int
    seated: int
    benched: int
    unavoidable: int
    """How many of the benched no plan could have seated."""
    repeats: int
    avoidable_repeats: int
    language_failures: int
    score: float
    bound: float


class PlanRecord(Fact, frozen=True):
    """All that went into a round and came out, so that it can be redone (M31). Key: `event`, `round`.

    In no archive: an evening goes on without it.
    """

    event: EventId
    round: int
    case: Case


Record = (
    EventRecord
    | PersonRecord
    | RoomRecord
    | MeetingRecord
    | MarkRecord
    | BarRecord
    | ReportRecord
    | ChatRecord
    | RoundRecord
    | PlanRecord
)


class Archive(Fact, frozen=True):
    """All records of one event."""

    event: EventRecord
    people: tuple[PersonRecord, ...] = ()
    rooms: tuple[RoomRecord, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    marks: tuple[MarkRecord, ...] = ()
    bars: tuple[BarRecord, ...] = ()
    reports: tuple[ReportRecord, ...] = ()
    chat: tuple[ChatRecord, ...] = ()
    rounds: tuple[RoundRecord, ...] = ()
