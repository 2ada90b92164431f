"""Somebody with Firefox and somebody with Chromium meet, and each sees and hears the other."""

from __future__ import annotations

import base64
import time
from pathlib import Path

from tests.e2e.conftest import Invite
from tests.e2e.firefox import Firefox, firefox
from tests.e2e.guests import nearest_colour
from tests.e2e.stage import ROOT, Stage
from tests.e2e.test_three_people import start, until

PLAN = {
    "rounds": 1,
    "round_seconds": 60,
    "wrap_seconds": 3,
    "propose_seconds": 2,
    "notice_seconds": 1,
}


def come_in(fox: Firefox, join_link: str) -> None:
    fox.goto(join_link)
    fox.name_oneself("Jonas")
    fox.press("Enter as Jonas")
    fox.press("Skip for now. We will match you by language.")
    fox.press("Switch on camera and microphone")
    fox.press("Enter the lobby")
    fox.press("I’m ready for round")


def sees(fox: Firefox, colour: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while nearest_colour(fox.probe()) != colour:
        assert time.monotonic() < end, (
            f"Firefox sees {fox.probe()} on {fox.run('() => document.body.innerText')}"
        )
        time.sleep(0.2)  # polling a real page, bounded by `seconds`


def test_firefox_and_chromium_see_each_other(stage: Stage, invite: Invite, tmp_path: Path) -> None:
    links = stage.event(**PLAN)
    mai = invite("Mai", "red")
    mai.come_in(links["join_link"])
    mai.be_ready()
    with firefox(tmp_path) as fox:
        come_in(fox, links["join_link"])
        start(invite("Host"), links["host_link"])
        sees(fox, "red")
        until(lambda: mai.frames_decoded() > 20, 25, mai.page, "Chromium sees nobody")
        fox.until(
            "no sound or picture from Chromium",
            '() => document.querySelector("figure.tile[data-state=video]:not(.self-pip)") !== null',
        )
        shots = ROOT / "artifacts" / "screens"
        shots.mkdir(parents=True, exist_ok=True)
        (shots / "firefox-room.png").write_bytes(base64.b64decode(fox.screenshot()))
        assert fox.problems == []
