"""`event`: make events, list, show and export them, with or without a running server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from server.cli.options import AsJson, Data, Host, Port, PublicUrl, settings

ABOUT = "Make events, list, show and export them."
CREATE = """
Make an event and print its links.

\b
Examples:
  python3 -m server event create --title "Autumn mixer"
  python3 -m server event create --title "Rehearsal" --rounds 3 --round-seconds 5 --json
  python3 -m server event create --title "Town night" --rules rules.json
  python3 -m server event create --title "Homecoming" --starts-at 2026-11-28T21:00 --zone Asia/Tokyo
"""
events = typer.Typer(help=ABOUT, no_args_is_help=True, rich_markup_mode=None)

EventName = Annotated[str, typer.Argument(metavar="EVENT", help="The event's id or its code.")]
Number = Annotated[str | None, typer.Option(metavar="NUMBER", show_default=False)]


@events.command(help=CREATE)
def create(  # noqa: PLR0913 - one parameter an option
    title: Annotated[str, typer.Option(help="What the event is called.")],
    rounds: Annotated[str | None, typer.Option(metavar="N", help="Rounds, 1 to 30 [5].")] = None,
    round_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Length of a round, 5 to 3600 [360].")
    ] = None,
    wrap_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Wrap-up after a round, 0 to 120 [30].")
    ] = None,
    break_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Break between rounds, 1 to 900 [45].")
    ] = None,
    rest_after: Annotated[
        str | None, typer.Option(metavar="N", help="Rounds before the long break, 1 to 30 [6].")
    ] = None,
    rest_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Length of the long break, 0 to 1800 [300].")
    ] = None,
    propose_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Time to see who comes next, 0 to 15 [3].")
    ] = None,
    notice_seconds: Annotated[
        str | None, typer.Option(metavar="S", help="Notice before the first round, 0 to 120 [20].")
    ] = None,
    capacity: Annotated[
        str | None, typer.Option(metavar="N", help="Places, 2 to 2000 [500].")
    ] = None,
    purpose: Annotated[
        str | None, typer.Option(metavar="explore|reunite", help="New people, or old ties.")
    ] = None,
    room_size: Annotated[
        str | None, typer.Option(metavar="N", help="People in a room, 2 to 6 [2].")
    ] = None,
    must_have: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE", help="A role each group is to hold; may be repeated."),
    ] = None,
    sides: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLES",
            help="Roles of one of two sides that meet each other, such as student,prospective; twice.",
        ),
    ] = None,
    trios: Annotated[
        bool, typer.Option("--trios/--no-trios", help="Three together when one is left over.")
    ] = True,
    starts_at: Annotated[
        str | None, typer.Option(metavar="TIME", help="ISO-8601, such as 2026-11-28T21:00.")
    ] = None,
    auto_start: Annotated[
        bool, typer.Option("--auto-start", help="Begin by itself at that time.")
    ] = False,
    zone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Time zone, such as Asia/Tokyo [the town's].")
    ] = None,
    note: Annotated[str | None, typer.Option(help="A few words for the invitation.")] = None,
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Who meets whom, as in the protocol.")
    ] = None,
    as_json: AsJson = False,
    data: Data = None,
    public_url: PublicUrl = None,
    host: Host = None,
    port: Port = None,
) -> int:
    """Make an event and print its links."""
    from server.cli import shown

    plan: dict[str, object] = {
        "rounds": rounds,
        "round_seconds": round_seconds,
        "wrap_seconds": wrap_seconds,
        "break_seconds": break_seconds,
        "rest_after": rest_after,
        "rest_seconds": rest_seconds,
        "propose_seconds": propose_seconds,
        "notice_seconds": notice_seconds,
        "capacity": capacity,
        "purpose": purpose,
        "room_size": room_size,
        "must_have": must_have or None,
        "sides": [side.split(",") for side in sides or ()] or None,
        "trios": trios,
        "auto_start": auto_start,
    }
    if rules is not None:
        plan["rules"] = shown.read_rules(rules)
    wanted = {
        "title": title,
        "starts_at": starts_at,
        "zone": zone,
        "note": note,
        "plan": {name: value for name, value in plan.items() if value is not None},
    }
    where = settings(data=data, public_url=public_url, host=host, port=port)
    return shown.create(where, wanted, as_json=as_json)


@events.command("list")
def list_all(as_json: AsJson = False, data: Data = None) -> int:
    """List all events, newest first."""
    from server.cli import shown

    return shown.list_all(settings(data=data), as_json=as_json)


@events.command()
def show(
    event: EventName,
    as_json: AsJson = False,
    data: Data = None,
    public_url: PublicUrl = None,
    host: Host = None,
    port: Port = None,
) -> int:
    """Show an event: how it stands, and its links."""
    from server.cli import shown

    where = settings(data=data, public_url=public_url, host=host, port=port)
    return shown.show(where, event, as_json=as_json)


@events.command()
def export(
    event: EventName,
    as_csv: Annotated[bool, typer.Option("--csv", help="Attendance as CSV.")] = False,
    data: Data = None,
) -> int:
    """Print who attended and how the rounds went, as JSON or CSV."""
    from server.cli import shown

    return shown.export(settings(data=data), event, as_csv=as_csv)


@events.command()
def plans(event: EventName, data: Data = None) -> int:
    """Print who was seated with whom, and all it was decided from, as a plan file.

    For the operator alone: it holds what people told the matcher and who blocked whom, under ids
    instead of names. `python3 -m matching check FILE` redoes and judges it.
    """
    from server.cli import shown

    return shown.plans(settings(data=data), event)
