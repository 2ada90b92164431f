"""What the `event` commands do and print."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from server.cli.house import open_events
from server.cli.manners import Impossible
from server.config import Settings
from server.domain.records import EventRecord
from server.errors import NotFound
from server.ids import EventId
from server.services.drafts import draft_of
from server.services.events import Events, Links, tidy_code
from server.services.exports import as_csv as csv_of
from server.services.exports import as_json as json_of
from server.services.exports import export_of, iso

T = TypeVar("T")


class Shown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event; the list leaves out what is asked for by `show`."""

    id: str
    code: str
    title: str
    phase: str
    round: int
    rounds: int
    starts_at: str | None
    practice: bool
    people: int | None = None
    links: Links | None = None


def read_rules(path: Path) -> object:
    """Read who meets whom from a file. Raises Impossible."""
    try:
        return msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Impossible(f"{path} cannot be read as JSON: {error}") from None


def create(settings: Settings, wanted: Mapping[str, object], *, as_json: bool) -> int:
    """Make an event and print its links."""

    async def work(events: Events) -> Shown:
        draft = draft_of(wanted, events.clock.now(), settings.town_zone)
        event = await events.create(draft)
        return _shown(event, events.links(event), 0)

    return _print_event(_with(settings, work), as_json=as_json)


def show(settings: Settings, name: str, *, as_json: bool) -> int:
    """Print an event and its links."""

    async def work(events: Events) -> Shown:
        archive = await events.archive((await _find(events, name)).id)
        return _shown(archive.event, events.links(archive.event), len(archive.people))

    return _print_event(_with(settings, work), as_json=as_json)


def list_all(settings: Settings, *, as_json: bool) -> int:
    """Print all events, newest first."""

    async def work(events: Events) -> list[Shown]:
        return [_shown(event) for event in await events.all()]

    found = _with(settings, work)
    if as_json:
        return _print_json(found)
    if not found:
        sys.stdout.write('No events yet. Make one: python3 -m server event create --title "…"\n')
        return 0
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("id", "code", "phase", "round", "starts (UTC)", "title", box=None)
    for each in found:
        starts = (each.starts_at or "open").replace("+00:00", "")
        cells = (each.id, each.code, each.phase, f"{each.round}/{each.rounds}", starts, each.title)
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)
    return 0


def export(settings: Settings, name: str, *, as_csv: bool) -> int:
    """Print who attended and how the rounds went."""

    async def work(events: Events) -> bytes:
        found = export_of(await events.archive((await _find(events, name)).id))
        return csv_of(found) if as_csv else json_of(found)

    sys.stdout.buffer.write(_with(settings, work))
    return 0


def plans(settings: Settings, name: str) -> int:
    """Print the plans of all rounds as a plan file."""
    from matching.plan_file import PlanFile, write

    async def work(events: Events) -> PlanFile:
        event = await _find(events, name)
        cases = [record.case for record in await events.plans(event.id)]
        return PlanFile(tuple(cases), title=event.title)

    found = _with(settings, work)
    if not found.rounds:
        raise Impossible("No round of this event has begun yet.")
    sys.stdout.buffer.write(write(found))
    return 0


def _with(settings: Settings, work: Callable[[Events], Awaitable[T]]) -> T:
    async def opened() -> T:
        async with open_events(settings) as events:
            return await work(events)

    return asyncio.run(opened())


async def _find(events: Events, name: str) -> EventRecord:
    try:
        code = tidy_code(name)
        return await (events.by_code(code) if code else events.get(EventId(name)))
    except NotFound:
        raise Impossible(
            f"There is no event {name[:60]!r}: python3 -m server event list shows them all."
        ) from None


def _shown(event: EventRecord, links: Links | None = None, people: int | None = None) -> Shown:
    return Shown(
        id=event.id,
        code=event.code,
        title=event.title,
        phase=event.phase,
        round=event.round,
        rounds=event.plan.rounds,
        starts_at=None if event.starts_at is None else iso(event.starts_at),
        practice=event.practice,
        people=people,
        links=links,
    )


def _print_json(value: object) -> int:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
    return 0


def _print_event(event: Shown, *, as_json: bool) -> int:
    if as_json:
        return _print_json(event)
    lines = [event.title]
    if event.links is not None:
        lines += [
            f"  for guests    {event.links.join_link}",
            f"  for the host  {event.links.host_link}",
        ]
    lines += [
        f"  code          {event.code}",
        f"  id            {event.id}",
        f"  phase         {event.phase}, round {event.round} of {event.rounds}",
        f"  people        {event.people}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
