"""Tools: what all live events share."""

from __future__ import annotations

from dataclasses import dataclass

from server.ports import Clock, Store
from server.services.matcher import Matcher


@dataclass(frozen=True, slots=True)
class Tools:
    """Truth, time, and whoever plans rounds."""

    store: Store
    clock: Clock
    matcher: Matcher
