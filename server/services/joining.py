"""Joining: a name and an invitation become a person of the event, with a token of their own.

Rule: who joins is a new person; nothing that is sent can name an existing one.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import msgspec

from server.domain.records import EventRecord, PersonRecord
from server.errors import BadMessage, NotAuthenticated, WrongPhase
from server.ids import PersonId
from server.places.countries import country_of
from server.protocol.parts import Language, Profile, Zone
from server.services.drafts import tidy
from server.services.events import Events

Admit = Callable[[PersonRecord], Awaitable[None]]
"""Lets a person into the live event, saved when it returns. Raises EventFull, WrongPhase."""
NAME_LETTERS = 60
MOST_MARKS = 4
"""Combining marks in a row: Vietnamese needs two, Thai three; a tower of them hides what is near."""
SPOKEN = 2
"""Level given to the language of the page: enough to be matched by until the person says more."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """What the join card asks for."""

    name: str
    reading: str = ""
    zone: str = "UTC"
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Joined:
    """A new person, and the token by which the browser will be known."""

    person: PersonRecord
    token: str


class Joining:
    """Lets people into events."""

    def __init__(self, events: Events, admit: Admit) -> None:
        self._events = events
        self._admit = admit

    async def join(self, event: EventRecord, arrival: Arrival, *, robot: bool = False) -> Joined:
        """Make a person of the event. Raises BadMessage, EventFull, WrongPhase."""
        now = self._events.clock.now()
        if event.expires_at <= now:
            raise WrongPhase("the event is over")
        if robot and not event.practice:
            raise BadMessage("robot: only a practice event has simulated people")
        person = PersonRecord(
            id=PersonId(secrets.token_hex(8)),
            event=event.id,
            profile=profile_of(arrival),
            joined_at=now,
            robot=robot,
        )
        await self._admit(person)
        token = self._events.tokens.person(event.id, person.id, event.expires_at)
        return Joined(person, token)

    async def returning(self, token: str, event: EventRecord) -> PersonRecord:
        """Return the person a browser was at this event before. Raises NotAuthenticated."""
        claim = self._events.tokens.read(token, "person", self._events.clock.now())
        person = await self._events.store.person(claim.person)
        if person is None or claim.event != event.id or person.event != event.id:
            raise NotAuthenticated
        return person


def profile_of(arrival: Arrival) -> Profile:
    """Return the first profile of somebody who joins. Raises BadMessage, naming the field."""
    name, reading = _short("name", arrival.name), _short("reading", arrival.reading)
    if not any(sign.isalnum() for sign in name):
        raise BadMessage("name: must not be empty")
    zone = arrival.zone if _fits(arrival.zone, Zone) else "UTC"
    return Profile(
        name=name,
        reading=reading,
        country=country_of(zone),
        zone=zone,
        languages=_languages(arrival.lang),
    )


def _short(field: str, typed: str) -> str:
    text = tidy(typed[: 4 * NAME_LETTERS])
    if len(text) > NAME_LETTERS or len(typed) > 4 * NAME_LETTERS:
        raise BadMessage(f"{field}: longer than {NAME_LETTERS} letters")
    if _piled(text):
        raise BadMessage(f"{field}: too many marks on one letter")
    return text


def _languages(lang: str) -> list[Language]:
    spoken = {"code": lang, "level": SPOKEN}
    return [msgspec.convert(spoken, Language)] if _fits(spoken, Language) else []


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _piled(text: str) -> bool:
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.combining(sign) else 0
        if run > MOST_MARKS:
            return True
    return False
