"""The set-up: what it finds done, how it recovers, what it says. No network: installers are stand-ins."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import server.__main__ as entry
from server.setup import bootstrap, environment, install, stamp
from server.setup.checkout import HERE, WANTS, Checkout
from server.setup.gate import alone
from server.setup.steps import CANNOT, OFFLINE_ADVICE, Refused, StepFailed, Steps

SERVER, TESTS = WANTS["server"], WANTS["tests"]


class Installers(Steps):
    """Steps that write what the real installers would leave, and note what they were asked."""

    def __init__(
        self, checkout: Checkout, fails: Callable[[str], str | None] | None = None
    ) -> None:
        super().__init__(checkout.root)
        self.checkout = checkout
        self.asked: list[str] = []
        self.fails = fails or (lambda _: None)

    def run(self, command, *, folder=None) -> str:
        line = " ".join(command).replace(str(self.checkout.root) + "/", "")
        self.asked.append(line)
        output = self.fails(line)
        if output is not None:
            raise StepFailed(command, output)
        if "-m venv" in line:
            self._make_environment()
        elif " ci" in line:
            self.checkout.node_modules.mkdir(exist_ok=True)
        elif "installer.lock" in line:
            (self.checkout.venv / "bin" / "uv").touch()
        return stamp.running_version() + "\n"

    def _make_environment(self) -> None:
        for old in (environment.FILLING, "left-over", stamp.NAME):
            (self.checkout.venv / old).unlink(missing_ok=True)
        (self.checkout.venv / "bin").mkdir(parents=True, exist_ok=True)
        (self.checkout.venv / "pyvenv.cfg").touch()
        self.checkout.python.touch(mode=0o755)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    (tmp_path / "locks").mkdir()
    (tmp_path / "static").mkdir()
    for name in ("base", "dev", "node", "installer"):
        (tmp_path / "locks" / f"{name}.lock").write_text(name, "utf-8")
    (tmp_path / "static" / "package-lock.json").write_text("{}", "utf-8")
    return Checkout(tmp_path)


def set_up(checkout: Checkout, wants=SERVER, fails=None) -> list[str]:
    """Set up with stand-ins and return the commands that were asked for."""
    steps = Installers(checkout, fails)
    if not stamp.ready(checkout, wants):
        install.fill_all(checkout, wants, steps)
    return [line for line in steps.asked if " -c " not in line]


def test_a_fresh_checkout_gets_everything_once(checkout: Checkout) -> None:
    first = set_up(checkout)
    assert [
        kind in line for kind, line in zip(("venv", "installer", "base", "ci"), first, strict=True)
    ]
    assert all("--require-hashes" in line for line in first[1:3])
    assert "--ignore-scripts" in first[3]
    assert "--omit=dev" in first[3]
    assert stamp.ready(checkout, SERVER)
    assert set_up(checkout) == []


def test_the_tests_add_to_what_the_server_has_and_never_take_away(checkout: Checkout) -> None:
    set_up(checkout)
    added = set_up(checkout, TESTS)
    assert not any("venv --clear" in line for line in added)
    assert any("dev.lock" in line for line in added)
    assert stamp.ready(checkout, TESTS)
    assert stamp.ready(checkout, SERVER)


def test_a_changed_lock_is_installed_and_only_that(checkout: Checkout) -> None:
    set_up(checkout)
    checkout.lock("base").write_text("newer", "utf-8")
    assert ["base.lock" in line for line in set_up(checkout)] == [True]
    checkout.package_lock.write_text('{"newer": 1}', "utf-8")
    assert [" ci" in line for line in set_up(checkout)] == [True]


def test_removed_front_end_packages_come_back(checkout: Checkout) -> None:
    set_up(checkout)
    stamp.remove(checkout.node_modules)
    checkout.node_modules.rmdir()
    assert [" ci" in line for line in set_up(checkout)] == [True]


@pytest.mark.parametrize("cut", ["-m venv", "installer.lock", "base.lock", " ci"])
def test_an_install_cut_short_anywhere_is_taken_up_again(checkout: Checkout, cut: str) -> None:
    class Killed(BaseException):
        pass

    def kill(line: str) -> None:
        if cut in line:
            raise Killed

    with pytest.raises(Killed):
        set_up(checkout, fails=kill)
    assert not stamp.ready(checkout, SERVER)
    again = set_up(checkout)
    assert stamp.ready(checkout, SERVER)
    # Half-written packages cannot be told from whole ones: that environment is made anew.
    assert any("venv --clear" in line for line in again) == (cut != " ci")


def test_an_environment_made_by_hand_is_used(checkout: Checkout) -> None:
    Installers(checkout)._make_environment()
    assert not any("venv --clear" in line for line in set_up(checkout))


def test_a_system_upgrade_behind_the_environment_makes_it_anew(checkout: Checkout) -> None:
    set_up(checkout)
    stamp.write(checkout.venv, {"python": "3.10"})
    assert any("venv --clear" in line for line in set_up(checkout))


def test_without_uv_pip_installs_with_the_same_hashes(checkout: Checkout) -> None:
    asked = set_up(checkout, fails=lambda line: "no wheel" if "installer.lock" in line else None)
    last = next(line for line in reversed(asked) if "base.lock" in line)
    assert "-m pip install" in last
    assert "--require-hashes" in last


def test_without_npm_a_node_of_our_own_installs(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    asked = set_up(checkout)
    assert any("node.lock" in line for line in asked)
    assert "npm-cli.js ci" in asked[-1]
    assert stamp.node_ready(checkout)


def test_without_ensurepip_the_systems_pip_fills_the_environment(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, "ensurepip")
    asked = set_up(checkout, fails=lambda line: "no pip" if "-c import pip" in line else None)
    assert "--without-pip" in asked[0]
    assert f"{environment.base_python()} -m pip --python .venv/bin/python install" in asked[1]


def test_without_any_pip_one_line_says_what_to_do(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, "ensurepip", "pip")
    with pytest.raises(Refused) as refused:
        set_up(checkout)
    assert "apt-get install -y python3-venv" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_failure_shows_command_output_and_advice(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise StepFailed(["uv", "pip"], "line one\nhash mismatch")

    monkeypatch.setattr(install, "fill_all", fail)
    assert install.explained(checkout, SERVER) == CANNOT
    said = capsys.readouterr().err
    assert "uv pip" in said
    assert "| hash mismatch" in said
    assert "start again" in said


def test_no_network_is_said_in_one_sentence(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise StepFailed(["uv"], "Temporary failure in name resolution")

    monkeypatch.setattr(install, "fill_all", fail)
    assert install.explained(checkout, SERVER) == CANNOT
    assert OFFLINE_ADVICE in capsys.readouterr().err


RACER = """
import sys
from pathlib import Path
from server.setup import install, stamp
from server.setup.checkout import WANTS, Checkout

