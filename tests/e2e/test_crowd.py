"""Many at once: a lobby of 34, a host's board of 60, and what a host does: photographed and read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from server.client import Tsunagari
from server.robots.personas import CALM, invent_all
from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, host_of, nothing_found, way_in

PLAN = {
    "rounds": 4,
    "round_seconds": 600,
    "wrap_seconds": 1,
    "break_seconds": 60,
    "propose_seconds": 1,
    "notice_seconds": 0,
}
LOBBY, BOARD, SEED = 33, 60, 7


@pytest.mark.timeout(300)
def test_a_full_lobby_and_the_board_of_its_host(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    links = stage.event(title="Homecoming 里帰り交流会", **PLAN)
    crowd = [persona.profile for persona in invent_all(BOARD, SEED, CALM)]
    came = [people.person(links, profile) for profile in crowd[:LOBBY]]
    for viewer in viewers:
        way_in(viewer, stage.url, links["join_link"], look=False)
        viewer.page.evaluate("scrollTo(0, 0)")
        viewer.look("lobby-34")
    came += [people.person(links, profile) for profile in crowd[LOBBY:]]
    boards = [host_of(viewer, links["host_link"]) for viewer in viewers]
    for board in boards:
        board.look("host-lobby-60")
    rules(boards)
    boards[0].button("host-start", n=1).click()
    for board in boards:
        expect(board.page.locator(".rt").nth(25)).to_be_visible(timeout=30_000)
    people.enter_rooms(came)
    lost = next(who for who in came if partners(who) & {viewer.name for viewer in viewers})
    present = next(viewer.name for viewer in viewers if viewer.name not in partners(lost))
    people.drop(lost, 45)
    for board in boards:
        expect(board.page.locator(".rt.alone").first).to_be_visible(timeout=20_000)
        board.look("host-amber-60")
    names = [profile.name for profile in crowd]
    once = [name for name in names if names.count(name) == 1]
    acts(boards, once, present)
    nothing_found([*viewers, *boards])


def rules(boards: list[Viewer]) -> None:
    """Rehearse, be refused nonsense, set what leaves people out, and serve them with one tap."""
    phone, desk = boards
    for board in boards:
        board.button("rules-open").click()
        expect(finding(board)).to_have_attribute("aria-busy", "false", timeout=60_000)
        board.look("host-rules", part=".rules")
    use = desk.page.get_by_role("button", name=desk.words("rules-apply", n=1))
    expect(use).to_be_disabled()
    tongues = desk.page.get_by_role("group", name=desk.words("rules-untold")).get_by_role("button")
    for spoken in tongues.all():
        spoken.click()
    expect(desk.page.get_by_role("alert")).to_have_text(desk.words("rules-bad-fallback"))
    expect(use).to_be_disabled()
    tongues.first.click()
    tongues.last.click()
    expect(desk.page.get_by_role("alert")).to_be_hidden()
    for pair in (("alumni", "alumni"), ("alumni", "student"), ("student", "student")):
        say(desk, *pair, "never")
    expect(desk.page.locator(".cause").first).to_be_visible(timeout=60_000)
    use.click()
    expect(desk.page.locator(".toast")).to_contain_text(desk.words("host-undo-rules"))
    # The other host sees what was set, and what it comes to, without a tap of their own.
    fix = phone.page.locator(".btn.fix:not(.quiet)")
    expect(fix).to_be_visible(timeout=60_000)
    left = int(re.findall(r"\d+", phone.page.locator(".finding .say").inner_text())[0])
    assert left > 10
    for board in boards:
        expect(finding(board)).to_have_attribute("aria-busy", "false", timeout=60_000)
        board.look("host-rules-left", part=".finding")
    fix.click()
    fewer = phone.page.locator(".finding .say")
    expect(fewer).not_to_contain_text(f"{left} of", timeout=60_000)
    for pair in (("alumni", "alumni"), ("alumni", "student"), ("student", "student")):
        say(desk, *pair, "always")
    use.click()
    expect(desk.page.locator(".cause", has_text=desk.words("roles-alumni"))).to_have_count(0)
    for board in boards:
        opener = board.button("rules-open")
        opener.click()
        expect(opener).to_have_attribute("aria-expanded", "false")


def finding(board: Viewer) -> Locator:
    return board.page.locator(".finding")


def say(board: Viewer, a: str, b: str, verdict: str) -> None:
    """Choose for a pair of roles whether they meet."""
    pair = board.words("rules-pair", a=board.words(f"role-{a}"), b=board.words(f"role-{b}"))
    board.page.get_by_role("combobox", name=pair, exact=True).select_option(verdict)


def partners(who: Tsunagari) -> set[str]:
    """Name those with whom somebody was seated last."""
    seat = who.replica.seat
    return set() if seat is None else {partner.name for partner in seat.partners}


def acts(boards: list[Viewer], names: list[str], present: str) -> None:
    """Announce, open a room, pause, remove with the way back, and close; look at each."""
    for board in boards:
        board.button("host-announce").click()
        board.look("host-announce-dialog", part="dialog")
        board.page.keyboard.press("Escape")
        expect(board.page.get_by_role("dialog")).to_be_hidden()
    for board in boards:
        # Not that of somebody whose line was lost: it may go while one looks.
        tile = board.page.locator(".rt", has_text=present).first
        number = int(tile.locator(".no").inner_text())
        tile.click()
        room = board.page.get_by_role("region", name=board.words("host-room", n=number), exact=True)
        expect(room.get_by_role("button", name=board.words("host-remove")).first).to_be_visible()
        board.look("host-room", part="section:has(> .row > [tabindex])")
        tile.click()
        expect(room).to_be_hidden()
    # From the list of people: rooms come and go while one looks, a person's row stays.
    for board, name in zip(boards, names, strict=False):
        board.page.get_by_role("searchbox").fill(name)
        row = board.page.get_by_role("group", name=board.words("host-more", name=name)).last
        row.get_by_role("button", name=board.words("host-remove"), exact=True).click()
        board.look("host-remove-dialog", part="dialog")
        board.page.get_by_role("dialog").get_by_role(
            "button", name=board.words("host-remove"), exact=True
        ).click()
        expect(board.page.locator(".toast").first).to_be_visible(timeout=20_000)
        expect(board.page.get_by_text(board.words("host-find-none"))).to_be_visible()
        board.look("host-undo", part=".toast-at")
    boards[1].button("host-pause").click()
    for board in boards:
        expect(board.button("host-resume")).to_be_visible()
        board.look("host-paused", part=".board-title, .hostbar")
    boards[1].button("host-close").click()
    boards[1].page.get_by_role("dialog").get_by_role(
        "button", name=boards[1].words("host-close")
    ).click()
    for board in boards:
        expect(board.button("host-announce")).to_be_hidden(timeout=30_000)
        board.look("host-closed")
