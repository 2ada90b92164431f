"""The pool, both ways: meeting somebody now, outside of rounds (M13)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from server.protocol.base import Message, Request
from server.protocol.parts import BenchReason, Card, Count, Mode, Part, Reason, RoomKind

MatchId = Annotated[int, Meta(ge=0, le=2**53)]


class PoolJoin(Request, frozen=True, tag="pool.join"):
    """Wait for somebody to talk to now; asked again, a place that rests is taken up."""

    mode: Mode | None = None
    """Unless said, as before."""


class PoolLeave(Request, frozen=True, tag="pool.leave"):
    """Wait no longer."""


class MatchAccept(Request, frozen=True, tag="match.accept"):
    """Meet the people proposed."""

    match: MatchId


class MatchDecline(Request, frozen=True, tag="match.decline"):
    """Rather not these people now; the place in the pool stays as it was, and nobody is told why."""

    match: MatchId


class Ticket(Part, frozen=True):
    """The viewer's place in the pool."""

    since: float
    eligible: Count = 0
    """How many of those who wait could be proposed to the viewer now."""
    soonest: Count | None = None
    """Seconds from when this was said; None: nobody like that was here lately."""
    latest: Count | None = None
    why: BenchReason | None = None
    """After a minute and a half: what stands in the way."""
    relax: list[Literal["recruiters", "pairs"]] = []
    """Own choices that, taken back, would let the viewer meet people who wait now."""
    first: bool = False
    """True: first in line, because somebody else fell through."""
    rests: bool = False
    """True: two proposals went by unanswered, so none is made until the viewer asks again."""
    lounge: bool = False
    """True: nobody fits now; the lounge is open meanwhile."""


class Match(Part, frozen=True):
    """People proposed to the viewer, and why."""

    id: MatchId
    kind: RoomKind
    partners: list[Card]
    until: float
    """Until when the viewer may accept."""
    language: str | None = None
    reasons: dict[str, list[Reason]] = {}
    """By partner."""
    accepted: bool = False
    """The viewer has accepted, and the others are awaited."""


class PoolState(Message, frozen=True, tag="pool.state"):
    """The viewer's place in the pool and the people proposed, if any."""

    v: Count
    waiting: Count = 0
    """How many wait, the viewer among them."""
    ticket: Ticket | None = None
    match: Match | None = None


class MatchExpired(Message, frozen=True, tag="match.expired"):
    """A proposal is over: the others could not come, or the viewer did not answer."""

    match: MatchId
    why: Literal["others", "unanswered"]
    at: float
