"""`serve`: the settings, the data folder, and the server itself."""

from __future__ import annotations

from collections.abc import Mapping


def run(typed: Mapping[str, str | None]) -> int:
    """Start the server with the options that were typed; return its exit code."""
    from server import app
    from server.cli.house import secret_of
    from server.config import load

    settings = load(typed)
    return app.serve(settings, secret_of(settings))
