"""Rounds: how the evening goes on when a phase is over.

    lobby | break --deadline--> round --deadline--> wrap_up --deadline--> break | closed

One rule: rounds never wait. The newest plan is taken if there is one, repaired for who came and
went; without a plan the seats are filled all the same.
"""

from __future__ import annotations

from dataclasses import replace

from matching.plan_file import Case, Seated
from matching.score import rarity_of
from server.domain.effects import PlanRound, PurgeChat
from server.domain.floor import Floor
from server.domain.measures import Played, round_record
from server.domain.mixer import MARGIN_SECONDS, RETURN_SECONDS
from server.domain.people import Attendee
from server.domain.records import PlanRecord
from server.domain.room import PAIR
from server.domain.seating import Seating, seat_round
from server.domain.seats import Times, close_room, open_room
from server.domain.views import round_bench
from server.ids import PersonId
from server.protocol.server import ChatState

OPENED_MS = 1000


def advance(floor: Floor, now: float) -> None:
    """Work off every phase that is over, and every room whose time has ended."""
    while floor.mixer.due(now):
        _next_phase(floor, now)
    if not floor.mixer.paused:
        _run_rooms(floor, now)


def ask_for_plan(floor: Floor, now: float) -> None:
    """Ask the matcher for the round to come, if people have changed since it was asked (M17)."""
    round_ = floor.mixer.plans_for
    at = floor.desk.ask_at(round_)
    if at is None or now < at:
        return
    request = PlanRound(
        round=round_,
        ask=floor.desk.request(round_, now),
        candidates=floor.candidates(coming(floor), now),
        history=floor.history(),
        rules=floor.rules,
        seed=floor.seed(round_),
        rounds_left=floor.mixer.plan.rounds - floor.mixer.record.round,
    )
    floor.desk.asked = _case(request)
    floor.changes.last.append(request)


def _case(request: PlanRound) -> Case:
    return Case(
        round=request.round,
        candidates=request.candidates,
        history=request.history,
        rules=request.rules,
        seed=request.seed,
        rounds_left=request.rounds_left,
    )


def coming(floor: Floor) -> list[Attendee]:
    """Return who is to be seated in the round to come: present and ready, wherever they are now."""
    return [each for each in floor.staying() if each.willing and each.record.ready]


def auto_start(floor: Floor, now: float) -> None:
    """Start by itself where the plan says so: at its time, once two people are ready."""
    record = floor.mixer.record
    waits = floor.mixer.gathering and record.deadline is None
    if not (waits and record.plan.auto_start and record.starts_at is not None):
        return
    if now >= record.starts_at and len(coming(floor)) >= PAIR:
        floor.mixer.set_start(now + record.plan.notice_seconds)
        floor.replan()
        _tell_mixer(floor)


def close_mixer(floor: Floor, now: float, *, rooms_too: bool) -> None:
    """End the mixer. Rooms whose people wanted more go on, unless the host closes."""
    for room in list(floor.rooms.values()):
        if rooms_too or room.ends_at <= now:
            close_room(floor, room, now, "closed" if rooms_too else "round_over")
    floor.mixer.close(now)
    floor.undo.void("start", "pause", "extend", "extend_room", "close", "rules")
    for each in floor.staying():
        _fresh_start(each)
    _tell_mixer(floor)


def purge_if_over(floor: Floor) -> None:
    """Delete the chat of an event that keeps none, when the last room has closed."""
    over = floor.mixer.phase == "closed" and not floor.rooms
    if over and floor.mixer.plan.chat_days == 0 and floor.chat.purge():
        floor.changes.last.append(PurgeChat())
        floor.changes.tell(floor.audience(), ChatState(lines=[]))
        floor.changes.tell_hosts(ChatState(lines=[]))


def _next_phase(floor: Floor, now: float) -> None:
    at = floor.mixer.deadline if floor.mixer.deadline is not None else now
    if floor.mixer.phase in ("lobby", "scheduled", "break"):
        floor.mixer.open_doors()
        _begin_round(floor, now)
    elif floor.mixer.phase == "round" and floor.mixer.plan.wrap_seconds > 0:
        floor.mixer.wrap_up(at)
        _tell_mixer(floor)
    else:
        _end_round(floor, at, now)


