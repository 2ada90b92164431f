"""Place: the data folder, the database in it, and the machine's clock."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from server.app import open_store
from server.checkup.finding import Finding
from server.config import Settings
from server.errors import Unavailable

PRIVATE = 0o077
LEAST_FREE_MB = 500
CLOCK = ("timedatectl", "show", "--property=NTPSynchronized", "--value")
CLOCK_SECONDS = 5.0


def data_folder(folder: Path) -> Finding:
    """Look at the rights of the folder and the space left."""
    if not folder.exists():
        return Finding("data", "open", f"{folder} is made at the first start")
    if folder.stat().st_mode & PRIVATE:
        return Finding("data", "bad", f"others can look into {folder}", f"chmod 700 {folder}")
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < LEAST_FREE_MB:
        return Finding("data", "bad", f"only {free} MB are left for {folder}", "Make room.")
    return Finding("data", "good", f"{folder} is private, {free:,} MB are left")


async def database(settings: Settings) -> Finding:
    """Open the database as a start does; where there is no folder yet none is made."""
    if not settings.data.exists():
        return Finding("database", "open", "none yet")
    try:
        store = await open_store(settings)
        count = len(await store.events())
        await store.close()
    except Unavailable as error:
        return Finding("database", "bad", error.detail, "Restore it from a copy, or move it away.")
    return Finding("database", "good", f"opens, {count} events")


async def clock() -> Finding:
    """Ask the system whether its clock follows the network's."""
    if shutil.which(CLOCK[0]) is None:
        return Finding("clock", "open", "whether it is right cannot be told here")
    process = await asyncio.create_subprocess_exec(
        *CLOCK, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), CLOCK_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
        said = b""
    match said.decode(errors="replace").strip():
        case "yes":
            return Finding("clock", "good", "follows the network's time")
        case "no":
            advice = "timedatectl set-ntp true: a relay refuses credentials of another time."
            return Finding("clock", "bad", "does not follow the network's time", advice)
        case _:
            return Finding("clock", "open", "whether it is right cannot be told here")
