"""Visitors: what a request says about who sent it and from where.

Rule: an address or a header is a hint; only a token is proof.
"""

from __future__ import annotations

import contextlib
import ipaddress

from starlette.requests import HTTPConnection
from starlette.responses import Response

from server.auth.tokens import OWNER_SECONDS, Tokens
from server.errors import NotAuthenticated

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def address_of(request: HTTPConnection) -> str:
    """Return where the request comes from, as far as a trusted proxy tells."""
    return request.client.host if request.client else ""


def is_local(request: HTTPConnection) -> bool:
    """Whether the request comes from this very computer, to its local name."""
    name = (request.url.hostname or "").strip("[]")
    if name not in LOOPBACK_NAMES or request.headers.get("x-forwarded-for"):
        return False
    try:
        return ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False


def bearer_of(request: HTTPConnection) -> str:
    """Return the token of the Authorization header, or an empty text."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


class Cookies:
    """The cookies of this server; over HTTPS their names bind them to this host."""

    def __init__(self, tokens: Tokens, *, secure: bool) -> None:
        self._tokens = tokens
        self._secure = secure

    @property
    def owner_name(self) -> str:
        """Name of the owner's cookie."""
        return "__Host-owner" if self._secure else "owner"

    def is_owner(self, request: HTTPConnection, now: float) -> bool:
        """Whether the browser is the owner's."""
        with contextlib.suppress(NotAuthenticated):
            self._tokens.read(request.cookies.get(self.owner_name, ""), "owner", now)
            return True
        return False

    def make_owner(self, response: Response, now: float) -> None:
        """Make the browser the owner's."""
        response.set_cookie(
            self.owner_name,
            self._tokens.owner(now),
            max_age=OWNER_SECONDS,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def remember(self, response: Response, name: str, token: str, seconds: float) -> None:
        """Let the invitation page know this browser again; scripts cannot read it."""
        response.set_cookie(
            name,
            token,
            max_age=max(0, int(seconds)),
            path="/j/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )
