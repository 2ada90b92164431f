"""The checkup against real things: a server behind TLS, relays, folders; each broken in its way."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.checkup import address, place, relay
from server.checkup.finding import Finding
from server.config import Settings
from server.engines.sqlite.store import FILE_NAME
from tests.checkup.tls import make_certificate, proxy
from tests.e2e.relay import LOOPBACK
from tests.e2e.relay import relay as run_relay
from tests.e2e.stage import ROOT, Stage, free_port

SECRET = "a-secret-of-this-test-alone"
DENIED = "--denied-peer-ip=127.0.0.0-127.255.255.255"


def states(found: list[Finding]) -> dict[str, str]:
    return {each.about.split()[0]: each.state for each in found}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    secure = f"https://localhost:{free_port()}"
    stage = Stage(
        tmp_path_factory.mktemp("checkup") / "data", extra={"TSUNAGARI_PUBLIC_URL": secure}
    )
    stage.start()
    yield stage
    stage.stop()


def settings_of(stage: Stage) -> Settings:
    return Settings(
        port=stage.port, data=stage.data, public_url=stage.extra["TSUNAGARI_PUBLIC_URL"]
    )


def trust(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


async def test_a_server_behind_a_good_proxy_has_nothing_to_set_right(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, made = settings_of(stage), make_certificate(tmp_path, 90)
    trust(monkeypatch, made.certificate)
    async with proxy(made, int(settings.public_url.rpartition(":")[2]), stage.port):
        found = await address.public(settings, time.time())
    good = ("name", "certificate", "proxy", "websocket")
    assert states(found) == dict.fromkeys(good, "good"), found
    assert (await address.running(settings)).state == "good"


async def test_a_certificate_that_ends_soon_or_is_not_trusted_is_told(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, made = settings_of(stage), make_certificate(tmp_path, 3)
    async with proxy(made, int(settings.public_url.rpartition(":")[2]), stage.port):
        untrusted = await address.public(settings, time.time())
        trust(monkeypatch, made.certificate)
        ending = await address.public(settings, time.time())
    assert states(untrusted) == {"name": "good", "certificate": "bad"}
    assert "self-signed" in untrusted[-1].said
    assert states(ending) == {"name": "good", "certificate": "bad"}
    assert "2 days" in ending[-1].said


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), {"https": "open"}),
        (Settings(host="0.0.0.0"), {"https": "bad"}),
        (Settings(public_url="http://mixer.example"), {"https": "bad"}),
        (Settings(public_url="https://nobody.invalid"), {"name": "bad"}),
        (Settings(public_url="https://localhost:9"), {"name": "good", "certificate": "bad"}),
    ],
    ids=["loopback", "open", "plain", "unknown", "closed"],
)
async def test_each_way_of_not_being_reached_has_its_advice(
    settings: Settings, expected: dict[str, str]
) -> None:
    found = await address.public(settings, time.time())
    assert states(found) == expected
    assert found[-1].advice


async def test_a_server_that_does_not_run_is_told() -> None:
    assert (await address.running(Settings(port=free_port()))).state == "bad"


async def test_a_relay_is_looked_through_with_our_credentials(tmp_path: Path) -> None:
    with run_relay(tmp_path, SECRET, DENIED) as port:
        urls = tuple(f"turn:{LOOPBACK}:{port}?transport={each}" for each in ("udp", "tcp"))
        settings = Settings(turn_urls=urls, turn_secret=SECRET)
        good = await relay.relays(settings, time.time())
        assert [each.state for each in good] == ["good", "good"], good
        late = await relay.relays(settings, time.time() - 86_400)
        wrong = await relay.relays(Settings(turn_urls=urls, turn_secret="x" * 20), time.time())
        for each in (*late, *wrong):
            assert (each.state, each.said[:23]) == ("bad", "refuses our credentials")


async def test_a_relay_that_hands_packets_to_its_own_machine_is_told(tmp_path: Path) -> None:
    with run_relay(tmp_path, SECRET) as port:
        settings = Settings(turn_urls=(f"turn:{LOOPBACK}:{port}",), turn_secret=SECRET)
        (found,) = await relay.relays(settings, time.time())
    assert (found.state, found.said) == ("bad", "hands packets to its own machine")


async def test_a_relay_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay, "SECONDS", 0.3)
    with socket.socket(type=socket.SOCK_DGRAM) as silent:
        silent.bind((LOOPBACK, 0))
        urls = (f"turn:{LOOPBACK}:{silent.getsockname()[1]}", f"turn:{LOOPBACK}:9?transport=tcp")
        found = await relay.relays(Settings(turn_urls=urls, turn_secret=SECRET), time.time())
    assert [each.state for each in found] == ["bad", "bad"]
    assert ["UDP" in found[0].advice, "TCP" in found[1].advice] == [True, True]


def test_relay_addresses_are_read_as_browsers_read_them() -> None:
    read = {
        "turn:a.example": ("a.example", 3478, False, "udp"),
        "turn:a.example:1?transport=tcp": ("a.example", 1, False, "tcp"),
        "turns:a.example": ("a.example", 5349, True, "tcp"),
        "turn:[2001:db8::1]:7": ("2001:db8::1", 7, False, "udp"),
    }
    for url, (host, port, tls, transport) in read.items():
        assert relay.line_of(url) == relay.Line(host, port, tls, transport)
    assert relay.line_of("turn:a b") is None
    assert relay.line_of("stun:a") is None


async def test_the_folder_and_the_database_are_looked_into(tmp_path: Path) -> None:
    settings = Settings(data=(folder := tmp_path / "data"))
    assert (await place.database(settings)).state == "open"
    assert place.data_folder(folder).state == "open"
    folder.mkdir(mode=0o700)
    assert place.data_folder(folder).state == "good"
    assert (await place.database(settings)).said == "opens, 0 events"
    (folder / FILE_NAME).write_bytes(b"not a database" * 100)
    assert (await place.database(settings)).state == "bad"
    folder.chmod(0o755)
    assert place.data_folder(folder).advice == f"chmod 700 {folder}"


@pytest.mark.parametrize(("said", "state"), [("yes", "good"), ("no", "bad"), ("", "open")])
async def test_the_clock_is_asked_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, state: str
) -> None:
    told = tmp_path / "timedatectl"
    told.write_text(f"#!/bin/sh\necho {said}\n")
    told.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert (await place.clock()).state == state


def test_the_command_prints_findings_and_ends_with_what_they_come_to(stage: Stage) -> None:
    command = [sys.executable, "-m", "server", "check"]
    environment = {**stage.environment, "TSUNAGARI_PUBLIC_URL": "https://nobody.invalid"}
    told = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert told.returncode == 1, told.stderr
    assert "nobody.invalid" in told.stdout
    ran = subprocess.run(
        [*command, "--json"], cwd=ROOT, env=environment, capture_output=True, timeout=60
    )
    found = {each["about"]: each["state"] for each in json.loads(ran.stdout)}
    assert (found["server"], found["data"], found["name"]) == ("good", "good", "bad")
