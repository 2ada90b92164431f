"""The command line, as a person or a script meets it."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from matching.plan_file import Case, read
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.types import History
from server.cli import main
from server.domain.records import PlanRecord
from server.engines.sqlite import SqliteStore
from server.engines.sqlite.store import FILE_NAME
from server.ids import EventId
from server.setup.checkout import HERE
from tests.matching.population import people

ENVIRON = {"PATH": os.environ["PATH"], "TSUNAGARI_NO_BOOTSTRAP": "1"}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "some" / "data"
    monkeypatch.setenv("TSUNAGARI_DATA", str(folder))
    return folder


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_an_event_is_made_shown_listed_and_exported(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(
        capsys,
        *(
            "event",
            "create",
            "--title",
            "秋の会",
            "--rounds",
            "3",
            "--round-seconds",
            "5",
            "--json",
        ),
        *("--no-trios", "--zone", "Europe/Paris", "--starts-at", "2027-11-28T20:00"),
    )
    assert (code, err) == (0, "")
    made = json.loads(out)
    assert made["links"]["join_link"].startswith("http://localhost:8300/j/")
    assert made["links"]["host_link"].startswith("http://localhost:8300/h/")
    assert made["starts_at"] == "2027-11-28T19:00:00+00:00"
    for name in (made["id"], made["code"], made["code"].lower()):
        code, out, _ = said(capsys, "event", "show", name, "--json")
        assert code == 0
        assert json.loads(out) == made
    code, out, _ = said(capsys, "event", "show", made["id"])
    assert "秋の会" in out
    assert made["links"]["host_link"] in out
    code, out, _ = said(capsys, "event", "list", "--json")
    assert [each["id"] for each in json.loads(out)] == [made["id"]]
    code, out, _ = said(capsys, "event", "list")
    assert made["code"] in out
    code, out, _ = said(capsys, "event", "export", made["id"])
    assert json.loads(out)["plan"]["rounds"] == 3
    code, out, _ = said(capsys, "event", "export", made["id"], "--csv")
    assert out.splitlines() == ["\ufeffname,reading,role,city,zone,joined_at,rounds,robot"]
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in data.iterdir()} == {0o600}


def test_nothing_yet_says_what_to_do(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "event", "list")
    assert code == 0
    assert "event create" in out


def test_the_owners_link(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "owner-link", "--public-url", "https://mixer.example")
    assert code == 0
    assert out.startswith("https://mixer.example/o/")
    code, token, _ = said(capsys, "owner-link", "--token")
    assert code == 0
    assert "/" not in token


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--bogus",), "--bogus"),
        (("serve", "--bogus"), "--bogus"),
        (("evnt",), "event"),
        (("event", "mak"), "mak"),
        (("event", "create"), "--title"),
        (("event", "create", "--title", ""), "title"),
        (("event", "create", "--title", "x", "--rounds", "99"), "from 1 to 30"),
        (("event", "create", "--title", "x", "--rounds", "three"), "rounds"),
        (("event", "create", "--title", "x", "--round-seconds", "4"), "from 5 to 3600"),
        (("event", "create", "--title", "x", "--zone", "Mars"), "zone"),
        (("event", "create", "--title", "x", "--rules", "/no/such/file"), "cannot be read"),
        (("event", "create", "--title", "x", "--starts-at", "soon"), "starts_at"),
        (("event", "create", "--title", "x", "--starts-at", "2020-01-01T00:00"), "passed"),
        (("event", "show", "nothing"), "event list"),
        (("event", "export", "AAAA-AAAA"), "event list"),
        (("--port", "http"), "--port"),
        (("serve", "--port", "70000"), "65535"),
        (("--public-url", "nowhere"), "--public-url"),
        (("--log-format", "xml"), "text or json"),
        (("demo", "--people", "1"), "--people"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = said(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert words in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    assert err.endswith((".\n", "--help.\n"))


def test_a_folder_that_cannot_be_used_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nothing")):
        code, _, err = said(capsys, "event", "list", "--data", str(folder))
        assert code == 2
        assert "--data" in err
        assert len(err.splitlines()) == 1


def test_a_secret_that_is_none_and_a_database_that_is_none_are_said(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir(parents=True)
    (data / "secret").write_text("oops")
    assert "remove it" in said(capsys, "event", "list")[2]
    (data / "secret").unlink()
    (data / "tsunagari.sqlite3").write_bytes(b"no database" * 100)
    code, _, err = said(capsys, "event", "list")
    assert code == 2
    assert "not a database" in err


def test_help_has_examples_and_names_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ("--help",),
        ("serve", "-h"),
        ("event", "create", "--help"),
        ("demo", "--help"),
    ):
        code, out, _ = said(capsys, *arguments)
        assert code == 0
        assert "python3 -m server" in out
        assert "Example" in out
    out = said(capsys, "serve", "--help")[1]
    for variable in ("HOST", "PORT", "DATA", "LOG_FORMAT", "PUBLIC_URL", "TURN_SECRET"):
        assert f"TSUNAGARI_{variable}" in out


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from server.cli import main; main(['--help'])\n"
        "heavy = {'sqlalchemy', 'starlette', 'uvicorn', 'jinja2', 'numpy', 'scipy', 'asyncio',"
        " 'msgspec', 'rich', 'segno'}\n"
        "print('loaded', sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HERE.root,
        env=ENVIRON,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "loaded []"


STARTED = """
import asyncio, sys
from pathlib import Path
from server import app
from server.config import Settings
async def main():
    settings = Settings(port=0, data=Path(sys.argv[1]))
    listening = app.listen(settings)
    store = await app.open_store(settings)
    async with app.open_house(settings, store, bytes(32)) as house:
        async with app.listening_house(house, listening):
            heavy = {"alembic", "babel", "fluent", "jinja2", "matching", "numpy", "rich", "scipy",
                     "sqlalchemy.ext.asyncio", "structlog", "typer"}
            print("loaded", sorted(heavy & set(sys.modules)))
    await store.close()
