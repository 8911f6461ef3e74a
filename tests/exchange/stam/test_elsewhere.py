# SPDX-License-Identifier: GPL-3.0-or-later
"""What we write, as the reference implementation of STAM reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.stam import FORMAT
from archivist.model import Article
from archivist.store import Archive
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere
from tests.long_work import run_to_end


def write(archive: Archive, path: Path) -> Path:
    assert FORMAT.write is not None
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    run_to_end(FORMAT.write(Contents(archive, Selection(ids)), path))
    return path


def test_every_annotation_is_on_its_words(sample_with_posts: Archive, tmp_path: Path) -> None:
    seen = read_elsewhere("read_stam", write(sample_with_posts, tmp_path / "all.store.stam.json"))
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


@pytest.mark.usefixtures("articles")
def test_hard_texts_and_relations_are_read_too(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    seen = read_elsewhere("read_stam", write(archive, tmp_path / "all.store.stam.json"))
    assert seen.annotations == marked_here(archive)
    assert seen.articles == len(articles)
