"""The message reference of README.md, generated from the structs and the examples."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import inspect

from server.errors import TsunagariError
from server.protocol import examples
from server.protocol.typegen import first_sentence, spell, struct_type, structs


def reference() -> str:
    """Return Markdown: values, messages of both directions with an example each, error codes."""
    values = [cls for cls in structs() if cls.__struct_config__.tag is None]
    return "\n".join(
        [
            "### Client messages",
            "",
            *_messages(map(type, examples.client_examples()), examples.CLIENT),
            "### Server messages",
            "",
            *_messages(map(type, examples.server_examples()), examples.SERVER),
            "### Values",
            "",
            *(line for cls in values for line in _block(cls, "")),
            "### Error codes",
            "",
            "| code | HTTP | meaning |",
            "|---|---|---|",
            *sorted(_error_rows(TsunagariError)),
            "",
        ]
    )


def _messages(kinds: Iterable[type[msgspec.Struct]], texts: Iterable[str]) -> Iterable[str]:
    for cls, example in zip(kinds, texts, strict=True):
        yield from _block(cls, example)


def _block(cls: type[msgspec.Struct], example: str) -> Iterable[str]:
    info = struct_type(cls)
    title = f"`{info.tag}`" if info.tag else cls.__name__
    yield f"**{title}**: {first_sentence(cls)}"
    yield ""
    for field in info.fields:
        optional = "" if field.required else ", may be missing"
        yield f"- `{field.encode_name}`: {spell(field.type)}{_bounds(field.type)}{optional}"
    yield ""
    if example:
        yield from ("```json", example, "```", "")


def _bounds(info: inspect.Type) -> str:
    while isinstance(info, inspect.Metadata):
        info = info.type
    said = [
        f"{word} {value}"
        for word, name in (
            (">=", "ge"),
            ("<=", "le"),
            ("at least", "min_length"),
            ("at most", "max_length"),
        )
        if (value := getattr(info, name, None)) is not None
    ]
    return f" ({', '.join(said)})" if said else ""


def _error_rows(cls: type[TsunagariError]) -> Iterable[str]:
    yield f"| `{cls.code}` | {cls.status} | {first_sentence(cls)} |"
    for sub in cls.__subclasses__():
        yield from _error_rows(sub)
