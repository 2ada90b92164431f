"""The invitation: the join card, its calendar file and QR code, and joining itself.

Rule: the card shows what the invitation is for; who is there is told as numbers, cities and first
letters only.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server.domain.mixer import total_seconds
from server.domain.records import EventRecord, PersonRecord
from server.errors import BadMessage, EventFull, NotAuthenticated, NotFound, TooMany
from server.places.countries import country_name
from server.services.joining import Arrival
from server.web.calendars import calendar_of
from server.web.qr import qr_svg
from server.web.site import Site
from server.web.visitors import address_of
from server.web.wording import sky_of

FACES = 5
COUNTRIES = 4


class Invitation:
    """Everything below `/j/<token>`."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def card(self, request: Request) -> Response:
        """Draw the join card."""
        event = await self._event(request)
        return await self._card(request, event)

    async def join(self, request: Request) -> Response:
        """Let somebody in and send their browser to the app."""
        event = await self._event(request)
        sent = await request.form()
        name, reading = str(sent.get("name", "")), str(sent.get("reading", ""))
        words = self._site.renderer.words_for(request)
        arrival = Arrival(
            name=name,
            reading=reading,
            zone=str(sent.get("zone") or event.zone),
            lang=words.language,
        )
        if await self._removed(request, event):
            return self._site.renderer.problem(request, "removed", 403)
        try:
            self._site.limits.take("join", address_of(request))
            joined = await self._site.joining.join(event, arrival)
        except (BadMessage, TooMany, EventFull) as error:
            filled = {"name": name[:60], "reading": reading[:60], "error": _told(error)}
            phase = "full" if isinstance(error, EventFull) else ""
            return await self._card(request, event, error.status, phase=phase, **filled)
        answer = RedirectResponse(f"/e/{event.id}#{joined.token}", 303)
        left = event.expires_at - self._site.clock.now()
        self._site.cookies.remember(answer, f"person-{event.id}", joined.token, left)
        return answer

    async def calendar(self, request: Request) -> Response:
        """Return the calendar file."""
        event = await self._event(request)
        if event.starts_at is None:
            raise NotFound("calendar")
        link = self._site.events.links(event).join_link
        return Response(
            calendar_of(event, link, self._site.clock.now()),
            media_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="tsunagari.ics"'},
        )

    async def qr(self, request: Request) -> Response:
        """Return the invitation as a QR code."""
        event = await self._event(request)
        svg = qr_svg(self._site.events.links(event).join_link)
        return Response(svg, media_type="image/svg+xml")

    async def _event(self, request: Request) -> EventRecord:
        return await self._site.events.by_invite(request.path_params["token"])

    async def _card(  # noqa: PLR0913 - the fields of a form
        self,
        request: Request,
        event: EventRecord,
        status: int = 200,
        *,
        phase: str = "",
        name: str = "",
        reading: str = "",
        error: str = "",
    ) -> Response:
        site, now = self._site, self._site.clock.now()
        words = site.renderer.words_for(request)
        moment = now if event.starts_at is None else event.starts_at
        here = site.here(event.id)
        again = await self._again(request, event)
        if again is not None and again.removed:
            return site.renderer.problem(request, "removed", 403)
        host = await self._host_token(request, event)
        queue = site.line(event.id)
        token = request.cookies.get(f"person-{event.id}", "")
        plan = event.plan
        return site.renderer.page(
            request,
            "join.html",
            event.title,
            status,
            event_title=event.title,
            note=event.note,
            invited_by="",
            starts_at=event.starts_at,
            zone=event.zone,
            city=_city(event, words.place(event.town_city), words.city_of(event.zone)),
            clock=words.clock(moment, event.zone),
            day=words.day(moment, event.zone),
            phase=phase or _phase(event, queue, now),
            round=event.round,
            rounds=plan.rounds,
            minutes=max(1, round(plan.round_seconds / 60)),
            total=max(1, round(total_seconds(plan) / 60)),
            countries=await asyncio.to_thread(_countries, here, words.language),
            people=len(here),
            places=len({person.profile.city or person.profile.zone for person in here}),
            faces=[_face(person, now) for person in here[:FACES]],
            practice=event.practice,
            action="",
            name=name,
            reading=reading,
            error=error,
            queue=queue,
            calendar_href=f"{request.url.path}/calendar.ics" if event.starts_at else "",
            again=again.profile.name if again else "",
            again_href=f"/e/{event.id}#{token}" if again else "",
            host_href=f"/e/{event.id}/host#{host}" if host else "",
        )

    async def _again(self, request: Request, event: EventRecord) -> PersonRecord | None:
        token = request.cookies.get(f"person-{event.id}", "")
        with contextlib.suppress(NotAuthenticated):
            return await self._site.joining.returning(token, event)
        return None

    async def _removed(self, request: Request, event: EventRecord) -> bool:
        person = await self._again(request, event)
        return person is not None and person.removed

    async def _host_token(self, request: Request, event: EventRecord) -> str:
        token = request.cookies.get(f"host-{event.id}", "")
        with contextlib.suppress(NotAuthenticated):
            if (await self._site.events.by_host_token(token)).id == event.id:
                return token
        return ""


def phase_of(event: EventRecord, now: float) -> str:
    """Return how the event stands, in the card's words."""
    if event.phase == "closed":
        return "over"
    if event.phase in ("round", "wrap_up", "break"):
        return "running"
    waits = event.starts_at is not None and event.starts_at > now
    return "scheduled" if event.phase == "scheduled" and waits else "open"


def _city(event: EventRecord, town: str, of_zone: str) -> str:
    return town if town and event.zone == event.town_zone else of_zone


def _countries(here: Sequence[PersonRecord], language: str) -> str:
    """Name the countries most are in; a third of a second at first, so not on the loop."""
    count = Counter(each.profile.country for each in here if each.profile.country)
    names = [country_name(code, language) for code, _ in count.most_common(COUNTRIES)]
    return ("、" if language == "ja" else ", ").join(names)


def _face(person: PersonRecord, now: float) -> tuple[str, int]:
    return person.profile.name[:1].upper(), sky_of(now, person.profile.zone)


def _phase(event: EventRecord, queue: int, now: float) -> str:
    """Say before anybody fills in a form that there is no place."""
    phase = phase_of(event, now)
    return "full" if phase != "over" and queue else phase


def _told(error: BadMessage | TooMany | EventFull) -> str:
    if isinstance(error, TooMany):
        return "busy"
    if isinstance(error, EventFull):
        return ""
    if error.detail.startswith("reading"):
        return "reading-long"
    return "name-long" if "longer" in error.detail else "name"
