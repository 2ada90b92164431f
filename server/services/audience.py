"""Who listens to an event: every connection of every person, and which of them is in use.

Rule: of a person's pages exactly one is `here`: it alone holds the seat and the camera.
A message is encoded once, however many people get it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from server.ids import PersonId
from server.protocol.codec import encode
from server.protocol.server import SEAT_ONLY, STATE, PresenceCount, PresenceDiff, ServerMessage


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message ready for the wire.

    `replaces` names the state that makes older ones of the same name superfluous; `presence` says
    that it is a change of presence, which a slow reader gets as a fresh whole instead.
    """

    data: bytes
    replaces: str = ""
    presence: bool = False
    seat_only: bool = False


def parcel(message: ServerMessage) -> Parcel:
    """Encode a message and note how it may be delivered."""
    return Parcel(
        encode(message),
        type(message).__name__ if isinstance(message, STATE) else "",
        isinstance(message, PresenceDiff | PresenceCount),
        isinstance(message, SEAT_ONLY),
    )


class Listener(Protocol):
    """One page or device, connected or lately lost. Its methods never wait."""

    @property
    def person(self) -> PersonId | None:
        """Whose it is; None for a host."""
        ...

    @property
    def connected(self) -> bool:
        """Whether a socket is open right now."""
        ...

    def push(self, item: Parcel) -> None:
        """Queue a message for it."""
        ...

    def drop(self, code: int, reason: str) -> None:
        """Close it for good."""
        ...


class Audience:
    """The listeners of one event."""

    def __init__(self) -> None:
        self._people: dict[PersonId, list[Listener]] = {}
        self._hosts: list[Listener] = []
        self._here: dict[PersonId, Listener] = {}

    def __len__(self) -> int:
        return len(self._hosts) + sum(map(len, self._people.values()))

    def everyone(self) -> list[Listener]:
        """Return all listeners."""
        return [*self._hosts, *(each for some in self._people.values() for each in some)]

    def add(self, listener: Listener) -> None:
        """Let a listener hear from now on; idempotent."""
        pages = self._pages(listener)
        if listener not in pages:
            pages.append(listener)

    def remove(self, listener: Listener) -> Listener | None:
        """Forget a listener; return the page of the same person that could be used instead."""
        pages = self._pages(listener)
        if listener in pages:
            pages.remove(listener)
        person = listener.person
        if person is None:
            return None
        if not pages:
            self._people.pop(person, None)
        if self._here.get(person) is not listener:
            return None
        del self._here[person]
        return next((page for page in reversed(pages) if page.connected), None)

    def is_here(self, listener: Listener) -> bool:
        """Whether this is the page in use; a host's always is."""
        return listener.person is None or self._here.get(listener.person) is listener

    def free_for(self, listener: Listener) -> bool:
        """Whether the listener may become the page in use without asking the person."""
        if listener.person is None:
            return True
        other = self._here.get(listener.person)
        return other is None or other is listener or not other.connected

    def claim(self, listener: Listener) -> Listener | None:
        """Make this the page in use; return the one that was."""
        if listener.person is None:
            return None
        before = self._here.get(listener.person)
        self._here[listener.person] = listener
        return before if before is not listener else None

    def seated(self) -> list[PersonId]:
        """Return the people whose page in use is connected."""
        return [person for person, page in self._here.items() if page.connected]

    def wanted(self, to: Iterable[PersonId]) -> bool:
        """Whether any of these people listens at all; true for once is no promise."""
        return any(person in self._people for person in to)

    @property
    def hosted(self) -> bool:
        """Whether a host listens."""
        return bool(self._hosts)

    def send(self, to: Iterable[PersonId], item: Parcel) -> None:
        """Queue a message for some people on all their pages, as far as it concerns them."""
        for person in to:
            for page in self._people.get(person, ()):
                if not item.seat_only or self._here.get(person) is page:
                    page.push(item)

    def send_hosts(self, item: Parcel) -> None:
        """Queue a message for every host."""
        for page in self._hosts:
            page.push(item)

    def deliver(self, listener: Listener, messages: Iterable[ServerMessage]) -> None:
        """Queue messages for one page, as far as they concern it."""
        here = self.is_here(listener)
        for message in messages:
            item = parcel(message)
            if here or not item.seat_only:
                listener.push(item)

    def drop(self, person: PersonId, code: int, reason: str) -> None:
        """Close all pages of a person for good."""
        for page in list(self._people.get(person, ())):
            page.drop(code, reason)

    def _pages(self, listener: Listener) -> list[Listener]:
        if listener.person is None:
            return self._hosts
        return self._people.setdefault(listener.person, [])
