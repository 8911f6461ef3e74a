# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import CollectionNotFound, InvalidValue, NameTaken
from archivist.model import Article
from archivist.store import Archive


def test_a_collection_holds_articles_and_counts_them(archive: Archive, add_article: Callable[..., Article]) -> None:
    first, second = add_article("A"), add_article("B")
    archive.collections.add("Повінь")
    archive.collections.put_in("повінь", [first.id, second.id, first.id])
    assert archive.collections.named("Повінь").article_count == 2
    assert archive.collections.of_article(first.id) == ["Повінь"]
    assert archive.collections.articles("повінь") == [first.id, second.id]
    archive.collections.take_out("Повінь", [first.id])
    archive.articles.delete([second.id])
    assert archive.collections.named("Повінь").article_count == 0
    assert archive.collections.articles("Повінь") == []


def test_the_collections_of_several_articles_are_told_at_once(
    archive: Archive, add_article: Callable[..., Article]
) -> None:
    first, second, alone = (add_article(title).id for title in "ABC")
    for name, ids in (("Ява", [first]), ("Аварія", [first, second]), ("Зникла", [alone])):
        archive.collections.add(name)
        archive.collections.put_in(name, ids)
    archive.collections.delete("Зникла")
    found = archive.collections.of_articles([first, second, alone])
    assert found == {first: ["Аварія", "Ява"], second: ["Аварія"]}
    assert archive.collections.of_article(first) == found[first]


def test_ensure_makes_a_collection_once(archive: Archive) -> None:
    assert archive.collections.ensure("A").id == archive.collections.ensure("a ").id


def test_collections_are_renamed_and_deleted_undoably(archive: Archive) -> None:
    archive.collections.add("Old")
    archive.collections.rename("Old", "New")
    archive.collections.delete("New")
    assert archive.collections.all() == []
    archive.history.undo()
    archive.history.undo()
    assert [collection.name for collection in archive.collections.all()] == ["Old"]


def test_impossible_names_are_refused(archive: Archive) -> None:
    archive.collections.add("A")
    archive.collections.add("B")
    with pytest.raises(NameTaken):
        archive.collections.rename("B", "a")
    with pytest.raises(NameTaken):
        archive.collections.add("a")
    with pytest.raises(InvalidValue):
        archive.collections.add("  ")
    with pytest.raises(CollectionNotFound):
        archive.collections.put_in("C", [])
