"""Messages a browser (or any client) sends. Names are imperative; `id` is answered exactly once."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.ids import ActionId, MeetingId, PersonId, RoomId
from server.protocol.base import Request as Request
from server.protocol.parts import (
    ChatText,
    Epoch,
    Generation,
    MediaState,
    Mode,
    Note,
    Profile,
    ReportCategory,
    Sdp,
    ShortText,
    Token,
    Zone,
)
from server.protocol.pool import MatchAccept as MatchAccept
from server.protocol.pool import MatchDecline as MatchDecline
from server.protocol.pool import PoolJoin as PoolJoin
from server.protocol.pool import PoolLeave as PoolLeave
from server.protocol.ruling import HostRehearse as HostRehearse
from server.protocol.ruling import HostRules as HostRules


class Resume(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a lost connection stood."""

    session: Annotated[str, Meta(max_length=64)]
    key: Annotated[str, Meta(max_length=128)]
    acked: Annotated[int, Meta(ge=0)]


class Replaced(msgspec.Struct, frozen=True, kw_only=True):
    """The session of this very page before it was loaded anew; its line may not be cut yet."""

    session: Annotated[str, Meta(max_length=64)]
    key: Annotated[str, Meta(max_length=128)]


class Hello(Request, frozen=True, tag="hello"):
    """First message: who is it, and is it a lost session coming back?"""

    token: Token
    version: int = 1
    lang: Annotated[str, Meta(max_length=12)] = "en"
    zone: Zone = "UTC"
    mode: Mode = "video"
    resume: Resume | None = None
    replaces: Replaced | None = None


class Ping(Request, frozen=True, tag="ping"):
    """Heartbeat: also acknowledges pushes and measures the clock's offset."""

    acked: Annotated[int, Meta(ge=0)] = 0
    sent: float = 0
    visible: bool = True


class SessionTake(Request, frozen=True, tag="session.take"):
    """Use this tab or device from now on; the other one steps back."""


class ProfileSet(Request, frozen=True, tag="profile.set"):
    """Replace the sender's profile."""

    profile: Profile


class MixerReady(Request, frozen=True, tag="mixer.ready"):
    """Take part in the next round or no longer, and how; what is not said stays as it was."""

    ready: bool | None = None
    mode: Mode | None = None


class MixerSitOut(Request, frozen=True, tag="mixer.sit_out"):
    """Sit out the next round, or not after all."""

    on: bool


class MixerSuggest(Request, frozen=True, tag="mixer.suggest"):
    """Be seated with others, or (`on` false) with nobody until it is turned on again."""

    on: bool


class MixerChoose(Request, frozen=True, tag="mixer.choose"):
    """What next, after a partner was lost for good."""

    choice: Literal["next", "third", "lounge"]


class RoomEnter(Request, frozen=True, tag="room.enter"):
    """The sender's page shows the room and can talk."""

    room: RoomId
    epoch: Epoch


class RoomMedia(Request, frozen=True, tag="room.media"):
    """How the sender's sound and picture do."""

    room: RoomId
    epoch: Epoch
    state: MediaState
    muted: bool = False
    camera: bool = True
    sharing: bool = False


class RoomLeave(Request, frozen=True, tag="room.leave"):
    """Leave the room now. `safety` skips the minimum stay and is never shown to anybody."""

    room: RoomId
    epoch: Epoch
    safety: bool = False


class RoomMore(Request, frozen=True, tag="room.more"):
    """Private answer in the wrap-up: a bit more, or not."""

    room: RoomId
    epoch: Epoch
    more: bool


class RoomPrompt(Request, frozen=True, tag="room.prompt"):
    """Another question to start with, for everybody in the room."""

    room: RoomId
    epoch: Epoch


class SignalOffer(Request, frozen=True, tag="signal.offer"):
    """A session description offered to one room-mate."""

    room: RoomId
    to: PersonId
    gen: Generation
    sdp: Sdp


class SignalAnswer(Request, frozen=True, tag="signal.answer"):
    """The answer to an offer."""

    room: RoomId
    to: PersonId
    gen: Generation
    sdp: Sdp


class SignalCandidate(Request, frozen=True, tag="signal.candidate"):
    """One network path; an empty candidate says that there are no more."""

    room: RoomId
    to: PersonId
    gen: Generation
    candidate: Annotated[str, Meta(max_length=1024)]
    mid: Annotated[str, Meta(max_length=32)] | None = None
    line: Annotated[int, Meta(ge=0, le=64)] | None = None
    ufrag: Annotated[str, Meta(max_length=256)] | None = None


class SignalRestart(Request, frozen=True, tag="signal.restart"):
    """Ask for a new generation with this room-mate: both sides start afresh."""

    room: RoomId
    to: PersonId
    gen: Generation


class ChatSay(Request, frozen=True, tag="chat.say"):
    """Write to the room (`room` given) or to the lounge."""

    text: ChatText
    room: RoomId | None = None


class MeetingKeep(Request, frozen=True, tag="meeting.keep"):
    """Private wish to stay in touch with a person met; no answer counts as no."""

    meeting: MeetingId
    keep: bool


class MeetingNote(Request, frozen=True, tag="meeting.note"):
    """Private note about a person met."""

    meeting: MeetingId
    text: Note


