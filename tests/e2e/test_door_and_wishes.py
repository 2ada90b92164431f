"""What somebody would rather not, in a browser; the door after a removal; what the host is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from server.web.wording import read_words
from tests.e2e.stage import ROOT, Stage
from tests.e2e.viewers import Viewer, nothing_found, open_page

PLAN = {
    "rounds": 8,
    "round_seconds": 6,
    "wrap_seconds": 1,
    "break_seconds": 60,
    "propose_seconds": 0,
    "notice_seconds": 1,
}


def come(browser: Browser, lang: str, name: str, link: str) -> Viewer:
    """Join in one's own context, on a phone, and answer as little as possible."""
    words = read_words(ROOT / "static" / "i18n")[lang]
    page = open_page(browser, lang, 360)
    page.goto(link)
    page.get_by_label(words("join-name")).fill(name)
    page.get_by_role("button", name=words("join-enter", name=name)).click()
    return Viewer(lang, 360, name, page, words)


def get_ready(viewer: Viewer) -> None:
    """Walk from the questions to the lobby, and be ready."""
    viewer.button("profile-skip").click()
    viewer.button("dev-enter").click()
    viewer.button("lobby-ready", n=1).click()
    expect(viewer.button("lobby-unready")).to_be_visible()


def pick(viewer: Viewer, key: str) -> None:
    """Tap one of the wishes, and see that it stuck."""
    button = viewer.page.get_by_role("button", name=viewer.words(key), exact=True)
    before = button.get_attribute("aria-pressed")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false" if before == "true" else "true")


def wishes(viewer: Viewer) -> None:
    """Each is one tap and back; the strongest outlives a reload."""
    door = f"{viewer.words('open')}: {viewer.words('lobby-options')}"
    viewer.page.get_by_role("button", name=door).click()
    for key in ("lobby-no-one-to-one", "wish-no-recruiters", "wish-sit-out", "wish-pause"):
        pick(viewer, key)
        pick(viewer, key)
    pick(viewer, "wish-quiet")
    viewer.look("wishes")
    viewer.page.reload()
    back = viewer.button("lobby-quiet-back")
    expect(back).to_be_visible()
    viewer.look("lobby-quiet")
    back.click()
    expect(back).to_be_hidden()


@pytest.mark.timeout(200)
def test_wishes_the_door_and_what_a_host_is_told(stage: Stage, browser: Browser) -> None:
    links = stage.event(**PLAN)
    guests = [
        come(browser, lang, name, links["join_link"])
        for lang, name in (("en", "Linh"), ("ja", "遥"), ("en", "Kofi"))
    ]
    for viewer in guests:
        get_ready(viewer)
    wishes(guests[0])
    wishes(guests[1])
    page = open_page(browser, "en", 1280, zone="Asia/Tokyo")
    page.goto(links["host_link"])
    board = Viewer("en", 1280, "host", page, guests[0].words)
    expect(page.get_by_text(board.words("outlook-short", short=3, rounds=8))).to_be_visible()
    board.look_both("host-outlook")
    newcomer = removed_comes_again(browser, board, guests[2], links["join_link"])
    went(board)
    nothing_found([*guests, newcomer, board])
    for each in (*guests, newcomer, board):
        each.page.context.close()


def removed_comes_again(browser: Browser, board: Viewer, kofi: Viewer, link: str) -> Viewer:
    """Remove somebody; who comes by the same link under another name waits for a tap."""
    host = board.page
    linh = host.get_by_role("group", name=board.words("host-more", name="Linh"))
    linh.get_by_role("button", name=board.words("host-joker"), exact=True).click()
    expect(host.get_by_text(board.words("host-joker-tag"), exact=True)).to_be_visible()
    acts = host.get_by_role("group", name=board.words("host-more", name="Kofi"))
    acts.get_by_role("button", name=board.words("host-remove"), exact=True).click()
    host.get_by_role("dialog").get_by_role("button", name=board.words("host-remove")).click()
    expect(kofi.page.get_by_role("heading", name=kofi.words("removed-title"))).to_be_visible()
    newcomer = come(browser, "ja", "Ama", link)
    expect(newcomer.page.get_by_role("heading", name=newcomer.words("held-title"))).to_be_visible()
    newcomer.look_both("held")
    expect(board.button("host-door-admit")).to_be_visible()
    # Neither who was taken out nor who waits before the door is here.
    expect(host.locator(".stat > div").first).to_have_text(f"2{board.words('host-stat-here')}")
    board.look_both("host-door", part="[aria-labelledby=door]")
    board.button("host-door-admit").click()
    get_ready(newcomer)
    return newcomer


def went(board: Viewer) -> None:
    """After a round the board says how it went."""
    board.button("host-start", n=1).click()
    title = board.page.get_by_role("heading", name=board.words("went-title", n=1))
    expect(title).to_be_visible(timeout=40_000)
    board.look_both("host-how-it-went", part="[aria-labelledby=went]")
