"""Meeting somebody now: how the pool moves people of the lobby into rooms (M13).

One rule: the matcher proposes, the people accept, and the rules are asked once more at both moments,
since somebody may have left, changed or blocked meanwhile. The pool is open while people gather and
enough time is left before the first round for a talk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matching.language import common_language
from matching.score import rarity_of
from matching.types import Candidate, History, PlannedRoom
from matching.verdict import room_faults
from matching.wave import Ticket as PoolTicket
from matching.wave import Wave
from server.domain.effects import RunWave
from server.domain.floor import Floor
from server.domain.mixer import MARGIN_SECONDS
from server.domain.people import Attendee
from server.domain.pool import Ended, Place, Proposal
from server.domain.reasons import reasons_for
from server.domain.room import PAIR
from server.domain.seats import Times, open_room
from server.errors import WrongPhase
from server.ids import PersonId
from server.protocol.parts import RoomKind
from server.protocol.pool import MatchAccept, MatchDecline, MatchExpired, PoolJoin, PoolLeave

SHORTEST_TALK_SECONDS = 90.0
SHORTEST_TALK_SHARE = 0.5
"""Of a round, where that is shorter."""
MOST_RECENT = 300
WAVE_SALT = 1_000_000
KINDS: Mapping[str, RoomKind] = {"pair": "pair", "trio": "trio", "table": "group"}
"""What becomes of a pair or an offer of the matcher."""


def is_open(floor: Floor, now: float) -> bool:
    """Whether somebody could be met now and still have time to talk."""
    mixer = floor.mixer
    if not mixer.gathering or not mixer.plan.pool or mixer.paused:
        return False
    shortest = min(SHORTEST_TALK_SECONDS, mixer.plan.round_seconds * SHORTEST_TALK_SHARE)
    return _talk_seconds(floor, now) >= shortest


def join(floor: Floor, actor: PersonId, message: PoolJoin, now: float) -> None:
    """Wait for somebody to talk to now. Raises WrongPhase while the pool is closed, or in a room."""
    person = floor.insider(actor)
    if not is_open(floor, now):
        raise WrongPhase("pool_closed")
    if person.room is not None or person.record.unsuggested:
        raise WrongPhase("in_room" if person.room is not None else "unsuggested")
    floor.pool.join(actor, now)
    since = floor.pool.places[actor].since
    floor.save_person(person, mode=message.mode or person.record.mode, pool_since=since)


def leave(floor: Floor, actor: PersonId, _message: PoolLeave, now: float) -> None:
    """Wait no longer; whoever does not wait changes nothing."""
    _withdraw(floor, floor.person(actor), now)


def accept(floor: Floor, actor: PersonId, message: MatchAccept, now: float) -> None:
    """Take a yes; when all have said so, open their room. Raises NotFound."""
    proposal = floor.pool.accept(actor, message.match)
    if proposal is None:
        return
    if not _may_be(floor, proposal.members, now):
        _tell_ended(floor, floor.pool.dissolve(proposal, now), now)
        return
    floor.pool.seat(proposal)
    for member in proposal.members:
        floor.save_person(floor.people[member], pool_since=None)
    _open(floor, proposal, now)


def decline(floor: Floor, actor: PersonId, message: MatchDecline, now: float) -> None:
    """Take a no, which costs nothing and is told to nobody. Raises NotFound."""
    _tell_ended(floor, floor.pool.decline(actor, message.match, now), now)


def tend(floor: Floor, now: float) -> None:
    """Follow what has changed: people who went, proposals that may not be, a pool that closes."""
    if not floor.pool.places:
        return
    shut = not is_open(floor, now)
    for place in list(floor.pool.places.values()):
        person = floor.people[place.person]
        gone = not person.present or person.shut_out or person.record.unsuggested
        if shut or gone or person.room is not None:
            _withdraw(floor, person, now)
    for proposal in list(floor.pool.proposals.values()):
        if not _stands(floor, proposal, now):
            _tell_ended(floor, floor.pool.dissolve(proposal, now), now)


def expire(floor: Floor, now: float) -> None:
    """End the proposals that were not accepted in time."""
    for ended in floor.pool.expire(now):
        _tell_ended(floor, ended, now)


def ask_for_wave(floor: Floor, now: float) -> None:
    """Ask the matcher for the next wave, if it is time."""
    at = floor.pool.wave_at()
    if at is None or now < at:
        return
    ask = floor.pool.request(now)
    waiting = [place for place in floor.pool.queued(now) if floor.people[place.person].connected]
    floor.changes.last.append(
        RunWave(
            ask=ask,
            tickets=tuple(_ticket(floor, place, now) for place in waiting),
            history=_history(floor),
            rules=floor.rules,
            at=now,
            seed=floor.seed(WAVE_SALT + ask),
            recent=_recent(floor, now),
            rate=floor.pool.rate(now),
        )
    )


def take_wave(floor: Floor, ask: int, wave: Wave, now: float) -> bool:
    """Propose what the newest wave found, as far as it still holds; False for an older one."""
    if not floor.pool.answer(ask, wave.waiting):
        return False
    found = [(room.members, "pair") for room in wave.pairs]
    found += [(offer.members, offer.kind) for offer in wave.offers if offer.kind != "lounge"]
    if found:
        rarity = rarity_of(_recent(floor, now))
        for members, kind in found:
            _propose(floor, members, KINDS[kind], rarity, now)
    for offer in wave.offers:
        place = floor.pool.places.get(PersonId(offer.members[0]))
        if offer.kind == "lounge" and place is not None:
            place.lounge = True
    return True


def _propose(
    floor: Floor, members: Iterable[str], kind: RoomKind, rarity: Mapping[str, float], now: float
) -> None:
    ids = tuple(PersonId(each) for each in members)
    places = [floor.pool.places.get(each) for each in ids]
    if any(place is None or place.match is not None or place.rests for place in places):
        return
    if not all(floor.people[each].connected for each in ids) or not _may_be(floor, ids, now):
        return
    people = _candidates(floor, ids, now)
    grouped = any(each.supervised or each.no_pairs for each in people)
    language = common_language(people, floor.rules)
    proposal = floor.pool.propose(
        ids, "group" if grouped and len(ids) > PAIR else kind, language, now
    )
    proposal.reasons = reasons_for(people, floor.rules, rarity)
    proposal.basis = _basis(floor, proposal)


def _stands(floor: Floor, proposal: Proposal, now: float) -> bool:
    """Whether a proposal still may be; asked after every step, so only a change is looked into."""
    basis = _basis(floor, proposal)
    if all(new is old for new, old in zip(basis, proposal.basis, strict=True)):
        return True
    proposal.basis = basis
    return _may_be(floor, proposal.members, now)


def _basis(floor: Floor, proposal: Proposal) -> tuple[object, ...]:
    records = (floor.people[each].record for each in proposal.members)
    return floor.bars.barred, floor.rules, *records


def _may_be(floor: Floor, members: tuple[PersonId, ...], now: float) -> bool:
    """Whether these people may be a room now, by every hard rule."""
    people = _candidates(floor, members, now)
    return not room_faults(people, floor.history(), floor.rules)


def _open(floor: Floor, proposal: Proposal, now: float) -> None:
    starts_at = now + floor.mixer.plan.propose_seconds
    people = _candidates(floor, proposal.members, now)
    planned = PlannedRoom(
        members=tuple(proposal.members),
        kind=proposal.kind,
        language=common_language(people, floor.rules),
        supervised=any(each.supervised for each in people),
        repeat=any(pair <= set(proposal.members) for pair in floor.history().met),
    )
    times = Times(starts_at, starts_at + _talk_seconds(floor, now))
    open_room(floor, planned, rarity_of(_recent(floor, now)), times, now)


def _talk_seconds(floor: Floor, now: float) -> float:
    """Return how long a talk that begins now may last: a round, or what is left before the first."""
    plan, start = floor.mixer.plan, floor.mixer.deadline
    if start is None:
        return plan.round_seconds
    left = start - now - plan.propose_seconds - plan.wrap_seconds - MARGIN_SECONDS
    return min(plan.round_seconds, left)


def _history(floor: Floor) -> History:
    history = floor.history()
    return replace(history, barred=history.barred.union(floor.pool.apart))


def _candidates(floor: Floor, ids: Iterable[PersonId], now: float) -> tuple[Candidate, ...]:
    return floor.candidates([floor.people[each] for each in ids], now)


def _recent(floor: Floor, now: float) -> tuple[Candidate, ...]:
    here = [each for each in floor.staying() if each.present and not each.record.held]
    here.sort(key=lambda each: (each.record.joined_at, each.id))
    return floor.candidates(here[-MOST_RECENT:], now)


def _ticket(floor: Floor, place: Place, now: float) -> PoolTicket:
    (person,) = floor.candidates([floor.people[place.person]], now)
    return PoolTicket(person, place.since, place.misses, left_behind=place.first)


def _withdraw(floor: Floor, person: Attendee, now: float) -> None:
    if person.id not in floor.pool.places:
        return
    ended = floor.pool.leave(person.id, now)
    floor.save_person(person, pool_since=None)
    if ended is not None:
        _tell_ended(floor, ended, now)


def _tell_ended(floor: Floor, ended: Ended, now: float) -> None:
    floor.changes.tell(ended.let_down, MatchExpired(match=ended.id, why="others", at=now))
    floor.changes.tell(ended.unanswered, MatchExpired(match=ended.id, why="unanswered", at=now))
