# SPDX-License-Identifier: GPL-3.0-or-later
"""Our tables, opened with readers that others wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.exchange.format import Format
from archivist.exchange.tabular import CSV, XLSX
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere


@pytest.mark.parametrize(
    ("format_", "name", "reader"), [(CSV, "out", "tables_frictionless"), (XLSX, "out.xlsx", "workbook_openpyxl")]
)
def test_others_read_the_same(
    sample_with_posts: Archive, tmp_path: Path, format_: Format, name: str, reader: str
) -> None:
    assert written(format_, contents_of(sample_with_posts), tmp_path / name) == []
    seen = read_elsewhere(reader, tmp_path / name)
    assert seen.articles == sample_with_posts.articles.count()
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.annotations.total() == sample_with_posts.annotations.count()


@pytest.mark.parametrize(
    ("format_", "name", "reader"), [(CSV, "out", "tables_frictionless"), (XLSX, "out.xlsx", "workbook_openpyxl")]
)
@pytest.mark.usefixtures("articles")
def test_others_read_hard_texts_and_records(
    archive: Archive, tmp_path: Path, format_: Format, name: str, reader: str
) -> None:
    written(format_, contents_of(archive), tmp_path / name)
    assert read_elsewhere(reader, tmp_path / name).annotations == marked_here(archive)
