"""What travels until the lobby works, and how long it takes far away (250 ms round trip).

A real Chromium with its network slowed down by the DevTools protocol: 250 ms, 20 Mbit/s, an empty
cache. The peer in the same run is the landing page, which has no application at all.
`python3 -m tests bench page` prints JSON.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.guests import FLAGS, launch
from tests.e2e.stage import Stage

ROUNDS = 5
ROUND_TRIP_MS = 250
BYTES_PER_SECOND = 20_000_000 / 8


def visit(browser: Browser, address: str, ready: str) -> dict[str, float]:
    """Open an address with an empty cache; measure until `ready` is on the screen."""
    page = browser.new_context(locale="en-GB").new_page()
    page.set_default_timeout(60_000)
    # Somebody who has answered the three questions before: the page leads to the lobby.
    page.add_init_script("localStorage.setItem(`tsunagari:${location.pathname.slice(3)}:in`, '1')")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND,
        },
    )
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(ready).first.wait_for()
    seconds = time.perf_counter() - began
    modules = page.evaluate(
        "performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.js')).length"
    )
    page.context.close()
    return {"s": seconds, "kb": sum(received) / 1024, "modules": modules}


def person(stage: Stage) -> str:
    """Join an event and answer the questions, so that the page leads to the lobby."""
    links = stage.event()
    body = json.dumps({"invite": links["invite"], "name": "Linh", "lang": "en"}).encode()
    request = urllib.request.Request(
        f"{stage.url}/api/join", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        joined: dict[str, Any] = json.load(answer)
    return f"{stage.url}/e/{joined['event']}#{joined['token']}"


def median(visits: list[dict[str, float]]) -> dict[str, float]:
    """Return the median of each figure."""
    return {key: round(statistics.median(each[key] for each in visits), 2) for key in visits[0]}


def main() -> None:
    """Measure, and print JSON."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stage = Stage(Path(folder) / "data")
        stage.start()
        try:
            with launch(playwright, FLAGS) as browser:
                lobby = [
                    visit(browser, person(stage), ".lobby button.btn.big:visible")
                    for _ in range(ROUNDS)
                ]
                landing = [visit(browser, stage.url, "h1") for _ in range(ROUNDS)]
        finally:
            stage.stop()
    print(json.dumps({"lobby": median(lobby), "landing": median(landing)}, indent=2))


if __name__ == "__main__":
    main()
