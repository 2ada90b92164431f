"""Everything a client can ask for, one method each. Each returns when the server has answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal, Protocol

from server.ids import ActionId, MeetingId, PersonId, RoomId
from server.protocol import client as c
from server.protocol.parts import MediaState, Mode, Profile, ReportCategory
from server.protocol.ruling import Ruling, Who
from server.protocol.server import Ok

Choice = Literal["next", "third", "lounge"]
Ask = Callable[[c.Request], Awaitable[Ok]]


class Place(Protocol):
    """What names a room: a seat or the state of a room."""

    @property
    def room(self) -> RoomId:
        """The room."""
        ...

    @property
    def epoch(self) -> int:
        """Its epoch."""
        ...


class Refused(Exception):
    """The server refused a request; nothing was changed."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class HostCommands:
    """What a host can ask for."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def start(self, in_seconds: float | None = None) -> Ok:
        """Start the first round after a notice, or go on with the next one now."""
        return await self._ask(c.HostStart(id=0, in_seconds=in_seconds))

    async def pause(self) -> Ok:
        """Stop the clock."""
        return await self._ask(c.HostPause(id=0))

    async def resume(self) -> Ok:
        """Let the clock run again."""
        return await self._ask(c.HostResume(id=0))

    async def extend(self, seconds: float = 120, room: RoomId | None = None) -> Ok:
        """Give more time to all, or to one room."""
        return await self._ask(c.HostExtend(id=0, seconds=seconds, room=room))

    async def close(self, in_seconds: float = 10) -> Ok:
        """End the mixer for all after a notice."""
        return await self._ask(c.HostClose(id=0, in_seconds=in_seconds))

    async def announce(self, text: str) -> Ok:
        """Tell everybody a line."""
        return await self._ask(c.HostAnnounce(id=0, text=text))

    async def remove(self, person: PersonId, reason: str = "") -> Ok:
        """Take a person out of the event at once."""
        return await self._ask(c.HostRemove(id=0, person=person, reason=reason))

    async def verify(self, person: PersonId, verified: bool = True) -> Ok:
        """Say that a person is who they say they are."""
        return await self._ask(c.HostVerify(id=0, person=person, verified=verified))

    async def rules(self, ruling: Ruling) -> Ok:
        """Say who meets whom from the next round on."""
        return await self._ask(c.HostRules(id=0, ruling=ruling))

    async def rehearse(self, ruling: Ruling | None = None, who: Who = "here") -> Ok:
        """Play the rounds to come; `rehearsal` of the replica tells what was found."""
        return await self._ask(c.HostRehearse(id=0, ruling=ruling, who=who))

    async def admit(self, person: PersonId) -> Ok:
        """Let somebody in who waits before the door."""
        return await self._ask(c.HostAdmit(id=0, person=person))

    async def guard(self, on: bool = True) -> Ok:
        """Have newcomers wait for a host's tap, or no longer."""
        return await self._ask(c.HostGuard(id=0, on=on))

    async def capacity(self, capacity: int | None = None) -> Ok:
        """Set how many the event takes; without a number as many more as wait on the list."""
        return await self._ask(c.HostCapacity(id=0, capacity=capacity))

    async def answer_call(self, person: PersonId, text: str = "", *, done: bool = False) -> Ok:
        """Say to a caller that the call was seen, with a line if wanted, or is dealt with."""
        return await self._ask(c.HostHelp(id=0, person=person, text=text, done=done))

    async def joker(self, person: PersonId | None) -> Ok:
        """Name who fills in where somebody would be left over; None names nobody."""
        return await self._ask(c.HostJoker(id=0, person=person))

    async def handled(self, report: str) -> Ok:
        """Note that a report has been dealt with."""
        return await self._ask(c.HostHandled(id=0, report=report))

    async def undo(self, action: ActionId) -> Ok:
        """Take a host action back; its id is the `id` of the answer."""
        return await self._ask(c.HostUndo(id=0, action=action))


