"""The WebSocket endpoint `/ws`.

Rule: pages of other origins are refused before the socket is accepted; clients that are no browsers
send no Origin, and have to have a token like everybody.
"""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.sessions.connection import WireClosed
from server.sessions.gateway import Gateway

SUBPROTOCOL = "tsunagari.v1.json"
FORBIDDEN = 1008


class StarletteWire:
    """A Starlette WebSocket as the sessions see it."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket

    async def receive(self) -> str | bytes:
        """Return the next frame."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WireClosed
        text: str | None = message.get("text")
        if text is not None:
            return text
        data: bytes = message.get("bytes") or b""
        return data

    async def send(self, data: bytes) -> None:
        """Send a text frame."""
        try:
            await self._socket.send({"type": "websocket.send", "text": data.decode()})
        except (WebSocketDisconnect, RuntimeError, OSError):
            raise WireClosed from None

    async def close(self, code: int, reason: str) -> None:
        """Close the socket."""
        try:
            await self._socket.close(code, reason)
        except (WebSocketDisconnect, RuntimeError, OSError):
            raise WireClosed from None


def origin_allowed(headers: Headers, origins: Collection[str]) -> bool:
    """Say whether a page of this origin may connect: our own host's, or one that is configured."""
    origin = headers.get("origin")
    if origin is None:
        return True
    _, _, host = origin.partition("://")
    return origin in origins or (bool(host) and host == headers.get("host"))


def socket_route(gateway: Gateway, origins: Collection[str], path: str = "/ws") -> WebSocketRoute:
    """Return the route; `origins` are the allowed ones beside the own host."""

    async def endpoint(socket: WebSocket) -> None:
        if not origin_allowed(socket.headers, origins):
            await socket.close(FORBIDDEN)
            return
        offered = socket.scope.get("subprotocols", [])
        await socket.accept(subprotocol=SUBPROTOCOL if SUBPROTOCOL in offered else None)
        await gateway.serve(StarletteWire(socket))

    return WebSocketRoute(path, endpoint, name="socket")
