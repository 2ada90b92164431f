"""A bare WebSocket for tests that misbehave: sends anything, reads frames as plain JSON."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from server.client.tsunagari import socket_url

PATIENCE_SECONDS = 10.0


class Raw:
    """One socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[dict[str, Any]] = []
        self._unread: list[dict[str, Any]] = []

    async def send(self, message: dict[str, Any] | str | bytes) -> None:
        data = json.dumps(message) if isinstance(message, dict) else message
        await self.socket.send(data)

    async def hello(self, token: str, **more: Any) -> dict[str, Any]:
        await self.send({"t": "hello", "id": 1, "token": token, **more})
        return await self.next("welcome", "resumed")

    async def next(self, *kinds: str) -> dict[str, Any]:
        """Return the next message of one of these kinds, passing others."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                while self._unread:
                    message = self._unread.pop(0)
                    if message["t"] in kinds:
                        return message
                frame = json.loads(await self.socket.recv())
                self.frames.append(frame)
                self._unread += frame["m"]

    async def answer(self, number: int) -> dict[str, Any]:
        """Return the answer to a request, passing others."""
        while True:
            message = await self.next("ok", "error", "pong", "welcome", "resumed")
            if message["re"] == number:
                return message

    async def ask(self, number: int, kind: str, **fields: Any) -> dict[str, Any]:
        await self.send({"t": kind, "id": number, **fields})
        return await self.answer(number)

    async def closed(self) -> int:
        """Read to the end; return the close code."""
        with contextlib.suppress(ConnectionClosed):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    frame = json.loads(await self.socket.recv())
                    self.frames.append(frame)
        return self.socket.close_code or 0

    @property
    def told(self) -> list[dict[str, Any]]:
        return [message for frame in self.frames for message in frame["m"]]


@contextlib.asynccontextmanager
async def raw_socket(url: str, *, origin: str | None = None) -> AsyncIterator[Raw]:
    async with connect(
        socket_url(url),
        subprotocols=[Subprotocol("tsunagari.v1.json")],
        origin=Origin(origin) if origin else None,
        compression=None,
        proxy=None,
        max_size=None,
        close_timeout=1,
    ) as socket:
        yield Raw(socket)
