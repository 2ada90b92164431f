"""A rehearsal: the rounds to come played over whoever is here, before anybody sits anywhere.

First the rounds as the rules are; then, if somebody is left over, once more for each change that
might serve them, so that a remedy is told with what it really does. One plan at a time, so that
whoever runs it can show how far it is, or stop.

One rule: blocks, reports, "not interested" and "meet again" are not looked at. A host could read them
off the difference between two rehearsals, so the answer is the same with and without them (M18, M19);
the plan of the real round keeps them all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from matching.causes import Cause, causes
from matching.effort import UNHURRIED, Effort
from matching.prepared import Prepared, prepare
from matching.remedies import Remedy, remedies
from matching.rounds import MOST_DENSE, plan_round
from matching.rules import Rules
from matching.types import Candidate, History, Pair, RoomNote, RoundPlan


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """One round: rooms, people without a seat, trios, rooms that repeat, lack a language or a role."""

    round: int
    rooms: int
    idle: int
    trios: int
    repeats: int
    clashes: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What a remedy does: so many fewer without a seat in the round in question, so many all in all."""

    remedy: Remedy
    served: int
    idle: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What is known so far.

    people: how many take part. to_come: how many rounds are played. worst: the round with most people
    without a seat, 0 if there is none; `causes` and `tried` are about it. sat_out: people who sit out
    at least once. longest: how often one of them does. fresh: rounds before somebody meets somebody
    again. share: welfare of all rounds as a share of what is proven to be the most.
    """

    people: int
    to_come: int
    rounds: tuple[RoundSeen, ...] = ()
    worst: int = 0
    causes: tuple[Cause, ...] = ()
    tried: tuple[Tried, ...] = ()
    sat_out: int = 0
    longest: int = 0
    fresh: int = 0
    share: float = 1.0
    done: bool = False


@dataclass(slots=True)
class _Evening:
    """One evening as it is played, round by round, by one set of rules."""

    people: dict[str, Candidate]
    history: History
    rules: Rules
    seeds: Sequence[int]
    first: int
    plans: list[RoundPlan] = field(default_factory=list)
    before: list[tuple[Candidate, ...]] = field(default_factory=list)
    """Who was seated in each round, as they were before it."""
    known: Prepared | None = None

    @property
    def over(self) -> bool:
        return len(self.plans) >= len(self.seeds)

    def play(self, effort: Effort) -> None:
        """Plan the next round and let everybody live through it."""
        here = tuple(self.people.values())
        if len(here) <= MOST_DENSE:
            # The planner takes the joker out itself, so this holds for all rounds.
            others = [each for each in here if each.id != self.rules.joker]
            self.known = prepare(others, self.rules, self.known)
        number = len(self.plans)
        plan = plan_round(
            here,
            self.history,
            self.rules,
            seed=self.seeds[number],
            rounds_left=len(self.seeds) - number,
            prepared=self.known,
            effort=effort,
        )
        self.before.append(here)
        self.plans.append(plan)
        self.history = replace(self.history, met=self.history.met | met_in(plan))
        self._count(plan)

    def _count(self, plan: RoundPlan) -> None:
        for bench in plan.bench:
            person = self.people[bench.id]
            self.people[bench.id] = replace(person, sat_out=person.sat_out + 1)
        for room in plan.rooms:
            for member in room.members if room.kind == "trio" else ():
                person = self.people[member]
                self.people[member] = replace(person, trios=person.trios + 1)

    def seen(self) -> tuple[RoundSeen, ...]:
        return tuple(_seen(self.first + n, plan) for n, plan in enumerate(self.plans))

    def idle(self, number: int) -> int:
        return len(self.plans[number].bench)


class Rehearsal:
    """Plays on by one plan a time; the same for every order of `candidates`."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        history: History,
        rules: Rules,
        *,
        seeds: Sequence[int],
        first: int = 1,
    ) -> None:
        """Take who is here, and one seed for each round to come, the first of which has this number."""
        self._people = {each.id: each for each in sorted(candidates, key=lambda each: each.id)}
        self._history = History(met=history.met | history.again)
        self._seeds, self._first = tuple(seeds), first
        self._main = self._evening(rules)
        self._causes: tuple[Cause, ...] = ()
        self._worst = 0
        self._open: list[tuple[Remedy, _Evening]] = []
        self._tried: list[Tried] = []

    @property
    def done(self) -> bool:
        """Whether nothing is left to play."""
        return self._main.over and not self._open

    @property
    def seen(self) -> Rehearsed:
        """What is known so far."""
        main = self._main
        rounds = main.seen()
        out = Counter(bench.id for plan in main.plans for bench in plan.bench)
        bound = sum(plan.bound for plan in main.plans)
        score = sum(plan.score for plan in main.plans)
        again = [n for n, each in enumerate(rounds) if each.repeats]
        return Rehearsed(
            people=len(self._people) - (main.rules.joker in self._people),
            to_come=len(self._seeds),
            rounds=rounds,
            worst=self._first + self._worst if self._causes else 0,
            causes=self._causes,
            tried=tuple(sorted(self._tried, key=lambda each: (-each.served, each.idle))),
            sat_out=len(out),
            longest=max(out.values(), default=0),
            fresh=again[0] if again else len(rounds),
            share=min(1.0, score / bound) if bound > 0 else 1.0,
            done=self.done,
        )

    def play(self, effort: Effort = UNHURRIED) -> Rehearsed:
        """Plan one round more and return what is known then. The work is that of one plan."""
        if not self._main.over:
            self._main.play(effort)
            self._explain()
        elif self._open:
            remedy, evening = self._open[0]
            evening.play(effort)
            hopeless = len(evening.plans) > self._worst and self._served(evening) <= 0
            if evening.over or hopeless:
                self._open.pop(0)
            if evening.over and not hopeless:
                self._judge(remedy, evening)
        return self.seen

    def _evening(self, rules: Rules) -> _Evening:
        return _Evening(dict(self._people), self._history, rules, self._seeds, self._first)

    def _explain(self) -> None:
        """Say what keeps people in the round with most of them left over, and what to try."""
        main, last = self._main, len(self._main.plans) - 1
        if main.idle(last) > (main.idle(self._worst) if self._causes else 0):
            self._worst = last
            self._causes = causes(main.before[last], main.plans[last].bench, main.rules)
        if main.over:
            found = remedies(self._causes, main.rules)
            self._open = [(each, self._evening(each.rules)) for each in found]

    def _judge(self, remedy: Remedy, evening: _Evening) -> None:
        idle = sum(len(plan.bench) for plan in evening.plans)
        if idle < sum(len(plan.bench) for plan in self._main.plans):
            self._tried.append(Tried(remedy, self._served(evening), idle))

    def _served(self, evening: _Evening) -> int:
        """How many fewer have no seat in the worst round."""
        return self._main.idle(self._worst) - evening.idle(self._worst)


def met_in(plan: RoundPlan) -> frozenset[Pair]:
    """Everybody who shares a room."""
    return frozenset(
        frozenset(pair) for room in plan.rooms for pair in combinations(room.members, 2)
    )


def _seen(number: int, plan: RoundPlan) -> RoundSeen:
    return RoundSeen(
        round=number,
        rooms=len(plan.rooms),
        idle=len(plan.bench),
        trios=sum(room.kind == "trio" for room in plan.rooms),
        repeats=plan.repeats,
        clashes=sum(room.language is None for room in plan.rooms),
        lacking=sum(RoomNote.ROLES in room.notes for room in plan.rooms),
    )
