"""Guard: what is refused before anything looks at it.

Rule: a host name that is not ours (DNS rebinding), a change asked for by another site's page
(CSRF), a body larger or slower than any form.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.errors import BadMessage, NotAllowed, TooLarge, TsunagariError
from server.web.headers import CHECKED_HOST
from server.web.problems import Problems
from server.web.visitors import LOOPBACK_NAMES

BODY_BYTES = 64 * 1024
BODY_SECONDS = 10.0
_HOST = re.compile(r"(?:([A-Za-z0-9.-]+)|\[([0-9A-Fa-f:.]+)\])(?::\d{1,5})?")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """ASGI middleware; `origins` are those whose pages may ask for changes.

    `open_to_network`: then a bare address counts as our own name too.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        origins: Collection[str],
        open_to_network: bool,
        problems: Problems,
    ) -> None:
        self._app = app
        self._origins = frozenset(origins)
        self._names = LOOPBACK_NAMES | {urlsplit(each).hostname or "" for each in origins}
        self._open = open_to_network
        self._problems = problems

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            self._check_host(headers)
            scope[CHECKED_HOST] = headers["host"]
            if scope["type"] == "http" and scope["method"] not in SAFE:
                self._check_origin(headers)
                receive = _replay(await _read(headers, receive), receive)
        except TsunagariError as error:
            await self._refuse(error, scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _refuse(
        self, error: TsunagariError, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._problems.of(scope, error)(scope, receive, send)

    def _check_host(self, headers: Headers) -> None:
        found = _HOST.fullmatch(headers.get("host", ""))
        name = (found[1] or found[2]).lower() if found else ""
        if name in self._names or (self._open and _is_address(name)):
            return
        raise BadMessage("host: not a name of this server; see TSUNAGARI_PUBLIC_URL")

    def _check_origin(self, headers: Headers) -> None:
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site")
        if site is not None and site not in ("same-origin", "none"):
            # An allowed origin may be another site; the browser then names it.
            allowed = origin in self._origins
        elif origin is None:
            # Programs send neither; a browser old enough to do so would send its cookies.
            allowed = site is not None or "cookie" not in headers
        elif origin == "null":
            allowed = site == "same-origin"
        else:
            own = origin.partition("://")[2] == headers.get("host")
            allowed = own or origin in self._origins
        if not allowed:
            raise NotAllowed("origin")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


async def _read(headers: Headers, receive: Receive) -> bytes:
    """Return the whole body. Raises TooLarge; a sender who is too slow is cut off."""
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > BODY_BYTES:
        raise TooLarge("body")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                body += message.get("body", b"")
                if len(body) > BODY_BYTES:
                    raise TooLarge("body")
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise BadMessage("body: too slow") from None


def _replay(body: bytes, after: Receive) -> Receive:
    """Return a way to receive the body once more, and then whatever comes after it."""
    sent = False

    async def receive() -> Message:
        nonlocal sent
        if sent:
            return await after()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
