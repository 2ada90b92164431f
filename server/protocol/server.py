"""Messages the server sends. Names are facts; `n` counts the pushes of one session."""

from __future__ import annotations

from typing import Literal

from server.ids import MeetingId, PersonId, RoomId
from server.protocol.base import Message as Message
from server.protocol.board import HostBoard as HostBoard
from server.protocol.parts import (
    BenchReason,
    Card,
    ChatLine,
    Count,
    Epoch,
    EventInfo,
    HelpState,
    IceServer,
    Meeting,
    Member,
    Mode,
    PersonState,
    Phase,
    Presence,
    Profile,
    Reason,
    RoomKind,
    RoomNote,
)
from server.protocol.pool import MatchExpired as MatchExpired
from server.protocol.pool import PoolState as PoolState
from server.protocol.ruling import HostRehearsal as HostRehearsal


class Ok(Message, frozen=True, tag="ok"):
    """The request `re` was carried out."""

    re: int
    id: str = ""
    """What was made or is meant, where that is of use (a meeting, an action)."""


class Error(Message, frozen=True, tag="error"):
    """The request `re` was refused; nothing was changed."""

    re: int
    code: str
    detail: str = ""


class Pong(Message, frozen=True, tag="pong"):
    """Answer to a ping: the sender's stamp and the server's time."""

    re: int
    sent: float
    at: float


class Welcome(Message, frozen=True, tag="welcome"):
    """A session begins."""

    re: int
    session: str
    key: str
    """Secret with which this session can be resumed."""
    you: PersonId
    event: EventInfo
    at: float
    host: bool = False
    here: bool = True
    """False: another tab or device of this person is in use; take over with `session.take`."""
    ice: list[IceServer] = []
    join_link: str = ""
    """The link to hand out; for hosts."""


class Resumed(Message, frozen=True, tag="resumed"):
    """The session goes on; what was missed follows."""

    re: int
    at: float


class Resync(Message, frozen=True, tag="resync"):
    """What was missed is no longer known; a fresh state follows."""

    at: float


class Bye(Message, frozen=True, tag="bye"):
    """The connection is about to be closed by the server."""

    code: int
    reason: str


class Notice(Message, frozen=True, tag="notice"):
    """Something people are told: a line of the host (`help`: to one who called), or a key to word."""

    kind: Literal[
        "announce",
        "help",
        "starting",
        "start_undone",
        "paused",
        "resumed",
        "extended",
        "closing",
        "close_undone",
    ]
    at: float
    text: str = ""
    deadline: float | None = None


class SessionElsewhere(Message, frozen=True, tag="session.elsewhere"):
    """This person is now in use in another tab or device (`here` false), or here again."""

    here: bool


class ProfileState(Message, frozen=True, tag="profile.state"):
    """The viewer's own profile, with what it leads to."""

    profile: Profile
    verified: bool = False
    supervised: bool = False
    """True: only groups with a verified member of the community (M5)."""
    blocked: list[Card] = []


class PresenceState(Message, frozen=True, tag="presence.state"):
    """Everybody whom the viewer may see, or a window of them with `total` people in all."""

    epoch: Epoch
    v: Count
    total: Count
    people: list[Presence]
    zones: dict[str, int] = {}
    """People per time zone; only where `people` is a window."""


class PresenceDiff(Message, frozen=True, tag="presence.diff"):
    """Changes since version `pv`."""

    epoch: Epoch
    v: Count
    pv: Count
    total: Count
    put: list[Presence] = []
    gone: list[PersonId] = []


class PresenceCount(Message, frozen=True, tag="presence.count"):
    """Only the numbers have changed (large events)."""

    epoch: Epoch
    v: Count
    pv: Count
    total: Count
    zones: dict[str, int]


class MixerState(Message, frozen=True, tag="mixer.state"):
    """Where the mixer stands; a client draws the clock from this alone."""

    epoch: Epoch
    v: Count
    phase: Phase
    round: Count
    rounds: Count
    deadline: float | None = None
    """When this phase ends, in server time; None while nothing is set or the clock is stopped."""
    began: float | None = None
    paused: bool = False
    remaining: float | None = None
    """Seconds left of the phase, while paused."""
    starts_at: float | None = None


