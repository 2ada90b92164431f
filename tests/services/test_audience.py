"""Who hears what: pages of people, hosts, and the page in use."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from server.domain.effects import Send, SendHosts
from server.engines.memory import MemoryStore
from server.ids import EventId, PersonId, RoomId
from server.protocol.server import Notice, PresenceDiff, RoomClosed, YouState
from server.services import audience as module
from server.services.audience import Audience, Parcel, parcel
from server.services.runner import EffectRunner

NOTICE = Notice(kind="announce", at=0.0, text="hi")
CLOSED = RoomClosed(room=RoomId("e.1"), epoch=1, reason="left")
A, B = PersonId("a"), PersonId("b")


@dataclass(eq=False)
class Page:
    """A listener that keeps what it hears."""

    person: PersonId | None
    connected: bool = True
    heard: list[Parcel] = field(default_factory=list)
    dropped: int = 0

    def push(self, item: Parcel) -> None:
        self.heard.append(item)

    def drop(self, code: int, reason: str) -> None:
        self.dropped = code

    @property
    def kinds(self) -> list[str]:
        return [json.loads(item.data)["t"] for item in self.heard]


def put(audience: Audience, page: Page, *, here: bool = True) -> Page:
    audience.add(page)
    if here:
        audience.claim(page)
    return page


def test_a_message_is_encoded_once_for_everybody() -> None:
    audience = Audience()
    pages = [put(audience, Page(PersonId(str(n)))) for n in range(3)]
    audience.send([PersonId(str(n)) for n in range(3)], parcel(NOTICE))
    first = pages[0].heard[0]
    assert all(page.heard[0] is first for page in pages)


def test_nothing_is_encoded_for_nobody(monkeypatch) -> None:
    encoded: list[object] = []

    def encode(message: object) -> bytes:
        encoded.append(message)
        return b""

    monkeypatch.setattr(module, "encode", encode)
    audience = Audience()
    runner = EffectRunner(EventId("e"), MemoryStore(), audience, lambda _request: None)
    assert runner.pack([Send((A,), NOTICE), SendHosts(NOTICE)]) == []
    assert encoded == []
    put(audience, Page(A))
    assert len(runner.pack([Send((A,), NOTICE), SendHosts(NOTICE)])) == len(encoded) == 1


def test_only_the_page_in_use_hears_of_its_seat() -> None:
    audience = Audience()
    first = put(audience, Page(A))
    second = put(audience, Page(A), here=False)
    audience.send([A], parcel(CLOSED))
    audience.send([A], parcel(NOTICE))
    audience.deliver(second, [CLOSED, NOTICE])
    assert first.kinds == ["room.closed", "notice"]
    assert second.kinds == ["notice", "notice"]


def test_claiming_moves_the_seat_and_names_who_had_it() -> None:
    audience = Audience()
    first, second = put(audience, Page(A)), put(audience, Page(A), here=False)
    assert not audience.free_for(second)
    assert audience.claim(second) is first
    assert audience.claim(second) is None
    assert audience.is_here(second)
    assert not audience.is_here(first)


def test_a_lost_page_lets_a_new_one_take_over() -> None:
    audience = Audience()
    first, second = put(audience, Page(A)), Page(A)
    first.connected = False
    assert audience.free_for(second)
    assert audience.seated() == []


def test_when_the_page_in_use_is_gone_the_newest_connected_one_is_next() -> None:
    audience = Audience()
    first = put(audience, Page(A))
    second, third = (put(audience, Page(A), here=False) for _ in range(2))
    assert audience.remove(third) is None, "it was not in use"
    assert audience.remove(first) is second
    assert audience.remove(first) is None
    assert len(audience) == 1


def test_hosts_are_equal_and_hear_only_what_is_for_hosts() -> None:
    audience = Audience()
    hosts = [put(audience, Page(None)) for _ in range(2)]
    guest = put(audience, Page(B))
    audience.send_hosts(parcel(NOTICE))
    audience.send([B], parcel(CLOSED))
    assert [host.kinds for host in hosts] == [["notice"], ["notice"]]
    assert guest.kinds == ["room.closed"]
    assert audience.is_here(hosts[1])


def test_a_removed_person_loses_every_page() -> None:
    audience = Audience()
    pages = [put(audience, Page(A)), put(audience, Page(A), here=False)]
    audience.drop(A, 4403, "removed")
    assert [page.dropped for page in pages] == [4403, 4403]


def test_parcels_know_how_they_may_be_delivered() -> None:
    you = module.parcel(YouState(v=1, state="lobby"))
    diff = module.parcel(PresenceDiff(epoch=1, v=2, pv=1, total=1))
    assert (you.replaces, you.presence, you.seat_only) == ("YouState", False, False)
    assert (diff.replaces, diff.presence, diff.seat_only) == ("", True, False)
    assert module.parcel(CLOSED).seat_only
