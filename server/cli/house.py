"""The house as the command line finds it: the data folder, its secret, and the store in it.

Works without a running server, and beside one: the running one reads what is new from the store.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from server.auth.secret import BadSecret, load_or_make
from server.cli.manners import Impossible

if TYPE_CHECKING:
    from server.config import Settings
    from server.services.events import Events


def secret_of(settings: Settings) -> bytes:
    """Return the secret of the data folder, making folder and secret where needed.

    Raises Impossible with a sentence.
    """
    folder = settings.data
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        return load_or_make(folder)
    except BadSecret as error:
        raise Impossible(str(error)) from None
    except OSError as error:
        reason = (error.strerror or "not possible").lower()
        raise Impossible(
            f"The data folder {folder} cannot be used ({reason}): "
            "choose another one with --data or TSUNAGARI_DATA."
        ) from None


@contextlib.asynccontextmanager
async def open_events(settings: Settings) -> AsyncIterator[Events]:
    """Open the store beside whatever else has it open."""
    from server.app import open_store
    from server.auth.tokens import Tokens
    from server.clock import SystemClock
    from server.services.events import Events, Place

    tokens = Tokens(secret_of(settings))
    store = await open_store(settings)
    try:
        place = Place(settings.url, settings.town_city, settings.town_zone)
        yield Events(store, tokens, SystemClock(), place)
    finally:
        await store.close()
