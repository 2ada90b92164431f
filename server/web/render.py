"""Render: a template and its values become a page in the reader's language.

Rule: the frame's values (see templates/base.html) are put together here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from server.ports import Clock
from server.web import art
from server.web.assets import STATIC, Assets
from server.web.wording import LANGUAGES, Words, negotiate, read_words, sky_of

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")
ENTRY = "app/main.js"
THEMES = frozenset({"light", "dark"})
LANGUAGE_SECONDS = 365 * 86400


@dataclass(frozen=True, slots=True)
class Town:
    """The host town of this server."""

    city: str
    zone: str


class Renderer:
    """Draws pages."""

    def __init__(self, assets: Assets, town: Town, clock: Clock, *, secure: bool) -> None:
        self.assets = assets
        self.town = town
        self.clock = clock
        self._secure = secure

    def warm(self) -> None:
        """Read words and templates and pack files, which a start does not wait for; may run in a thread."""
        for name in _templates().list_templates(extensions=["html"]):
            _templates().get_template(name)
        _words()
        self.assets.warm()

    def words_for(self, request: Request) -> Words:
        """Return the words of the reader's language."""
        language = negotiate(
            request.headers.get("accept-language", ""),
            chosen=request.query_params.get("lang", ""),
            remembered=request.cookies.get("lang", ""),
        )
        return _words()[language]

    def page(
        self, request: Request, template: str, title: str, status: int = 200, **values: object
    ) -> Response:
        """Draw a page; `title` is its name in the reader's language."""
        words = self.words_for(request)
        frame = self._frame(request, words)
        body = _templates().get_template(template).render({**frame, "title": title, **values})
        answer = HTMLResponse(body, status, headers={"Content-Language": words.language})
        answer.headers["Vary"] = "Accept-Language, Cookie"
        if request.query_params.get("lang") == words.language:
            answer.set_cookie(
                "lang",
                words.language,
                max_age=LANGUAGE_SECONDS,
                samesite="lax",
                secure=self._secure,
            )
        return answer

    def problem(self, request: Request, kind: str, status: int) -> Response:
        """Draw the page that says what went wrong."""
        words = self.words_for(request)
        again = request.url.path if request.method in ("GET", "HEAD") else ""
        return self.page(
            request,
            "problem.html",
            words(f"problem-{kind}"),
            status,
            kind=kind,
            again_href=again,
            text_href="",
        )

    @cached_property
    def _icon(self) -> Callable[..., Markup]:
        return art.icons(self.assets.asset("art/icons.svg"))

    def _frame(self, request: Request, words: Words) -> dict[str, object]:
        now = self.clock.now()
        theme = request.cookies.get("theme", "")
        return {
            "lang": words.language,
            "dir": words.direction,
            "theme": theme if theme in THEMES else "",
            "words": words,
            "asset": self.assets.asset,
            "mark": art.mark,
            "icon": self._icon,
            "ring": art.ring,
            "languages": _other_languages(request, words.language),
            "my_sky": "",
            "town_sky": sky_of(now, self.town.zone),
            "now": now,
            "home_href": "/",
            "modules": [],
        }


@cache
def _words() -> Mapping[str, Words]:
    return read_words(STATIC / "i18n")


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, auto_reload=False)


def _other_languages(request: Request, language: str) -> list[tuple[str, str, str]]:
    kept = [(name, value) for name, value in request.query_params.items() if name != "lang"]
    return [
        (code, name, f"?{urlencode([*kept, ('lang', code)])}")
        for code, name in LANGUAGES.items()
        if code != language
    ]
