# SPDX-License-Identifier: GPL-3.0-or-later
"""What our formats with room for nearly everything bring back, by way of a whole export and import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.exchange import Selection, export
from archivist.exchange.format import Format
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.report import MergeReport, Outcome
from archivist.exchange.stam import FORMAT as STAM
from archivist.exchange.w3c import FORMAT as W3C
from archivist.model import Annotation, Article
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        yield other


def exported(archive: Archive, format_: Format, path: Path) -> Path:
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    report = run_to_end(export(archive, format_, Selection(ids), path))
    assert report.annotations == sum(len(archive.annotations.of_article(id_)) for id_ in ids)
    return path


def taken_in(archive: Archive, format_: Format, path: Path) -> MergeReport:
    return run_to_end(take_in(archive, format_, path, TagMapping()))


def annotations(archive: Archive) -> dict[str, Annotation]:
    """The annotations by id, but for what is each archive's own: rows, revisions, and when it was changed there."""
    found = [
        mark
        for id_ in sorted(archive.articles.ids(archive.articles.rows()))
        for mark in archive.annotations.of_article(id_)
    ]
    return {mark.id: replace(mark, revision="", tag=replace(mark.tag, row=0), modified_at="") for mark in found}


@pytest.mark.usefixtures("articles")
def test_a_stam_store_makes_the_articles_anew(archive: Archive, other: Archive, tmp_path: Path) -> None:
    path = exported(archive, STAM, tmp_path / "a.store.stam.json")
    report = taken_in(other, STAM, path)
    assert not report.conflicts, report.lines
    assert not [line for line in report.lines if line.outcome is Outcome.LEFT_OUT]
    for id_ in archive.articles.ids(archive.articles.rows()):
        assert other.articles.revision(id_).body == archive.articles.revision(id_).body
        ours, theirs = archive.articles.get(id_), other.articles.get(id_)
        for name in ("title", "outlet", "byline", "section", "url", "published", "language", "annotation_count"):
            assert getattr(theirs, name) == getattr(ours, name), name
    assert annotations(other) == annotations(archive)
    assert {record.id: record.draft for record in other.records.at(list(other.records.parents())).values()} == {
        record.id: record.draft for record in archive.records.at(list(archive.records.parents())).values()
    }
    assert {(r.id, r.type, r.source, r.target, r.note) for r in other.relations.all()} == {
        (r.id, r.type, r.source, r.target, r.note) for r in archive.relations.all()
    }
    assert not taken_in(other, STAM, path).changed


def test_web_annotations_come_back_to_their_articles(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    before, relations = annotations(archive), archive.relations.all()
    path = exported(archive, W3C, tmp_path / "a.jsonld")
    assert not taken_in(archive, W3C, path).changed
    for id_ in before:
        archive.annotations.delete(id_)
    assert annotations(archive) == {}
    report = taken_in(archive, W3C, path)
    assert report.counts["annotation", Outcome.RESTORED] == len(before) > 0
    assert annotations(archive) == before
    assert archive.relations.all() == relations
    assert set(report.articles) == {article.id for article in articles}
