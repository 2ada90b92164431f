"""Dialogs, menus and odd states: photographed and read by axe in both languages, at both widths."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from server.web.wording import read_words
from tests.e2e.guests import FLAGS, launch
from tests.e2e.stage import ROOT, Stage
from tests.e2e.viewers import HOMES, Viewer, four_viewers, open_page, way_in

PLAN = {
    "rounds": 1,
    "round_seconds": 300,
    "wrap_seconds": 1,
    "break_seconds": 1,
    "propose_seconds": 1,
    "notice_seconds": 1,
}


@pytest.fixture
def viewers(playwright: Playwright, stage: Stage) -> Iterator[list[Viewer]]:
    with four_viewers(playwright, stage) as made:
        yield made


@pytest.mark.timeout(400)
def test_dialogs_and_odd_states_of_a_room(
    stage: Stage, viewers: list[Viewer], playwright: Playwright
) -> None:
    links = stage.event(**PLAN)["links"]
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"], look=False)
    host = viewers[1].page.context.new_page()
    host.goto(links["host_link"])
    start = host.get_by_role("button", name=viewers[1].words("host-start", n=1))
    start.click(timeout=20_000)
    for viewer in viewers:
        tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
        expect(tile).to_have_attribute("data-state", "video", timeout=60_000)
        dialogs(viewer)
    elsewhere(viewers[2])
    separated(viewers[0], viewers[1])
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)


def dialogs(viewer: Viewer) -> None:
    """Look at each dialog of the room, and leave it by Escape."""
    page = viewer.page
    viewer.button("room-leave-action").click()
    seen(viewer, "room-leave-dialog")
    for key in ("safe-report-action", "safe-block-action", "safe-pass"):
        page.get_by_role("button", name=viewer.words("room-more"), exact=True).click()
        if key == "safe-report-action":
            viewer.look("room-more")
        viewer.button(key).click()
        seen(viewer, f"room-{key.removeprefix('safe-').removesuffix('-action')}-dialog")


def seen(viewer: Viewer, screen: str) -> None:
    """Look at the open dialog and close it."""
    dialog = viewer.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    viewer.look(screen)
    viewer.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def elsewhere(viewer: Viewer) -> None:
    """Open the same person in a second tab, look at it, and take over there."""
    second = viewer.page.context.new_page()
    second.goto(viewer.page.url)
    take = second.get_by_role("button", name=viewer.words("connection-use-here"))
    expect(take).to_be_visible(timeout=20_000)
    other = Viewer(viewer.lang, viewer.width, viewer.name, second, viewer.words)
    other.look("elsewhere")
    viewer.found += other.found
    take.click()
    expect(viewer.button("connection-use-here")).to_be_visible(timeout=20_000)
    tile = second.locator("figure.tile[data-person]:not(.self-pip)")
    expect(tile).to_have_attribute("data-state", "video", timeout=60_000)
    second.close()


def separated(reporter: Viewer, reported: Viewer) -> None:
    """Report somebody: both are out of the room at once, and the other is not told why."""
    page = reporter.page
    page.get_by_role("button", name=reporter.words("room-more"), exact=True).click()
    reporter.button("safe-report-action").click()
    page.get_by_role("dialog").get_by_role(
        "button", name=reporter.words("safe-report-send")
    ).click()
    for viewer in (reporter, reported):
        expect(viewer.page.locator("body.roomy")).to_have_count(0, timeout=20_000)
    reporter.look("after-report")
    reported.look("partner-left")
    words = reported.page.locator("main").inner_text().lower()
    assert "report" not in words


@pytest.mark.timeout(200)
def test_a_blocked_camera_gets_help_and_a_way_on(stage: Stage, playwright: Playwright) -> None:
    links = stage.event(**PLAN)["links"]
    words = read_words(ROOT / "static" / "i18n")
    found: list[str] = []
    quiet = [flag for flag in FLAGS if flag != "--use-fake-ui-for-media-stream"]
    with launch(playwright, [*quiet, "--deny-permission-prompts"]) as browser:
        for lang, locale, zone in HOMES:
            page = open_page(browser, lang, locale, zone, 360, devices=False)
            viewer = Viewer(lang, 360, "Linh", page, words[lang])
            page.goto(links["join_link"])
            page.get_by_label(words[lang]("join-name")).fill("Linh")
            page.get_by_role("button", name=words[lang]("join-enter", name="Linh")).click()
            viewer.button("profile-skip").click()
            expect(viewer.button("dev-continue-text")).to_be_visible()
            expect(page.get_by_role("heading", level=1)).not_to_have_text(
                words[lang]("dev-title"), timeout=20_000
            )
            viewer.look("devices-denied")
            viewer.button("dev-continue-text").click()
            expect(viewer.button("lobby-ready", n=1)).to_be_visible()
            found += viewer.found
    assert found == [], "\n".join(found)
