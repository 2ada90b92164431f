"""The form for a new event: its presets, its first values, and what was sent as a draft.

Rule: a title is enough; everything else has a value that works.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from server.domain.mixer import total_seconds
from server.protocol.parts import Plan, RuleChoices
from server.services.drafts import TITLE_LETTERS, Draft, FieldError, draft_of
from server.web.wording import Words, local

ROUNDS_MOST = 12
MINUTES_MOST = 30
ZONES = (
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/Toronto",
    "America/New_York",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "UTC",
    "Europe/London",
    "Africa/Lagos",
    "Europe/Berlin",
    "Europe/Paris",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Samarkand",
    "Asia/Kolkata",
    "Asia/Colombo",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Ho_Chi_Minh",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Asia/Manila",
    "Asia/Singapore",
    "Asia/Ulaanbaatar",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Sydney",
    "Pacific/Auckland",
)
WEIGHTS = tuple(
    name for name in RuleChoices.__struct_fields__ if name not in ("meets", "liked", "fallback")
)
"""What makes a good pair; how much each counts is one of a few words."""
USUAL = "normal"
FIELD_WORDS = {
    "title": "title",
    "starts_at": "date",
    "zone": "zone",
    "rounds": "rounds",
    "round_seconds": "minutes",
    "sides": "sides",
}
"""Field of a draft: field of the form; all others are said beside the settings."""


SIDES: Mapping[str, list[list[str]]] = {
    "none": [],
    "future": [["prospective", "student"], ["alumni", "staff"]],
    "town": [["townsperson"], ["student", "alumni"]],
    "work": [["recruiter"], ["student", "alumni"]],
}
"""Who meets whom across (M9), as a host would say it; any other two sides by the other ways in."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A kind of evening, with the picture of it."""

    id: str
    rounds: int
    minutes: int
    purpose: str
    skies: tuple[int, ...]
    progress: float

    @property
    def total(self) -> int:
        """Length in minutes."""
        plan = Plan(rounds=self.rounds, round_seconds=self.minutes * 60)
        return round(total_seconds(plan) / 60)


PRESETS = (
    Preset("alumni", 5, 6, "explore", (18, 9), 0.8),
    Preset("buddy", 4, 8, "explore", (12, 15, 21), 0.7),
    Preset("reunion", 4, 10, "reunite", (21, 21), 0.9),
    Preset("quick", 3, 4, "explore", (12, 6), 0.5),
)


@dataclass(frozen=True, slots=True)
class EventForm:
    """What stands in the fields, and what is wrong with it."""

    values: Mapping[str, object]
    errors: Mapping[str, str] = field(default_factory=dict)


def first_form(now: float, zone: str) -> EventForm:
    """Return the form as it is offered."""
    preset = PRESETS[0]
    return EventForm(
        {
            "preset": preset.id,
            "title": "",
            "note": "",
            "when": "now",
            "date": "",
            "time": f"{local(now, zone).hour:02}:00",
            "zone": zone,
            "rounds": preset.rounds,
            "minutes": preset.minutes,
            "rest_after": Plan().rest_after,
            "purpose": preset.purpose,
            "room_size": "2",
            "sides": "none",
            "trios": True,
            "auto_start": False,
            **dict.fromkeys(WEIGHTS, USUAL),
        }
    )


def read_form(sent: Mapping[str, str], now: float, zone: str) -> tuple[EventForm, Draft | None]:
    """Return the form as it was sent, and the draft if nothing is wrong with it."""
    # The numbers stand under "more settings": left as they came, those of the preset count.
    first = first_form(now, zone).values
    names = (
        "preset",
        "title",
        "note",
        "when",
        "date",
        "time",
        "zone",
        "rounds",
        "minutes",
        "rest_after",
        "purpose",
        "room_size",
        "sides",
        *WEIGHTS,
    )
    values: dict[str, object] = {name: sent.get(name, str(first[name])) for name in names}
    values |= {name: sent.get(name) == "1" for name in ("trios", "auto_start")}
    preset = next((each for each in PRESETS if each.id == sent.get("preset")), PRESETS[0])
    if (values["rounds"], values["minutes"]) == (str(first["rounds"]), str(first["minutes"])):
        values |= {"rounds": preset.rounds, "minutes": preset.minutes}
        if sent.get("purpose", first["purpose"]) == first["purpose"]:
            values["purpose"] = preset.purpose
    errors: dict[str, str] = {}
    later = values["when"] == "later"
    if later and not (values["date"] and values["time"]):
        errors["date"] = "date"
    rounds = _whole("rounds", values["rounds"], ROUNDS_MOST, errors)
    rest_after = _whole("rest_after", values["rest_after"], ROUNDS_MOST, errors)
    minutes = _number("minutes", values["minutes"], MINUTES_MOST, errors)
    if errors:
        _check_title(values, errors)
        return EventForm(values, errors), None
    wanted = {
        "title": values["title"],
        "note": values["note"],
        "zone": values["zone"],
        "starts_at": f"{values['date']}T{values['time']}" if later else None,
        "plan": {
            "rounds": rounds,
            "round_seconds": minutes * 60,
            "rest_after": rest_after,
            "purpose": values["purpose"],
            "room_size": values["room_size"],
            "sides": SIDES.get(str(values["sides"]), [[values["sides"]]]),
            "trios": values["trios"],
            "auto_start": values["auto_start"] and later,
            "rules": {each: values[each] for each in WEIGHTS if values[each] != USUAL},
        },
    }
    try:
        return EventForm(values), draft_of(wanted, now, zone)
    except FieldError as error:
        return EventForm(values, _told(error)), None


def zones_for(words: Words, chosen: str) -> list[tuple[str, str]]:
    """Return the zones to choose from, each with its city in the page's language."""
    zones = ZONES if chosen in ZONES else (*ZONES, chosen)
    return [(zone, words.city_of(zone)) for zone in zones]


def today(now: float, zone: str) -> str:
    """Return the day in a zone, as forms write it."""
    return datetime.fromtimestamp(now, ZoneInfo(zone)).date().isoformat()


def _told(error: FieldError) -> dict[str, str]:
    if error.field.startswith("rules"):
        return {"rules": "rules"}
    name = FIELD_WORDS.get(error.field, "note" if error.field == "note" else "plan")
    if error.field == "title" and "longer" in error.reason:
        return {"title": "title-long"}
    if error.field == "starts_at" and "passed" in error.reason:
        return {"date": "past"}
    return {name: "plan" if name == "note" else name}


def _check_title(values: Mapping[str, object], errors: dict[str, str]) -> None:
    title = str(values["title"]).strip()
    if not title:
        errors["title"] = "title"
    elif len(title) > TITLE_LETTERS:
        errors["title"] = "title-long"


def _whole(name: str, value: object, most: int, errors: dict[str, str]) -> int:
    text = str(value).strip()
    if text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= most:
        return int(text)
    errors[name] = name
    return 0


def _number(name: str, value: object, most: float, errors: dict[str, str]) -> float:
    try:
        number = float(str(value)[:20])
    except ValueError:
        number = 0.0
    if not 1 <= number <= most:  # not a number fails every comparison
        errors[name] = name
        return 0.0
    return number
