"""Dialogs, menus and odd states: photographed and read by axe in both languages, at both widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, host_of, nothing_found, way_in

PLAN = {
    "rounds": 1,
    "round_seconds": 300,
    "wrap_seconds": 1,
    "break_seconds": 1,
    "propose_seconds": 1,
    "notice_seconds": 1,
}
LINE = "I am on my way <b>to you</b>."


@pytest.mark.timeout(300)
def test_dialogs_and_odd_states_of_a_room(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    links = stage.event(**PLAN)
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"], look=False)
    people.do(people.host(links).host.start(in_seconds=0))
    for viewer in viewers:
        tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
        expect(tile).to_have_attribute("data-state", "video", timeout=60_000)
        dialogs(viewer)
    called(viewers[0], viewers[1], links["host_link"])
    elsewhere(viewers[1])
    separated(*viewers)
    nothing_found(viewers)


def dialogs(viewer: Viewer) -> None:
    """Look at each dialog of the room, and leave it by Escape."""
    page = viewer.page
    viewer.button("room-leave-action").click()
    seen(viewer, "room-leave-dialog")
    for key in ("safe-report-action", "safe-block-action", "safe-pass"):
        page.get_by_role("button", name=viewer.words("room-more"), exact=True).click()
        if key == "safe-report-action":
            viewer.look("room-more", part=".menu")
        viewer.button(key).click()
        seen(viewer, f"room-{key.removeprefix('safe-').removesuffix('-action')}-dialog")


def seen(viewer: Viewer, screen: str) -> None:
    """Look at the open dialog and close it."""
    dialog = viewer.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    viewer.look(screen, part="dialog")
    viewer.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def called(caller: Viewer, other: Viewer, host_link: str) -> None:
    """Call a host, who sees to it and writes a line that nobody else gets."""
    board = host_of(other, host_link)
    caller.page.get_by_role("button", name=caller.words("room-more"), exact=True).click()
    caller.button("help-ask").click()
    expect(caller.page.get_by_text(caller.words("help-asked"))).to_be_visible()
    expect(board.button("host-call-take")).to_be_visible()
    board.look_both("host-call", part=".needs")
    board.button("host-call-take").click()
    expect(caller.page.get_by_text(caller.words("help-seen"))).to_be_visible()
    board.button("host-call-write").click()
    line = board.page.get_by_label(board.words("host-call-line", name=caller.name))
    line.locator("visible=true").fill(LINE)
    board.page.keyboard.press("Enter")
    expect(caller.page.get_by_text(LINE)).to_be_visible()
    caller.look_both("room-called")
    assert LINE not in other.page.locator("body").inner_text()
    board.button("host-call-done").click()
    expect(caller.page.get_by_text(caller.words("help-seen"))).to_have_count(0)
    board.page.close()
    caller.found += board.found


def elsewhere(viewer: Viewer) -> None:
    """Open the same person in a second tab, look at it, and take over there."""
    second = viewer.page.context.new_page()
    second.goto(viewer.page.url)
    take = second.get_by_role("button", name=viewer.words("connection-use-here"))
    expect(take).to_be_visible(timeout=20_000)
    other = Viewer(viewer.lang, viewer.width, viewer.name, second, viewer.words)
    other.look_both("elsewhere")
    viewer.found += other.found
    take.click()
    expect(viewer.button("connection-use-here")).to_be_visible(timeout=20_000)
    tile = second.locator("figure.tile[data-person]:not(.self-pip)")
    expect(tile).to_have_attribute("data-state", "video", timeout=60_000)
    # And back: the first window carries on.
    viewer.button("connection-use-here").click()
    mine = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
    expect(mine).to_have_attribute("data-state", "video", timeout=60_000)
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
    reporter.look_both("after-report")
    reported.look_both("partner-left")
    words = reported.page.locator("body").inner_text()
    assert "通報" not in words
