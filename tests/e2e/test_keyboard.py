"""The whole journey without a mouse: from the invitation into a room, out of it, and to the end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Invite
from tests.e2e.stage import Stage

MOST_TABS = 80
PLAN = {
    "rounds": 1,
    "round_seconds": 40,
    "wrap_seconds": 5,
    "break_seconds": 3,
    "propose_seconds": 3,
    "notice_seconds": 2,
}
FOCUSED = """
() => {
  const at = document.activeElement;
  if (at === document.body) return "";
  const label = at?.labels?.[0]?.innerText ?? "";
  return [at?.getAttribute("aria-label") ?? "", at?.innerText ?? "", label].join(" ").trim();
}
"""


def go_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so; it must be visible there."""
    passed = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if name in focused:
            return
        passed.append(focused[:30])
    raise AssertionError(f"{name!r} cannot be reached by Tab: {passed}")


def press(page: Page, name: str) -> None:
    """Reach a control by Tab and press it."""
    page.get_by_role("button", name=name).first.wait_for()
    go_to(page, name)
    page.keyboard.press("Enter")


@pytest.mark.timeout(240)
def test_a_whole_evening_by_keyboard(stage: Stage, invite: Invite) -> None:
    links = stage.event(**PLAN)["links"]
    jonas = invite("Jonas", "green")
    jonas.come_in(links["join_link"])
    jonas.be_ready()
    page = invite("Mai", "red").page

    page.goto(links["join_link"])
    go_to(page, "Your name, as people should call you")
    page.keyboard.type("Mai")
    page.keyboard.press("Enter")
    press(page, "Skip for now. We will match you by language.")
    press(page, "Enter the lobby")
    press(page, "I’m ready for round")
    expect(page.get_by_role("button", name="Not this round").first).to_be_visible()

    host = invite("Host").page
    host.goto(links["host_link"])
    press(host, "Start round 1")
    expect(page.get_by_role("heading", name="You are meeting Jonas")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Leave").wait_for()
    go_to(page, "Write to Jonas")
    page.keyboard.type("Hello by keyboard")
    page.keyboard.press("Enter")
    expect(jonas.page.get_by_role("log")).to_contain_text("Hello by keyboard")
    for way in ("Leave", "Report"):
        press(page, way)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        # The focus comes back to its button, if not at once then with the next frame.
        page.wait_for_function(f"(way) => ({FOCUSED})().includes(way)", arg=way, timeout=2_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("thread", timeout=90_000)