class Commands:
    """What a person can ask for; `host` holds what only hosts can."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.host = HostCommands(ask)

    async def request(self, message: c.Request) -> Ok:
        """Send a request (its `id` is chosen on the way) and return the answer; raises Refused."""
        return await self._ask(message)

    async def take(self) -> Ok:
        """Use this client from now on, if another of the same person is in use."""
        return await self._ask(c.SessionTake(id=0))

    async def profile(self, profile: Profile) -> Ok:
        """Replace the profile."""
        return await self._ask(c.ProfileSet(id=0, profile=profile))

    async def ready(self, ready: bool | None = True, mode: Mode | None = None) -> Ok:
        """Take part in the next round or no longer, and how; None leaves it as it was."""
        return await self._ask(c.MixerReady(id=0, ready=ready, mode=mode))

    async def sit_out(self, on: bool = True) -> Ok:
        """Sit out the next round, or not after all."""
        return await self._ask(c.MixerSitOut(id=0, on=on))

    async def call_host(self, on: bool = True) -> Ok:
        """Call a host, or no longer; nobody else is told."""
        return await self._ask(c.HelpAsk(id=0, on=on))

    async def suggest(self, on: bool = True) -> Ok:
        """Be seated with others, or (`on` false) with nobody until it is turned on again."""
        return await self._ask(c.MixerSuggest(id=0, on=on))

    async def choose(self, choice: Choice) -> Ok:
        """Say what next, after a partner was lost: `next`, `third` or `lounge`."""
        return await self._ask(c.MixerChoose(id=0, choice=choice))

    async def meet_now(self, mode: Mode = "video") -> Ok:
        """Wait in the pool for somebody to talk to now."""
        return await self._ask(c.PoolJoin(id=0, mode=mode))

    async def stop_waiting(self) -> Ok:
        """Wait in the pool no longer."""
        return await self._ask(c.PoolLeave(id=0))

    async def accept(self, match: int) -> Ok:
        """Meet the people proposed."""
        return await self._ask(c.MatchAccept(id=0, match=match))

    async def decline(self, match: int) -> Ok:
        """Rather not these people now."""
        return await self._ask(c.MatchDecline(id=0, match=match))

    async def enter(self, place: Place) -> Ok:
        """Say that the room is shown."""
        return await self._ask(c.RoomEnter(id=0, room=place.room, epoch=place.epoch))

    async def media(
        self, place: Place, state: MediaState, *, muted: bool = False, camera: bool = True
    ) -> Ok:
        """Say how sound and picture do."""
        return await self._ask(
            c.RoomMedia(
                id=0,
                room=place.room,
                epoch=place.epoch,
                state=state,
                muted=muted,
                camera=camera,
            )
        )

    async def leave(self, place: Place, *, safety: bool = False) -> Ok:
        """Leave the room."""
        return await self._ask(c.RoomLeave(id=0, room=place.room, epoch=place.epoch, safety=safety))

    async def more(self, place: Place, more: bool) -> Ok:
        """Answer privately whether to go on a bit."""
        return await self._ask(c.RoomMore(id=0, room=place.room, epoch=place.epoch, more=more))

    async def prompt(self, place: Place) -> Ok:
        """Ask for another question to start with."""
        return await self._ask(c.RoomPrompt(id=0, room=place.room, epoch=place.epoch))

    async def signal(self, message: c.SignalMessage) -> Ok:
        """Send an offer, an answer, a candidate or a wish to restart to a room-mate."""
        return await self._ask(message)

    async def chat(self, text: str, room: RoomId | None = None) -> Ok:
        """Write to the room, or to the lounge."""
        return await self._ask(c.ChatSay(id=0, text=text, room=room))

    async def keep(self, meeting: MeetingId, keep: bool = True) -> Ok:
        """Wish to stay in touch with somebody met."""
        return await self._ask(c.MeetingKeep(id=0, meeting=meeting, keep=keep))

    async def note(self, meeting: MeetingId, text: str) -> Ok:
        """Write a private note about somebody met."""
        return await self._ask(c.MeetingNote(id=0, meeting=meeting, text=text))

    async def message(self, meeting: MeetingId, text: str) -> Ok:
        """Leave somebody met the one message."""
        return await self._ask(c.MeetingMessage(id=0, meeting=meeting, text=text))

    async def again(self, meeting: MeetingId, again: bool = True) -> Ok:
        """Wish to be seated with somebody met once more; counts if both do."""
        return await self._ask(c.MeetingAgain(id=0, meeting=meeting, again=again))

    async def block(self, person: PersonId) -> Ok:
        """Never meet this person again."""
        return await self._ask(c.PersonBlock(id=0, person=person))

    async def unblock(self, person: PersonId) -> Ok:
        """Take a block back."""
        return await self._ask(c.PersonUnblock(id=0, person=person))

    async def pass_(self, person: PersonId) -> Ok:
        """Do not meet this person again in this event."""
        return await self._ask(c.PersonPass(id=0, person=person))

    async def report(self, person: PersonId, category: ReportCategory, note: str = "") -> Ok:
        """Tell the people on duty; separates at once."""
        return await self._ask(c.PersonReport(id=0, person=person, category=category, note=note))

    async def pulse(self, value: int) -> Ok:
        """Answer the question at the end, from 1 to 5."""
        return await self._ask(c.EventPulse(id=0, value=value))

    async def goodbye(self) -> Ok:
        """Leave the event; the place is free for whoever waits."""
        return await self._ask(c.EventLeave(id=0))
