"""What is seen seldom: sound only, a shared screen, time on top, a report, a removal.

Somebody on a phone meets somebody at a desk.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.company import Company
from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, host_of, nothing_found, way_in

PLAN = {
    "rounds": 2,
    "round_seconds": 30,
    "wrap_seconds": 15,
    "break_seconds": 240,
    "propose_seconds": 1,
    "notice_seconds": 0,
}
# Without a window there is no screen to share: a drawn one takes its place.
SCREEN = """
navigator.mediaDevices.getDisplayMedia = async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 720 });
  const draw = canvas.getContext("2d");
  setInterval(() => {
    draw.fillStyle = "#f4f1ea";
    draw.fillRect(0, 0, 1280, 720);
    draw.fillStyle = "#222";
    draw.font = "64px serif";
    draw.fillText(`Slide ${Date.now() % 100}`, 80, 160);
  }, 100);
  return canvas.captureStream(10);
};
"""
PARTNER = "figure.tile[data-person]:not(.self-pip)"


@pytest.mark.timeout(300)
def test_sound_only_a_shared_screen_time_on_top_a_report_and_a_removal(
    stage: Stage, viewers: list[Viewer], people: Company
) -> None:
    links = stage.event(**PLAN)
    host = people.host(links)
    phone, desk = viewers
    for viewer in viewers:
        viewer.page.add_init_script(SCREEN)
        way_in(viewer, stage.url, links["join_link"], look=False)
    sound_only(desk)
    people.do(host.host.start(in_seconds=0))
    face(phone, "audio")
    face(desk, "video")
    phone.look_both("room-audio-only")
    shared(phone, desk)
    for viewer in viewers:
        viewer.button("wrap-more-yes").click(timeout=90_000)
        viewer.look("wrap-up-more")
    for viewer in viewers:
        expect(viewer.button("wrap-more-yes")).to_be_hidden(timeout=60_000)
        viewer.look("room-extended")
    board = reported(phone, desk, links["host_link"])
    nothing_found([*viewers, board])


def sound_only(viewer: Viewer) -> None:
    """Choose in the lobby to take part without a picture."""
    page, words = viewer.page, viewer.words
    page.get_by_role("button", name=f"{words('open')}: {words('lobby-options')}").click()
    page.locator(".seg label", has_text=words("mode-audio")).click()
    viewer.look_both("lobby-options")
    page.get_by_role("button", name=words("close"), exact=True).click()


def face(viewer: Viewer, state: str) -> None:
    """Wait until the partner's tile shows it."""
    expect(viewer.page.locator(PARTNER)).to_have_attribute("data-state", state, timeout=60_000)


def shared(phone: Viewer, desk: Viewer) -> None:
    """Share the screen of the desk, see it on the phone, and take it back."""
    desk.page.get_by_role("button", name=desk.words("room-more"), exact=True).click()
    desk.button("room-share").click()
    expect(phone.page.locator("figure.tile.sharing")).to_be_visible(timeout=20_000)
    desk.look_both("room-share-mine", part=".ctls")
    phone.look_both("room-share", part="figure.tile.sharing")
    desk.button("room-share-stop").click()
    expect(phone.page.locator("figure.tile.sharing")).to_have_count(0, timeout=20_000)


def reported(phone: Viewer, desk: Viewer, host_link: str) -> Viewer:
    """Report from the bar; the host reads it, takes it on, and removes who was reported."""
    phone.page.locator(".bar").get_by_role("button", name=phone.words("safe-report-action")).click()
    dialog = phone.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("He asked for money, twice. お金の話を2度されました。")
    dialog.get_by_role("button", name=phone.words("safe-report-send")).click()
    board = host_of(phone, host_link)
    expect(board.page.get_by_role("heading", name=board.words("host-reports"))).to_be_visible()
    board.look_both("host-report", part="[aria-labelledby=reports]")
    board.button("host-report-remove", name=desk.name).click()
    removed = desk.page.get_by_role("heading", name=desk.words("removed-title"))
    expect(removed).to_be_visible(timeout=20_000)
    desk.look_both("removed")
    return board
