"""The host's list of what can still be taken back.

One rule: an action is undone once, by any host, and only while its time runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from server.errors import NothingToUndo
from server.ids import ActionId, PersonId, RoomId
from server.protocol.parts import Undoable

ActionKind = Literal["start", "pause", "extend", "extend_room", "close", "remove", "verify"]
UNDO_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a host did, with what it takes to undo it."""

    kind: ActionKind
    until: float
    person: PersonId | None = None
    name: str = ""
    room: RoomId | None = None
    seconds: float = 0.0
    deadline: float | None = None
    """The deadline before, where a start replaced one."""
    verified: bool = False
    """What was said of the person before."""


@dataclass(slots=True)
class UndoList:
    """The actions of all hosts of an event; they do not outlive the process."""

    series: int
    """Tells the actions of this process from those of an earlier one."""
    made: int = 0
    actions: dict[ActionId, Action] = field(default_factory=dict)

    def add(self, action: Action) -> ActionId:
        """Keep an action; return its id."""
        self.made += 1
        key = ActionId(f"a-{self.series}-{self.made}")
        self.actions[key] = action
        return key

    def find(self, key: ActionId, now: float) -> Action:
        """Return an action that can still be undone. Raises NothingToUndo."""
        action = self.actions.get(key)
        if action is None or now >= action.until:
            raise NothingToUndo(key)
        return action

    def drop(self, key: ActionId) -> None:
        """Forget an action: it was undone."""
        self.actions.pop(key, None)

    def void(self, *kinds: ActionKind) -> None:
        """Forget all actions of these kinds: they were overtaken."""
        self.actions = {k: a for k, a in self.actions.items() if a.kind not in kinds}

    def expire(self, now: float) -> bool:
        """Forget what is over; return whether there was any."""
        left = {key: action for key, action in self.actions.items() if now < action.until}
        gone = len(left) < len(self.actions)
        self.actions = left
        return gone

    def wake_at(self) -> float | None:
        """Return when the next action is over."""
        return min((action.until for action in self.actions.values()), default=None)

    def shown(self) -> list[Undoable]:
        """Return the actions as they travel, oldest first."""
        return [
            Undoable(
                action=key,
                kind=action.kind,
                until=action.until,
                person=action.person,
                name=action.name,
                room=action.room,
                seconds=action.seconds,
            )
            for key, action in self.actions.items()
        ]
