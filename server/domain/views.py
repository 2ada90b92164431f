"""What each viewer is shown: messages built from the floor as it stands.

One rule: whatever is shown of a person to another goes through `visible`, so that those who are
hidden from each other never meet in a message.
"""

from __future__ import annotations

from matching.eligible import Fit
from server.domain.floor import Floor
from server.domain.helping import calls, state_of_call
from server.domain.negotiation import yields
from server.domain.outcome import how_it_went
from server.domain.outlook import outlook
from server.domain.people import Attendee, card
from server.domain.pool import Place
from server.domain.records import MeetingRecord
from server.domain.room import PAIR, Room
from server.domain.ruling import ruling_of
from server.domain.waiting import number_of
from server.ids import PersonId
from server.protocol.board import AtTable
from server.protocol.parts import (
    BoardReport,
    BoardRoom,
    BoardSeat,
    Meeting,
    Member,
    PersonState,
    Presence,
)
from server.protocol.pool import Match, PoolState, Ticket
from server.protocol.ruling import Preview
from server.protocol.server import (
    HostBoard,
    MeetingState,
    MixerState,
    ProfileState,
    RoomState,
    RoundBench,
    RoundSeat,
    YouState,
)

AT_TABLE = frozenset({"language", "roles", "supervision"})
"""Strict rules that leave people over: they are the host's guests meanwhile (M11)."""
LIST_SHOWN = 20
"""So many of the waiting list hosts see by name."""
NOBODY_FITS = Fit(count=0, unmet=0)


def state_of(floor: Floor, person: Attendee) -> PersonState:
    """Return where a person stands."""
    if person.record.held:
        return "held"
    if not person.connected:
        return "reconnecting" if person.away_until is not None else "offline"
    room = floor.room_of(person.id)
    if room is not None:
        return _state_in(room)
    if not person.record.ready or person.record.unsuggested:
        return "lobby"
    if person.bench is not None:
        return "bench"
    return "between" if floor.mixer.phase == "break" else "ready"


def _state_in(room: Room) -> PersonState:
    if room.stage == "opening":
        return "proposed"
    return "wrap_up" if room.stage == "closing" else "in_room"


def presence_of(floor: Floor, person: Attendee, before: Presence | None, now: float) -> Presence:
    """Return a person's line in the list; `since` goes on while the state is the same."""
    state, mode, shown = state_of(floor, person), person.record.mode, card(person)
    if before is None or before.state != state:
        return Presence(card=shown, state=state, since=now, mode=mode, room=person.room)
    if before.card is shown and before.mode == mode and before.room == person.room:
        return before
    return Presence(card=shown, state=state, since=before.since, mode=mode, room=person.room)


def mixer_state(floor: Floor) -> MixerState:
    """Return where the mixer stands."""
    mixer, record = floor.mixer, floor.mixer.record
    return MixerState(
        epoch=record.epoch,
        v=floor.versions.of("mixer"),
        phase=mixer.phase,
        round=record.round,
        rounds=mixer.plan.rounds,
        deadline=mixer.deadline,
        began=record.began,
        paused=mixer.paused,
        remaining=record.paused_left,
        starts_at=record.starts_at,
    )


def you_state(floor: Floor, person: Attendee) -> YouState:
    """Return where the viewer stands."""
    record, fit = person.record, floor.eligible.get(person.id, NOBODY_FITS)
    lost = floor.people.get(person.lost) if person.lost is not None else None
    if lost is not None and not visible(floor, person.id, lost.id):
        lost = None
    return YouState(
        v=floor.versions.of(f"you:{person.id}"),
        state=state_of(floor, person),
        eligible=fit.count,
        ready=record.ready,
        sitting_out=record.sitting_out,
        unsuggested=record.unsuggested,
        help=state_of_call(person),
        joker=floor.mixer.record.joker == person.id,
        mode=record.mode,
        room=person.room,
        bench=person.bench,
        lost=None if lost is None else card(lost),
        choose_until=person.choose_until,
        queue=number_of(floor, person),
    )


