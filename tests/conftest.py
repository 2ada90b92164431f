"""The options of the test command, and the marks that a folder gives to its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["tests.runner.plugin"]
BROWSER = Path(__file__).parent / "e2e"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test under e2e/ as one that drives a browser."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.e2e)
