# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.outgoing.belonging import Belonging, Chosen, depths_of
from archivist.model import Annotation, Article, Kind, Node, NodeType, RecordDraft, Relation
from archivist.store import Archive


def chosen(archive: Archive, annotations: list[Annotation], *, everything: bool = False) -> Chosen:
    belonging = Belonging(archive, everything=everything)
    belonging.see(annotations)
    return belonging.chosen()


def names(archive: Archive, found: Chosen) -> list[str]:
    return [archive.records.get(id_).name for id_ in found.records]


def event(archive: Archive, name: str, parent: str | None = None) -> str:
    return archive.records.add(RecordDraft(Kind.EVENT, name, parent=parent)).id


def record(id_: str) -> Node:
    return Node(NodeType.RECORD, id_)


@pytest.fixture
def marks(archive: Archive, articles: list[Article]) -> list[Annotation]:
    hard = next(article.id for article in articles if article.outlet)
    return archive.annotations.of_article(hard)


def test_to_all_articles_belongs_the_whole_registry(archive: Archive, marks: list[Annotation]) -> None:
    found = chosen(archive, marks, everything=True)
    assert set(names(archive, found)) == {"Хвиля страйків", "Страйк", "Міністерство", "Загиблі", "Ніхто"}
    assert (len(found.relations), found.losses) == (3, ())


def test_relations_go_along_in_the_order_in_which_they_were_made(archive: Archive, marks: list[Annotation]) -> None:
    ends = [record(event(archive, name)) for name in ("Обвал", "Повінь")]
    for day in (3, 1, 2):
        made = f"2020-01-0{day}T00:00:00.000Z"
        archive.relations.bring_in(Relation(f"id-{-day}", f"type {day}", ends[0], ends[1], "", "Ihor", made))
    found = chosen(archive, marks, everything=True)
    assert [each.type for each in found.relations[:3]] == ["type 1", "type 2", "type 3"]


def test_to_some_belongs_what_they_are_linked_to_and_what_that_refers_to(
    archive: Archive, marks: list[Annotation]
) -> None:
    linked = [mark for mark in marks if mark.quote == "مرحبا"]
    # The strike is a part of the wave, and points at the ministry as its participant.
    assert set(names(archive, chosen(archive, linked))) == {"Хвиля страйків", "Страйк", "Міністерство"}


def test_what_an_annotation_is_related_to_belongs_to_it_either_way(archive: Archive, marks: list[Annotation]) -> None:
    mark = next(mark for mark in marks if mark.record is None)
    here, there = event(archive, "Тут"), event(archive, "Там")
    archive.relations.add("cause", Node(NodeType.ANNOTATION, mark.id), record(here))
    archive.relations.add("says", record(there), Node(NodeType.ANNOTATION, mark.id))
    assert set(names(archive, chosen(archive, [mark]))) == {"Тут", "Там"}


def test_what_merely_points_at_a_record_does_not_belong_and_its_relation_is_a_loss(
    archive: Archive, marks: list[Annotation]
) -> None:
    ministry = [mark for mark in marks if mark.quote == "18 людей, ще 18"]
    found = chosen(archive, ministry)
    assert names(archive, found) == ["Міністерство"]
    assert found.relations == []
    assert [(loss.what, loss.count) for loss in found.losses] == [("relations", 1)]


def test_a_relation_to_an_annotation_of_another_article_is_a_loss(archive: Archive, marks: list[Annotation]) -> None:
    second = [mark for mark in marks if mark.quote == "18"][1:]
    found = chosen(archive, second)
    assert [relation.type for relation in found.relations] == []
    assert [loss.count for loss in found.losses] == [1]


def test_a_whole_comes_before_its_parts(archive: Archive) -> None:
    top = event(archive, "1")
    middle = event(archive, "2", top)
    event(archive, "3", middle)
    event(archive, "4", middle)
    depths = depths_of(archive.records.parents())
    found = chosen(archive, [], everything=True).records
    assert [depths[id_] for id_ in found] == [0, 1, 2, 2]
    assert found[2:] == sorted(found[2:])


def test_no_relation_of_what_is_deleted_is_carried(archive: Archive, marks: list[Annotation]) -> None:
    archive.records.delete(next(r.id for r in archive.records.all() if r.name == "Страйк"))
    found = chosen(archive, marks, everything=True)
    assert ([relation.type for relation in found.relations], found.losses) == (["replaces"], ())


def held_back(archive: Archive, seen: list[Annotation], held: list[Annotation]) -> Chosen:
    belonging = Belonging(archive, everything=True)
    belonging.see(seen)
    belonging.hold_back(held)
    return belonging.chosen()


def test_what_belongs_to_nothing_that_is_held_back_goes_along(archive: Archive, marks: list[Annotation]) -> None:
    here, there = event(archive, "Тут"), event(archive, "Там")
    archive.relations.add("cause", record(here), record(there))
    found = held_back(archive, [], marks)
    assert set(names(archive, found)) == {"Ніхто", "Тут", "Там"}
    assert [relation.type for relation in found.relations] == ["cause"]


def test_what_is_held_back_is_counted(archive: Archive, marks: list[Annotation]) -> None:
    strike = next(r.id for r in archive.records.all() if r.name == "Страйк")
    archive.relations.add("cause", record(event(archive, "Тут")), record(strike))
    found = held_back(archive, [], marks)
    # The relation to the strike, and that from it to the ministry, of which neither goes along.
    assert [(loss.what, loss.count) for loss in found.losses] == [("records", 4), ("relations", 2)]


def test_what_belongs_to_articles_of_both_sorts_goes_along(archive: Archive, marks: list[Annotation]) -> None:
    linked = [mark for mark in marks if mark.quote == "مرحبا"]
    found = held_back(archive, linked, [mark for mark in marks if mark not in linked])
    assert set(names(archive, found)) == {"Хвиля страйків", "Страйк", "Міністерство", "Ніхто"}
    assert ("records", 1) in [(loss.what, loss.count) for loss in found.losses]


def test_the_parts_of_what_is_held_back_are_held_back(archive: Archive, marks: list[Annotation]) -> None:
    strike = next(r.id for r in archive.records.all() if r.name == "Страйк")
    event(archive, "Частка частки", event(archive, "Частка", strike))
    assert names(archive, held_back(archive, [], marks)) == ["Ніхто"]


def test_what_only_an_annotation_held_back_is_related_to_is_held_back(
    archive: Archive, marks: list[Annotation]
) -> None:
    mark = next(mark for mark in marks if mark.record is None)
    archive.relations.add("cause", Node(NodeType.ANNOTATION, mark.id), record(event(archive, "Тут")))
    found = held_back(archive, [other for other in marks if other != mark], [mark])
    assert "Тут" not in names(archive, found)
    assert ("records", 1) in [(loss.what, loss.count) for loss in found.losses]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef") | st.none()))
def test_depths_end_even_in_a_circle(parents: dict[str, str | None]) -> None:
    depths = depths_of(parents)
    assert depths.keys() >= parents.keys()


def test_a_long_chain_is_no_trouble() -> None:
    parents: dict[str, str | None] = {str(number): str(number - 1) if number else None for number in range(50_000)}
    assert depths_of(dict(reversed(parents.items())))["49999"] == 49_999
