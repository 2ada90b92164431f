"""The start-up panel: where people go, how the owner gets in, how to try it alone.

Rule: written to a terminal it is a picture with a QR code; written anywhere else it is plain lines
that a program can read. Either way it holds the same facts.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from server.config import EVERYWHERE, Settings

if TYPE_CHECKING:
    from rich.console import RenderableType

TRY = "python3 -m server demo"
MAKE = 'python3 -m server event create --title "…"'
NARROW = 72
WHY_HTTPS = (
    "Browsers give camera and microphone only to secure pages: over plain http other devices "
    "can join by text, not by video."
)
HOW_HTTPS = (
    "For HTTPS put Caddy in front: set TSUNAGARI_DOMAIN=your.name.example and run "
    "docker compose up (docker-compose.yml), or start with "
    "--public-url https://your.name.example behind a proxy of your own."
)
WHERE = (
    "People on the network need this computer's name or address: "
    "give it as --public-url, so that the links are right."
)
OWNER = "To create events in the browser, open this once (one browser, within 24 hours):"


@dataclass(frozen=True, slots=True)
class Started:
    """What there is to say about a server that listens."""

    settings: Settings
    door: str
    """The one-time link that makes a browser the owner's."""
    seconds: float
    """How long the start took."""


def show(started: Started, out: TextIO | None = None) -> None:
    """Print the panel."""
    stream = sys.stdout if out is None else out
    if stream.isatty():
        _picture(started, stream)
    else:
        for name, value in facts(started):
            stream.write(f"{name}: {value}\n")
        for line in warnings(started.settings):
            stream.write(f"note: {line}\n")
    stream.flush()


def facts(started: Started) -> list[tuple[str, str]]:
    """Return the lines of the panel, each with its name."""
    return [
        ("open", started.settings.url),
        ("owner", started.door),
        ("data", str(started.settings.data)),
        ("try it alone", TRY),
        ("make an event", MAKE),
        ("ready", f"after {started.seconds:.1f} s; stop with Ctrl+C"),
    ]


def warnings(settings: Settings) -> list[str]:
    """Return what somebody has to know who listens on more than this computer."""
    if settings.loopback and not settings.public_url:
        return []
    if settings.secure:
        return []
    said = [
        WHY_HTTPS,
        HOW_HTTPS,
    ]
    if settings.host in EVERYWHERE and not settings.public_url:
        said.append(WHERE)
    return said


def _picture(started: Started, stream: TextIO) -> None:
    from rich.console import Console, Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, highlight=False)
    told = Table.grid(padding=(0, 2))
    told.add_column(style="dim", no_wrap=True)
    told.add_column(overflow="fold")
    for name, value in facts(started):
        if name != "owner":  # too long for a frame: a link that is cut cannot be copied
            told.add_row(name, Text(value, style="bold" if name == "open" else ""))
    parts: list[RenderableType] = [told]
    if console.width >= NARROW:
        both = Table.grid(padding=(0, 3), expand=False)
        both.add_row(Text(qr(started.settings.url), style="black on white"), told)
        parts = [both]
    if started.settings.loopback and not started.settings.public_url:
        parts.append(Text("\nOnly this computer can open it; see --help for others.", style="dim"))
    parts += [Text(f"\n{line}", style="yellow") for line in warnings(started.settings)]
    console.print(
        Panel(Group(*parts), title="Tsunagari つながり", title_align="left", padding=(1, 2))
    )
    console.print(f"\n{OWNER}", style="dim")
    console.print(Text(started.door, style="bold"), soft_wrap=True)


def qr(text: str) -> str:
    """Return a QR code as half blocks, two rows of it in one line, with its quiet zone."""
    import segno

    rows = [list(row) for row in segno.make(text, error="l").matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    blocks = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
    lines = [
        "".join(blocks[bool(a), bool(b)] for a, b in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]
    return "\n".join(lines)
