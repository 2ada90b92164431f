"""The waiting list: who comes when all places are taken waits in line and comes in by turn.

One rule: the list lets nobody in while all places are taken, and of those whose page is open it
lets in who came first. A place is free again 15 minutes after its holder's connection was lost, at
once after a good-bye or a removal. Whoever comes back after that, while all are taken, joins the
list like everybody else. Only a host lets in more than there are places.
"""

from __future__ import annotations

from server.domain.floor import Floor
from server.domain.people import Attendee
from server.errors import EventFull, WrongPhase
from server.protocol.client import HostCapacity
from server.protocol.server import ChatState

GONE_SECONDS = 900.0
MOST_WAITING = 500
MOST_PLACES = 2000
TIE_SECONDS = 1e-6
"""Two who come in the same moment are told apart, so that a restart keeps their order."""


def holds_place(person: Attendee, now: float) -> bool:
    """Whether nobody else can have the person's place."""
    record = person.record
    lapsed = record.lapses_at is not None and now >= record.lapses_at
    return not (record.removed or record.held or lapsed)


def taken(floor: Floor, now: float) -> int:
    """Return how many places are taken."""
    return sum(1 for each in floor.people.values() if holds_place(each, now))


def is_full(floor: Floor, now: float) -> bool:
    """Whether nobody more has a place."""
    return taken(floor, now) >= floor.mixer.plan.capacity


def number_of(floor: Floor, person: Attendee) -> int:
    """Return the person's number on the list, 0 if they are not on it."""
    return 0 if person.record.listed_at is None else floor.queue.index(person.id) + 1


def next_number(floor: Floor, now: float) -> int:
    """Return the number somebody who joined now would get, 0 if there is a place."""
    return len(floor.queue) + 1 if is_full(floor, now) else 0


def check_room(floor: Floor) -> None:
    """Raise EventFull if not even before the door somebody more can wait."""
    if sum(1 for each in floor.staying() if each.record.held) >= MOST_WAITING:
        raise EventFull(str(floor.mixer.plan.capacity))


def enlist(floor: Floor, person: Attendee, now: float) -> None:
    """Put somebody at the end of the list."""
    last = floor.people[floor.queue[-1]].record.listed_at if floor.queue else None
    at = now if last is None else max(now, last + TIE_SECONDS)
    floor.queue.append(person.id)
    floor.save_person(person, held=True, listed_at=at)


def strike(floor: Floor, person: Attendee, *, held: bool) -> None:
    """Take somebody off the list who is on it."""
    if person.record.listed_at is None:
        return
    floor.queue.remove(person.id)
    floor.save_person(person, held=held, listed_at=None)


def come_in(floor: Floor, person: Attendee, now: float) -> None:
    """Let in somebody who waits, on the list or for a host."""
    if person.record.listed_at is not None:
        floor.queue.remove(person.id)
    person.waiting_since = now
    floor.save_person(person, held=False, listed_at=None)
    floor.replan()
    floor.tried = None
    lines = floor.chat.lines(None, floor.bars.hidden_from(person.id))
    floor.changes.tell([person.id], ChatState(lines=lines))


def come_back(floor: Floor, person: Attendee, now: float) -> None:
    """Give somebody their place back, or one on the list if it was free and all are taken."""
    lapsed = person.record.lapses_at is not None and not holds_place(person, now)
    if lapsed and not person.record.held and floor.mixer.phase != "closed" and is_full(floor, now):
        enlist(floor, person, now)
    if person.record.lapses_at is not None:
        floor.save_person(person, lapses_at=None)


def tend(floor: Floor, now: float) -> None:
    """Let in who has a place now, and note when the next place is free."""
    floor.list_at = None
    if not floor.queue:
        return
    waiting = [floor.people[each] for each in floor.queue]
    for each in waiting:
        if each.record.lapses_at is not None and now >= each.record.lapses_at:
            strike(floor, each, held=False)
    here = [each for each in waiting if each.connected and each.record.listed_at is not None]
    if floor.mixer.phase == "closed":
        # Who was inside before sees whom they met; there are no places to be kept any more.
        here = [each for each in here if floor.meetings.of(each.id)]
    free = max(0, floor.mixer.plan.capacity - taken(floor, now))
    for each in here if floor.mixer.phase == "closed" else here[:free]:
        come_in(floor, each, now)
    if floor.queue:
        floor.list_at = min((at for at in _lapses(floor) if at > now), default=None)


def _lapses(floor: Floor) -> list[float]:
    times = (each.record.lapses_at for each in floor.staying())
    return [at for at in times if at is not None]


def set_capacity(floor: Floor, message: HostCapacity, now: float) -> str:
    """Give the event more places or fewer; nobody who is inside has to go."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    wanted = message.capacity
    if wanted is None:
        wanted = max(taken(floor, now) + len(floor.queue), floor.mixer.plan.capacity)
    floor.mixer.give_places(min(wanted, MOST_PLACES))
    floor.changes.event = True
    return ""
