"""Address: whether the server answers, and whether browsers will give it their cameras."""

from __future__ import annotations

import asyncio
import socket
import ssl
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from server.checkup.finding import Finding
from server.config import Settings

SECONDS = 8.0
SOON_DAYS = 14
DAY = 86_400
HTTPS = 443
SECURE = (
    "Put a proxy with HTTPS in front and name its address in TSUNAGARI_PUBLIC_URL "
    "(docker-compose.yml brings Caddy)."
)
SOCKET = "Have the proxy pass on WebSockets (Upgrade and Connection headers) for /ws."


async def running(settings: Settings) -> Finding:
    """Ask the server on this machine how it is."""
    host = "127.0.0.1" if settings.loopback or settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104
    host = f"[{host}]" if ":" in host else host
    where = f"http://{host}:{settings.port}"
    said = await _health(where)
    if said == "":
        return Finding("server", "good", f"answers at {where}")
    return Finding("server", "bad", f"does not answer at {where}: {said}", "python3 -m server")


async def public(settings: Settings, now: float) -> list[Finding]:
    """Come to the server as people do: name, certificate, answer, WebSocket."""
    if not settings.public_url:
        return [_private(settings)]
    parts = urlsplit(settings.public_url)
    host, port = parts.hostname or "", parts.port or HTTPS
    if parts.scheme != "https":
        return [Finding("https", "bad", f"{settings.public_url} is no secure address", SECURE)]
    named = await _name(host, port)
    if named.state == "bad":
        return [named]
    found = [named, await _certificate(host, port, now)]
    if found[-1].state == "bad":
        return found
    said = await _health(settings.public_url)
    if said:
        advice = f"Have the proxy hand {host} on to port {settings.port}."
        return [*found, Finding("proxy", "bad", f"{settings.public_url}/health: {said}", advice)]
    found.append(Finding("proxy", "good", f"{settings.public_url} leads to this server"))
    return [*found, await _socket(settings.public_url)]


def _private(settings: Settings) -> Finding:
    if settings.loopback:
        return Finding("https", "open", "only browsers on this machine can come", SECURE)
    said = "browsers give cameras only to secure pages"
    return Finding("https", "bad", said, SECURE)


async def _name(host: str, port: int) -> Finding:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        said = f"{host} is not known ({error.strerror or error})"
        return Finding("name", "bad", said, f"Enter {host} in the DNS with this machine's address.")
    addresses = sorted({str(each[4][0]) for each in found})
    return Finding("name", "good", f"{host} is {', '.join(addresses)}")


async def _certificate(host: str, port: int, now: float) -> Finding:
    advice = "Let the proxy fetch a certificate; port 80 and 443 have to be open to the internet."
    try:
        async with asyncio.timeout(SECONDS):
            _, writer = await asyncio.open_connection(host, port, ssl=ssl.create_default_context())
    except (OSError, TimeoutError) as error:  # an SSLError is an OSError
        why = getattr(error, "verify_message", "") or getattr(error, "strerror", "") or error
        return Finding("certificate", "bad", f"{host}:{port}: {why or 'no answer'}", advice)
    held = writer.get_extra_info("peercert")
    writer.close()
    days = int((ssl.cert_time_to_seconds(held["notAfter"]) - now) // DAY)
    if days < SOON_DAYS:
        return Finding("certificate", "bad", f"holds only {days} days more", "Renew it.")
    return Finding("certificate", "good", f"holds {days} days more")


async def _health(where: str) -> str:
    """Return an empty text, or what is wrong."""
    try:
        async with httpx.AsyncClient(
            timeout=SECONDS, trust_env=False, verify=ssl.create_default_context()
        ) as http:
            answer = await http.get(f"{where}/health")
    except httpx.HTTPError as error:
        return str(error) or type(error).__name__
    return "" if answer.status_code == httpx.codes.OK else f"status {answer.status_code}"


async def _socket(public_url: str) -> Finding:
    address = f"wss{public_url.removeprefix('https')}/ws"
    try:
        async with asyncio.timeout(SECONDS), connect(address, origin=Origin(public_url)):
            return Finding("websocket", "good", "opens")
    except (OSError, TimeoutError, WebSocketException) as error:
        return Finding("websocket", "bad", f"does not open: {str(error) or 'no answer'}", SOCKET)
