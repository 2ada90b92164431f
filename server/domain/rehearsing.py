"""Rehearsing: the rounds to come, played over who is here, while a host tries rules.

One rule: what is found changes nothing of the evening, and says of people only what rules and
languages do; blocks are no part of it (see matching.rehearsal).
"""

from __future__ import annotations

from itertools import islice

import msgspec

from matching.causes import Cause
from matching.rehearsal import Rehearsed, RoundSeen, Tried
from matching.types import BenchReason
from matching.verdict import Fault
from server.domain.effects import Rehearse, StopRehearsal
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.rehearsals import Asked
from server.domain.rounds import coming
from server.domain.rule_change import check_rounds
from server.domain.ruling import pair_name, ruled, rules_of, ruling_of
from server.errors import WrongPhase
from server.ids import PersonId
from server.protocol.parts import Plan
from server.protocol.ruling import (
    HostRehearsal,
    HostRehearse,
    LeftOut,
    Rehearsal,
    RehearsedRound,
    Remedy,
    Ruling,
    Who,
)

NAMED = 20
"""So many of those left over are named."""


def rehearse(floor: Floor, message: HostRehearse, now: float) -> str:
    """Begin a rehearsal in place of the one before, unless that is the same.

    Raises BadPlan, WrongPhase.
    """
    plan = _plan_to_try(floor, message.ruling)
    rules = rules_of(plan, floor.mixer.record.joker)
    people = floor.candidates(_people(floor, message.who), now)
    over, history = floor.mixer.record.round, floor.history()
    asked = Asked(now, plan, floor.mixer.plan, over, message.who, people, history.met)
    if floor.rehearsals.knows(asked):
        return ""
    request = Rehearse(
        event=floor.id,
        ask=floor.rehearsals.begin(asked),
        candidates=people,
        history=history,
        rules=rules,
        seeds=tuple(floor.seed(each) for each in range(over + 1, plan.rounds + 1)),
        first=over + 1,
    )
    floor.changes.last.append(request)
    _tell(floor)
    return ""


def take(floor: Floor, ask: int, found: Rehearsed | None) -> bool:
    """Take what is known so far, None if nothing more comes; return whether it was waited for."""
    if not floor.rehearsals.answer(ask, found):
        return False
    _tell(floor)
    return True


def tend(floor: Floor) -> None:
    """Stop a rehearsal whose rounds have begun, or whose rules were passed over for others."""
    asked, mixer = floor.rehearsals.asked, floor.mixer
    if asked is None:
        return
    changed = mixer.plan not in (asked.usual, asked.plan)
    if changed or mixer.record.round != asked.round or mixer.phase == "closed":
        floor.rehearsals.drop()
        floor.changes.last.append(StopRehearsal())
        _tell(floor)


def rehearsal_state(floor: Floor) -> HostRehearsal:
    """Return the rehearsal as hosts see it."""
    v, desk = floor.versions.of("rehearsal"), floor.rehearsals
    asked = desk.asked
    if asked is None:
        return HostRehearsal(v=v)
    to_come = asked.plan.rounds - asked.round
    found = desk.found or Rehearsed(people=len(asked.people), to_come=to_come)
    rehearsal = Rehearsal(
        state=desk.state,
        at=asked.at,
        tried=ruling_of(asked.plan),
        who=asked.who,
        people=found.people,
        to_come=found.to_come,
        rounds=[_round(each) for each in found.rounds],
        worst=found.worst,
        left=[_left(each) for each in found.causes],
        remedies=_remedies(asked, found),
        sat_out=found.sat_out,
        longest=found.longest,
        fresh=found.fresh,
        share=found.share,
    )
    return HostRehearsal(v=v, rehearsal=rehearsal)


def _plan_to_try(floor: Floor, ruling: Ruling | None) -> Plan:
    mixer = floor.mixer
    plan = mixer.plan if ruling is None else ruled(mixer.plan, ruling)
    if mixer.phase == "closed" or (ruling is None and mixer.last_round):
        raise WrongPhase("no round is to come")
    if plan.rounds != mixer.plan.rounds or mixer.last_round:
        check_rounds(floor, plan)
    return plan


def _people(floor: Floor, who: Who) -> list[Attendee]:
    """Who would take part: those who stand ready or, before the first round, everybody here."""
    if who == "joined":
        return [each for each in floor.staying() if not (each.shut_out or each.record.unsuggested)]
    if floor.mixer.gathering:
        return [each for each in floor.staying() if each.willing]
    return coming(floor)


def _tell(floor: Floor) -> None:
    floor.versions.next("rehearsal")
    floor.changes.tell_hosts(rehearsal_state(floor))


def _round(seen: RoundSeen) -> RehearsedRound:
    return RehearsedRound(
        round=seen.round,
        rooms=seen.rooms,
        idle=seen.idle,
        trios=seen.trios,
        repeats=seen.repeats,
        clashes=seen.clashes,
        lacking=seen.lacking,
    )


def _left(cause: Cause) -> LeftOut:
    # That somebody here wants no 1:1 may be told; who it is, is theirs to say.
    private = Fault.NO_PAIRS in cause.relax
    named = () if private else islice(cause.people, NAMED)
    return LeftOut(
        count=len(cause.people),
        why=cause.why.value,
        relax=[fault.value for fault in cause.relax],  # type: ignore[misc]
        taken=cause.taken,
        pairs=sorted(pair_name(pair) for pair in cause.pairs),
        people=[PersonId(each) for each in named],
    )


def _remedies(asked: Asked, found: Rehearsed) -> list[Remedy]:
    tried = ruling_of(asked.plan)
    told = [_remedy(tried, each) for each in found.tried]
    good = _good_rounds(found) if found.done else 0
    if 0 < good < len(found.rounds):
        idle = sum(each.idle for each in found.rounds[:good])
        shorter = msgspec.structs.replace(tried, rounds=asked.round + good)
        told.append(Remedy(kind="rounds", served=0, idle=idle, ruling=shorter))
    return told


def _good_rounds(found: Rehearsed) -> int:
    """How many rounds there are new people for."""
    if all(cause.why is not BenchReason.MET_EVERYONE for cause in found.causes):
        return found.fresh
    return min(found.fresh, found.worst - found.rounds[0].round)


def _remedy(tried: Ruling, each: Tried) -> Remedy:
    pair = each.remedy.pair
    if pair is None:
        ruling = msgspec.structs.replace(tried, trios=True)
        return Remedy(kind="trios", served=each.served, idle=each.idle, ruling=ruling)
    name = pair_name(pair)
    meets = {**tried.rules.meets, name: each.remedy.rules.meets[pair].value}
    rules = msgspec.structs.replace(tried.rules, meets=meets)
    ruling = msgspec.structs.replace(tried, rules=rules)
    return Remedy(kind="meets", served=each.served, idle=each.idle, ruling=ruling, pair=name)
