# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that was typed over another one is kept only over that one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import InvalidValue, TextChangedSince
from archivist.intake.correcting import correct_typed
from archivist.model import Article
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
