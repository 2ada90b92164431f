"""Health: says that this process serves, and whether its store does."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.errors import Unavailable
from server.ids import EventId
from server.ports import Store
from server.web.problems import json

Numbers = Callable[[], dict[str, int]]
"""What there is to count, such as live events and connections."""


class Health(msgspec.Struct, frozen=True):
    """The answer."""

    status: str
    version: str
    store: str
    numbers: dict[str, int]


def routes(store: Store, version: str, numbers: Numbers = dict) -> list[Route]:
    """Return the route of `/health`: 200 when people can be served, else 503."""

    async def health(request: Request) -> Response:
        del request
        try:
            await store.event(EventId("-"))
            state = "ok"
        except Unavailable:
            state = "unavailable"
        said = Health(state, version, state, numbers())
        return json(said, 200 if state == "ok" else 503)

    return [Route("/health", health, methods=["GET"])]
