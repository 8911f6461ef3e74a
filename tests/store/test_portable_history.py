# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from archivist.model import Article
from archivist.store import Archive

Add = Callable[..., Article]


def test_rows_are_told_by_their_ids(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    tag = archive.tags.named("killed")
    annotation = archive.annotations.add_quote(article.id, "18", tag.id, attributes={"value": 18})
    created, marked = archive.history.of_articles([article.id])
    assert (created["what"], created["after"]["id"]) == ("article", article.id)
    assert article.original is not None
    assert created["after"]["original"] == article.original.sha256
    assert (marked["what"], marked["before"], marked["after"]["id"]) == ("annotation", None, annotation.id)
    assert [marked["after"][name] for name in ("article", "revision", "tag")] == [article.id, article.revision, tag.id]
    assert marked["after"]["attributes"] == {"value": 18}


def test_it_says_who_did_what_and_when(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    action = archive.history.next_undo()
    assert action is not None
    [entry] = archive.history.of_articles([article.id])
    assert [entry[name] for name in ("action", "name", "type", "who", "at")] == [
        *(action.id, "Import Новина", "do", "Olena", action.at),
    ]


def test_other_articles_are_left_out(archive: Archive, add_article: Add) -> None:
    wanted, other = add_article("Перша"), add_article("Друга")
    archive.articles.update(other.id, outlet="Вісник")
    assert {entry["after"]["id"] for entry in archive.history.of_articles([wanted.id])} == {wanted.id}


def test_leaving_a_collection_is_told(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.collections.add("Страйк")
    archive.collections.put_in("Страйк", [article.id])
    archive.collections.take_out("Страйк", [article.id])
    left = list(archive.history.of_articles([article.id]))[-1]
    assert (left["what"], left["before"], left["after"]) == (
        "membership",
        {"article": article.id, "collection": "Страйк"},
        None,
    )
