"""Who sat where, as a picture: a ring for each round, a thread for each two in a room.

One rule: people keep their place on the ring through all rounds, in the order of their local hour,
so that rounds can be compared at a glance. The output is a whole SVG document.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import combinations

from matching.check import Checked
from matching.plan_file import Case, PlanFile
from matching.types import PlannedRoom

RADIUS = 150.0
CELL_WIDTH, CELL_HEIGHT = 420.0, 470.0
MARGIN = 32.0
HEAD = 64.0
MOST_COLUMNS = 3
MOST_LABELS = 48
MINUTES_A_DAY = 1440
SKY = ("#39406F", "#5566A0", "#C0607B", "#A97A24", "#2F86AD", "#3B8A80", "#C5532D", "#74487A")
"""The colour of somebody's three hours of the day, from midnight on."""
PAPER, INK, QUIET, LINE, AMBER = "#FBF8F1", "#221F1B", "#6B6458", "#E3DBCB", "#B37300"

Point = tuple[float, float]


def draw(plan: PlanFile, checked: Sequence[Checked]) -> str:
    """Return the picture of all rounds of a file."""
    columns = min(MOST_COLUMNS, max(1, len(plan.rounds)))
    rows = -(-len(plan.rounds) // columns)
    width, height = columns * CELL_WIDTH + 2 * MARGIN, rows * CELL_HEIGHT + HEAD + MARGIN
    people = _places(plan.rounds)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"',
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="system-ui, sans-serif">',
        f"<title>{escape(plan.title or 'Who sat where')}</title>",
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        _text((MARGIN, 40), plan.title or "Who sat where", size=20, anchor="start", weight=650),
    ]
    for i, (case, result) in enumerate(zip(plan.rounds, checked, strict=True)):
        x = MARGIN + CELL_WIDTH * (i % columns + 0.5)
        y = HEAD + CELL_HEIGHT * (i // columns) + CELL_HEIGHT / 2
        parts += _ring(case, result, people, (x, y))
    return "\n".join([*parts, "</svg>", ""])


def _places(rounds: Sequence[Case]) -> Mapping[str, tuple[float, str]]:
    """Angle and colour of everybody in any round."""
    at = next((case.at for case in rounds if case.at), 0.0) / 60
    minute: dict[str, float] = {}
    for case in rounds:
        for person in case.present or case.candidates:
            minute.setdefault(person.id, (at + person.zone_minutes) % MINUTES_A_DAY)
    order = sorted(minute, key=lambda person: (minute[person], person))
    step = 2 * math.pi / max(1, len(order))
    return {p: (k * step, SKY[int(minute[p] // 180)]) for k, p in enumerate(order)}


def _ring(
    case: Case, result: Checked, people: Mapping[str, tuple[float, str]], centre: Point
) -> Iterator[str]:
    shown = case.seated or case.plan
    rooms = shown.rooms if shown else ()
    present = [c.id for c in case.present or case.candidates]
    yield f"<g><title>{escape(_headline(result))}</title>"
    yield (
        f'<circle cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{RADIUS}" fill="none" '
        f'stroke="{LINE}"/>'
    )
    yield _text((centre[0], centre[1] - RADIUS - 64), f"Round {case.round}", size=16, weight=650)
    yield _text((centre[0], centre[1] - RADIUS - 46), _headline(result), size=12, ink=QUIET)
    for room in rooms:
        yield from _threads(room, people, centre)
    seated = {member for room in rooms for member in room.members}
    for person in present:
        yield from _dot(person, people[person], centre, seated=person in seated)
        if len(people) <= MOST_LABELS:
            yield _label(person, people[person][0], centre)
    yield "</g>"


def _headline(result: Checked) -> str:
    share = "" if result.share is None else f" · {100 * result.share:.2f} % of the bound"
    repeats = f" · {result.repeats} again" if result.repeats else ""
    return (
        f"{result.people} people · {result.rooms} rooms · {result.benched} sit out{repeats}{share}"
    )


def _threads(
    room: PlannedRoom, people: Mapping[str, tuple[float, str]], centre: Point
) -> Iterator[str]:
    """A curve between each two of a room, drawn towards the middle; meeting again is dashed."""
    dashes = ' stroke-dasharray="4 3"' if room.repeat else ""
    members = [member for member in room.members if member in people]
    for a, b in combinations(members, 2):
        start, end = _at(centre, people[a][0]), _at(centre, people[b][0])
        colour = people[a][1]
        yield (
            f'<path d="M{start[0]:.1f} {start[1]:.1f} Q{centre[0]:.1f} {centre[1]:.1f} '
            f'{end[0]:.1f} {end[1]:.1f}" fill="none" stroke="{colour}" stroke-width="1.6" '
            f'stroke-opacity=".75"{dashes}><title>{escape(" + ".join(room.members))}'
            f"{escape(f' · {room.language}' if room.language else '')}</title></path>"
        )


def _dot(person: str, place: tuple[float, str], centre: Point, *, seated: bool) -> Iterator[str]:
    x, y = _at(centre, place[0])
    look = f'fill="{place[1]}"' if seated else f'fill="{PAPER}" stroke="{AMBER}" stroke-width="2"'
    yield (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" {look}><title>{escape(person)}'
        f"{'' if seated else ' sits out'}</title></circle>"
    )


def _label(person: str, angle: float, centre: Point) -> str:
    """The id along its own ray, upright on both sides, so that neighbours never overlap."""
    x, y = _at(centre, angle, RADIUS + 10)
    right = math.sin(angle) >= 0
    turn = math.degrees(angle) - 90 if right else math.degrees(angle) + 90
    return (
        f'<text transform="translate({x:.1f} {y:.1f}) rotate({turn:.1f})" dy=".32em" font-size="9" '
        f'text-anchor="{"start" if right else "end"}" fill="{QUIET}">{escape(person[:8])}</text>'
    )


def _at(centre: Point, angle: float, radius: float = RADIUS) -> Point:
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def _text(
    point: Point,
    words: str,
    *,
    size: int,
    anchor: str = "middle",
    weight: int = 400,
    ink: str = INK,
) -> str:
    return (
        f'<text x="{point[0]:.1f}" y="{point[1]:.1f}" font-size="{size}" text-anchor="{anchor}" '
        f'font-weight="{weight}" fill="{ink}">{escape(words)}</text>'
    )
