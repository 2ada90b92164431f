"""The values the matcher takes and gives: people as it sees them, what lies behind them, a plan.

One rule: nothing here knows names, addresses or free text; a topic is an id, a place a word that
everybody in the event may see anyway.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Pair = frozenset[str]
"""Two ids, in no order."""

RoomKind = Literal["pair", "trio", "group"]


class Role(enum.StrEnum):
    """What somebody is at an event; decides who may meet whom (M3)."""

    ALUMNI = "alumni"
    STUDENT = "student"
    PROSPECTIVE = "prospective"
    RECRUITER = "recruiter"
    TOWNSPERSON = "townsperson"
    STAFF = "staff"


class Level(enum.IntEnum):
    """How well somebody speaks a language; conversational is the least a room needs (M7)."""

    BEGINNER = 1
    CONVERSATIONAL = 2
    FLUENT = 3
    NATIVE = 4


class RoomNote(enum.StrEnum):
    """What a room of a round of groups had to do without, told to the host and to its members.

    SMALLER: fewer people than the other rooms, because nobody else could talk with all of them.
    BRIDGE: no language common to all; one member shares one with each of the others. ROLES: lacks
    somebody of a role the host asked for.
    """

    SMALLER = "smaller"
    BRIDGE = "bridge"
    ROLES = "roles"


class BenchReason(enum.StrEnum):
    """Why somebody sits out a round, in words that never depend on a block (M18, M19)."""

    ODD = "odd"
    LANGUAGE = "language"
    ROLES = "roles"
    SUPERVISION = "supervision"
    MET_EVERYONE = "met_everyone"
    ALONE = "alone"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One present person; every default means "not told", and nothing untold ever blocks (M29).

    Without a role one counts as an unverified alum. Without languages one counts as conversational
    in the event's own languages (`Rules.fallback_languages`). `topics_visible=False` keeps topics
    in the score and out of every reason (M30). `supervised` is a minor, or a prospective student of
    unknown age (M5). `interests` are topics neither sought nor offered. `free_hours` are the
    half-hours of the UTC day (0 to 47) in which the person is usually free to keep in touch; untold
    means 8 to 22 by their own clock. `credit` and `waiting` are seconds. `mean_score` is what this
    person's rooms of the event were worth so far, None before the first.
    """

    id: str
    role: Role | None = None
    languages: tuple[tuple[str, Level], ...] = ()
    seeks: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    topics_visible: bool = True
    interests: frozenset[str] = frozenset()
    zone_minutes: int = 0
    free_hours: frozenset[int] = frozenset()
    country: str = ""
    city: str = ""
    cohort: int | None = None
    field: str = ""
    verified: bool = False
    supervised: bool = False
    recruiters_ok: bool = False
    no_pairs: bool = False
    sat_out: int = 0
    trios: int = 0
    waiting: float = 0.0
    credit: float = 0.0
    mean_score: float | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What already lies between people.

    `met`: were in a room together in this event; not seated together again while another seat can
    be found (M16). `barred`: a block, a report or "not interested" either way; never broken, and no
    output of this package lets anybody tell it from an empty seat. `again`: met, and both wish to meet
    once more, hence not in `met`. `earlier`: days since they met in
    another event, and `reluctant`: days since one of them said "not interested" there; both only
    lower a score, ever less as time goes by (M16, M18).
    """

    met: frozenset[Pair] = frozenset()
    barred: frozenset[Pair] = frozenset()
    again: frozenset[Pair] = frozenset()
    earlier: Mapping[Pair, float] = field(default_factory=dict)
    reluctant: Mapping[Pair, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedRoom:
    """One room of a round; `language` is the strongest one common to all members.

    `repeat` says that two members met before, because nobody else could be found. `notes` say what
    a room of a round of groups had to do without; `bridge` is who talks with all where no language
    is common.
    """

    members: tuple[str, ...]
    kind: RoomKind
    language: str | None
    supervised: bool = False
    repeat: bool = False
    notes: tuple[RoomNote, ...] = ()
    bridge: str | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """One person who sits out, and the plain reason."""

    id: str
    why: BenchReason


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """A whole round: everybody is in exactly one room or on the bench.

    `score` is the welfare of the plan: a pair counts its score
    (more for who fell behind, see `Candidate.mean_score`), a larger room the sum over its pairs
    divided by (size - 1), a repeat nothing. `bound` is what no plan can exceed that seats the same
    people and repeats no more, so `score / bound` is a certificate. `repeats` counts rooms.
    """

    rooms: tuple[PlannedRoom, ...]
    bench: tuple[Bench, ...]
    score: float
    bound: float
    repeats: int
    seed: int
