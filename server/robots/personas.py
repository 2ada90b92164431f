"""Simulated people: a profile and habits, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random  # noqa: TID251 - a type: the instance comes in
from typing import cast

from matching import taxonomy
from server.places.countries import country_of
from server.protocol.parts import AgeBand, Language, Mode, Profile, Role
from server.robots.names import invent_name
from server.robots.origins import pick_languages, pick_origin, pick_place, pick_role

TOPICS = sorted(topic.id for topic in taxonomy.TOPICS if not topic.parents)
"""What they talk about: the wide topics, so that a few people have something in common."""
VERIFIED = {"staff": 1.0, "alumni": 0.6, "student": 0.6}
"""Share of verified people by role; an assumption."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody behaves: chances for each round, and shares of a round's length."""

    lines: int = 2
    keep: float = 0.5
    more: float = 0.3
    early_leave: float = 0.03
    sit_out: float = 0.02
    block: float = 0.01
    drop: float = 0.05
    reload: float = 0.03
    second_device: float = 0.02
    media_fails: float = 0.03
    meet_now: float = 0.4
    accept: float = 0.9
    mode: Mode = "video"


CALM = Habits(early_leave=0, sit_out=0, block=0, drop=0, reload=0, second_device=0, media_fails=0)
"""Somebody to whom nothing happens."""


@dataclass(frozen=True, slots=True)
class Persona:
    """One simulated person."""

    profile: Profile
    habits: Habits
    verified: bool
    seed: int


def invent(random: Random, habits: Habits | None = None) -> Persona:
    """Make up one person."""
    role = pick_role(random)
    origin = pick_origin(role, random)
    place = pick_place(role, origin, random)
    name, reading = invent_name(origin.languages[0], random)
    profile = Profile(
        name=name,
        reading=reading,
        city=place.city,
        country=country_of(place.zone),
        zone=place.zone,
        role=cast("Role", role),
        cohort=random.randrange(1998, 2022) if role == "alumni" else None,
        age=_age(role, random),
        languages=[
            Language(code=code, level=level) for code, level in pick_languages(role, origin, random)
        ],
        seeks=random.sample(TOPICS, random.randint(1, 3)),
        offers=random.sample(TOPICS, random.randint(0, 3)),
        recruiters_ok=role in ("student", "prospective") and random.random() < 0.6,
        contact=f"robot-{random.randrange(10**6):06d}@example.org",
    )
    return Persona(
        profile,
        habits or _habits(random),
        random.random() < VERIFIED.get(role, 0.0),
        random.randrange(2**32),
    )


def invent_all(count: int, seed: int, habits: Habits | None = None) -> list[Persona]:
    """Make up a whole evening of people."""
    random = Random(seed)  # noqa: S311 - simulated people are no secret
    return [invent(random, habits) for _ in range(count)]


def _age(role: str, random: Random) -> AgeBand:
    if role != "prospective":
        return "adult"
    ages: tuple[AgeBand, ...] = ("adult", "adult", "minor", "unknown")
    return random.choice(ages)


def _habits(random: Random) -> Habits:
    mode: Mode = random.choices(("video", "audio", "text"), weights=(85, 10, 5))[0]
    return Habits(lines=random.randint(0, 3), keep=random.uniform(0.2, 0.9), mode=mode)
