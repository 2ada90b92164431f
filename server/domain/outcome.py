"""Outcome: what an event has come to, from what was recorded (M33).

One rule: only how many, never who; and only what the records say, so that it is the same on the
board, in the export, and after a restart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from server.domain.floor import Floor
from server.domain.records import MarkRecord, PersonRecord, RoomRecord, RoundRecord
from server.protocol.parts import Outcome, Spread

MEDIA_IN_SECONDS = 5.0
MANY_DIGITS, FEW_DIGITS = 4, 3
UNTOLD = "unknown"


def how_it_went(floor: Floor) -> Outcome | None:
    """Return the measures so far; None before the first round ends and while one runs."""
    if floor.mixer.talking or not floor.ledger.rounds:
        return None
    people = [each.record for each in floor.people.values()]
    marks = floor.meetings.marks.values()
    return outcome(floor.ledger.rounds, floor.ledger.rooms, people, marks)


def outcome(
    rounds: Sequence[RoundRecord],
    rooms: Sequence[RoomRecord],
    people: Iterable[PersonRecord],
    marks: Iterable[MarkRecord],
) -> Outcome:
    """Return the measures of M33. Simulated people count like others: a practice has its own."""
    person_rounds = sum(each.present for each in rounds)
    waits = sorted(wait for room in rooms for wait in room.waits.values())
    took_part = _took_part(rooms, people)
    late = sum(room.language is None for room in rooms)
    return Outcome(
        rounds=len(rounds),
        person_rounds=person_rounds,
        idle=sum(each.benched for each in rounds),
        unavoidable_idle=sum(each.unavoidable for each in rounds),
        repeats=sum(room.again for room in rooms),
        avoidable_repeats=sum(each.avoidable_repeats for each in rounds),
        language_failures=late,
        wait_p50=quantile(waits, 0.5),
        wait_p95=quantile(waits, 0.95),
        rooms=len(rooms),
        media_both_ways_in_5s=share(sum(_heard_in_time(room) for room in rooms), len(rooms)),
        early_leaves=sum(room.early for room in rooms),
        mutual_keeps=_mutual(marks),
        sit_outs_by_role=spread(took_part, lambda person: person.profile.role or UNTOLD),
        sit_outs_by_zone=spread(took_part, lambda person: person.profile.zone),
    )


def quantile(ordered: Sequence[float], part: float) -> float:
    """Return the value below which this part of the ordered values lies; 0 of none."""
    if not ordered:
        return 0.0
    return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))], FEW_DIGITS)


def share(part: int, whole: int) -> float:
    """Return a share of 1; 0 of nothing."""
    return round(part / whole, MANY_DIGITS) if whole else 0.0


def spread(people: Iterable[PersonRecord], group: Callable[[PersonRecord], str]) -> Spread:
    """Return the mean sit-outs a person by group."""
    outs: dict[str, list[int]] = defaultdict(list)
    for person in people:
        outs[group(person)].append(person.sat_out)
    return spread_of(outs)


def spread_of(outs: Mapping[str, Sequence[int]]) -> Spread:
    """Return the mean of each group and the widest gap between two."""
    means = {name: round(sum(each) / len(each), FEW_DIGITS) for name, each in sorted(outs.items())}
    gap = max(means.values()) - min(means.values()) if means else 0.0
    return Spread(by_group=means, gap=round(gap, FEW_DIGITS))


def _took_part(rooms: Iterable[RoomRecord], people: Iterable[PersonRecord]) -> list[PersonRecord]:
    """Who only looked in has sat out nothing, and would make every group look better."""
    seated = {member for room in rooms for member in room.members}
    return [each for each in people if each.id in seated or each.sat_out]


def _heard_in_time(room: RoomRecord) -> bool:
    heard = [room.media.get(each) for each in room.members]
    return all(each is not None and each <= MEDIA_IN_SECONDS for each in heard)


def _mutual(marks: Iterable[MarkRecord]) -> int:
    keeps: dict[str, int] = defaultdict(int)
    for mark in marks:
        keeps[mark.meeting] += mark.keep is True
    return sum(each > 1 for each in keeps.values())
