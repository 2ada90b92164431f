"""From a message to its answer. The one place where refusals become `error` messages."""

from __future__ import annotations

import logging

from server.errors import BadMessage, NotAllowed, TsunagariError
from server.protocol.client import (
    ClientMessage,
    Hello,
    MixerChoose,
    MixerReady,
    Ping,
    RoomMessage,
    SessionTake,
    SignalMessage,
)
from server.protocol.server import Error, Ok, Pong, Reply
from server.sessions.session import Session

log = logging.getLogger(__name__)

SEAT_REQUESTS = RoomMessage | SignalMessage | MixerReady | MixerChoose
"""Only the page in use may do these: it alone holds the seat."""


async def dispatch(session: Session, message: ClientMessage, now: float) -> Reply:
    """Carry out one message and return its answer; never raises but when cancelled."""
    try:
        return await _carry_out(session, message, now)
    except TsunagariError as refusal:
        return refuse(message.id, refusal)
    except Exception:
        log.exception("request broke", extra={"kind": type(message).__name__})
        return refuse(message.id, TsunagariError())


def refuse(request: int, refusal: TsunagariError) -> Error:
    """Put a refusal into words of the protocol."""
    return Error(re=request, code=refusal.code, detail=refusal.detail)


async def _carry_out(session: Session, message: ClientMessage, now: float) -> Reply:
    match message:
        case Hello():
            raise BadMessage("hello was said before")
        case Ping():
            session.outbox.acknowledge(message.acked)
            return Pong(re=message.id, sent=message.sent, at=now)
        case SessionTake():
            await session.live.pages.take(session)
            return Ok(re=message.id)
        case _:
            if isinstance(message, SEAT_REQUESTS) and not session.live.audience.is_here(session):
                raise NotAllowed("another page of this person is in use")
            return Ok(re=message.id, id=await session.live.handle(session.actor, message))
