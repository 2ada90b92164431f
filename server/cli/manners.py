"""Manners: how the command line ends, whatever happens.

0 done; 1 ran and found something wrong; 2 could not run, and said why in one sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

CANNOT = 2
INTERRUPTED = 130


class Impossible(Exception):
    """The command cannot be carried out; the text is one sentence that says what to do."""


def run(program: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command that still has to be understood."""
    import typer

    def understood() -> object:
        try:
            return program(list(arguments), prog_name="python3 -m server", standalone_mode=False)
        except typer.TyperException as error:
            raise Impossible(_usage(error)) from None
        except typer.Abort:
            raise KeyboardInterrupt from None

    return guarded(understood)


def guarded(work: Callable[[], object]) -> int:
    """Run a command; turn every refusal into a sentence."""
    from server.config import BadSetting
    from server.errors import TsunagariError

    try:
        code = work()
    except (Impossible, BadSetting) as error:
        return _refuse(_sentence(str(error)))
    except TsunagariError as error:
        return _refuse(_sentence(error.detail or error.code))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `... | head` has read enough
        return 0
    return code if isinstance(code, int) else 0


def _usage(error: typer.TyperException) -> str:
    """Say what was typed wrongly, and where the right way is described."""
    command = getattr(getattr(error, "ctx", None), "command_path", "python3 -m server")
    format_message = getattr(error, "format_message", lambda: str(error))
    return f"{_sentence(format_message())} See {command} --help."


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return CANNOT


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "?", "!")) else line + "."
