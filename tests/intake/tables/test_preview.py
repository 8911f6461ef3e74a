# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from archivist.errors import UnsupportedFile
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.preview import files_with_columns, preview_table
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.readers import read_table
from archivist.model import ArticleDraft, Progress, Unread

TABLE = (
    "заголовок;текст;дата;n\n"
    + "".join(f"Назва {n};Текст новини {n};0{n}/0{n + 1}/2024;{n % 2}\n" for n in range(1, 8))
    + ";;;\nОстання;Ще текст;;\n"
)


def test_a_preview_says_how_a_table_would_be_read() -> None:
    preview = preview_table(TABLE.encode("cp1251"), Path("a.csv"), ImportOptions(), 2)
    assert (preview.format, preview.encoding, preview.delimiter, preview.header) == ("csv", "cp1251", ";", True)
    assert [column.name for column in preview.columns] == ["заголовок", "текст", "дата", "n"]
    assert preview.columns[0].samples == ("Назва 1", "Назва 2", "Назва 3")
    assert preview.columns[3].samples == ("1", "0")
    assert preview.rows[:2] == (
        ("Назва 1", "Текст новини 1", "01/02/2024", "1"),
        ("Назва 2", "Текст новини 2", "02/03/2024", "0"),
    )
    assert [article.title for article in preview.articles if isinstance(article, ArticleDraft)] == [
        "Назва 1",
        "Назва 2",
    ]
    assert "“01/02/2024”" in " ".join(preview.doubts)
    assert preview.problem == ""


def test_the_profile_of_a_preview_reads_the_table_in_the_same_way() -> None:
    raw, path = TABLE.encode("cp1251"), Path("a.csv")
    preview = preview_table(raw, path, ImportOptions())
    profile = TableProfile.of("п", preview.profile.settings())
    assert profile.columns == {"title": "заголовок", "body": "текст", "published": "дата"}
    assert profile.fits([column.name for column in preview.columns])

    def bodies(options: ImportOptions) -> list[str]:
        return [one.body if isinstance(one, ArticleDraft) else one.reason for one in read_table(raw, path, options)]

    assert bodies(ImportOptions(profile=profile)) == bodies(ImportOptions())


def test_a_preview_of_what_cannot_be_imported_says_why_and_shows_the_columns() -> None:
    preview = preview_table(b"country,n\nUkraine,41\nPoland,38\n", Path("a.csv"), ImportOptions())
    assert "“country”, “n”" in preview.problem
    assert preview.columns[1].samples == ("41", "38")
    assert preview.articles == ()


def test_a_row_without_text_is_shown_as_such() -> None:
    preview = preview_table('[{"text": "Один текст"}, {"text": ""}]'.encode(), Path("a"), ImportOptions())
    assert preview.articles[1] == Unread("row 2", "It has no text.")


def test_what_is_no_table_has_no_preview() -> None:
    with pytest.raises(UnsupportedFile, match="no table"):
        preview_table("Просто текст.".encode(), Path("a.txt"), ImportOptions())


def test_files_with_the_same_columns_are_found_in_any_order_of_them(tmp_path: Path) -> None:
    contents = {"a": "x;y\nОдин;Два\n", "b": "y;x\nТри;Чотири\n", "c": "x;z\nПять;Шість\n", "d": ""}
    for name, content in contents.items():
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    profile = TableProfile(columns={"body": "x"}, delimiter=";", header=True, made_for=("x", "y"))
    paths = [tmp_path / f"{name}.csv" for name in "abcd"]
    looking = files_with_columns(paths, ImportOptions(profile=profile))
    assert finish(looking) == tuple(paths[:2])


def finish(work: Generator[Progress, None, tuple[Path, ...]]) -> tuple[Path, ...]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
