"""Countries: their names in the languages of the pages, and the country of a time zone.

Rule: names are CLDR's (by way of Babel), zones are tzdata's; neither is read before it is asked for.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


def country_name(code: str, language: str) -> str:
    """Return a country's name, such as 日本 for JP; the code itself if nobody knows it."""
    return _names(language).get(code, code)


def country_of(zone: str) -> str:
    """Return the country (ISO 3166) of a time zone, old zone names too; empty if none is known."""
    return _countries().get(zone, "")


@lru_cache(maxsize=4)
def _names(language: str) -> dict[str, str]:
    from babel import Locale  # a third of a second: not on the way to the first page

    return dict(Locale.parse(language).territories)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """By zone: those of zone.tab, and the old names that link to them."""
    folder = resources.files("tzdata.zoneinfo")
    found: dict[str, str] = {}
    for line in folder.joinpath("zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found[zone] = country
    for line in folder.joinpath("tzdata.zi").read_text(encoding="utf-8").splitlines():
        if line.startswith("L "):
            _, target, name = line.split()
            if target in found:
                found.setdefault(name, found[target])
    return found
