"""How often one connection may ask. Token buckets: a steady rate, and a burst on top of it."""

from __future__ import annotations

import enum

from server.protocol.client import ChatSay, ClientMessage, SignalMessage


class TokenBucket:
    """`rate` tokens a second, at most `burst` saved up."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def take(self, now: float) -> bool:
        """Take one token, if there is one."""
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Verdict(enum.Enum):
    """What becomes of a frame."""

    FINE = "fine"
    REFUSE = "refuse"
    CLOSE = "close"


class Limiter:
    """The limits of one connection.

    Signals come in bursts (one connection gathers dozens of candidates), chat is typed by hand.
    Who goes on after being refused so often is no person in a browser, and is cut off.
    """

    def __init__(self, now: float) -> None:
        self._frames = TokenBucket(100, 400, now)
        self._messages = TokenBucket(20, 60, now)
        self._signals = TokenBucket(60, 200, now)
        self._chat = TokenBucket(2, 8, now)
        self._patience = TokenBucket(10, 200, now)

    def frame(self, now: float) -> Verdict:
        """Judge a frame before it is even decoded."""
        return Verdict.FINE if self._frames.take(now) else self._refuse(now)

    def message(self, message: ClientMessage, now: float) -> Verdict:
        """Judge a decoded message."""
        bucket = self._signals if isinstance(message, SignalMessage) else self._messages
        if not bucket.take(now):
            return self._refuse(now)
        if isinstance(message, ChatSay) and not self._chat.take(now):
            return self._refuse(now)
        return Verdict.FINE

    def nonsense(self, now: float) -> Verdict:
        """Judge a frame that could not be understood."""
        return Verdict.FINE if self._messages.take(now) else self._refuse(now)

    def _refuse(self, now: float) -> Verdict:
        return Verdict.REFUSE if self._patience.take(now) else Verdict.CLOSE
