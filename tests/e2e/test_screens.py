"""Every screen in both languages at both widths: photographed, read by axe, asking nobody else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.stage import Stage
from tests.e2e.viewers import SCREENS, Viewer, host_of, nothing_found, two_viewers, way_in

# More rounds than are looked at: on a slow machine a viewer is met in a later round.
PLAN = {
    "rounds": 8,
    "round_seconds": 12,
    "wrap_seconds": 7,
    "break_seconds": 6,
    "propose_seconds": 6,
    "notice_seconds": 1,
}
TRIES = 5


@pytest.mark.timeout(300)
def test_every_screen_in_both_languages_at_both_widths(stage: Stage, viewers: list[Viewer]) -> None:
    links = stage.event(title="Autumn homecoming 秋の同窓会", **PLAN)
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"])
    board = host_of(viewers[0], links["host_link"])
    board.look_both("host-lobby")
    board.button("host-start", n=1).click()

    for viewer in viewers:
        during(viewer, viewer.page.locator(".match"), "proposed")
    for viewer in viewers:
        partner = viewer.page.locator('figure.tile[data-state="video"]:not(.self-pip)')
        during(viewer, partner, "room")
    during(board, board.button("host-pause"), "host-round")
    for viewer in viewers:
        during(viewer, viewer.button("wrap-more-yes"), "wrap-up")
    for viewer in viewers:
        title = viewer.page.get_by_role("heading", name=viewer.words("between-title"))
        during(viewer, title, "between")
    board.button("host-close").click()
    board.look_both("host-close-dialog", part="dialog")
    board.page.get_by_role("dialog").get_by_role("button", name=board.words("host-close")).click()
    for viewer in viewers:
        expect(viewer.page.locator("body.recap")).to_be_attached(timeout=40_000)
        viewer.look("recap")
    in_touch(*viewers)
    nothing_found([*viewers, board])


def in_touch(writer: Viewer, reached: Viewer) -> None:
    """Both want to keep in touch: one leaves an address, the other writes the one letter."""
    for viewer in (writer, reached):
        viewer.page.get_by_role("button", name=viewer.words("recap-keep"), exact=True).click()
    reached.page.get_by_role("main").get_by_role(
        "button", name=reached.words("profile-mine")
    ).click()
    reached.page.get_by_label(reached.words("profile-contact")).fill("haruka@example.org")
    reached.button("save").click()
    expect(writer.page.get_by_text("haruka@example.org")).to_be_visible()
    writer.button("recap-write").click()
    letter = writer.page.get_by_label(writer.words("recap-write-to", name=reached.name))
    letter.fill("It was good to talk about the harbour. お元気で。")
    writer.look("recap-letter", part=".list form")
    writer.button("send").click()
    for viewer in (writer, reached):
        expect(viewer.page.locator(".letter")).to_contain_text("the harbour")
        viewer.look_both("recap-mutual", part=".list")


def during(viewer: Viewer, sign: Locator, screen: str) -> None:
    """Look while the sign is there from the beginning to the end; else in the next round."""
    for _ in range(TRIES):
        expect(sign.first).to_be_visible(timeout=60_000)
        before = len(viewer.found)
        viewer.look(screen)
        if sign.first.is_visible():
            return
        del viewer.found[before:]
    raise AssertionError(f"{screen} was never there long enough")


@pytest.mark.timeout(200)
def test_the_pages_of_refusals_and_of_making_an_event(own_stage: Stage, browser: Browser) -> None:
    with two_viewers(browser, own_stage) as viewers:
        for viewer in viewers:
            for screen, path in (
                ("expired", "j/wrong"),
                ("not-found", "nowhere"),
                ("not-owner", "new"),
            ):
                viewer.page.goto(f"{own_stage.url}/{path}")
                viewer.look(screen)
        made = owned(viewers[0], own_stage)
        cookies = viewers[0].page.context.cookies()
        for viewer in viewers:
            viewer.page.context.add_cookies(cookies)
            viewer.page.goto(made)
            making(viewer)
        nothing_found(viewers)


def making(viewer: Viewer) -> None:
    """Make an event by the form, first without a title."""
    viewer.look("create")
    without_a_title(viewer)
    viewer.page.get_by_label(viewer.words("create-name")).fill("Alumni evening")
    viewer.page.get_by_role("button", name=viewer.words("create-go")).first.click()
    created = viewer.page.get_by_role("heading", name=viewer.words("created-title"))
    expect(created).to_be_visible()
    viewer.look("created")


def owned(viewer: Viewer, stage: Stage) -> str:
    """Open the owner's first link, and return the address where events are made."""
    door = re.search(r"owner: (\S+)", stage.log())
    assert door is not None
    viewer.page.goto(door[1])
    viewer.look("owner")
    viewer.page.get_by_role("main").get_by_role("button").first.click()
    expect(viewer.page).to_have_url(re.compile("/new$"))
    return viewer.page.url


def without_a_title(viewer: Viewer) -> None:
    """A title is all that an event needs, and its absence is said."""
    page = viewer.page
    page.locator("details").first.evaluate("each => { each.open = true; }")
    page.locator("form").first.evaluate("each => { each.noValidate = true; }")
    page.get_by_role("button", name=viewer.words("create-go")).first.click()
    expect(page.locator(".field-error").first).to_be_visible()
    viewer.look("create-errors")
    page.screenshot(path=SCREENS / f"create-all-{viewer.width}-{viewer.lang}.png", full_page=True)
