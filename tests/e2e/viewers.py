"""Viewers: pages in both languages whose screens are photographed at both widths and read by axe.

The pictures are kept in artifacts/screens for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from server.web.wording import Words, read_words
from tests.e2e.guests import KEEP_CONNECTIONS
from tests.e2e.stage import ROOT, Stage

SCREENS = ROOT / "artifacts" / "screens"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {360: 740, 1280: 800}
HOMES = {"en": ("en-GB", "Asia/Ho_Chi_Minh"), "ja": ("ja-JP", "Asia/Tokyo")}
# Each screen is read once in each language: one time on a phone, one time on a desk.
READ_AT = {"en": 1280, "ja": 360}
# One language can be set for a page, but those who live with two have both.
TONGUES = """
Object.defineProperty(navigator, "languages", { get: () => ["%s", "en"] });
"""
# Drawn to the end: what is still on its way has neither its place nor its colour.
SETTLED = """
() => document.getAnimations().forEach((each) => {
  try { each.finish(); } catch { each.cancel(); }
})
"""
# What sticks out sideways: the page, or something in it that is read or pressed.
SHAPE = """
() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const titles = document.querySelectorAll("h1").length;
  const found = wide > 0 ? [`${wide} px wider than the window`] : [];
  if (titles !== 1) found.push(`${titles} main headings`);
  const large = innerHeight < 400 || document.documentElement.style.fontSize;
  if (document.body.matches(".roomy") && !large && document.documentElement.scrollHeight > innerHeight)
    found.push("the room scrolls");
  for (const each of document.querySelectorAll("button, a, input, select, textarea, h1, h2, p")) {
    const { left, right, width } = each.getBoundingClientRect();
    const inside = left >= -1 && right <= innerWidth + 1;
    if (inside || width <= 1 || each.closest(".people-row") || !each.checkVisibility()) continue;
    found.push(`sticks out: ${each.outerHTML.slice(0, 100)}`);
  }
  return found;
}
"""
# Text of twice the size alone, and everything four times as large on a desk.
ENLARGED = {"200 %": (1280, 800, "200%"), "400 %": (320, 256, "")}
# In the reader's own few colours nothing is as its ground is, and rings are drawn as text is.
UNSEEN = """
() => {
  const text = getComputedStyle(document.body).color;
  const ground = (each) => getComputedStyle(each).backgroundColor;
  const lost = [...document.querySelectorAll("button, a, label, h1, h2, p")].filter(
    (each) => each.checkVisibility() && getComputedStyle(each).color === ground(each),
  );
  const rings = [...document.querySelectorAll(".ring-arc")].filter(
    (each) => getComputedStyle(each).stroke !== text,
  );
  return [...lost, ...rings].map((each) => `unseen: ${each.outerHTML.slice(0, 100)}`);
}
"""
MOVING = "() => document.getAnimations().map((each) => `moves: ${each.effect.target.className}`)"
GROW = "size => { document.documentElement.style.fontSize = size; }"
# What the dock half covers can be scrolled free; axe would call it too small to hit.
READ = """
async ([part, tags]) => {
  const docks = [...document.querySelectorAll(".dock")];
  for (const each of docks) each.style.position = "static";
  const runOnly = { type: "tag", values: tags };
  const found = await axe.run(part || document, { runOnly, resultTypes: ["violations"] });
  for (const each of docks) each.style.position = "";
  return found.violations.map(({ id, nodes }) => `${id} (${nodes[0].html.slice(0, 160)})`);
}
"""


@dataclass
class Viewer:
    """One page of a reader, and what was found on its screens."""

    lang: str
    width: int
    name: str
    page: Page
    words: Words
    found: list[str] = field(default_factory=list)

    def button(self, key: str, **values: str | int) -> Any:
        return self.page.get_by_role("button", name=self.words(key, **values), exact=False).first

    def look(self, screen: str, part: str = "") -> None:
        """Photograph the screen at both widths, let axe read it once, and see that nothing sticks
        out when it is enlarged, is lost in other colours, or moves where that is unwelcome.

        `part` is a selector of what is new on it, where the rest was read before: it is scrolled to.
        """
        for width in (self.width, *(each for each in WIDTHS if each != self.width)):
            where = f"{screen}-{width}-{self.lang}"
            self._stand(width, dark=(width == 1280) == (len(screen) % 2 == 0))
            if part:
                self.page.locator(part).locator("visible=true").first.scroll_into_view_if_needed()
            self.page.screenshot(path=SCREENS / f"{where}.png", animations="disabled")
            self.found += [f"{where}: {each}" for each in self.page.evaluate(SHAPE)]
            if width == READ_AT[self.lang]:
                self.found += [f"{where}: {each}" for each in self._read(part)]
        # Its words are the longest, and Japanese breaks wherever it must.
        if self.lang == "en" and not part:
            self._enlarge(screen)
            self._ask_for(screen, UNSEEN, forced_colors="active")
            self._ask_for(screen, MOVING, reduced_motion="reduce")
        self._stand(self.width)

    def _enlarge(self, screen: str) -> None:
        for how, (width, height, size) in ENLARGED.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.evaluate(GROW, size)
            found = self.page.evaluate(SHAPE)
            self.found += [f"{screen}-{self.lang} at {how}: {each}" for each in found]
        self.page.evaluate(GROW, "")

    def _ask_for(self, screen: str, what: str, **wish: Any) -> None:
        """Look at the screen as one who wishes for other colours, or for nothing that moves."""
        self.page.emulate_media(**wish)
        self.found += [f"{screen}-{self.lang} {wish}: {each}" for each in self.page.evaluate(what)]
        self.page.emulate_media(**dict.fromkeys(wish, "null"))

    def look_both(self, screen: str, part: str = "") -> None:
        """Look in one's own language, then in the other, without leaving the screen."""
        own = self.lang, self.words
        self.look(screen, part)
        for lang, words in read_words(ROOT / "static" / "i18n").items():
            if lang == own[0]:
                continue
            self._speak(lang)
            self.lang, self.words = lang, words
            self.look(screen, part)
        self.lang, self.words = own
        self._speak(self.lang)

    def _stand(self, width: int, *, dark: bool | None = None) -> None:
        size = self.page.viewport_size
        if size is None or size["width"] != width:
            self.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        if dark is not None:
            self.page.emulate_media(color_scheme="dark" if dark else "light")
            self.page.evaluate(SETTLED)

    def _read(self, part: str) -> list[str]:
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE_SCRIPT)
        read: list[str] = self.page.evaluate(READ, [part, TAGS])
        return read

    def _speak(self, lang: str) -> None:
        # A dialog makes the bar inert for hands; the page itself may change its language under it.
        self.page.locator(f".bar-end > button[lang={lang}]").evaluate("each => each.click()")
        self.page.wait_for_function("lang => document.documentElement.lang === lang", arg=lang)


