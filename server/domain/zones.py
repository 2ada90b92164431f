"""Time zones by their IANA names: how far a clock there is from UTC at a given moment."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SECONDS_AN_HOUR = 3600


def offset_minutes(zone: str, at: float) -> int:
    """Return the zone's offset from UTC in minutes; an unknown zone counts as UTC."""
    return _offset(zone, int(at // SECONDS_AN_HOUR))


@lru_cache(maxsize=4096)
def _offset(zone: str, hour: int) -> int:
    try:
        moment = datetime.fromtimestamp(hour * SECONDS_AN_HOUR, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return 0
    offset = moment.utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)