def pool_state(floor: Floor, person: Attendee) -> PoolState:
    """Return the viewer's place in the pool, and who is proposed."""
    place = floor.pool.places.get(person.id)
    v = floor.versions.of(f"pool:{person.id}")
    if place is None:
        return PoolState(v=v)
    match = None if place.match is None else _match(floor, person, place.match)
    return PoolState(v=v, waiting=len(floor.pool.places), ticket=_ticket(place), match=match)


def _ticket(place: Place) -> Ticket:
    seen = place.outlook
    return Ticket(
        since=place.since,
        eligible=0 if seen is None else seen.eligible,
        soonest=None if seen is None or seen.eta is None else seen.eta[0],
        latest=None if seen is None or seen.eta is None else seen.eta[1],
        why=None if seen is None or seen.why is None else seen.why.value,
        relax=[] if seen is None else [each.value for each in seen.relax],
        first=place.first,
        rests=place.rests,
        lounge=place.lounge,
    )


def _match(floor: Floor, person: Attendee, number: int) -> Match:
    proposal = floor.pool.proposals[number]
    others = [floor.people[each] for each in proposal.members if each != person.id]
    return Match(
        id=proposal.id,
        kind=proposal.kind,
        partners=[card(each) for each in others],
        until=proposal.until,
        language=proposal.language,
        reasons={each.id: proposal.reasons.get((person.id, each.id), []) for each in others},
        accepted=person.id in proposal.accepted,
    )


def profile_state(floor: Floor, person: Attendee) -> ProfileState:
    """Return the viewer's own profile."""
    blocked = [floor.people[each] for each in floor.bars.blocked_by(person.id)]
    return ProfileState(
        profile=person.profile,
        verified=person.record.verified,
        supervised=person.supervised,
        blocked=[card(each) for each in blocked],
    )


def round_seat(floor: Floor, room: Room, viewer: PersonId) -> RoundSeat:
    """Return the viewer's seat: whom they meet, and why."""
    others = [each for each in room.others(viewer) if visible(floor, viewer, each)]
    return RoundSeat(
        room=room.id,
        epoch=room.epoch,
        round=room.round,
        kind=room.kind,
        language=room.language,
        starts_at=room.began,
        deadline=room.deadline,
        partners=[card(floor.people[each]) for each in others],
        reasons={each: room.reasons.get((viewer, each), []) for each in others},
        again=room.again,
        notes=list(room.told_members),
        bridge=room.bridging,
    )


def round_bench(floor: Floor, person: Attendee) -> RoundBench | None:
    """Return that the viewer sits out, if so."""
    if person.bench is None:
        return None
    return RoundBench(
        round=floor.mixer.record.round, why=person.bench, next_at=floor.mixer.next_start()
    )


def room_state(floor: Floor, room: Room, viewer: PersonId) -> RoomState:
    """Return the room as the viewer sees it."""
    others = [each for each in room.places if each != viewer and room.places[each].seat != "left"]
    return RoomState(
        room=room.id,
        epoch=room.epoch,
        v=floor.versions.of(f"room:{room.id}"),
        round=room.round,
        kind=room.kind,
        members=[_member(floor, room, viewer, each) for each in others],
        began=room.began,
        deadline=room.deadline,
        wrap_until=room.wrap_until if room.stage == "closing" else None,
        extended_until=room.extended_until,
        more=room.places[viewer].more,
        prompt=room.prompt,
        language=room.language,
        supervised=room.supervised,
        notes=list(room.told_members),
        bridge=room.bridging,
    )


def _member(floor: Floor, room: Room, viewer: PersonId, other: PersonId) -> Member:
    place = room.places[other]
    return Member(
        card=card(floor.people[other]),
        seat=place.seat,
        mode=floor.people[other].record.mode,
        gen=room.calls.of(viewer, other),
        polite=yields(viewer, other),
        until=place.until if place.seat == "away" else None,
        muted=place.muted,
        camera=place.camera,
        sharing=place.sharing,
        reasons=room.reasons.get((viewer, other), []),
    )


def meeting_state(floor: Floor, person: Attendee) -> MeetingState:
    """Return whom the viewer met; those hidden from the viewer are not among them (M19)."""
    met = floor.meetings.of(person.id)
    shown = [
        _meeting(floor, each, person)
        for each in met
        if visible(floor, person.id, each.b if each.a == person.id else each.a)
    ]
    return MeetingState(
        v=floor.versions.of(f"meetings:{person.id}"), meetings=shown, pulse=person.record.pulse
    )


