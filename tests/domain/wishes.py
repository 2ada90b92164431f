"""What people ask to be spared, and what hosts do about the door and the joker, at random."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from server.domain.helping import calls
from server.domain.ruling import MUCH, ROLE_PAIRS
from server.ids import PersonId
from server.protocol import client as c
from server.protocol.parts import RuleChoices, Verdict
from server.protocol.ruling import Ruling, Who

if TYPE_CHECKING:
    from tests.domain.script import Script


def withdraw(script: Script, person: PersonId) -> None:
    """Ask not to be suggested, or to be again; wish to meet somebody once more."""
    wanted = script.rng.random() < 0.6
    script.say(person, c.MixerSuggest(id=script.number(), on=wanted))
    for each in script.world.evening.floor.meetings.of(person)[-1:]:
        for who in (each.a, each.b):
            script.say(who, c.MeetingAgain(id=script.number(), meeting=each.id, again=True))


def guard(script: Script, person: PersonId) -> None:
    """Let in who waits before the door, open or shut it, name a joker or none."""
    rng, number = script.rng, script.number()
    held = sorted(each.id for each in script.world.evening.floor.staying() if each.record.held)
    if held and rng.random() < 0.6:
        script.host(c.HostAdmit(id=number, person=rng.choice(held)))
    elif rng.random() < 0.3:
        script.host(c.HostGuard(id=number, on=rng.random() < 0.5))
    else:
        script.host(c.HostJoker(id=number, person=rng.choice((person, None))))


def call(script: Script, person: PersonId) -> None:
    """Call a host, who looks at the longest waiting call, or take the call back."""
    rng, number, floor = script.rng, script.number(), script.world.evening.floor
    standing = [each.person for each in calls(floor)]
    if standing and rng.random() < 0.6:
        text = rng.choice(("", "On my way."))
        script.host(c.HostHelp(id=number, person=standing[0], text=text, done=rng.random() < 0.5))
    else:
        script.say(person, c.HelpAsk(id=number, on=rng.random() < 0.7))


def places(script: Script, person: PersonId) -> None:
    """Say good-bye, and mostly come back; hosts give more places or fewer."""
    rng, number, world = script.rng, script.number(), script.world
    if rng.random() < 0.4:
        script.host(c.HostCapacity(id=number, capacity=rng.choice((None, 2, 3, 5))))
        return
    script.say(person, c.EventLeave(id=number))

    def back() -> None:
        if person not in world.connected and not world.evening.removed(person):
            world.attend(person, fresh=True)

    if rng.random() < 0.8:
        world.later(rng.uniform(1, 60), back)


def rule(script: Script, _person: PersonId) -> None:
    """Change who meets whom; some of it is nonsense and must change nothing."""
    rng, evening = script.rng, script.world.evening
    pairs = rng.sample([*ROLE_PAIRS, "staff+nobody"], rng.choice((0, 1, 4)))
    choices = RuleChoices(
        meets={pair: rng.choice(get_args(Verdict)) for pair in pairs},
        liked=rng.choice((None, pairs)),
        language=rng.choice(MUCH),
        fallback=rng.choice((["ja", "en"], ["en"], [])),
    )
    ruling = Ruling(
        rounds=rng.choice((evening.event.plan.rounds, 1, 3)),
        rules=choices,
        purpose=rng.choice(("explore", "reunite")),
        trios=rng.random() < 0.7,
    )
    if rng.random() < 0.4:
        before, tried = evening.event.plan, rng.choice((ruling, None))
        who = rng.choice(get_args(Who))
        script.host(c.HostRehearse(id=script.number(), ruling=tried, who=who))
        assert evening.event.plan == before
    rooms = {each: room.seated for each, room in evening.floor.rooms.items()}
    before = evening.event.plan
    done = script.host(c.HostRules(id=script.number(), ruling=ruling))
    assert rooms == {each: room.seated for each, room in evening.floor.rooms.items()}
    if done is None:
        assert evening.event.plan == before
