"""`owner-link`: a new one-time link for whoever runs the server."""

from __future__ import annotations

import sys

from server.auth.tokens import Tokens
from server.cli.house import secret_of
from server.clock import SystemClock
from server.config import Settings


def show(settings: Settings, *, token: bool) -> int:
    """Print the link, or a token for the HTTP interface."""
    tokens = Tokens(secret_of(settings))
    now = SystemClock().now()
    said = tokens.owner(now) if token else f"{settings.url}/o/{tokens.door(now)}"
    sys.stdout.write(said + "\n")
    return 0
