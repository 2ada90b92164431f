"""Who may send what: the only place that decides it. Deny by default.

One rule: a message type without a row is refused; a test fails for a type without a row. Whether
the thing named exists, or is the sender's, is decided by the machine that owns it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from server.errors import NotAllowed
from server.ids import PersonId
from server.protocol import client as c


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a person of the event, its host, or a host who takes part."""

    person: PersonId | None
    host: bool = False


class Right(enum.Enum):
    """What a message asks of its sender."""

    PERSON = "person"
    """Somebody who takes part in the event, speaking for themselves."""
    HOST = "host"
    """Somebody with the event's host link."""


RIGHTS: Mapping[type[c.Request], Right] = MappingProxyType(
    {
        c.ProfileSet: Right.PERSON,
        c.MixerReady: Right.PERSON,
        c.MixerSitOut: Right.PERSON,
        c.MixerSuggest: Right.PERSON,
        c.MixerChoose: Right.PERSON,
        c.PoolJoin: Right.PERSON,
        c.PoolLeave: Right.PERSON,
        c.MatchAccept: Right.PERSON,
        c.MatchDecline: Right.PERSON,
        c.RoomEnter: Right.PERSON,
        c.RoomMedia: Right.PERSON,
        c.RoomLeave: Right.PERSON,
        c.RoomMore: Right.PERSON,
        c.RoomPrompt: Right.PERSON,
        c.SignalOffer: Right.PERSON,
        c.SignalAnswer: Right.PERSON,
        c.SignalCandidate: Right.PERSON,
        c.SignalRestart: Right.PERSON,
        c.ChatSay: Right.PERSON,
        c.MeetingKeep: Right.PERSON,
        c.MeetingNote: Right.PERSON,
        c.MeetingMessage: Right.PERSON,
        c.MeetingAgain: Right.PERSON,
        c.PersonBlock: Right.PERSON,
        c.PersonUnblock: Right.PERSON,
        c.PersonPass: Right.PERSON,
        c.PersonReport: Right.PERSON,
        c.HelpAsk: Right.PERSON,
        c.EventPulse: Right.PERSON,
        c.EventLeave: Right.PERSON,
        c.HostStart: Right.HOST,
        c.HostPause: Right.HOST,
        c.HostResume: Right.HOST,
        c.HostExtend: Right.HOST,
        c.HostClose: Right.HOST,
        c.HostAnnounce: Right.HOST,
        c.HostRemove: Right.HOST,
        c.HostVerify: Right.HOST,
        c.HostAdmit: Right.HOST,
        c.HostGuard: Right.HOST,
        c.HostCapacity: Right.HOST,
        c.HostJoker: Right.HOST,
        c.HostHandled: Right.HOST,
        c.HostHelp: Right.HOST,
        c.HostUndo: Right.HOST,
        c.HostRules: Right.HOST,
        c.HostRehearse: Right.HOST,
    }
)
"""One row a message; hello, ping and session.take belong to the session and have none."""


def authorize(actor: Actor, message: c.Request) -> None:
    """Let the message pass or raise NotAllowed."""
    right = RIGHTS.get(type(message))
    if right is Right.PERSON and actor.person is not None:
        return
    if right is Right.HOST and actor.host:
        return
    raise NotAllowed(type(message).__name__)
