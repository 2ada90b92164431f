"""What can be wrong with the matcher's input; nothing here is ever caused by two people not fitting."""

from __future__ import annotations


class MatchingError(ValueError):
    """The matcher was handed something it must not plan from."""


class BadRules(MatchingError):
    """A rule set contradicts itself or would loosen what may never be loosened; `rule` names it."""

    def __init__(self, rule: str, why: str = "") -> None:
        self.rule = rule
        self.why = why
        super().__init__(f"{rule}: {why}" if why else rule)


class DuplicateCandidate(MatchingError):
    """The same person was handed in twice: planning on would seat them with themselves (M2)."""

    def __init__(self, person: str) -> None:
        self.person = person
        super().__init__(f"candidate given twice: {person}")
