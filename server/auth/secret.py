"""The secret that signs every link: made at the first start, kept in the data folder.

Rule: 0600, never shown, never logged. Two first starts at once end with the same secret.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

NAME = "secret"
BYTES = 32


class BadSecret(ValueError):
    """The file is there, but holds no secret; the text is one sentence."""


def load_or_make(folder: Path) -> bytes:
    """Return the folder's secret, making it first if there is none.

    Raises BadSecret, or OSError if the folder cannot be read or written.
    """
    path = folder / NAME
    if not path.exists():
        _make(path)
    path.chmod(0o600)
    try:
        secret = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) < BYTES:
        raise BadSecret(f"{path} holds no usable secret: remove it to make a new one.")
    return secret


def _make(path: Path) -> None:
    """Write a whole file first and give it its name then, so that nobody reads half of one."""
    draft = path.with_name(f".{NAME}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # another start was first: its secret counts
            os.link(draft, path)
    finally:
        draft.unlink()
