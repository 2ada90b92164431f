"""An evening: the whole of one event while it is alive, as one pure machine.

One rule: every public method takes values and `now`, changes the evening, and returns what the
shell has to do; a refused request raises and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matching.rehearsal import Rehearsed
from matching.rules import Rules
from matching.types import RoundPlan
from matching.wave import Wave
from server.domain import (
    arrivals,
    door,
    helping,
    hosting,
    in_room,
    pooling,
    rehearsing,
    relations,
    rule_change,
    taking_part,
    views,
    waiting,
)
from server.domain.effects import Effect, WakeAt
from server.domain.fanout import HOSTS, Fanout, flush, guest_list, host_list
from server.domain.floor import Floor
from server.domain.permissions import Actor, authorize
from server.domain.placing import arm, place_due
from server.domain.records import Archive, EventRecord, PersonRecord
from server.domain.restore import restore
from server.domain.rounds import advance, ask_for_plan, auto_start, close_mixer, purge_if_over
from server.domain.settle import settle
from server.domain.timers import wake_at
from server.errors import NotFound, UnknownMessage
from server.ids import PersonId
from server.protocol import client as c
from server.protocol.client import EveningMessage
from server.protocol.parts import Mode
from server.protocol.server import ChatState, Push

PersonVerb = Callable[[Floor, PersonId, Any, float], str | None]
HostVerb = Callable[[Floor, Any, float], str]


@dataclass(frozen=True, slots=True)
class Step:
    """What a request led to; `ref` becomes `ok.id`."""

    effects: list[Effect]
    ref: str = ""


class Evening:
    """The aggregate of one event; exactly one task owns it."""

    def __init__(self, floor: Floor, fanout: Fanout) -> None:
        """Take over a floor; use `open`."""
        self._floor = floor
        self._fanout = fanout

    @property
    def event(self) -> EventRecord:
        """The event as it stands."""
        return self._floor.mixer.record

    @property
    def floor(self) -> Floor:
        """The machines, for those who look and change nothing."""
        return self._floor

    @property
    def dirty(self) -> bool:
        """Whether `flush` may have something to send."""
        return self._fanout.dirty

    @classmethod
    def open(
        cls, archive: Archive, *, now: float, rules: Rules | None = None
    ) -> tuple[Evening, list[Effect]]:
        """Open a fresh event, or the same one after a restart.

        After a restart everybody is away, with the grace counted from now; deadlines that have
        passed meanwhile are worked off by the first tick.
        """
        floor = restore(archive, now=now, rules=rules)
        epoch, v = int(now), floor.versions.base
        evening = cls(floor, Fanout.begin(epoch, v))
        return evening, evening._done(now)

    @property
    def size(self) -> int:
        """How many people ever joined: what a step costs grows with it."""
        return len(self._floor.people)

    def knows(self, person: PersonId) -> bool:
        """Whether the person ever joined the event."""
        return person in self._floor.people

    def removed(self, person: PersonId) -> bool:
        """Whether a host removed the person."""
        found = self._floor.people.get(person)
        return found is not None and found.record.removed

    def here(self) -> list[PersonRecord]:
        """Return who is connected right now."""
        return [each.record for each in self._floor.staying() if each.connected]

    def next_number(self, now: float) -> int:
        """Return the number on the list that a newcomer would get, 0 if there is a place."""
        return waiting.next_number(self._floor, now)

    def admit(self, person: PersonRecord, now: float) -> list[Effect]:
        """Take in a person who has just joined. Raises EventFull, WrongPhase."""
        arrivals.admit(self._floor, person, now)
        return self._done(now)

    def attend(
        self, person: PersonId, now: float, *, fresh: bool, mode: Mode | None = None
    ) -> list[Effect]:
        """Note that a page of the person became the one in use.

        `fresh` says that it has no peer connections yet, so that new generations begin; without a
        `mode` the one chosen before stays. Raises NotFound for strangers and NotAllowed for those a
        host removed.
        """
        arrivals.attend(self._floor, person, now, fresh=fresh, mode=mode)
        return self._done(now)

    def detach(self, person: PersonId, now: float) -> list[Effect]:
        """Note that the person has no connection left; a seat is kept for the grace (M24)."""
        arrivals.detach(self._floor, person, now)
        return self._done(now)

    def handle(self, actor: Actor, message: EveningMessage, now: float) -> Step:
        """Authorise, decide, and carry out one request."""
        authorize(actor, message)
        ref = self._carry_out(actor, message, now)
        if isinstance(message, c.SignalOffer | c.SignalAnswer | c.SignalCandidate):
            return Step(settle(self._floor, now))
        return Step(self._done(now), ref)

    def planned(self, ask: int, plan: RoundPlan, now: float) -> list[Effect]:
        """Take the matcher's answer, if it is the one to the newest request."""
        if not self._floor.desk.answer(ask, plan, self._floor.mixer.plans_for):
            return []
        return self._done(now)

    def waved(self, ask: int, wave: Wave, now: float) -> list[Effect]:
        """Take the matcher's answer for the pool, if it is the one to the newest request."""
        return self._done(now) if pooling.take_wave(self._floor, ask, wave, now) else []

    def rehearsed(self, ask: int, found: Rehearsed | None, now: float) -> list[Effect]:
        """Take what is known of a rehearsal so far, None if nothing more comes."""
        return self._done(now) if rehearsing.take(self._floor, ask, found) else []

    def tick(self, now: float) -> list[Effect]:
        """Do what is due; before that nothing changes."""
        floor = self._floor
        arm(floor, now)  # half the round may be over: doors open (M12)
        due = wake_at(floor, now)
        recount = self._fanout.recount_at()
        if recount is not None and now >= recount:
            self._fanout.dirty = True
        if due is None or now < due:
            return self._wake(now)
        arrivals.give_up(floor, now)
        floor.undo.expire(now)
        closing_at = floor.mixer.record.closing_at
        if closing_at is not None and now >= closing_at:
            close_mixer(floor, now, rooms_too=True)
        auto_start(floor, now)
        advance(floor, now)
        pooling.expire(floor, now)
        place_due(floor, now)
        return self._done(now)

    def flush(self, now: float) -> list[Effect]:
        """Send what is coalesced: presence.diff, you.state, host.board."""
        return [*flush(self._floor, self._fanout, now), *self._wake(now)]

    def snapshot(self, viewer: PersonId, now: float) -> list[Push]:
        """Return all that rebuilds the viewer's client from nothing."""
        floor = self._floor
        person = floor.people.get(viewer)
        if person is None:
            raise NotFound("person")
        # Before the door one sees nobody, and no line of theirs.
        held = person.record.held
        people = {} if held else guest_list(floor, self._fanout, now)
        hidden = frozenset(floor.people) if held else floor.bars.hidden_from(viewer)
        self._fanout.gave_snapshot(viewer)
        return [
            views.profile_state(floor, person),
            self._fanout.guests.state(people, hidden),
            views.mixer_state(floor),
            views.you_state(floor, person),
            views.pool_state(floor, person),
            *self._seat_snapshot(viewer),
            ChatState(lines=floor.chat.lines(None, hidden)),
            views.meeting_state(floor, person),
        ]

    def host_snapshot(self, now: float) -> list[Push]:
        """Return all that rebuilds a host's client from nothing."""
        floor = self._floor
        people = host_list(floor, self._fanout, now)
        self._fanout.gave_snapshot(HOSTS)
        return [
            self._fanout.hosts.state(people),
            views.mixer_state(floor),
            views.host_board(floor),
            rehearsing.rehearsal_state(floor),
            ChatState(lines=floor.chat.lines(None, frozenset())),
        ]

    def _seat_snapshot(self, viewer: PersonId) -> list[Push]:
        floor = self._floor
        room = floor.room_of(viewer)
        if room is None:
            bench = views.round_bench(floor, floor.people[viewer])
            return [] if bench is None else [bench]
        lines = floor.chat.lines(room.id, floor.bars.hidden_from(viewer))
        return [
            views.round_seat(floor, room, viewer),
            views.room_state(floor, room, viewer),
            ChatState(lines=lines, room=room.id),
        ]

    def _carry_out(self, actor: Actor, message: EveningMessage, now: float) -> str:
        host_verb = _HOST_VERBS.get(type(message))
        if host_verb is not None:
            return host_verb(self._floor, message, now)
        verb = _PERSON_VERBS.get(type(message))
        if verb is None or actor.person is None:
            raise UnknownMessage(type(message).__name__)
        self._floor.person(actor.person)
        return verb(self._floor, actor.person, message, now) or ""

    def _done(self, now: float) -> list[Effect]:
        """Close a step: what follows from it, its effects, and when to look again."""
        floor = self._floor
        waiting.tend(floor, now)
        auto_start(floor, now)
        purge_if_over(floor)
        ask_for_plan(floor, now)
        pooling.tend(floor, now)
        pooling.ask_for_wave(floor, now)
        rehearsing.tend(floor)
        arm(floor, now)
        self._fanout.touch()
        return [*settle(floor, now), *self._wake(now)]

    def _wake(self, now: float) -> list[Effect]:
        recount = None if self._fanout.dirty else self._fanout.recount_at()
        times = (wake_at(self._floor, now), recount)
        at = min((each for each in times if each is not None), default=None)
        return [] if at is None else [WakeAt(at)]


