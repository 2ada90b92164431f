"""Partners who write, fall silent, stay away; and the bench: each screen photographed and read.

Each viewer has an evening of their own, with partners who come by the Python client.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import expect

from server.client import Tsunagari
from server.protocol.parts import Language, Profile
from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, nothing_found, way_in

PLAN = {
    "rounds": 2,
    "round_seconds": 900,
    "wrap_seconds": 1,
    "break_seconds": 60,
    "propose_seconds": 1,
    "notice_seconds": 0,
}
BOTH = [Language(code="en", level=4), Language(code="ja", level=4)]
PARTNER = Profile(
    name="محمد الطيب عبد الرحمن",
    reading="Muhammad",
    city="Thiruvananthapuram",
    zone="Asia/Kolkata",
    role="alumni",
    cohort=2011,
    languages=BOTH,
    offers=["tourism"],
    seeks=["visa"],
    recruiters_ok=True,
)
THIRD = Profile(name="Sofia", city="São Paulo", zone="America/Sao_Paulo", languages=BOTH)
STRANGER = Profile(
    name="Rashidi", zone="Africa/Dar_es_Salaam", languages=[Language(code="sw", level=4)]
)
LINES = (
    "مرحبا، كيف حالك؟",
    "https://example.org/a-very-long-address-without-any-place-to-break-it",
)


@dataclass
class Evening:
    """One viewer's own event and who else is there."""

    viewer: Viewer
    links: dict[str, str]
    host: Tsunagari
    partner: Tsunagari


def open_evening(
    stage: Stage,
    people: Company,
    viewer: Viewer,
    profile: Profile,
    mode: Literal["text", "video"] = "text",
    **plan: int,
) -> Evening:
    """Make an event for one viewer, with a host and somebody to meet."""
    links = stage.event(**PLAN | plan)
    host = people.host(links)
    partner = people.person(links, profile, mode=mode)
    way_in(viewer, stage.url, links["join_link"], look=False)
    return Evening(viewer, links, host, partner)


def start(people: Company, evening: Evening, ready: int) -> None:
    """Begin as soon as so many are ready."""
    host = evening.host

    async def begin() -> None:
        await host.until(
            lambda replica: sum(each.state == "ready" for each in replica.people.values()) >= ready
        )
        await host.host.start(in_seconds=0)

    people.do(begin())


