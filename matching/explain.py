"""Why these two: at most two true reasons, as kinds that the interface puts into words (M30).

One rule: a reason says only what each of the two may see of the other; no score, no choice of
anybody else, no topics somebody keeps private, no place or year of a supervised person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from matching.language import common_language, spoken
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, Level, Role

ReasonKind = Literal[
    "offers_what_you_seek",
    "seeks_what_you_offer",
    "both_seek",
    "both_offer",
    "same_city",
    "same_cohort",
    "same_field",
    "alum_and_student",
    "language",
]

MOST_REASONS = 2
COMMON_RARITY = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason as `viewer` is told it; `topic` is an id of the taxonomy, or None."""

    kind: ReasonKind
    topic: str | None = None


def explain(
    viewer: Candidate,
    other: Candidate,
    rules: Rules = DEFAULT_RULES,
    *,
    rarity: Mapping[str, float] | None = None,
) -> tuple[Reason, ...]:
    """The weightiest reasons for these two, a topic named once.

    `rarity` (see `score.rarity_of`) puts rare topics first; without it all topics weigh the same.
    """
    weighed = [*_topics(viewer, other, rules, rarity or {}), *_alike(viewer, other, rules)]
    weighed.sort(key=lambda entry: (-entry[0], entry[1].kind, entry[1].topic or ""))
    told: list[Reason] = []
    for _, reason in weighed:
        if reason.topic is None or all(reason.topic != known.topic for known in told):
            told.append(reason)
    return tuple(told[:MOST_REASONS])


def _topics(
    viewer: Candidate, other: Candidate, rules: Rules, rarity: Mapping[str, float]
) -> Iterator[tuple[float, Reason]]:
    if not (viewer.topics_visible and other.topics_visible):
        return
    found: tuple[tuple[ReasonKind, float, frozenset[str]], ...] = (
        ("offers_what_you_seek", rules.weights.topics, viewer.seeks & other.offers),
        ("seeks_what_you_offer", rules.weights.topics, viewer.offers & other.seeks),
        ("both_seek", rules.weights.shared, viewer.seeks & other.seeks),
        ("both_offer", rules.weights.shared, viewer.offers & other.offers),
    )
    for kind, weight, topics in found:
        for topic in topics:
            yield weight * rarity.get(topic, COMMON_RARITY), Reason(kind, topic)


def _alike(viewer: Candidate, other: Candidate, rules: Rules) -> Iterator[tuple[float, Reason]]:
    liked = rules.weights.purpose * (1 - rules.explore)
    if not (viewer.supervised or other.supervised):
        if viewer.city and viewer.city.casefold() == other.city.casefold():
            yield liked, Reason("same_city")
        if viewer.cohort is not None and viewer.cohort == other.cohort:
            yield liked, Reason("same_cohort")
        if viewer.field and viewer.field == other.field:
            yield liked, Reason("same_field")
    if {viewer.role, other.role} == {Role.ALUMNI, Role.STUDENT}:
        yield (
            rules.weights.roles * rules.liking(viewer.role, other.role) / 2,
            Reason("alum_and_student"),
        )
    if _speak_well(viewer, other, rules):
        yield liked / 2, Reason("language")


def _speak_well(viewer: Candidate, other: Candidate, rules: Rules) -> bool:
    """Both told a language and are fluent in it: the fallback is a guess and no reason."""
    if not (viewer.languages and other.languages):
        return False
    code = common_language((viewer, other), rules)
    return code is not None and all(
        spoken(person, rules)[code] >= Level.FLUENT for person in (viewer, other)
    )
