"""The whole journey without a mouse and with an input method: what is pressed, and what is spoken."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from server.client import Tsunagari
from server.protocol.parts import Language, Profile
from tests.e2e.company import Company
from tests.e2e.conftest import Invite
from tests.e2e.stage import Stage

MOST_TABS = 80
# A round that passes both marks of the countdown, after a notice that passes one.
PLAN = {
    "rounds": 1,
    "round_seconds": 62,
    "wrap_seconds": 6,
    "break_seconds": 3,
    "propose_seconds": 3,
    "notice_seconds": 12,
}
KOFI = Profile(name="Kofi", zone="Africa/Accra", languages=[Language(code="en", level=4)])
FOCUSED = """
() => {
  const at = document.activeElement;
  if (at === document.body) return "";
  const label = at?.labels?.[0]?.innerText ?? "";
  return [at?.getAttribute("aria-label") ?? "", at?.innerText ?? "", label].join(" ").trim();
}
"""
# Keeps what a screen reader is given to say: each text that a live region turned into.
LISTEN = """
window.__spoken = [];
const last = new Map();
const LIVE = "[role=status], [role=alert], [aria-live]";
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(LIVE);
    const text = region?.textContent.trim() ?? "";
    if (region && last.get(region) !== text) window.__spoken.push(text);
    if (region) last.set(region, text);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
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


def compose(page: Page, text: str) -> None:
    """Write as by an input method, whose Enter chooses the word and belongs to nobody else."""
    hands = page.context.new_cdp_session(page)
    end = {"selectionStart": len(text), "selectionEnd": len(text)}
    hands.send("Input.imeSetComposition", {"text": text, **end})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
    for kind in ("rawKeyDown", "keyUp"):
        hands.send("Input.dispatchKeyEvent", {"type": kind, **enter})
    hands.send("Input.insertText", {"text": text})
    hands.detach()


@pytest.mark.timeout(240)
def test_a_whole_evening_by_keyboard(stage: Stage, invite: Invite, people: Company) -> None:
    links = stage.event(**PLAN)
    jonas = invite("Jonas")
    jonas.come_in(links["join_link"])
    page = invite("Mai").page
    page.add_init_script(LISTEN)

    comes_in(page, links["join_link"])
    wishes(page)
    meets_somebody_now(page, links, people)
    jonas.be_ready()
    press(page, "I’m ready for round")
    expect(page.get_by_role("button", name="Not this round").first).to_be_visible()

    host = invite("Host").page
    host.goto(links["host_link"])
    press(host, "Start round 1")
    expect(page.get_by_role("heading", name="You are meeting Jonas")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Leave").wait_for()
    go_to(page, "Write to Jonas")
    compose(page, "もしもし")
    expect(page.get_by_role("textbox", name="Write to Jonas")).to_have_value("もしもし")
    page.keyboard.type(", hello by keyboard")
    page.keyboard.press("Enter")
    expect(jonas.page.get_by_role("log").locator(".msg")).to_have_count(1)
    expect(jonas.page.get_by_role("log")).to_contain_text("もしもし, hello by keyboard")
    for way in ("Leave", "Report"):
        press(page, way)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        # The focus comes back to its button, if not at once then with the next frame.
        page.wait_for_function(f"(way) => ({FOCUSED})().includes(way)", arg=way, timeout=2_000)
    page.get_by_role("button", name="Yes, keep").wait_for(timeout=90_000)
    press(page, "Yes, keep")
    expect(page.get_by_role("button", name="Yes, keep")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("heading", level=1)).to_contain_text("thread", timeout=90_000)
    spoken = page.evaluate("window.__spoken")
    for words in ("Ten seconds to round 1.", "One minute left.", "Ten seconds left."):
        assert spoken.count(words) == 1, f"{words}: {spoken}"


def comes_in(page: Page, link: str) -> None:
    """From the invitation to the lobby; a word that is being composed sends nothing."""
    page.goto(link)
    go_to(page, "Your name, as people should call you")
    compose(page, "まい")
    assert page.url == link
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Mai")
    page.keyboard.press("Enter")
    page.get_by_role("combobox").first.wait_for()
    go_to(page, "Or say it in your own words")
    compose(page, "おんせん")
    field = page.get_by_role("combobox", name="Or say it in your own words")
    expect(field).to_have_value("おんせん")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    press(page, "Skip for now. We will match you by language.")
    press(page, "Enter the lobby")


def wishes(page: Page) -> None:
    """Open what one would rather not, say one of it, take it back, and close it."""
    press(page, "Open: Your evening")
    expect(page.get_by_role("heading", name="Your evening").last).to_be_focused()
    for pressed in ("true", "false"):
        press(page, "Only groups, no room for two")
        wish = page.get_by_role("button", name="Only groups, no room for two")
        expect(wish).to_have_attribute("aria-pressed", pressed)
    press(page, "Close")
    expect(page.get_by_role("heading", name="I would rather not")).to_be_hidden()


def meets_somebody_now(page: Page, links: dict[str, str], people: Company) -> None:
    """Ask for a talk before the first round, say yes, and leave it again."""
    kofi = people.person(links, KOFI, ready=False)
    people.do(kofi.meet_now("text"))
    press(page, "Find someone")
    press(page, "Meet now")
    people.do(accept(kofi))
    expect(page.locator("figure.tile[data-person]:not(.self-pip)")).to_be_visible(timeout=20_000)
    press(page, "Leave")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Leave")
    expect(page.get_by_role("button", name="I’m ready for round").first).to_be_visible()
    people.do(kofi.stop_waiting())


async def accept(who: Tsunagari) -> None:
    """Say yes to whoever is proposed."""
    replica = await who.until(lambda replica: bool(replica.pool and replica.pool.match))
    assert replica.pool is not None
    assert replica.pool.match is not None
    await who.accept(replica.pool.match.id)
