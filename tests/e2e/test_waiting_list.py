"""The waiting list in browsers: a number that moves, a place that comes by itself, a tap that makes more."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from server.protocol.parts import Profile
from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.test_door_and_wishes import PLAN, come, get_ready
from tests.e2e.viewers import Viewer, nothing_found, open_page


@pytest.mark.timeout(200)
def test_who_comes_too_late_waits_in_line(
    stage: Stage, browser: Browser, viewers: list[Viewer], people: Company
) -> None:
    links = stage.event(**{**PLAN, "capacity": 2})
    inside = come(browser, "en", "Linh", links["join_link"])
    get_ready(inside)
    people.person(links, Profile(name="Kenji"))
    for n, viewer in enumerate(viewers, start=1):
        viewer.page.goto(links["join_link"])
        viewer.page.get_by_label(viewer.words("join-name")).fill(viewer.name)
        viewer.look("join-full")
        viewer.button("join-list").click()
        number(viewer, n)
        viewer.look("waiting-list")
    board = Viewer("en", 1280, "host", open_page(browser, "en", 1280), inside.words)
    board.page.goto(links["host_link"])
    expect(board.button("host-list-more", n=2)).to_be_visible()
    board.look_both("host-waiting-list", part="[aria-labelledby=list]")
    leave(inside)
    first, second = viewers
    in_by_turn(first)
    number(second, 1)
    board.button("host-list-more", n=1).click()
    in_by_turn(second)
    nothing_found([inside, *viewers, board])
    for each in (inside, board):
        each.page.context.close()


def number(viewer: Viewer, n: int) -> None:
    """The page and its title say the number."""
    expect(
        viewer.page.get_by_role("heading", name=viewer.words("queue-title", n=n))
    ).to_be_visible()
    expect(viewer.page).to_have_title(re.compile(re.escape(viewer.words("title-queue", n=n))))


def leave(viewer: Viewer) -> None:
    """Say good-bye from the lobby."""
    door = f"{viewer.words('open')}: {viewer.words('lobby-options')}"
    viewer.page.get_by_role("button", name=door).click()
    viewer.button("lobby-leave").click()
    expect(viewer.page.get_by_role("heading", name=viewer.words("left-title"))).to_be_visible()
    viewer.look_both("left")


def in_by_turn(viewer: Viewer) -> None:
    """Told aloud, and on the way in."""
    expect(viewer.page.get_by_role("status").get_by_text(viewer.words("queue-in"))).to_be_visible()
    expect(viewer.button("profile-skip")).to_be_visible()
