# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from archivist.model import EventType
from archivist.store import Archive
from tests.cli.conftest import Run

Json = Callable[..., Any]


def test_an_archive_is_backed_up_and_restored(flood: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    run("import", flood)
    before = run_json("list")
    made = run_json("backup", tmp_path / "drive")
    assert (made["copied"], made["kept"], made["problems"], made["counts"]["articles"]) == (1, 0, [], 1)
    again = run_json("backup", tmp_path / "drive", "--keep", "1")
    assert (again["copied"], again["removed"]) == (0, [made["path"]])
    value = run_json("restore", tmp_path / "drive", tmp_path / "again")
    assert (value["path"], value["findings"]) == (str(tmp_path / "again"), [])
    assert run_json("--archive", tmp_path / "again", "list") == before
    assert run_json("--archive", tmp_path / "again", "verify") == {"findings": []}
    with Archive.open(tmp_path / "coverage") as archive:
        backup = archive.events.last(EventType.REPLICATION)
        assert backup is not None
        assert backup.detail["folder"] == again["path"]


def test_a_backup_of_an_archive_with_a_lost_original_says_so(flood: Path, tmp_path: Path, run: Run) -> None:
    run("import", flood)
    (original,) = (path for path in (tmp_path / "coverage" / "originals").rglob("*") if path.is_file())
    original.unlink()
    assert "the file is missing" in run("backup", tmp_path / "drive", code=1).stdout


def test_what_cannot_be_restored_is_said_in_a_sentence(flood: Path, tmp_path: Path, run: Run) -> None:
    run("import", flood)
    assert "inside the archive" in run("backup", tmp_path / "coverage" / "backups", code=1).stderr
    assert "no backup is there" in run("restore", tmp_path, tmp_path / "again", code=1).stderr
    assert not (tmp_path / "again").exists()


def test_a_damaged_archive_is_rescued_and_its_text_read_again(
    flood: Path, tmp_path: Path, run: Run, run_json: Json
) -> None:
    run("import", flood)
    (article,) = run_json("list")["articles"]
    body = run_json("show", article["id"])["body"]
    path = tmp_path / "coverage" / "archive.db"
    raw = path.read_bytes()
    path.write_bytes(raw[:4096].replace(b"SQLite format 3", b"damaged at head") + raw[4096:])
    assert "archivist" in run("list", code=1).stderr
    value = run_json("rescue", tmp_path / "coverage", tmp_path / "out")
    assert (value["tables"]["articles"], value["originals"]) == ({"read": 1, "rebuilt": 0, "lost": 0}, 1)
    assert run_json("--archive", tmp_path / "out", "show", article["id"])["body"] == body
    assert run_json("--archive", tmp_path / "out", "reread", "--all")["refused"] == 0
    assert "is not empty" in run("rescue", tmp_path / "coverage", tmp_path / "out", code=1).stderr
