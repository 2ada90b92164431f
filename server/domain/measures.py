"""What a round came to, as a fact to keep (M33)."""

from __future__ import annotations

from dataclasses import dataclass

from matching import snapshot
from matching.certificate import bound as bound_of
from matching.measures import PlayedRound, measure
from matching.rules import Rules
from matching.types import Candidate, History, PlannedRoom, RoundPlan
from server.domain.records import EventRecord, RoundRecord
from server.domain.seating import Seating


@dataclass(frozen=True, slots=True)
class Played:
    """A round that begins: who was there, who is seated, what lay between them, by which rules."""

    present: tuple[Candidate, ...]
    seating: Seating
    history: History
    rules: Rules
    plan: RoundPlan | None


def round_record(event: EventRecord, played: Played) -> RoundRecord:
    """Return the measures of a round: who was seated, what was missed, what was repeated."""
    seating, history = played.seating, played.history
    judged = PlayedRound(played.present, seating.rooms, history.barred)
    measured = measure([_earlier(history), judged], played.rules)
    score, bound = _worth(played)
    return RoundRecord(
        event=event.id,
        round=event.round,
        at=event.began or 0.0,
        present=len(played.present),
        seated=sum(len(room.members) for room in seating.rooms),
        benched=len(seating.bench),
        unavoidable=measured.unavoidable_idle,
        repeats=measured.repeats,
        avoidable_repeats=measured.avoidable_repeats,
        language_failures=sum(room.language is None for room in seating.rooms),
        score=score,
        bound=bound,
    )


def _worth(played: Played) -> tuple[float, float]:
    """The welfare of the seating and its bound; known already where the plan was kept."""
    plan, rooms = played.plan, played.seating.rooms
    if plan is not None and plan.rooms == rooms:
        return plan.score, plan.bound
    snap = snapshot.take(played.present, played.history, played.rules, seed=0)
    place = {person.id: i for i, person in enumerate(snap.people)}
    seats = [[place[each] for each in room.members] for room in rooms]
    return sum(snap.welfare(room) for room in seats), bound_of(snap, seats)


def _earlier(history: History) -> PlayedRound:
    """Earlier meetings, handed over as a round at which nobody now present was counted."""
    pairs = sorted(tuple(sorted(pair)) for pair in history.met)
    rooms = (PlannedRoom(members=pair, kind="pair", language=None) for pair in pairs)
    return PlayedRound(present=(), rooms=tuple(rooms))
