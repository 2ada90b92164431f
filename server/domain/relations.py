"""Relations: keeps, notes and messages after a meeting; block, pass and report; chat.

One rule: what one person says about another is written before it is acknowledged and shown to
nobody else, except a keep that is mutual, the one message, and reports to the people on duty.
"""

from __future__ import annotations

from server.domain.chat import chat_line
from server.domain.floor import Floor
from server.domain.people import card
from server.domain.seats import credit, mend, vacate
from server.domain.views import visible
from server.errors import NotFound, WrongPhase
from server.ids import MeetingId, PersonId, RoomId
from server.protocol.client import (
    ChatSay,
    MeetingAgain,
    MeetingKeep,
    MeetingMessage,
    MeetingNote,
    PersonBlock,
    PersonPass,
    PersonReport,
    PersonUnblock,
)
from server.protocol.server import ChatMessage, ChatState, MeetingMutual


def say(floor: Floor, actor: PersonId, message: ChatSay, now: float) -> str:
    """Write to the room or to the lounge; lines do not pass between those who blocked."""
    person = floor.insider(actor)
    if message.room is not None:
        to = floor.own_room(actor, message.room).seated
    elif floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    else:
        hidden = floor.bars.hidden_from(actor)
        to = tuple(each for each in floor.inside() if each not in hidden)
    name = card(person).name
    record = floor.chat.say(actor, name, message.text, message.room, now)
    floor.changes.facts.append(record)
    line = ChatMessage(line=chat_line(record))
    floor.changes.tell(to, line)
    if message.room is None:
        floor.changes.tell_hosts(line)
    return str(record.seq)


def keep(floor: Floor, actor: PersonId, message: MeetingKeep, now: float) -> str:
    """Note a private wish; tell both only if both have it."""
    other = _met(floor, actor, message.meeting)
    was = floor.meetings.mutual(message.meeting)
    floor.changes.facts.append(floor.meetings.keep(message.meeting, actor, message.keep, now))
    floor.changes.meetings.add(actor)
    mutual = floor.meetings.mutual(message.meeting)
    if mutual != was:
        floor.changes.meetings.add(other)
    if mutual and not was:
        for viewer, about in ((actor, other), (other, actor)):
            name = card(floor.people[about]).name
            told = MeetingMutual(meeting=message.meeting, person=about, name=name)
            floor.changes.tell([viewer], told)
    return message.meeting


def again(floor: Floor, actor: PersonId, message: MeetingAgain, now: float) -> str:
    """Note a private wish to be seated together once more; nobody learns of one alone (M16)."""
    _met(floor, actor, message.meeting)
    marked = floor.meetings.wish_again(message.meeting, actor, message.again, now)
    floor.changes.facts.append(marked)
    floor.changes.meetings.add(actor)
    floor.replan()
    floor.tried = None
    return message.meeting


def note(floor: Floor, actor: PersonId, message: MeetingNote, now: float) -> str:
    """Keep a private note."""
    _met(floor, actor, message.meeting)
    floor.changes.facts.append(floor.meetings.note(message.meeting, actor, message.text, now))
    floor.changes.meetings.add(actor)
    return message.meeting


def leave_message(floor: Floor, actor: PersonId, message: MeetingMessage, now: float) -> str:
    """Leave the one message for the other."""
    other = _met(floor, actor, message.meeting)
    floor.changes.facts.append(floor.meetings.send(message.meeting, actor, message.text, now))
    floor.changes.meetings.update((actor, other))
    return message.meeting


def block(floor: Floor, actor: PersonId, message: PersonBlock, now: float) -> None:
    """Never meet again, anywhere here; separates at once and tells nobody (M19)."""
    other = floor.someone_else(actor, message.person).id
    floor.changes.facts.append(floor.bars.bar(actor, other, "block", now))
    floor.changes.profiles.add(actor)
    floor.changes.meetings.update((actor, other))
    floor.replan()
    _tell_lounge(floor, actor)
    _separate(floor, actor, other, now)


def unblock(floor: Floor, actor: PersonId, message: PersonUnblock, _now: float) -> None:
    """Take a block back; a pass or a report stays."""
    floor.changes.facts.append(floor.bars.lift(actor, message.person))
    floor.changes.profiles.add(actor)
    floor.changes.meetings.update((actor, message.person))
    _tell_lounge(floor, actor)
    floor.replan()


def not_interested(floor: Floor, actor: PersonId, message: PersonPass, now: float) -> None:
    """Not again in this event; a room in which the two are runs on to its end (M18)."""
    other = _seen(floor, actor, message.person)
    floor.changes.facts.append(floor.bars.bar(actor, other, "pass", now))
    floor.replan()


def report(floor: Floor, actor: PersonId, message: PersonReport, now: float) -> str:
    """Tell the people on duty; separates at once (M20)."""
    other = floor.someone_else(actor, message.person).id
    room = floor.room_of(actor)
    together = room is not None and other in room.others(actor)
    where = room.id if together and room is not None else _last_room(floor, actor, other)
    record = floor.bars.report(actor, message, where, now)
    floor.changes.facts += [record, floor.bars.bar(actor, other, "report", now)]
    floor.replan()
    _separate(floor, actor, other, now)
    return record.id


def _tell_lounge(floor: Floor, actor: PersonId) -> None:
    """The lines of the other go, or come back, for the one who asked; the other gets no sign."""
    lines = floor.chat.lines(None, floor.bars.hidden_from(actor))
    floor.changes.tell([actor], ChatState(lines=lines))


def _separate(floor: Floor, actor: PersonId, other: PersonId, now: float) -> None:
    room = floor.room_of(actor)
    if room is None or other not in room.others(actor):
        return
    vacate(floor, room, floor.people[actor], now, why="separated")
    for each in room.seated:
        credit(floor, floor.people[each])
    mend(floor, room, now)


def _seen(floor: Floor, actor: PersonId, other: PersonId) -> PersonId:
    person = floor.someone_else(actor, other)
    if not visible(floor, actor, person.id):
        raise NotFound("person")
    return person.id


def _met(floor: Floor, actor: PersonId, meeting: MeetingId) -> PersonId:
    other = floor.meetings.other(meeting, actor)
    if not visible(floor, actor, other):
        raise NotFound("meeting")
    return other


def _last_room(floor: Floor, actor: PersonId, other: PersonId) -> RoomId | None:
    met = [each for each in floor.meetings.of(actor) if other in (each.a, each.b)]
    return met[-1].room if met else None
