"""What the browser tests share: Chromium, a server, viewers, and company for them.

One server and one Chromium serve most tests: each has its own events and its own contexts. Who
kills the server, or needs the owner's first link, asks for one of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.e2e.company import Company, company
from tests.e2e.guests import FLAGS, Guest, chromium_path, guest, guest_in, launch
from tests.e2e.stage import Stage
from tests.e2e.viewers import SCREENS, Viewer, two_viewers

Invite = Callable[..., Guest]
# Two slow cores draw several browsers; what is waited for comes, and a longer patience costs nothing.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    if chromium_path() is None:
        pytest.skip("needs Chromium")
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with launch(playwright, FLAGS) as running:
        yield running


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    yield from running(Stage(tmp_path_factory.mktemp("stage") / "data"))


@pytest.fixture
def own_stage(tmp_path: Path) -> Iterator[Stage]:
    yield from running(Stage(tmp_path / "data"))


def running(stage: Stage) -> Iterator[Stage]:
    try:
        stage.start()
        yield stage
    finally:
        stage.stop()


@pytest.fixture
def viewers(browser: Browser, stage: Stage) -> Iterator[list[Viewer]]:
    with two_viewers(browser, stage) as made:
        yield made


@pytest.fixture
def people(stage: Stage) -> Iterator[Company]:
    with company(stage) as made:
        yield made


@pytest.fixture
def invite(playwright: Playwright, browser: Browser, tmp_path: Path) -> Iterator[Invite]:
    """Open a page for a person, in a browser of their own if their camera shows a colour."""
    with ExitStack() as stack:

        def ask(name: str, colour: str | None = None, flags: Sequence[str] = ()) -> Guest:
            opened = (
                guest_in(browser, name)
                if colour is None
                else guest(playwright, tmp_path, name, colour, flags)
            )
            return stack.enter_context(opened)

        yield ask
