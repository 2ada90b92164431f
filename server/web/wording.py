"""Wording: what server-drawn pages say, and how they say times and places, in the reader's language.

Rule: a sentence lives in `static/i18n/<language>/*.ftl`, which the browser reads too; here are only
the rules for choosing a language and for filling a sentence in. `static/app/words.js` does the same
in the browser, and the two must agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "ja": "日本語"})
DEFAULT = "en"

_RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LTR_LETTER = re.compile(
    "[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"

_WEEKDAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "ja": tuple("月火水木金土日")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Old names that browsers still report, and zones whose last part is no city's name.
_CITY_OF_ZONE = {
    "Asia/Calcutta": "kolkata",
    "Asia/Ho_Chi_Minh": "ho-chi-minh-city",
    "Asia/Katmandu": "kathmandu",
    "Asia/Rangoon": "yangon",
    "Asia/Saigon": "ho-chi-minh-city",
    "Europe/Kiev": "kyiv",
    "Pacific/Fiji": "suva",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; called with a key and its arguments it gives the sentence."""

    language: str
    bundle: FluentBundle

    def __call__(self, key: str, /, **args: str | int) -> str:
        """Say a message; a missing one is answered with its key, so that a gap is seen."""
        message = self.bundle.get_message(key) if self.bundle.has_message(key) else None
        if message is None or message.value is None:
            return key
        filled = {name: self._filled(value) for name, value in args.items()}
        return str(self.bundle.format_pattern(message.value, filled)[0])

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return bool(self.bundle.has_message(key))

    @property
    def direction(self) -> str:
        """Which way the language runs: `ltr` or `rtl`."""
        return "rtl" if self.language.split("-")[0] in _RTL_LANGUAGES else "ltr"

    def clock(self, epoch: float, zone: str) -> str:
        """Say the local time, such as 19:07, the same in every language."""
        return f"{local(epoch, zone):%H:%M}"

    def day(self, epoch: float, zone: str) -> str:
        """Say the local day with its weekday: Sat 28 Nov, or 11月28日(土)."""
        moment = local(epoch, zone)
        weekday = _WEEKDAYS.get(self.language, _WEEKDAYS[DEFAULT])[moment.weekday()]
        if self.language == "ja":
            return f"{moment.month}月{moment.day}日({weekday})"
        return f"{weekday} {moment.day} {_MONTHS[moment.month - 1]}"

    def day_and_time(self, epoch: float, zone: str) -> str:
        """Say the local day and time; the caller adds the city."""
        between = " " if self.language == "ja" else ", "
        return self.day(epoch, zone) + between + self.clock(epoch, zone)

    def place(self, city: str) -> str:
        """Name a city in this language, or as it was written."""
        key = f"city-{slug(city)}"
        return self(key) if self.has(key) else city

    def city_of(self, zone: str) -> str:
        """Name the city of a time zone: Asia/Tokyo is Tokyo, or 東京."""
        last = zone.rpartition("/")[2].replace("_", " ")
        key = f"city-{_CITY_OF_ZONE.get(zone, slug(last))}"
        return self(key) if self.has(key) else last

    def _filled(self, value: str | int) -> str | int:
        """Wrap text that runs against the page in isolation marks, and leave all other text alone."""
        if isinstance(value, int):
            return value
        against = _RTL_LETTER if self.direction == "ltr" else _LTR_LETTER
        return f"{_FIRST_STRONG_ISOLATE}{value}{_POP_ISOLATE}" if against.search(value) else value


def read_words(folder: Path) -> Mapping[str, Words]:
    """Read every language's files once, at the start; a broken file stops the start."""
    return MappingProxyType(
        {
            language: words_from(
                language,
                [path.read_text("utf-8") for path in sorted((folder / language).glob("*.ftl"))],
            )
            for language in LANGUAGES
        }
    )


def words_from(language: str, texts: Iterable[str]) -> Words:
    """Make the words of one language from the texts of its files."""
    # Brings half a second of plural rules; read after the server listens (see Renderer.warm).
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    for text in texts:
        bundle.add_resource(FluentResource(text))
    return Words(language, bundle)


def negotiate(accept_language: str, *, chosen: str = "", remembered: str = "") -> str:
    """Choose a language: the one in the address, the one of last time, then the browser's wish."""
    for wish in (chosen, remembered):
        if wish in LANGUAGES:
            return wish
    wishes = [_wish(part) for part in accept_language[:500].split(",")]
    known = [(quality, code) for quality, code in wishes if code in LANGUAGES and quality > 0]
    return max(known, key=lambda wish: wish[0])[1] if known else DEFAULT


def _wish(part: str) -> tuple[float, str]:
    tag, _, rest = part.partition(";")
    code = tag.strip().lower().split("-")[0]
    match = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", rest)
    if rest and not match:
        return 0.0, code
    return (float(match[1]) if match else 1.0), code


def local(epoch: float, zone: str) -> datetime:
    """Tell the local time of a zone; a zone nobody knows is read as UTC."""
    try:
        return datetime.fromtimestamp(epoch, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime.fromtimestamp(epoch, UTC)


def hour_of(epoch: float, zone: str) -> float:
    """Count the hours since local midnight, the minutes as a fraction."""
    moment = local(epoch, zone)
    return moment.hour + moment.minute / 60


def sky_of(epoch: float, zone: str) -> int:
    """Tell which of the eight skies stands over a zone: 0, 3, 6 … 21."""
    return local(epoch, zone).hour // 3 * 3


def spoken_hour(epoch: float, zone: str) -> tuple[int, str]:
    """Tell the hour as people say it: on the hour, past it, or near the next one."""
    moment = local(epoch, zone)
    if moment.minute >= 50:
        return (moment.hour + 1) % 24, "near"
    return moment.hour, "past" if moment.minute >= 10 else "on"


def slug(text: str) -> str:
    """Reduce text to plain letters and dashes, as in keys: São Paulo is sao-paulo."""
    plain = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")
