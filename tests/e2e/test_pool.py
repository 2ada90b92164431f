"""Meeting somebody now: asked for in the lobby, proposed, accepted by both, and then a real call."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from server.client import Tsunagari
from server.protocol.parts import Language, Profile
from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, nothing_found, way_in

PLAN = {"rounds": 2, "round_seconds": 120, "wrap_seconds": 1, "propose_seconds": 1}
KOFI = Profile(name="Kofi", zone="Africa/Accra", languages=[Language(code="en", level=4)])


@pytest.mark.timeout(200)
def test_people_of_the_lobby_meet_before_the_first_round(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    links = stage.event(**PLAN)
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"], look=False)
    first, second = viewers
    ask(first)
    first.look_both("pool-waiting")
    kofi = people.person(links, KOFI)
    people.do(kofi.meet_now("text"))
    proposed(first)
    declined(first)
    ask(second)
    proposed(second)
    people.do(decline(kofi))
    overlooked(second)
    people.do(kofi.stop_waiting())
    ask(first)
    for viewer in viewers:
        expect(viewer.button("pool-accept")).to_be_visible(timeout=20_000)
    accepted(*viewers)
    nothing_found(viewers)


def ask(viewer: Viewer) -> None:
    viewer.button("pool-join").click()
    heading = viewer.page.get_by_role("heading", name=viewer.words("pool-looking"))
    expect(heading).to_be_visible()


def proposed(viewer: Viewer) -> None:
    """The card of somebody with whom one shares a language, and half a minute to answer."""
    expect(viewer.button("pool-accept")).to_be_visible(timeout=20_000)
    viewer.look("pool-match")


def declined(viewer: Viewer) -> None:
    """A no leads back to the lobby and costs nothing."""
    viewer.button("not-now").click()
    viewer.button("pool-stop").click()
    expect(viewer.button("pool-join")).to_be_visible()


async def decline(kofi: Tsunagari) -> None:
    """Say no to whoever is proposed."""
    replica = await kofi.until(lambda replica: bool(replica.pool and replica.pool.match))
    assert replica.pool is not None
    assert replica.pool.match is not None
    await kofi.decline(replica.pool.match.id)


def overlooked(viewer: Viewer) -> None:
    """The other's no is told as what could be anything, and one is first in line."""
    expect(viewer.page.get_by_text(viewer.words("notice-match-others"))).to_be_visible()
    expect(viewer.page.get_by_text(viewer.words("pool-first"))).to_be_visible()
    viewer.look_both("pool-first")


def accepted(first: Viewer, second: Viewer) -> None:
    """Two yeses open a room in which the two see each other."""
    first.button("pool-accept").click()
    expect(first.page.get_by_text(first.words("pool-accepted-note"))).to_be_visible()
    first.look_both("pool-accepted")
    second.button("pool-accept").click()
    for viewer in (first, second):
        tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
        expect(tile).to_have_attribute("data-state", "video", timeout=30_000)
