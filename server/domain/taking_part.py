"""Taking part: what people say of themselves, and whether they want a seat (M21)."""

from __future__ import annotations

import msgspec

from server.domain.floor import Floor
from server.domain.seating import may_stay
from server.domain.seats import mend, vacate
from server.errors import NotAllowed, WrongPhase
from server.ids import PersonId
from server.protocol.client import (
    EventPulse,
    MixerChoose,
    MixerReady,
    MixerSitOut,
    MixerSuggest,
    ProfileSet,
)
from server.protocol.parts import Profile


def set_profile(floor: Floor, actor: PersonId, message: ProfileSet, now: float) -> None:
    """Replace the profile.

    Who said to be under age stays so in this event, and a new name or role has to be verified anew:
    neither can be used to get around M5. A program that names the same place without its country does
    not know it: what was known of it stays.
    """
    person = floor.person(actor)
    old, new = person.profile, message.profile
    if old.age == "minor" and new.age != "minor":
        raise NotAllowed("age_fixed")
    if not new.country and (new.city, new.zone) == (old.city, old.zone):
        new = msgspec.structs.replace(new, country=old.country)
    verified = person.record.verified and not _is_somebody_else(old, new)
    floor.save_person(person, profile=new, verified=verified)
    floor.changes.cards.add(actor)
    floor.replan()
    floor.tried = None
    room = floor.room_of(actor)
    if room is None:
        return
    members = floor.candidates([floor.people[each] for each in room.seated], now)
    # Who edits a profile stays seated, unless M5 no longer holds for the room.
    room.supervised = any(each.supervised for each in members)
    if room.supervised and not may_stay(members, floor.history(), floor.rules):
        vacate(floor, room, person, now, why="moved")
        mend(floor, room, now)


def _is_somebody_else(old: Profile, new: Profile) -> bool:
    return (old.name, old.role) != (new.name, new.role)


def set_ready(floor: Floor, actor: PersonId, message: MixerReady, now: float) -> None:
    """Take part in the next round, or no longer; in a round, look for a seat at once."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    person = floor.person(actor)
    ready = person.record.ready if message.ready is None else message.ready
    if ready and not person.record.ready:
        person.waiting_since = now
    if not ready:
        person.bench, person.waiting_since = None, None
        person.forget_loss()
    person.resting = person.resting and ready
    floor.save_person(person, ready=ready, mode=message.mode or person.record.mode)
    floor.replan()
    room = floor.room_of(actor)
    if room is not None:
        floor.changes.room(room.id, stored=False)


def set_sit_out(floor: Floor, actor: PersonId, message: MixerSitOut, _now: float) -> None:
    """Sit out the next round, or not after all."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    person = floor.person(actor)
    if not message.on and person.bench == "sat_out":
        person.bench = None
    floor.save_person(person, sitting_out=message.on)
    floor.replan()


def set_suggested(floor: Floor, actor: PersonId, message: MixerSuggest, now: float) -> None:
    """Be seated with nobody until it is turned on again; a room one is in runs on."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    person = floor.person(actor)
    if message.on and person.record.unsuggested:
        person.waiting_since = now
    if not message.on:
        person.bench = None
        person.forget_loss()
    floor.save_person(person, unsuggested=not message.on)
    floor.replan()


def choose(floor: Floor, actor: PersonId, message: MixerChoose, _now: float) -> None:
    """Say what comes next after a partner was lost."""
    person = floor.person(actor)
    if person.choose_until is None:
        raise WrongPhase("nothing to choose")
    person.forget_loss()
    person.wants_third = message.choice == "third"
    person.resting = message.choice == "lounge"


def set_pulse(floor: Floor, actor: PersonId, message: EventPulse, _now: float) -> None:
    """Keep the answer to the one question."""
    floor.save_person(floor.person(actor), pulse=message.value)
    floor.changes.meetings.add(actor)
