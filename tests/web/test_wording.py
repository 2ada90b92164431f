"""The words and the drawings of server-drawn pages, and the pages themselves, in every language."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.web import art, wording

ROOT = Path(__file__).parents[2]
NOW = 1795867620.0
"""28 November 2026, 12:07 UTC."""


@pytest.fixture(scope="module")
def words() -> dict[str, wording.Words]:
    return dict(wording.read_words(ROOT / "static" / "i18n"))


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("ja", "ja"),
        ("ja-JP,en;q=0.8", "ja"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("vi,ja;q=0.3,en;q=0.7", "en"),
        ("en;q=0,ja;q=0.1", "ja"),
        ("vi,fr", "en"),
        ("", "en"),
        ("*", "en"),
        (";;,=;q=q,ja ; q = 0.5", "ja"),
        ("ja;q=9", "en"),
        ("," * 100_000, "en"),
    ],
)
def test_the_browser_chooses_a_language_we_have(accept: str, language: str) -> None:
    assert wording.negotiate(accept) == language


def test_a_choice_wins_over_memory_and_memory_over_the_browser() -> None:
    assert wording.negotiate("en", chosen="ja", remembered="en") == "ja"
    assert wording.negotiate("en", remembered="ja") == "ja"
    assert wording.negotiate("ja", chosen="tlh", remembered="../etc") == "ja"


def test_the_headline_tells_the_hour_as_people_say_it(words: dict[str, wording.Words]) -> None:
    def headline(language: str, minutes: float) -> str:
        hour, moment = wording.spoken_hour(NOW + minutes * 60, "Asia/Tokyo")
        say = words[language]
        return say("landing-headline", hour=hour, moment=moment, town=say.place("Beppu"))

    assert headline("en", 0) == "It is nine in Beppu."
    assert headline("en", 20) == "It is past nine in Beppu."
    assert headline("en", 50) == "It is nearly ten in Beppu."
    assert headline("en", 3 * 60 - 10) == "It is nearly midnight in Beppu."
    assert headline("ja", 0).replace("\u200b", "") == "別府は夜の九時。"
    assert headline("ja", 20).replace("\u200b", "") == "別府は夜の九時すぎ。"


def test_every_hour_has_its_word(words: dict[str, wording.Words]) -> None:
    for say in words.values():
        hours = {say("landing-hour", hour=hour) for hour in range(24)}
        assert len(hours) >= 13
        assert all(hours)


def test_times_and_days_are_written_as_the_language_does(words: dict[str, wording.Words]) -> None:
    assert words["en"].day_and_time(NOW, "Asia/Ho_Chi_Minh") == "Sat 28 Nov, 19:07"
    assert words["ja"].day_and_time(NOW, "Asia/Ho_Chi_Minh") == "11月28日(土) 19:07"
    assert words["ja"].day(NOW, "Pacific/Auckland") == "11月29日(日)"
    assert words["en"].clock(NOW, "../../etc/passwd") == "12:07"
    assert words["en"].clock(NOW, "") == "12:07"


def test_cities_have_the_readers_name(words: dict[str, wording.Words]) -> None:
    assert words["ja"].city_of("Asia/Saigon") == "ホーチミン"
    assert words["ja"].place("São Paulo") == "サンパウロ"
    assert words["en"].city_of("America/St_Johns") == "St Johns"
    assert words["en"].place("Vila Mariana") == "Vila Mariana"


def test_skies_change_every_three_hours() -> None:
    midnight = 1795824000.0
    skies = [wording.sky_of(midnight + hour * 3600, "UTC") for hour in range(24)]
    assert skies == [hour // 3 * 3 for hour in range(24)]
    assert wording.hour_of(NOW, "Asia/Kathmandu") == pytest.approx(17 + 52 / 60)


def test_a_gap_shows_its_key_and_foreign_text_is_isolated(words: dict[str, wording.Words]) -> None:
    assert words["en"]("no-such-message") == "no-such-message"
    assert words["en"]("join-enter", name="Linh") == "Enter as Linh"
    assert words["en"]("join-enter", name="علي") == "Enter as \u2068علي\u2069"
    assert wording.words_from("ar", [""]).direction == "rtl"


def test_the_drawings_are_the_ones_that_the_browser_draws() -> None:
    assert art.point_at(12, 100) == (200, 100)
    assert art.point_at(18, 100) == (300, 200)
    assert art.thread_path(19, 9) == "M342 238Q251.0 111.7 96.1 96.1"
    assert art.thread_path(0, 12) == "M200 347Q200.0 340.0 200 53"
    assert art.arc_path(0, 2, 0.5).startswith("M18.26 81.19A44.5 44.5 0 0 1 18.26 18.81")


def test_no_dot_covers_another() -> None:
    dots = art.place_dots([(21.1, 7), (20.6, 5), (20.1, 9), (12.1, 3)])
    points = [art.point_at(hour, 167 + lane * 9.5) for hour, lane in dots]
    assert len(points) == 24
    for n, (x, y) in enumerate(points):
        for other_x, other_y in points[:n]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > 9.5**2


def test_a_town_is_never_markup(words: dict[str, wording.Words]) -> None:
    drawn = art.example_dial(words["en"], NOW, "<b>Beppu", "Asia/Tokyo")
    assert "<b>" not in drawn
    assert "&lt;b&gt;Beppu" in drawn


# ---- Pages -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What the tests ask of a page: its elements, ids and the balance of its tags."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


@dataclass
class Asking:
    """Words that remember what was asked for and is not there."""

    words: wording.Words
    gaps: list[str]

    def __call__(self, key: str, /, **args: str | int) -> str:
        if not self.words.has(key):
            self.gaps.append(key)
        return self.words(key, **args)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.words, name)


PRESETS = [
    {"id": name, "rounds": 4, "minutes": 6, "total": 30, "skies": [21, 12], "progress": 0.6}
    for name in ("alumni", "buddy", "reunion", "quick")
]
VALUES = {
    "preset": "alumni",
    "title": "",
    "note": "",
    "when": "later",
    "date": "",
    "time": "21:00",
    "zone": "Asia/Tokyo",
    "rounds": 40,
    "minutes": 6,
    "room_size": "2",
    "sides": "none",
    "rest_after": 6,
    "purpose": "explore",
    "trios": True,
    "auto_start": True,
    "topics": "much",
}
NASTY = "<script>alert(1)</script>'\"&"
INVITATION: dict[str, Any] = {
    "event_title": NASTY,
    "note": NASTY,
    "invited_by": NASTY,
    "starts_at": NOW,
    "zone": "Asia/Tokyo",
    "city": "Beppu",
    "clock": "21:07",
    "day": "Sat 28 Nov",
    "phase": "open",
    "round": 0,
    "rounds": 4,
    "minutes": 6,
    "rest_after": 6,
    "total": 30,
    "people": 34,
    "places": 13,
    "countries": "Ghana, Viet Nam",
    "faces": [("A", 12)],
    "practice": False,
    "action": "",
    "name": NASTY,
    "reading": NASTY,
    "error": "",
    "queue": 0,
    "calendar_href": "event.ics",
    "again": "",
    "again_href": "",
    "host_href": "",
}
CREATE = {
    "action": "/create",
    "presets": PRESETS,
    "values": VALUES,
    "zones": [("Asia/Tokyo", "Tokyo")],
    "weights": ["topics"],
    "today": "2026-11-28",
}
CREATED = {
    "event_title": NASTY,
    "when": "",
    "guest_link": "http://x/1",
    "host_link": "http://x/2",
    "code": "KAKE-7H3M",
    "qr": "",
    "local_only": True,
}
SCHEDULED = {"phase": "scheduled", "error": "name", "again": NASTY, "again_href": "/e", "people": 0}
FULL = {"phase": "full", "queue": 3, "error": "busy", "host_href": "/h", "practice": True}
PAGES: list[tuple[str, dict[str, Any]]] = [
    ("landing.html", {"create_href": "/c", "try_action": "/t", "code_action": "/j", "code": ""}),
    ("landing.html", {"create_href": "/c", "try_action": "", "code_action": "/j", "code": NASTY}),
    ("create.html", {**CREATE, "errors": {}}),
    (
        "create.html",
        {
            **CREATE,
            "errors": {"title": "title", "date": "date", "rounds": "rounds", "rules": "rules"},
        },
    ),
    ("created.html", CREATED),
    ("join.html", INVITATION),
    ("join.html", {**INVITATION, **SCHEDULED}),
    ("join.html", {**INVITATION, **FULL, "starts_at": None}),
    ("join.html", {**INVITATION, "phase": "running", "round": 2, "error": "reading-long"}),
    ("join.html", {**INVITATION, "phase": "over"}),
    *(
        ("problem.html", {"kind": kind, "again_href": "/", "text_href": "/t"})
        for kind in ("expired", "refused", "not-found", "insecure", "over", "full")
    ),
    *(
        ("problem.html", {"kind": kind, "again_href": "/", "text_href": ""})
        for kind in ("removed", "busy", "broken", "offline")
    ),
    ("app.html", {"event_title": NASTY, "boot": {"title": NASTY}, "sheets": ["css/room.css"]}),
]


def drawn(say: wording.Words, template: str, given: dict[str, Any]) -> str:
    """Draw a page as the routes do; a variable that nobody passes is an error."""
    folder = ROOT / "server" / "web" / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
    )
    hour, moment = wording.spoken_hour(NOW, "Asia/Tokyo")
    frame = {
        "lang": say.language,
        "dir": say.direction,
        "theme": "dark",
        "title": "A page",
        "words": say,
        "asset": lambda path: f"/static/{path}",
        "mark": art.mark,
        "icon": art.icons("/static/art/icons.svg"),
        "ring": art.ring,
        "languages": [("ja", "日本語", "?lang=ja")],
        "my_sky": "",
        "town_sky": 21,
        "modules": ["app/words.js"],
        "home_href": "/",
        "now": NOW,
        "hour": hour,
        "moment": moment,
        "town": "Beppu",
        "dial": art.example_dial(say, NOW, "Beppu", "Asia/Tokyo"),
    }
    return environment.get_template(template).render({**frame, **given})


@pytest.mark.parametrize("language", list(wording.LANGUAGES))
@pytest.mark.parametrize(("template", "given"), PAGES)
def test_a_page_is_whole_and_safe(
    words: dict[str, wording.Words], language: str, template: str, given: dict[str, Any]
) -> None:
    text = drawn(words[language], template, given)
    page = Page(text)
    assert page.open == []
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert len(page.named("h1")) == 1
    assert len(page.named("main")) == 1
    for attrs in page.named("label"):
        assert attrs.get("for") in ids or "for" not in attrs
    for _, attrs in page.elements:
        for reference in ("aria-describedby", "aria-labelledby"):
            assert set((attrs.get(reference) or "").split()) <= set(ids)
        # A strict content security policy allows no style and no handler in the markup.
        assert not [name for name in attrs if name == "style" or name.startswith("on")]
    assert page.named("style") == []
    assert all(attrs.get("src") for attrs in page.named("script"))
    assert "<script>alert" not in text


@pytest.mark.parametrize("language", list(wording.LANGUAGES))
@pytest.mark.parametrize(("template", "given"), PAGES)
def test_no_key_shows_on_a_page(
    words: dict[str, wording.Words], language: str, template: str, given: dict[str, Any]
) -> None:
    asking = Asking(words[language], [])
    drawn(asking, template, given)  # type: ignore[arg-type]
    assert asking.gaps == []
