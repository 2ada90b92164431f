"""How uvicorn has to be set for `/ws`, and a server that says goodbye before it stops.

uvicorn closes sockets on SIGTERM before the lifespan ends; people would get a close frame without
a word. So the drain runs first.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import uvicorn
from typing_extensions import override

SOCKET_OPTIONS: dict[str, Any] = {
    "ws": "websockets-sansio",
    # Larger than the protocol's 64 KiB, so that a frame a little too large gets an answer.
    "ws_max_size": 128 * 1024,
    # A peer is dead after at most 20 s without a sign of life.
    "ws_ping_interval": 10.0,
    "ws_ping_timeout": 10.0,
    # Frames are small; a compressor for each socket costs more memory than everything else.
    "ws_per_message_deflate": False,
    "timeout_graceful_shutdown": 5,
}
"""Keyword arguments for `uvicorn.Config`."""


class DrainingServer(uvicorn.Server):
    """A uvicorn server that runs `drain` before it closes connections."""

    def __init__(self, config: uvicorn.Config, drain: Callable[[], Awaitable[None]]) -> None:
        super().__init__(config)
        self._drain = drain

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no new connections, say goodbye, and stop."""
        for server in self.servers:
            server.close()
        await self._drain()
        await super().shutdown(sockets)


@contextlib.asynccontextmanager
async def serving(server: uvicorn.Server, listening: socket.socket) -> AsyncIterator[int]:
    """Run a server in the loop of the caller until the block ends; yield its port.

    Installs no signal handlers: the block is ended by whoever runs it.
    """
    config = server.config
    if not config.loaded:
        config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    try:
        yield int(listening.getsockname()[1])
    finally:
        await server.shutdown(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raises OSError where uvicorn would end the process."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=2048)
