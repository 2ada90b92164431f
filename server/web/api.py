"""The HTTP interface: everything that the pages can do, for programs.

Rule: JSON in, JSON out; a refusal is `{"code", "detail"}` with the words of the protocol. The owner
shows a bearer token or the cookie, a host the event's host token.
"""

from __future__ import annotations

import contextlib
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.domain.records import EventRecord
from server.errors import BadMessage, NotAuthenticated, NotFound
from server.ids import EventId
from server.services.drafts import draft_of
from server.services.exports import as_csv, as_json, export_of, iso
from server.services.joining import Arrival
from server.web.problems import json
from server.web.site import Site
from server.web.visitors import address_of, bearer_of, is_local

T = TypeVar("T")
SOCKET = "/ws"


class JoinRequest(Arrival, frozen=True, kw_only=True):
    """Who wants to join what: `invite` is what stands in the link after `/j/`, or a code."""

    invite: str = ""
    code: str = ""
    robot: bool = False
    """A simulated person; only a practice event takes them."""


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody has joined; `token` is for `hello` at `socket`."""

    event: str
    person: str
    token: str
    socket: str


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """An event as lists show it."""

    event: str
    title: str
    code: str
    zone: str
    starts_at: str | None
    phase: str
    round: int
    rounds: int
    practice: bool


def routes(site: Site) -> list[Route]:
    """Return the routes of the interface."""
    api = Api(site)
    return [
        Route("/api/events", api.list_all, methods=["GET"]),
        Route("/api/events", api.create, methods=["POST"]),
        Route("/api/events/{event}", api.show, methods=["GET"]),
        Route("/api/events/{event}/export", api.export, methods=["GET"]),
        Route("/api/join", api.join, methods=["POST"]),
        Route("/api/practice", api.practice, methods=["POST"]),
    ]


class Api:
    """The endpoints."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def create(self, request: Request) -> Response:
        """Make an event; answers its links."""
        self._owner(request)
        self._site.limits.take("create", address_of(request))
        values = await _body(request, dict[str, Any])
        zone = self._site.events.place.zone
        event = await self._site.events.create(draft_of(values, self._site.clock.now(), zone))
        return json(self._site.events.links(event), 201)

    async def list_all(self, request: Request) -> Response:
        """List all events, to the owner."""
        self._owner(request)
        return json([_listed(event) for event in await self._site.events.all()])

    async def show(self, request: Request) -> Response:
        """Show an event, to its host or the owner."""
        return json(_listed(await self._hosted(request)))

    async def export(self, request: Request) -> Response:
        """Return the export of an event, as JSON or with `?format=csv`."""
        event = await self._hosted(request)
        export = export_of(await self._site.events.archive(event.id))
        wanted = request.query_params.get("format", "json")
        if wanted not in ("json", "csv"):
            raise BadMessage("format: must be json or csv")
        body = as_csv(export) if wanted == "csv" else as_json(export)
        kind = "text/csv; charset=utf-8" if wanted == "csv" else "application/json"
        name = f'attachment; filename="{event.id}.{wanted}"'
        return Response(body, media_type=kind, headers={"Content-Disposition": name})

    async def join(self, request: Request) -> Response:
        """Join an event by its invitation or its code."""
        sent = await _body(request, JoinRequest)
        event = await self._invited(request, sent)
        joined = await self._site.joining.join(event, sent, robot=sent.robot)
        answer = Joined(event=event.id, person=joined.person.id, token=joined.token, socket=SOCKET)
        return json(answer, 201)

    async def practice(self, request: Request) -> Response:
        """Start an evening with simulated people; answers the link to join it."""
        start = self._site.start_practice
        if start is None:
            raise NotFound("practice")
        if not is_local(request):
            self._owner(request)
        self._site.limits.take("practice", address_of(request))
        return json({"join_link": await start()}, 201)

    async def _invited(self, request: Request, sent: JoinRequest) -> EventRecord:
        events, address = self._site.events, address_of(request)
        typed = sent.code or ("" if "." in sent.invite else sent.invite)
        if typed:
            return await self._site.by_code(typed, address)
        if not is_local(request):  # robots of a load test all come from here
            self._site.limits.take("join", address)
        return await events.by_invite(sent.invite)

    def _owner(self, request: Request) -> None:
        now = self._site.clock.now()
        token = bearer_of(request)
        if token:
            self._site.events.tokens.read(token, "owner", now)
        elif not self._site.cookies.is_owner(request, now):
            raise NotAuthenticated

    async def _hosted(self, request: Request) -> EventRecord:
        wanted = EventId(request.path_params["event"][:64])
        token = bearer_of(request)
        if token:
            with contextlib.suppress(NotAuthenticated):
                event = await self._site.events.by_host_token(token)
                if event.id == wanted:
                    return event
        self._owner(request)
        return await self._site.events.get(wanted)


async def _body(request: Request, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage(str(error)) from None


def _listed(event: EventRecord) -> Listed:
    return Listed(
        event=event.id,
        title=event.title,
        code=event.code,
        zone=event.zone,
        starts_at=None if event.starts_at is None else iso(event.starts_at),
        phase=event.phase,
        round=event.round,
        rounds=event.plan.rounds,
        practice=event.practice,
    )
