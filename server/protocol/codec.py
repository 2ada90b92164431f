"""Bytes to messages and back.

A client frame is one message. A server frame is `{"n": 12, "m": [message, …]}`: `n` counts the
frames of a session that can be replayed, and is missing on those that cannot (pong, bye).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from server.errors import BadMessage, TooLarge, UnknownMessage
from server.protocol.client import ClientMessage
from server.protocol.server import ServerMessage

MAX_FRAME_BYTES = 64 * 1024
MAX_DEPTH = 64
"""Lists and objects within each other; how deep a parser of its own accord goes differs by Python."""

_decoder: msgspec.json.Decoder[ClientMessage] = msgspec.json.Decoder(ClientMessage)
_encoder = msgspec.json.Encoder()


class _Stub(msgspec.Struct):
    """As much of a message as is needed to refuse it by name."""

    t: str = ""
    id: int = -1


_stub = msgspec.json.Decoder(_Stub)


def decode(data: bytes | str) -> ClientMessage:
    """Decode and validate one client frame.

    Raises TooLarge, UnknownMessage or BadMessage; never anything else.
    """
    if len(data) > MAX_FRAME_BYTES:
        raise TooLarge("frame")
    if _too_deep(data if isinstance(data, str) else data.decode(errors="replace")):
        raise BadMessage("nested too deeply")
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as error:
        if "Invalid value" in str(error) and str(error).endswith("`$.t`"):
            raise UnknownMessage(str(error)) from None
        raise BadMessage(str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage(str(error)) from None


def _too_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth, quoted, escaped = 0, False, False
    for sign in text:
        if quoted:
            quoted, escaped = escaped or sign != '"', not escaped and sign == "\\"
        elif sign in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif sign in "]}":
            depth -= 1
        else:
            quoted = sign == '"'
    return False


def request_id(data: bytes | str) -> int:
    """Return the id of a frame that was refused, or -1 if it has none that can be read."""
    try:
        return _stub.decode(data).id
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return -1


def encode(message: ServerMessage) -> bytes:
    """Encode one server message; for a broadcast this is done once."""
    return _encoder.encode(message)


def frame(encoded: Sequence[bytes], n: int = 0) -> bytes:
    """Join encoded messages to one frame; `n` = 0 makes a frame that is never replayed."""
    head = b'{"n":%d,"m":[' % n if n else b'{"m":['
    return head + b",".join(encoded) + b"]}"
