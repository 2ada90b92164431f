"""Errors that a client can react to: one class each, with a code that never changes.

They are raised in the core and become an `error` message (or an HTTP status) in one place.
`detail` is for developers and never holds personal text.
"""

from __future__ import annotations

from typing import ClassVar


class TsunagariError(Exception):
    """Base of every refusal; `code` is part of the protocol."""

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500

    def __init__(self, detail: str = "") -> None:
        """Keep a sentence for developers."""
        super().__init__(detail or self.code)
        self.detail = detail


class BadMessage(TsunagariError):
    """The message could not be understood."""

    code = "bad_message"
    status = 400


class UnknownMessage(TsunagariError):
    """The message's type is not known to this server."""

    code = "unknown_message"
    status = 400


class TooLarge(TsunagariError):
    """The message or one of its fields is larger than allowed."""

    code = "too_large"
    status = 413


class TooMany(TsunagariError):
    """The sender asks more often than allowed."""

    code = "too_many"
    status = 429


class NotAuthenticated(TsunagariError):
    """The token is missing, wrong, expired or of another event: all alike."""

    code = "not_authenticated"
    status = 401


class NotAllowed(TsunagariError):
    """The person may not do this."""

    code = "not_allowed"
    status = 403


class NotFound(TsunagariError):
    """No such thing, or none that the asker may know of."""

    code = "not_found"
    status = 404


class WrongPhase(TsunagariError):
    """The request is fine, but not now."""

    code = "wrong_phase"
    status = 409


class StaleRoom(TsunagariError):
    """The room, epoch or generation named is not the sender's current one."""

    code = "stale_room"
    status = 409


class EventFull(TsunagariError):
    """All places are taken."""

    code = "event_full"
    status = 409


class BadSignal(TsunagariError):
    """A session description or candidate is malformed or out of bounds."""

    code = "bad_signal"
    status = 400


class BadPlan(TsunagariError):
    """The settings of an event contradict each other or are out of range."""

    code = "bad_plan"
    status = 400


class AlreadySent(TsunagariError):
    """A message that can be sent only once was sent before."""

    code = "already_sent"
    status = 409


class NothingToUndo(TsunagariError):
    """The action is over or was undone before."""

    code = "nothing_to_undo"
    status = 409


class Unavailable(TsunagariError):
    """The server cannot keep its word right now, so it does not give it."""

    code = "unavailable"
    status = 503
