"""Doors: invitations that are early, full or over, and devices that do not work as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Playwright, expect

from server.protocol.parts import Profile
from tests.e2e.company import company
from tests.e2e.stage import ROOT, Stage
from tests.e2e.viewers import Viewer, four_viewers

# What a browser says when a device is held by somebody else, or is not there.
REFUSES = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '%s'); };"
# What a page over plain http finds.
HIDES = """
Object.defineProperty(window, "isSecureContext", { value: false });
Object.defineProperty(navigator, "mediaDevices", { value: undefined });
"""
TROUBLES = {
    "busy": REFUSES % "NotReadableError",
    "none": REFUSES % "NotFoundError",
    "insecure": HIDES,
}


@pytest.fixture
def viewers(playwright: Playwright, stage: Stage) -> Iterator[list[Viewer]]:
    with four_viewers(playwright, stage) as made:
        yield made


@pytest.mark.timeout(300)
def test_invitations_that_are_early_full_or_over(stage: Stage, viewers: list[Viewer]) -> None:
    early = stage.event(
        title="Homecoming", starts_at=early_start(), zone="Asia/Tokyo", note="Bring tea."
    )["links"]["join_link"]
    full = stage.event(title="A very small and long named gathering", capacity=2)["links"]
    over = stage.event(title="Homecoming", rounds=1)["links"]
    with company(stage) as people:
        host = people.host(over)
        people.do(host.host.close(in_seconds=0))
        for name in ("Amara", "Kenji"):
            people.person(full, Profile(name=name, city="Lagos", zone="Africa/Lagos"))
        for viewer in viewers:
            for screen, link in (("early", early), ("full", full["join_link"])):
                viewer.page.goto(link)
                viewer.look(f"join-{screen}")
            expect(viewer.page.get_by_text(viewer.words("join-full-next", n=1))).to_be_visible()
            viewer.page.goto(over["join_link"])
            viewer.look("join-over")
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)


@pytest.mark.timeout(300)
def test_a_title_is_all_that_an_event_needs_and_its_absence_is_said(
    stage: Stage, viewers: list[Viewer]
) -> None:
    door = stage.log().split("owner: ", 1)[1].split()[0]
    page = viewers[0].page
    page.goto(door)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("/new$"))
    made = page.url
    cookies = page.context.cookies()
    for viewer in viewers:
        viewer.page.context.add_cookies(cookies)
        viewer.page.goto(made)
        viewer.page.locator("details").first.evaluate("each => { each.open = true; }")
        viewer.page.locator("form").first.evaluate("each => { each.noValidate = true; }")
        viewer.page.get_by_role("button", name=viewer.words("create-go")).first.click()
        expect(viewer.page.locator(".field-error").first).to_be_visible()
        viewer.look("create-errors")
        viewer.page.screenshot(
            path=ROOT / "artifacts" / "screens" / f"create-all-{viewer.width}-{viewer.lang}.png",
            full_page=True,
        )
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_devices_that_are_busy_missing_or_out_of_reach(
    stage: Stage, viewers: list[Viewer], trouble: str
) -> None:
    link = stage.event()["links"]["join_link"]
    for viewer in viewers:
        viewer.page.add_init_script(TROUBLES[trouble])
        way_to_devices(viewer, link)
        expect(viewer.page.get_by_role("heading", level=1)).to_have_text(
            viewer.words(f"dev-{trouble}")
        )
        viewer.look(f"devices-{trouble}")
    found = [line for viewer in viewers for line in viewer.found]
    assert found == [], "\n".join(found)


def early_start() -> str:
    """Return an evening in a year."""
    return f"{datetime.now(UTC) + timedelta(days=365):%Y-%m-%d}T21:00"


def way_to_devices(viewer: Viewer, link: str) -> None:
    """Walk from the invitation to the device check."""
    page, words = viewer.page, viewer.words
    page.goto(link)
    page.get_by_label(words("join-name")).fill(viewer.name)
    page.get_by_role("button", name=words("join-enter", name=viewer.name)).click()
    viewer.button("profile-skip").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
