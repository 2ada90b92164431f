"""Every screen in both languages at both widths: photographed, read by axe, asking nobody else.

The pictures are kept in artifacts/screens for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Playwright, expect

from server.web.wording import Words, read_words
from tests.e2e.guests import FLAGS, KEEP_CONNECTIONS, launch
from tests.e2e.stage import ROOT, Stage

SCREENS = ROOT / "artifacts" / "screens"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {360: 740, 1280: 800}
# More rounds than are looked at: on a slow machine a viewer is met in a later round.
PLAN = {
    "rounds": 8,
    "round_seconds": 25,
    "wrap_seconds": 15,
    "break_seconds": 12,
    "propose_seconds": 10,
    "notice_seconds": 3,
}


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
        self.page.screenshot(path=SCREENS / f"{where}.png")
        result = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": TAGS}})
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


@pytest.fixture
def viewers(playwright: Playwright, stage: Stage) -> Iterator[list[Viewer]]:
    SCREENS.mkdir(parents=True, exist_ok=True)
    words = read_words(ROOT / "static" / "i18n")
    strangers: list[str] = []
    with ExitStack() as stack:
        browser = stack.enter_context(launch(playwright, FLAGS))
        made = []
        for lang, locale, zone in (
            ("en", "en-GB", "Asia/Ho_Chi_Minh"),
            ("ja", "ja-JP", "Asia/Tokyo"),
        ):
            for width, height in WIDTHS.items():
                context = browser.new_context(
                    locale=locale,
                    timezone_id=zone,
                    viewport={"width": width, "height": height},
                    permissions=["camera", "microphone"],
                    color_scheme="dark"
                    if (lang, width) in {("en", 1280), ("ja", 360)}
                    else "light",
                )
                page = context.new_page()
                page.set_default_timeout(20_000)
                page.add_init_script(KEEP_CONNECTIONS)
                page.on(
                    "request",
                    lambda request: (
                        None
                        if request.url.startswith((stage.url, "data:", "blob:"))
                        or "localhost" in request.url
                        else strangers.append(request.url)
                    ),
                )
                name = {"en": "Linh", "ja": "はるか"}[lang] + str(width)
                made.append(Viewer(lang, width, name, page, words[lang]))
        yield made
    assert strangers == [], "a page asked somebody else"


@pytest.mark.timeout(400)
def test_every_screen_in_both_languages_at_both_widths(
    stage: Stage, viewers: list[Viewer], playwright: Playwright
) -> None:
    links = stage.event(title="Autumn homecoming 秋の同窓会", **PLAN)["links"]
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"])
    host = viewers[1].page.context.new_page()
    host.set_default_timeout(20_000)
    host.goto(links["host_link"])
    board = Viewer("en", 1280, "host", host, viewers[1].words)
    expect(board.button("host-start", n=1)).to_be_visible()
    board.look("host-lobby")
    board.button("host-start", n=1).click()

    for viewer in viewers:
        expect(viewer.page.locator(".match, .why").first).to_be_visible(timeout=90_000)
        viewer.look("proposed")
    for viewer in viewers:
        tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
        expect(tile).to_have_attribute("data-state", "video", timeout=90_000)
        viewer.look("room")
    board.look("host-round")
    host_small(board, links["host_link"], viewers)
    for viewer in viewers:
        expect(viewer.button("wrap-more-yes")).to_be_visible(timeout=90_000)
        viewer.look("wrap-up")
    for viewer in viewers:
        expect(
            viewer.page.get_by_role("heading", name=viewer.words("between-title"))
        ).to_be_visible(timeout=90_000)
        viewer.look("between")
    board.button("host-close").click()
    board.look("host-close-dialog")
    board.page.get_by_role("dialog").get_by_role("button", name=board.words("host-close")).click()
    for viewer in viewers:
        expect(viewer.page.locator("body.recap")).to_be_attached(timeout=40_000)
        viewer.look("recap")
    found = [line for viewer in [*viewers, board] for line in viewer.found]
    assert found == [], "\n".join(found)


def way_in(viewer: Viewer, url: str, join_link: str) -> None:
    """Walk from the landing to the lobby, looking at each screen."""
    page, words = viewer.page, viewer.words
    page.goto(url)
    viewer.look("landing")
    page.goto(join_link)
    page.get_by_label(words("join-name")).fill(viewer.name)
    viewer.look("join")
    page.get_by_role("button", name=words("join-enter", name=viewer.name)).click()
    expect(page.get_by_role("button", name=words("profile-role-alumni"))).to_be_visible()
    page.get_by_role("button", name=words("profile-role-alumni")).click()
    viewer.look("profile")
    viewer.button("profile-next").click()
    expect(viewer.button("dev-enter")).to_be_visible()
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(words("dev-ok"))))
    viewer.look("devices")
    viewer.button("dev-enter").click()
    expect(viewer.button("lobby-ready", n=1)).to_be_visible()
    viewer.look("lobby")
    viewer.button("lobby-ready", n=1).click()
    expect(viewer.button("lobby-unready")).to_be_visible()


def host_small(board: Viewer, host_link: str, viewers: list[Viewer]) -> None:
    """Look at the host's board on a phone, in Japanese."""
    page = viewers[2].page.context.new_page()
    page.goto(host_link)
    small = Viewer("ja", 360, "host", page, viewers[2].words)
    expect(small.button("host-pause")).to_be_visible(timeout=30_000)
    small.look("host-round")
    board.found += small.found
    page.close()


@pytest.mark.timeout(300)
def test_the_pages_of_refusals_and_of_making_an_event(
    stage: Stage, viewers: list[Viewer], tmp_path: Path
) -> None:
    door = re.search(r"owner: (\S+)", stage.log())
    assert door is not None
    for viewer in viewers:
        page = viewer.page
        page.goto(f"{stage.url}/j/wrong")
        viewer.look("expired")
        page.goto(f"{stage.url}/nowhere")
        viewer.look("not-found")
        page.goto(f"{stage.url}/new")
        viewer.look("not-owner")
    first = viewers[1]
    first.page.goto(door[1])
    first.look("owner")
    first.page.get_by_role("main").get_by_role("button").first.click()
    expect(first.page).to_have_url(re.compile("/new$"))
    cookies = first.page.context.cookies()
    for viewer in viewers:
        viewer.page.context.add_cookies(cookies)
        viewer.page.goto(f"{first.page.url}")
        viewer.look("create")
    first.page.get_by_label(first.words("create-name")).fill("Alumni evening")
    first.page.get_by_role("button", name=first.words("create-go")).click()
    first.look("created")
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)
