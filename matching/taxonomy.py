"""What people can ask about and offer: a curated list of ids by area, each with its parents.

One rule: an id, once used, keeps its meaning; profiles store nothing else. The labels stand in
`matching/topics`, one row a topic; what the pages show is generated from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from matching.topics.areas import AREAS as _AREAS
from matching.topics.rows import LANGUAGES, Row

_STEP = 0.6
"""How much of nearness is left a step up or down: a parent is 0.6 near, a sibling 0.36."""
_FAR = 0.2
"""Below this two topics count as strangers."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about: the area it is listed under, and the wider topics it is part of."""

    id: str
    area: str
    parents: tuple[str, ...] = ()


def _read() -> Iterable[tuple[Topic, Row]]:
    for area, _, rows in _AREAS:
        for row in rows:
            yield Topic(row[0], area, tuple(row[1].split())), row


_ROWS = {topic.id: (topic, row) for topic, row in _read()}

AREAS: tuple[str, ...] = tuple(area for area, _, _ in _AREAS)
TOPICS: tuple[Topic, ...] = tuple(topic for topic, _ in _ROWS.values())
TOPIC_IDS: frozenset[str] = frozenset(_ROWS)
LABEL_LANGUAGES: tuple[str, ...] = LANGUAGES


def topic_of(topic: str) -> Topic:
    """Return the topic of an id. Raises KeyError if there is none."""
    return _ROWS[topic][0]


def label(topic: str, language: str) -> str:
    """Return a topic's name in one of `LABEL_LANGUAGES`. Raises KeyError, ValueError."""
    return _ROWS[topic][1][2 + LANGUAGES.index(language)]


def area_label(area: str, language: str) -> str:
    """Return an area's name in one of `LABEL_LANGUAGES`. Raises KeyError, ValueError."""
    labels = {name: texts for name, texts, _ in _AREAS}
    return labels[area][LANGUAGES.index(language)]


def names(topic: str) -> tuple[str, ...]:
    """Return all names of a topic: its labels in the order of `LABEL_LANGUAGES`, then the others."""
    row = _ROWS[topic][1]
    return (*row[2:9], *filter(None, row[9].split("|")))


def nearness(a: str, b: str) -> float:
    """Return how near two topics are, 0 to 1, the same either way: thesis is near graduate-school.

    1 for the same topic, then 0.6 for each step up and down through the nearest topic that both are
    part of; 0 below 0.2, and for ids that nobody knows.
    """
    if a == b:
        return 1.0 if a in _ROWS else 0.0
    ups, downs = _above(a), _above(b)
    steps = min((ups[each] + downs[each] for each in ups.keys() & downs.keys()), default=None)
    near = 0.0 if steps is None else _STEP**steps
    return near if near >= _FAR else 0.0


@lru_cache(maxsize=4096)
def _above(topic: str) -> dict[str, int]:
    """The topic and all it is part of, with the steps up to each."""
    if topic not in _ROWS:
        return {}
    found = {topic: 0}
    for parent in _ROWS[topic][0].parents:
        for each, steps in _above(parent).items():
            found[each] = min(steps + 1, found.get(each, steps + 1))
    return found
