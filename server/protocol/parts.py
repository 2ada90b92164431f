"""Values that messages are made of. Texts are bounded here, so nothing longer gets any further."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.ids import ActionId, EventId, MeetingId, PersonId, RoomId

Role = Literal["alumni", "student", "prospective", "recruiter", "townsperson", "staff"]
AgeBand = Literal["adult", "minor", "unknown"]
Mode = Literal["video", "audio", "text"]
HelpState = Literal["", "asked", "seen"]
Phase = Literal["scheduled", "lobby", "round", "wrap_up", "break", "closed"]
PersonState = Literal[
    "held",
    "lobby",
    "ready",
    "proposed",
    "in_room",
    "wrap_up",
    "between",
    "bench",
    "paused",
    "reconnecting",
    "offline",
]
MediaState = Literal["connecting", "connected", "audio", "text", "failed"]
Seat = Literal["here", "coming", "away", "left"]
"""Where a member of a room stands: in it, expected, lost but kept, gone."""
RoomKind = Literal["pair", "trio", "group"]
BenchReason = Literal[
    "odd", "language", "roles", "supervision", "met_everyone", "alone", "nobody", "sat_out", "late"
]
ActionKind = Literal[
    "start", "pause", "extend", "extend_room", "close", "remove", "verify", "rules"
]
Purpose = Literal["explore", "reunite"]
Verdict = Literal["always", "if_verified", "if_opted_in", "in_groups", "with_staff", "never"]
"""Under which condition two roles may share a room (M3)."""
Much = Literal["none", "little", "normal", "much"]
ReportCategory = Literal["harassment", "sexual", "hate", "spam", "minor_safety", "other"]

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Reading = Annotated[str, Meta(max_length=60)]
City = Annotated[str, Meta(max_length=60)]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")]
"""Where somebody is, ISO 3166 alpha-2; empty if not told."""
CityId = Annotated[int, Meta(ge=0, le=2**31)]
"""A city of `/api/cities`, by which each reader sees its name in their language; 0: only typed."""
Zone = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_+\-/]+$")]
LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$", max_length=12)]
RolePair = Annotated[str, Meta(pattern=r"^[a-z]+\+[a-z]+$", max_length=40)]
Level = Annotated[int, Meta(ge=1, le=4)]
"""1 a little, 2 conversational, 3 fluent, 4 native."""
TopicId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
Topics = Annotated[list[TopicId], Meta(max_length=10)]
ChatText = Annotated[str, Meta(min_length=1, max_length=2000)]
Note = Annotated[str, Meta(max_length=2000)]
ShortText = Annotated[str, Meta(max_length=300)]
Contact = Annotated[str, Meta(max_length=120)]
Token = Annotated[str, Meta(min_length=1, max_length=1024)]
Sdp = Annotated[str, Meta(max_length=20480)]
Generation = Annotated[int, Meta(ge=0, le=1_000_000)]
Epoch = Annotated[int, Meta(ge=0)]
Count = Annotated[int, Meta(ge=0)]


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the values inside messages; unknown fields are ignored."""


class Language(Part, frozen=True):
    """A language and how well it is spoken."""

    code: LanguageCode
    level: Level


class Profile(Part, frozen=True):
    """What a person says about themselves. Only the owner sees it whole."""

    name: Name
    reading: Reading = ""
    city: City = ""
    city_id: CityId = 0
    country: Country = ""
    """Where it is left out, that of the zone is taken."""
    zone: Zone = "UTC"
    role: Role | None = None
    cohort: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    age: AgeBand = "unknown"
    languages: Annotated[list[Language], Meta(max_length=5)] = []
    seeks: Topics = []
    offers: Topics = []
    topics_private: bool = False
    recruiters_ok: bool = False
    no_pairs: bool = False
    contact: Contact = ""


