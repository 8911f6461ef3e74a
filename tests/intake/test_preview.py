# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from archivist.errors import InvalidDate
from archivist.intake import reading
from archivist.intake.pipeline import import_files
from archivist.intake.plain_text import PLAIN_TEXT
from archivist.intake.plan import ImportPlan
from archivist.intake.preview import PreviewedFile, preview_plan
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, ImportStatus, Progress, Unread
from archivist.store import Archive
from tests.intake.made_pages import page
from tests.long_work import run_to_end


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_bytes(
        "Прорвало греблю\n\nДжерело: Хвиля\n\nРятувальники вивозять людей з їхніх сіл.".encode("koi8_u")
    )
    (folder / "b.html").write_text(page(), encoding="utf-8")
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def previewed(archive: Archive, *sources: Path, **options: str) -> tuple[PreviewedFile, ...]:
    return run_to_end(preview_plan(archive, ImportPlan(sources, ImportOptions(**options))))


def test_it_tells_what_would_come_in_and_writes_nothing(archive: Archive, folder: Path) -> None:
    text, html, picture = previewed(archive, folder)
    assert (text.reader, text.encoding, text.articles, text.outlet) == ("text", "koi8-u", 1, "Хвиля")
    assert text.lines == ("Прорвало греблю", "Джерело: Хвиля", "Рятувальники вивозять людей з їхніх сіл.")
    assert (html.status, html.reader, html.title) == (ImportStatus.IMPORTED, "html", "Прорвало греблю біля Ожвина")
    assert (picture.status, picture.articles) == (ImportStatus.REFUSED, 0)
    assert "PNG" in picture.reason
    assert archive.articles.count() == 0


def test_what_is_here_already_is_said(archive: Archive, folder: Path) -> None:
    run_to_end(import_files(archive, [folder / "a.txt"], ImportOptions(outlet="Вісник")))
    (file,) = previewed(archive, folder / "a.txt")
    assert (file.status, file.outlet, file.articles) == (ImportStatus.DUPLICATE, "Вісник", 1)
    assert file.lines[0] == "Прорвало греблю"


def test_a_file_of_which_all_that_can_be_read_is_here_is_no_news(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "Порт відкрито.\n\nКораблі вийшли в море.")
        packed.writestr("b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100)
    (before,) = previewed(archive, path)
    assert before.status is ImportStatus.WARNING
    report = run_to_end(import_files(archive, [path]))
    (again,) = previewed(archive, path)
    (twice,) = run_to_end(import_files(archive, [path])).files
    assert report.files[0].status is ImportStatus.WARNING
    assert (again.status, again.unread) == (ImportStatus.DUPLICATE, before.unread)
    assert twice.status is again.status


def test_the_effect_of_options_is_shown(archive: Archive, folder: Path) -> None:
    (wrong,) = previewed(archive, folder / "a.txt", encoding="cp1251", outlet="Порт", published="2022-01")
    assert wrong.lines[0] != "Прорвало греблю"
    assert (wrong.encoding, wrong.outlet, wrong.published) == ("cp1251", "Порт", "2022-01")
    with pytest.raises(InvalidDate):
        previewed(archive, folder, published="учора")


def test_of_many_articles_the_first_is_shown_and_the_rest_counted(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        return [*(replace(draft, title=str(number)) for number in range(60)), Unread("last", "It is locked.")]

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = previewed(archive, folder / "a.txt")
    assert (file.articles, file.titles[:2], len(file.titles)) == (60, ("0", "1"), 50)
    assert (file.status, file.unread[0].part) == (ImportStatus.WARNING, "last")


def test_lines_without_end_are_cut(archive: Archive, folder: Path) -> None:
    (folder / "long.txt").write_text("слово " * 10_000, encoding="utf-8")
    (file,) = previewed(archive, folder / "long.txt")
    assert len(file.lines[0]) <= 241


def test_files_can_be_seen_as_they_are_read(archive: Archive, folder: Path) -> None:
    files: list[PreviewedFile] = []
    steps = preview_plan(archive, ImportPlan((folder,)), files=files)
    counts = [(step.done, len(files)) for step in steps if isinstance(step, Progress)]
    assert all(done == count for done, count in counts)
    assert counts[-1] == (3, 3)
