# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out as a project and comes into another archive is what it was, ids included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archivist.exchange import Selection, export
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.refi_qda import FORMAT
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end


def articles_of(archive: Archive) -> list[tuple[Any, ...]]:
    return [
        (
            replace(article, row=0, original=None, revision="", imported_at=""),
            archive.articles.revision(article.id).body,
            archive.collections.of_article(article.id),
        )
        for article in map(archive.articles.get, sorted(archive.articles.ids(archive.articles.rows())))
    ]


def annotations_of(archive: Archive) -> list[Any]:
    return [
        replace(mark, tag=replace(mark.tag, row=0), revision="")
        for id_ in sorted(archive.articles.ids(archive.articles.rows()))
        for mark in archive.annotations.of_article(id_)
    ]


def tags_of(archive: Archive) -> list[Any]:
    return sorted((replace(tag, row=0) for tag in archive.tags.all()), key=lambda tag: tag.id)


def records_of(archive: Archive) -> dict[str, Any]:
    return {record.id: record.draft for record in archive.records.at(list(archive.records.parents())).values()}


def relations_of(archive: Archive) -> set[tuple[Any, ...]]:
    return {(each.id, each.type, each.source, each.target, each.note) for each in archive.relations.all()}


WHATS = [articles_of, annotations_of, tags_of, records_of, relations_of]


@pytest.fixture
def other(archive: Archive, articles: list[Article], tmp_path: Path) -> Archive:
    """An empty archive into which the whole other one has been taken."""
    path = tmp_path / "all.qdpx"
    run_to_end(export(archive, FORMAT, Selection(tuple(article.id for article in articles)), path))
    other = Archive.create(tmp_path / "other", who="Ivan")
    run_to_end(take_in(other, FORMAT, path, TagMapping()))
    return other


@pytest.mark.parametrize("what", WHATS)
def test_all_is_as_it_was(archive: Archive, other: Archive, what: Callable[[Archive], object]) -> None:
    with other:
        assert what(other) == what(archive)


def test_taking_it_in_again_changes_nothing(archive: Archive, other: Archive, tmp_path: Path) -> None:
    with other:
        before = [what(other) for what in WHATS]
        report = run_to_end(take_in(other, FORMAT, tmp_path / "all.qdpx", TagMapping()))
        assert not report.changed
        assert [what(other) for what in WHATS] == before


def test_every_post_comes_back(sample_with_posts: Archive, tmp_path: Path) -> None:
    archive = sample_with_posts
    run_to_end(
        export(archive, FORMAT, Selection(tuple(archive.articles.ids(archive.articles.rows()))), tmp_path / "a.qdpx")
    )
    with Archive.create(tmp_path / "other", who="Ivan") as other:
        run_to_end(take_in(other, FORMAT, tmp_path / "a.qdpx", TagMapping()))
        for what in WHATS:
            assert what(other) == what(archive)