@pytest.mark.timeout(200)
def test_a_partner_who_writes_falls_silent_and_does_not_come_back(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    evenings = [open_evening(stage, people, viewer, PARTNER) for viewer in viewers]
    for evening in evenings:
        start(people, evening, 2)
        room_of(evening.viewer)
        written(people, evening)
        stopped(people, evening)
        enlarged(viewer=evening.viewer)
        people.drop(evening.partner, 40)
        expect(evening.viewer.page.locator("figure.tile.gone")).to_be_visible(timeout=20_000)
        evening.viewer.look("room-reconnecting")
    for evening in evenings:
        viewer = evening.viewer
        expect(viewer.button("room-choose-next")).to_be_visible(timeout=40_000)
        viewer.look("room-choices")
        viewer.button("room-choose-lounge").click()
        expect(viewer.button("room-choose-lounge")).to_be_hidden()
    nothing_found(viewers)


def room_of(viewer: Viewer) -> None:
    """Wait for the room, with somebody who writes."""
    tile = viewer.page.locator("figure.tile[data-person]:not(.self-pip)")
    expect(tile).to_have_attribute("data-state", "text", timeout=30_000)


def written(people: Company, evening: Evening) -> None:
    """Exchange lines in the room and look at them."""
    viewer, partner = evening.viewer, evening.partner

    async def write() -> None:
        replica = await partner.until(lambda replica: replica.room is not None)
        assert replica.room is not None
        await partner.enter(replica.room)
        for line in LINES:
            await partner.chat(line, replica.room.room)

    people.do(write())
    if viewer.width < 960:
        viewer.page.locator(".to-chat").click()
    field = viewer.page.get_by_role("textbox")
    field.fill({"en": "Hello. Can you read this?", "ja": "こんにちは。読めますか。"}[viewer.lang])
    field.press("Enter")
    expect(viewer.page.get_by_role("log")).to_contain_text(LINES[1])
    viewer.look("room-chat")
    if viewer.width < 960:
        field.press("Escape")


def stopped(people: Company, evening: Evening) -> None:
    """Stop the clock, look, and let it run again."""
    viewer, host = evening.viewer, evening.host
    people.do(host.host.pause())
    people.do(host.host.announce("Coffee is on the table. コーヒーをどうぞ。"))
    expect(viewer.page.locator(".banner").first).to_be_visible()
    viewer.look("room-paused")
    people.do(host.host.resume())


def enlarged(viewer: Viewer) -> None:
    """Look at the room as it is at four times the size on a desk: everything can be reached."""
    page, size = viewer.page, viewer.page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": 320, "height": 256})
    leave = page.get_by_role("button", name=viewer.words("room-leave-action"), exact=True)
    leave.scroll_into_view_if_needed()
    expect(leave).to_be_in_viewport()
    viewer.look("room-enlarged")
    page.set_viewport_size(size)


@pytest.mark.timeout(200)
def test_a_trio_and_the_bench(stage: Stage, viewers: list[Viewer], people: Company) -> None:
    english, japanese = viewers
    trio(stage, people, english)
    unheard(stage, people, english)
    sat_out(stage, people, japanese)
    given_up(english)
    left_over(stage, people, english, STRANGER, "language", ready=2)
    left_over(stage, people, japanese, STRANGER, "alone", ready=1)
    nothing_found(viewers)


def trio(stage: Stage, people: Company, viewer: Viewer) -> None:
    """Three meet: all are named on the card and seen in the room."""
    evening = open_evening(stage, people, viewer, PARTNER, propose_seconds=12)
    people.person(evening.links, THIRD)
    start(people, evening, 3)
    expect(viewer.page.locator(".pair.group")).to_be_visible(timeout=20_000)
    viewer.look_both("proposed-trio")
    expect(viewer.page.locator(".stage .tile")).to_have_count(3, timeout=20_000)
    viewer.look_both("room-trio")


def unheard(stage: Stage, people: Company, viewer: Viewer) -> None:
    """Somebody who promised a picture sends nothing: one reads that it is being tried."""
    evening = open_evening(stage, people, viewer, THIRD, mode="video")
    start(people, evening, 2)
    people.enter(evening.partner)
    connecting = viewer.words("room-connecting", name=THIRD.name)
    expect(viewer.page.get_by_text(connecting)).to_be_visible(timeout=20_000)
    viewer.look("room-connecting")


def given_up(viewer: Viewer) -> None:
    """When neither picture nor sound came about, writing is what is left, and a try more."""
    tried = viewer.page.get_by_text(viewer.words("room-fallback-text"))
    expect(tried).to_be_visible(timeout=30_000)
    viewer.look_both("room-fallback-text")


def sat_out(stage: Stage, people: Company, viewer: Viewer) -> None:
    """Who sits a round out is told so in the lobby."""
    evening = open_evening(stage, people, viewer, PARTNER)
    people.person(evening.links, THIRD)
    viewer.button("lobby-unready").click()
    viewer.button("lobby-sitout").click()
    start(people, evening, 2)
    expect(viewer.button("lobby-sitout-back")).to_be_visible(timeout=20_000)
    viewer.page.evaluate("scrollTo(0, 0)")
    viewer.look_both("lobby-sat-out")


def left_over(
    stage: Stage, people: Company, viewer: Viewer, other: Profile, why: str, *, ready: int
) -> None:
    """Who has no seat in a round reads why."""
    evening = open_evening(stage, people, viewer, other)
    if why == "alone":
        people.do(evening.partner.ready(False))
    start(people, evening, ready)
    expect(viewer.page.get_by_text(viewer.words(f"bench-{why}"))).to_be_visible(timeout=20_000)
    viewer.look_both(f"bench-{why}")
