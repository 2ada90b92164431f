"""An HTTP connection that does not wait for ever: half a request is answered with 408 and cut.

Rule: from the first byte on, a whole request must be there in so many seconds, however its bytes
drip in; and one address holds only so many connections that are not yet WebSockets. A proxy that is
trusted bounds its own clients, so its address is not counted.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, cast

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from server.web.limits import network_of

REQUEST_SECONDS = 10.0
MOST_CONNECTIONS = 600
"""A hundred people behind one address, with the six connections that a browser opens."""
TOO_LATE = (
    b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n"
    b"cache-control: no-store\r\nconnection: close\r\n\r\n"
)


@dataclass(slots=True)
class Patience:
    """How long a request is waited for, how many connections an address may have, and has."""

    seconds: float = REQUEST_SECONDS
    most: int = MOST_CONNECTIONS
    uncounted: Collection[str] = ()
    open: Counter[str] = field(default_factory=Counter)


class Punctual(HttpToolsProtocol):
    """One connection until it is closed or becomes a WebSocket."""

    patience = Patience()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - uvicorn's own
        super().__init__(*args, **kwargs)
        self._late: asyncio.TimerHandle | None = None
        self._counted = ""

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast("asyncio.Transport", transport))
        address = self.client[0] if self.client else ""
        if address not in self.patience.uncounted:
            self._counted = network_of(address)
            self.patience.open[self._counted] += 1
        if self.patience.open[self._counted] > self.patience.most and self._counted:
            self.transport.abort()
        self._expect()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        # Before the parser sees anything: empty lines begin no request, but keep it waiting.
        if not self._answering():
            self._expect()
        super().data_received(data)

    @override
    def on_message_begin(self) -> None:
        self._expect()
        super().on_message_begin()

    @override
    def on_message_complete(self) -> None:
        self._came()
        super().on_message_complete()

    @override
    def handle_websocket_upgrade(self) -> None:
        self._leave()
        super().handle_websocket_upgrade()

    def _answering(self) -> bool:
        cycle = cast("RequestResponseCycle | None", self.cycle)  # None before the first request
        return cycle is not None and not cycle.response_complete

    def _expect(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(self.patience.seconds, self._cut)

    def _came(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _leave(self) -> None:
        self._came()
        counted, self._counted = self._counted, ""
        if counted:
            self.patience.open[counted] -= 1
            if not self.patience.open[counted]:
                del self.patience.open[counted]

    def _cut(self) -> None:
        if self._answering():  # the body never came: no second answer into the middle of the first
            self.transport.abort()
            return
        self.transport.write(TOO_LATE)
        self.transport.close()


def punctual(patience: Patience) -> type[asyncio.Protocol]:
    """Return the protocol for `uvicorn.Config(http=...)`; those of one server share a patience."""
    return type("Punctual", (Punctual,), {"patience": patience})