@contextmanager
def two_viewers(browser: Browser, stage: Stage) -> Iterator[list[Viewer]]:
    """Open a viewer for each language, one on a phone; at the end nobody else was asked anything."""
    strangers: list[str] = []
    words = read_words(ROOT / "static" / "i18n")
    made: list[Viewer] = []
    try:
        for lang, width, name in (("en", 360, "Linh"), ("ja", 1280, "はるか")):
            page = open_page(browser, lang, width)
            page.on(
                "request",
                lambda request: (
                    None if is_ours(request.url, stage) else strangers.append(request.url)
                ),
            )
            made.append(Viewer(lang, width, name, page, words[lang]))
        yield made
    finally:
        for viewer in made:
            viewer.page.context.close()
    assert strangers == [], "a page asked somebody else"


def is_ours(url: str, stage: Stage) -> bool:
    """Whether an address belongs to the server of the test, or to no server."""
    own = (stage.url, f"http://localhost:{stage.port}", "data:", "blob:")
    return url.startswith(own)


def open_page(
    browser: Browser, lang: str, width: int, *, devices: bool = True, zone: str = ""
) -> Page:
    """Open a page of a reader in a context of its own."""
    locale, home = HOMES[lang]
    context = browser.new_context(
        locale=locale,
        timezone_id=zone or home,
        viewport={"width": width, "height": WIDTHS[width]},
        permissions=["camera", "microphone"] if devices else [],
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.add_init_script(KEEP_CONNECTIONS)
    page.add_init_script(TONGUES % locale)
    return page


def host_of(viewer: Viewer, link: str) -> Viewer:
    """Open the host's board in another tab of a viewer."""
    page = viewer.page.context.new_page()
    page.set_default_timeout(20_000)
    page.goto(link)
    board = Viewer(viewer.lang, viewer.width, "host", page, viewer.words)
    expect(board.button("host-announce")).to_be_visible()
    return board


def nothing_found(viewers: list[Viewer]) -> None:
    """All that was looked at is as it should be."""
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)


def way_in(viewer: Viewer, url: str, join_link: str, *, look: bool = True) -> None:
    """Walk from the landing to the lobby and be ready; `look` at each screen on the way."""
    see = viewer.look if look else lambda _: None
    page, words = viewer.page, viewer.words
    if look:
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