class Card(Part, frozen=True):
    """What others see of a person: name, city and local time, and what the person added."""

    id: PersonId
    name: Name
    zone: Zone
    reading: Reading = ""
    city: City = ""
    city_id: CityId = 0
    country: Country = ""
    role: Role | None = None
    cohort: int | None = None
    languages: list[Language] = []
    seeks: list[str] = []
    offers: list[str] = []
    verified: bool = False
    robot: bool = False
    host: bool = False


class Presence(Part, frozen=True):
    """A person and where they are."""

    card: Card
    state: PersonState
    since: float
    mode: Mode = "video"
    room: RoomId | None = None


class Reason(Part, frozen=True):
    """Why two people were put together, as a key that the interface words."""

    kind: str
    topic: str | None = None


class Member(Part, frozen=True):
    """One seat of a room, as its other members see it."""

    card: Card
    seat: Seat
    mode: Mode = "video"
    gen: Generation = 0
    """Generation of the connection between the viewer and this member."""
    polite: bool = False
    """True if the viewer yields when both offer at once."""
    until: float | None = None
    """Until when the seat of a member who is away is kept."""
    muted: bool = False
    camera: bool = True
    sharing: bool = False
    reasons: list[Reason] = []


class IceServer(Part, frozen=True):
    """A STUN or TURN server with credentials that expire."""

    urls: list[str]
    username: str | None = None
    credential: str | None = None


Side = Annotated[list[Role], Meta(min_length=1, max_length=5)]


class RuleChoices(Part, frozen=True):
    """Who meets whom at an event, in plain choices. Pairs of roles are keys such as "alumni+student"."""

    meets: Annotated[dict[RolePair, Verdict], Meta(max_length=21)] = {}
    """Verdicts that differ from the usual ones."""
    liked: Annotated[list[RolePair], Meta(max_length=21)] | None = None
    """The pairs of roles to bring together above others; None: the usual liking."""
    topics: Much = "normal"
    """What one seeks and the other offers."""
    shared: Much = "normal"
    """Interests in common."""
    roles: Much = "normal"
    """That the pair of roles is a liked one."""
    language: Much = "normal"
    """How well they can talk."""
    hours: Much = "normal"
    """Hours of the day in common."""
    newness: Much = "normal"
    """The purpose: unlike each other, or like."""
    fallback: Annotated[list[LanguageCode], Meta(max_length=5)] = msgspec.field(
        default_factory=lambda: ["ja", "en"]
    )
    """What somebody who told no language is taken to speak."""


class Plan(Part, frozen=True, omit_defaults=False):
    """Settings of an event's mixer. All durations in seconds."""

    rounds: Annotated[int, Meta(ge=1, le=30)] = 5
    round_seconds: Annotated[float, Meta(ge=5, le=3600)] = 360
    wrap_seconds: Annotated[float, Meta(ge=0, le=120)] = 30
    break_seconds: Annotated[float, Meta(ge=1, le=900)] = 45
    propose_seconds: Annotated[float, Meta(ge=0, le=15)] = 3
    notice_seconds: Annotated[float, Meta(ge=0, le=120)] = 20
    purpose: Purpose = "explore"
    rest_after: Annotated[int, Meta(ge=1, le=30)] = 6
    """After so many rounds comes the long break."""
    rest_seconds: Annotated[float, Meta(ge=0, le=1800)] = 300
    """Its length; less in proportion where a round is shorter than six minutes."""
    room_size: Annotated[int, Meta(ge=2, le=6)] = 2
    """People in a room: 2 for talks of two, 3 to 6 for groups."""
    must_have: Annotated[list[Role], Meta(max_length=3)] = []
    """Roles that every group is to hold, as far as there are enough people; one named twice: two."""
    sides: Annotated[list[Side], Meta(max_length=2)] = []
    """Two sets of roles that are to meet each other: how many there are of each shapes the rooms (M9)."""
    trios: bool = True
    rules: RuleChoices = RuleChoices()
    """Who meets whom."""
    capacity: Annotated[int, Meta(ge=2, le=2000)] = 500
    auto_start: bool = False
    pool: bool = True
    """Whether people may meet somebody now while they wait for the first round."""
    chat_days: Annotated[int, Meta(ge=0, le=365)] = 0
    """How long chat is kept after the event; 0 deletes it when the event closes."""


