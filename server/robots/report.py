"""What an evening came to: the measures of M33, and every rule that was broken.

Counts of rounds come from the server's own records; everything else from what the simulated people
saw. Media are simulated: the figure says how soon both sides would have been connected.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from server.domain.outcome import MEDIA_IN_SECONDS, quantile, share, spread_of
from server.domain.records import RoundRecord
from server.ids import PersonId
from server.protocol.parts import Outcome, Spread
from server.robots.robot import Robot
from server.robots.witness import Sitting

OWN_DOING = ("sat_out", "late")
"""Reasons for a bench that are the person's own."""
HEARD_SECONDS = 2.0
"""How long after a seat was told to one it must have been told to the other."""


class Report(msgspec.Struct, frozen=True):
    """The measures of one evening."""

    people: int
    rounds: int
    person_rounds: int
    idle: int
    unavoidable_idle: int
    idle_share: float
    """Beyond the unavoidable."""
    repeats: int
    avoidable_repeats: int
    language_failures: int
    wait_p50: float
    wait_p95: float
    rooms: int
    media_both_ways_in_5s: float
    early_leaves: int
    mutual_keeps: int
    sit_outs_by_role: Spread
    sit_outs_by_zone: Spread
    alone_seconds_max: float
    reconnects: int
    violations: list[str]
    recorded: Outcome | None = None
    """The same as the server has it on record, for every event."""


def report(robots: Sequence[Robot], rounds: Sequence[RoundRecord]) -> Report:
    """Put together the measures."""
    waits = sorted(wait for robot in robots for wait in robot.witness.waits)
    person_rounds = sum(each.present for each in rounds)
    idle = sum(each.benched for each in rounds)
    unavoidable = sum(each.unavoidable for each in rounds)
    rooms = _rooms(robots)
    return Report(
        people=len(robots),
        rounds=len(rounds),
        person_rounds=person_rounds,
        idle=idle,
        unavoidable_idle=unavoidable,
        idle_share=share(sum(max(0, r.benched - r.unavoidable) for r in rounds), person_rounds),
        repeats=sum(each.repeats for each in rounds),
        avoidable_repeats=sum(each.avoidable_repeats for each in rounds),
        language_failures=sum(each.language_failures for each in rounds),
        wait_p50=quantile(waits, 0.5),
        wait_p95=quantile(waits, 0.95),
        rooms=len(rooms),
        media_both_ways_in_5s=_mediashare(robots, rooms),
        early_leaves=sum(robot.witness.left_early for robot in robots),
        mutual_keeps=len({keep for robot in robots for keep in robot.witness.mutual}),
        sit_outs_by_role=_spread(robots, lambda r: str(r.persona.profile.role)),
        sit_outs_by_zone=_spread(robots, lambda r: r.persona.profile.zone),
        alone_seconds_max=round(max((r.witness.alone_longest for r in robots), default=0.0), 3),
        reconnects=sum(robot.client.line.sockets - 1 for robot in robots),
        violations=violations(robots),
    )


def violations(robots: Sequence[Robot]) -> list[str]:
    """Return every broken rule, as seen by one person or by comparing what two were told."""
    own = [f"{robot.witness.person}: {fault}" for robot in robots for fault in robot.faults]
    return own + list(_compare(robots))


def _compare(robots: Sequence[Robot]) -> Iterable[str]:
    by_person = {robot.witness.person: robot for robot in robots}
    for room, sittings in _rooms(robots).items():
        first = sittings[0]
        for sitting in sittings:
            same_epoch = sitting.seat.epoch == first.seat.epoch
            if same_epoch and sitting.seat.deadline != first.seat.deadline:
                yield f"{room}: two deadlines in one epoch"
            yield from _missing(room, sitting, {each.person for each in sittings}, by_person)


def _missing(
    room: str, sitting: Sitting, told: set[PersonId], by_person: dict[PersonId, Robot]
) -> Iterable[str]:
    """Find partners to whom the room was never told, although they could hear."""
    begin, end = sitting.heard_at - HEARD_SECONDS, sitting.heard_at + HEARD_SECONDS
    for card in sitting.seat.partners:
        other = by_person.get(card.id)
        if card.id in told or other is None:
            continue
        if other.witness.was_there(begin, end):
            yield f"{room}: {sitting.person} was seated with {card.id}, who was not told"


def _rooms(robots: Sequence[Robot]) -> dict[str, list[Sitting]]:
    rooms: dict[str, list[Sitting]] = defaultdict(list)
    for robot in robots:
        for sitting in robot.witness.sittings:
            rooms[sitting.seat.room].append(sitting)
    return rooms


def _mediashare(robots: Sequence[Robot], rooms: dict[str, list[Sitting]]) -> float:
    by_person = {robot.witness.person: robot.witness for robot in robots}
    good = sum(
        all(
            by_person[sitting.person].connected_after.get(sitting.seat.room, math.inf)
            <= MEDIA_IN_SECONDS
            for sitting in sittings
        )
        for sittings in rooms.values()
    )
    return share(good, len(rooms))


def _spread(robots: Sequence[Robot], group: Callable[[Robot], str]) -> Spread:
    outs: dict[str, list[int]] = defaultdict(list)
    for robot in robots:
        benched = [each for each in robot.witness.benches.values() if each.why not in OWN_DOING]
        outs[group(robot)].append(len(benched))
    return spread_of(outs)