def _end_round(floor: Floor, at: float, now: float) -> None:
    for each in floor.staying():
        if each.bench == "sat_out":
            floor.save_person(each, sitting_out=False)
        _fresh_start(each)
    if floor.mixer.last_round:
        _run_rooms(floor, now)
        close_mixer(floor, now, rooms_too=False)
        return
    opened = floor.versions.base / OPENED_MS
    floor.mixer.rest(at, not_before=max(room_end(floor), opened + RETURN_SECONDS))
    floor.replan()
    _tell_mixer(floor)


def room_end(floor: Floor) -> float:
    """Return the earliest start of a round that leaves every room the time it was given."""
    return max(
        (
            room.ends_at + MARGIN_SECONDS
            for room in floor.rooms.values()
            if room.extended_until is not None
        ),
        default=0.0,
    )


def _begin_round(floor: Floor, now: float) -> None:
    for room in list(floor.rooms.values()):
        close_room(floor, room, now, "round_over")
    floor.parted.clear()
    floor.undo.void("start", "pause", "extend", "extend_room", "rules")
    for each in floor.staying():
        _fresh_start(each)
    starts_at = floor.mixer.begin_round(now)
    times = Times(starts_at, starts_at + floor.mixer.plan.round_seconds)
    people = floor.plannable()
    present = floor.candidates(people, now)
    round_ = floor.mixer.record.round
    history = floor.history()
    basis, plan = floor.desk.basis, floor.desk.take(round_)
    seating = seat_round(plan, present, history, floor.rules, seed=floor.seed(round_))
    _tell_mixer(floor)
    rarity = rarity_of(present)
    for planned in seating.rooms:
        room = open_room(floor, planned, rarity, times, now)
        room.fits = {each: seating.fits[each] for each in room.seated if each in seating.fits}
    _count_trios(floor, seating)
    for member, fit in seating.fits.items():
        floor.people[PersonId(member)].fits.append(fit)
    _bench(floor, seating)
    # A joker who was not needed is no guest who was left over (M11).
    counted = tuple(each for each in present if each.id in seating.everybody)
    played = Played(counted, seating, history, floor.rules, plan)
    floor.ledger.rounds.append(round_record(floor.mixer.record, played))
    floor.changes.facts.append(floor.ledger.rounds[-1])
    floor.changes.facts.append(_plan_record(floor, replace(played, present=present), basis))
    floor.place_at = None


def _plan_record(floor: Floor, played: Played, basis: Case | None) -> PlanRecord:
    """What anybody needs to redo the round: what the plan was made from, and who sits where now."""
    record = floor.mixer.record
    if basis is None or played.plan is None:
        left = floor.mixer.plan.rounds - record.round + 1
        basis = Case(
            round=record.round,
            candidates=played.present,
            history=played.history,
            rules=played.rules,
            seed=floor.seed(record.round),
            rounds_left=left,
        )
    case = replace(
        basis,
        plan=played.plan,
        at=record.began or 0.0,
        present=played.present,
        seated=Seated(played.seating.rooms, played.seating.bench),
    )
    return PlanRecord(event=record.id, round=record.round, case=case)


def _count_trios(floor: Floor, seating: Seating) -> None:
    for room in seating.rooms:
        if room.kind == "trio":
            for member in room.members:
                person = floor.people[PersonId(member)]
                floor.save_person(person, trios=person.record.trios + 1)


def _bench(floor: Floor, seating: Seating) -> None:
    for each in seating.bench:
        person = floor.people[PersonId(each.id)]
        person.bench = each.why.value
        floor.save_person(person, sat_out=person.record.sat_out + 1)
    for person in floor.staying():
        if _sits_out(person):
            person.bench = "sat_out"
        told = round_bench(floor, person)
        if told is not None:
            floor.changes.tell([person.id], told)


def _sits_out(person: Attendee) -> bool:
    record = person.record
    return person.connected and record.ready and record.sitting_out and not record.unsuggested


def _run_rooms(floor: Floor, now: float) -> None:
    for room in list(floor.rooms.values()):
        if room.advance(now):
            floor.changes.room(room.id, stored=False)
        if room.over(now):
            close_room(floor, room, now, "round_over")


def _fresh_start(person: Attendee) -> None:
    person.bench = None
    person.resting = person.wants_third = False
    person.forget_loss()


def _tell_mixer(floor: Floor) -> None:
    floor.changes.event = floor.changes.mixer = True
