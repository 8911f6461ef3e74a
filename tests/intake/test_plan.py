# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from archivist.errors import NoFileFound
from archivist.intake.plan import ImportPlan


def test_a_folder_without_files_is_told_among_the_others(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    (empty / "below").mkdir(parents=True)
    full.mkdir()
    (full / "a.txt").write_text("слово", encoding="utf-8")
    first, second = ImportPlan((empty, full)).files()
    assert (first.path, type(first.problem)) == (empty, NoFileFound)
    assert (second.path, second.problem) == (full / "a.txt", None)


def test_a_folder_whose_files_are_left_out_is_not_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("слово", encoding="utf-8")
    assert list(ImportPlan((tmp_path,), leave_out=frozenset({path})).files()) == []
