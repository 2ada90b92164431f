"""Cities of the world: found by what somebody types, in any script, with country and time zone.

Rule: nothing is read before the first question; the table is a file beside this one (NOTICE.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from matching.finding.folding import fold, sound

TABLE = Path(__file__).with_name("cities.tsv")
MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class City:
    """One city; `japanese` may be empty, `rank` is its place by number of people."""

    id: int
    name: str
    japanese: str
    country: str
    zone: str
    rank: int
    others: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        """Return the name in a language of the pages."""
        return self.japanese if language == "ja" and self.japanese else self.name


def find_cities(text: str, limit: int = 8) -> list[City]:
    """Return the cities whose name in any script begins so, whole names first, large ones first."""
    query = fold(text[:MOST_LETTERS])
    if not query:
        return []
    names, cities = _index()
    best: dict[int, tuple[bool, bool, int]] = {}
    start = bisect_left(names, (query, 0, False))
    for name, rank, other in islice(names, start, None):
        if not name.startswith(query):
            break
        order = (name != query, other, rank)
        best[rank] = min(best.get(rank, order), order)
    found = sorted(best, key=lambda rank: best[rank]) or _by_sound(query)
    return [cities[rank] for rank in found[:limit]]


def all_cities() -> tuple[City, ...]:
    """Return all cities, the largest first."""
    return _index()[1]


def city_of(number: int) -> City | None:
    """Return a city by its number."""
    return _numbers().get(number)


@lru_cache(maxsize=1)
def _numbers() -> dict[int, City]:
    return {each.id: each for each in all_cities()}


@lru_cache(maxsize=1)
def _index() -> tuple[list[tuple[str, int, bool]], tuple[City, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cities = tuple(_city(rank, line) for rank, line in enumerate(lines))
    return sorted(
        {(name, city.rank, other) for city in cities for name, other in _names(city)}
    ), cities


def _by_sound(query: str) -> list[int]:
    """Japanese cities by how they are read."""
    heard = sound(query)
    if not heard.isascii():
        return []
    return [rank for name, rank in _readings() if name.startswith(heard)]


@lru_cache(maxsize=1)
def _readings() -> tuple[tuple[str, int], ...]:
    return tuple(
        (sound(fold(each.name)), each.rank) for each in all_cities() if each.country == "JP"
    )


def _city(rank: int, line: str) -> City:
    number, name, japanese, country, zone, others = line.split("\t")
    known = tuple(filter(None, others.split("|")))
    return City(int(number), name, japanese, country, zone, rank, known)


def _names(city: City) -> Iterable[tuple[str, bool]]:
    """All names, folded, with and without gaps; True beside those that are not the main ones."""
    for place, name in enumerate((city.name, city.japanese, *city.others)):
        folded = fold(name)
        if folded:
            yield folded, place > 1
            yield folded.replace(" ", ""), place > 1
