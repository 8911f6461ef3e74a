# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from archivist.errors import (
    ArchivistError,
    InvalidValue,
    PartOfItself,
    RelationEndMissing,
    RelationExists,
    RelationNotFound,
    RelationToItself,
)
from archivist.model import RELATION_TYPES, Article, Kind, Node, NodeType, RecordDraft
from archivist.store import Archive
from archivist.store.relations import EndLabel

Add = Callable[..., Article]


@dataclass(frozen=True)
class Ends:
    """Two annotations of one article, one of another, and three records."""

    article: str
    other_article: str
    strike: Node
    ministry: Node
    elsewhere: Node
    event: Node
    actor: Node
    part: Node


@pytest.fixture
def ends(archive: Archive, add_article: Add) -> Ends:
    first, second = add_article("Страйк почався, каже міністерство"), add_article("Порт став")

    def mark(article: Article, quote: str, tag: str) -> Node:
        annotation = archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
        return Node(NodeType.ANNOTATION, annotation.id)

    def make(kind: Kind, name: str) -> Node:
        return Node(NodeType.RECORD, archive.records.add(RecordDraft(kind, name)).id)

    return Ends(
        first.id,
        second.id,
        mark(first, "Страйк", "strike"),
        mark(first, "міністерство", "ministry"),
        mark(second, "Порт став", "strike"),
        make(Kind.EVENT, "Страйк у порту"),
        make(Kind.ACTOR, "Міністерство"),
        make(Kind.EVENT, "Перший день"),
    )


def test_annotations_and_records_are_related_in_any_pairing(archive: Archive, ends: Ends) -> None:
    pairs = [
        (ends.strike, ends.ministry),
        (ends.strike, ends.actor),
        (ends.event, ends.ministry),
        (ends.event, ends.actor),
    ]
    made = [archive.relations.add("participant", *pair, note=" див.\nтекст ") for pair in pairs]
    assert [(each.source, each.target) for each in made] == pairs
    assert (made[0].type, made[0].note, made[0].created_by) == ("participant", "див.\nтекст", "Olena")
    assert archive.relations.all() == made
    assert archive.relations.of(ends.strike) == made[:2]
    assert archive.relations.of(ends.actor) == [made[1], made[3]]
    assert archive.relations.get(made[2].id) == made[2]
    archive.history.undo()
    assert archive.relations.of(ends.event) == [made[2]]
    archive.history.redo()
    assert archive.relations.all() == made


def test_the_relations_of_an_article_are_those_of_its_annotations(archive: Archive, ends: Ends) -> None:
    inside = archive.relations.add("participant", ends.strike, ends.ministry)
    out = archive.relations.add("cause", ends.elsewhere, ends.strike)
    archive.relations.add("participant", ends.event, ends.actor)
    assert archive.relations.of_article(ends.article) == [inside, out]
    assert archive.relations.of_article(ends.other_article) == [out]
    assert archive.relations.of_article("nothing") == []
    assert archive.relations.of_articles([ends.other_article, ends.article, "nothing"]) == [inside, out]


def test_a_type_is_a_known_one_or_her_own(archive: Archive, ends: Ends) -> None:
    archive.relations.add("Participant", ends.event, ends.actor)
    archive.relations.add(" веде  перемовини ", ends.actor, ends.event)
    archive.relations.add("Веде перемовини", ends.ministry, ends.strike)
    assert archive.relations.types() == [
        *((type_, int(type_ == "participant")) for type_ in RELATION_TYPES),
        ("веде перемовини", 2),
    ]
    with pytest.raises(InvalidValue):
        archive.relations.add(" ", ends.event, ends.actor)


