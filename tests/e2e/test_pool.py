"""Meeting somebody now: asked for in the lobby, proposed, accepted by both, and then a real call."""

from __future__ import annotations

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, four_viewers, way_in

PLAN = {"rounds": 2, "round_seconds": 120, "wrap_seconds": 1, "propose_seconds": 1}


@pytest.mark.timeout(300)
def test_people_of_the_lobby_meet_before_the_first_round(
    stage: Stage, playwright: Playwright
) -> None:
    join_link = stage.event(**PLAN)["links"]["join_link"]
    with four_viewers(playwright, stage) as viewers:
        for viewer in viewers:
            way_in(viewer, stage.url, join_link, look=False)
        english, japanese = viewers[:2], viewers[2:]
        for first, second in (english, japanese):
            ask(first)
            first.look("pool-waiting")
            ask(second)
            proposed(first)
            proposed(second)
        declined(*english)
        accepted(*japanese)
        found = [line for viewer in viewers for line in viewer.found]
        assert found == [], "\n".join(found)


def ask(viewer: Viewer) -> None:
    viewer.button("pool-join").click()
    heading = viewer.page.get_by_role("heading", name=viewer.words("pool-looking"))
    expect(heading).to_be_visible()


def proposed(viewer: Viewer) -> None:
    """The card of somebody with whom one shares a language, and half a minute to answer."""
    expect(viewer.button("pool-accept")).to_be_visible(timeout=20_000)
    viewer.look("pool-match")


def declined(first: Viewer, second: Viewer) -> None:
    """A no leads back to the lobby; the other is told what could be anything."""
    viewer = first
    viewer.button("not-now").click()
    expect(viewer.button("pool-stop")).to_be_visible()
    told = second.page.get_by_text(second.words("notice-match-others"))
    expect(told).to_be_visible()
    expect(second.page.get_by_text(second.words("pool-first"))).to_be_visible()
    second.look("pool-first")
    second.button("pool-stop").click()
    expect(second.button("pool-join")).to_be_visible()


def accepted(first: Viewer, second: Viewer) -> None:
    """Two yeses open a room in which the two see each other."""
    first.button("pool-accept").click()
    expect(first.page.get_by_text(first.words("pool-accepted-note"))).to_be_visible()
    first.look("pool-accepted")
    second.button("pool-accept").click()
    for viewer in (first, second):
        tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
        expect(tile).to_have_attribute("data-state", "video", timeout=30_000)