asyncio.run(main())
"""


def test_a_start_waits_for_nothing_that_only_pages_and_plans_need(tmp_path: Path) -> None:
    for _ in range(2):  # the first makes the tables
        ran = subprocess.run(
            [sys.executable, "-c", STARTED, str(tmp_path)],
            cwd=HERE.root,
            env=ENVIRON,
            capture_output=True,
            text=True,
            check=True,
        )
    assert ran.stdout.splitlines()[-1] == "loaded []"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "--version")
    assert code == 0
    assert out.startswith("tsunagari ")


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = subprocess.run(
            [sys.executable, "-m", "server", "--port", port, "--data", str(tmp_path / "d")],
            cwd=HERE.root,
            env=ENVIRON,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 2
    assert port in ran.stderr
    assert "--port" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_plans_of_an_event_are_printed_as_a_file_that_can_be_checked(
    data: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(("event", "create", "--title", "Plans", "--json")) == 0
    event = EventId(json.loads(capsysbinary.readouterr().out)["id"])
    assert main(("event", "plans", event)) != 0
    assert b"No round" in capsysbinary.readouterr().err
    here = tuple(people(12, 3))
    plan = plan_round(here, History(), DEFAULT_RULES, seed=1)
    case = Case(1, here, History(), DEFAULT_RULES, 1, 1, plan)
    asyncio.run(_save(data, PlanRecord(event=event, round=1, case=case)))
    assert main(("event", "plans", event)) == 0
    found = read(capsysbinary.readouterr().out)
    assert (found.title, found.rounds) == ("Plans", (case,))


async def _save(data: Path, record: PlanRecord) -> None:
    store = await SqliteStore.open(data / FILE_NAME)
    await store.save([record])
    await store.close()


def test_an_event_is_made_with_rules_from_a_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules.json"
    create = ("event", "create", "--title", "x", "--json", "--rules", str(rules))
    rules.write_text('{"meets": {"townsperson+townsperson": "always"}}')
    code, out, _ = said(capsys, *create)
    assert code == 0
    rules.write_text('{"meets": {"alumni+recruiter": "always"}}')
    code, _, err = said(capsys, *create)
    assert (code, "rules.meets" in err) == (2, True)

    async def kept() -> object:
        store = await SqliteStore.open(data / FILE_NAME)
        try:
            (event,) = await store.events()
            return event.plan.rules.meets
        finally:
            await store.close()

    assert asyncio.run(kept()) == {"townsperson+townsperson": "always"}
    assert json.loads(out)["title"] == "x"
