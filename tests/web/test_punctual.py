"""Half a request is cut in time, and one address cannot take all connections."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from server.web.punctual import Patience, punctual
from server.web.serving import DrainingServer, listen, serving

WHOLE = b"POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nhi"


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body())


async def nobody() -> None:
    return


@contextlib.asynccontextmanager
async def served(patience: Patience) -> AsyncIterator[int]:
    app = Starlette(routes=[Route("/echo", echo, methods=["POST"])])
    config = uvicorn.Config(app, lifespan="off", log_config=None, http=punctual(patience))
    async with serving(DrainingServer(config, nobody), listen("127.0.0.1", 0)) as port:
        yield port


@pytest.mark.parametrize(
    ("half", "told"),
    [
        (b"", b"408"),
        (b"\r\n\r\n", b"408"),
        (b"GET /ec", b"408"),
        (b"GET /echo HTTP/1.1\r\nhost: x\r\nx-slow: ", b"408"),
        (b"POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhal", b""),
    ],
)
async def test_half_a_request_is_cut(half: bytes, told: bytes) -> None:
    async with served(Patience(seconds=0.05)) as port, asyncio.timeout(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(half)
        with contextlib.suppress(ConnectionResetError):
            answer = await reader.read()
            assert told in answer
        writer.close()


async def test_half_a_second_request_is_cut_and_the_first_was_answered() -> None:
    async with served(Patience(seconds=0.05)) as port, asyncio.timeout(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(WHOLE)
        assert b"hi" in await reader.readuntil(b"hi")
        writer.write(b"GET /")
        assert (await reader.read()).startswith(b"HTTP/1.1 408")
        writer.close()


async def test_one_address_has_so_many_connections_and_gets_them_back() -> None:
    patience = Patience(most=2)
    async with served(patience) as port, asyncio.timeout(5):
        first = await asyncio.open_connection("127.0.0.1", port)
        second = await asyncio.open_connection("127.0.0.1", port)
        third = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(ConnectionResetError):
            assert await third[0].read() == b""
        for reader, writer in (first, second):
            writer.write(WHOLE)
            assert b"200 OK" in await reader.readuntil(b"hi")
            writer.write_eof()
            assert await reader.read() == b""
            writer.close()
        fourth = await asyncio.open_connection("127.0.0.1", port)
        fourth[1].write(WHOLE)
        assert b"200 OK" in await fourth[0].readuntil(b"hi")
        fourth[1].close()
        third[1].close()
    assert not +patience.open


async def test_a_trusted_proxy_is_not_counted() -> None:
    patience = Patience(most=0, uncounted=("127.0.0.1",))
    async with served(patience) as port, asyncio.timeout(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(WHOLE)
        assert b"200 OK" in await reader.readuntil(b"hi")
        writer.close()
