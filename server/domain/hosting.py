"""Hosting: what a host can do to the evening, and take back again.

One rule: whatever can be undone is, by the same code that did it; starting, pausing, extending,
closing, removing and verifying all answer with the id of the action.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from server.domain.board import UNDO_SECONDS
from server.domain.door import guard_after_removal, set_guard
from server.domain.effects import Drop
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.records import Action
from server.domain.rounds import close_mixer, room_end
from server.domain.rule_change import undo_rules
from server.domain.seating import may_stay
from server.domain.seats import mend, vacate
from server.domain.waiting import GONE_SECONDS, strike
from server.errors import NotFound, WrongPhase
from server.ids import PersonId
from server.protocol.client import (
    HostAnnounce,
    HostClose,
    HostExtend,
    HostGuard,
    HostHandled,
    HostJoker,
    HostPause,
    HostRemove,
    HostResume,
    HostStart,
    HostUndo,
    HostVerify,
)
from server.protocol.server import Notice

REMOVED = 4403


def start(floor: Floor, message: HostStart, now: float) -> str:
    """Set the start of the first round, or of the next one, after a notice."""
    seconds = message.in_seconds
    at = now + (floor.mixer.plan.notice_seconds if seconds is None else seconds)
    before = floor.mixer.record.deadline
    floor.mixer.set_start(at)
    _tell_mixer(floor)
    floor.replan()
    floor.undo.void("start")
    _notice(floor, Notice(kind="starting", at=now, deadline=at))
    if at <= now:
        return ""
    return floor.undo.add(Action(kind="start", until=at, deadline=before))


def pause(floor: Floor, _message: HostPause, now: float) -> str:
    """Stop the clock; rooms stay open."""
    floor.mixer.pause(now)
    _tell_mixer(floor)
    _notice(floor, Notice(kind="paused", at=now))
    return floor.undo.add(Action(kind="pause", until=now + UNDO_SECONDS))


def resume(floor: Floor, _message: HostResume | None, now: float) -> str:
    """Let the clock run again; every deadline moves by as much as it stood."""
    moved = floor.mixer.resume(now)
    for room in floor.rooms.values():
        room.shift(moved)
        floor.changes.room(room.id)
    floor.undo.void("pause", "start")
    _tell_mixer(floor)
    _notice(floor, Notice(kind="resumed", at=now, deadline=floor.mixer.deadline))
    return ""


def extend(floor: Floor, message: HostExtend, now: float) -> str:
    """Give more time to all, or to one room; then the next round begins later."""
    until, seconds = now + UNDO_SECONDS, message.seconds
    if message.room is None:
        _extend_all(floor, seconds, now)
        return floor.undo.add(Action(kind="extend", until=until, seconds=seconds))
    room = floor.rooms.get(message.room)
    if room is None:
        raise NotFound("room")
    room.give(seconds)
    floor.changes.room(room.id)
    floor.mixer.push_start(room_end(floor))
    _tell_mixer(floor)
    action = Action(kind="extend_room", until=until, seconds=seconds, room=room.id)
    return floor.undo.add(action)


def close(floor: Floor, message: HostClose, now: float) -> str:
    """End the mixer for all, after a notice."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("closed already")
    at = now + message.in_seconds
    _notice(floor, Notice(kind="closing", at=now, deadline=at))
    if at <= now:
        close_mixer(floor, now, rooms_too=True)
        return ""
    floor.mixer.close_at(at)
    floor.changes.event = True
    floor.undo.void("close")
    return floor.undo.add(Action(kind="close", until=at))


def announce(floor: Floor, message: HostAnnounce, now: float) -> str:
    """Say a line to everybody."""
    _notice(floor, Notice(kind="announce", at=now, text=message.text))
    return ""


def remove(floor: Floor, message: HostRemove, now: float) -> str:
    """Take a person out of every room at once; their links stop working."""
    person = floor.person(message.person)
    room = floor.room_of(person.id)
    if room is not None:
        vacate(floor, room, person, now, why="removed")
        mend(floor, room, now)
    person.connected, person.away_until, person.bench = False, None, None
    person.forget_loss()
    strike(floor, person, held=True)
    floor.save_person(person, removed=True)
    guard_after_removal(floor)
    if floor.mixer.record.joker == person.id:
        set_joker(floor, None)
    floor.replan()
    floor.changes.last.append(Drop(person=person.id, code=REMOVED, reason="removed"))
    action = Action(
        kind="remove", until=now + UNDO_SECONDS, person=person.id, name=person.profile.name
    )
    return floor.undo.add(action)


