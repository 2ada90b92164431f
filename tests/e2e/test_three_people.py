"""Three people in real browsers meet each other, round by round, and see who they should see."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.company import Company, company
from tests.e2e.conftest import Invite
from tests.e2e.guests import Guest
from tests.e2e.stage import Stage

PLAN = {
    "rounds": 3,
    "round_seconds": 12,
    "wrap_seconds": 1,
    "break_seconds": 1,
    "propose_seconds": 1,
    "notice_seconds": 0,
}


def until(what: Callable[[], bool], seconds: float, page: Page, why: str) -> None:
    """Look again until it is so; the browsers work on meanwhile."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, why
        page.wait_for_timeout(100)


def names_on_tiles(guest: Guest) -> set[str]:
    tiles = guest.page.locator("figure.tile[data-person]:not(.self-pip) .plate-n")
    return set(tiles.all_inner_texts())


def start(host: Guest, host_link: str) -> None:
    host.page.goto(host_link)
    host.page.get_by_role("button", name="Start round 1").click()


def test_three_rounds_of_pairs_with_pictures_of_the_right_people(
    stage: Stage, invite: Invite
) -> None:
    links = stage.event(**PLAN, trios=False)
    people = [invite("Mai", "red"), invite("Jonas", "green"), invite("Amara", "blue")]
    colours = {each.name: each.colour for each in people}
    for each in people:
        each.come_in(links["join_link"])
        each.be_ready()
    host = invite("Host")
    start(host, links["host_link"])

    met: list[frozenset[str]] = []
    for number in (1, 2, 3):
        seated = seated_in_round(people, number)
        pair = frozenset(each.name for each in seated)
        met.append(pair)
        for each in seated:
            (partner,) = pair - {each.name}
            until(
                lambda e=each, p=partner: e.colours_seen().get(p) == colours[p],  # type: ignore[misc]
                12,
                each.page,
                f"round {number}: {each.name} sees {each.colours_seen()}, not {partner}",
            )
            before = each.frames_decoded()
            until(
                lambda e=each, b=before: e.frames_decoded() > b + 5,  # type: ignore[misc]
                8,
                each.page,
                f"round {number}: {each.name} decodes no frames",
            )
    assert len(set(met)) == 3, f"somebody met twice: {met}"
    for each in people:
        expect(each.page.get_by_role("heading", level=1)).to_contain_text(
            re.compile("tied 2 threads"), timeout=30_000
        )


def seated_in_round(people: list[Guest], number: int) -> list[Guest]:
    """Wait until two of them are in a room of this round, and return them."""
    page = people[0].page

    def seated() -> list[Guest]:
        return [
            each
            for each in people
            if each.page.get_by_text(f"Round {number} of 3").count() and names_on_tiles(each)
        ]

    until(lambda: len(seated()) == 2, 40, page, f"no pair in round {number}")
    return seated()


def test_without_a_camera_one_goes_on_and_can_write(
    stage: Stage, invite: Invite, people: Company
) -> None:
    links = stage.event(**{**PLAN, "rounds": 1, "round_seconds": 60})
    mai, jonas = invite("Mai", "red"), invite("Jonas", None)
    mai.come_in(links["join_link"])
    mai.be_ready()
    page = jonas.page
    page.goto(links["join_link"])
    page.get_by_label("Your name, as people should call you").fill("Jonas")
    page.get_by_role("button", name="Enter as Jonas").click()
    page.get_by_role("button", name="Skip for now. We will match you by language.").click()
    page.get_by_role("button", name="Text only").click()
    jonas.be_ready()
    people.do(people.host(links).host.start(in_seconds=0))
    for each in (mai, jonas):
        until(lambda e=each: bool(names_on_tiles(e)), 30, each.page, "no room")  # type: ignore[misc]
    page.get_by_label("Write to Mai").fill("I can only write today.")
    page.get_by_role("button", name="Send").click()
    expect(mai.page.get_by_role("log")).to_contain_text("I can only write today.")
    expect(mai.page.locator("figure.tile[data-person]:not(.self-pip)")).to_have_attribute(
        "data-state", "text"
    )


def test_a_reload_and_a_killed_server_in_mid_round_lead_back_to_the_same_room(
    own_stage: Stage, invite: Invite
) -> None:
    links = own_stage.event(**{**PLAN, "rounds": 1, "round_seconds": 90})
    mai, jonas = invite("Mai", "red"), invite("Jonas", "green")
    for each in (mai, jonas):
        each.come_in(links["join_link"])
        each.be_ready()
    with company(own_stage) as people:
        people.do(people.host(links).host.start(in_seconds=0))
    sees_each_other(mai, jonas)
    mai.page.reload()
    sees_each_other(mai, jonas)
    the_call_goes_on_when_the_server_is_killed_and_state_is_back_in_3_s(own_stage, mai, jonas)


def the_call_goes_on_when_the_server_is_killed_and_state_is_back_in_3_s(
    stage: Stage, mai: Guest, jonas: Guest
) -> None:
    connections = [each.page.evaluate("window.__connections.length") for each in (mai, jonas)]
    left = time_left(mai.page)
    before = mai.frames_decoded()
    stopped = time.monotonic()

    stage.kill()
    expect(mai.page.get_by_text("We lost the connection.")).to_be_visible()
    until(lambda: mai.frames_decoded() > before + 10, 10, mai.page, "the call stopped")
    stage.start()
    for each in (mai, jonas):
        expect(each.page.get_by_text("We lost the connection.")).to_be_hidden(timeout=3_000)

    sees_each_other(mai, jonas)
    after = [each.page.evaluate("window.__connections.length") for each in (mai, jonas)]
    assert after == connections, "the call was built anew"
    passed = time.monotonic() - stopped
    assert abs((left - time_left(mai.page)) - passed) < 2.5, "the deadline moved"


def sees_each_other(one: Guest, other: Guest) -> None:
    for viewer, seen in ((one, other), (other, one)):
        until(
            lambda v=viewer, s=seen: v.colours_seen().get(s.name) == s.colour,  # type: ignore[misc]
            25,
            viewer.page,
            f"{viewer.name} does not see {seen.name}: {viewer.colours_seen()}",
        )


def time_left(page: Page) -> float:
    """Read the ring's clock: seconds left of the round."""
    minutes, _, seconds = page.locator(".timer .num").first.inner_text().partition(":")
    return int(minutes) * 60 + float(seconds)
