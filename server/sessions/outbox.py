"""What one session still has to get, and what it got but has not acknowledged.

Rule: bounded. Messages wait, become one numbered frame when the socket can take it, and are kept
until acknowledged, so that a lost socket costs nothing. Who lost more than is kept gets a fresh
state (`lost`).
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from server.protocol.codec import frame
from server.protocol.server import ServerMessage
from server.services.audience import Parcel, parcel

MAX_FRAMES = 256
MAX_BYTES = 512 * 1024
SLOW_BYTES = 64 * 1024
"""With more than this waiting, changes of presence are left out and made good by a whole."""
MAX_RAW = 16


@dataclass(frozen=True, slots=True)
class _Sent:
    n: int
    data: bytes


class Outbox:
    """Messages for one session, across its sockets."""

    def __init__(self) -> None:
        self.lost = False
        """True when something was dropped that only a fresh state can make good."""
        self._waiting: list[Parcel] = []
        self._waiting_bytes = 0
        self._raw: deque[bytes] = deque()
        self._sent: deque[_Sent] = deque()
        self._sent_bytes = 0
        self._last = 0
        self._floor = 0
        self._skipped_presence = False
        self._ready = asyncio.Event()

    def push(self, item: Parcel) -> bool:
        """Queue a message; False when it did not fit and the session must start over."""
        if self.lost:
            return True
        if item.replaces:
            self._supersede(item.replaces)
        elif item.presence and self._waiting_bytes > SLOW_BYTES:
            self._skipped_presence = True
            return True
        self._waiting.append(item)
        self._waiting_bytes += len(item.data)
        self._ready.set()
        if len(self._waiting) > MAX_FRAMES or self._waiting_bytes > MAX_BYTES:
            self._lose()
            return False
        return True

    def push_loose(self, *messages: ServerMessage) -> None:
        """Queue messages for the socket of now alone: unnumbered, and never sent again."""
        if len(self._raw) < MAX_RAW:
            self._raw.append(frame([parcel(message).data for message in messages]))
            self._ready.set()

    async def wait(self) -> None:
        """Return when there is something to send."""
        await self._ready.wait()

    def take(self) -> bytes | None:
        """Return the next frame, all waiting messages in one; None when there is none."""
        if self._raw:
            return self._raw.popleft()
        self._ready.clear()
        if not self._waiting:
            return None
        self._last += 1
        data = frame([item.data for item in self._waiting], self._last)
        self._waiting = []
        self._waiting_bytes = 0
        self._keep(_Sent(self._last, data))
        return data

    def caught_up(self) -> bool:
        """Tell once that presence was skipped and that the reader is fast enough again."""
        if not self._skipped_presence or self._waiting:
            return False
        self._skipped_presence = False
        return True

    def acknowledge(self, n: int) -> None:
        """Forget the frames up to `n`."""
        while self._sent and self._sent[0].n <= n:
            self._forget()

    def resume(self, acked: int) -> bool:
        """Prepare for a new socket that has got everything up to `acked`.

        False when something between is missing: then a fresh state must follow.
        """
        self._raw.clear()
        if self.lost or not self._floor <= acked <= self._last:
            self._lose()
            return False
        self.acknowledge(acked)
        return True

    def replay(self) -> None:
        """Queue again what was sent but not acknowledged."""
        self._raw.extend(sent.data for sent in self._sent)
        self._ready.set()

    def start_over(self) -> None:
        """Take messages again, after a loss."""
        self.lost = False

    def _supersede(self, name: str) -> None:
        presence = name == "PresenceState"
        kept = [
            item
            for item in self._waiting
            if item.replaces != name and not (presence and item.presence)
        ]
        if len(kept) != len(self._waiting):
            self._waiting = kept
            self._waiting_bytes = sum(len(item.data) for item in kept)

    def _keep(self, sent: _Sent) -> None:
        self._sent.append(sent)
        self._sent_bytes += len(sent.data)
        while len(self._sent) > MAX_FRAMES or (
            self._sent_bytes > MAX_BYTES and len(self._sent) > 1
        ):
            self._forget()

    def _forget(self) -> None:
        sent = self._sent.popleft()
        self._sent_bytes -= len(sent.data)
        self._floor = sent.n

    def _lose(self) -> None:
        self.lost = True
        self._waiting = []
        self._waiting_bytes = 0
        self._sent.clear()
        self._sent_bytes = 0
        self._floor = self._last
        self._skipped_presence = False
