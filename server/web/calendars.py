"""Calendar files: an event as people put it into their own calendar, in its own time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain.mixer import total_seconds
from server.domain.records import EventRecord


def calendar_of(event: EventRecord, link: str, now: float) -> bytes:
    """Return the iCalendar file of an event that has a start; the zone's rules go with it."""
    from icalendar import Alarm, Calendar, Event, vText

    if event.starts_at is None:
        raise ValueError("an event without a start has no place in a calendar")
    starts = datetime.fromtimestamp(event.starts_at, ZoneInfo(event.zone))
    ends = starts + timedelta(seconds=event.plan.notice_seconds + total_seconds(event.plan))
    entry = Event()
    entry.add("uid", f"{event.id}@tsunagari")
    entry.add("dtstamp", datetime.fromtimestamp(now, UTC))
    entry.add("dtstart", starts)
    entry.add("dtend", ends.replace(microsecond=0))
    entry.add("summary", event.title)
    entry.add("description", f"{event.note}\n\n{link}".strip())
    entry.add("url", link)
    entry["location"] = vText(link)
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("trigger", timedelta(minutes=-15))
    reminder.add("description", event.title)
    entry.add_component(reminder)
    calendar = Calendar()
    calendar.add("prodid", "-//Tsunagari//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    body: bytes = calendar.to_ical()
    return body
