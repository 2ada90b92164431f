"""Presence: one shared message for most, nobody hidden in anybody's, a window for a crowd."""

from __future__ import annotations

from collections import Counter
from typing import Any

from server.domain.effects import Send
from server.domain.presence import Stream
from server.ids import PersonId
from server.protocol.parts import Card, Presence
from server.protocol.server import PresenceCount, PresenceDiff, PresenceState
from tests.domain.replica import Replica
from tests.domain.stage import Stage, c

NOBODY: frozenset[PersonId] = frozenset()
ZONES = ["Asia/Tokyo"] * 6 + ["Europe/Paris"] * 2 + ["America/Lima"]


def crowd(n: int, state: Any = "lobby") -> dict[PersonId, Presence]:
    """So many people over three zones, most of them in Japan."""
    found = {}
    for i in range(n):
        card = Card(id=PersonId(f"p{i}"), name="n", zone=ZONES[i % len(ZONES)])
        found[card.id] = Presence(card=card, state=state, since=1.0)
    return found


def test_viewers_without_hidden_people_share_one_message():
    stage = Stage("abcde")
    stage.say("a", c.PersonBlock(id=0, person="b"))
    stage.flush()
    stage.say("e", c.MixerReady(id=0, ready=False))
    diffs: list[Any] = [
        e for e in stage.flush() if isinstance(e, Send) and isinstance(e.message, PresenceDiff)
    ]
    assert sorted(each.to for each in diffs) == [("a",), ("b",), ("c", "d", "e")]
    assert len({each.message.v for each in diffs}) == 1


def test_nothing_is_sent_when_nothing_has_changed():
    stage = Stage("abc")
    stage.flush()
    stage.wait(2)
    stage.flush()
    assert stage.flush() == []
    assert not stage.evening.dirty


def test_changes_within_a_flush_travel_as_one():
    stage = Stage("abc")
    stage.flush()
    stage.clear()
    for ready in (False, True, False):
        stage.say("a", c.MixerReady(id=0, ready=ready))
    stage.flush()
    assert len(stage.sent("c", PresenceDiff)) == 1


def test_a_list_newer_than_the_last_change_is_sent_once_more():
    stage = Stage("ab")
    stage.flush()
    stage.say("b", c.MixerReady(id=0, ready=False))
    client = Replica()
    client.restart(stage.evening.snapshot(PersonId("a"), stage.now))
    was = client.people["b"].state
    stage.say("b", c.MixerReady(id=0, ready=True))
    stage.clear()
    stage.flush()
    for to, push in stage.inbox:
        if to == "a":
            client.apply(push)
    assert (was, client.people["b"].state) == ("lobby", "ready")


def test_a_crowd_is_a_window_balanced_over_zones():
    stream = Stream(epoch=1, v=0)
    people = crowd(450)
    state = stream.state(people)
    assert (state.total, len(state.people)) == (450, 100)
    assert state.zones == dict(Counter(p.card.zone for p in people.values()))
    shown = Counter(each.card.zone for each in state.people)
    assert max(shown.values()) - min(shown.values()) <= 1


def test_a_window_keeps_its_people_and_says_only_numbers_of_the_others():
    stream = Stream(epoch=1, v=0)
    viewers = [PersonId("p0"), PersonId("p1")]
    people = crowd(300)
    stream.changes(people, viewers, lambda _: NOBODY)
    before = [each.card.id for each in stream.state(people).people]
    outside = next(each for each in reversed(people) if each not in before)
    people = {each: shown for each, shown in people.items() if each != outside}
    found = stream.changes(people, viewers, lambda _: NOBODY)
    (_, diff), (_, count) = found
    assert isinstance(diff, PresenceDiff)
    assert (diff.put, diff.gone, diff.total) == ([], [], 299)
    assert isinstance(count, PresenceCount)
    assert (count.pv, count.total) == (diff.v, 299)
    assert [each.card.id for each in stream.state(people).people] == before


def test_crossing_the_line_sends_the_list_anew():
    stream = Stream(epoch=1, v=0)
    viewers = [PersonId("p0")]
    stream.changes(crowd(200), viewers, lambda _: NOBODY)
    ((_, state),) = stream.changes(crowd(201), viewers, lambda _: NOBODY)
    assert isinstance(state, PresenceState)
    assert len(state.people) == 100
    ((_, state),) = stream.changes(crowd(200), viewers, lambda _: NOBODY)
    assert isinstance(state, PresenceState)
    assert len(state.people) == 200


def test_replicas_of_a_crowd_follow_it_whoever_is_hidden():
    stream = Stream(epoch=1, v=0)
    hidden = {PersonId("p3"): frozenset({PersonId("p4")})}
    clients = {PersonId(each): Replica() for each in ("p0", "p3")}
    for n, state in (
        (150, "lobby"),
        (250, "lobby"),
        (260, "ready"),
        (190, "ready"),
        (400, "lobby"),
    ):
        for person, client in clients.items():
            if client.presence is None:
                client.apply(stream.state({}, hidden.get(person, NOBODY)))
        people = crowd(n, state)
        for to, message in stream.changes(people, clients, lambda p: hidden.get(p, NOBODY)):
            for person in to:
                clients[person].apply(message)
        for person, client in clients.items():
            fresh = Replica()
            fresh.apply(stream.state(people, hidden.get(person, NOBODY)))
            assert client.same_as(fresh) == []
            assert PersonId("p4") not in client.people or person == "p0"
    presence = clients[PersonId("p3")].presence
    assert presence is not None
    assert presence.total == 399


def test_hosts_see_everybody_even_those_who_are_not_here():
    stage = Stage("ab")
    stage.detach("a")
    stage.wait(20)
    pushes = stage.evening.host_snapshot(stage.now)
    states = {
        p.card.id: p.state for p in next(e for e in pushes if isinstance(e, PresenceState)).people
    }
    assert states == {"a": "offline", "b": "ready"}
    pushes = stage.evening.snapshot(PersonId("b"), stage.now)
    assert next(each for each in pushes if isinstance(each, PresenceState)).total == 1


def test_eligible_is_who_could_be_seated_with_the_viewer():
    stage = Stage("abc")
    stage.join("v", languages=[])
    stage.join("k", age="minor")
    stage.flush()
    assert stage.you("a").eligible == 3
    assert stage.you("k").eligible == 0, "nobody verified is there"
    stage.say("b", c.MixerSitOut(id=0, on=True))
    stage.detach("c")
    stage.wait(1)
    stage.flush()
    assert stage.you("a").eligible == 1
    stage.host(c.HostVerify(id=0, person="a", verified=True))
    stage.wait(1)
    stage.flush()
    assert stage.you("k").eligible == 2


def test_the_number_is_computed_once_a_second_and_not_forgotten():
    stage = Stage("ab")
    stage.flush()
    stage.join("x")
    stage.flush()
    assert stage.you("a").eligible == 1
    stage.wait(1)
    assert stage.evening.dirty
    stage.flush()
    assert stage.you("a").eligible == 2
