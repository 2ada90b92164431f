"""Two people whose networks let no UDP through see each other over a real TURN server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Invite
from tests.e2e.relay import LOOPBACK, relay
from tests.e2e.stage import Stage
from tests.e2e.test_three_people import sees_each_other, start

SECRET = "a-secret-of-this-test-alone"
NO_UDP = "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"
PLAN = {
    "rounds": 1,
    "round_seconds": 60,
    "wrap_seconds": 3,
    "propose_seconds": 2,
    "notice_seconds": 1,
}

# Without UDP Chromium still tries TCP from page to page, which no router between homes lets in.
NO_WAY_IN = """
const add = RTCPeerConnection.prototype.addIceCandidate;
RTCPeerConnection.prototype.addIceCandidate = function (init) {
  return / typ host/.test(init?.candidate ?? "") ? Promise.resolve() : add.call(this, init);
};
"""

# How this side of the path that is in use reaches the other: kind, and transport to the relay.
PATHS = """
async () => {
  const paths = [];
  for (const connection of window.__connections) {
    if (connection.connectionState !== "connected") continue;
    const report = await connection.getStats();
    for (const pair of report.values())
      if (pair.type === "candidate-pair" && pair.nominated && pair.state === "succeeded") {
        const own = report.get(pair.localCandidateId);
        paths.push([own.candidateType, own.relayProtocol ?? ""]);
      }
  }
  return paths;
}
"""


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with relay(tmp_path, SECRET) as port:
        urls = f"turn:{LOOPBACK}:{port}?transport=tcp"
        turn = {"TSUNAGARI_TURN_URLS": urls, "TSUNAGARI_TURN_SECRET": SECRET}
        running = Stage(tmp_path / "data", extra=turn)
        try:
            running.start()
            yield running
        finally:
            running.stop()
            print(running.log()[-2000:])  # shown with a failure only


def paths_of(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(PATHS)
    return found


def test_people_without_udp_see_each_other_by_the_relay(stage: Stage, invite: Invite) -> None:
    links = stage.event(**PLAN)
    mai, jonas = invite("Mai", "red", [NO_UDP]), invite("Jonas", "green", [NO_UDP])
    for each in (mai, jonas):
        each.page.add_init_script(NO_WAY_IN)
        each.come_in(links["join_link"])
        each.be_ready()
    start(invite("Host"), links["host_link"])
    sees_each_other(mai, jonas)
    for each in (mai, jonas):
        assert paths_of(each.page) == [["relay", "tcp"]]
