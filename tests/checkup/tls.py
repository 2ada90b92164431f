"""A TLS proxy on loopback for a test, with a certificate of its own making."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CHUNK = 65_536


@dataclass(frozen=True)
class Certificate:
    """Where the certificate and its key lie."""

    certificate: Path
    key: Path


def make_certificate(folder: Path, days: int) -> Certificate:
    """Make one for localhost that holds so many days."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs openssl")
    made = Certificate(folder / f"{days}.crt", folder / f"{days}.key")
    options = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(made.key), "-out", str(made.certificate)]
    command = [program, "req", *options, "-days", str(days), *names, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    return made


@asynccontextmanager
async def proxy(certificate: Certificate, port: int, to: int) -> AsyncIterator[None]:
    """Take TLS on one port and hand it on to another until the block ends."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.certificate, certificate.key)

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", to)
        async with asyncio.TaskGroup() as group:
            group.create_task(_pour(reader, back))
            group.create_task(_pour(there, writer))

    server = await asyncio.start_server(pass_on, "127.0.0.1", port, ssl=context)
    async with server:
        yield


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()
