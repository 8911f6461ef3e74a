# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchiveExists
from archivist.model import Kind, Status
from archivist.sample import make_sample_archive
from archivist.store import Archive


def test_the_sample_archive_holds_the_shipped_coverage_annotated(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    make_sample_archive(folder)
    with Archive.open(folder) as archive:
        articles = archive.articles.at_rows(archive.articles.rows())
        annotations = [each for article in articles for each in archive.annotations.of_article(article.id)]
        assert len(articles) >= 12
        assert {article.language for article in articles} == {"uk", "ru", "en"}
        assert all(article.outlet and article.published and article.url for article in articles)
        assert {annotation.tag.kind for annotation in annotations} == set(Kind)
        assert {annotation.status for annotation in annotations} == {Status.ANCHORED}
        assert len(archive.collections.all()) == 2


def test_it_begins_with_nothing_to_undo(tmp_path: Path) -> None:
    make_sample_archive(tmp_path / "sample")
    with Archive.open(tmp_path / "sample") as archive:
        assert archive.history.next_undo() is None


def test_it_is_made_in_an_empty_folder_and_over_nothing_else(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    make_sample_archive(taken)
    with pytest.raises(ArchiveExists):
        make_sample_archive(taken)


def test_only_the_archive_is_left_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    make_sample_archive(tmp_path / "sample")
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name != "home") == ["mine.txt", "sample"]
