"""Doors: invitations that are early, full or over, and devices that do not work as they should."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from server.protocol.parts import Profile
from server.web.wording import read_words
from tests.e2e.company import Company
from tests.e2e.guests import FLAGS, launch
from tests.e2e.stage import ROOT, Stage
from tests.e2e.viewers import HOMES, SCREENS, Viewer, nothing_found, open_page

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


@pytest.mark.timeout(200)
def test_invitations_that_are_early_full_or_over(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    early = stage.event(starts_at=early_start(), zone="Asia/Tokyo", note="Bring tea.")["join_link"]
    full = stage.event(title="A very small and long named gathering", capacity=2)
    over = stage.event(rounds=1)
    people.do(people.host(over).host.close(in_seconds=0))
    for name in ("Amara", "Kenji"):
        people.person(full, Profile(name=name, city="Lagos", zone="Africa/Lagos"))
    for viewer in viewers:
        for screen, link in (("early", early), ("full", full["join_link"])):
            viewer.page.goto(link)
            viewer.look(f"join-{screen}")
        expect(viewer.page.get_by_text(viewer.words("join-full-next", n=1))).to_be_visible()
        viewer.page.goto(over["join_link"])
        viewer.look("join-over")
    nothing_found(viewers)


def early_start() -> str:
    """Return an evening in a year."""
    return f"{datetime.now(UTC) + timedelta(days=365):%Y-%m-%d}T21:00"


@pytest.mark.timeout(200)
def test_devices_that_are_busy_missing_or_out_of_reach(stage: Stage, browser: Browser) -> None:
    link = stage.event()["join_link"]
    for lang, width in (("en", 360), ("ja", 1280)):
        for trouble, script in TROUBLES.items():
            page = open_page(browser, lang, width)
            page.add_init_script(script)
            viewer = reader(lang, width, page)
            way_to_devices(viewer, link)
            expect(page.get_by_role("heading", level=1)).to_have_text(
                viewer.words(f"dev-{trouble}")
            )
            viewer.look(f"devices-{trouble}")
            nothing_found([viewer])
            page.context.close()


@pytest.mark.timeout(200)
def test_a_blocked_camera_gets_help_and_a_way_on(stage: Stage, playwright: Playwright) -> None:
    link = stage.event()["join_link"]
    SCREENS.mkdir(parents=True, exist_ok=True)
    quiet = [flag for flag in FLAGS if flag != "--use-fake-ui-for-media-stream"]
    with launch(playwright, [*quiet, "--deny-permission-prompts"]) as browser:
        for lang in HOMES:
            viewer = reader(lang, 360, open_page(browser, lang, 360, devices=False))
            way_to_devices(viewer, link)
            expect(viewer.button("dev-continue-text")).to_be_visible()
            expect(viewer.page.get_by_role("heading", level=1)).not_to_have_text(
                viewer.words("dev-title"), timeout=20_000
            )
            viewer.look("devices-denied")
            viewer.button("dev-continue-text").click()
            expect(viewer.button("lobby-ready", n=1)).to_be_visible()
            nothing_found([viewer])


def reader(lang: str, width: int, page: Page) -> Viewer:
    """Return the viewer of a page."""
    return Viewer(lang, width, "Linh", page, read_words(ROOT / "static" / "i18n")[lang])


def way_to_devices(viewer: Viewer, link: str) -> None:
    """Walk from the invitation to the device check."""
    page, words = viewer.page, viewer.words
    page.goto(link)
    page.get_by_label(words("join-name")).fill(viewer.name)
    page.get_by_role("button", name=words("join-enter", name=viewer.name)).click()
    viewer.button("profile-skip").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
