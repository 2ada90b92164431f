"""Suggestions while somebody types: topics and cities, by what stands in the field so far.

Rule: anybody may ask, within limits; a question is never kept or logged, and nothing is read or
imported for it before the first one comes.
"""

from __future__ import annotations

import asyncio

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server import late
from server.web.problems import json
from server.web.site import Site
from server.web.visitors import address_of
from server.web.wording import LANGUAGES

MOST = 8
MOST_NAMES = 50
MOST_LETTERS = 200
KEPT = "private, max-age=3600"


class TopicHit(msgspec.Struct, frozen=True, kw_only=True):
    """A topic; `also` is its name in the reader's own language, if the page speaks another."""

    id: str
    label: str
    area: str
    also: str = ""


class CityHit(msgspec.Struct, frozen=True, kw_only=True):
    """A city; `name` is what goes into a profile, `label` what the reader calls it."""

    id: int
    name: str
    label: str
    country: str
    country_name: str
    zone: str


def routes(site: Site) -> list[Route]:
    """Return the routes of suggestions."""
    suggest = Suggest(site)
    return [
        Route("/api/topics", suggest.topics, methods=["GET"]),
        Route("/api/cities", suggest.cities, methods=["GET"]),
        Route("/api/cities/names", suggest.names, methods=["GET"]),
    ]


class Suggest:
    """The endpoints."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def topics(self, request: Request) -> Response:
        """Name the topics that `q` may mean, in `lang`; `also` is a second language. Raises TooMany."""
        text, language = self._asked(request)
        own = request.query_params.get("also", "")[:12]
        return _kept({"topics": await asyncio.to_thread(topics_for, text, language, own)})

    async def cities(self, request: Request) -> Response:
        """Name the cities that begin with `q`, in `lang`. Raises TooMany."""
        text, language = self._asked(request)
        return _kept({"cities": await asyncio.to_thread(cities_for, text, language)})

    async def names(self, request: Request) -> Response:
        """Name the cities with these numbers (`ids`, by comma), in `lang`. Raises TooMany."""
        _, language = self._asked(request)
        asked = request.query_params.get("ids", "")[: MOST_NAMES * 11].split(",")
        ids = [int(each) for each in asked if each.isascii() and each.isdigit()][:MOST_NAMES]
        return _kept({"names": await asyncio.to_thread(names_for, ids, language)})

    def _asked(self, request: Request) -> tuple[str, str]:
        self._site.limits.take("suggest", address_of(request))
        language = request.query_params.get("lang", "")
        text = request.query_params.get("q", "")[:MOST_LETTERS]
        return text, language if language in LANGUAGES else "en"


def topics_for(text: str, language: str, own: str = "") -> list[TopicHit]:
    """Return the topics that a text may mean, the likeliest first."""
    with late.ONE_AT_A_TIME:
        from matching import taxonomy
        from matching.finding.search import find

    second = own if own in taxonomy.LABEL_LANGUAGES and own != language else ""
    return [
        TopicHit(
            id=topic,
            label=taxonomy.label(topic, language),
            area=taxonomy.topic_of(topic).area,
            also=taxonomy.label(topic, second) if second else "",
        )
        for topic in find(text, second or language, MOST)
    ]


def cities_for(text: str, language: str) -> list[CityHit]:
    """Return the cities that a text may be the beginning of."""
    with late.ONE_AT_A_TIME:
        from server.places.cities import find_cities
        from server.places.countries import country_name

    return [
        CityHit(
            id=city.id,
            name=city.name,
            label=city.name_in(language),
            country=city.country,
            country_name=country_name(city.country, language),
            zone=city.zone,
        )
        for city in find_cities(text, MOST)
    ]


def names_for(ids: list[int], language: str) -> dict[str, str]:
    """Return the names of the cities that there are."""
    with late.ONE_AT_A_TIME:
        from server.places.cities import city_of

    found = ((number, city_of(number)) for number in ids)
    return {str(number): city.name_in(language) for number, city in found if city is not None}


def _kept(answer: object) -> Response:
    response = json(answer)
    response.headers["Cache-Control"] = KEPT
    return response
