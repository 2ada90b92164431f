"""Art: the mark, the icons, the rings and the hour dial of pages that the server draws.

Rule: the same geometry as `static/app/dial.js` and `ring.js` (a test holds both to one set of
numbers); colours are classes and `data-sky`, never values, so that the theme decides them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from server.web.wording import Words, hour_of, sky_of

MARK_STROKE = (
    "M2.4 13.6C5.3 7.3 10.3 4.2 15.4 4.4C21.2 4.6 25.3 9 25.3 14.4C25.2 17.8 23.3 20.5 20.4 22.2"
)
MIRRORED_ICONS = frozenset({"leave", "undo", "forth", "chat", "speaker", "announce", "play"})


def _shift(column: int, lane: int) -> float:
    return column + (0.5 if lane else 0.0)


_MIDDLE = 200.0
_INNER = 147.0
_BAND = 167.0
_LABEL = 205.0
_LANE = 9.5
_PER_HOUR = 4
# A honeycomb of quarter hours (columns) and three lanes: the outer lanes stand half a column on.
_SPOTS = sorted(
    ((column, lane) for column in (0, 1, -1, 2, -2, 3, -3) for lane in (0, 1, -1)),
    key=lambda spot: math.hypot(_shift(*spot) * 11.2, spot[1] * _LANE),
)

# What the landing shows: who could be awake together, and some of the ties between them.
_EXAMPLE = (
    ("Honolulu", "Pacific/Honolulu", 1),
    ("Toronto", "America/Toronto", 3),
    ("São Paulo", "America/Sao_Paulo", 3),
    ("Berlin", "Europe/Berlin", 4),
    ("Nairobi", "Africa/Nairobi", 2),
    ("Colombo", "Asia/Colombo", 4),
    ("Hanoi", "Asia/Ho_Chi_Minh", 4),
)
_EXAMPLE_TOWN_PEOPLE = 7
_EXAMPLE_TIES = ((7, 6), (7, 3), (7, 2), (7, 5), (6, 1), (3, 0), (4, 1), (5, 2), (6, 3), (0, 5))


@dataclass(frozen=True, slots=True)
class Place:
    """Some people of one city on the dial."""

    city: str
    zone: str
    people: int
    strong: bool = False


def mark(size: int = 28) -> Markup:
    """Draw two つ strokes, each reaching into the other."""
    return Markup(
        '<svg class="mark" width="{0}" height="{0}" viewBox="0 0 32 32" aria-hidden="true">'
        '<path class="mark-me" d="{1}"/>'
        '<path class="mark-town" d="{1}" transform="rotate(180 16 16)"/></svg>'
    ).format(size, MARK_STROKE)


def icons(sprite: str) -> Callable[..., Markup]:
    """Make the function that draws an icon of the sprite at this address by its name."""

    def icon(name: str, *, small: bool = False) -> Markup:
        kinds = ["i", *(["s"] if small else []), *(["flip"] if name in MIRRORED_ICONS else [])]
        return Markup('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>').format(
            " ".join(kinds), sprite, name
        )

    return icon


def ring(skies: Sequence[int], progress: float, size: int = 44) -> Markup:
    """Draw a ring with one arc per person: the gap is what is still to come."""
    arcs = Markup("").join(
        Markup('<path class="ring-arc" data-sky="{}" d="{}" stroke-width="9"/>').format(
            sky, arc_path(index, len(skies), progress)
        )
        for index, sky in enumerate(skies)
    )
    return Markup(
        '<svg class="ring" width="{0}" height="{0}" viewBox="0 0 100 100" aria-hidden="true">'
        '<circle class="ring-track" cx="50" cy="50" r="44.5" stroke-width="2.7"/>{1}</svg>'
    ).format(size, arcs)


def arc_path(index: int, count: int, progress: float, radius: float = 44.5) -> str:
    """Give the arc of one of `count` people, centred on that person's side of the ring."""
    seats = max(2, count)
    side = (360 * index - 180) / seats
    whole = 360 / seats - 11
    extent = 9 + (whole - 9) * min(1.0, max(0.0, progress))
    ends = (side - extent / 2, side + extent / 2)
    start, end = (
        f"{50 + radius * math.sin(math.radians(turn)):.2f} "
        f"{50 - radius * math.cos(math.radians(turn)):.2f}"
        for turn in ends
    )
    return f"M{start}A{radius:g} {radius:g} 0 {int(extent > 180)} 1 {end}"


def point_at(hour: float, radius: float) -> tuple[float, float]:
    """Find a point of the dial: noon on top, midnight below, clockwise."""
    turn = (hour - 12) / 24 * math.tau
    return (
        round(_MIDDLE + radius * math.sin(turn), 1),
        round(_MIDDLE - radius * math.cos(turn), 1),
    )


