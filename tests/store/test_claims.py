# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archivist.errors import RecordNotFound
from archivist.model import Annotation, Article, Kind, Node, NodeType, Record, RecordDraft, Relation
from archivist.store import Archive

Add = Callable[..., Article]
Make = Callable[..., Annotation]


def node(thing: Annotation | Record) -> Node:
    return Node(NodeType.ANNOTATION if isinstance(thing, Annotation) else NodeType.RECORD, thing.id)


@pytest.fixture
def killed(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі", counted="killed", unit="people"))


@pytest.fixture
def ministry(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))


@pytest.fixture
def flood(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.EVENT, "Повінь"))


@pytest.fixture
def claim(archive: Archive, add_article: Add, killed: Record) -> Make:
    """Adds an article with a claim of a number, linked to the figure; attributes by name."""

    def add(number: int, published: str = "", record: str | None = "", **attributes: Any) -> Annotation:
        body = f"{number} загинуло, каже міністерство про повінь {published}"
        article = add_article(body, published=published, outlet="Порт")
        return archive.annotations.add_quote(
            article.id,
            str(number),
            archive.tags.named("killed").id,
            attributes={"value": number, **attributes},
            record=killed.id if record == "" else record,
        )

    return add


def test_a_claim_is_a_figure_read_as_somebodys_number(
    archive: Archive, claim: Make, killed: Record, ministry: Record, flood: Record
) -> None:
    made = claim(18, "2022-01-08", approximation="at_least", unit="осіб", claimant="МВС", as_of="2022-01-06")
    archive.relations.add("claimant", node(made), node(ministry))
    archive.relations.add("counts-for", node(made), node(flood))
    (found,) = archive.claims.of_record(killed.id)
    assert archive.claims.of_article(made.article) == archive.claims.of_event(flood.id) == [found]
    assert (found.annotation, found.title, found.outlet) == (made, found.title, "Порт")
    assert (found.published, found.as_of) == ("2022-01-08", "2022-01-06")
    assert (found.value, found.low, found.high, found.approximation) == (18, None, None, "at_least")
    assert (found.unit, found.counted, found.claimant) == ("осіб", "killed", "МВС")
    assert (found.claimant_record, found.event_record, found.disagrees) == (ministry.id, flood.id, ())


def test_what_a_claim_does_not_say_comes_from_its_record_and_its_relations(
    archive: Archive, claim: Make, killed: Record, ministry: Record, flood: Record
) -> None:
    made = claim(18)
    said = archive.annotations.add_quote(made.article, "міністерство", archive.tags.named("ministry").id)
    archive.relations.add("claimant", node(made), node(said))
    (found,) = archive.claims.of_record(killed.id)
    assert (found.counted, found.unit, found.claimant, found.claimant_record) == (
        *("killed", "people", "міністерство", None),
    )
    archive.records.link([said.id], ministry.id)
    archive.relations.add("counts-for", node(killed), node(flood))
    (found,) = archive.claims.of_event(flood.id)
    assert (found.claimant, found.claimant_record, found.event_record) == ("Міністерство", ministry.id, flood.id)


def test_an_event_is_counted_for_by_way_of_its_passages(archive: Archive, claim: Make, flood: Record) -> None:
    made, other = claim(18, record=None), claim(19, record=None)
    passage = archive.annotations.add_quote(made.article, "повінь", archive.tags.named("strike").id, record=flood.id)
    archive.relations.add("counts-for", node(made), node(passage))
    (found,) = archive.claims.of_event(flood.id)
    assert (found.annotation.id, found.event_record) == (made.id, flood.id)
    assert [each.annotation.id for each in archive.claims.of_article(other.article)] == [other.id]
    archive.annotations.delete(passage.id)
    assert archive.claims.of_event(flood.id) == []


