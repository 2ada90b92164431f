"""What the browser tests share: Chromium, a server of their own, and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.e2e.guests import Guest, chromium_path, guest
from tests.e2e.stage import Stage

Invite = Callable[..., Guest]
# Two slow cores draw several browsers; what is waited for comes, and a longer patience costs nothing.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    if chromium_path() is None:
        pytest.skip("needs Chromium")
    with sync_playwright() as running:
        yield running


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    running = Stage(tmp_path / "data")
    try:
        running.start()
        yield running
    finally:
        running.stop()
        print(running.log()[-4000:])  # shown with a failure only


@pytest.fixture
def invite(playwright: Playwright, tmp_path: Path) -> Iterator[Invite]:
    """Open a browser for a person; all are closed at the end."""
    with ExitStack() as open_browsers:

        def ask(
            name: str, colour: str | None = None, flags: Sequence[str] = (), **context: Any
        ) -> Guest:
            opened = guest(playwright, tmp_path, name, colour, flags, **context)
            return open_browsers.enter_context(opened)

        yield ask