def verify(floor: Floor, message: HostVerify, now: float) -> str:
    """Say that a person is who they say they are, or take it back."""
    person = floor.person(message.person)
    before = person.record.verified
    _verify(floor, person, now, verified=message.verified)
    action = Action(
        kind="verify",
        until=now + UNDO_SECONDS,
        person=person.id,
        name=person.profile.name,
        verified=before,
    )
    return floor.undo.add(action)


def name_joker(floor: Floor, message: HostJoker, _now: float) -> str:
    """Name who fills in for the odd one (M11); they keep a seat they have."""
    if message.person is not None:
        floor.insider(message.person)
    set_joker(floor, message.person)
    floor.replan()
    floor.tried = None
    return ""


def set_joker(floor: Floor, person: PersonId | None) -> None:
    """Keep who the joker is, and have the matcher know."""
    floor.mixer.keep(joker=person)
    floor.rules = replace(floor.rules, joker=person)
    if person is not None:
        floor.people[person].bench = None
    floor.changes.event = True


def handled(floor: Floor, message: HostHandled, now: float) -> str:
    """Note that a report was dealt with."""
    floor.changes.facts.append(floor.bars.handled(message.report, now))
    return ""


def undo(floor: Floor, message: HostUndo, now: float) -> str:
    """Take an action back. Raises NothingToUndo when its time is over."""
    action = floor.undo.find(message.action, now)
    _UNDO[action.kind](floor, action, now)
    floor.undo.drop(message.action)
    return ""


def _undo_start(floor: Floor, action: Action, now: float) -> None:
    floor.mixer.set_start(action.deadline)
    floor.mixer.push_start(room_end(floor))
    _tell_mixer(floor)
    _notice(floor, Notice(kind="start_undone", at=now, deadline=floor.mixer.deadline))


def _undo_pause(floor: Floor, _action: Action, now: float) -> None:
    resume(floor, None, now)


def _undo_extend(floor: Floor, action: Action, now: float) -> None:
    _extend_all(floor, -action.seconds, now)


def _undo_extend_room(floor: Floor, action: Action, _now: float) -> None:
    room = None if action.room is None else floor.rooms.get(action.room)
    if room is None:
        raise NotFound("room")
    room.take_back(action.seconds, floor.mixer.talk_until)
    floor.changes.room(room.id)


def _undo_close(floor: Floor, _action: Action, now: float) -> None:
    floor.mixer.close_at(None)
    floor.changes.event = True
    _notice(floor, Notice(kind="close_undone", at=now, deadline=floor.mixer.deadline))


def _undo_remove(floor: Floor, action: Action, now: float) -> None:
    person = floor.people[_whom(action)]
    floor.save_person(person, removed=False, lapses_at=now + GONE_SECONDS)
    if not any(each.record.removed for each in floor.people.values()):
        set_guard(floor, HostGuard(id=0, on=False), now)
    floor.replan()


def _undo_verify(floor: Floor, action: Action, now: float) -> None:
    _verify(floor, floor.person(_whom(action)), now, verified=action.verified)


_UNDO: dict[str, Callable[[Floor, Action, float], None]] = {
    "start": _undo_start,
    "pause": _undo_pause,
    "extend": _undo_extend,
    "extend_room": _undo_extend_room,
    "close": _undo_close,
    "remove": _undo_remove,
    "verify": _undo_verify,
    "rules": undo_rules,
}


def _whom(action: Action) -> PersonId:
    if action.person is None:
        raise NotFound("person")
    return action.person


def _verify(floor: Floor, person: Attendee, now: float, *, verified: bool) -> None:
    floor.save_person(person, verified=verified)
    floor.changes.cards.add(person.id)
    floor.replan()
    floor.tried = None
    room = floor.room_of(person.id)
    if room is None:
        return
    members = floor.candidates([floor.people[each] for each in room.seated], now)
    if not may_stay(members, floor.history(), floor.rules):
        vacate(floor, room, person, now, why="moved")
        mend(floor, room, now)


def _extend_all(floor: Floor, seconds: float, now: float) -> None:
    floor.mixer.extend(seconds)
    for room in floor.rooms.values():
        if floor.mixer.talking and room.round == floor.mixer.record.round:
            room.lengthen(seconds)
            floor.changes.room(room.id)
    floor.mixer.push_start(room_end(floor))
    _tell_mixer(floor)
    _notice(floor, Notice(kind="extended", at=now, deadline=floor.mixer.deadline))


def _notice(floor: Floor, notice: Notice) -> None:
    floor.changes.tell(floor.audience(), notice)
    floor.changes.tell_hosts(notice)


def _tell_mixer(floor: Floor) -> None:
    floor.changes.event = floor.changes.mixer = True