def _meeting(floor: Floor, record: MeetingRecord, person: Attendee) -> Meeting:
    other = floor.people[floor.meetings.other(record.id, person.id)]
    own = floor.meetings.mark(record.id, person.id)
    theirs = floor.meetings.mark(record.id, other.id)
    mutual = floor.meetings.mutual(record.id)
    return Meeting(
        id=record.id,
        round=record.round,
        at=record.at,
        card=card(other),
        keep=None if own is None else own.keep,
        mutual=mutual,
        contact=contact_for(person, other) if mutual else "",
        note="" if own is None else own.note,
        sent="" if own is None else own.sent,
        received="" if theirs is None else theirs.sent,
        again=own is not None and own.again,
    )


def contact_for(viewer: Attendee, other: Attendee) -> str:
    """Return the other's contact; never of or to somebody supervised (M5)."""
    return "" if viewer.supervised or other.supervised else other.profile.contact


def host_board(floor: Floor) -> HostBoard:
    """Return the rooms, reports and open actions."""
    rooms = sorted(floor.rooms.values(), key=lambda each: each.number)
    waiting = floor.plannable() if floor.mixer.phase == "round" else []
    held = [each for each in floor.staying() if each.record.held]
    at_door = [each for each in held if each.record.listed_at is None]
    removed = [each for each in floor.people.values() if each.record.removed]
    desk = floor.desk
    return HostBoard(
        v=floor.versions.of("board"),
        rooms=[_board_room(each) for each in rooms],
        waiting=[each.id for each in waiting],
        table=[
            AtTable(person=each.id, why=each.bench) for each in waiting if each.bench in AT_TABLE
        ],
        reports=_board_reports(floor),
        calls=calls(floor),
        undo=floor.undo.shown(),
        removed=[card(each) for each in removed],
        held=[card(each) for each in at_door],
        listed=[card(floor.people[each]) for each in floor.queue[:LIST_SHOWN]],
        queue=len(floor.queue),
        capacity=floor.mixer.plan.capacity,
        guarded=floor.mixer.record.guarded,
        joker=floor.mixer.record.joker,
        outlook=outlook(floor),
        outcome=how_it_went(floor),
        planned=desk.round if desk.plan is not None and floor.mixer.plans_for else 0,
        preview=_preview(floor),
        ruling=ruling_of(floor.mixer.plan),
    )


def _preview(floor: Floor) -> Preview | None:
    """What the plan that is ready comes to; said of how many only."""
    desk = floor.desk
    if desk.plan is None or not floor.mixer.plans_for:
        return None
    return Preview(
        round=desk.round,
        rooms=len(desk.plan.rooms),
        idle=len(desk.plan.bench),
        repeats=desk.plan.repeats,
        clashes=sum(room.language is None for room in desk.plan.rooms),
    )


def _board_room(room: Room) -> BoardRoom:
    seats = [room.places[each] for each in room.seated]
    return BoardRoom(
        room=room.id,
        number=room.number,
        kind=room.kind,
        seats=[
            BoardSeat(person=each.person, seat=each.seat, media=each.media, until=each.until)
            for each in seats
        ],
        deadline=room.deadline,
        extended=room.extended_until is not None,
        alone_since=room.alone_since,
        notes=list(room.notes),
        bridge=room.bridging,
    )


def _board_reports(floor: Floor) -> list[BoardReport]:
    return [
        BoardReport(
            id=each.id,
            reporter=each.reporter,
            subject=each.subject,
            subject_name=floor.people[each.subject].profile.name,
            category=each.category,
            note=each.note,
            at=each.at,
            handled=each.handled_at is not None,
        )
        for each in floor.bars.reports.values()
    ]


def visible(floor: Floor, viewer: PersonId, other: PersonId) -> bool:
    """Whether the viewer may see the other at all."""
    return other not in floor.bars.hidden_from(viewer)


def alone(room: Room) -> bool:
    """Whether one person sits in the room by themselves."""
    return len(room.seated) >= PAIR and len(room.here) == 1
