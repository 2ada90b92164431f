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
GLOBAL = frozenset({"--help", "-h", "--version"})


def main(argv: Sequence[str]) -> int:
    """Run one command; without a command the server is started."""
    arguments = list(argv)
    if not arguments or (arguments[0] not in COMMANDS | GLOBAL and arguments[0].startswith("-")):
        arguments.insert(0, "serve")
    if arguments == ["--version"]:
        sys.stdout.write(f"tsunagari {VERSION}\n")
        return 0
    if arguments == ["serve"]:  # nothing to understand: the usual start waits for no parser
        return manners.guarded(lambda: serving.run({}))
    from server.cli.commands import program

    return manners.run(program, arguments)
