"""Pages that the server draws: the landing, the invitation, a new event, and the way into the app.

Rule: a token that makes somebody a person or a host goes into the part of the address after `#`,
which browsers send to nobody; the app keeps it and takes it out of the address bar.
"""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from server.domain.records import EventRecord
from server.errors import NotAuthenticated, NotFound
from server.ids import EventId
from server.web import art, forms
from server.web.invitation import Invitation
from server.web.qr import qr_svg
from server.web.render import ENTRY
from server.web.site import Site
from server.web.visitors import address_of, is_local
from server.web.wording import LANGUAGES, spoken_hour


def routes(site: Site) -> list[Route]:
    """Return the routes of all pages."""
    front, making, app = Front(site), Making(site), Shell(site)
    invitation = Invitation(site)
    return [
        Route("/", front.landing, methods=["GET"]),
        Route("/robots.txt", robots, methods=["GET"]),
        Route("/join", front.code, methods=["GET", "POST"]),
        Route("/practice", front.practice, methods=["POST"]),
        Route("/j/{token}", invitation.card, methods=["GET"]),
        Route("/j/{token}", invitation.join, methods=["POST"]),
        Route("/j/{token}/calendar.ics", invitation.calendar, methods=["GET"]),
        Route("/j/{token}/qr.svg", invitation.qr, methods=["GET"]),
        Route("/h/{token}", app.enter_as_host, methods=["GET"]),
        Route("/e/{event}", app.guest, methods=["GET"]),
        Route("/e/{event}/host", app.host, methods=["GET"]),
        Route("/new", making.form, methods=["GET"]),
        Route("/new", making.create, methods=["POST"]),
        Route("/o/{token}", making.door, methods=["GET"]),
        Route("/o/{token}", making.go_through, methods=["POST"]),
    ]


def see_other(address: str) -> RedirectResponse:
    """Send the browser on; it asks for the new address with GET."""
    return RedirectResponse(address, 303)


async def robots(request: Request) -> Response:
    """Keep crawlers out: addresses here are meant for one person each."""
    del request
    return Response("User-agent: *\nDisallow: /\n", media_type="text/plain")


