# SPDX-License-Identifier: GPL-3.0-or-later
"""Our entities, opened with followthemoney itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archivist.exchange.ftm import FORMAT
from archivist.model import Kind
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import run_elsewhere


def seen_elsewhere(archive: Archive, path: Path) -> dict[str, int]:
    """How many entities of each schema there are, nothing of which is dropped or changed, or points nowhere."""
    contents = contents_of(archive)
    contents = type(contents)(archive, contents.selection, FORMAT.fit)
    written(FORMAT, contents, path)
    seen = json.loads(run_elsewhere("followthemoney_entities", path))
    assert seen["changed"] == []
    assert seen["missing"] == []
    counts: dict[str, int] = seen["counts"]
    return counts


def test_nothing_is_dropped_of_a_large_archive(sample_with_posts: Archive, tmp_path: Path) -> None:
    counts = seen_elsewhere(sample_with_posts, tmp_path / "out.jsonl")
    assert counts["Article"] == sample_with_posts.articles.count()
    marks = [mark for handed in contents_of(sample_with_posts).articles() for mark in handed.annotations]
    assert counts["Mention"] == sum(mark.tag.kind in (Kind.ACTOR, Kind.EVENT) for mark in marks)


@pytest.mark.usefixtures("articles")
def test_nothing_is_dropped_of_hard_texts_and_records(archive: Archive, tmp_path: Path) -> None:
    counts = seen_elsewhere(archive, tmp_path / "out.jsonl")
    assert counts == {
        "Article": 2,
        "Mention": 3,
        "Documentation": 2,
        "Event": 2,
        "PublicBody": 1,
        "Person": 1,
        "UnknownLink": 1,
    }
