"""The ledger: rounds that were played and rooms that have closed, as they were recorded (M33).

One rule: it only grows, and after a restart holds what it held before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from server.domain.records import RoomRecord, RoundRecord


@dataclass(slots=True)
class Ledger:
    """What an event has come to so far."""

    rounds: list[RoundRecord] = field(default_factory=list)
    rooms: list[RoomRecord] = field(default_factory=list)
    """Rooms that have closed."""

    @classmethod
    def restore(cls, rounds: Iterable[RoundRecord], rooms: Iterable[RoomRecord]) -> Ledger:
        """Return the ledger as it was recorded."""
        closed = (each for each in rooms if each.closed_at is not None)
        return cls(sorted(rounds, key=lambda each: each.round), list(closed))
