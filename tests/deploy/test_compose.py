"""docker-compose.yml is valid, pinned, healthy, and starts with no secret of its own."""

from __future__ import annotations

import ipaddress
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return loaded


def validate(path: Path) -> subprocess.CompletedProcess[str]:
    schema = ["--builtin-schema", "vendor.compose-spec"]
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_it_follows_the_compose_schema_and_a_slip_would_be_seen(tmp_path: Path) -> None:
    good = validate(COMPOSE)
    assert good.returncode == 0, good.stdout + good.stderr
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(COMPOSE.read_text().replace("    healthcheck:", "    healtcheck:", 1))
    assert validate(broken).returncode != 0


def test_every_image_is_pinned_and_every_service_is_watched(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        tag = service["image"].partition(":")[2]
        assert tag, name
        assert tag != "latest", name
        assert re.search(r"\d+\.\d+", tag), name
        assert service["healthcheck"]["test"], name
        assert service["restart"] == "unless-stopped", name


def test_the_dockerfile_pins_its_images_and_runs_as_nobody_special() -> None:
    text = (ROOT / "server/deploy/Dockerfile").read_text()
    images = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert images
    assert all(re.search(r":\d+\.\d+\.\d+", image) for image in images)
    assert "USER tsunagari" in text
    assert "--require-hashes" in text
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for path in source.split():
            assert (ROOT / path).exists(), path


def test_secrets_are_asked_for_and_never_given(compose: dict[str, Any]) -> None:
    turn = compose["services"]["turn"]
    assert turn["profiles"] == ["turn"]
    assert any("${TURN_SECRET:?" in argument for argument in turn["command"])
    domain = compose["services"]["caddy"]["environment"]["TSUNAGARI_DOMAIN"]
    assert domain.startswith("${TSUNAGARI_DOMAIN:?")


def test_only_the_proxy_is_published(compose: dict[str, Any]) -> None:
    published = {name for name, service in compose["services"].items() if "ports" in service}
    assert published == {"caddy"}


def test_the_relay_is_new_enough_and_cannot_be_used_to_reach_the_inside(
    compose: dict[str, Any],
) -> None:
    turn = compose["services"]["turn"]
    version = re.search(r":(\d+)\.(\d+)", turn["image"])
    assert version is not None
    assert (int(version[1]), int(version[2])) >= (4, 9)
    denied = [
        argument.partition("=")[2]
        for argument in turn["command"]
        if argument.startswith("--denied-peer-ip=")
    ]
    inside = (
        "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 169.254.169.254 0.0.0.0 224.0.0.1 "
        "::1 fe80::1 fd00::1 ::ffff:127.0.0.1 ::ffff:10.1.2.3 64:ff9b::a01:203"
    )
    for address in inside.split():
        assert any(covers(each, address) for each in denied), address
    assert not any(covers(each, "8.8.8.8") for each in denied)


def covers(denied: str, address: str) -> bool:
    low, _, high = denied.partition("-")
    first, last = ipaddress.ip_address(low), ipaddress.ip_address(high or low)
    asked = ipaddress.ip_address(address)
    if not first.version == last.version == asked.version:
        return False
    return int(first) <= int(asked) <= int(last)
