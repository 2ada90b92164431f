"""The secret is made once, is private, and is the same for everybody who starts."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.auth.secret import BadSecret, load_or_make


def test_it_is_made_once_and_private(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        first = load_or_make(tmp_path)
    finally:
        os.umask(old)
    assert len(first) == 32
    assert load_or_make(tmp_path) == first
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_first_starts_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = list(pool.map(lambda _: load_or_make(tmp_path), range(64)))
    assert len(set(made)) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_a_file_open_to_others_is_closed_again(tmp_path: Path) -> None:
    load_or_make(tmp_path)
    (tmp_path / "secret").chmod(0o644)
    load_or_make(tmp_path)
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "abcd", "not hex at all" * 10, "00" * 31])
def test_a_file_without_a_secret_is_refused_in_words(tmp_path: Path, content: str) -> None:
    (tmp_path / "secret").write_text(content)
    with pytest.raises(BadSecret, match="remove it"):
        load_or_make(tmp_path)
    assert (tmp_path / "secret").read_text() == content