class Front:
    """The landing and the ways in from it."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def landing(self, request: Request) -> Response:
        """Draw the landing."""
        return self._landing(request)

    async def code(self, request: Request) -> Response:
        """Look up the code that somebody typed, and send them to the invitation."""
        if request.method == "POST":
            typed = str((await request.form()).get("code", ""))
        else:
            typed = request.query_params.get("code", "")
        try:
            event = await self._site.by_code(typed, address_of(request))
        except NotFound:
            return self._landing(request, typed[:40], 404)
        return see_other(f"/j/{self._site.events.links(event).invite}")

    async def practice(self, request: Request) -> Response:
        """Start an evening with simulated people, and send the browser to its invitation."""
        start = self._site.start_practice
        if start is None or not self._may_practise(request):
            raise NotFound("practice")
        self._site.limits.take("practice", address_of(request))
        link = await start()
        return see_other(link.removeprefix(self._site.events.place.url))

    def _may_practise(self, request: Request) -> bool:
        owner = self._site.cookies.is_owner(request, self._site.clock.now())
        return self._site.start_practice is not None and (owner or is_local(request))

    def _landing(self, request: Request, code: str = "", status: int = 200) -> Response:
        renderer, now = self._site.renderer, self._site.clock.now()
        words, town = renderer.words_for(request), renderer.town
        hour, moment = spoken_hour(now, town.zone)
        return renderer.page(
            request,
            "landing.html",
            words("landing-page-title"),
            status,
            hour=hour,
            moment=moment,
            town=words.place(town.city),
            dial=art.example_dial(words, now, town.city, town.zone),
            create_href="/new",
            try_action="/practice" if self._may_practise(request) else "",
            code_action="/join",
            code=code,
        )


class Making:
    """The owner's pages: becoming the owner, and making an event."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def door(self, request: Request) -> Response:
        """Show the one-time link's button; looking at the link uses nothing up."""
        token = request.path_params["token"]
        self._site.events.tokens.read(token, "door", self._site.clock.now())
        words = self._site.renderer.words_for(request)
        return self._site.renderer.page(request, "owner.html", words("owner-title"), may_enter=True)

    async def go_through(self, request: Request) -> Response:
        """Use the one-time link up: this browser becomes the owner's."""
        self._site.limits.take("door", address_of(request))
        now = self._site.clock.now()
        claim = self._site.events.tokens.read(request.path_params["token"], "door", now)
        if not await self._site.events.store.use_once(claim.key, claim.until):
            raise NotAuthenticated
        answer = see_other("/new")
        self._site.cookies.make_owner(answer, now)
        return answer

    async def form(self, request: Request) -> Response:
        """Show the form for a new event, to the owner only."""
        if not self._site.cookies.is_owner(request, self._site.clock.now()):
            return self._not_owner(request)
        now, zone = self._site.clock.now(), self._site.renderer.town.zone
        return self._form(request, forms.first_form(now, zone))

    async def create(self, request: Request) -> Response:
        """Make the event, or show what is wrong."""
        now, zone = self._site.clock.now(), self._site.renderer.town.zone
        if not self._site.cookies.is_owner(request, now):
            return self._not_owner(request)
        self._site.limits.take("create", address_of(request))
        sent = {key: str(value) for key, value in (await request.form()).items()}
        form, draft = forms.read_form(sent, now, zone)
        if draft is None:
            return self._form(request, form, 400)
        return self._created(request, await self._site.events.create(draft))

    def _form(self, request: Request, form: forms.EventForm, status: int = 200) -> Response:
        renderer = self._site.renderer
        words, zone = renderer.words_for(request), renderer.town.zone
        return renderer.page(
            request,
            "create.html",
            words("create-page-title"),
            status,
            action="/new",
            presets=forms.PRESETS,
            values=form.values,
            errors=form.errors,
            zones=forms.zones_for(words, str(form.values.get("zone") or zone)),
            weights=forms.WEIGHTS,
            today=forms.today(self._site.clock.now(), zone),
        )

    def _created(self, request: Request, event: EventRecord) -> Response:
        renderer, links = self._site.renderer, self._site.events.links(event)
        words = renderer.words_for(request)
        when = ""
        if event.starts_at is not None:
            city = words.city_of(event.zone)
            when = f"{words.day_and_time(event.starts_at, event.zone)} {city}"
        return renderer.page(
            request,
            "created.html",
            words("created-title"),
            event_title=event.title,
            when=when,
            guest_link=links.join_link,
            host_link=links.host_link,
            code=event.code,
            qr=Markup(qr_svg(links.join_link)),  # noqa: S704 - drawn here, from numbers
            local_only=self._site.local_only,
        )

    def _not_owner(self, request: Request) -> Response:
        words = self._site.renderer.words_for(request)
        return self._site.renderer.page(
            request, "owner.html", words("owner-needed"), 403, may_enter=False
        )


class Shell:
    """The app's page; what it shows comes through the socket."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def enter_as_host(self, request: Request) -> Response:
        """Send the host's browser to the board, with the token where nobody logs it."""
        token = request.path_params["token"]
        event = await self._site.events.by_host_token(token)
        answer = see_other(f"/e/{event.id}/host#{token}")
        left = event.expires_at - self._site.clock.now()
        self._site.cookies.remember(answer, f"host-{event.id}", token, left)
        return answer

    async def guest(self, request: Request) -> Response:
        """Draw the shell for somebody who joined."""
        return await self._shell(request, host=False)

    async def host(self, request: Request) -> Response:
        """Draw the shell for a host."""
        return await self._shell(request, host=True)

    async def _shell(self, request: Request, *, host: bool) -> Response:
        event = await self._site.events.get(EventId(request.path_params["event"][:64]))
        renderer = self._site.renderer
        return renderer.page(
            request,
            "app.html",
            event.title,
            event_title=event.title,
            boot={
                "event": event.id,
                "host": host,
                "languages": [[code, name] for code, name in LANGUAGES.items()],
            },
            modules=renderer.assets.preloads(ENTRY),
            sheets=[],
        )
