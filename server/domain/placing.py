"""Placing: seats within a running round for those who came late or were freed (M12).

One rule: nobody without a seat waits while somebody they could talk to waits too. More than 30 % of
the round must be left; between 30 and 50 %, or if the person asked for it, also as the third of a
pair whose door is open.
"""

from __future__ import annotations

from dataclasses import replace

from matching.repair import NEW_PAIR_SHARE, THIRD_SHARE
from matching.score import rarity_of
from matching.types import Candidate, History
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.room import PAIR, Room
from server.domain.seating import Door, enter, place
from server.domain.seats import Times, enter_running, open_room
from server.domain.views import round_bench
from server.ids import PersonId

COLLECT_SECONDS = 1.0


def singles(floor: Floor) -> list[Attendee]:
    """Return who could be given a seat in the running round now."""
    if floor.mixer.phase != "round" or floor.mixer.paused:
        return []
    free = [each for each in floor.plannable() if not each.resting and each.choose_until is None]
    # A joker waits for nothing: with nobody to help, nobody is waiting.
    return [] if [each.id for each in free] == [floor.mixer.record.joker] else free


def arm(floor: Floor, now: float) -> None:
    """Have those without a seat looked after soon, if anything has changed since the last try.

    A moment is left for others to turn up.
    """
    waiting = singles(floor)
    if floor.place_at is not None or not waiting:
        return
    too_late = floor.mixer.share_left(now) <= THIRD_SHARE
    untold = any(each.bench is None for each in waiting if each.id != floor.rules.joker)
    if untold if too_late else _situation(floor, now) != floor.tried:
        floor.place_at = now + COLLECT_SECONDS


def next_threshold(floor: Floor, now: float) -> float | None:
    """Return when the rule for those who wait changes next; None if nobody waits."""
    deadline = floor.mixer.deadline
    if deadline is None or not any(each.bench != "late" for each in singles(floor)):
        return None
    length = floor.mixer.plan.round_seconds
    times = (deadline - share * length for share in (NEW_PAIR_SHARE, THIRD_SHARE))
    return min((at for at in times if at > now), default=None)


def place_due(floor: Floor, now: float) -> None:
    """Seat whom a seat can be found for; tell the others when it is too late for one."""
    if floor.place_at is None or now < floor.place_at:
        return
    floor.place_at = None
    waiting, share = singles(floor), floor.mixer.share_left(now)
    if share <= THIRD_SHARE:
        _tell_late(floor, waiting)
        return
    _together(floor, waiting, now)
    _through_doors(floor, singles(floor), share, now)
    floor.tried = _situation(floor, now)


def history_now(floor: Floor) -> History:
    """Return what lies between people; those who parted in this round stay apart."""
    history = floor.history()
    return replace(history, barred=history.barred | floor.parted)


def _together(floor: Floor, waiting: list[Attendee], now: float) -> None:
    deadline = floor.mixer.deadline
    if len(waiting) < PAIR or deadline is None:
        return
    people = floor.candidates(waiting, now)
    salt = 1_000 * floor.mixer.record.round + floor.mixer.record.rooms_made
    rooms = place(people, history_now(floor), floor.rules, seed=floor.seed(salt))
    times = Times(now + floor.mixer.plan.propose_seconds, deadline)
    rarity = rarity_of(people)
    for planned in rooms:
        open_room(floor, planned, rarity, times, now)


def _through_doors(floor: Floor, waiting: list[Attendee], share: float, now: float) -> None:
    doors = _doors(floor, now) if waiting else []
    for person in waiting:
        if person.id == floor.rules.joker:
            continue
        # A group has a chair for one more at any time; a pair is joined when no new pair is worth it.
        paired = floor.rules.room_size == PAIR
        if paired and share > NEW_PAIR_SHARE and not person.wants_third:
            continue
        (single,) = floor.candidates([person], now)
        found = enter(single, doors, history_now(floor), floor.rules)
        if found is not None:
            doors = [door for door in doors if door.room != found]
            enter_running(floor, floor.rooms[found], person, now)


def _doors(floor: Floor, now: float) -> list[Door]:
    rooms = (room for room in floor.rooms.values() if _is_open(floor, room))
    return [Door(room.id, _members(floor, room, now)) for room in rooms]


def _is_open(floor: Floor, room: Room) -> bool:
    if room.kind == "trio" or room.more_granted or room.round != floor.mixer.record.round:
        return False
    return room.stage == "open" and len(room.here) == len(room.seated)


def _situation(floor: Floor, now: float) -> object:
    """All that decides whether a seat can be found."""
    waiting = frozenset((each.id, each.wants_third) for each in singles(floor))
    doors = frozenset((r.id, r.seated) for r in floor.rooms.values() if _is_open(floor, r))
    late = floor.mixer.share_left(now) <= NEW_PAIR_SHARE
    return waiting, doors, late, len(floor.bars.barred), len(floor.parted)


def _members(floor: Floor, room: Room, now: float) -> tuple[Candidate, ...]:
    return floor.candidates([floor.people[each] for each in room.seated], now)


def _tell_late(floor: Floor, waiting: list[Attendee]) -> None:
    for person in waiting:
        if person.bench is None and person.id != floor.rules.joker:
            person.bench = "late"
            told = round_bench(floor, person)
            if told is not None:
                floor.changes.tell([PersonId(person.id)], told)
