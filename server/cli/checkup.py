"""The checkup at the terminal: a line a finding, and what to do below it."""

from __future__ import annotations

import asyncio
import sys

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.checkup.all import look
from server.checkup.finding import Finding
from server.clock import SystemClock
from server.config import Settings

MARKS = {"good": ("✓", "green"), "bad": ("✗", "bold red"), "open": ("·", "yellow")}


def run(settings: Settings, *, as_json: bool) -> int:
    """Look, print, and return 1 if something is wrong."""
    found = asyncio.run(look(settings, SystemClock().now()))
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found)).decode() + "\n")
    else:
        _print(found)
    return int(any(each.state == "bad" for each in found))


def _print(found: list[Finding]) -> None:
    lines = Table.grid(padding=(0, 2))
    for each in found:
        mark, style = MARKS[each.state]
        lines.add_row(Text(mark, style), Text(each.about, "bold"), Text(each.said))
        if each.advice and each.state != "good":
            lines.add_row("", "", Text(each.advice, "dim"))
    console = Console(highlight=False)
    console.print(lines)
    wrong = sum(each.state == "bad" for each in found)
    console.print(Text(f"To set right: {wrong}." if wrong else "Nothing is wrong."))
