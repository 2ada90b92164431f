"""Timers: when the evening has to be looked at next."""

from __future__ import annotations

from collections.abc import Iterator

from server.domain.floor import Floor
from server.domain.placing import next_threshold
from server.domain.room import Room


def wake_at(floor: Floor, now: float) -> float | None:
    """Return the earliest time at which something is due, or None."""
    return min(_times(floor, now), default=None)


def _times(floor: Floor, now: float) -> Iterator[float]:
    singly = (
        floor.mixer.deadline,
        floor.mixer.record.closing_at,
        floor.place_at,
        floor.list_at,
        floor.undo.wake_at(),
        next_threshold(floor, now),
        floor.desk.ask_at(floor.mixer.plans_for),
    )
    yield from (at for at in singly if at is not None)
    yield from floor.pool.times()
    for room in floor.rooms.values():
        yield from _of_room(room, paused=floor.mixer.paused)
    for person in floor.people.values():
        yield from (at for at in (person.away_until, person.choose_until) if at is not None)
    record = floor.mixer.record
    waits = floor.mixer.gathering and record.deadline is None and record.starts_at is not None
    if waits and record.plan.auto_start and record.starts_at is not None and record.starts_at > now:
        yield record.starts_at


def _of_room(room: Room, *, paused: bool) -> Iterator[float]:
    yield from (place.until for place in room.places.values() if place.until is not None)
    if paused:
        return
    yield room.ends_at
    if room.stage == "opening":
        yield room.began
    if room.stage == "open" and not room.more_granted:
        yield room.deadline
