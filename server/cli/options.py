"""Options that several commands share, and the settings that they lead to."""

from __future__ import annotations

from typing import Annotated

import typer

from server.config import SETTINGS, Settings, load

_HELP = {setting.name: setting for setting in SETTINGS}


def _option(name: str, metavar: str) -> typer.models.OptionInfo:
    setting = _HELP[name]
    told = f"{setting.help} [{setting.variable}]"
    option: typer.models.OptionInfo = typer.Option(
        setting.option, help=told, metavar=metavar, show_default=False
    )
    return option


Host = Annotated[str | None, _option("host", "ADDRESS")]
Port = Annotated[str | None, _option("port", "PORT")]
Data = Annotated[str | None, _option("data", "FOLDER")]
LogFormat = Annotated[str | None, _option("log_format", "text|json")]
PublicUrl = Annotated[str | None, _option("public_url", "URL")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings(**typed: str | None) -> Settings:
    """Return the settings in force, given what was typed. Raises BadSetting."""
    return load(typed)
