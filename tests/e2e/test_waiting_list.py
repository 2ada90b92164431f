"""The waiting list in browsers: a number that moves, a place that comes by itself, a tap that makes more."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Playwright, expect

from server.web.wording import read_words
from tests.e2e.guests import FLAGS, launch
from tests.e2e.stage import ROOT, Stage
from tests.e2e.test_door_and_wishes import PLAN, come, get_ready
from tests.e2e.viewers import HOMES, SCREENS, Viewer, open_page


@pytest.mark.timeout(200)
def test_who_comes_too_late_waits_in_line(stage: Stage, playwright: Playwright) -> None:
    links = stage.event(**{**PLAN, "capacity": 2})["links"]
    SCREENS.mkdir(parents=True, exist_ok=True)
    with launch(playwright, FLAGS) as browser:
        inside = [
            come(browser, home, name, links["join_link"])
            for home, name in ((HOMES[0], "Linh"), (HOMES[1], "遥"))
        ]
        for viewer in inside:
            get_ready(viewer)
        late: list[Viewer] = []
        for (lang, locale, zone), width, name in (
            (HOMES[0], 360, "Kofi"),
            (HOMES[1], 360, "Ama"),
            (HOMES[0], 1280, "Yaw"),
            (HOMES[1], 1280, "Esi"),
        ):
            page = open_page(browser, lang, locale, zone, width)
            words = read_words(ROOT / "static" / "i18n")[lang]
            viewer = Viewer(lang, width, name, page, words)
            page.goto(links["join_link"])
            page.get_by_label(words("join-name")).fill(name)
            viewer.look("join-full")
            viewer.button("join-list").click()
            number(viewer, len(late) + 1)
            viewer.look("waiting-list")
            late.append(viewer)
        board = Viewer("en", 1280, "host", open_page(browser, *HOMES[0], 1280), inside[0].words)
        board.page.goto(links["host_link"])
        expect(board.button("host-list-more", n=4)).to_be_visible()
        board.look("host-waiting-list")
        leave(inside[0])
        in_by_turn(late[0])
        number(late[1], 1)
        board.button("host-list-more", n=3).click()
        for viewer in late[1:]:
            in_by_turn(viewer)
        found = [line for each in (*inside, *late, board) for line in each.found]
    assert found == [], "\n".join(found)


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
    viewer.look("left")


def in_by_turn(viewer: Viewer) -> None:
    """Told aloud, and on the way in."""
    expect(viewer.page.get_by_role("status").get_by_text(viewer.words("queue-in"))).to_be_visible()
    expect(viewer.button("profile-skip")).to_be_visible()
