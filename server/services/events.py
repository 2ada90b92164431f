"""Events: making them, finding them, and the links that lead into them.

Rule: a link that is wrong, expired, or of an event that is gone is answered alike.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

import msgspec

from server.auth.tokens import Tokens
from server.domain.mixer import total_seconds
from server.domain.records import Archive, EventRecord, PlanRecord
from server.errors import NotAuthenticated, NotFound
from server.ids import EventId
from server.ports import Clock, Store
from server.services.drafts import Draft, check

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without 0, O, 1 and I, which are read aloud and written down wrongly."""
LINKS_LAST_SECONDS = 14 * 86400
"""How long after an event its links still open the page of whom one met."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where people reach this server, and the town that hosts them."""

    url: str
    city: str = ""
    zone: str = "UTC"


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """What leads into an event."""

    event: EventId
    code: str
    join_link: str
    host_link: str
    calendar_link: str
    invite: str
    host_token: str


class Events:
    """Makes and finds events."""

    def __init__(self, store: Store, tokens: Tokens, clock: Clock, place: Place) -> None:
        self.store = store
        self.tokens = tokens
        self.clock = clock
        self.place = place

    async def create(self, draft: Draft) -> EventRecord:
        """Make an event; it is saved when this returns. Raises BadPlan."""
        now = self.clock.now()
        check(draft, now)
        waits = draft.starts_at is not None and draft.starts_at > now
        auto = draft.plan.auto_start
        begins = draft.starts_at or now
        event = EventRecord(
            id=EventId(secrets.token_hex(8)),
            title=draft.title,
            zone=draft.zone or self.place.zone,
            code=new_code(),
            plan=draft.plan,
            seed=secrets.randbits(32),
            created_at=now,
            expires_at=float(int(begins + total_seconds(draft.plan) + LINKS_LAST_SECONDS)),
            starts_at=draft.starts_at,
            note=draft.note,
            town_city=self.place.city,
            town_zone=self.place.zone,
            practice=draft.practice,
            phase="scheduled" if waits and not auto else "lobby",
            deadline=draft.starts_at if auto else None,
        )
        await self.store.save([event])
        return event

    def links(self, event: EventRecord) -> Links:
        """Return the links of an event; they are always the same."""
        invite = self.tokens.invite(event.id, event.expires_at)
        host = self.tokens.host(event.id, event.expires_at)
        join_link = f"{self.place.url}/j/{invite}"
        return Links(
            event=event.id,
            code=event.code,
            join_link=join_link,
            host_link=f"{self.place.url}/h/{host}",
            calendar_link=f"{join_link}/calendar.ics",
            invite=invite,
            host_token=host,
        )

    async def all(self) -> list[EventRecord]:
        """Return all events, newest first."""
        return await self.store.events()

    async def get(self, event: EventId) -> EventRecord:
        """Return one event. Raises NotFound."""
        found = await self.store.event(event)
        if found is None:
            raise NotFound("event")
        return found

    async def archive(self, event: EventId) -> Archive:
        """Return everything recorded about an event. Raises NotFound."""
        found = await self.store.archive(event)
        if found is None:
            raise NotFound("event")
        return found

    async def plans(self, event: EventId) -> list[PlanRecord]:
        """Return what anybody needs to redo the rounds of an event."""
        return await self.store.plans(event)

    async def by_code(self, code: str) -> EventRecord:
        """Return the event whose code somebody typed, in whatever way. Raises NotFound."""
        wanted = tidy_code(code)
        found = await self.store.event_by_code(wanted) if wanted else None
        if found is None or found.expires_at <= self.clock.now():
            raise NotFound("code")
        return found

    async def by_invite(self, token: str) -> EventRecord:
        """Return the event that an invitation is for. Raises NotAuthenticated."""
        claim = self.tokens.read(token, "invite", self.clock.now())
        return await self._of_link(claim.event)

    async def by_host_token(self, token: str) -> EventRecord:
        """Return the event that a host's token is for. Raises NotAuthenticated."""
        claim = self.tokens.read(token, "host", self.clock.now())
        return await self._of_link(claim.event)

    async def _of_link(self, event: EventId) -> EventRecord:
        found = await self.store.event(event)
        if found is None or found.expires_at <= self.clock.now():
            raise NotAuthenticated
        return found


def new_code() -> str:
    """Return a fresh join code: forty bits, so that guessing is hopeless at the rate allowed."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def tidy_code(typed: str) -> str:
    """Return a code as it is stored, or an empty text if it cannot be one."""
    wide = unicodedata.normalize("NFKC", typed[:100]).upper()
    letters = "".join(sign for sign in wide if sign.isalnum())
    if len(letters) != 8 or any(sign not in CODE_LETTERS for sign in letters):
        return ""
    return f"{letters[:4]}-{letters[4:]}"
