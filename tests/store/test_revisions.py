# SPDX-License-Identifier: GPL-3.0-or-later
"""Older texts are read with the annotations that they had, whatever happened since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import ArticleNotFound, RevisionNotFound
from archivist.model import Article, Kind, Provenance, RecordDraft, Status
from archivist.store import Archive

Add = Callable[..., Article]
READING = Provenance("fixed.txt", "correction", "2", None)
FIRST = "Повінь\n\nЗагинуло 18 людей, каже міністерство."
SECOND = "Повінь\n\nЗагинуло 19 людей, каже міністерство."
THIRD = "Велика повінь\n\nЗагинуло 19 людей."


@pytest.fixture
def article(archive: Archive, add_article: Add) -> Article:
    article = add_article(FIRST)
    archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id, note="перше число")
    archive.annotations.add_quote(article.id, "міністерство", archive.tags.named("ministry").id)
    archive.articles.revise(article.id, SECOND, READING)
    archive.articles.revise(article.id, THIRD, READING)
    return article


def said(archive: Archive, article: Article, number: int) -> list[tuple[str, str, str, str]]:
    revision = archive.revisions.find(article.id, str(number))
    return [
        (mark.quote, mark.tag.name, mark.note, mark.status)
        for mark in archive.revisions.annotations(article.id, revision)
    ]


def test_texts_are_found_by_number_and_by_the_beginning_of_their_id(archive: Archive, article: Article) -> None:
    texts = archive.revisions.of_article(article.id)
    assert [text.number for text in texts] == [1, 2, 3]
    assert archive.revisions.find(article.id, "2").body == SECOND
    assert archive.revisions.find(article.id, texts[0].id[:8].upper()).body == FIRST
    for mistaken in ("4", "0", "", "zzzz", texts[0].id[:3]):
        with pytest.raises(RevisionNotFound):
            archive.revisions.find(article.id, mistaken)
    with pytest.raises(ArticleNotFound):
        archive.revisions.find("nothing", "1")


def test_a_text_of_another_article_is_none_of_this(archive: Archive, article: Article, add_article: Add) -> None:
    other = add_article("Інше.")
    with pytest.raises(RevisionNotFound):
        archive.revisions.get(article.id, other.revision)


def test_an_older_text_has_the_annotations_that_it_had(archive: Archive, article: Article) -> None:
    assert said(archive, article, 1) == [
        ("18 людей", "killed", "перше число", Status.ANCHORED),
        ("міністерство", "ministry", "", Status.ANCHORED),
    ]
    assert said(archive, article, 2) == [
        ("18 людей", "killed", "перше число", Status.REVIEW),
        ("міністерство", "ministry", "", Status.ANCHORED),
    ]
    assert {status for *_, status in said(archive, article, 3)} == {Status.REVIEW}


def test_what_happens_later_changes_no_older_text(archive: Archive, article: Article) -> None:
    before = said(archive, article, 1)
    for mark in archive.annotations.of_article(article.id):
        archive.annotations.update(mark.id, note="пізніше", tag=archive.tags.named("strike").id)
    archive.annotations.add_quote(article.id, "повінь", archive.tags.named("strike").id)
    assert said(archive, article, 1) == before
    for mark in archive.annotations.of_article(article.id):
        archive.annotations.delete(mark.id)
    assert said(archive, article, 1) == before
    assert said(archive, article, 3) == []


def test_a_text_that_became_current_again_has_what_was_marked_then(archive: Archive, add_article: Add) -> None:
    article = add_article(FIRST)
    archive.articles.revise(article.id, SECOND, READING)
    archive.history.undo()
    archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    archive.articles.revise(article.id, THIRD, READING)
    assert [quote for quote, *_ in said(archive, article, 1)] == ["18 людей"]
    assert said(archive, article, 2) == []


def test_an_annotation_that_was_undone_is_on_no_text(archive: Archive, add_article: Add) -> None:
    article = add_article(FIRST)
    archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    archive.history.undo()
    archive.articles.revise(article.id, SECOND, READING)
    assert said(archive, article, 1) == []


def test_an_older_text_keeps_the_tag_and_the_record_of_then(archive: Archive, add_article: Add) -> None:
    article = add_article(FIRST)
    mark = archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    record = archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі"))
    archive.records.link([mark.id], record.id)
    archive.articles.revise(article.id, SECOND, READING)
    archive.records.link([mark.id], None)
    archive.annotations.update(mark.id, tag=archive.tags.named("strike").id)
    archive.tags.delete(archive.tags.named("killed").id)
    (then,) = archive.revisions.annotations(article.id, archive.revisions.find(article.id, "1"))
    assert (then.tag.name, then.record, then.quote) == ("killed", record.id, "18 людей")


def test_what_a_text_would_come_to_is_what_it_comes_to(archive: Archive, article: Article) -> None:
    body = "Зовсім інше.\n" + FIRST
    before = archive.events.head()
    foreseen = archive.revisions.foresee(article.id, body)
    assert archive.events.head() == before
    assert archive.articles.revision(article.id).body == THIRD
    revised = archive.articles.revise(article.id, body, READING)
    assert (foreseen.moved, len(foreseen.waiting)) == (revised.moved, revised.queued) == (2, 0)


def test_what_would_wait_is_told_with_where_its_place_is_about(archive: Archive, add_article: Add) -> None:
    article = add_article(FIRST)
    mark = archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    foreseen = archive.revisions.foresee(article.id, SECOND)
    assert foreseen.moved == 0
    assert foreseen.waiting == ((mark, SECOND.index(" 19")),)
