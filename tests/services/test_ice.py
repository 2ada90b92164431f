"""ICE servers: what is configured, with credentials that expire."""

from __future__ import annotations

import base64
import hashlib
import hmac

from server.config import Settings
from server.services.ice import TURN_SECONDS, IceServers


def test_without_configuration_there_are_none() -> None:
    assert IceServers(Settings()).mint("p", 0.0) == []


def test_turn_credentials_follow_the_rest_scheme() -> None:
    settings = Settings(
        stun_urls=("stun:s.example:3478",),
        turn_urls=("turn:t.example:3478", "turns:t.example:5349"),
        turn_secret="north-of-everything",
    )
    stun, turn = IceServers(settings).mint("p-1", 1000.9)
    assert stun.urls == ["stun:s.example:3478"]
    assert stun.credential is None
    assert turn.username == f"{1000 + TURN_SECONDS}:p-1"
    digest = hmac.new(b"north-of-everything", turn.username.encode(), hashlib.sha1).digest()
    assert turn.credential == base64.b64encode(digest).decode()
