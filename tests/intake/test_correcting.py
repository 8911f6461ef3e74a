# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that was typed over another one is kept only over that one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import InvalidValue, RevisionNotFound, TextChangedSince, TextsChangedSince
from archivist.intake.correcting import correct_typed, take_up_again
from archivist.model import Article, Status
from archivist.store import Archive

Add = Callable[..., Article]


def test_a_typed_text_is_one_step_and_reads_as_a_correction(archive: Archive, add_article: Add) -> None:
    article = add_article("Повінь\n\nЗагинуло 18 людей.")
    archive.annotations.add_quote(article.id, "людей", archive.tags.named("killed").id)
    revised = correct_typed(archive, article.id, "Повінь\n\nУ селі загинуло 18 людей.", article.revision)
    assert (revised.changed, revised.moved, revised.queued) == (True, 1, 0)
    provenance = archive.articles.provenance(article.id)
    assert (provenance.reader, provenance.encoding, dict(provenance.parameters)) == ("correction", None, {})
    archive.history.undo()
    assert archive.articles.get(article.id).revision == article.revision


def test_a_text_that_is_there_already_leaves_no_step(archive: Archive, add_article: Add) -> None:
    article = add_article("Повінь")
    before = archive.history.next_undo()
    assert not correct_typed(archive, article.id, "Повінь", article.revision).changed
    assert archive.history.next_undo() == before


def test_another_text_is_not_overwritten(archive: Archive, add_article: Add) -> None:
    article = add_article("Повінь")
    correct_typed(archive, article.id, "Повінь у долині", article.revision)
    with pytest.raises(TextChangedSince):
        correct_typed(archive, article.id, "Повені", article.revision)
    assert archive.articles.revision(article.id).body == "Повінь у долині"


def test_a_text_without_words_is_refused(archive: Archive, add_article: Add) -> None:
    article = add_article("Повінь")
    with pytest.raises(InvalidValue):
        correct_typed(archive, article.id, " \n", article.revision)
    assert archive.articles.get(article.id).revision == article.revision


# An older text again

FIRST = "Повінь\n\nЗагинуло 18 людей, рятувальники вивезли решту.\u00a0Cafe\u0301 🌊"
SECOND = "Повінь\n\nЗагинуло 19 людей, рятувальники вивезли решту."


@pytest.fixture
def corrected(archive: Archive, add_article: Add) -> tuple[Article, str]:
    """An article that was corrected, and the id of its first text; one annotation waits since, one was made since."""
    article = add_article(FIRST)
    tag = archive.tags.named("killed").id
    archive.annotations.add_quote(article.id, "18 людей", tag)
    archive.annotations.add_quote(article.id, "рятувальники", tag)
    correct_typed(archive, article.id, SECOND, article.revision)
    archive.annotations.add_quote(article.id, "19 людей", tag)
    return archive.articles.get(article.id), article.revision


def standing(archive: Archive, article: Article) -> dict[str, Status]:
    return {mark.quote: mark.status for mark in archive.annotations.of_article(article.id)}


def test_an_older_text_is_taken_up_to_the_letter_as_a_new_one(archive: Archive, corrected: tuple[Article, str]) -> None:
    article, first = corrected
    revised = take_up_again(archive, article.id, first, article.revision)
    assert (revised.changed, revised.moved, revised.queued) == (True, 2, 1)
    text = archive.articles.revision(article.id)
    assert (text.body, text.number) == (FIRST, 3)
    assert text.id not in (first, article.revision)
    assert standing(archive, article) == {
        "18 людей": Status.ANCHORED, "рятувальники": Status.ANCHORED, "19 людей": Status.REVIEW
    }  # fmt: skip
    provenance = archive.articles.provenance(article.id)
    assert (provenance.reader, dict(provenance.parameters)) == ("correction", {"text": 1})


def test_taking_up_is_one_step(archive: Archive, corrected: tuple[Article, str]) -> None:
    article, first = corrected
    before = standing(archive, article)
    take_up_again(archive, article.id, first, article.revision)
    archive.history.undo()
    assert archive.articles.revision(article.id).body == SECOND
    assert standing(archive, article) == before
    archive.history.redo()
    assert archive.articles.revision(article.id).body == FIRST


def test_the_current_text_taken_up_leaves_no_step(archive: Archive, corrected: tuple[Article, str]) -> None:
    article, _ = corrected
    before = archive.history.next_undo()
    assert not take_up_again(archive, article.id, article.revision, article.revision).changed
    assert archive.history.next_undo() == before


def test_an_older_text_does_not_replace_one_that_came_meanwhile(
    archive: Archive, corrected: tuple[Article, str]
) -> None:
    article, first = corrected
    correct_typed(archive, article.id, "Повені", article.revision)
    with pytest.raises(TextsChangedSince):
        take_up_again(archive, article.id, first, article.revision)
    assert archive.articles.revision(article.id).body == "Повені"


def test_a_text_of_another_article_is_not_taken_up(
    archive: Archive, corrected: tuple[Article, str], add_article: Add
) -> None:
    article, _ = corrected
    with pytest.raises(RevisionNotFound):
        take_up_again(archive, article.id, add_article("Інше").revision, article.revision)
    assert archive.articles.revision(article.id).body == SECOND
