"""`python3 -m server demo`: practice evenings with simulated people, one after another.

Rule: everything lives in memory and is gone at the end; real events are never touched.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
from dataclasses import replace

import msgspec

from server import app
from server.app import House
from server.client import Tsunagari
from server.config import Settings
from server.domain.records import EventRecord
from server.protocol.parts import Plan
from server.robots.practice import faster, prepare
from server.robots.report import Report, report
from server.robots.troupe import Troupe
from server.services.exports import export_of

PLAN = Plan(rounds=5, round_seconds=360, wrap_seconds=30, break_seconds=45, notice_seconds=20)
LOBBY_SECONDS = 60.0
"""Time to open the link before the first round, shortened like everything else."""
LEAST_LOBBY_SECONDS = 10.0


def run(
    settings: Settings, people: int, speed: float, once: bool, as_json: bool, room_size: int = 2
) -> int:
    """Hold practice evenings until interrupted, or one with `once`; return the exit code.

    1 if a rule was broken that must always hold. Raises Unavailable if the address is taken.
    """
    wanted = replace(settings, port=0) if once else settings
    plan = faster(msgspec.structs.replace(PLAN, room_size=room_size), speed)
    return asyncio.run(_run(wanted, people, plan, speed, once=once, as_json=as_json))


async def _run(
    settings: Settings, people: int, plan: Plan, speed: float, *, once: bool, as_json: bool
) -> int:
    listening = app.listen(settings)
    settings = replace(settings, port=int(listening.getsockname()[1]))
    store = app.memory_store()
    async with (
        app.open_house(settings, store, secrets.token_bytes(32)) as house,
        app.listening_house(house, listening) as stop,
    ):
        if once:
            return _tell(await _one_evening(house, plan, people, lobby=0.0), as_json=as_json)
        lobby = max(LEAST_LOBBY_SECONDS, LOBBY_SECONDS / speed)
        async with asyncio.TaskGroup() as group:
            evenings = group.create_task(_evenings(house, plan, people, lobby, as_json=as_json))
            await stop.wait()
            evenings.cancel()
    return 0


async def _evenings(house: House, plan: Plan, people: int, lobby: float, *, as_json: bool) -> None:
    while True:
        _tell(await _one_evening(house, plan, people, lobby=lobby), as_json=as_json)


async def _one_evening(house: House, plan: Plan, people: int, *, lobby: float) -> Report:
    roomy = msgspec.structs.replace(plan, capacity=people + 20)
    own_address = f"http://127.0.0.1:{house.settings.port}"
    event, troupe = await prepare(house.hub, house.events, own_address, plan=roomy, people=people)
    if lobby:
        _invite(house, event, people)

    async def when(host: Tsunagari) -> None:
        del host
        await asyncio.sleep(lobby)

    await troupe.play(when, start_in=None if lobby else 0.0)
    return await _measure(house, event, troupe)


async def _measure(house: House, event: EventRecord, troupe: Troupe) -> Report:
    archive = await house.events.archive(event.id)
    measured = report(troupe.robots, archive.rounds)
    return msgspec.structs.replace(measured, recorded=export_of(archive).outcome)


def _invite(house: House, event: EventRecord, people: int) -> None:
    links = house.events.links(event)
    _say(
        f"{people} simulated people are gathering. Join them alone in a browser:\n"
        f"  {links.join_link}\n"
        f"Watch it as the host:\n"
        f"  {links.host_link}\n"
        "Ctrl-C ends it; nothing is kept.\n"
    )


def _tell(measures: Report, *, as_json: bool) -> int:
    encoded = msgspec.json.encode(measures)
    if as_json:
        _say(msgspec.json.format(encoded, indent=2).decode() + "\n")
    else:
        _say(_summary(measures))
    return 1 if measures.violations else 0


def _summary(m: Report) -> str:
    lines = [
        f"{m.people} people, {m.rounds} rounds, {m.rooms} rooms",
        f"idle {m.idle} of {m.person_rounds} person-rounds; {m.unavoidable_idle} unavoidable",
        f"met again {m.repeats}; {m.avoidable_repeats} avoidable",
        f"rooms without a common language {m.language_failures}",
        f"wait p50 {m.wait_p50} s, p95 {m.wait_p95} s; alone at most {m.alone_seconds_max} s",
        f"stay in touch {m.mutual_keeps}; left early {m.early_leaves}; reconnects {m.reconnects}",
        f"broken rules {len(m.violations)}",
        *(f"  {violation}" for violation in m.violations[:20]),
    ]
    return "\n".join(lines) + "\n"


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
