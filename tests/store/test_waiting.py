# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step has read may be otherwise when its turn to write has come: another connection was before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from archivist.errors import ArticleNotFound, RecordNotFound, TagNotFound
from archivist.model import Alias, Annotation, Article, Kind, Node, NodeType, Provenance, Record, RecordDraft
from archivist.store import Archive

Meanwhile = Callable[[Callable[[], object]], Archive]


@pytest.fixture
def meanwhile(archive: Archive) -> Iterator[Meanwhile]:
    """A further connection, in which something happens between what its next step reads and what that writes."""
    with archive.connect() as other:

        def let(happen: Callable[[], object]) -> Archive:
            waiting = [happen]

            def on_statement(sql: str) -> None:
                if sql == "BEGIN IMMEDIATE" and waiting:
                    waiting.pop()()

            other._connection.sqlite.set_trace_callback(on_statement)
            return other

        yield let


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article("Міністр мовчить")


@pytest.fixture
def mark(archive: Archive, article: Article) -> Annotation:
    return archive.annotations.add(article.id, 0, 7, archive.tags.named("ministry").id)


@pytest.fixture
def minister(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Міністр", aliases=(Alias("Minister"),)))


@pytest.fixture
def other_minister(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Міністр оборони"))


def test_nothing_is_linked_to_what_was_deleted(
    archive: Archive, meanwhile: Meanwhile, article: Article, mark: Annotation, minister: Record
) -> None:
    with pytest.raises(RecordNotFound):
        meanwhile(lambda: archive.records.delete(minister.id)).records.link([mark.id], minister.id)
    back = archive.records.bring_in(minister)
    with pytest.raises(RecordNotFound):
        meanwhile(lambda: archive.records.delete(back.id)).annotations.update(mark.id, record=back.id)
    back = archive.records.bring_in(minister)
    with pytest.raises(RecordNotFound):
        meanwhile(lambda: archive.records.delete(back.id)).annotations.add(
            article.id, 8, 15, mark.tag.id, record=back.id
        )
    assert archive.annotations.of_article(article.id) == [mark]


def test_an_edit_keeps_what_was_changed_meanwhile(archive: Archive, meanwhile: Meanwhile, minister: Record) -> None:
    other = meanwhile(lambda: archive.records.update(minister.id, aliases=(Alias("Ministre"),)))
    edited = other.records.update(minister.id, note="див. текст")
    assert (edited.draft.note, edited.draft.aliases) == ("див. текст", (Alias("Ministre"),))


def test_a_relation_keeps_what_was_changed_meanwhile(
    archive: Archive, meanwhile: Meanwhile, minister: Record, other_minister: Record
) -> None:
    source, target = (Node(NodeType.RECORD, each.id) for each in (minister, other_minister))
    relation = archive.relations.add("says", source, target)
    other = meanwhile(lambda: archive.relations.update(relation.id, note="важливе"))
    assert other.relations.update(relation.id, type="cause") == replace(relation, type="cause", note="важливе")


def test_a_merge_takes_in_what_was_changed_meanwhile(
    archive: Archive, meanwhile: Meanwhile, minister: Record, other_minister: Record
) -> None:
    other = meanwhile(lambda: archive.records.update(minister.id, note="важливе"))
    assert other.records.merge(minister.id, [other_minister.id]).draft.note == "важливе"


def test_two_are_not_merged_into_each_other(
    archive: Archive, meanwhile: Meanwhile, minister: Record, other_minister: Record
) -> None:
    other = meanwhile(lambda: archive.records.merge(other_minister.id, [minister.id]))
    with pytest.raises(RecordNotFound):
        other.records.merge(minister.id, [other_minister.id])
    assert archive.records.find(minister.id).id == other_minister.id


def test_nothing_is_tagged_in_what_was_deleted(
    archive: Archive, meanwhile: Meanwhile, article: Article, mark: Annotation
) -> None:
    tag = archive.tags.add("duty", Kind.ACTOR)
    with pytest.raises(TagNotFound):
        meanwhile(lambda: archive.tags.delete(tag.id)).annotations.add(article.id, 8, 15, tag.id)
    with pytest.raises(ArticleNotFound):
        meanwhile(lambda: archive.articles.delete([article.id])).annotations.add(article.id, 8, 15, mark.tag.id)
    archive.history.undo()
    assert archive.annotations.of_article(article.id) == [mark]


def test_places_are_of_the_text_in_which_they_were_chosen(
    archive: Archive, meanwhile: Meanwhile, article: Article, mark: Annotation
) -> None:
    reading = Provenance("by hand", "hand", "1", None)
    other = meanwhile(lambda: archive.articles.revise(article.id, "Сьогодні міністр і Міністр мовчить", reading))
    other.annotations.update(mark.id, end=15)
    (moved,) = archive.annotations.of_article(article.id)
    assert (moved.quote, moved.status) == ("Міністр мовчить", "review")