def test_a_relation_is_edited(archive: Archive, ends: Ends) -> None:
    relation = archive.relations.add("cause", ends.event, ends.strike)
    step = archive.history.next_undo()
    assert archive.relations.update(relation.id, type="Cause", note=" ") == relation
    assert archive.history.next_undo() == step
    edited = archive.relations.update(
        relation.id, type="part-of", source=ends.strike, target=ends.event, note="за текстом"
    )
    assert edited == replace(relation, type="part-of", source=ends.strike, target=ends.event, note="за текстом")
    assert archive.relations.update(relation.id, source=ends.event, target=ends.strike).source == ends.event
    archive.history.undo()
    archive.history.undo()
    assert archive.relations.get(relation.id) == relation


def test_a_relation_is_deleted_softly(archive: Archive, ends: Ends) -> None:
    relation = archive.relations.add("cause", ends.event, ends.strike)
    archive.relations.delete(relation.id)
    assert archive.relations.all() == []
    for missing in (relation.id, "nothing"):
        with pytest.raises(RelationNotFound):
            archive.relations.get(missing)
        with pytest.raises(RelationNotFound):
            archive.relations.delete(missing)
    assert archive.relations.add("cause", ends.event, ends.strike).id != relation.id
    archive.history.undo()
    archive.history.undo()
    assert archive.relations.all() == [relation]


@pytest.mark.parametrize("which", ["annotation", "article", "tag", "record"])
def test_relations_go_and_come_back_with_what_they_join(archive: Archive, ends: Ends, which: str) -> None:
    relation = archive.relations.add("participant", ends.strike, ends.actor)
    match which:
        case "annotation":
            archive.annotations.delete(ends.strike.id)
        case "article":
            archive.articles.delete([ends.article])
        case "tag":
            archive.tags.delete(archive.tags.named("strike").id)
        case "record":
            archive.records.delete(ends.actor.id)
    assert archive.relations.all() == []
    assert archive.relations.of(ends.strike) == archive.relations.of(ends.actor) == []
    assert archive.relations.of_article(ends.article) == []
    assert dict(archive.relations.types())["participant"] == 0
    with pytest.raises(RelationNotFound):
        archive.relations.get(relation.id)
    archive.history.undo()
    assert archive.relations.of(ends.actor) == archive.relations.of_article(ends.article) == [relation]
    archive.history.redo()
    assert archive.relations.all() == []


def test_an_article_that_is_restored_brings_its_relations_back(archive: Archive, ends: Ends) -> None:
    relation = archive.relations.add("participant", ends.strike, ends.actor)
    archive.articles.delete([ends.article])
    archive.articles.restore(ends.article)
    assert archive.relations.all() == [relation]


def test_what_is_deleted_or_was_never_there_is_no_end(archive: Archive, ends: Ends) -> None:
    archive.annotations.delete(ends.strike.id)
    archive.records.delete(ends.actor.id)
    for missing in (ends.strike, ends.actor, Node(NodeType.RECORD, "nothing"), Node(NodeType.RECORD, ends.ministry.id)):
        with pytest.raises(RelationEndMissing):
            archive.relations.add("participant", ends.event, missing)
        with pytest.raises(RelationEndMissing):
            archive.relations.add("participant", missing, ends.event)
    assert archive.relations.all() == []


@pytest.mark.parametrize(
    ("type_", "source", "target", "error"),
    [
        ("cause", "event", "event", RelationToItself),
        ("participant", "event", "actor", RelationExists),
        ("PARTICIPANT", "event", "actor", RelationExists),
        ("contradicts", "elsewhere", "strike", RelationExists),
        ("part-of", "event", "part", PartOfItself),
        ("part-of", "elsewhere", "part", PartOfItself),
    ],
)
def test_what_says_nothing_or_nonsense_is_refused(
    archive: Archive, ends: Ends, type_: str, source: str, target: str, error: type[ArchivistError]
) -> None:
    archive.relations.add("participant", ends.event, ends.actor)
    archive.relations.add("contradicts", ends.strike, ends.elsewhere)
    archive.relations.add("part-of", ends.part, ends.event)
    archive.relations.add("part-of", ends.event, ends.elsewhere)
    before, step = archive.relations.all(), archive.history.next_undo()
    with pytest.raises(error):
        archive.relations.add(type_, getattr(ends, source), getattr(ends, target))
    assert archive.relations.all() == before
    assert archive.history.next_undo() == step


