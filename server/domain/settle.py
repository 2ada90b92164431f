"""Settle: turns what a step has changed into effects.

One rule: facts first, then where the mixer stands, then what happened, then the states that follow
from it; one Save a step, so that what is acknowledged is what was written.
"""

from __future__ import annotations

from server.domain import views
from server.domain.changes import Changes
from server.domain.effects import Effect, Save, Send, SendHosts
from server.domain.floor import Floor
from server.domain.records import Record


def settle(floor: Floor, now: float) -> list[Effect]:
    """Return the effects of the step and begin a new one."""
    _note_lonely(floor, now)
    _spread_cards(floor)
    _keep_undo(floor)
    changes, floor.changes = floor.changes, Changes()
    records = _records(floor, changes)
    effects: list[Effect] = [Save(tuple(records))] if records else []
    effects += _mixer(floor, changes)
    effects += changes.events
    effects += _rooms(floor, changes)
    effects += _people(floor, changes)
    effects += changes.last
    return effects


def _records(floor: Floor, changes: Changes) -> list[Record]:
    records: list[Record] = [floor.mixer.record] if changes.event else []
    records += [floor.people[each].record for each in sorted(changes.people)]
    stored = (floor.rooms.get(each) for each in sorted(changes.stored_rooms))
    records += [room.record() for room in stored if room is not None]
    return [*records, *changes.facts]


def _mixer(floor: Floor, changes: Changes) -> list[Effect]:
    if not changes.mixer:
        return []
    floor.versions.next("mixer")
    state = views.mixer_state(floor)
    audience = floor.audience()
    sends: list[Effect] = [Send(audience, state)] if audience else []
    return [*sends, SendHosts(state)]


def _rooms(floor: Floor, changes: Changes) -> list[Effect]:
    sends: list[Effect] = []
    for each in sorted(changes.shown_rooms):
        room = floor.rooms.get(each)
        if room is None:
            continue
        floor.versions.next(f"room:{room.id}")
        sends += [Send((one,), views.room_state(floor, room, one)) for one in room.seated]
    return sends


def _people(floor: Floor, changes: Changes) -> list[Effect]:
    told = sorted(changes.profiles)
    sends: list[Effect] = [
        Send((each,), views.profile_state(floor, floor.people[each])) for each in told
    ]
    for each in sorted(changes.meetings):
        if each in floor.people:
            floor.versions.next(f"meetings:{each}")
            sends.append(Send((each,), views.meeting_state(floor, floor.people[each])))
    return sends


def _spread_cards(floor: Floor) -> None:
    """Whoever holds the card of somebody who has changed gets the new one."""
    for person in floor.changes.cards:
        floor.changes.profiles.add(person)
        floor.changes.profiles.update(floor.bars.blockers_of(person))
        for met in floor.meetings.of(person):
            floor.changes.meetings.update((met.a, met.b))
        room = floor.room_of(person)
        if room is not None:
            floor.changes.room(room.id, stored=False)


def _keep_undo(floor: Floor) -> None:
    kept = floor.undo.kept()
    if kept != floor.mixer.record.undo:
        floor.mixer.keep(undo=kept)
        floor.changes.event = True


def _note_lonely(floor: Floor, now: float) -> None:
    for room in floor.rooms.values():
        if not views.alone(room):
            room.alone_since = None
        elif room.alone_since is None:
            room.alone_since = now
