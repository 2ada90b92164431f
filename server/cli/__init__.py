"""The command line: `main` reads the arguments, runs the command, and returns the exit code.

Rule: what a person typed wrongly, or what the machine cannot do, is one sentence on standard error
and exit code 2; a traceback means that this program is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from server.cli import manners, serving
from server.version import VERSION

COMMANDS = frozenset({"serve", "demo", "event", "owner-link"})
PLAIN = frozenset({"--host", "--port", "--data", "--log-format", "--public-url"})
GLOBAL = frozenset({"--help", "-h", "--version"})


def main(argv: Sequence[str]) -> int:
    """Run one command; without a command the server is started."""
    arguments = list(argv)
    if not arguments or (arguments[0] not in COMMANDS | GLOBAL and arguments[0].startswith("-")):
        arguments.insert(0, "serve")
    if arguments == ["--version"]:
        sys.stdout.write(f"tsunagari {VERSION}\n")
        return 0
    if arguments[0] == "serve" and (typed := plain_options(arguments[1:])) is not None:
        return manners.guarded(lambda: serving.run(typed))
    from server.cli.commands import program

    return manners.run(program, arguments)


def plain_options(arguments: Sequence[str]) -> dict[str, str | None] | None:
    """Read `--name value` pairs of `serve`; None if there is anything else to understand.

    The usual start takes this way: the parser of all commands costs a tenth of a second.
    """
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or not PLAIN.issuperset(names):
        return None
    pairs = zip(names, values, strict=True)
    return {name.lstrip("-").replace("-", "_"): value for name, value in pairs}
