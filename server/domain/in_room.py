"""In a room: enter, media, leave, more time, prompts, signals between room-mates.

One rule: a message names the room and the epoch its sender believes in; anything else is refused
as stale, so nothing meant for a former room ever reaches the present one.
"""

from __future__ import annotations

from server.domain.effects import Drop
from server.domain.floor import Floor
from server.domain.mixer import MARGIN_SECONDS
from server.domain.people import Attendee
from server.domain.room import MORE_SECONDS, Room
from server.domain.seats import credit, mend, note_meetings, vacate
from server.domain.waiting import strike
from server.errors import NotFound, WrongPhase
from server.ids import PersonId
from server.protocol.client import (
    EventLeave,
    RoomEnter,
    RoomLeave,
    RoomMedia,
    RoomMessage,
    RoomMore,
    RoomPrompt,
    SignalAnswer,
    SignalCandidate,
    SignalMessage,
    SignalOffer,
    SignalRestart,
)
from server.protocol.sdp import check_candidate, check_sdp
from server.protocol.server import Answered, Candidate, Offered

LEAST_MORE_SECONDS = 5.0
LEFT = 4410


def enter(floor: Floor, actor: PersonId, message: RoomEnter, now: float) -> None:
    """Note that the sender's page shows the room; saying so twice changes nothing."""
    room = _room(floor, actor, message)
    if not floor.people[actor].connected or not room.enter(actor):
        return
    note_meetings(floor, room, actor, now)
    floor.changes.room(room.id, stored=False)


def set_media(floor: Floor, actor: PersonId, message: RoomMedia, now: float) -> None:
    """Note how the sender's sound and picture do."""
    room = _room(floor, actor, message)
    place = room.places[actor]
    shown = (place.muted, place.camera, place.sharing)
    place.media = message.state
    place.muted, place.camera, place.sharing = message.muted, message.camera, message.sharing
    if room.hear(actor, floor.people[actor].record.mode, now):
        floor.changes.stored_rooms.add(room.id)
    if shown != (place.muted, place.camera, place.sharing):
        floor.changes.room(room.id, stored=False)


def leave(floor: Floor, actor: PersonId, message: RoomLeave, now: float) -> None:
    """Leave the room. For safety at once, else not before the minimum stay (M15)."""
    room = _room(floor, actor, message)
    if not message.safety and not room.may_leave(actor, now, floor.mixer.plan.round_seconds):
        raise WrongPhase("minimum_stay")
    person = floor.person(actor)
    _leave(floor, room, person, now)
    person.resting = message.safety


def _leave(floor: Floor, room: Room, person: Attendee, now: float) -> None:
    room.early += room.stage in ("opening", "open") and not room.more_granted
    vacate(floor, room, person, now, why="left")
    for other in room.seated:
        credit(floor, floor.people[other])
    mend(floor, room, now)


def say_goodbye(floor: Floor, actor: PersonId, _message: EventLeave, now: float) -> None:
    """Leave the event: out of the room, and the place is free. The link still leads back."""
    person = floor.person(actor)
    room = floor.room_of(actor)
    if room is not None:
        _leave(floor, room, person, now)
    strike(floor, person, held=False)
    person.connected, person.away_until, person.bench = False, None, None
    person.forget_loss()
    floor.save_person(person, ready=False, lapses_at=now)
    floor.replan()
    floor.changes.last.append(Drop(person=actor, code=LEFT, reason="left"))


def answer_more(floor: Floor, actor: PersonId, message: RoomMore, _now: float) -> None:
    """Take the private answer in the wrap-up; if all want more, the room goes on (M14)."""
    room = _room(floor, actor, message)
    if room.answer(actor, message.more):
        until = room.wrap_until + _more_seconds(floor, room)
        if until >= room.wrap_until + LEAST_MORE_SECONDS:
            room.go_on(until)
            floor.changes.room(room.id)
            return
    floor.changes.room(room.id, stored=False)


def _more_seconds(floor: Floor, room: Room) -> float:
    """Return how long the room may go on so that the next round stays whole."""
    unbounded = floor.mixer.gathering and floor.mixer.record.deadline is None
    if floor.mixer.last_round or floor.mixer.phase == "closed" or unbounded:
        return MORE_SECONDS
    start = floor.mixer.next_start()
    if start is None:
        # The clock is stopped: counted from where it will go on.
        record = floor.mixer.record
        start = (record.deadline or 0.0) + floor.mixer.break_seconds
    return min(MORE_SECONDS, start - MARGIN_SECONDS - room.wrap_until)


def next_prompt(floor: Floor, actor: PersonId, message: RoomPrompt, _now: float) -> None:
    """Show everybody in the room another question to start with."""
    room = _room(floor, actor, message)
    room.prompt += 1
    floor.changes.room(room.id, stored=False)


def signal(floor: Floor, actor: PersonId, message: SignalMessage, _now: float) -> None:
    """Pass a signal on to a room-mate, within the present generation only."""
    room = floor.own_room(actor, message.room)
    if message.to not in room.others(actor):
        raise NotFound("room-mate")
    match message:
        case SignalRestart():
            if room.calls.restart(actor, message.to, message.gen):
                floor.changes.room(room.id)
        case SignalOffer():
            room.calls.check(actor, message.to, message.gen)
            check_sdp(message.sdp)
            floor.changes.tell(
                [message.to],
                Offered(room=room.id, sender=actor, gen=message.gen, sdp=message.sdp),
            )
        case SignalAnswer():
            room.calls.check(actor, message.to, message.gen)
            check_sdp(message.sdp)
            floor.changes.tell(
                [message.to],
                Answered(room=room.id, sender=actor, gen=message.gen, sdp=message.sdp),
            )
        case SignalCandidate():
            room.calls.check(actor, message.to, message.gen)
            check_candidate(message.candidate)
            floor.changes.tell([message.to], _candidate(actor, message))


def _candidate(sender: PersonId, message: SignalCandidate) -> Candidate:
    return Candidate(
        room=message.room,
        sender=sender,
        gen=message.gen,
        candidate=message.candidate,
        mid=message.mid,
        line=message.line,
        ufrag=message.ufrag,
    )


def _room(floor: Floor, actor: PersonId, message: RoomMessage) -> Room:
    floor.person(actor)
    room = floor.own_room(actor, message.room)
    room.check(actor, message.epoch)
    return room
