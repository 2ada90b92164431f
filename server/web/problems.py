"""Problems: every refusal as an answer: a page for people, JSON below `/api`.

Rule: the status comes from the error's class; a page says what happened and what one can do, and
never what the server knows.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from server.errors import (
    BadMessage,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    TooLarge,
    TooMany,
    TsunagariError,
    Unavailable,
    WrongPhase,
)

log = logging.getLogger(__name__)

Draw = Callable[[Request, str, int], Response]
"""Draws the page for a kind of problem, with a status."""
Handler = Callable[[Request, Exception], Awaitable[Response]]
KINDS = {
    "not_authenticated": "refused",
    "not_allowed": "refused",
    "not_found": "not-found",
    "too_many": "busy",
    "event_full": "full",
    "wrong_phase": "over",
    "unavailable": "broken",
    "internal": "broken",
}
_BY_STATUS: dict[int, type[TsunagariError]] = {
    400: BadMessage,
    401: NotAuthenticated,
    403: NotAllowed,
    404: NotFound,
    405: NotAllowed,
    409: WrongPhase,
    413: TooLarge,
    429: TooMany,
    503: Unavailable,
}


class Said(msgspec.Struct, frozen=True):
    """A refusal as JSON, with the same words as the protocol's `error`."""

    code: str
    detail: str = ""


class Problems:
    """Makes answers of errors."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def of(self, scope: Scope, error: TsunagariError) -> Response:
        """Return the answer to a request that was refused."""
        request = Request(scope)
        if wants_json(request):
            answer = json(Said(error.code, error.detail), error.status)
        else:
            answer = self._draw(request, KINDS.get(error.code, "refused"), error.status)
        if isinstance(error, TooMany):
            answer.headers["Retry-After"] = "10"
        return answer

    async def refused(self, request: Request, error: Exception) -> Response:
        """Answer a refusal; the handler for TsunagariError."""
        known = error if isinstance(error, TsunagariError) else TsunagariError()
        return self.of(request.scope, known)

    async def http(self, request: Request, error: Exception) -> Response:
        """Answer what the router refuses; the handler for HTTPException."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        answer = self.of(request.scope, _BY_STATUS.get(status, TsunagariError)())
        answer.status_code = status
        if isinstance(error, HTTPException) and error.headers:
            answer.headers.update(error.headers)
        return answer

    async def broken(self, request: Request, error: Exception) -> Response:
        """Answer what nobody expected; the handler for Exception."""
        log.error("request failed", extra={"kind": type(error).__name__})
        return self.of(request.scope, TsunagariError())

    def handlers(self) -> dict[Any, Handler]:
        """Return them all, as Starlette wants them."""
        return {TsunagariError: self.refused, HTTPException: self.http, Exception: self.broken}


def wants_json(request: Request) -> bool:
    """Whether the one who asks is a program."""
    return request.url.path.startswith(("/api/", "/health"))


def json(value: object, status: int = 200) -> Response:
    """Return a value as a JSON answer."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")