def test_claims_come_by_their_day_then_by_publication(archive: Archive, claim: Make, killed: Record) -> None:
    late = claim(30, "2022-01-10", as_of="2022-01-09")
    undated = claim(31)
    published = claim(32, "2022-01-07")
    early_news = claim(33, "2022-01-08", as_of="2022-01-06")
    later_news = claim(34, "2022-01-09", as_of="2022-01-06")
    assert [each.annotation.id for each in archive.claims.of_record(killed.id)] == [
        each.id for each in (early_news, later_news, published, late, undated)
    ]


def test_claims_that_disagree_are_marked_until_one_replaces_the_other(
    archive: Archive, claim: Make, killed: Record
) -> None:
    first, second = claim(18, as_of="2022-01-06"), claim(26, as_of="2022-01-06")
    other_day = claim(164, as_of="2022-01-09")
    assert [each.disagrees for each in archive.claims.of_record(killed.id)] == [(second.id,), (first.id,), ()]
    relation = archive.relations.add("replaces", node(second), node(first))
    found = archive.claims.of_record(killed.id)
    assert [each.disagrees for each in found] == [(), (), ()]
    assert [(each.replaces, each.replaced_by) for each in found] == [((), (second.id,)), ((first.id,), ()), ((), ())]
    archive.relations.delete(relation.id)
    archive.relations.add("contradicts", node(other_day), node(first))
    found = archive.claims.of_record(killed.id)
    assert [each.contradicts for each in found] == [(other_day.id,), (), (first.id,)]
    assert [each.disagrees for each in found] == [(other_day.id, second.id), (first.id,), (first.id,)]


def test_a_relation_to_what_is_gone_says_nothing(
    archive: Archive, claim: Make, killed: Record, ministry: Record, flood: Record
) -> None:
    first, second = claim(18, as_of="2022-01-06"), claim(26, as_of="2022-01-07")
    for type_, target in (("claimant", ministry), ("counts-for", flood), ("replaces", second), ("contradicts", second)):
        archive.relations.add(type_, node(first), node(target))
    archive.records.delete(ministry.id)
    archive.records.delete(flood.id)
    archive.annotations.delete(second.id)
    (found,) = archive.claims.of_record(killed.id)
    assert (found.claimant, found.claimant_record, found.event_record) == ("", None, None)
    assert (found.replaces, found.contradicts, found.disagrees) == ((), (), ())
    with pytest.raises(RecordNotFound):
        archive.claims.of_event(flood.id)


def test_a_claimant_is_an_actor_and_an_event_an_event(
    archive: Archive, claim: Make, killed: Record, ministry: Record, flood: Record
) -> None:
    made = claim(18)
    archive.relations.add("claimant", node(made), node(flood))
    archive.relations.add("counts-for", node(made), node(ministry))
    (found,) = archive.claims.of_record(killed.id)
    assert (found.claimant_record, found.event_record) == (None, None)
    archive.relations.add("claimant", node(made), node(ministry))
    archive.relations.add("counts-for", node(made), node(flood))
    (found,) = archive.claims.of_record(killed.id)
    assert (found.claimant_record, found.event_record) == (ministry.id, flood.id)


def test_an_annotation_of_another_kind_is_no_claim(archive: Archive, add_article: Add, flood: Record) -> None:
    article = add_article("Повінь")
    event = archive.annotations.add(article.id, 0, 6, archive.tags.named("strike").id)
    archive.relations.add("counts-for", node(event), node(flood))
    assert archive.claims.of_article(article.id) == archive.claims.of_event(flood.id) == []


def test_the_oldest_claimant_counts_also_where_it_came_later(
    archive: Archive, claim: Make, killed: Record, ministry: Record
) -> None:
    made, police = claim(18), archive.records.add(RecordDraft(Kind.ACTOR, "Поліція"))
    archive.relations.add("claimant", node(made), node(ministry))
    archive.relations.bring_in(
        Relation("made-elsewhere", "claimant", node(made), node(police), "", "Ihor", "2020-01-01T00:00:00.000Z")
    )
    (found,) = archive.claims.of_record(killed.id)
    assert found.claimant == "Поліція"
    assert [each.target for each in archive.relations.of(node(made))] == [node(police), node(ministry)]
