"""Where browsers find a way through: STUN and TURN servers with credentials that expire.

The credentials follow "A REST API for access to TURN services" (draft-uberti-behave-turn-rest-00):
the name is the time of expiry and the person, the password its HMAC-SHA1 with the shared secret
(coturn: use-auth-secret).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Protocol

from server.protocol.parts import IceServer

TURN_SECONDS = 6 * 3600
"""Longer than any evening, so that no call needs new credentials in the middle."""


class IceSettings(Protocol):
    """What is configured; `server.config.Settings` fits."""

    @property
    def stun_urls(self) -> tuple[str, ...]:
        """For example `stun:stun.example.org:3478`."""
        ...

    @property
    def turn_urls(self) -> tuple[str, ...]:
        """For example `turns:turn.example.org:5349?transport=tcp`."""
        ...

    @property
    def turn_secret(self) -> str:
        """Shared with the TURN server (`static-auth-secret`)."""
        ...


class IceServers:
    """Hands out the servers of the configuration."""

    def __init__(self, settings: IceSettings) -> None:
        self._stun = list(settings.stun_urls)
        self._turn = list(settings.turn_urls)
        self._secret = settings.turn_secret.encode()

    def mint(self, person: str, now: float) -> list[IceServer]:
        """Return the list for one person, with credentials that begin now."""
        servers = [IceServer(urls=self._stun)] if self._stun else []
        if self._turn and self._secret:
            name = f"{int(now) + TURN_SECONDS}:{person}"
            # SHA-1 is what the scheme and coturn prescribe; as a MAC it is sound.
            digest = hmac.new(self._secret, name.encode(), hashlib.sha1).digest()
            password = base64.b64encode(digest).decode()
            servers.append(IceServer(urls=self._turn, username=name, credential=password))
        return servers
