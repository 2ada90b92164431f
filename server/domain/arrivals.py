"""Arrivals: people come, lose the connection, come back, and are given up (M24).

One rule: a lost connection takes nothing away before its grace ends: 20 s in a pair and outside of
rooms, 45 s in a group.
"""

from __future__ import annotations

import msgspec

from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.records import PersonRecord
from server.domain.room import PAIR_GRACE_SECONDS, Room
from server.domain.seating import may_stay
from server.domain.seats import credit, mend, note_meetings, readmit, vacate
from server.domain.waiting import GONE_SECONDS, check_room, come_back, enlist, is_full
from server.errors import NotAllowed, NotFound, WrongPhase
from server.ids import PersonId
from server.protocol.parts import Mode


def admit(floor: Floor, record: PersonRecord, now: float) -> None:
    """Add somebody who has joined: inside, before a guarded door, or on the list if all is full.

    Known people change nothing.
    """
    if record.id in floor.people:
        return
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    held = floor.mixer.record.guarded and not record.robot
    full = is_full(floor, now)
    if held or full:
        check_room(floor)
    joined = msgspec.structs.replace(record, held=held, lapses_at=now + GONE_SECONDS)
    person = floor.people[record.id] = Attendee(record=joined)
    floor.changes.people.add(record.id)
    if full and not held:
        enlist(floor, person, now)


def attend(floor: Floor, person: PersonId, now: float, *, fresh: bool, mode: Mode | None) -> None:
    """Note that a page of the person is the one in use now."""
    attendee = floor.people.get(person)
    if attendee is None:
        raise NotFound("person")
    if attendee.record.removed:
        raise NotAllowed("removed")
    if floor.mixer.phase == "scheduled":
        floor.mixer.open_doors()
        floor.changes.event = floor.changes.mixer = True
    come_back(floor, attendee, now)
    attendee.connected = attendee.seen = True
    attendee.away_until = None
    if mode is not None and attendee.record.mode != mode:
        floor.save_person(attendee, mode=mode)
    floor.replan()
    _back_to_seat(floor, attendee, now, fresh=fresh)


def detach(floor: Floor, person: PersonId, now: float) -> None:
    """Note that the person has no connection left."""
    attendee = floor.people.get(person)
    if attendee is None or not attendee.connected:
        return
    attendee.connected = False
    floor.save_person(attendee, lapses_at=now + GONE_SECONDS)
    floor.replan()
    room = floor.room_of(person)
    if room is None:
        attendee.away_until = now + PAIR_GRACE_SECONDS
        return
    attendee.away_until = room.detach(person, now)
    floor.changes.room(room.id, stored=False)


def give_up(floor: Floor, now: float) -> None:
    """Take the seats of those whose grace is over."""
    for room in list(floor.rooms.values()):
        for person in room.seated:
            place = room.places.get(person)
            overdue = place is not None and place.until is not None and now >= place.until
            if overdue and person in room.seated:
                _drop(floor, room, floor.people[person], now)
    for attendee in floor.people.values():
        if attendee.away_until is not None and now >= attendee.away_until:
            attendee.away_until = None
        if attendee.choose_until is not None and now >= attendee.choose_until:
            attendee.forget_loss()


def _drop(floor: Floor, room: Room, person: Attendee, now: float) -> None:
    person.away_until = None
    if person.connected:
        # Their page is there but never showed the room: no more rooms until they say so.
        floor.save_person(person, ready=False)
    credit(floor, person)
    vacate(floor, room, person, now, why="moved", dropped=True)
    mend(floor, room, now, lost=person.id)


def _back_to_seat(floor: Floor, person: Attendee, now: float, *, fresh: bool) -> None:
    room = floor.room_of(person.id)
    if room is None:
        room = _kept_room(floor, person, now)
        if room is None:
            person.waiting_since = now if person.waiting_since is None else person.waiting_since
            return
        readmit(floor, room, person, now)
        return
    room.attach(person.id, now, fresh=fresh)
    if room.places[person.id].seat == "here":
        note_meetings(floor, room, person.id, now)
    floor.changes.room(room.id)


def _kept_room(floor: Floor, person: Attendee, now: float) -> Room | None:
    """Return the room that gave the person up and is open still (M24)."""
    if person.record.unsuggested:
        return None
    for room in floor.rooms.values():
        place = room.places.get(person.id)
        if place is None or not place.dropped or room.stage != "open" or room.more_granted:
            continue
        ids = (*room.seated, person.id)
        members = floor.candidates([floor.people[each] for each in ids], now)
        if room.round == floor.mixer.record.round and may_stay(
            members, floor.history(), floor.rules
        ):
            return room
    return None
