# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest

from archivist.exchange.bundle.annotation_merging import merge_annotation
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Annotation, Article, Kind, RecordDraft, Status
from archivist.store import Archive


@pytest.fixture
def mark(archive: Archive, articles: list[Article]) -> Annotation:
    """The annotation of the first “18”, with a note."""
    hard = next(article.id for article in articles if article.outlet)
    return next(a for a in archive.annotations.of_article(hard) if a.note)


def merge(archive: Archive, incoming: Annotation) -> MergeLine:
    with archive.action("Merge"):
        return merge_annotation(archive.annotations, incoming)


def elsewhere(mark: Annotation) -> Annotation:
    """The same annotation, made in another archive."""
    return replace(mark, id="2b6f0cc9-0000-4000-8000-000000000001", created_by="Ihor")


def test_a_new_one_is_stored_as_it_is(archive: Archive, mark: Annotation) -> None:
    line = merge(archive, elsewhere(mark))
    assert archive.annotations.get(line.id) == elsewhere(mark)
    assert (line.outcome, line.name, line.detail) == (Outcome.NEW, "18", "")


def test_one_that_is_here_is_left_alone(archive: Archive, mark: Annotation) -> None:
    assert merge(archive, mark).outcome is Outcome.UNCHANGED


def test_when_it_was_changed_last_is_no_difference(archive: Archive, mark: Annotation) -> None:
    assert merge(archive, replace(mark, modified_at="2030-01-01T00:00:00.000Z")).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    ("field", "value"),
    [("note", "інше"), ("attributes", {"value": 19}), ("status", Status.REVIEW), ("quote", "18 людей")],
)
def test_one_that_differs_is_kept_and_told(archive: Archive, mark: Annotation, field: str, value: object) -> None:
    theirs = replace(mark, **{field: value})
    if field == "quote":
        theirs = replace(theirs, end=mark.start + len("18 людей"))
    line = merge(archive, theirs)
    assert archive.annotations.get(mark.id) == mark
    assert line.outcome is Outcome.CONFLICT
    assert field in line.detail


def test_another_tag_is_told(archive: Archive, mark: Annotation) -> None:
    line = merge(archive, replace(mark, tag=archive.tags.named("strike")))
    assert line.detail == "differs in tag; ours is kept"


def test_another_article_is_told(archive: Archive, mark: Annotation, articles: list[Article]) -> None:
    other = next(article.id for article in articles if not article.outlet)
    assert "article" in merge(archive, replace(mark, article=other)).detail


def test_a_deleted_one_comes_back(archive: Archive, mark: Annotation) -> None:
    archive.annotations.delete(mark.id)
    assert merge(archive, replace(mark, note="знову")).outcome is Outcome.RESTORED
    assert archive.annotations.get(mark.id) == replace(mark, note="знову")


def test_a_quote_at_another_place_is_moved_and_told(archive: Archive, mark: Annotation) -> None:
    theirs = replace(elsewhere(mark), start=mark.start + 3, end=mark.end + 3)
    line = merge(archive, theirs)
    assert archive.annotations.get(theirs.id).start == mark.start
    assert line.detail == f"was moved to its words, from {mark.start + 3} to {mark.start}"
    assert merge(archive, theirs) == MergeLine("annotation", theirs.id, "18", Outcome.UNCHANGED)


def test_a_quote_that_is_nowhere_is_kept_for_review_and_told(archive: Archive, mark: Annotation) -> None:
    theirs = replace(elsewhere(mark), quote="19", prefix="", suffix="")
    line = merge(archive, theirs)
    assert archive.annotations.get(theirs.id).status is Status.REVIEW
    assert line.detail.startswith("is for review")
    assert merge(archive, theirs).outcome is Outcome.UNCHANGED


def test_what_waits_for_review_goes_on_waiting(archive: Archive, mark: Annotation) -> None:
    theirs = replace(elsewhere(mark), status=Status.REVIEW)
    assert merge(archive, theirs).detail == ""
    assert archive.annotations.get(theirs.id) == theirs


def test_one_that_was_linked_to_nothing_is_linked(archive: Archive, mark: Annotation) -> None:
    archive.annotations.update(mark.id, record="")
    line = merge(archive, mark)
    assert (line.outcome, line.detail) == (Outcome.COMPLETED, "")
    assert archive.annotations.get(mark.id).record == mark.record
    assert merge(archive, mark).outcome is Outcome.UNCHANGED


def test_a_link_to_another_record_is_kept_and_told(archive: Archive, mark: Annotation) -> None:
    other = archive.records.add(RecordDraft(Kind.FIGURE, "Інше")).id
    assert merge(archive, replace(mark, record=other)).detail == "differs in record; ours is kept"
    assert archive.annotations.get(mark.id) == mark


def test_one_that_comes_without_a_link_takes_none_away(archive: Archive, mark: Annotation) -> None:
    assert merge(archive, replace(mark, record=None)).outcome is Outcome.UNCHANGED
    assert archive.annotations.get(mark.id) == mark
