# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time
from pathlib import Path

import pytest

from archivist.intake.pipeline import import_files
from archivist.intake.watched import NewFiles, WatchedFolder, look_for_new
from archivist.store import Archive
from tests.long_work import run_to_end

LATER = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    (folder / "inside").mkdir(parents=True)
    (folder / "a.txt").write_text("Перша", encoding="utf-8")
    (folder / "inside" / "b.txt").write_text("Друга", encoding="utf-8")
    (folder / "c.html.part").write_text("Третя", encoding="utf-8")
    return folder


def looked(archive: Archive, folder: WatchedFolder, after: float = LATER) -> NewFiles:
    [found] = run_to_end(look_for_new(archive, [folder], now=time.time() + after))
    return found


def test_all_is_new_that_was_not_seen_to(archive: Archive, folder: Path) -> None:
    found = looked(archive, WatchedFolder(folder))
    assert found.files == (folder / "a.txt", folder / "inside" / "b.txt")
    assert found.below == (folder, folder / "inside")
    assert not found.unsettled


def test_what_was_seen_to_stays_away_and_what_comes_later_is_new(archive: Archive, folder: Path) -> None:
    seen = WatchedFolder(folder, (folder / "a.txt").stat().st_ctime + 1)
    assert looked(archive, seen).files == ()
    seen = WatchedFolder(folder, (folder / "inside" / "b.txt").stat().st_ctime - 1e-9)
    (folder / "inside" / "later.txt").write_text("Пізніша", encoding="utf-8")
    assert folder / "inside" / "later.txt" in looked(archive, seen).files


def test_what_is_in_the_archive_is_not_new(archive: Archive, folder: Path) -> None:
    run_to_end(import_files(archive, [folder / "a.txt"]))
    assert looked(archive, WatchedFolder(folder)).files == (folder / "inside" / "b.txt",)


def test_a_file_that_is_still_being_written_is_waited_for(archive: Archive, folder: Path) -> None:
    found = looked(archive, WatchedFolder(folder), after=0.0)
    assert (found.files, found.unsettled) == ((), True)
    assert found.looked_at < (folder / "a.txt").stat().st_ctime


def test_a_folder_that_is_away_has_nothing_new(archive: Archive, tmp_path: Path) -> None:
    assert run_to_end(look_for_new(archive, [WatchedFolder(tmp_path / "none")])) == []
