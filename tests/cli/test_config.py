"""Settings: where they come from, which one wins, and how a bad one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.clock import SystemClock
from server.config import SETTINGS, BadSetting, Settings, load


def test_nothing_set_is_a_private_server_beside_the_program() -> None:
    settings = load({}, {})
    assert settings == Settings()
    assert settings.loopback
    assert settings.url == "http://localhost:8300"
    assert settings.data.name == "data"
    assert "http://127.0.0.1:8300" in settings.origins
    assert not settings.secure


def test_options_win_over_variables() -> None:
    environ = {
        "TSUNAGARI_PORT": "9000",
        "TSUNAGARI_HOST": "0.0.0.0",
        "TSUNAGARI_TOWN_CITY": "京都",
        "TSUNAGARI_PUBLIC_URL": "",
        "OTHER": "x",
    }
    settings = load({"port": "9001", "host": None}, environ)
    assert (settings.port, settings.host, settings.town_city) == (9001, "0.0.0.0", "京都")
    assert settings.public_url == ""


def test_every_setting_has_a_variable_and_a_field() -> None:
    fields = set(Settings.__slots__)
    assert {setting.name for setting in SETTINGS} == fields
    assert all(setting.variable.startswith("TSUNAGARI_") and setting.help for setting in SETTINGS)


def test_addresses_follow_from_the_host() -> None:
    assert load({"host": "::1", "port": "80"}, {}).url == "http://localhost:80"
    assert load({"host": "192.168.7.9"}, {}).url == "http://192.168.7.9:8300"
    assert load({"host": "fd00::9"}, {}).url == "http://[fd00::9]:8300"
    public = load({"public_url": "HTTPS://Mixer.Example.AC.jp/"}, {})
    assert public.url == "https://mixer.example.ac.jp"
    assert public.secure
    assert public.url in public.origins


def test_lists_and_folders() -> None:
    settings = load(
        {},
        {
            "TSUNAGARI_DATA": "~/mixer",
            "TSUNAGARI_STUN_URLS": "stun:a.example:3478, stuns:b.example",
            "TSUNAGARI_TURN_URLS": "turns:t.example:443?transport=tcp",
            "TSUNAGARI_TURN_SECRET": "0123456789abcdef",
            "TSUNAGARI_ALLOWED_ORIGINS": "https://a.example,https://b.example:8443",
        },
    )
    assert settings.data == Path("~/mixer").expanduser()
    assert settings.stun_urls == ("stun:a.example:3478", "stuns:b.example")
    assert settings.turn_urls == ("turns:t.example:443?transport=tcp",)
    assert {"https://a.example", "https://b.example:8443"} <= settings.origins


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "abc"),
        ("port", "-1"),
        ("port", "65536"),
        ("port", "8３00"),
        ("host", "a b"),
        ("host", "http://x"),
        ("log_format", "xml"),
        ("public_url", "mixer.example"),
        ("public_url", "ftp://mixer.example"),
        ("public_url", "https://mixer.example/path"),
        ("public_url", "https://user:pw@mixer.example"),
        ("public_url", "https://mixer.example:99999"),
        ("town_zone", "Beppu"),
        ("town_zone", "../../etc/passwd"),
        ("town_city", "a\nb"),
        ("stun_urls", "http://a.example"),
        ("turn_urls", "turn:"),
        ("turn_secret", "short"),
        ("allowed_origins", "https://a.example,*"),
        ("trusted_proxies", "*"),
        ("data", "a\0b"),
    ],
)
def test_a_bad_value_is_one_sentence(name: str, value: str) -> None:
    variable = f"TSUNAGARI_{name.upper()}"
    with pytest.raises(BadSetting) as refused:
        load({}, {variable: value})
    said = str(refused.value)
    assert said.startswith(f"{variable} cannot be ")
    assert said.endswith(".")
    assert "\n" not in said
    if name == "turn_secret":
        assert value not in said
    with pytest.raises(BadSetting, match=r"^--"):
        load({name: value}, {})


def test_a_relay_needs_both_its_settings() -> None:
    with pytest.raises(BadSetting, match="belong together"):
        load({}, {"TSUNAGARI_TURN_URLS": "turn:t.example"})
    with pytest.raises(BadSetting, match="belong together"):
        load({}, {"TSUNAGARI_TURN_SECRET": "0123456789abcdef"})


def test_the_clock_does_not_jump_with_the_machines() -> None:
    wall, steady = [1000.0], [5.0]
    clock = SystemClock(lambda: wall[0], lambda: steady[0])
    assert clock.now() == 1000.0
    wall[0] -= 500
    steady[0] += 2
    assert clock.now() == 1002.0
