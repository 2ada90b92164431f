"""A real Firefox for a test, driven by its own WebDriver BiDi (https://w3c.github.io/webdriver-bidi/)."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.e2e.guests import PROBE
from tests.runner.tools import FIREFOX_NAMES, NEEDS_FIREFOX

START_SECONDS = 40
ANSWER_SECONDS = 30
PREFERENCES: dict[str, bool | int | str] = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    "media.autoplay.default": 0,
    "intl.accept_languages": "en-US",
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
ADDRESS = re.compile(r"ws://[\d.]+:\d+")

# What a person does: press the one button that can be seen with these words, fill the one field.
PRESS = """(words) => {
  const seen = [...document.querySelectorAll("button")].filter(
    (each) => each.checkVisibility() && each.textContent.trim().includes(words));
  seen[0]?.click();
  return seen.length > 0;
}"""
FILL = """(text) => {
  const field = document.querySelector("form input[name=name]");
  if (!field) return false;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}"""


class Firefox:
    """One page of one Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self.problems: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        tree = self._ask("browsingContext.getTree")
        self._page: str = tree["contexts"][0]["context"]

    def goto(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        """Call a function in the page with values that JSON knows, and return its result."""
        given = ", ".join(json.dumps(each) for each in arguments)
        call = f"(async () => JSON.stringify((await ({function})({given})) ?? null))()"
        target = {"context": self._page}
        said = self._ask("script.evaluate", expression=call, target=target, awaitPromise=True)
        assert said["type"] == "success", said
        return json.loads(said["result"]["value"])

    def until(self, why: str, function: str, *arguments: Any, seconds: float = 30) -> None:
        """Look again until a function in the page returns something true."""
        end = time.monotonic() + seconds
        while not self.run(function, *arguments):
            assert time.monotonic() < end, f"{why}: {self.run('() => document.body.innerText')}"
            time.sleep(0.1)  # polling a real page, bounded by `seconds`

    def press(self, words: str) -> None:
        self.until(f"no button {words}", PRESS, words)

    def name_oneself(self, name: str) -> None:
        self.until("no field for a name", FILL, name)

    def probe(self) -> list[float] | None:
        """Return the average colour of the partner's picture."""
        picture = 'document.querySelector("figure.tile[data-person]:not(.self-pip) video")'
        seen: list[float] | None = self.run(f"() => ({PROBE})({picture})")
        return seen

    def screenshot(self) -> str:
        """Return the page as it looks, PNG in base64."""
        shot: str = self._ask("browsingContext.captureScreenshot", context=self._page)["data"]
        return shot

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv(timeout=ANSWER_SECONDS))
            if said.get("method") == "log.entryAdded" and said["params"]["level"] == "error":
                self.problems.append(str(said["params"]["text"]))
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Run a Firefox with a profile of its own until the block ends."""
    program = next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)
    if program is None:
        pytest.skip(NEEDS_FIREFOX)
    profile = folder / "firefox"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    log = folder / "firefox.log"
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
    with log.open("wb") as said:
        running = subprocess.Popen([program, *options], stdout=said, stderr=subprocess.STDOUT)
    try:
        with connect(f"{_address(running, log)}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()


def _address(running: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + START_SECONDS
    while running.poll() is None and time.monotonic() < end:
        found = ADDRESS.search(log.read_text(errors="replace"))
        if found:
            return found.group()
        time.sleep(0.05)  # polling a real process, bounded by START_SECONDS
    raise AssertionError(f"no Firefox: {log.read_text(errors='replace')[-2000:]}")
