# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.intake import reading
from archivist.intake.pipeline import import_files
from archivist.intake.plain_text import PLAIN_TEXT
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, FileReport, ImportStatus, Unread
from archivist.store import Archive
from tests.long_work import run_to_end


class Box:
    """A container of three texts, one of which may be of no use; counts how often it is read."""

    def __init__(self) -> None:
        self.times_read = 0
        self.unread = False

    def read(self, raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
        self.times_read += 1
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        pieces = [replace(draft, title=str(number), part=f"piece {number}") for number in range(3)]
        return [*pieces[:2], Unread("piece 2", "It is locked.")] if self.unread else list(pieces)


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Box:
    """What reads all files from now on."""
    box = Box()
    reader = replace(PLAIN_TEXT, name="text", read=box.read)
    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: reader)
    return box


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Слово", encoding="utf-8")
    return path


def imported(archive: Archive, path: Path, **options: str) -> FileReport:
    [report] = run_to_end(import_files(archive, [path], ImportOptions(**options))).files
    return report


def test_a_file_all_of_which_is_here_is_not_read_again(archive: Archive, box: Box, file: Path) -> None:
    first, again = imported(archive, file), imported(archive, file)
    assert (again.status, again.articles, again.reader) == (ImportStatus.DUPLICATE, first.articles, "text")
    assert len(again.articles) == 3
    assert box.times_read == 1


def test_what_is_known_goes_into_the_collection_too(archive: Archive, box: Box, file: Path) -> None:
    imported(archive, file)
    imported(archive, file, collection="Повінь")
    assert archive.collections.named("Повінь").article_count == 3
    assert box.times_read == 1


def test_a_container_that_was_read_in_part_is_read_again(archive: Archive, box: Box, file: Path) -> None:
    box.unread = True
    assert len(imported(archive, file).articles) == 2
    box.unread = False
    again = imported(archive, file)
    assert (again.status, len(again.articles)) == (ImportStatus.IMPORTED, 3)
    assert archive.articles.count() == 3


@pytest.mark.parametrize("deleted", [[1], [0, 1, 2]])
def test_deleted_articles_come_back(archive: Archive, box: Box, file: Path, deleted: Iterable[int]) -> None:
    first = imported(archive, file)
    archive.articles.delete([first.articles[number] for number in deleted])
    again = imported(archive, file)
    assert (again.status, set(again.articles)) == (ImportStatus.IMPORTED, set(first.articles))
    assert archive.articles.count() == 3


def test_an_original_that_was_lost_is_kept_again(archive: Archive, box: Box, file: Path) -> None:
    first = imported(archive, file)
    original = archive.articles.get(first.articles[0]).original
    assert original is not None
    archive.originals.path(original.sha256).unlink()
    imported(archive, file)
    assert archive.originals.read(original.sha256) == file.read_bytes()


def test_another_way_of_reading_is_tried(archive: Archive, box: Box, file: Path) -> None:
    imported(archive, file)
    imported(archive, file, encoding="utf-8", format="text")
    assert box.times_read == 1
    imported(archive, file, encoding="cp1251")
    imported(archive, file, format="markdown")
    assert box.times_read == 3
