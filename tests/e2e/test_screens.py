"""Every screen in both languages at both widths: photographed, read by axe, asking nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, four_viewers, way_in

# More rounds than are looked at: on a slow machine a viewer is met in a later round.
PLAN = {
    "rounds": 8,
    "round_seconds": 25,
    "wrap_seconds": 15,
    "break_seconds": 12,
    "propose_seconds": 10,
    "notice_seconds": 3,
}


@pytest.fixture
def viewers(playwright: Playwright, stage: Stage) -> Iterator[list[Viewer]]:
    with four_viewers(playwright, stage) as made:
        yield made


@pytest.mark.timeout(400)
def test_every_screen_in_both_languages_at_both_widths(stage: Stage, viewers: list[Viewer]) -> None:
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
def test_the_pages_of_refusals_and_of_making_an_event(stage: Stage, viewers: list[Viewer]) -> None:
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
