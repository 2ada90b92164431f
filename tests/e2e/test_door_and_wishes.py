"""What somebody would rather not, in a browser; the door after a removal; what the host is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Playwright, expect

from server.web.wording import read_words
from tests.e2e.guests import FLAGS, launch
from tests.e2e.stage import ROOT, Stage
from tests.e2e.viewers import HOMES, SCREENS, Viewer, open_page

PLAN = {
    "rounds": 8,
    "round_seconds": 6,
    "wrap_seconds": 1,
    "break_seconds": 60,
    "propose_seconds": 0,
    "notice_seconds": 1,
}


def come(browser: Browser, home: tuple[str, str, str], name: str, link: str) -> Viewer:
    """Join in one's own context, on a phone, and answer as little as possible."""
    lang, locale, zone = home
    words = read_words(ROOT / "static" / "i18n")[lang]
    page = open_page(browser, lang, locale, zone, 360)
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


@pytest.mark.timeout(300)
def test_wishes_the_door_and_what_a_host_is_told(stage: Stage, playwright: Playwright) -> None:
    links = stage.event(**PLAN)["links"]
    SCREENS.mkdir(parents=True, exist_ok=True)
    with launch(playwright, FLAGS) as browser:
        guests = [
            come(browser, home, name, links["join_link"])
            for home, name in ((HOMES[0], "Linh"), (HOMES[1], "遥"), (HOMES[0], "Kofi"))
        ]
        for viewer in guests:
            get_ready(viewer)
        wishes(guests[0])
        wishes(guests[1])
        host = open_page(browser, "en", "en-GB", "Asia/Tokyo", 1280)
        host.goto(links["host_link"])
        board = Viewer("en", 1280, "host", host, guests[0].words)
        expect(host.get_by_text(board.words("outlook-short", short=3, rounds=8))).to_be_visible()
        board.look("host-outlook")
        newcomer = removed_comes_again(browser, board, links["join_link"])
        went(board)
        found = [line for each in (*guests, newcomer, board) for line in each.found]
    assert found == [], "\n".join(found)


def removed_comes_again(browser: Browser, board: Viewer, link: str) -> Viewer:
    """Remove somebody; who comes by the same link under another name waits for a tap."""
    host = board.page
    acts = host.get_by_role("group", name=board.words("host-more", name="Kofi"))
    acts.get_by_role("button", name=board.words("host-remove"), exact=True).click()
    host.get_by_role("dialog").get_by_role("button", name=board.words("host-remove")).click()
    newcomer = come(browser, HOMES[1], "Ama", link)
    expect(newcomer.page.get_by_role("heading", name=newcomer.words("held-title"))).to_be_visible()
    newcomer.look("held")
    expect(board.button("host-door-admit")).to_be_visible()
    board.look("host-door")
    board.button("host-door-admit").click()
    get_ready(newcomer)
    return newcomer


def went(board: Viewer) -> None:
    """After a round the board says how it went."""
    board.button("host-start", n=1).click()
    title = board.page.get_by_role("heading", name=board.words("went-title", n=1))
    expect(title).to_be_visible(timeout=40_000)
    board.look("host-how-it-went")
