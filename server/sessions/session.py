"""A session: one page or device, across the sockets it loses.

opening -> live <-> detached (60 s) -> closed

Rule: a session has at most one socket; a newer one replaces the older.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from server.domain.permissions import Actor
from server.ids import PersonId, SessionId
from server.services.audience import Parcel
from server.sessions.outbox import Outbox
from server.sessions.replies import Replies

if TYPE_CHECKING:
    from server.services.live import LiveEvent

DETACHED_SECONDS = 60.0
SLOW_READER = 4408
REPLACED = 4409


class Socket(Protocol):
    """The connection a session has right now."""

    def close(self, code: int, reason: str) -> None:
        """Ask for it to be closed; returns at once."""
        ...


def _secret() -> str:
    return secrets.token_urlsafe(18)


@dataclass(slots=True, eq=False)
class Session:
    """State of one page or device; a listener of its event."""

    live: LiveEvent
    actor: Actor
    id: SessionId = field(default_factory=lambda: SessionId(_secret()))
    key: str = field(default_factory=_secret)
    outbox: Outbox = field(default_factory=Outbox)
    replies: Replies = field(default_factory=Replies)
    socket: Socket | None = None
    detached_at: float | None = None
    closed: bool = False

    @property
    def person(self) -> PersonId | None:
        """Whose it is; None for a host."""
        return self.actor.person

    @property
    def connected(self) -> bool:
        """Whether a socket is open right now."""
        return self.socket is not None

    def push(self, item: Parcel) -> None:
        """Queue a message; a reader who is hopelessly slow loses the socket."""
        if not self.outbox.push(item) and self.socket is not None:
            self.socket.close(SLOW_READER, "slow reader")

    def drop(self, code: int, reason: str) -> None:
        """End the session for good."""
        self.closed = True
        if self.socket is not None:
            self.socket.close(code, reason)

    def bind(self, socket: Socket) -> None:
        """Use this socket from now on; an older one is closed."""
        before, self.socket = self.socket, socket
        self.detached_at = None
        if before is not None:
            before.close(REPLACED, "replaced by a newer connection")

    def unbind(self, socket: Socket, now: float) -> bool:
        """Note that a socket is gone; True if the session has none now."""
        if self.socket is not socket:
            return False
        self.socket = None
        self.detached_at = now
        return True

    def over(self, now: float) -> bool:
        """Whether nobody will come back to it."""
        if self.connected:
            return False
        return self.closed or (
            self.detached_at is not None and now >= self.detached_at + DETACHED_SECONDS
        )