def thread_path(start: float, end: float) -> str:
    """Lay a thread between two hours; it keeps out of the words in the middle."""
    (x1, y1), (x2, y2) = point_at(start, _INNER), point_at(end, _INNER)
    mx, my = (x1 + x2) / 2 - _MIDDLE, (y1 + y2) / 2 - _MIDDLE
    reach = math.hypot(mx, my)
    bow = max(70.0, reach - 0.18 * math.hypot(x2 - x1, y2 - y1))
    ux, uy = (mx / reach, my / reach) if reach > 1 else (0.0, 1.0)
    cx, cy = _MIDDLE + 2 * ux * bow - mx, _MIDDLE + 2 * uy * bow - my
    return f"M{x1:g} {y1:g}Q{cx:.1f} {cy:.1f} {x2:g} {y2:g}"


def place_dots(hours: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    """Seat people on a lattice of quarter hours and lanes, so that no dot covers another."""
    taken: set[tuple[int, int]] = set()
    dots: list[tuple[float, int]] = []
    for hour, people in hours:
        column = math.floor(hour * _PER_HOUR)
        for _ in range(people):
            free = (
                spot
                for spot in _SPOTS
                if ((column + spot[0]) % (24 * _PER_HOUR), spot[1]) not in taken
            )
            spot = next(free, (0, 0))
            taken.add(((column + spot[0]) % (24 * _PER_HOUR), spot[1]))
            dots.append((hour + _shift(*spot) / _PER_HOUR, spot[1]))
    return dots


def example_dial(words: Words, now: float, town_city: str, town_zone: str) -> Markup:
    """Draw the landing's dial: eight cities at this very hour, and ties between them."""
    places = [Place(city, zone, people) for city, zone, people in _EXAMPLE]
    places.append(Place(town_city, town_zone, _EXAMPLE_TOWN_PEOPLE, strong=True))
    return dial(words, now, places, _EXAMPLE_TIES, words("landing-dial"))


def dial(
    words: Words,
    now: float,
    places: Sequence[Place],
    ties: Sequence[tuple[int, int]],
    label: str,
) -> Markup:
    """Draw people at their hour and ties between their places; one image with one sentence."""
    hours = [hour_of(now, place.zone) for place in places]
    skies = [sky_of(now, place.zone) for place in places]
    threads = [
        _thread(n, (hours[a], skies[a]), (hours[b], skies[b])) for n, (a, b) in enumerate(ties)
    ]
    dots = place_dots((hour, place.people) for hour, place in zip(hours, places, strict=True))
    return Markup(
        '<div class="dial"><div class="dial-sky" aria-hidden="true"></div>'
        '<svg viewBox="-62 -22 524 442" role="img" aria-label="{}">{}{}{}{}{}</svg></div>'
    ).format(
        label,
        Markup('<path class="tick" d="{}"/>').format("".join(_tick(hour) for hour in range(24))),
        Markup("").join(threads),
        Markup("").join(_dot(hour, lane) for hour, lane in dots),
        Markup("").join(_labels(words, places, hours)),
        Markup("").join(_hour(hour) for hour in (12, 18, 0, 6)),
    )


def _tick(hour: int) -> str:
    (x1, y1), (x2, y2) = point_at(hour, 146), point_at(hour, 140 if hour % 6 else 132)
    return f"M{x1:g},{y1:g}L{x2:g},{y2:g}"


def _thread(number: int, start: tuple[float, int], end: tuple[float, int]) -> Markup:
    (x1, y1), (x2, y2) = point_at(start[0], _INNER), point_at(end[0], _INNER)
    return Markup(
        '<linearGradient id="tie-{0}" gradientUnits="userSpaceOnUse" x1="{1}" y1="{2}" x2="{3}"'
        ' y2="{4}"><stop class="stop-s" data-sky="{5}"/>'
        '<stop class="stop-s" data-sky="{6}" offset="1"/></linearGradient>'
        '<path class="chord fit" pathLength="1" d="{7}" stroke="url(#tie-{0})"/>'
    ).format(number, x1, y1, x2, y2, start[1], end[1], thread_path(start[0], end[0]))


def _dot(hour: float, lane: int) -> Markup:
    x, y = point_at(hour, _BAND + lane * _LANE)
    return Markup('<circle class="dot" cx="{}" cy="{}" r="4.75"/>').format(x, y)


def _hour(hour: int) -> Markup:
    x, y = point_at(hour, 120)
    return Markup('<text class="hr" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        x, y + 5, hour
    )


def _labels(words: Words, places: Sequence[Place], hours: Sequence[float]) -> list[Markup]:
    """Name the cities, the host town first, leaving out what would touch another name."""
    placed: list[tuple[float, float, float]] = []
    drawn: list[Markup] = []
    named = sorted(zip(places, hours, strict=True), key=lambda pair: not pair[0].strong)
    for place, hour in named:
        text = words.place(place.city)
        x, y = point_at(hour, _LABEL)
        side = 0 if abs(x - _MIDDLE) < 60 else math.copysign(1, x - _MIDDLE)
        width = sum(15.5 if sign > "\u2e80" else 8.2 for sign in text)
        left = x - width * (1 - side) / 2
        if any(abs(o - y) < 18 and left < r + 8 and left + width > s - 8 for s, r, o in placed):
            continue
        placed.append((left, left + width, y))
        drawn.append(
            Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
                "city strong" if place.strong else "city",
                x,
                y + 5,
                {1: "start", -1: "end"}.get(int(side), "middle"),
                text,
            )
        )
    return drawn
