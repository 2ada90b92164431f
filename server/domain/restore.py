"""Restore: an evening from its records, fresh or in the middle of a round."""

from __future__ import annotations

from matching.rules import Rules
from matching.score import rarity_of
from server.domain.board import UndoList
from server.domain.chat import Chat
from server.domain.floor import Floor, Versions
from server.domain.ledger import Ledger
from server.domain.meeting import Meetings
from server.domain.mixer import Mixer, PlanDesk
from server.domain.moderation import Moderation
from server.domain.people import Attendee
from server.domain.pool import Place, Pool
from server.domain.reasons import reasons_for
from server.domain.records import Archive, RoomRecord
from server.domain.rehearsals import RehearsalDesk
from server.domain.room import PAIR_GRACE_SECONDS, Room
from server.domain.ruling import rules_of
from server.domain.waiting import GONE_SECONDS


def restore(archive: Archive, *, now: float, rules: Rules | None) -> Floor:
    """Return the floor as the records have it; everybody is away, with the grace from now."""
    event = archive.event
    mixer = Mixer(event)
    recovered = mixer.recover(now)
    open_rooms = [each for each in archive.rooms if each.closed_at is None]
    floor = Floor(
        mixer=mixer,
        rules=rules or rules_of(event.plan, event.joker),
        bars=Moderation.restore(event.id, archive.bars, archive.reports),
        meetings=Meetings.restore(event.id, archive.meetings, archive.marks),
        chat=Chat.restore(event.id, archive.chat, {each.id for each in open_rooms}),
        undo=UndoList.restore(event.undo, series=int(now)),
        ledger=Ledger.restore(archive.rounds, archive.rooms),
        # An answer to a question of before, still on its way, must not pass for one of ours.
        desk=PlanDesk(ask=int(now * 1000)),
        rehearsals=RehearsalDesk(ask=int(now * 1000)),
        versions=Versions(base=int(now * 1000)),
        people={each.id: Attendee(record=each) for each in archive.people},
        pool=_pool(archive),
    )
    floor.changes.event = recovered
    for record in open_rooms:
        _restore_room(floor, record, now)
    _restore_bench(floor, archive.rooms)
    _restore_memory(floor, archive.rooms)
    _restore_places(floor, now)
    for waiting in floor.pool.places:
        floor.people[waiting].away_until = now + PAIR_GRACE_SECONDS
    return floor


def _restore_places(floor: Floor, now: float) -> None:
    """Everybody is away: places, and those on the list, are kept from now.

    A place that was free before stays so: somebody else may have it by now.
    """
    for person in floor.staying():
        if person.record.lapses_at is None or person.record.listed_at is not None:
            floor.save_person(person, lapses_at=now + GONE_SECONDS)
    listed = [(p.record.listed_at, p.id) for p in floor.staying() if p.record.listed_at is not None]
    floor.queue = [person for _, person in sorted(listed)]


def _restore_memory(floor: Floor, rooms: tuple[RoomRecord, ...]) -> None:
    """What each had of earlier rounds counts on, and who waits for a seat does not begin anew.

    Since when is told by the last room that closed behind them, else by their coming.
    """
    since = {each.id: each.record.joined_at for each in floor.staying()}
    for room in sorted(rooms, key=lambda each: each.number):
        for member, fit in room.fits.items():
            floor.people[member].fits.append(fit)
        if room.closed_at is not None:
            since.update((each, room.closed_at) for each in room.members if each in since)
    for person in floor.staying():
        waits = person.record.ready and not person.record.held and person.room is None
        person.waiting_since = since[person.id] if waits else None


def _pool(archive: Archive) -> Pool:
    """Those who waited wait on, since when they did."""
    places = {
        each.id: Place(each.id, each.pool_since)
        for each in archive.people
        if each.pool_since is not None and not each.removed
    }
    return Pool(places=places)


def _restore_room(floor: Floor, record: RoomRecord, now: float) -> None:
    room = Room.restore(record, now=now, wrap_until=_wrap_until(floor, record))
    floor.rooms[room.id] = room
    people = [floor.people[each] for each in room.seated]
    for person in people:
        person.room = room.id
        person.away_until = room.places[person.id].until
    members = floor.candidates(people, now)
    room.reasons = reasons_for(members, floor.rules, rarity_of(members))


def _wrap_until(floor: Floor, record: RoomRecord) -> float:
    """Return the end of a room's wrap-up; the host may have given all more time for it."""
    mixer = floor.mixer.record
    own = record.extended_until is not None or record.round != mixer.round
    if mixer.phase == "wrap_up" and mixer.deadline is not None and not own:
        return mixer.deadline
    return record.deadline + mixer.plan.wrap_seconds


def _restore_bench(floor: Floor, rooms: tuple[RoomRecord, ...]) -> None:
    """Those who sat the running round out still do."""
    if not floor.mixer.talking:
        return
    running = (room for room in rooms if room.round == floor.mixer.record.round)
    seated = {member for room in running for member in room.members}
    for person in floor.staying():
        if person.record.ready and person.record.sitting_out and person.id not in seated:
            person.bench = "sat_out"
