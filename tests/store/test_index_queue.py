# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.model import Article
from archivist.store import Archive
from archivist.store.index_queue import Mark

Add = Callable[..., Article]


def test_every_change_to_what_can_be_found_is_queued(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    queue, tag = archive.index_queue, archive.tags.named("killed").id

    def queued(change: Callable[[], object]) -> bool:
        before = queue.mark().seq
        change()
        return [entry.article for entry in queue.entries(before, 10)] == [article.row]

    annotation = archive.annotations.add_quote(article.id, "18", tag)
    assert queued(lambda: archive.articles.update(article.id, title="Інше"))
    assert queued(lambda: archive.annotations.update(annotation.id, note="перевірити"))
    assert queued(lambda: archive.annotations.add_quote(article.id, "18", tag, note="ще"))
    assert queued(lambda: archive.annotations.delete(annotation.id))
    assert queued(lambda: archive.history.undo())
    assert queued(lambda: archive.articles.delete([article.id]))
    assert queue.entries(0, 10)[-1].deleted


def test_what_cannot_be_found_by_words_is_not_queued(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    before = archive.index_queue.mark().seq
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    archive.articles.update(article.id, outlet="Вісник")
    archive.history.undo()
    assert archive.index_queue.pending(before) == 0


def test_an_article_stands_in_the_queue_once(archive: Archive, add_article: Add) -> None:
    first, second = add_article("A"), add_article("B")
    archive.articles.update(first.id, title="A2")
    entries = archive.index_queue.entries(0, 10)
    assert [entry.article for entry in entries] == [second.row, first.row]
    assert archive.index_queue.numbers() == {entry.article: entry.seq for entry in entries}


@pytest.mark.parametrize("mark", [Mark(10_000, ""), Mark(1, "of another archive"), Mark(1, "")])
def test_a_mark_of_another_past_is_not_known(archive: Archive, add_article: Add, mark: Mark) -> None:
    add_article("A")
    assert not archive.index_queue.knows(mark)


def test_a_mark_of_this_past_is_known(archive: Archive, add_article: Add) -> None:
    assert archive.index_queue.knows(Mark(0, ""))
    add_article("A")
    mark = archive.index_queue.mark()
    add_article("B")
    assert archive.index_queue.knows(mark)
    assert archive.index_queue.pending(mark.seq) == 1
