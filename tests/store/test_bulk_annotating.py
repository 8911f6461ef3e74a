# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import ArchivistError, ArticleNotFound, QuoteMismatch, SpanOutsideText, TagNotFound
from archivist.model import Article
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def killed(archive: Archive) -> str:
    return archive.tags.named("killed").id


def places(article: Article, body: str, quote: str) -> list[Placement]:
    """Every occurrence of a quote."""
    starts = [start for start in range(len(body)) if body.startswith(quote, start)]
    return [Placement(article.id, start, start + len(quote), quote) for start in starts]


def test_many_passages_of_many_articles_are_tagged_in_one_step(archive: Archive, add_article: Add, killed: str) -> None:
    bodies = ["18 загинуло, 18 поранено", "Щонайменше 18"]
    articles = [add_article(body) for body in bodies]
    wanted = [place for article, body in zip(articles, bodies, strict=True) for place in places(article, body, "18")]
    assert archive.annotations.add_many(wanted, killed, "перевірити") == 3
    step = archive.history.next_undo()
    assert step is not None
    assert (step.name, step.changes) == ("Tag 3 passages as killed", 3)
    made = [each for article in articles for each in archive.annotations.of_article(article.id)]
    assert [(each.start, each.quote, each.note) for each in made] == [
        (0, "18", "перевірити"),
        (13, "18", "перевірити"),
        (11, "18", "перевірити"),
    ]
    assert (made[1].prefix, made[1].suffix, made[1].created_by) == ("18 загинуло, ", " поранено", "Olena")
    assert run_to_end(archive.verify()) == ()
    archive.history.undo()
    assert archive.annotations.count() == 0
    archive.history.redo()
    assert [each for article in articles for each in archive.annotations.of_article(article.id)] == made


def test_what_carries_the_tag_already_is_not_tagged_twice(archive: Archive, add_article: Add, killed: str) -> None:
    body = "18 загинуло, 18 поранено"
    article = add_article(body)
    wanted = places(article, body, "18")
    archive.annotations.add(article.id, 0, 2, killed)
    archive.annotations.add(article.id, 13, 15, archive.tags.named("strike").id)
    assert archive.annotations.add_many([*wanted, *wanted], killed) == 1
    assert archive.annotations.add_many(wanted, killed) == 0
    assert archive.annotations.count() == 3


def test_what_was_deleted_can_be_tagged_again(archive: Archive, add_article: Add, killed: str) -> None:
    article = add_article("18 загинуло")
    archive.annotations.delete(archive.annotations.add(article.id, 0, 2, killed).id)
    assert archive.annotations.add_many([Placement(article.id, 0, 2, "18")], killed) == 1


def test_nothing_to_tag_is_no_step(archive: Archive, killed: str) -> None:
    step = archive.history.next_undo()
    assert archive.annotations.add_many([], killed) == 0
    assert archive.history.next_undo() == step


def test_a_passage_that_cuts_a_character_is_widened(archive: Archive, add_article: Add, killed: str) -> None:
    article = add_article("Кафе\u0301 відкрито")
    assert archive.annotations.add_many([Placement(article.id, 0, 4, "Кафе")], killed) == 1
    assert archive.annotations.add_many([Placement(article.id, 0, 5, "Кафе\u0301")], killed) == 0
    assert archive.annotations.of_article(article.id)[0].quote == "Кафе\u0301"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (("", 0, 2, "19"), QuoteMismatch),
        (("", 0, 90, "18"), SpanOutsideText),
        (("", 2, 2, ""), SpanOutsideText),
        (("nowhere", 0, 2, "18"), ArticleNotFound),
    ],
)
def test_one_wrong_passage_and_nothing_is_tagged(
    archive: Archive,
    add_article: Add,
    killed: str,
    wrong: tuple[str, int, int, str],
    error: type[ArchivistError],
) -> None:
    article = add_article("18 загинуло")
    with pytest.raises(error):
        archive.annotations.add_many(
            [Placement(article.id, 0, 2, "18"), Placement(wrong[0] or article.id, *wrong[1:])], killed
        )
    assert archive.annotations.count() == 0


def test_an_unknown_tag_is_refused(archive: Archive) -> None:
    with pytest.raises(TagNotFound):
        archive.annotations.add_many([], "nothing")
