"""Drafts: what somebody asks for when they make an event, checked field by field.

Rule: every way in (form, command line, HTTP) ends here, so that all of them know the same limits
and name the same field when something is wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import msgspec.inspect

from server import late
from server.domain.mixer import total_seconds
from server.errors import BadPlan
from server.protocol.parts import Plan, RuleChoices

TITLE_LETTERS = 120
NOTE_LETTERS = 2000
LONGEST_SECONDS = 12 * 3600
YEARS_AHEAD_SECONDS = 2 * 365 * 86400
LATE_SECONDS = 86400
"""An event may be entered after it began, but not on another day."""
PAIR = 2
GROUP_ROUND_SECONDS = 720.0
"""A group needs longer than two do (M14)."""
FIELDS = frozenset({"title", "plan", "starts_at", "zone", "note", "practice"})


class FieldError(BadPlan):
    """One field is wrong; `field` and `reason` say which and how."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An event that is wanted. Times are UTC epoch seconds; an empty zone means the town's."""

    title: str
    plan: Plan = Plan()
    starts_at: float | None = None
    zone: str = ""
    note: str = ""
    practice: bool = False


def draft_of(values: Mapping[str, object], now: float, zone: str) -> Draft:
    """Read and check a draft from plain values; texts may stand for numbers. Raises FieldError.

    `starts_at` is ISO-8601, in `zone` (the draft's own, else the given one) if it names none.
    Settings of the mixer stand in `plan` or beside the title.
    """
    beside = {name: value for name, value in values.items() if name not in FIELDS}
    own_zone = _zone(values.get("zone") or zone)
    plan = values.get("plan") or {}
    if not isinstance(plan, Mapping):
        raise FieldError("plan", "must be an object")
    practice = values.get("practice", False)
    if not isinstance(practice, bool):
        raise FieldError("practice", "must be true or false")
    draft = Draft(
        title=_text("title", values.get("title"), TITLE_LETTERS, several_lines=False),
        plan=plan_of({**plan, **beside}),
        starts_at=_moment(values.get("starts_at"), own_zone),
        zone=own_zone,
        note=_text("note", values.get("note"), NOTE_LETTERS, several_lines=True),
        practice=practice,
    )
    check(draft, now)
    return draft


def plan_of(values: Mapping[str, object]) -> Plan:
    """Read and check the settings of a mixer; texts may stand for numbers. Raises FieldError."""
    fields = {field.name: field for field in msgspec.structs.fields(Plan)}
    chosen: dict[str, Any] = {}
    for name, value in values.items():
        if name not in fields:
            raise FieldError(str(name)[:40], "is not known here")
        if name == "rules":
            chosen[name] = _rules(value)
            continue
        try:
            chosen[name] = msgspec.convert(value, fields[name].type, strict=False)
        except msgspec.ValidationError:
            raise FieldError(name, _wanted(fields[name].type)) from None
    if chosen.get("room_size", PAIR) > PAIR:
        chosen.setdefault("round_seconds", GROUP_ROUND_SECONDS)
    plan = Plan(**chosen)
    if plan.must_have and plan.room_size == PAIR:
        raise FieldError("must_have", "is for groups: room_size must be 3 to 6")
    if plan.sides and plan.room_size != PAIR:
        raise FieldError("sides", "shape the rooms by themselves: leave room_size at 2")
    if plan.must_have or plan.sides:
        _check_rules(plan)
    return plan


def _check_rules(plan: Plan) -> None:
    # Here and not above: the matcher is not needed to start.
    with late.ONE_AT_A_TIME:
        from server.domain.ruling import BadRuling, rules_of

    try:
        rules_of(plan)
    except BadRuling as wrong:
        raise FieldError(wrong.field, wrong.reason) from None


def _rules(value: object) -> RuleChoices:
    """Read rule choices; a name that is not known is refused, since it would change nothing."""
    if isinstance(value, RuleChoices):
        return value
    known = RuleChoices.__struct_fields__
    for name in value if isinstance(value, Mapping) else ():
        if name not in known:
            raise FieldError(f"rules.{str(name)[:40]}", "is not known here")
    try:
        return msgspec.convert(value, RuleChoices)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        raise FieldError(f"rules{path.rstrip('`')[:60]}", reason) from None


def check(draft: Draft, now: float) -> None:
    """Refuse what can be written but not meant. Raises FieldError."""
    if not draft.title:
        raise FieldError("title", "must not be empty")
    if draft.zone:
        _zone(draft.zone)
    if draft.starts_at is not None:
        if draft.starts_at < now - LATE_SECONDS:
            raise FieldError("starts_at", "has passed")
        if draft.starts_at > now + YEARS_AHEAD_SECONDS:
            raise FieldError("starts_at", "is more than two years away")
    elif draft.plan.auto_start:
        raise FieldError("auto_start", "needs starts_at")
    if draft.plan.rules != RuleChoices():
        _check_rules(draft.plan)
    if total_seconds(draft.plan) > LONGEST_SECONDS:
        raise FieldError("plan", "all rounds and breaks together are longer than 12 hours")


def tidy(text: str, *, several_lines: bool = False) -> str:
    """Return a text without what cannot be seen or turns the text around it.

    Joiners stay (Persian, Indic scripts and emoji need them); spaces become single ones.
    """
    normal = unicodedata.normalize("NFC", text)
    kept = "".join(
        sign
        for sign in normal
        if sign in "\n\u200c\u200d"
        or unicodedata.category(sign) not in {"Cc", "Cf", "Cn", "Co", "Cs"}
    )
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    return "\n".join(lines).strip() if several_lines else " ".join(" ".join(lines).split())


def _text(field: str, value: object, most: int, *, several_lines: bool) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FieldError(field, "must be a text")
    if len(value) > 4 * most:
        raise FieldError(field, f"is longer than {most} letters")
    text = tidy(value.replace("\r\n", "\n"), several_lines=several_lines)
    if len(text) > most:
        raise FieldError(field, f"is longer than {most} letters")
    return text


def _zone(value: object) -> str:
    try:
        return ZoneInfo(value if isinstance(value, str) else "").key
    except (KeyError, ValueError, OSError):
        raise FieldError("zone", "is not a time zone such as Asia/Tokyo") from None


def _moment(value: object, zone: str) -> float | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=ZoneInfo(zone))
            return moment.timestamp()
        except (ValueError, OverflowError):
            pass
    raise FieldError("starts_at", "must be a time such as 2026-11-28T21:00+09:00")


def _wanted(kind: object) -> str:
    match msgspec.inspect.type_info(kind):
        case msgspec.inspect.IntType(ge=low, le=high):
            return f"must be a whole number from {low} to {high}"
        case msgspec.inspect.FloatType(ge=low, le=high):
            return f"must be a number from {low:g} to {high:g}"
        case msgspec.inspect.LiteralType(values=values):
            return f"must be {' or '.join(map(str, values))}"
        case _:
            return "must be true or false"
