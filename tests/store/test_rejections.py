# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from archivist.errors import ArticleNotFound, QuoteMismatch, RecordNotFound, SpanOutsideText
from archivist.model import Article, Kind, RecordDraft, Suggestion
from archivist.store import Archive
from archivist.store.rejections import Rejected

Add = Callable[..., Article]
BODY = "Загинуло 18 людей, каже Рада"
FIGURE = Suggestion(9, 11, "18", Kind.FIGURE, {"value": 18}, 0.9, "figure")
GUESS = Suggestion(24, 28, "Рада", Kind.ACTOR, {}, 0.4, "guess")


def revise(archive: Archive, article: Article, body: str) -> None:
    """Give an article another text, as correcting it does."""
    with archive.action("Revise"):
        connection = archive._connection
        values = {"uuid": f"new {body}", "article": article.row, "number": 2, "sha256": "", "body": body}
        connection.insert("revisions", {**values, "created_at": "2026"})
        connection.update("articles", article.row, {"revision_number": 2})


def test_what_was_rejected_stays_so_until_that_is_taken_back(archive: Archive, add_article: Add) -> None:
    article = add_article(BODY)
    assert archive.rejections.add_many([(article.id, FIGURE), (article.id, GUESS)]) == 2
    step = archive.history.next_undo()
    assert step is not None
    assert (step.name, step.changes) == ("Reject 2 suggestions", 2)
    assert archive.history.touched(step.number) == {("rejections", article.id)}
    assert archive.rejections.of_article(article.id) == {
        Rejected(9, 11, Kind.FIGURE, None),
        Rejected(24, 28, Kind.ACTOR, None),
    }
    assert archive.rejections.is_rejected(article.id, replace(FIGURE, confidence=0.1, attributes={"value": 19}))
    assert not archive.rejections.is_rejected(article.id, replace(FIGURE, end=17, quote="18 людей"))
    assert not archive.rejections.is_rejected(article.id, replace(FIGURE, kind=Kind.EVENT))
    archive.history.undo()
    assert archive.rejections.of_article(article.id) == frozenset()
    archive.history.redo()
    assert archive.rejections.is_rejected(article.id, GUESS)


def test_nothing_is_rejected_twice(archive: Archive, add_article: Add) -> None:
    article = add_article(BODY)
    assert archive.rejections.add_many([(article.id, FIGURE), (article.id, FIGURE)]) == 1
    step = archive.history.next_undo()
    assert step is not None
    assert archive.rejections.add_many([(article.id, FIGURE)]) == 0
    assert archive.rejections.add_many([]) == 0
    assert archive.history.next_undo() == step


def test_a_mention_is_rejected_of_one_record_only(archive: Archive, add_article: Add) -> None:
    article = add_article(BODY)
    ours, other, third = (archive.records.add(RecordDraft(Kind.ACTOR, name)) for name in ("Рада", "Рада 2", "Рада 3"))
    mention = replace(GUESS, record=ours.id)
    archive.rejections.add_many([(article.id, mention)])
    assert archive.rejections.is_rejected(article.id, mention)
    assert not archive.rejections.is_rejected(article.id, replace(mention, record=other.id))
    assert not archive.rejections.is_rejected(article.id, GUESS)
    archive.records.merge(third.id, [ours.id])
    assert archive.rejections.is_rejected(article.id, replace(mention, record=third.id))
    archive.records.delete(third.id)
    assert not archive.rejections.is_rejected(article.id, GUESS)


def test_a_rejection_follows_its_words_into_a_corrected_text(archive: Archive, add_article: Add) -> None:
    article, other = add_article(BODY), add_article(f"{BODY}.")
    for each in (article, other):
        archive.rejections.add_many([(each.id, FIGURE), (each.id, GUESS)])
    revise(archive, article, f"Уточнено. {BODY}")
    assert archive.rejections.of_article(article.id) == {
        Rejected(19, 21, Kind.FIGURE, None),
        Rejected(34, 38, Kind.ACTOR, None),
    }
    assert archive.rejections.add_many([(article.id, replace(FIGURE, start=19, end=21))]) == 0
    revise(archive, other, "Загинуло 19 людей, каже Рада.")
    assert archive.rejections.of_article(other.id) == {Rejected(24, 28, Kind.ACTOR, None)}


def test_words_that_are_not_there_cannot_be_rejected(archive: Archive, add_article: Add) -> None:
    article = add_article(BODY)
    for wrong, error in (
        ((article.id, replace(FIGURE, quote="19")), QuoteMismatch),
        ((article.id, replace(FIGURE, end=90)), SpanOutsideText),
        ((article.id, replace(GUESS, record="nothing")), RecordNotFound),
        (("nothing", FIGURE), ArticleNotFound),
    ):
        with pytest.raises(error):
            archive.rejections.add_many([(article.id, FIGURE), wrong])
    assert archive.rejections.of_article(article.id) == frozenset()
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        assert db.execute("SELECT count(*) FROM rejections").fetchone() == (0,)
