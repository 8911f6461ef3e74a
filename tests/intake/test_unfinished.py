# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path

import pytest

from archivist.errors import DiskFull
from archivist.intake import pipeline
from archivist.intake.pipeline import ImportReport, import_files, import_plan, resume_import
from archivist.intake.plan import ImportPlan
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.profile import TableProfile
from archivist.intake.unfinished import Note, UnfinishedImport, note_for, unfinished_imports
from archivist.model import ImportStatus, Progress
from archivist.store import Archive
from archivist.store.articles import Articles
from tests.long_work import run_to_end


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five texts to be imported."""
    folder = tmp_path / "новини\udcff"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Слово {number}", encoding="utf-8")
    return folder


def stopped(steps: Generator[Progress, None, ImportReport], after: int) -> None:
    """Stop an import after so many files."""
    for progress in steps:
        if progress.done == after:
            break
    steps.close()


def only(archive: Archive) -> UnfinishedImport:
    [unfinished] = unfinished_imports(archive.folder)
    return unfinished


def test_a_stopped_import_goes_on(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1)
    plan = ImportPlan(
        (folder,),
        ImportOptions(outlet="Хвиля"),
        frozenset({folder / "4.txt"}),
        {folder / "3.txt": ImportOptions(outlet="Вісник", profile=TableProfile("posts", {"body": "текст"}))},
    )
    stopped(import_plan(archive, plan), 2)
    assert archive.articles.count() == 2
    unfinished = only(archive)
    assert (unfinished.plan, unfinished.done, unfinished.total) == (plan, 2, 4)
    assert unfinished.name == str(folder)
    report = run_to_end(resume_import(archive, unfinished))
    assert [file.status for file in report.files] == [ImportStatus.DUPLICATE] * 2 + [ImportStatus.IMPORTED] * 2
    outlets = [archive.articles.get(file.articles[0]).outlet for file in report.files]
    assert outlets == ["Хвиля", "Хвиля", "Хвиля", "Вісник"]
    assert unfinished_imports(archive.folder) == []


def test_an_import_that_came_to_its_end_leaves_nothing(archive: Archive, folder: Path) -> None:
    before = set(archive.folder.iterdir())
    run_to_end(import_files(archive, [folder]))
    assert set(archive.folder.iterdir()) == before


def test_a_full_disk_says_where_it_stopped_and_the_import_can_go_on(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1)
    add, calls = Articles.add, iter(range(5))

    def filling(*arguments: object, **named: object) -> object:
        if next(calls) == 3:
            raise DiskFull(archive.folder)
        return add(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Articles, "add", filling)
        report = run_to_end(import_files(archive, [folder]))
    assert isinstance(report.stopped, DiskFull)
    assert [file.path.name for file in report.files] == ["0.txt", "1.txt", "2.txt"]
    again = run_to_end(resume_import(archive, only(archive)))
    assert again.stopped is None
    assert archive.articles.count() == 5
    assert unfinished_imports(archive.folder) == []


def test_one_that_is_stopped_twice_is_offered_once(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1)
    stopped(import_files(archive, [folder]), 1)
    stopped(resume_import(archive, only(archive)), 3)
    assert only(archive).done == 3


def test_the_same_asked_for_anew_goes_on_and_is_offered_once(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1)
    stopped(import_files(archive, [folder]), 1)
    stopped(import_files(archive, [folder]), 3)
    assert only(archive).done == 3
    stopped(import_files(archive, [folder], ImportOptions(outlet="Хвиля")), 1)
    assert len(unfinished_imports(archive.folder)) == 2


def test_one_that_is_forgotten_is_not_offered_again(archive: Archive, folder: Path) -> None:
    stopped(import_files(archive, [folder]), 0)
    only(archive).forget()
    assert unfinished_imports(archive.folder) == []


def test_what_cannot_go_on_here_is_not_offered(archive: Archive, folder: Path, tmp_path: Path) -> None:
    gone, here = ImportPlan((tmp_path / "none",)), ImportPlan((folder,))
    Note(note_for(archive.folder, gone), gone, 5).write(0)
    (archive.folder / "import-1.json").write_text("[", encoding="ascii")
    (archive.folder / "import-2.json").write_text("[]", encoding="ascii")
    (archive.folder / "import-3.new").write_text("{", encoding="ascii")
    Note(note_for(archive.folder, here), here, 5).write(0)
    note = only(archive).note
    note.write_text(json.dumps({**json.loads(note.read_text()), "machine": "another"}))
    assert unfinished_imports(archive.folder) == []
    assert list(archive.folder.glob("*.new")) == []