def fill(checkout, wants, steps):
    print("fills", flush=True)
    sys.stdin.readline()
    checkout.python.parent.mkdir(parents=True)
    checkout.python.touch(mode=0o755)
    checkout.node_modules.mkdir()
    stamp.write(checkout.venv, {"base": stamp.digest(checkout.lock("base"))})
    stamp.write(checkout.node_modules, {"packages": stamp.digest(checkout.package_lock)})

install.fill_all = fill
print("ends", install.explained(Checkout(Path(sys.argv[1])), WANTS["server"]), flush=True)
"""


def test_of_two_starts_one_installs_and_the_other_waits_for_it(checkout: Checkout) -> None:
    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", RACER, str(checkout.root)]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=HERE.root, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )

    first = start()
    assert first.stdout
    assert first.stdout.readline() == "fills\n"
    second = start()
    assert second.stderr
    assert second.stderr.readline().startswith("Another start is setting up")
    assert first.communicate("go on\n", timeout=20)[0] == "ends None\n"
    assert second.communicate(timeout=20)[0] == "ends None\n"


ORPHAN = """
import os, subprocess, sys
from pathlib import Path
from server.setup.gate import alone
with alone(Path(sys.argv[1]), lambda: None) as gate:
    child = subprocess.Popen(["cat"], pass_fds=[gate], stdin=sys.stdin, stdout=subprocess.DEVNULL)
    print(child.pid, flush=True)
    os._exit(9)
"""


def test_the_gate_stays_shut_while_an_installer_outlives_its_killed_start(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    command = [sys.executable, "-c", ORPHAN, str(gate)]
    killed = subprocess.Popen(
        command, cwd=HERE.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert killed.wait(20) == 9
    waited = threading.Event()

    def next_start() -> None:
        with alone(gate, waited.set):
            pass

    later = threading.Thread(target=next_start)
    later.start()
    assert waited.wait(10)
    assert killed.stdin
    killed.stdin.close()  # the installer comes to its end
    later.join(10)
    assert not later.is_alive()


@pytest.mark.parametrize(
    "name", ["server/__init__.py", "server/__main__.py", "tests/__init__.py", "tests/__main__.py"]
)
def test_the_way_in_parses_on_every_python_3(name: str) -> None:
    text = (HERE.root / name).read_text("utf-8")
    assert ast.parse(text, feature_version=(3, 0)).body
    assert "from __future__" not in text


def test_an_old_python_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert entry.main() == CANNOT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "needs Python 3.11" in said
    assert "3.9.18" in said


def test_the_set_up_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.OFF, "1")
    monkeypatch.setattr(bootstrap, "ensure", lambda *_: pytest.fail("it was asked to set up"))
    assert bootstrap.enter("server", [], "server") is None


def hide(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Make these modules look as if the system had not installed them."""
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name in names else real(name)
    )


def test_compiled_modules_are_kept_away_from_the_sources_and_used_again(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys\n"
        "from server.setup import bytecode\n"
        "from server.setup.checkout import Checkout\n"
        "bytecode.keep(Checkout(pathlib.Path(sys.argv[1])))\n"
        "import subprocess, server.errors\n"
        "print(server.errors.__cached__)\n"
        "print(subprocess.check_output([sys.executable, '-c',"
        " 'import server.ids; print(server.ids.__cached__)'], text=True))\n"
    )
    forbidding = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=HERE.root,
        env=forbidding,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert len(said) == 2
    for file in map(Path, said):
        assert file.is_relative_to(tmp_path / ".venv")
        assert file.exists()


def test_the_matcher_is_imported_without_its_solver() -> None:
    script = "import sys, matching; sys.exit('scipy' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], cwd=HERE.root, check=True)
