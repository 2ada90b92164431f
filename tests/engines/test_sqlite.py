"""What only the engine with a file has to show: durability, privacy, migrations, full disks."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from server.engines.sqlite import SqliteStore, schema
from server.engines.sqlite.tables import TABLES, metadata
from server.errors import Unavailable
from tests.engines import examples
from tests.engines.examples import AMARA, EVENT

ROOT = Path(__file__).resolve().parents[2]


def modes(folder: Path) -> list[int]:
    return [stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()]


def contents(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


async def test_the_file_and_its_side_files_are_private(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        store = await SqliteStore.open(tmp_path / "store.sqlite3")
        await store.save([examples.event()])
        assert modes(tmp_path) == [0o600, 0o600, 0o600]
        await store.close()
    finally:
        os.umask(old)


async def test_everything_is_there_after_a_second_start(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store = await SqliteStore.open(path)
    await store.save(examples.everything())
    await store.use_once("door", time.time() + 3600)
    before = await store.archive(EVENT)
    await store.close()
    store = await SqliteStore.open(path)
    assert await store.archive(EVENT) == before
    assert not await store.use_once("door", time.time() + 3600)
    await store.close()


async def test_tokens_that_expired_long_ago_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store = await SqliteStore.open(path)
    await store.use_once("old", 1.0)
    await store.close()
    store = await SqliteStore.open(path)
    assert await store.use_once("old", 1.0)
    await store.close()


async def test_purged_chat_is_in_no_file(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "store.sqlite3")
    secret = "a-line-nobody-may-find-again"
    await store.save([examples.event(), examples.chat(1, secret)])
    assert secret.encode() in contents(tmp_path)
    await store.purge_chat(EVENT)
    assert secret.encode() not in contents(tmp_path)
    await store.close()


async def test_two_processes_may_use_one_file(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    one, two = await asyncio.gather(SqliteStore.open(path), SqliteStore.open(path))
    await one.save([examples.event()])
    assert await two.event(EVENT) == examples.event()
    await asyncio.gather(
        *(store.save([examples.chat(n)]) for n, store in enumerate([one, two] * 20))
    )
    found = await one.archive(EVENT)
    assert found is not None
    assert [each.seq for each in found.chat] == list(range(40))
    await one.close()
    await two.close()


async def test_a_new_file_that_another_process_is_making_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite3"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE theirs (x)")
    waited: list[float] = []

    def done(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            other.execute("COMMIT")

    monkeypatch.setattr("server.engines.sqlite.database.time.sleep", done)
    store = await SqliteStore.open(path)
    await store.save([examples.event()])
    assert len(waited) == 3
    await store.close()
    other.close()


async def test_a_locked_file_is_unavailable_and_then_available(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.engines.sqlite.database.BUSY_SECONDS", 0.05)
    path = tmp_path / "store.sqlite3"
    store = await SqliteStore.open(path)
    await store.save([examples.event()])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="locked"):
        await store.save([examples.person()])
    assert await store.event(EVENT) is not None, "reading goes on"
    other.execute("ROLLBACK")
    await store.save([examples.person()])
    other.close()
    await store.close()


async def test_a_full_disk_is_unavailable_and_keeps_what_was(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "store.sqlite3")
    await store.save([examples.event()])

    def limit(pages: int) -> None:
        database = store._writer._database
        assert database is not None
        database._driver().execute(f"PRAGMA max_page_count={pages}")

    await store._writer.run(lambda _: limit(1))  # SQLite takes the present size as the least
    lines = [examples.chat(n, "x" * 2000) for n in range(200)]
    with pytest.raises(Unavailable, match="full"):
        await store.save(lines)
    found = await store.archive(EVENT)
    assert found is not None
    assert found.chat == ()
    await store._writer.run(lambda _: limit(1_000_000))
    await store.save(lines)
    found = await store.archive(EVENT)
    assert found is not None
    assert len(found.chat) == 200
    await store.close()


async def test_a_refusal_says_nothing_personal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = await SqliteStore.open(tmp_path / "store.sqlite3")
    with pytest.raises(Unavailable) as refused:
        await store.save([examples.chat(1, "my private words")])
    written = caplog.text + str(refused.value) + "".join(str(r.__dict__) for r in caplog.records)
    assert "private words" not in written
    await store.close()


@pytest.mark.parametrize(
    "content", [b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 200]
)
async def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(content)
    with pytest.raises(Unavailable):
        await SqliteStore.open(path)
    assert path.read_bytes() == content


async def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be opened"):
        await SqliteStore.open(tmp_path / "nowhere" / "store.sqlite3")


async def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    await (await SqliteStore.open(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(Unavailable, match="newer version"):
        await SqliteStore.open(path)


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(schema.configuration()).get_heads() == [schema.HEAD]


async def test_migrations_end_at_the_tables_of_the_code(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    await (await SqliteStore.open(path)).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_tables_have_the_fields_of_the_records() -> None:
    for kind, table in TABLES.items():
        fields = set(kind.__struct_fields__)
        assert fields == {column.name for column in table.columns}, kind


def test_a_later_start_does_not_import_alembic(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import asyncio, sys
        from pathlib import Path
        from server.engines.sqlite import SqliteStore
        early = "sqlalchemy" in sys.modules
        async def main():
            store = await SqliteStore.open(Path(sys.argv[1]))
            await store.close()
        asyncio.run(main())
        print(early, "sqlalchemy" in sys.modules, "alembic" in sys.modules,
              "sqlalchemy.orm" in sys.modules)
        """
    )
    path = str(tmp_path / "store.sqlite3")
    said = [
        subprocess.run(
            [sys.executable, "-c", script, path],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert said[0][:3] == ["False", "True", "True"]
    assert said[1] == ["False", "True", "False", "False"]


KILLED = textwrap.dedent(
    """
    import asyncio, sys
    from pathlib import Path
    from server.engines.sqlite import SqliteStore
    from tests.engines import examples
    async def main():
        store = await SqliteStore.open(Path(sys.argv[1]))
        await store.save([examples.event()])
        seq = 0
        async def say(seq):
            await store.save([examples.chat(seq), examples.chat(seq + 1_000_000)])
            sys.stdout.write(f"{seq}\\n"); sys.stdout.flush()
        while True:
            await asyncio.gather(*(say(seq + n) for n in range(8)))
            seq += 8
    asyncio.run(main())
    """
)


def acknowledged_before_a_kill(path: Path, least: int) -> list[int]:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as saving:
        assert saving.stdout is not None
        said = [int(saving.stdout.readline()) for _ in range(least)]
        saving.send_signal(signal.SIGKILL)
        return said + [int(line) for line in saving.stdout if line.endswith("\n")]


@pytest.mark.parametrize("acknowledged", [1, 120, 333])
async def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, acknowledged: int) -> None:
    path = tmp_path / "store.sqlite3"
    said = acknowledged_before_a_kill(path, acknowledged)
    assert len(said) >= acknowledged
    store = await SqliteStore.open(path)
    found = await store.archive(EVENT)
    assert found is not None
    kept = {each.seq for each in found.chat}
    assert set(said) <= kept
    assert {seq + 1_000_000 for seq in kept if seq < 1_000_000} == {
        seq for seq in kept if seq >= 1_000_000
    }, "each transaction is there whole or not at all"
    assert found.event.id == EVENT
    assert await store.person(AMARA) is None
    await store.close()
