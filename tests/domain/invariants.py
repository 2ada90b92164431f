"""What must hold after every step of an evening, whatever has happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

import msgspec
import numpy as np

from matching.score import feasible
from matching.verdict import room_faults
from server.domain.effects import Effect, Save, Send
from server.domain.floor import Floor
from server.domain.people import Attendee, is_supervised
from server.domain.placing import history_now, singles
from server.domain.records import BarRecord, RoundRecord
from server.domain.room import Room
from server.protocol import server as s

WAIT_LIMIT = 3.0
"""A tick is at most a second away, and the simulation is up to half a second late with each."""
FREES = frozenset({"left", "separated", "removed", "moved"})
MAY_MOVE = frozenset(
    {"HostExtend", "HostUndo", "HostStart", "HostResume", "HostPause", "HostClose", "reopen"}
)


@dataclass
class Seen:
    """A room as it was after the step before."""

    seated: tuple[str, ...]
    ends_at: float
    round: int


@dataclass
class Watch:
    """Remembers what it takes to judge the next step."""

    rooms: dict[str, Seen] = field(default_factory=dict)
    clock: tuple[str, int, float | None] | None = None
    waiting: dict[frozenset[str], float] = field(default_factory=dict)
    opened: dict[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    rounds: list[RoundRecord] = field(default_factory=list)
    over: int = 0
    """How many more were inside than there are places: let in by hosts."""
    queue: tuple[str, ...] = ()

    def forget(self) -> None:
        """The evening was opened anew."""
        self.waiting.clear()
        self.clock = None

    def check(self, floor: Floor, effects: list[Effect], cause: str, now: float) -> None:
        """Assert every invariant that concerns the machines."""
        check_seats(floor)
        for room in floor.rooms.values():
            self._check_bars(floor, room)
            check_supervision(floor, room)
        check_whole(floor)
        check_pool(floor, now)
        self._check_places(floor, cause, now)
        self._check_closing(floor, effects, cause, now)
        self._check_clock(floor, cause)
        self._check_waiting(floor, now)
        for effect in effects:
            if isinstance(effect, Send) and isinstance(effect.message, s.RoundSeat):
                check_wanted(floor, effect.to[0])
            if isinstance(effect, Save):
                self.rounds += [each for each in effect.records if isinstance(each, RoundRecord)]
        self.rooms = {
            room.id: Seen(room.seated, room.ends_at, room.round) for room in floor.rooms.values()
        }

    def _check_bars(self, floor: Floor, room: Room) -> None:
        """A pass leaves the room that runs alone; everything else separates at once."""
        standing = [bar for bar in floor.bars.bars.values() if not bar.lifted]
        known = self.opened.setdefault(room.id, passes(standing))
        for a, b in combinations(room.seated, 2):
            pair = frozenset((a, b))
            if pair not in floor.bars.barred:
                continue
            kinds = {bar.kind for bar in standing if {bar.person, bar.other} == pair}
            assert kinds == {"pass"}, f"barred pair in {room.id}: {kinds}"
            assert pair not in known, f"seated in spite of a pass: {room.id}"

    def _check_places(self, floor: Floor, cause: str, now: float) -> None:
        """Only hosts let in more than there are places; the list keeps its order."""
        inside = [each for each in floor.people.values() if keeps_place(each, now)]
        over = max(0, len(inside) - floor.mixer.plan.capacity)
        closed = floor.mixer.phase == "closed"
        assert over <= self.over or cause.startswith("Host") or closed, f"too many by {cause}"
        self.over = over
        listed = [each for each in floor.people.values() if each.record.listed_at is not None]
        listed.sort(key=lambda each: each.record.listed_at or 0.0)
        assert [each.id for each in listed] == floor.queue
        assert all(each.record.held and not each.record.removed for each in listed)
        waiting = [each.id for each in listed if each.connected]
        assert over or closed or not waiting or len(inside) >= floor.mixer.plan.capacity
        stay = [each for each in self.queue if each in floor.queue]
        assert stay == floor.queue[: len(stay)], f"somebody jumped the queue: {cause}"
        self.queue = tuple(floor.queue)

    def _check_closing(self, floor: Floor, effects: list[Effect], cause: str, now: float) -> None:
        closed = [
            (effect.to[0], effect.message)
            for effect in effects
            if isinstance(effect, Send) and isinstance(effect.message, s.RoomClosed)
        ]
        for room_id, seen in self.rooms.items():
            if room_id in floor.rooms:
                continue
            reasons = {m.reason for _, m in closed if m.room == room_id}
            over = now >= seen.ends_at or floor.mixer.record.round > seen.round
            host = "closed" in reasons and floor.mixer.phase == "closed"
            left = bool(reasons & FREES)
            assert over or host or left, f"{room_id} closed by {cause}: {reasons}"

    def _check_clock(self, floor: Floor, cause: str) -> None:
        record = floor.mixer.record
        clock = (record.phase, record.round, record.deadline)
        if self.clock is not None and self.clock[:2] == clock[:2] and self.clock[2] is not None:
            moved = self.clock[2] != clock[2]
            assert not moved or cause in MAY_MOVE, f"deadline moved by {cause}"
        self.clock = clock

    def _check_waiting(self, floor: Floor, now: float) -> None:
        free = singles(floor)
        together: dict[frozenset[str], float] = {}
        if len(free) > 1 and floor.mixer.share_left(now) > 0.3:
            people = floor.candidates(free, now)
            fit = feasible(people, history_now(floor), floor.rules)
            for i, j in zip(*np.nonzero(np.triu(fit, 1)), strict=True):
                pair = frozenset((people[i].id, people[j].id))
                together[pair] = self.waiting.get(pair, now)
                assert now - together[pair] <= WAIT_LIMIT, f"two wait for each other: {pair}"
        self.waiting = together


def passes(standing: list[BarRecord]) -> frozenset[frozenset[str]]:
    """The pairs with a pass."""
    return frozenset(frozenset((b.person, b.other)) for b in standing if b.kind == "pass")


def keeps_place(person: Attendee, now: float) -> bool:
    """Whether the place of the person cannot be given away, said once more."""
    record = person.record
    if record.removed or record.held:
        return False
    return person.connected or record.lapses_at is None or record.lapses_at > now


def check_seats(floor: Floor) -> None:
    """At most one seat a person, and both sides know of it."""
    holders: dict[str, str] = {}
    for room in floor.rooms.values():
        assert room.stage != "closed"
        assert len(room.seated) > 1, f"{room.id} goes on with one person"
        for person in room.seated:
            assert person not in holders, f"{person} has two seats"
            holders[person] = room.id
    for each in floor.people.values():
        assert each.room == holders.get(each.id), f"{each.id} believes in {each.room}"
        assert not (each.record.removed and each.room), "removed and seated"


def check_whole(floor: Floor) -> None:
    """A room of the running round lasts as long as the round, also after pauses."""
    for room in floor.rooms.values():
        if floor.mixer.phase == "round" and room.round == floor.mixer.record.round:
            end = floor.mixer.record.deadline or 0.0
            assert floor.mixer.paused or room.deadline >= end - 1e-3, f"{room.id} is cut short"


def check_pool(floor: Floor, now: float) -> None:
    """Places and proposals agree, and nobody is proposed whom a rule or a block keeps apart."""
    pool = floor.pool
    proposed = [person for each in pool.proposals.values() for person in each.members]
    assert len(proposed) == len(set(proposed)), "proposed twice at once"
    for place in pool.places.values():
        person = floor.people[place.person]
        assert person.room is None, f"{person.id} sits and waits"
        assert person.present, f"{person.id} waits and is gone"
        assert person.record.pool_since == place.since
        assert (place.match in pool.proposals) == (place.person in proposed)
    for each in floor.people.values():
        assert (each.record.pool_since is None) == (each.id not in pool.places)
    for proposal in pool.proposals.values():
        people = floor.candidates([floor.people[each] for each in proposal.members], now)
        assert not room_faults(people, floor.history(), floor.rules), "proposed against a rule"


def check_supervision(floor: Floor, room: Room) -> None:
    """M5, said independently of the code that seats."""
    people = [floor.people[each] for each in room.seated]
    if not any(is_supervised(each.profile) for each in people):
        return
    assert len(people) > 2, "a supervised person in a pair"
    guides = [
        each
        for each in people
        if each.record.verified
        and each.profile.role in ("alumni", "student", "staff")
        and not is_supervised(each.profile)
    ]
    assert guides, "no verified person with a supervised one"
    grown = [each for each in people if not is_supervised(each.profile)]
    assert all(each.profile.role != "recruiter" for each in grown)


def check_wanted(floor: Floor, person: str) -> None:
    """Nobody is given a seat who asked for none, or who waits before the door (M21)."""
    record = floor.people[person].record  # type: ignore[index]
    assert not record.unsuggested, f"{person} is seated and did not want to be suggested"
    assert not record.held, f"{person} is seated before having been let in"


def check_outside(floor: Floor, viewer: str, push: s.Push) -> None:
    """Who waits before the door is sent nothing of anybody."""
    if isinstance(push, s.ProfileState | s.MeetingState | s.MeetingMutual):
        return  # of whom they met or blocked when they were inside
    text = msgspec.json.encode(push).decode()
    for each in floor.people:
        assert each == viewer or f'"{each}"' not in text, f"{viewer} is shown {each} outside"


def check_hidden(floor: Floor, viewer: str, push: s.Push) -> None:
    """Nothing that a viewer is sent names somebody hidden from them."""
    if floor.people[viewer].record.held:  # type: ignore[index]
        check_outside(floor, viewer, push)
    hidden = floor.bars.hidden_from(viewer)  # type: ignore[arg-type]
    if not hidden:
        return
    mine = floor.bars.blocked_by(viewer)  # type: ignore[arg-type]
    if isinstance(push, s.ProfileState):
        assert {each.id for each in push.blocked} <= set(mine)
        return
    if isinstance(push, s.PresenceDiff):
        push = msgspec.structs.replace(push, gone=[])
    text = msgspec.json.encode(push).decode()
    for each in hidden:
        assert f'"{each}"' not in text, f"{viewer} is shown {each} in {type(push).__name__}"
        assert f":{each}" not in text


def sit_out_spread(floor: Floor, always: set[str]) -> int:
    """Most minus fewest sit-outs among those always present whom nothing tells apart."""
    classes: dict[object, list[int]] = {}
    for each in always:
        person = floor.people[each]  # type: ignore[index]
        profile = person.profile
        kind = (
            profile.role,
            tuple(sorted((x.code, x.level) for x in profile.languages)),
            profile.no_pairs,
            profile.recruiters_ok,
            person.record.verified,
            person.supervised,
        )
        classes.setdefault(kind, []).append(person.record.sat_out)
    return max((max(counts) - min(counts) for counts in classes.values()), default=0)
