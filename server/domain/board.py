"""The host's list of what can still be taken back.

One rule: an action is undone once, by any host, and only while its time runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from server.domain.records import Action
from server.errors import NothingToUndo
from server.ids import ActionId
from server.protocol.parts import ActionKind, Undoable

UNDO_SECONDS = 10.0


@dataclass(slots=True)
class UndoList:
    """The actions of all hosts of an event, kept in its record."""

    series: int
    """Tells the actions of this process from those of an earlier one."""
    made: int = 0
    actions: dict[ActionId, Action] = field(default_factory=dict)

    @classmethod
    def restore(cls, kept: Iterable[Action], *, series: int) -> UndoList:
        """Return the list as it was recorded; what is over goes with the first tick."""
        return cls(series=series, actions={each.id: each for each in kept})

    def add(self, action: Action) -> ActionId:
        """Keep an action under an id of its own; return that."""
        self.made += 1
        key = ActionId(f"a-{self.series}-{self.made}")
        self.actions[key] = msgspec.structs.replace(action, id=key)
        return key

    def kept(self) -> tuple[Action, ...]:
        """Return the actions as they are recorded."""
        return tuple(self.actions.values())

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
