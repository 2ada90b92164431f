"""Outlook: whether the rounds to come last for the people who are here (M16).

One rule: it promises nothing it cannot know. It counts, for each person who could be paired, the
partners whom all rules allow and whom they have not met; with fewer of them than rounds, that
person meets somebody again or sits out, whatever any plan does.
"""

from __future__ import annotations

from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.room import PAIR
from server.protocol.parts import Outlook


def outlook(floor: Floor) -> Outlook | None:
    """Return how far the people reach; None while a round runs, or none is to come."""
    mixer = floor.mixer
    left = mixer.plan.rounds - mixer.record.round
    if mixer.talking or mixer.phase == "closed" or left <= 0:
        return None
    people = [each for each in floor.staying() if _counts(floor, each)]
    fresh = [floor.eligible[each.id].unmet for each in people]
    if len(people) < PAIR:
        return None
    return Outlook(
        rounds=left,
        fit=min(left, min(fresh)),
        short=sum(number < left for number in fresh),
        odd=len(people) % 2 == 1 and not mixer.plan.trios and mixer.record.joker is None,
    )


def _counts(floor: Floor, person: Attendee) -> bool:
    """Who needs groups is not paired, so partners do not run out for them alike."""
    grouped = person.supervised or person.profile.no_pairs
    if grouped or not person.willing or person.id == floor.mixer.record.joker:
        return False
    if person.id not in floor.eligible:
        return False  # came a moment ago: counted with the next flush
    return person.record.ready or floor.mixer.gathering
