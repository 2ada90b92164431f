"""Settings: options of the command line win over `TSUNAGARI_*` variables, those over defaults.

Rule: the only place that reads the environment. A value that cannot be right is refused with one
sentence that names the option and the variable; nothing is guessed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

PREFIX = "TSUNAGARI_"
CHECKOUT = Path(__file__).resolve().parents[1]
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - recognised, not bound


class BadSetting(ValueError):
    """A setting that cannot be used; the text is one sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set, with what it is when nobody sets it."""

    host: str = "127.0.0.1"
    port: int = 8300
    data: Path = CHECKOUT / "data"
    log_format: str = "text"
    public_url: str = ""
    town_city: str = "Beppu"
    town_zone: str = "Asia/Tokyo"
    stun_urls: tuple[str, ...] = ()
    turn_urls: tuple[str, ...] = ()
    turn_secret: str = ""
    allowed_origins: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def url(self) -> str:
        """The address that people are given, without a slash at the end."""
        if self.public_url:
            return self.public_url
        name = "localhost" if self.loopback or self.host in EVERYWHERE else self.host
        name = f"[{name}]" if ":" in name else name
        return f"http://{name}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether people come by HTTPS."""
        return self.url.startswith("https:")

    @property
    def origins(self) -> frozenset[str]:
        """The origins whose pages may talk to this server."""
        own = {self.url, *self.allowed_origins}
        if self.loopback or self.host in EVERYWHERE:
            own |= {f"http://{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]")}
        return frozenset(own)


def _text(value: str) -> str:
    if not value or len(value) > 200 or not value.isprintable():
        raise ValueError("a short text")
    return value


def _host(value: str) -> str:
    if not value or len(value) > 253 or any(c.isspace() or c in "/@?#" for c in value):
        raise ValueError("a name or address such as 127.0.0.1 or 0.0.0.0")
    return value.strip("[]")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return int(value)

    return parse


def _folder(value: str) -> Path:
    if not value or "\0" in value:
        raise ValueError("a folder")
    return Path(value).expanduser().absolute()


def _log_format(value: str) -> str:
    if value not in {"text", "json"}:
        raise ValueError("text or json")
    return value


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
    ):
        raise ValueError("an address such as https://mixer.example.ac.jp, without a path")
    _ = parts.port  # a ValueError if it is none
    return f"{parts.scheme}://{parts.netloc}".lower()


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError("a time zone such as Asia/Tokyo") from None
    return value


def _secret(value: str) -> str:
    if len(value) < 16 or not value.isprintable():
        raise ValueError("at least 16 characters, the same as in the TURN server")
    return value


def _each(parse: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    def parse_all(value: str) -> tuple[str, ...]:
        return tuple(parse(part.strip()) for part in value.split(",") if part.strip())

    return parse_all


def _ice(*schemes: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        scheme, colon, rest = value.partition(":")
        if not colon or scheme not in schemes or not rest or any(c.isspace() for c in rest):
            raise ValueError(f"an address such as {schemes[0]}:turn.example.ac.jp:3478")
        return value

    return parse


def _proxy(value: str) -> str:
    if value == "*":
        raise ValueError("addresses of your own proxies: * would let anybody invent an address")
    return _host(value)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: how it is read and what it is for."""

    name: str
    parse: Callable[[str], Any]
    help: str
    private: bool = False

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.name.upper()

    @property
    def option(self) -> str:
        """Its name on the command line."""
        return "--" + self.name.replace("_", "-")


SETTINGS = (
    Setting("host", _host, "Address to listen on; 0.0.0.0 for every network of the machine."),
    Setting("port", _whole(0, 65535), "Port to listen on; 0 takes a free one."),
    Setting("data", _folder, "Folder for the database and the secret; made private (0700)."),
    Setting("log_format", _log_format, "How to log: text for people, json for machines."),
    Setting("public_url", _origin, "The address people use, if a proxy stands in front."),
    Setting("town_city", _text, "The host town, as shown beside everybody's own time."),
    Setting("town_zone", _zone, "The host town's time zone."),
    Setting("stun_urls", _each(_ice("stun", "stuns")), "STUN servers, separated by commas."),
    Setting("turn_urls", _each(_ice("turn", "turns")), "TURN servers, separated by commas."),
    Setting("turn_secret", _secret, "The TURN server's static-auth-secret.", private=True),
    Setting("allowed_origins", _each(_origin), "Other origins whose pages may connect."),
    Setting("trusted_proxies", _each(_proxy), "Proxies whose X-Forwarded-For is believed."),
)


def load(
    options: Mapping[str, str | None] | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    """Return the settings in force. Raises BadSetting.

    `options` holds what was typed, by name; None and missing mean "not typed".
    """
    typed = options or {}
    variables = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        value = typed.get(setting.name)
        source = setting.option
        if value is None:
            value = variables.get(setting.variable) or None
            source = setting.variable
        if value is not None:
            values[setting.name] = _parsed(setting, value, source)
    settings = Settings(**values)
    if bool(settings.turn_urls) != bool(settings.turn_secret):
        raise BadSetting(
            "TSUNAGARI_TURN_URLS and TSUNAGARI_TURN_SECRET belong together: set both or neither."
        )
    return settings


def _parsed(setting: Setting, value: str, source: str) -> object:
    try:
        return setting.parse(value)
    except ValueError as error:
        shown = "a value" if setting.private else repr(value[:80])
        raise BadSetting(f"{source} cannot be {shown}: it must be {error}.") from None
