"""Viewers: pages in both languages at both widths, whose screens are photographed and read by axe.

The pictures are kept in artifacts/screens for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from server.web.wording import Words, read_words
from tests.e2e.guests import FLAGS, KEEP_CONNECTIONS, launch
from tests.e2e.stage import ROOT, Stage

SCREENS = ROOT / "artifacts" / "screens"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DOCK = "how => document.querySelectorAll('.dock').forEach(each => each.style.position = how)"
WIDTHS = {360: 740, 1280: 800}
HOMES = (("en", "en-GB", "Asia/Ho_Chi_Minh"), ("ja", "ja-JP", "Asia/Tokyo"))


@dataclass
class Viewer:
    """One page in one language at one width, and what was found on its screens."""

    lang: str
    width: int
    name: str
    page: Page
    words: Words
    found: list[str] = field(default_factory=list)

    def button(self, key: str, **values: str | int) -> Any:
        return self.page.get_by_role("button", name=self.words(key, **values), exact=False).first

    def look(self, screen: str) -> None:
        """Photograph the screen, let axe read it, and see that nothing sticks out sideways."""
        where = f"{screen}-{self.width}-{self.lang}"
        # Drawn to the end: a thread that is still on its way shows nothing.
        self.page.screenshot(path=SCREENS / f"{where}.png", animations="disabled")
        # What the dock half covers can be scrolled free; axe would call it too small to hit.
        self.page.evaluate(DOCK, "static")
        result = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": TAGS}})
        self.page.evaluate(DOCK, "")
        self.found += [
            f"{where}: {each['id']} ({each['nodes'][0]['html'][:160]})"
            for each in result.response["violations"]
        ]
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            self.found.append(f"{where}: {wide} px wider than the window")
        title = self.page.locator("h1")
        if title.count() != 1:
            self.found.append(f"{where}: {title.count()} main headings")


@contextmanager
def four_viewers(playwright: Playwright, stage: Stage) -> Iterator[list[Viewer]]:
    """Open a viewer for each language and width; at the end nobody else was asked for anything."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    words = read_words(ROOT / "static" / "i18n")
    strangers: list[str] = []
    with ExitStack() as stack:
        browser = stack.enter_context(launch(playwright, FLAGS))
        made = []
        for lang, locale, zone in HOMES:
            for width in WIDTHS:
                page = open_page(browser, lang, locale, zone, width)
                page.on(
                    "request",
                    lambda request: (
                        None if is_ours(request.url, stage) else strangers.append(request.url)
                    ),
                )
                name = {"en": "Linh", "ja": "はるか"}[lang] + str(width)
                made.append(Viewer(lang, width, name, page, words[lang]))
        yield made
    assert strangers == [], "a page asked somebody else"


def is_ours(url: str, stage: Stage) -> bool:
    """Whether an address belongs to the server of the test, or to no server."""
    own = (stage.url, f"http://localhost:{stage.port}", "data:", "blob:")
    return url.startswith(own)


def open_page(
    browser: Browser, lang: str, locale: str, zone: str, width: int, *, devices: bool = True
) -> Page:
    """Open a page of a reader; dark for two of the four."""
    context = browser.new_context(
        locale=locale,
        timezone_id=zone,
        viewport={"width": width, "height": WIDTHS[width]},
        permissions=["camera", "microphone"] if devices else [],
        color_scheme="dark" if (lang, width) in {("en", 1280), ("ja", 360)} else "light",
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.add_init_script(KEEP_CONNECTIONS)
    return page


def way_in(viewer: Viewer, url: str, join_link: str, *, look: bool = True) -> None:
    """Walk from the landing to the lobby and be ready; `look` at each screen on the way."""
    see = viewer.look if look else lambda _: None
    page, words = viewer.page, viewer.words
    page.goto(url)
    see("landing")
    page.goto(join_link)
    page.get_by_label(words("join-name")).fill(viewer.name)
    see("join")
    page.get_by_role("button", name=words("join-enter", name=viewer.name)).click()
    expect(page.get_by_role("button", name=words("profile-role-alumni"))).to_be_visible()
    page.get_by_role("button", name=words("profile-role-alumni")).click()
    see("profile")
    viewer.button("profile-next").click()
    expect(viewer.button("dev-enter")).to_be_visible()
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(words("dev-ok"))))
    see("devices")
    viewer.button("dev-enter").click()
    expect(viewer.button("lobby-ready", n=1)).to_be_visible()
    see("lobby")
    viewer.button("lobby-ready", n=1).click()
    expect(viewer.button("lobby-unready")).to_be_visible()
