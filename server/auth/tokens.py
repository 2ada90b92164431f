"""Signed links: who holds one may do what it says until it expires.

Rule: every reason for refusing is answered alike (NotAuthenticated), and a token of one kind never
passes as another, because each kind is signed with a key of its own.

A token is `expiry.fields.signature`, short enough for a QR code that a phone reads well.
"""

from __future__ import annotations

import hashlib
import math
import re
import secrets
from dataclasses import dataclass
from typing import Literal

from itsdangerous import BadSignature, Signer

from server.errors import NotAuthenticated
from server.ids import EventId, PersonId

Kind = Literal["door", "owner", "host", "invite", "person"]
"""door: one-time link to become the owner; owner: whoever runs the server; host: rights on one
event; invite: may join one event; person: is one person of one event."""
FIELDS: dict[Kind, tuple[str, ...]] = {
    "door": ("key",),
    "owner": ("key",),
    "host": ("event",),
    "invite": ("event",),
    "person": ("event", "person"),
}
_SHAPE = re.compile(r"[A-Za-z0-9_.-]{1,1024}")
DOOR_SECONDS = 24 * 3600
OWNER_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Claim:
    """What a valid token says."""

    kind: Kind
    until: float
    event: EventId
    """Empty for the owner's kinds."""
    person: PersonId
    """Empty for all kinds but `person`."""
    key: str
    """Name of this very token, for those that can be used once."""


class Tokens:
    """Makes and reads all tokens of one server."""

    def __init__(self, secret: bytes) -> None:
        self._signers = {
            kind: Signer(
                secret,
                salt=f"tsunagari.{kind}.1",
                key_derivation="hmac",
                digest_method=hashlib.sha256,
            )
            for kind in FIELDS
        }

    def door(self, now: float) -> str:
        """Return a new one-time link's token: whoever uses it first becomes the owner."""
        return self._make("door", now + DOOR_SECONDS, secrets.token_urlsafe(12))

    def owner(self, now: float) -> str:
        """Return a token for whoever runs the server (a cookie, or a bearer of the API)."""
        return self._make("owner", now + OWNER_SECONDS, secrets.token_urlsafe(6))

    def host(self, event: EventId, until: float) -> str:
        """Return the host's token; the same arguments give the same one."""
        return self._make("host", until, event)

    def invite(self, event: EventId, until: float) -> str:
        """Return the token to hand out; the same arguments give the same one."""
        return self._make("invite", until, event)

    def person(self, event: EventId, person: PersonId, until: float) -> str:
        """Return the token of one person at one event."""
        return self._make("person", until, event, person)

    def read(self, token: str, kind: Kind, now: float) -> Claim:
        """Return what a token of this kind says; raises NotAuthenticated whatever is wrong."""
        if not _SHAPE.fullmatch(token):
            raise NotAuthenticated
        try:
            signed = self._signers[kind].unsign(token).decode("ascii")
            until, *values = signed.split(".")
            said = dict(zip(FIELDS[kind], values, strict=True))
            expires = int(until, 16)
        except (BadSignature, ValueError):
            raise NotAuthenticated from None
        if expires <= now:
            raise NotAuthenticated
        return Claim(
            kind,
            float(expires),
            EventId(said.get("event", "")),
            PersonId(said.get("person", "")),
            said.get("key", ""),
        )

    def admission(self, token: str, now: float) -> Claim:
        """Return what lets somebody into an event's live page: a person's or a host's token."""
        try:
            return self.read(token, "person", now)
        except NotAuthenticated:
            return self.read(token, "host", now)

    def _make(self, kind: Kind, until: float, *fields: str) -> str:
        signed = ".".join((f"{math.ceil(until):x}", *fields))
        return self._signers[kind].sign(signed).decode("ascii")
