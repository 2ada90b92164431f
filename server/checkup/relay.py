"""Relay: whether each TURN server takes our credentials, only ours, and guards what is near it."""

from __future__ import annotations

import asyncio
import re
import socket
from dataclasses import dataclass, replace
from typing import cast

from aioice import stun
from aioice.turn import TurnTransport, create_turn_endpoint
from typing_extensions import override

from server.checkup.finding import Finding
from server.config import Settings
from server.services.ice import IceServers

SECONDS = 8.0
REFUSAL_SECONDS = 2.0
URL = re.compile(r"(turns?):(?:\[([^\]]+)\]|([^:?\[\]\s]+))(?::(\d+))?(?:\?transport=(udp|tcp))?")
PORTS = {"turn": 3478, "turns": 5349}
FORBIDDEN = 403
NEAR = ("127.0.0.1", 9)
"""The relay's own machine: nobody may be sent there."""
NO_RELAY = (
    "Add one (docker compose --profile turn up -d) and name it in TSUNAGARI_TURN_URLS and "
    "TSUNAGARI_TURN_SECRET: some people cannot be reached otherwise."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A way to a relay, and what to say there."""

    host: str
    port: int
    tls: bool
    transport: str
    name: str = ""
    password: str = ""


class _Ear(asyncio.DatagramProtocol):
    """Hears what becomes of something that was sent through a relay."""

    def __init__(self) -> None:
        self.refused: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()

    @override
    def error_received(self, exc: Exception) -> None:
        if not self.refused.done():
            self.refused.set_result(exc)


async def relays(settings: Settings, now: float) -> list[Finding]:
    """Look at every TURN server of the settings."""
    minted = [each for each in IceServers(settings).mint("checkup", now) if each.username]
    if not minted:
        return [Finding("relay", "open", "none: strict networks let nobody through", NO_RELAY)]
    name, password = minted[0].username or "", minted[0].credential or ""
    lines = [(url, line_of(url, name, password)) for url in settings.turn_urls]
    return list(await asyncio.gather(*(_look(url, line) for url, line in lines)))


def line_of(url: str, name: str = "", password: str = "") -> Line | None:
    """Read a URL as RFC 7065 has it; None if it cannot be read."""
    found = URL.fullmatch(url)
    if found is None:
        return None
    scheme, six, host, port, transport = found.groups()
    usual = "tcp" if scheme == "turns" else "udp"
    number = int(port) if port else PORTS[scheme]
    return Line(six or host, number, scheme == "turns", transport or usual, name, password)


async def _look(url: str, line: Line | None) -> Finding:
    about = f"relay {url}"
    if line is None:
        return Finding(about, "bad", "is no address", "For example turn:turn.example.ac.jp:3478.")
    if line.tls and line.transport == "udp":
        return Finding(about, "open", "TURN over DTLS cannot be looked at from here")
    try:
        async with asyncio.timeout(SECONDS):
            relayed, guarded = await _through(line)
    except stun.TransactionFailed as error:
        advice = "Give both the same secret (static-auth-secret) and the right time."
        return Finding(about, "bad", f"refuses our credentials: {error}", advice)
    except (OSError, TimeoutError, stun.TransactionError) as error:
        advice = f"Open {line.transport.upper()} port {line.port}, and look whether it runs."
        return Finding(about, "bad", f"does not answer: {str(error) or 'nothing came'}", advice)
    return await _safe(about, line, relayed, guarded=guarded)


async def _safe(about: str, line: Line, relayed: str, *, guarded: bool) -> Finding:
    if not guarded:
        advice = "Deny the relay's own networks (denied-peer-ip, see docker-compose.yml)."
        return Finding(about, "bad", "hands packets to its own machine", advice)
    if await _takes_anybody(line):
        return Finding(about, "bad", "takes wrong credentials", "Switch on use-auth-secret.")
    return Finding(about, "good", f"relays from {relayed}, and guards its own networks")


async def _through(line: Line) -> tuple[str, bool]:
    """Return the relay's address, and whether it refuses what is meant for its own machine."""
    transport, ear = await _open(line)
    host = cast("tuple[str, int]", transport.get_extra_info("sockname"))[0]
    transport.sendto(b"", NEAR)
    try:
        async with asyncio.timeout(REFUSAL_SECONDS):
            return host, _code(await ear.refused) == FORBIDDEN
    except TimeoutError:
        return host, False
    finally:
        transport.close()


async def _takes_anybody(line: Line) -> bool:
    try:
        async with asyncio.timeout(SECONDS):
            transport, _ = await _open(replace(line, password="not" + line.password))
    except (OSError, TimeoutError, stun.TransactionError):
        return False
    transport.close()
    return True


async def _open(line: Line) -> tuple[TurnTransport, _Ear]:
    # By name where a certificate is to be compared with it, else by address.
    place = line.host if line.tls else await _address(line)
    return await create_turn_endpoint(
        _Ear,
        (place, line.port),
        line.name,
        line.password,
        ssl=line.tls or None,
        transport=line.transport,
    )


async def _address(line: Line) -> str:
    loop, kind = asyncio.get_running_loop(), socket.SOCK_STREAM
    found = await loop.getaddrinfo(line.host, line.port, type=kind)
    return str(found[0][4][0])


def _code(error: Exception) -> int:
    if not isinstance(error, stun.TransactionFailed):
        return 0
    return int(error.response.attributes.get("ERROR-CODE", (0, ""))[0])