class MeetingMessage(Request, frozen=True, tag="meeting.message"):
    """One message to a person met; it can be sent once."""

    meeting: MeetingId
    text: ChatText


class MeetingAgain(Request, frozen=True, tag="meeting.again"):
    """Private wish to be seated with a person met once more; counts if both have it."""

    meeting: MeetingId
    again: bool


class PersonBlock(Request, frozen=True, tag="person.block"):
    """Never meet this person again, anywhere here. They are not told."""

    person: PersonId


class PersonUnblock(Request, frozen=True, tag="person.unblock"):
    """Take a block back."""

    person: PersonId


class PersonPass(Request, frozen=True, tag="person.pass"):
    """Not interested in meeting this person again in this event. Private."""

    person: PersonId


class PersonReport(Request, frozen=True, tag="person.report"):
    """Tell the people on duty; separates at once."""

    person: PersonId
    category: ReportCategory
    note: Note = ""


class EventPulse(Request, frozen=True, tag="event.pulse"):
    """Answer to the one question at the end: 1 (no) to 5 (yes)."""

    value: Annotated[int, Meta(ge=1, le=5)]


class EventLeave(Request, frozen=True, tag="event.leave"):
    """Good-bye: give the place to whoever waits for one. The same link leads back in."""


class HostStart(Request, frozen=True, tag="host.start"):
    """Start the first round after a notice, or go on with the next one now."""

    in_seconds: Annotated[float, Meta(ge=0, le=600)] | None = None


class HostPause(Request, frozen=True, tag="host.pause"):
    """Stop the clock. Rooms stay open."""


class HostResume(Request, frozen=True, tag="host.resume"):
    """Let the clock run again."""


class HostExtend(Request, frozen=True, tag="host.extend"):
    """More time for all, or for one room."""

    seconds: Annotated[float, Meta(ge=5, le=1800)] = 120
    room: RoomId | None = None


class HostClose(Request, frozen=True, tag="host.close"):
    """End the mixer for all after a notice."""

    in_seconds: Annotated[float, Meta(ge=0, le=600)] = 10


class HostAnnounce(Request, frozen=True, tag="host.announce"):
    """A line of text to everybody."""

    text: Annotated[str, Meta(min_length=1, max_length=500)]


class HostRemove(Request, frozen=True, tag="host.remove"):
    """Out of every room at once; the links of this person stop working."""

    person: PersonId
    reason: ShortText = ""


class HostVerify(Request, frozen=True, tag="host.verify"):
    """Say that this person is who they say they are, or take it back."""

    person: PersonId
    verified: bool


class HostAdmit(Request, frozen=True, tag="host.admit"):
    """Let somebody in who waits before the door."""

    person: PersonId


class HostGuard(Request, frozen=True, tag="host.guard"):
    """Have newcomers wait for a host's tap, or no longer; then all who wait come in."""

    on: bool


class HostCapacity(Request, frozen=True, tag="host.capacity"):
    """Set how many the event takes; without a number as many more as wait on the list."""

    capacity: Annotated[int, Meta(ge=2, le=2000)] | None = None


class HostJoker(Request, frozen=True, tag="host.joker"):
    """Name the person who fills in where somebody would be left over; None names nobody."""

    person: PersonId | None = None


class HostHandled(Request, frozen=True, tag="host.handled"):
    """A report has been dealt with."""

    report: Annotated[str, Meta(max_length=64)]


class HelpAsk(Request, frozen=True, tag="help.ask"):
    """Call a host, or no longer; nobody else is told."""

    on: bool


class HostHelp(Request, frozen=True, tag="host.help"):
    """Say to a caller that the call was seen, with a line if wanted; with `done` it is dealt with."""

    person: PersonId
    text: Annotated[str, Meta(max_length=500)] = ""
    done: bool = False


class HostUndo(Request, frozen=True, tag="host.undo"):
    """Take a host action back."""

    action: ActionId


SignalMessage = SignalOffer | SignalAnswer | SignalCandidate | SignalRestart
RoomMessage = RoomEnter | RoomMedia | RoomLeave | RoomMore | RoomPrompt
HostMessage = (
    HostStart
    | HostPause
    | HostResume
    | HostExtend
    | HostClose
    | HostAnnounce
    | HostRemove
    | HostVerify
    | HostAdmit
    | HostGuard
    | HostCapacity
    | HostHelp
    | HostJoker
    | HostHandled
    | HostUndo
    | HostRules
    | HostRehearse
)
PersonMessage = PersonBlock | PersonUnblock | PersonPass | PersonReport
MeetingMessages = MeetingKeep | MeetingNote | MeetingMessage | MeetingAgain
PoolMessage = PoolJoin | PoolLeave | MatchAccept | MatchDecline
EveningMessage = (
    ProfileSet
    | MixerReady
    | MixerSitOut
    | MixerSuggest
    | MixerChoose
    | PoolMessage
    | RoomMessage
    | SignalMessage
    | ChatSay
    | MeetingMessages
    | PersonMessage
    | HelpAsk
    | EventPulse
    | EventLeave
    | HostMessage
)
"""Everything that an evening's machine decides about."""
ClientMessage = Hello | Ping | SessionTake | EveningMessage
