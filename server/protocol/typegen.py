"""The browser's types, generated from the messages so that the two cannot drift.

`typescript()` gives the text of static/app/protocol.d.ts; `python3 -m tests generate` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect

from server.protocol import parts
from server.protocol.client import ClientMessage
from server.protocol.server import ServerMessage

NAMED = (
    "Role",
    "AgeBand",
    "Mode",
    "Phase",
    "PersonState",
    "MediaState",
    "Seat",
    "RoomKind",
    "BenchReason",
    "ReportCategory",
)
"""Closed sets of words that browsers name, too."""

_HEAD = """\
// Generated from server/protocol by `python3 -m tests generate`. Do not edit.
"""


def structs() -> list[type[msgspec.Struct]]:
    """Return every struct of the wire, values before messages, in the order of their first use."""
    found: dict[type[msgspec.Struct], None] = {}
    for info in inspect.multi_type_info([ClientMessage, ServerMessage]):
        for struct in _walk(info, set()):
            found.setdefault(struct.cls)
    return sorted(found, key=lambda cls: cls.__struct_config__.tag is not None)


def typescript() -> str:
    """Return the declarations: one interface a struct, a union a direction."""
    literals = [
        f"export type {name} = {spell(inspect.type_info(getattr(parts, name)))};" for name in NAMED
    ]
    interfaces = [_interface(cls) for cls in structs()]
    unions = [_union("ClientMessage", ClientMessage), _union("ServerMessage", ServerMessage)]
    return "\n".join([_HEAD, *literals, "", *interfaces, *unions])


def _walk(info: inspect.Type, seen: set[type]) -> Iterator[inspect.StructType]:
    match info:
        case inspect.StructType():
            if info.cls in seen:
                return
            seen.add(info.cls)
            for field in info.fields:
                yield from _walk(field.type, seen)
            yield info
        case inspect.UnionType():
            for option in info.types:
                yield from _walk(option, seen)
        case inspect.ListType():
            yield from _walk(info.item_type, seen)
        case inspect.DictType():
            yield from _walk(info.value_type, seen)
        case inspect.Metadata():
            yield from _walk(info.type, seen)
        case _:
            return


def _interface(cls: type[msgspec.Struct]) -> str:
    info = struct_type(cls)
    lines = [f"/** {first_sentence(cls)} */", f"export interface {cls.__name__} {{"]
    if info.tag is not None:
        lines.append(f"  t: {_literal(info.tag)};")
    for field in info.fields:
        mark = "" if field.required else "?"
        lines.append(f"  {field.encode_name}{mark}: {spell(field.type)};")
    return "\n".join([*lines, "}", ""])


def _union(name: str, union: Any) -> str:  # noqa: ANN401 - a typing.Union has no static type
    options = getattr(inspect.type_info(union), "types", ())
    names = [option.cls.__name__ for option in options]
    return f"export type {name} =\n" + "\n".join(f"  | {each}" for each in names) + ";\n"


def struct_type(cls: type[msgspec.Struct]) -> inspect.StructType:
    """Return what msgspec knows of a struct."""
    info = inspect.type_info(cls)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{cls} is no struct")
    return info


def first_sentence(cls: type) -> str:
    """Return the first sentence of a struct's docstring."""
    return (cls.__doc__ or "").strip().split("\n")[0]


def _literal(value: str | int | None) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def spell(info: inspect.Type) -> str:  # noqa: PLR0911, C901 - one line a kind
    """Return the TypeScript spelling of a type."""
    match info:
        case inspect.Metadata():
            return spell(info.type)
        case inspect.StructType():
            return info.cls.__name__
        case inspect.UnionType():
            return " | ".join(spell(option) for option in info.types)
        case inspect.ListType():
            item = spell(info.item_type)
            return f"({item})[]" if "|" in item else f"{item}[]"
        case inspect.DictType():
            return f"Record<string, {spell(info.value_type)}>"
        case inspect.LiteralType():
            return " | ".join(_literal(value) for value in info.values)
        case inspect.IntType() | inspect.FloatType():
            return "number"
        case inspect.BoolType():
            return "boolean"
        case inspect.NoneType():
            return "null"
        case inspect.StrType():
            return "string"
        case _:
            raise TypeError(f"no TypeScript spelling for {info}")
