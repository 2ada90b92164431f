"""People in real Chromium processes, each with a camera picture of their own colour."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, expect

FLAGS = (
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)
WIDTH, HEIGHT, FRAMES, RATE = 320, 240, 12, 12

COLOURS = {
    "red": (200, 40, 40),
    "green": (40, 170, 60),
    "blue": (40, 70, 200),
    "yellow": (210, 200, 40),
}


def chromium_path() -> str | None:
    """Return the Chromium that tests drive, or None."""
    asked = os.environ.get("TSUNAGARI_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return asked or next(filter(None, map(shutil.which, names)), None)


def write_camera(path: Path, colour: str) -> Path:
    """Write a short raw video of one colour with a bar that moves, so that frames differ."""
    y, u, v = _yuv(*COLOURS[colour])
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420\n".encode())
        for frame in range(FRAMES):
            bar = range(frame * 20, frame * 20 + 12)
            row = bytes(235 if x in bar else y for x in range(WIDTH))
            top = bytes([y]) * WIDTH * (HEIGHT - 16)
            chroma = WIDTH * HEIGHT // 4
            file.write(b"FRAME\n" + top + row * 16 + bytes([u]) * chroma + bytes([v]) * chroma)
    return path


def _yuv(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """Convert by ITU-R BT.601, limited range."""
    y = 16 + (65.5 * red + 128.6 * green + 25.0 * blue) / 255
    u = 128 + (-37.8 * red - 74.2 * green + 112.0 * blue) / 255
    v = 128 + (112.0 * red - 93.8 * green - 18.2 * blue) / 255
    return round(y), round(u), round(v)


# Runs in the page: the average colour of the upper part of the video of one person.
PROBE = """
(video) => {
  if (!video || video.readyState < 2 || !video.videoWidth) return null;
  const canvas = document.createElement("canvas");
  canvas.width = 16; canvas.height = 12;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(video, 0, 0, 16, 12);
  const data = context.getImageData(0, 2, 16, 6).data;
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4) for (let c = 0; c < 3; c++) sum[c] += data[i + c];
  return sum.map((each) => each / (data.length / 4));
}
"""


def nearest_colour(seen: list[float] | None) -> str | None:
    """Name the camera that a probed colour comes from; None if it is none of them."""
    if seen is None:
        return None

    def distance(name: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(seen, COLOURS[name], strict=True))

    best = min(COLOURS, key=distance)
    return best if distance(best) < 3 * 45**2 else None


# Keeps every peer connection that the page makes, so that a test can ask for its statistics.
KEEP_CONNECTIONS = """
window.__connections = [];
const Original = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Original {
  constructor(...given) { super(...given); window.__connections.push(this); }
};
"""

DECODED = """
async () => {
  let frames = 0;
  for (const connection of window.__connections) {
    if (connection.connectionState === "closed") continue;
    for (const report of (await connection.getStats()).values())
      if (report.type === "inbound-rtp" && report.kind === "video") frames += report.framesDecoded;
  }
  return frames;
}
"""


@dataclass
class Guest:
    """One person: a browser process, a page, and the colour of its camera."""

    name: str
    colour: str | None
    page: Page

    def come_in(self, join_link: str) -> None:
        """Join, pass the questions and the device check, and stand in the lobby."""
        self.page.goto(join_link)
        self.page.get_by_label("Your name, as people should call you").fill(self.name)
        self.page.get_by_role("button", name=f"Enter as {self.name}").click()
        self.page.get_by_role("button", name="Skip for now. We will match you by language.").click()
        self.page.get_by_role("button", name="Enter the lobby").click()

    def be_ready(self) -> None:
        """Say that one takes part, and see that it was understood."""
        self.page.get_by_role("button", name="I’m ready for round").first.click()
        expect(self.page.get_by_role("button", name="Not this round").first).to_be_visible()

    def colours_seen(self) -> dict[str, str | None]:
        """Return whose picture shows which camera, by the name on the tile."""
        seen: dict[str, str | None] = {}
        for tile in self.page.locator("figure.tile[data-person]:not(.self-pip)").all():
            name = tile.locator(".plate-n").inner_text()
            video = tile.locator("video").first
            probe = video.evaluate(PROBE) if video.count() else None
            seen[name] = nearest_colour(probe)
        return seen

    def frames_decoded(self) -> int:
        """Return how many video frames the page has decoded on its open connections."""
        frames: int = self.page.evaluate(DECODED)
        return frames


@contextmanager
def launch(playwright: Playwright, flags: Sequence[str]) -> Iterator[Browser]:
    """Start a Chromium; it is closed at the end, whatever happens."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path(), args=[*flags], chromium_sandbox=os.geteuid() != 0
    )
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def guest(
    playwright: Playwright, folder: Path, name: str, colour: str, more: Sequence[str] = ()
) -> Iterator[Guest]:
    """Open a browser of one's own for a person, whose camera shows the colour."""
    camera = write_camera(folder / f"{name}.y4m", colour)
    flags = [*FLAGS, *more, f"--use-file-for-fake-video-capture={camera}"]
    with launch(playwright, flags) as browser, _page(browser, ["camera", "microphone"]) as page:
        yield Guest(name, colour, page)


@contextmanager
def guest_in(browser: Browser, name: str) -> Iterator[Guest]:
    """Open a page for a person who shows nothing of themselves."""
    with _page(browser, []) as page:
        yield Guest(name, None, page)


@contextmanager
def _page(browser: Browser, permissions: list[str]) -> Iterator[Page]:
    context = browser.new_context(locale="en-US", permissions=permissions)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.add_init_script(KEEP_CONNECTIONS)
    try:
        yield page
    finally:
        context.close()
