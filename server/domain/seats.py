"""Seats: how people come into a room of a round and out of it.

One rule: every seat is granted here and taken away here, so `Attendee.room` and the room's places
always say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from matching.score import rarity_of
from matching.types import PlannedRoom
from server.domain.floor import Floor
from server.domain.people import CREDIT_SECONDS, Attendee, candidate
from server.domain.reasons import Reasons, reasons_for
from server.domain.room import PAIR, Room
from server.domain.seating import may_stay
from server.domain.views import round_seat
from server.ids import PersonId, RoomId
from server.protocol.server import ChatState, RoomClosed

Ending = Literal["round_over", "left", "partner_left", "separated", "removed", "closed", "moved"]
CHOOSE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Times:
    """When a room begins to talk, and when it ends."""

    starts_at: float
    deadline: float


def open_room(
    floor: Floor, planned: PlannedRoom, rarity: Mapping[str, float], times: Times, now: float
) -> Room:
    """Open a room and seat its members; `rarity` of topics orders the reasons they are told."""
    number = floor.mixer.number_room()
    floor.changes.event = True
    room = Room(
        id=RoomId(f"{floor.id}.{number}"),
        event=floor.id,
        number=number,
        round=floor.mixer.record.round,
        kind=planned.kind,
        language=planned.language,
        supervised=planned.supervised,
        epoch=floor.mixer.record.epoch,
        began=times.starts_at,
        deadline=times.deadline,
        wrap_until=times.deadline + floor.mixer.plan.wrap_seconds,
        again=planned.repeat,
        notes=tuple(note.value for note in planned.notes),
        bridge=None if planned.bridge is None else PersonId(planned.bridge),
        prompt=number,
        reasons=_reasons(floor, planned, rarity, now),
    )
    floor.rooms[room.id] = room
    for member in planned.members:
        _seat(floor, room, floor.people[PersonId(member)], now)
    for person in room.seated:
        floor.changes.tell([person], round_seat(floor, room, person))
    room.advance(now)
    return room


def enter_running(floor: Floor, room: Room, person: Attendee, now: float) -> None:
    """Seat one more in a room that runs: the third of a pair, or one more of a group (M12)."""
    _seat(floor, room, person, now)
    if len(room.seated) > PAIR and room.kind == "pair":
        room.kind = "trio"
    members = [candidate(floor.people[each], now) for each in room.seated]
    fresh = reasons_for(members, floor.rules, rarity_of(members))
    room.reasons.update({pair: why for pair, why in fresh.items() if person.id in pair})
    tell_running(floor, room, person.id)


def readmit(floor: Floor, room: Room, person: Attendee, now: float) -> None:
    """Give the seat back to one who was dropped from a room that is open still (M24)."""
    room.readmit(person.id, now)
    person.room, person.bench = room.id, None
    person.forget_loss()
    floor.changes.room(room.id)
    tell_running(floor, room, person.id)


def tell_running(floor: Floor, room: Room, person: PersonId) -> None:
    """Tell somebody of a seat in a room that runs, and what was written there."""
    floor.changes.tell([person], round_seat(floor, room, person))
    lines = floor.chat.lines(room.id, floor.bars.hidden_from(person))
    floor.changes.tell([person], ChatState(lines=lines, room=room.id))


def vacate(
    floor: Floor, room: Room, person: Attendee, now: float, *, why: Ending, dropped: bool = False
) -> None:
    """Take one person out of a room; what becomes of the others is for `mend` to say."""
    for other in room.others(person.id):
        floor.parted.add(frozenset((person.id, other)))
    room.leave(person.id, dropped=dropped)
    _out(floor, room, person, now, why)


def mend(floor: Floor, room: Room, now: float, *, lost: PersonId | None = None) -> None:
    """After somebody left, close the room if those who stay cannot go on together.

    They learn only that somebody had to go, and are first in line (M15). `lost` names one who
    could not come back: then they may say what comes next.
    """
    floor.changes.room(room.id)
    if room.stage == "closed" or _goes_on(floor, room, now):
        return
    left = room.seated
    for each in left:
        person = floor.people[each]
        room.leave(each)
        _out(floor, room, person, now, "partner_left")
        credit(floor, person)
        if lost is not None and floor.mixer.phase == "round" and person.connected:
            person.lost, person.choose_until = lost, now + CHOOSE_SECONDS
    for each in left:
        floor.parted.update(frozenset((each, other)) for other in left if other != each)
    _shut(floor, room, now)


def close_room(floor: Floor, room: Room, now: float, why: Ending) -> None:
    """End a room for everybody in it."""
    for each in room.seated:
        room.leave(each)
        _out(floor, room, floor.people[each], now, why)
    _shut(floor, room, now)


def credit(floor: Floor, person: Attendee) -> None:
    """Put somebody at the head of the queue (M15, M24)."""
    floor.save_person(person, credit=CREDIT_SECONDS)


def note_meetings(floor: Floor, room: Room, person: PersonId, now: float) -> None:
    """Note that those who are in the room at the same time have met."""
    for other in room.here:
        if other == person:
            continue
        record = floor.meetings.meet(room.id, room.round, person, other, now)
        if record is not None:
            floor.changes.facts.append(record)
            floor.changes.meetings.update((person, other))


def _seat(floor: Floor, room: Room, person: Attendee, now: float) -> None:
    room.grant(person.id, now)
    room.waits[person.id] = _waited(floor, room, person, now)
    person.room = room.id
    person.bench, person.waiting_since = None, None
    person.resting = person.wants_third = False
    person.forget_loss()
    if person.record.credit:
        floor.save_person(person, credit=0.0)
    if not person.connected:
        person.away_until = room.detach(person.id, now)
    floor.changes.room(room.id)


def _waited(floor: Floor, room: Room, person: Attendee, now: float) -> float:
    """How long somebody was ready without a room; before the first round nobody waits yet."""
    starts_at = max(now, room.began)
    since = starts_at if person.waiting_since is None else person.waiting_since
    if floor.mixer.record.round == 1 and floor.mixer.record.began is not None:
        since = max(since, floor.mixer.record.began)
    return max(0.0, starts_at - since)


def _out(floor: Floor, room: Room, person: Attendee, now: float, why: Ending) -> None:
    person.room = None
    person.waiting_since = now
    floor.replan()
    floor.changes.tell([person.id], RoomClosed(room=room.id, epoch=room.epoch, reason=why))


def _goes_on(floor: Floor, room: Room, now: float) -> bool:
    members = [candidate(floor.people[each], now) for each in room.seated]
    return len(members) >= PAIR and may_stay(members, floor.history(), floor.rules)


def _shut(floor: Floor, room: Room, now: float) -> None:
    room.close(now)
    floor.rooms.pop(room.id, None)
    floor.chat.forget(room.id)
    floor.ledger.rooms.append(room.record())
    floor.changes.facts.append(floor.ledger.rooms[-1])
    floor.changes.stored_rooms.discard(room.id)
    floor.changes.shown_rooms.discard(room.id)


def _reasons(
    floor: Floor, planned: PlannedRoom, rarity: Mapping[str, float], now: float
) -> Reasons:
    people = [floor.people[PersonId(each)] for each in planned.members]
    return reasons_for(floor.candidates(people, now), floor.rules, rarity)
