# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.exchange import MergeLine, MergeReport, Outcome, export_bundle, import_bundle
from archivist.model import Article, ArticleDraft, ImportStatus
from archivist.store import Archive
from tests.exchange.conftest import HARD_TEXT
from tests.exchange.sealing import change_line, seal
from tests.long_work import run_to_end


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        yield other


@pytest.fixture
def hard(articles: list[Article]) -> Article:
    return next(article for article in articles if article.outlet)


def bring(archive: Archive, path: Path) -> tuple[MergeReport, dict[str, MergeLine]]:
    report = run_to_end(import_bundle(archive, path))
    return report, {line.id: line for line in report.lines if line.what == "article"}


def test_metadata_that_differs_is_kept_and_told(archive: Archive, bundle: Path, hard: Article) -> None:
    archive.articles.update(hard.id, outlet="Голос", published="2023")
    before = archive.articles.get(hard.id)
    report, lines = bring(archive, bundle)
    assert archive.articles.get(hard.id) == before
    assert (lines[hard.id].outcome, lines[hard.id].detail) == (
        Outcome.CONFLICT,
        "differs in outlet, published; ours is kept",
    )
    assert report.as_file_report().status is ImportStatus.WARNING
    assert report.conflicts == (lines[hard.id],)
    assert not report.changed


def test_a_text_that_differs_is_kept_and_told(other: Archive, bundle: Path, hard: Article) -> None:
    draft = ArticleDraft(hard.title, "Інший текст. Загинуло 18 людей.", outlet=hard.outlet)
    other.articles.add(draft, "інше".encode(), "text/plain", id_=hard.id)
    report, lines = bring(other, bundle)
    assert other.articles.revision(hard.id).body == draft.body
    assert lines[hard.id].detail.startswith("differs in text, ")
    # Its annotations are there: those whose words are found, on them; the rest for somebody to look at.
    assert other.articles.get(hard.id).annotation_count == 6
    told = [line for line in report.lines if line.what == "annotation"]
    assert len(told) == 6
    assert all(line.detail.startswith(("was moved to its words", "is for review")) for line in told)


def test_the_same_file_imported_here_stands_for_it(other: Archive, bundle: Path, hard: Article) -> None:
    draft = ArticleDraft(
        hard.title, HARD_TEXT, outlet=hard.outlet, byline=hard.byline, published=hard.published, language="uk"
    )
    ours = other.articles.add(draft, HARD_TEXT.encode(), "text/plain").article
    report, lines = bring(other, bundle)
    assert other.articles.count() == 2
    assert (lines[ours].outcome, lines[ours].detail) == (Outcome.MAPPED, f"is here under another id, {ours}")
    assert len(other.annotations.of_article(ours)) == 6
    assert ours in report.articles
    assert report.as_file_report().status is ImportStatus.IMPORTED
    again, _ = bring(other, bundle)
    assert not again.changed


def test_parts_of_one_original_stay_apart(archive: Archive, other: Archive, tmp_path: Path) -> None:
    ids = [
        archive.articles.add(ArticleDraft(part, part), b"both", "message/rfc822", part=part).article for part in "12"
    ]
    run_to_end(export_bundle(archive, ids, tmp_path / "out"))
    bring(other, tmp_path / "out")
    assert [(other.articles.part(id_), other.articles.revision(id_).body) for id_ in ids] == [("1", "1"), ("2", "2")]


def test_collections_are_joined(other: Archive, bundle: Path, hard: Article) -> None:
    bring(other, bundle)
    other.collections.delete("Страйк")
    other.collections.add("СТРАЙК")
    report, _ = bring(other, bundle)
    assert other.collections.of_article(hard.id) == ["СТРАЙК"]
    assert report.changed
    assert report.as_file_report().status is ImportStatus.IMPORTED


def test_a_text_id_that_another_article_has_is_not_taken_twice(
    other: Archive, bundle: Path, articles: list[Article]
) -> None:
    draft = ArticleDraft("Інше", "Інше")
    other.articles.add(draft, b"other", "text/plain", revision_id=articles[0].revision)
    bring(other, bundle)
    assert other.articles.get(articles[0].id).revision != articles[0].revision


def test_spaces_around_metadata_are_no_difference(other: Archive, bundle: Path) -> None:
    change_line(bundle / "data" / "articles.jsonl", lambda line: line.update(title=f" {line['title']} "))
    seal(bundle)
    bring(other, bundle)
    report, _ = bring(other, bundle)
    assert report.conflicts == ()


def test_provenance_that_differs_is_told(archive: Archive, other: Archive, bundle: Path, hard: Article) -> None:
    provenance = replace(archive.articles.provenance(hard.id), reader_version="2")
    draft = ArticleDraft(
        *(hard.title, HARD_TEXT, hard.outlet, hard.byline, "", "", hard.published, "", "uk", provenance)
    )
    other.articles.add(draft, HARD_TEXT.encode(), "text/plain", id_=hard.id)
    _, lines = bring(other, bundle)
    assert lines[hard.id].detail == "differs in provenance; ours is kept"


def test_another_original_is_told(other: Archive, bundle: Path, hard: Article) -> None:
    draft = ArticleDraft(hard.title, HARD_TEXT)
    other.articles.add(draft, b"\xef\xbb\xbf" + HARD_TEXT.encode(), "text/plain", id_=hard.id)
    _, lines = bring(other, bundle)
    assert "original" in lines[hard.id].detail
    assert "text" not in lines[hard.id].detail
