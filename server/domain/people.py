"""The people of an event: what is known of each, what others may see, what the matcher gets.

One rule: a person is seen by others only through `card`, and by the matcher only through
`candidate`; both leave out what the person keeps private.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from statistics import fmean

import msgspec

from matching.types import Candidate, Level, Role
from server.domain.records import PersonRecord
from server.domain.zones import offset_minutes
from server.ids import PersonId, RoomId
from server.protocol.parts import BenchReason, Card, Profile

CREDIT_SECONDS = 60.0
"""Head start in the queue for one who was left, and did nothing for it (M15)."""


@dataclass(slots=True)
class Attendee:
    """One person: the record, and where they stand right now."""

    record: PersonRecord
    seen: bool = False
    """Whether they had the page open since this evening was opened."""
    connected: bool = False
    away_until: float | None = None
    """Until when somebody without a connection counts as coming back."""
    room: RoomId | None = None
    """The one seat: nobody ever has two."""
    bench: BenchReason | None = None
    resting: bool = False
    """Asked for the lounge, or left for safety: next seat in the next round."""
    wants_third: bool = False
    lost: PersonId | None = None
    choose_until: float | None = None
    waiting_since: float | None = None
    fits: list[float] = field(default_factory=list)
    """What each room of theirs was worth, by the plans of the rounds."""
    drawn: tuple[PersonRecord, Card] | None = None
    """The card as it was made last, and from which record: people are shown far more often than
    they change."""

    @property
    def id(self) -> PersonId:
        """The person's id."""
        return self.record.id

    @property
    def profile(self) -> Profile:
        """What the person says about themselves."""
        return self.record.profile

    @property
    def supervised(self) -> bool:
        """Whether M5 applies."""
        return is_supervised(self.record.profile)

    @property
    def present(self) -> bool:
        """Whether the person is here or expected back within the grace."""
        return not self.shut_out and (self.connected or self.away_until is not None)

    @property
    def shut_out(self) -> bool:
        """Whether the person is not in the event: removed, or waiting before the door."""
        return self.record.removed or self.record.held

    @property
    def willing(self) -> bool:
        """Whether the person can be given a seat at all: here, and nothing speaks against it."""
        record = self.record
        return self.connected and not (self.shut_out or record.sitting_out or record.unsuggested)

    @property
    def plannable(self) -> bool:
        """Whether the person can be given a seat of a round now (M1)."""
        return self.willing and self.record.ready and self.room is None

    def change(self, **fields: object) -> None:
        """Replace fields of the record."""
        self.record = msgspec.structs.replace(self.record, **fields)

    def forget_loss(self) -> None:
        """Drop what was left to choose."""
        self.lost = None
        self.choose_until = None


def is_supervised(profile: Profile) -> bool:
    """Whether somebody may only be in supervised groups: minors, and prospects of unknown age."""
    if profile.age == "minor":
        return True
    return profile.role == "prospective" and profile.age == "unknown"


def card(person: Attendee) -> Card:
    """Return what others see. Of somebody supervised only the first name is shown (M5)."""
    if person.drawn is None or person.drawn[0] is not person.record:
        person.drawn = person.record, _drawn(person)
    return person.drawn[1]


def _drawn(person: Attendee) -> Card:
    profile = person.profile
    shy = person.supervised
    return Card(
        id=person.id,
        name=first_name(profile.name) if shy else profile.name,
        zone=profile.zone,
        reading="" if shy else profile.reading,
        city=profile.city,
        city_id=profile.city_id,
        country=profile.country,
        role=profile.role,
        cohort=profile.cohort,
        languages=profile.languages,
        seeks=[] if profile.topics_private else list(profile.seeks),
        offers=[] if profile.topics_private else list(profile.offers),
        verified=person.record.verified,
        robot=person.record.robot,
    )


def first_name(name: str) -> str:
    """Return the given name: the last part in East Asian scripts, else the first part."""
    parts = name.split()
    if not parts:
        return name
    return parts[-1] if _east_asian(parts[0][0]) else parts[0]


def _east_asian(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


def candidate(person: Attendee, now: float) -> Candidate:
    """Return the person as the matcher sees them."""
    profile, record = person.profile, person.record
    waited = 0.0 if person.waiting_since is None else max(0.0, now - person.waiting_since)
    return Candidate(
        id=person.id,
        role=None if profile.role is None else Role(profile.role),
        languages=tuple((each.code, Level(each.level)) for each in profile.languages),
        seeks=frozenset(profile.seeks),
        offers=frozenset(profile.offers),
        topics_visible=not profile.topics_private,
        zone_minutes=offset_minutes(profile.zone, now),
        city=profile.city,
        country=profile.country,
        cohort=profile.cohort,
        verified=record.verified,
        supervised=person.supervised,
        recruiters_ok=profile.recruiters_ok,
        no_pairs=profile.no_pairs,
        sat_out=record.sat_out,
        trios=record.trios,
        waiting=waited,
        credit=record.credit,
        mean_score=fmean(person.fits) if person.fits else None,
    )
