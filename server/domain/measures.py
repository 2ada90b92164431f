"""What a round came to, as a fact to keep (M33)."""

from __future__ import annotations

from collections.abc import Sequence

from matching import snapshot
from matching.measures import PlayedRound, measure
from matching.pairs import bound
from matching.rules import Rules
from matching.types import Candidate, History, PlannedRoom
from server.domain.records import EventRecord, RoundRecord
from server.domain.seating import Seating


def round_record(
    event: EventRecord,
    present: Sequence[Candidate],
    seating: Seating,
    history: History,
    rules: Rules,
) -> RoundRecord:
    """Return the measures of a round that begins: who was there, who was seated, what was missed."""
    played = PlayedRound(tuple(present), seating.rooms, history.barred)
    measured = measure([_earlier(history), played], rules)
    snap = snapshot.take(present, history, rules, seed=0)
    place = {person.id: i for i, person in enumerate(snap.people)}
    rooms = [[place[each] for each in room.members] for room in seating.rooms]
    return RoundRecord(
        event=event.id,
        round=event.round,
        at=event.began or 0.0,
        present=len(present),
        seated=sum(len(room) for room in rooms),
        benched=len(seating.bench),
        unavoidable=measured.unavoidable_idle,
        repeats=measured.repeats,
        avoidable_repeats=measured.avoidable_repeats,
        language_failures=sum(room.language is None for room in seating.rooms),
        score=sum(snap.welfare(room) for room in rooms),
        bound=bound(snap),
    )


def _earlier(history: History) -> PlayedRound:
    """Earlier meetings, handed over as a round at which nobody now present was counted."""
    pairs = sorted(tuple(sorted(pair)) for pair in history.met)
    rooms = (PlannedRoom(members=pair, kind="pair", language=None) for pair in pairs)
    return PlayedRound(present=(), rooms=tuple(rooms))
