"""The commands and their options. What they do is imported only when one of them runs."""

from __future__ import annotations

from typing import Annotated

import typer

from server.cli.events import events
from server.cli.options import AsJson, Data, Host, LogFormat, Port, PublicUrl, settings

ABOUT = """
Mixers where people far apart meet in pairs, round by round, and talk by video.

Without a command the server starts; every option is a TSUNAGARI_* variable, too.
"""
EXAMPLES = """
Examples:

\b
  python3 -m server                              start on http://localhost:8300
  python3 -m server --port 8400 --data ~/mixer   another port, another folder
  python3 -m server demo --people 40             see it with simulated people
  python3 -m server event create --title "Autumn mixer" --rounds 5 --json
"""
SERVE = """
Start the server.

\b
Options, each also as a variable:
  host 127.0.0.1, port 8300, data folder ./data beside the program, logs as text.
  Further variables: TSUNAGARI_TOWN_CITY, TSUNAGARI_TOWN_ZONE, TSUNAGARI_STUN_URLS,
  TSUNAGARI_TURN_URLS, TSUNAGARI_TURN_SECRET, TSUNAGARI_ALLOWED_ORIGINS,
  TSUNAGARI_TRUSTED_PROXIES.

\b
Examples:
  python3 -m server serve --port 8400
  python3 -m server serve --host 0.0.0.0 --public-url https://mixer.example.ac.jp
  TSUNAGARI_LOG_FORMAT=json python3 -m server serve
"""
DEMO = """
Let simulated people hold a mixer, through the public protocol.

\b
Examples:
  python3 -m server demo --people 40 --speed 10    watch it in the browser, and join in
  python3 -m server demo --once --json             one mixer without a browser: the measures
"""
OWNER = """
Print a one-time link that makes a browser the owner's: it may create events.

\b
Example:
  python3 -m server owner-link
  curl -H "Authorization: Bearer $(python3 -m server owner-link --token)" http://localhost:8300/api/events
"""
CHECK = """
Look whether people can get in: data, clock, address, HTTPS, WebSocket, relays.

\b
Run it beside the running server, with the same settings; exit code 1 if something is wrong.
Examples:
  python3 -m server check
  python3 -m server check --json
"""

program = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
program.add_typer(events, name="event")


@program.callback(help=ABOUT, epilog=EXAMPLES)
def start(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Take the options that come before a command."""


@program.command(help=SERVE)
def serve(
    host: Host = None,
    port: Port = None,
    data: Data = None,
    log_format: LogFormat = None,
    public_url: PublicUrl = None,
) -> int:
    """Start the server."""
    from server.cli import serving

    return serving.run(
        {
            "host": host,
            "port": port,
            "data": data,
            "log_format": log_format,
            "public_url": public_url,
        }
    )


@program.command(help=DEMO)
def demo(  # noqa: PLR0913 - one parameter an option
    people: Annotated[int, typer.Option(min=2, max=500, help="Simulated people.")] = 40,
    speed: Annotated[float, typer.Option(min=1, max=100, help="So many times faster.")] = 10,
    once: Annotated[bool, typer.Option("--once", help="One mixer, then end.")] = False,
    room_size: Annotated[int, typer.Option(min=2, max=6, help="People in a room.")] = 2,
    as_json: AsJson = False,
    host: Host = None,
    port: Port = None,
) -> int:
    """Let simulated people hold a mixer."""
    chosen = settings(host=host, port=port)
    from server import demo as demonstration

    return demonstration.run(chosen, people, speed, once, as_json, room_size)


@program.command("owner-link", help=OWNER)
def owner_link(
    token: Annotated[
        bool, typer.Option("--token", help="Print a token for the HTTP interface instead.")
    ] = False,
    data: Data = None,
    public_url: PublicUrl = None,
    host: Host = None,
    port: Port = None,
) -> int:
    """Print a one-time link for the owner."""
    from server.cli import owner

    return owner.show(settings(data=data, public_url=public_url, host=host, port=port), token=token)


@program.command("check", help=CHECK)
def check(
    as_json: AsJson = False,
    data: Data = None,
    public_url: PublicUrl = None,
    host: Host = None,
    port: Port = None,
) -> int:
    """Look whether people can get in."""
    from server.cli import checkup

    chosen = settings(data=data, public_url=public_url, host=host, port=port)
    return checkup.run(chosen, as_json=as_json)
