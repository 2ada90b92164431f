"""A plan as a file: all that went into each round and all that came out, so that anybody can redo it.

One rule: what stands in the file is enough; the same rules, people, history and seed give the same
plan (M31). Ids are the only names in it. Values stand as the dataclasses of this package have them;
a table keyed by two things (`met`, a role table) stands as rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from matching.errors import MatchingError
from matching.rules import Rules
from matching.types import Bench, Candidate, History, PlannedRoom, RoundPlan

FORMAT = "tsunagari-plan"
VERSION = 1
PEOPLE = frozenset({"candidates", "present"})
"""Fields with most of a file in them, and no table keyed by pairs: encoded as they are."""

_encoder = msgspec.json.Encoder(order="deterministic")


class BadPlanFile(MatchingError):
    """The file is no plan, or one of another version; the message says where it goes wrong."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sat where in the end: the plan, repaired for those who came and went before the bell."""

    rooms: tuple[PlannedRoom, ...]
    bench: tuple[Bench, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One round: what the planner was handed, what it answered, and what became of it.

    `at` is UTC epoch seconds of the start (0: unknown). `present` are those who were seated, as
    they were at the bell; empty means that the plan was never played.
    """

    round: int
    candidates: tuple[Candidate, ...]
    history: History
    rules: Rules
    seed: int
    rounds_left: int
    plan: RoundPlan | None = None
    at: float = 0.0
    present: tuple[Candidate, ...] = ()
    seated: Seated | None = None


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The rounds of an evening, in order."""

    rounds: tuple[Case, ...]
    title: str = ""
    format: str = FORMAT
    version: int = field(default=VERSION)


def write(plan: PlanFile) -> bytes:
    """Return the file's text: JSON, the same bytes for the same plan."""
    rounds = [
        {name: value if name in PEOPLE else _plain(value) for name, value in _fields_of(case)}
        for case in plan.rounds
    ]
    return (
        msgspec.json.format(_encoder.encode(dict(_fields_of(plan)) | {"rounds": rounds}), indent=1)
        + b"\n"
    )


def _fields_of(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a dataclass
    return ((each.name, getattr(value, each.name)) for each in fields(value))


def read(text: bytes) -> PlanFile:
    """Return the plan that a file holds. Raises BadPlanFile."""
    try:
        plain = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as wrong:
        raise BadPlanFile(f"not JSON: {wrong}") from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise BadPlanFile(f'not a plan: "format" must be "{FORMAT}"')
    if plain.get("version") != VERSION:
        raise BadPlanFile(f"version {plain.get('version')}: this reader knows {VERSION}")
    try:
        return msgspec.convert(_tables_from_rows(plain, PlanFile), PlanFile)
    except (msgspec.ValidationError, TypeError, ValueError) as wrong:
        raise BadPlanFile(str(wrong)) from None


def _plain(value: Any) -> Any:  # noqa: ANN401 - values of any depth
    """Values as JSON has them; sets in order, tables keyed by pairs as rows with the value last."""
    if is_dataclass(value):
        return {name: _plain(each) for name, each in _fields_of(value)}
    if isinstance(value, Mapping):
        if any(isinstance(key, frozenset) for key in value):
            rows = [[*sorted(key), _plain(each)] for key, each in value.items()]
            return sorted(rows, key=lambda row: row[:-1])
        return {str(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _tables_from_rows(value: Any, kind: Any) -> Any:  # noqa: ANN401 - plain values of any depth
    """The way back, led by the types of the dataclasses."""
    for option in _options(kind):
        if is_dataclass(option) and isinstance(value, dict):
            hints = get_type_hints(option)
            known = {each.name for each in fields(option)}
            return {
                name: _tables_from_rows(each, hints[name]) if name in known else each
                for name, each in value.items()
            }
        if _keyed_by_pairs(option) and isinstance(value, list):
            return {frozenset(row[:-1]): row[-1] for row in value if isinstance(row, list) and row}
        if get_origin(option) is tuple and isinstance(value, list):
            return [_tables_from_rows(each, get_args(option)[0]) for each in value]
    return value


def _options(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type hint
    args = get_args(kind)
    return (kind,) if get_origin(kind) in {tuple, frozenset, None} or _is_table(kind) else args


def _is_table(kind: Any) -> bool:  # noqa: ANN401 - a type hint
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _keyed_by_pairs(kind: Any) -> bool:  # noqa: ANN401 - a type hint
    return _is_table(kind) and get_origin(get_args(kind)[0]) is frozenset
