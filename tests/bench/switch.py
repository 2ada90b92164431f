"""How long it takes from the bell of a round until the new partner's picture is on the screen.

Four people in one real Chromium, each in a context of their own, go through evenings of three
rounds; every page notes when the first frame of each new partner was shown. The connection is made
while the partner is proposed, with nothing of a person on it; at the bell only a track is put in.
The peer in the same run is the same page reloaded in the middle of a round, which builds all anew.
`python3 -m tests bench switch [EVENINGS]` prints JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from tests.e2e.guests import FLAGS, Guest, launch
from tests.e2e.stage import Stage

PEOPLE = ("Mai", "Jonas", "Amara", "Linh")
ROUNDS = 3
EVENINGS = 5
GOAL_MS = 150
SEEN_SECONDS = 3
PLAN = {
    "rounds": ROUNDS,
    "round_seconds": 6,
    "wrap_seconds": 1,
    "break_seconds": 1,
    "propose_seconds": 3,
    "notice_seconds": 1,
}

# Notes for each picture of somebody else when its first frame was handed to the screen (epoch, ms).
FIRST_FRAMES = """
window.__firsts = [];
const seen = new WeakSet();
const look = () => {
  for (const video of document.querySelectorAll("figure.tile:not(.self-pip):not(.self) video")) {
    if (seen.has(video)) continue;
    seen.add(video);
    video.requestVideoFrameCallback((_, frame) =>
      window.__firsts.push(performance.timeOrigin + frame.expectedDisplayTime));
  }
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });
"""


class Watched:
    """A person's page, the bells it was told of, and the first frames it has shown."""

    def __init__(self, browser: Browser, name: str) -> None:
        context = browser.new_context(locale="en-US", permissions=["camera", "microphone"])
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.add_init_script(FIRST_FRAMES)
        self.guest = Guest(name, None, self.page)
        self.bells: dict[str, float] = {}
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self._hear(payload))

    def _hear(self, payload: str | bytes) -> None:
        for message in json.loads(payload).get("m", ()):
            if message.get("t") == "room.state" and message.get("began"):
                self.bells[message["room"]] = message["began"] * 1000

    def firsts(self) -> list[float]:
        found: list[float] = self.page.evaluate("window.__firsts")
        return found

    def switches(self) -> list[float]:
        """Milliseconds from each bell to the first frame after it; a bell without one is infinite."""
        firsts, bells = sorted(self.firsts()), sorted(self.bells.values())
        ends = [*bells[1:], float("inf")]
        waits = []
        for bell, end in zip(bells, ends, strict=True):
            # A frame cannot be older than the bell; half a second covers the clocks of two processes.
            after = [each - bell for each in firsts if bell - 500 <= each < end]
            waits.append(min(after, default=float("inf")))
        return waits


def evening(browser: Browser, stage: Stage) -> tuple[list[float], list[float]]:
    """Let four people meet in three rounds; return the waits at bells, and after a reload."""
    links = stage.event(**PLAN)
    people = [Watched(browser, name) for name in PEOPLE]
    for each in people:
        each.guest.come_in(links["join_link"])
        each.guest.be_ready()
    host = browser.new_context(locale="en-US").new_page()
    host.goto(links["host_link"])
    host.get_by_role("button", name="Start round 1").click()
    end = time.monotonic() + 90
    while any(len(each.bells) < ROUNDS for each in people) and time.monotonic() < end:
        host.wait_for_timeout(200)
    # A bell is told while the partner is proposed.
    host.wait_for_timeout(1000 * (PLAN["propose_seconds"] + SEEN_SECONDS))
    waits = [wait for each in people for wait in each.switches()]
    anew = [_reload(each) for each in people[:1]]
    for page in (host, *(each.page for each in people)):
        page.context.close()
    return waits, anew


def _reload(watched: Watched) -> float:
    """Reload a page in the middle of its round; milliseconds until the partner is seen again."""
    began = time.time() * 1000
    watched.page.reload()
    end = time.monotonic() + 15
    while not watched.firsts() and time.monotonic() < end:
        watched.page.wait_for_timeout(50)
    return min(watched.firsts(), default=float("inf")) - began


def share(waits: list[float], part: float) -> float:
    """Return the wait that a part of all waits do not exceed."""
    return round(sorted(waits)[max(0, -(-len(waits) * part // 1) - 1).__int__()], 1)


def main() -> None:
    """Measure, and print JSON."""
    evenings = int(sys.argv[1]) if len(sys.argv) > 1 else EVENINGS
    waits: list[float] = []
    anew: list[float] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stage = Stage(Path(folder) / "data")
        stage.start()
        try:
            with launch(playwright, FLAGS) as browser:
                for _ in range(evenings):
                    one, two = evening(browser, stage)
                    waits += one
                    anew += two
        finally:
            stage.stop()
    seen = [wait for wait in waits if wait < float("inf")]
    result: dict[str, Any] = {
        "switches": len(waits),
        "never_seen": len(waits) - len(seen),
        "bell_to_first_frame_ms": {
            "median": round(statistics.median(seen), 1),
            "p95": share(seen, 0.95),
            "max": round(max(seen), 1),
            "goal_p95": GOAL_MS,
        },
        "built_anew_after_a_reload_ms": {"median": round(statistics.median(anew), 1)},
        "load": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