class EventInfo(Part, frozen=True):
    """What everybody at an event may know of it."""

    id: EventId
    title: str
    zone: Zone
    starts_at: float | None
    plan: Plan
    note: str = ""
    town_city: str = ""
    town_zone: str = ""
    practice: bool = False
    """True for a rehearsal with simulated people: never a real event."""
    code: str = ""


class Meeting(Part, frozen=True):
    """One person whom the viewer met, with the viewer's own private marks."""

    id: MeetingId
    round: int
    at: float
    card: Card
    keep: bool | None = None
    mutual: bool = False
    contact: str = ""
    """The other's contact; only if both said yes."""
    note: str = ""
    sent: str = ""
    """The one message the viewer left for the other."""
    received: str = ""
    again: bool = False
    """The viewer would like to be seated with them once more; counts if both would."""


class ChatLine(Part, frozen=True):
    """One line of chat."""

    seq: int
    sender: PersonId
    name: str
    text: str
    at: float
    room: RoomId | None = None
    """None: the lounge."""


class BoardSeat(Part, frozen=True):
    """One seat on the host's board."""

    person: PersonId
    seat: Seat
    media: MediaState = "connecting"
    until: float | None = None


RoomNote = Literal["smaller", "bridge", "roles"]
"""What a room had to do without: as many people as others, a language common to all, a role."""


class BoardRoom(Part, frozen=True):
    """One room on the host's board; `number` never changes, so tiles do not jump."""

    room: RoomId
    number: int
    kind: RoomKind
    seats: list[BoardSeat]
    deadline: float
    extended: bool = False
    alone_since: float | None = None
    notes: list[RoomNote] = []
    bridge: PersonId | None = None
    """Who shares a language with each of the others, where none is common to all."""


class BoardCall(Part, frozen=True):
    """Somebody who calls a host."""

    person: PersonId
    at: float
    seen: bool = False


class BoardReport(Part, frozen=True):
    """A report for the people on duty."""

    id: str
    reporter: PersonId
    subject: PersonId
    subject_name: str
    category: ReportCategory
    note: str
    at: float
    handled: bool = False


class Undoable(Part, frozen=True):
    """A host action that can still be taken back."""

    action: ActionId
    kind: ActionKind
    until: float
    person: PersonId | None = None
    name: str = ""
    room: RoomId | None = None
    seconds: float = 0


class Spread(Part, frozen=True):
    """Mean sit-outs a person, by group, and the widest gap between two groups."""

    by_group: dict[str, float]
    gap: float


class Outcome(Part, frozen=True, omit_defaults=False):
    """What an event came to so far, as it was recorded (M33). Never who, only how many."""

    rounds: int
    person_rounds: int
    idle: int
    """Person-rounds without a seat at the beginning of a round."""
    unavoidable_idle: int
    repeats: int
    """Rooms in which two had met before."""
    avoidable_repeats: int
    language_failures: int
    wait_p50: float
    """Seconds ready and without a room; the time before the first round does not count."""
    wait_p95: float
    rooms: int
    media_both_ways_in_5s: float
    """Share of rooms in which everybody had sound or picture within five seconds."""
    early_leaves: int
    mutual_keeps: int
    sit_outs_by_role: Spread
    sit_outs_by_zone: Spread


class Outlook(Part, frozen=True):
    """Whether the rounds to come last for the people who are here (M16)."""

    rounds: Count
    """Rounds to come."""
    fit: Count
    """For so many of them everybody who can be paired has somebody new."""
    short: Count
    """How many people run out of new partners before the end."""
    odd: bool = False
    """Somebody sits out each round, and trios are not allowed."""