def test_the_same_two_may_be_related_otherwise(archive: Archive, ends: Ends) -> None:
    archive.relations.add("cause", ends.event, ends.part)
    archive.relations.add("cause", ends.part, ends.event)
    archive.relations.add("replaces", ends.event, ends.part)
    assert len(archive.relations.all()) == 3


def test_an_edit_that_cannot_be_changes_nothing(archive: Archive, ends: Ends) -> None:
    first = archive.relations.add("participant", ends.event, ends.actor)
    second = archive.relations.add("says", ends.event, ends.actor)
    with pytest.raises(RelationExists) as raised:
        archive.relations.update(second.id, type="participant")
    labels = archive.relations.labels([ends.event, ends.actor])
    assert str(raised.value).startswith(
        f"“{labels[ends.event].text}” and “{labels[ends.actor].text}” are already related as “participant”."
    )
    with pytest.raises(RelationToItself):
        archive.relations.update(second.id, target=ends.event)
    assert archive.relations.all() == [first, second]


def test_a_relation_made_elsewhere_keeps_its_id_and_comes_back(archive: Archive, ends: Ends) -> None:
    relation = archive.relations.add("says", ends.actor, ends.event)
    archive.relations.delete(relation.id)
    assert archive.relations.is_known(relation.id)
    assert archive.relations.bring_in(replace(relation, note="нове")) == replace(relation, note="нове")
    elsewhere = replace(relation, id="made-elsewhere", type="cause", created_by="Ihor", created_at="2026-01-01")
    assert archive.relations.bring_in(elsewhere) == elsewhere
    assert not archive.relations.is_known("nothing")


def test_ends_are_told_by_names_and_words(archive: Archive, ends: Ends) -> None:
    archive.records.link([ends.ministry.id], ends.actor.id)
    gone = Node(NodeType.RECORD, "nothing")
    assert archive.relations.labels([ends.ministry, ends.actor, ends.elsewhere, gone]) == {
        ends.ministry: EndLabel(Kind.ACTOR, "міністерство", ends.article, ends.actor.id),
        ends.actor: EndLabel(Kind.ACTOR, "Міністерство", "", ends.actor.id),
        ends.elsewhere: EndLabel(Kind.EVENT, "Порт став", ends.other_article, None),
    }


def test_the_history_names_relations_in_words(archive: Archive, ends: Ends) -> None:
    part = archive.relations.labels([ends.part])[ends.part].text
    event = archive.relations.labels([ends.event])[ends.event].text
    relation = archive.relations.add("part-of", ends.part, ends.event)
    assert _last(archive) == f"Relate {part} to {event} as part of"
    archive.relations.update(relation.id, type="наслідок")
    assert _last(archive) == f"Edit relation of {part} to {event} as part of"
    archive.relations.delete(relation.id)
    assert _last(archive) == f"Delete relation of {part} to {event} as наслідок"


def _last(archive: Archive) -> str:
    step = archive.history.next_undo()
    assert step is not None
    return step.name


def test_a_relation_is_led_elsewhere_and_to_nothing(archive: Archive, ends: Ends) -> None:
    archive.relations.lead(ends.event, "participant", ends.actor)
    [made] = archive.relations.of(ends.event)
    assert (made.type, made.target) == ("participant", ends.actor)
    archive.relations.lead(ends.event, "participant", ends.part)
    [led] = archive.relations.of(ends.event)
    assert (led.id, led.target) == (made.id, ends.part)
    archive.relations.lead(ends.event, "participant", None)
    archive.relations.lead(ends.event, "participant", None)
    assert archive.relations.of(ends.event) == []