class YouState(Message, frozen=True, tag="you.state"):
    """Where the viewer stands."""

    v: Count
    state: PersonState
    eligible: Count = 0
    """How many people present could be seated with the viewer now."""
    ready: bool = False
    sitting_out: bool = False
    unsuggested: bool = False
    help: HelpState = ""
    """Whether the viewer calls a host, and whether one has seen it."""
    """Asked to be seated with nobody until further notice."""
    joker: bool = False
    """Fills in where somebody would be left over."""
    mode: Mode = "video"
    room: RoomId | None = None
    bench: BenchReason | None = None
    lost: Card | None = None
    """The partner who could not come back."""
    choose_until: float | None = None
    """Until when the viewer can say what next; then the next person."""
    queue: Count = 0
    """All places are taken: the viewer's number on the list."""


class RoundSeat(Message, frozen=True, tag="round.seat"):
    """A seat for the viewer: whom they meet, why, and when it begins."""

    room: RoomId
    epoch: Epoch
    round: Count
    kind: RoomKind
    language: str | None
    starts_at: float
    deadline: float
    partners: list[Card]
    reasons: dict[str, list[Reason]] = {}
    """By partner."""
    again: bool = False
    """True when they met before because nobody new was left."""
    notes: list[RoomNote] = []
    bridge: PersonId | None = None
    """Who shares a language with each of the others, where none is common to all."""


class RoundBench(Message, frozen=True, tag="round.bench"):
    """The viewer sits this round out, and why."""

    round: Count
    why: BenchReason
    next_at: float | None = None


class RoomState(Message, frozen=True, tag="room.state"):
    """The whole room as the viewer sees it."""

    room: RoomId
    epoch: Epoch
    v: Count
    round: Count
    kind: RoomKind
    members: list[Member]
    """The others; the viewer is not in the list."""
    began: float
    deadline: float
    wrap_until: float | None = None
    """Set while the wrap-up runs."""
    extended_until: float | None = None
    """Set if both wanted more, or the host gave more."""
    more: bool | None = None
    """The viewer's own answer."""
    prompt: Count = 0
    language: str | None = None
    supervised: bool = False
    notes: list[RoomNote] = []
    bridge: PersonId | None = None


class RoomClosed(Message, frozen=True, tag="room.closed"):
    """The viewer is no longer in this room."""

    room: RoomId
    epoch: Epoch
    reason: Literal["round_over", "left", "partner_left", "separated", "removed", "closed", "moved"]


class Offered(Message, frozen=True, tag="signal.offer"):
    """A session description from a room-mate; `sender` is set by the server."""

    room: RoomId
    sender: PersonId
    gen: int
    sdp: str


class Answered(Message, frozen=True, tag="signal.answer"):
    """An answer from a room-mate."""

    room: RoomId
    sender: PersonId
    gen: int
    sdp: str


class Candidate(Message, frozen=True, tag="signal.candidate"):
    """A network path of a room-mate."""

    room: RoomId
    sender: PersonId
    gen: int
    candidate: str
    mid: str | None = None
    line: int | None = None
    ufrag: str | None = None


class ChatState(Message, frozen=True, tag="chat.state"):
    """What was written before the viewer came: the room's lines, or the lounge's last ones."""

    lines: list[ChatLine]
    room: RoomId | None = None


class ChatMessage(Message, frozen=True, tag="chat.message"):
    """A new line of chat."""

    line: ChatLine


class MeetingState(Message, frozen=True, tag="meeting.state"):
    """Everybody whom the viewer met in this event."""

    v: Count
    meetings: list[Meeting]
    pulse: int | None = None


class MeetingMutual(Message, frozen=True, tag="meeting.mutual"):
    """Both want to stay in touch."""

    meeting: MeetingId
    person: PersonId
    name: str


Push = (
    Notice
    | SessionElsewhere
    | ProfileState
    | PresenceState
    | PresenceDiff
    | PresenceCount
    | MixerState
    | YouState
    | RoundSeat
    | RoundBench
    | PoolState
    | MatchExpired
    | RoomState
    | RoomClosed
    | Offered
    | Answered
    | Candidate
    | ChatState
    | ChatMessage
    | MeetingState
    | MeetingMutual
    | HostBoard
    | HostRehearsal
)
Reply = Ok | Error | Pong | Welcome | Resumed
ServerMessage = Reply | Resync | Bye | Push

STATE = (
    ProfileState,
    PresenceState,
    MixerState,
    YouState,
    PoolState,
    MeetingState,
    HostBoard,
    HostRehearsal,
)
"""Delivery class *state*: a newer one makes the older superfluous, so it may be skipped."""
SEAT_ONLY = (RoundSeat, RoomState, RoomClosed, Offered, Answered, Candidate)
"""Only to the tab or device in use: it alone holds the seat and the camera."""
