"""What others and the matcher get of a person's place."""

from __future__ import annotations

from server.domain.people import Attendee, candidate, card
from server.domain.records import PersonRecord
from server.ids import EventId, PersonId
from server.protocol.parts import Profile


def test_country_reaches_the_card_and_the_matcher() -> None:
    profile = Profile(name="Linh", city="Beppu", country="JP", zone="Asia/Tokyo")
    record = PersonRecord(id=PersonId("p"), event=EventId("e"), profile=profile, joined_at=0.0)
    person = Attendee(record)
    assert (card(person).country, candidate(person, 0.0).country) == ("JP", "JP")
    assert candidate(person, 0.0).city == "Beppu"
