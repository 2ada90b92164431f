"""All sessions of this process, by id: found when a lost socket comes back, let go when none does."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from typing import TYPE_CHECKING

from server.domain.permissions import Actor
from server.ids import EventId, PersonId, SessionId
from server.protocol.client import Replaced, Resume
from server.sessions.session import Session

if TYPE_CHECKING:
    from server.services.live import LiveEvent

MOST_DETACHED = 4
"""Of one person: somebody who reloads all the time costs no more than this."""


class Sessions:
    """The sessions there are."""

    def __init__(self) -> None:
        self._sessions: dict[SessionId, Session] = {}

    def __len__(self) -> int:
        return len(self._sessions)

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._sessions.values()))

    def open(self, live: LiveEvent, actor: Actor) -> Session:
        """Make a new session."""
        session = Session(live, actor)
        self._sessions[session.id] = session
        return session

    def find(self, named: Resume | Replaced, event: EventId, actor: Actor) -> Session | None:
        """Return the session named, if it is still known and the key is its own."""
        session = self._sessions.get(SessionId(named.session))
        if session is None or session.closed:
            return None
        if session.live.id != event or session.actor != actor:
            return None
        if not hmac.compare_digest(session.key.encode(), named.key.encode()):
            return None
        return session

    def close(self, session: Session) -> None:
        """Forget a session for good."""
        if self._sessions.pop(session.id, None) is not None:
            session.closed = True
            session.live.touch()
            session.live.pages.gone(session)

    def sweep(self, now: float) -> int:
        """Close the sessions to which nobody comes back; return how many."""
        over = [session for session in self._sessions.values() if session.over(now)]
        for session in over:
            self.close(session)
        return len(over)

    def make_room(self, event: EventId, person: PersonId | None) -> None:
        """Close the longest lost pages of a person who leaves too many behind."""
        if person is None:
            return
        lost = [
            each
            for each in self._sessions.values()
            if each.person == person and each.live.id == event and each.detached_at is not None
        ]
        lost.sort(key=lambda each: each.detached_at or 0.0)
        for session in lost[: max(0, len(lost) - MOST_DETACHED)]:
            self.close(session)
