"""The wire: examples decode, refusals have codes, generated files are whole."""

from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import BadMessage, TooLarge, TsunagariError, UnknownMessage
from server.protocol import codec, examples
from server.protocol.client import ChatSay, ClientMessage, Hello, ProfileSet
from server.protocol.reference import reference
from server.protocol.server import SEAT_ONLY, STATE, Pong, Push, ServerMessage
from server.protocol.typegen import structs, typescript


def tags(union: object) -> set[str]:
    info = msgspec.inspect.type_info(union)
    assert isinstance(info, msgspec.inspect.UnionType)
    return {
        str(option.tag) for option in info.types if isinstance(option, msgspec.inspect.StructType)
    }


def test_every_client_message_has_an_example_that_decodes() -> None:
    assert {json.loads(text)["t"] for text in examples.CLIENT} == tags(ClientMessage)
    for text in examples.CLIENT:
        assert codec.decode(text.encode()) is not None


def test_every_server_message_has_an_example_that_survives_a_round_trip() -> None:
    assert {json.loads(text)["t"] for text in examples.SERVER} == tags(ServerMessage)
    for message in examples.server_examples():
        again = msgspec.json.decode(codec.encode(message), type=ServerMessage)
        assert again == message


def test_delivery_classes_name_pushes_only() -> None:
    assert set(STATE) | set(SEAT_ONLY) <= set(get_args(Push))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"{", BadMessage),
        (b"[]", BadMessage),
        (b"\xff\xfe", BadMessage),
        (b'{"id":1}', BadMessage),
        (b'{"t":"ping"}', BadMessage),
        (b'{"t":"nope","id":3}', UnknownMessage),
        (b'{"t":"ping","id":-1}', BadMessage),
        (b'{"t":"ping","id":"1"}', BadMessage),
        (b'{"t":"ping","id":1,"x":' + b"[" * 40_000, BadMessage),
        (b" " * (codec.MAX_FRAME_BYTES + 1), TooLarge),
        (b'{"t":"chat.say","id":1,"text":""}', BadMessage),
        (json.dumps({"t": "chat.say", "id": 1, "text": "a" * 2001}).encode(), BadMessage),
        (b'{"t":"person.report","id":1,"person":"p","category":"boring"}', BadMessage),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_code(
    data: bytes, error: type[TsunagariError]
) -> None:
    with pytest.raises(error):
        codec.decode(data)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    code = "decoded"
    try:
        codec.decode(data)
    except TsunagariError as refusal:
        code = refusal.code
    assert code in {"decoded", "bad_message", "unknown_message", "too_large"}
    assert isinstance(codec.request_id(data), int)


def test_the_id_of_a_refused_message_is_still_known() -> None:
    assert codec.request_id(b'{"t":"nope","id":7}') == 7
    assert codec.request_id(b"nonsense") == -1


def test_unknown_fields_are_ignored_and_bounds_hold() -> None:
    hello = codec.decode(b'{"t":"hello","id":1,"token":"x","later":{"a":[1]}}')
    assert isinstance(hello, Hello)
    profile = {"name": "Linh", "languages": [{"code": "vi", "level": 5}]}
    with pytest.raises(BadMessage):
        codec.decode(json.dumps({"t": "profile.set", "id": 1, "profile": profile}).encode())
    profile["languages"] = [{"code": "vi", "level": 4}]
    good = codec.decode(json.dumps({"t": "profile.set", "id": 1, "profile": profile}).encode())
    assert isinstance(good, ProfileSet)
    assert good.profile.languages[0].level == 4


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")])
def test_a_frame_is_refused_from_one_depth_on_whatever_python_would_bear(
    open_: str, close: str
) -> None:
    def nested(depth: int) -> str:
        inner = depth - 1  # the message itself is the first
        return '{"t":"ping","id":5,"a":' + open_ * inner + "1" + close * inner + "}"

    assert codec.decode(nested(codec.MAX_DEPTH)) is not None
    with pytest.raises(BadMessage, match="deep"):
        codec.decode(nested(codec.MAX_DEPTH + 1))


def test_brackets_that_people_write_are_no_depth() -> None:
    text = '[[{"' * 200 + "\\"
    message = msgspec.json.encode({"t": "chat.say", "id": 5, "text": text})
    said = codec.decode(message)
    assert isinstance(said, ChatSay)
    assert said.text == text
    flat = {"t": "ping", "id": 5, "a": [[]] * 500}
    assert codec.decode(msgspec.json.encode(flat)) is not None


def test_a_frame_is_numbered_only_if_it_can_be_replayed() -> None:
    pong = codec.encode(Pong(re=1, sent=1.0, at=2.0))
    assert json.loads(codec.frame([pong, pong], 12)) == {"n": 12, "m": [json.loads(pong)] * 2}
    assert "n" not in json.loads(codec.frame([pong]))


def test_types_and_reference_name_every_struct() -> None:
    text, page = typescript(), reference()
    for cls in structs():
        assert f"export interface {cls.__name__} {{" in text
    for tag in tags(ClientMessage) | tags(ServerMessage):
        assert f'  t: "{tag}";' in text
        assert f"`{tag}`" in page
    for code in ("not_authenticated", "stale_room", "unavailable"):
        assert f"`{code}`" in page