_PERSON_VERBS: dict[type[c.Request], PersonVerb] = {
    c.ProfileSet: taking_part.set_profile,
    c.MixerReady: taking_part.set_ready,
    c.MixerSitOut: taking_part.set_sit_out,
    c.MixerSuggest: taking_part.set_suggested,
    c.MixerChoose: taking_part.choose,
    c.HelpAsk: helping.ask,
    c.EventPulse: taking_part.set_pulse,
    c.EventLeave: in_room.say_goodbye,
    c.PoolJoin: pooling.join,
    c.PoolLeave: pooling.leave,
    c.MatchAccept: pooling.accept,
    c.MatchDecline: pooling.decline,
    c.RoomEnter: in_room.enter,
    c.RoomMedia: in_room.set_media,
    c.RoomLeave: in_room.leave,
    c.RoomMore: in_room.answer_more,
    c.RoomPrompt: in_room.next_prompt,
    c.SignalOffer: in_room.signal,
    c.SignalAnswer: in_room.signal,
    c.SignalCandidate: in_room.signal,
    c.SignalRestart: in_room.signal,
    c.ChatSay: relations.say,
    c.MeetingKeep: relations.keep,
    c.MeetingNote: relations.note,
    c.MeetingMessage: relations.leave_message,
    c.MeetingAgain: relations.again,
    c.PersonBlock: relations.block,
    c.PersonUnblock: relations.unblock,
    c.PersonPass: relations.not_interested,
    c.PersonReport: relations.report,
}
_HOST_VERBS: dict[type[c.Request], HostVerb] = {
    c.HostStart: hosting.start,
    c.HostPause: hosting.pause,
    c.HostResume: hosting.resume,
    c.HostExtend: hosting.extend,
    c.HostClose: hosting.close,
    c.HostAnnounce: hosting.announce,
    c.HostRemove: hosting.remove,
    c.HostVerify: hosting.verify,
    c.HostAdmit: door.let_in,
    c.HostGuard: door.set_guard,
    c.HostCapacity: waiting.set_capacity,
    c.HostJoker: hosting.name_joker,
    c.HostHandled: hosting.handled,
    c.HostHelp: helping.answer,
    c.HostUndo: hosting.undo,
    c.HostRules: rule_change.set_rules,
    c.HostRehearse: rehearsing.rehearse,
}
