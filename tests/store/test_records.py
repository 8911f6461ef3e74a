# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archivist.errors import (
    AmbiguousRecord,
    AnnotationNotFound,
    ArchivistError,
    InvalidDate,
    InvalidValue,
    KindsDiffer,
    MergeWithItself,
    PartOfItself,
    RecordNotFound,
)
from archivist.model import Alias, Annotation, Article, Kind, Node, NodeType, Record, RecordDraft, Role
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]
Make = Callable[..., Record]


@pytest.fixture
def make(archive: Archive) -> Make:
    """Adds a record: its name, its kind, further fields by name."""

    def add(name: str, kind: Kind = Kind.ACTOR, **fields: Any) -> Record:
        return archive.records.add(RecordDraft(kind, name, **fields))

    return add


@pytest.fixture
def mark(archive: Archive, add_article: Add) -> Callable[..., Annotation]:
    """Adds an article and marks its first word, as an actor where nothing else is said."""

    def add(body: str, tag: str = "ministry", **fields: Any) -> Annotation:
        article = add_article(body, **fields)
        return archive.annotations.add_quote(article.id, body.split(maxsplit=1)[0], archive.tags.named(tag).id)

    return add


def node(record: Record) -> Node:
    return Node(NodeType.RECORD, record.id)


# Adding and finding


def test_a_record_is_kept_as_it_was_given(archive: Archive) -> None:
    draft = RecordDraft(
        Kind.ACTOR,
        "Олег Гнатюк",
        note="міністр,\nпотім голова",
        aliases=(Alias("Oleh Hnatiuk", "en"), Alias("Олег Гнатюк-Середа", "uk")),
        type="person",
        roles=(Role("міністр", "уряд", "2019", "2021-06"), Role("голова", since="2021-06")),
        external_ids={"wikidata": "Q1", "local": "7"},
    )
    added = archive.records.add(draft)
    assert added.draft == draft
    assert (added.kind, added.name, added.annotation_count, added.created_by) == (Kind.ACTOR, draft.name, 0, "Olena")
    assert archive.records.get(added.id) == archive.records.find("олег гнатюк") == added
    assert archive.records.all() == archive.records.all(Kind.ACTOR) == [added]
    assert archive.records.all(Kind.EVENT) == []
    step = archive.history.next_undo()
    assert step is not None
    assert step.name == "Add actor Олег Гнатюк"


def test_an_event_and_a_figure_have_fields_of_their_own(archive: Archive, make: Make) -> None:
    flood = make("Повінь", Kind.EVENT, date="2021-07-05/2021-07-09", place="Ожвин", type="лихо")
    breach = make("Прорив греблі", Kind.EVENT, date="2021-07-05~", parent=flood.id)
    first = make("Дощі", Kind.EVENT, date="2021-06?", parent=flood.id)
    undated = make("Відбудова", Kind.EVENT, parent=flood.id)
    assert archive.records.parts(flood.id) == [first, breach, undated]
    assert breach.draft.parent == flood.id
    figure = make("Евакуйовані", Kind.FIGURE, counted="evacuated", of_whom="residents", unit="people")
    assert archive.records.get(figure.id).draft == RecordDraft(
        Kind.FIGURE, "Евакуйовані", counted="evacuated", of_whom="residents", unit="people"
    )


def test_names_are_lines_and_no_alias_is_there_twice(make: Make) -> None:
    record = make(
        " Рада\nміста\x00 ",
        aliases=(
            Alias("Міськрада", "UK"),
            Alias("МІСЬКРАДА"),
            Alias("рада міста"),
            Alias(" "),
            Alias("Council ", "en"),
        ),
    )
    assert record.name == "Рада міста"
    assert record.draft.aliases == (Alias("Міськрада", "uk"), Alias("Council", "en"))


def test_records_are_listed_in_alphabetical_order(archive: Archive, make: Make) -> None:
    for name in ("Яремчук", "їжаківці", "Ґонта", "гурт", "Abrams"):
        make(name)
    assert [record.name for record in archive.records.all()] == ["гурт", "Ґонта", "їжаківці", "Яремчук", "Abrams"]
    assert (archive.records.count(), archive.records.count(Kind.EVENT)) == (5, 0)


def test_a_line_says_what_a_list_shows(archive: Archive, make: Make, mark: Callable[..., Annotation]) -> None:
    council = make("Рада", type="state body")
    flood = make("Повінь", Kind.EVENT, date="2021-07")
    archive.records.link([mark("Рада мовчить").id], council.id)
    lines = [(flood.id, Kind.EVENT, "Повінь", "", "2021-07", 0), (council.id, Kind.ACTOR, "Рада", "state body", "", 1)]
    assert archive.records.lines() == lines
    assert archive.records.lines(Kind.EVENT) == lines[:1]


def test_a_record_is_found_by_name_alias_and_the_beginning_of_its_id(archive: Archive, make: Make) -> None:
    record = make("Служба порятунку", aliases=(Alias("ДСНС"),))
    for reference in (record.id, record.id.upper(), record.id[:8], " служба  порятунку", "дснс"):
        assert archive.records.find(reference) == record
    for reference in ("", "служба", record.id[:3], "????", record.id[:8] + "*"):
        with pytest.raises(RecordNotFound):
            archive.records.find(reference)


def test_two_may_share_a_name_and_then_it_finds_neither(archive: Archive, make: Make) -> None:
    first, second = make("Іван Коваль"), make("Ivan Koval", aliases=(Alias("іван коваль"),))
    event = make("Іван Коваль", Kind.EVENT)
    assert set(archive.records.same_name("ІВАН КОВАЛЬ")) == {first.id, second.id, event.id}
    assert archive.records.same_name("Петро") == []
    with pytest.raises(AmbiguousRecord):
        archive.records.find("Іван Коваль", Kind.ACTOR)
    assert archive.records.find("Іван Коваль", Kind.EVENT) == event


def test_names_and_external_ids_are_given_for_looking_up(archive: Archive, make: Make) -> None:
    first = make("Міністерство", aliases=(Alias("МНС"), Alias("Ministry")), external_ids={"wikidata": "Q5"})
    second = make("Повінь", Kind.EVENT)
    archive.records.delete(make("Зайвий", aliases=(Alias("Зайва"),), external_ids={"wikidata": "Q6"}).id)
    assert archive.records.names() == [
        (first.id, Kind.ACTOR, "Міністерство"),
        (first.id, Kind.ACTOR, "МНС"),
        (first.id, Kind.ACTOR, "Ministry"),
        (second.id, Kind.EVENT, "Повінь"),
    ]
    assert archive.records.external_ids() == {("wikidata", "Q5"): first.id}


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (RecordDraft(Kind.ACTOR, " \n"), InvalidValue),
        (RecordDraft(Kind.DATE, "Липень"), InvalidValue),
        (RecordDraft(Kind.ACTOR, "Рада", type="council"), InvalidValue),
        (RecordDraft(Kind.ACTOR, "Рада", date="2021"), InvalidValue),
        (RecordDraft(Kind.FIGURE, "Поранені", type="люди"), InvalidValue),
        (RecordDraft(Kind.EVENT, "Повінь", date="2021-02-30"), InvalidDate),
        (RecordDraft(Kind.EVENT, "Повінь", date="улітку"), InvalidDate),
        (RecordDraft(Kind.EVENT, "Повінь", date="2021-07/2021-05"), InvalidDate),
        (RecordDraft(Kind.EVENT, "Повінь", parent="nowhere"), RecordNotFound),
        (RecordDraft(Kind.ACTOR, "Гнатюк", roles=(Role("міністр", since="2021-13"),)), InvalidDate),
        (RecordDraft(Kind.ACTOR, "Гнатюк", roles=(Role("міністр", since="2021", until="2019"),)), InvalidValue),
        (RecordDraft(Kind.ACTOR, "Гнатюк", roles=(Role("", since="2021"),)), InvalidValue),
        (RecordDraft(Kind.ACTOR, "Гнатюк", external_ids={"": "Q1"}), InvalidValue),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    archive: Archive, draft: RecordDraft, error: type[ArchivistError]
) -> None:
    step = archive.history.next_undo()
    with pytest.raises(error):
        archive.records.add(draft)
    assert archive.records.all() == []
    assert archive.history.next_undo() == step


def test_a_parent_is_an_event(make: Make) -> None:
    with pytest.raises(KindsDiffer):
        make("Повінь", Kind.EVENT, parent=make("Рада").id)


# Changing


def test_fields_are_changed_one_by_one(archive: Archive, make: Make) -> None:
    record = make("Рада", aliases=(Alias("Міськрада"), Alias("Council", "en")))
    changed = archive.records.update(record.id, name="Council", type="state body", note="Ожвин")
    assert changed.draft == replace(
        record.draft, name="Council", type="state body", note="Ожвин", aliases=(Alias("Міськрада"),)
    )
    assert archive.records.update(record.id, aliases=(Alias("Б"), Alias("А"))).draft.aliases == (Alias("Б"), Alias("А"))
    archive.history.undo()
    archive.history.undo()
    assert archive.records.get(record.id) == record


def test_what_changes_nothing_is_no_step(archive: Archive, make: Make) -> None:
    record = make("Рада", aliases=(Alias("Міськрада"),))
    step = archive.history.next_undo()
    assert archive.records.update(record.id, name=" Рада ", aliases=(Alias("Міськрада"),)) == record
    assert archive.history.next_undo() == step


@pytest.mark.parametrize("values", [{"kind": "event"}, {"date": "2021"}, {"nothing": 1}, {"name": ""}])
def test_what_a_record_of_its_kind_cannot_say_is_refused(archive: Archive, make: Make, values: dict[str, Any]) -> None:
    record = make("Рада")
    with pytest.raises(InvalidValue):
        archive.records.update(record.id, **values)
    assert archive.records.get(record.id) == record


def test_no_event_is_a_part_of_itself(archive: Archive, make: Make) -> None:
    year = make("Рік", Kind.EVENT)
    flood = make("Повінь", Kind.EVENT, parent=year.id)
    breach = make("Прорив", Kind.EVENT)
    archive.relations.add("part-of", node(breach), node(flood))
    for parent in (year, flood, breach):
        with pytest.raises(PartOfItself):
            archive.records.update(year.id, parent=parent.id)
    assert archive.records.get(year.id) == year


# Linking


def test_passages_are_linked_and_unlinked_in_one_step(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    record = make("Рада")
    marks = [mark(f"Рада засідала {number}") for number in range(3)]
    assert archive.records.link([each.id for each in marks], record.id) == 3
    step = archive.history.next_undo()
    assert step is not None
    assert (step.name, step.changes) == ("Link 3 passages to Рада", 3)
    assert {archive.annotations.get(each.id).record for each in marks} == {record.id}
    assert archive.records.get(record.id).annotation_count == archive.records.count_passages(record.id) == 3
    assert archive.records.link([each.id for each in marks], record.id) == 0
    assert archive.records.link([marks[0].id], None) == 1
    assert archive.annotations.get(marks[0].id).record is None
    archive.history.undo()
    archive.history.undo()
    assert [archive.annotations.get(each.id) for each in marks] == marks


def test_only_an_annotation_of_its_kind_is_linked_to_a_record(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    actor, event = mark("Рада засідала"), mark("Страйк почався", "strike")
    with pytest.raises(KindsDiffer):
        archive.records.link([actor.id, event.id], make("Рада").id)
    with pytest.raises(AnnotationNotFound):
        archive.records.link([actor.id, "nothing"], make("Рада").id)
    with pytest.raises(RecordNotFound):
        archive.records.link([actor.id], "nothing")
    assert archive.annotations.get(actor.id).record is None


def test_a_tag_of_another_kind_takes_the_links_off(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    annotation = mark("Рада засідала")
    record = make("Рада")
    archive.records.link([annotation.id], record.id)
    archive.tags.update(annotation.tag.id, kind="actor", colour="#000000")
    assert archive.annotations.get(annotation.id).record == record.id
    archive.tags.update(annotation.tag.id, kind="event")
    assert archive.annotations.get(annotation.id).record is None
    archive.history.undo()
    assert archive.annotations.get(annotation.id).record == record.id


def test_passages_come_by_publication_and_page_by_page(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    record = make("Рада")
    undated, late, early = (
        mark("Рада мовчить"),
        mark("Рада змовкла", published="2022"),
        mark("Рада каже", published="2021"),
    )
    second = archive.annotations.add(early.article, 5, 9, early.tag.id)
    archive.records.link([each.id for each in (undated, late, early, second)], record.id)
    archive.annotations.delete(mark("Рада").id)
    found = archive.records.passages(record.id)
    assert [each.annotation.id for each in found] == [early.id, second.id, late.id, undated.id]
    assert (found[0].article, found[0].title, found[0].published) == (early.article, "Рада каже", "2021")
    assert archive.records.passages(record.id, 1, 2) == found[1:3]
    assert archive.records.passages(record.id, 9) == []
    assert [(each.title, each.passages) for each in archive.records.articles(record.id)] == [
        ("Рада каже", 2),
        ("Рада змовкла", 1),
        ("Рада мовчить", 1),
    ]


# Deleting


def test_deleting_a_record_says_what_it_touches_and_can_be_taken_back(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    year = make("Рік", Kind.EVENT)
    flood = make("Повінь", Kind.EVENT, parent=year.id)
    breach = make("Прорив", Kind.EVENT, parent=flood.id)
    annotation = mark("Повінь почалася", "strike")
    archive.records.link([annotation.id], flood.id)
    relation = archive.relations.add("cause", node(breach), node(flood))
    assert archive.records.uses(flood.id) == archive.records.delete(flood.id) == (1, 1, 1)
    assert archive.annotations.get(annotation.id).record is None
    assert archive.annotations.get(annotation.id).quote == "Повінь"
    assert archive.relations.all() == archive.relations.of(node(breach)) == []
    assert archive.records.get(breach.id).draft.parent == year.id
    with pytest.raises(RecordNotFound):
        archive.records.get(flood.id)
    with pytest.raises(RecordNotFound):
        archive.records.find("Повінь")
    archive.history.undo()
    assert archive.relations.all() == [relation]
    assert archive.annotations.get(annotation.id).record == flood.id
    assert archive.records.get(breach.id) == breach


def test_an_annotation_that_comes_back_is_not_linked_to_what_has_gone(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    annotation, record = mark("Рада мовчить"), make("Рада")
    archive.records.link([annotation.id], record.id)
    archive.articles.delete([annotation.article])
    archive.records.delete(record.id)
    archive.articles.restore(annotation.article)
    assert archive.annotations.get(annotation.id).record is None
    assert run_to_end(archive.verify()) == ()


def test_a_record_made_elsewhere_keeps_its_id_and_comes_back(archive: Archive, make: Make) -> None:
    record = make("Рада", aliases=(Alias("Міськрада"),))
    archive.records.delete(record.id)
    assert archive.records.is_known(record.id)
    brought = archive.records.bring_in(replace(record, draft=replace(record.draft, note="нова")))
    assert brought == replace(record, draft=replace(record.draft, note="нова"))
    archive.history.undo()
    assert archive.records.all() == []
    assert not archive.records.is_known("nothing")


# Merging and splitting


def test_merging_makes_one_record_of_all_that_was_said(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    ours = make("Олег Гнатюк", roles=(Role("міністр"),), external_ids={"wikidata": "Q1"}, note="перший")
    theirs = make(
        "Гнатюк",
        aliases=(Alias("Hnatiuk", "en"), Alias("олег гнатюк")),
        type="person",
        roles=(Role("голова"), Role("міністр")),
        external_ids={"wikidata": "Q2", "local": "7"},
        note="другий",
    )
    third = make("О. Гнатюк")
    annotation = mark("Гнатюк сказав")
    archive.records.link([annotation.id], theirs.id)
    before = archive.records.all()
    merged = archive.records.merge(ours.id, [theirs.id, third.id])
    assert merged.draft == RecordDraft(
        Kind.ACTOR,
        "Олег Гнатюк",
        note="перший\n\nдругий\n\nwikidata: Q2 (Гнатюк)",
        aliases=(Alias("Гнатюк"), Alias("Hnatiuk", "en"), Alias("О. Гнатюк")),
        type="person",
        roles=(Role("міністр"), Role("голова")),
        external_ids={"wikidata": "Q1", "local": "7"},
    )
    assert archive.records.all() == [merged]
    assert archive.annotations.get(annotation.id).record == ours.id
    assert archive.records.find(theirs.id) == archive.records.find("гнатюк") == merged
    archive.history.undo()
    assert archive.records.all() == before
    assert archive.annotations.get(annotation.id).record == theirs.id
    archive.history.redo()
    assert archive.records.all() == [merged]


def test_a_record_that_was_merged_twice_is_found_at_the_end(archive: Archive, make: Make) -> None:
    first, second, third = make("А"), make("Б"), make("В")
    archive.records.merge(second.id, [first.id])
    archive.records.merge(third.id, [second.id])
    assert archive.records.find(first.id).id == third.id


def test_merging_joins_relations_and_drops_doubles(archive: Archive, make: Make) -> None:
    ours, theirs, event = make("Рада"), make("Міськрада"), make("Повінь", Kind.EVENT)
    kept = archive.relations.add("participant", node(event), node(ours))
    archive.relations.add("participant", node(event), node(theirs))
    moved = archive.relations.add("says", node(theirs), node(event))
    archive.relations.add("part-of", node(ours), node(theirs))
    before = archive.relations.all()
    archive.records.merge(ours.id, [theirs.id])
    assert archive.relations.all() == [kept, replace(moved, source=node(ours))]
    archive.history.undo()
    assert archive.relations.all() == before


def test_merging_an_event_with_its_parts_leaves_no_circle(archive: Archive, make: Make) -> None:
    year = make("Рік", Kind.EVENT)
    flood = make("Повінь", Kind.EVENT, parent=year.id)
    breach = make("Прорив", Kind.EVENT, parent=flood.id)
    detail = make("Тріщина", Kind.EVENT, parent=breach.id)
    archive.records.merge(breach.id, [flood.id])
    assert archive.records.get(breach.id).draft.parent == year.id
    archive.history.undo()
    archive.records.merge(detail.id, [flood.id])  # what lay between is a part of both
    assert archive.records.get(detail.id).draft.parent == year.id
    assert archive.records.get(breach.id).draft.parent == detail.id
    archive.history.undo()
    archive.records.update(detail.id, parent=None)
    archive.relations.add("part-of", node(detail), node(breach))
    with pytest.raises(PartOfItself):
        archive.records.merge(detail.id, [flood.id])
    assert archive.records.get(flood.id) == flood


def test_a_merge_that_cannot_be_is_refused(archive: Archive, make: Make) -> None:
    actor, event, other = make("Рада"), make("Повінь", Kind.EVENT), make("Сейм")
    before = archive.records.all()
    with pytest.raises(MergeWithItself, match="Сейм"):
        archive.records.merge(actor.id, [other.id, other.id])
    for others, error in (
        ([actor.id], MergeWithItself),
        ([], MergeWithItself),
        ([event.id], KindsDiffer),
        (["nothing"], RecordNotFound),
    ):
        with pytest.raises(error):
            archive.records.merge(actor.id, others)
    assert archive.records.all() == before


def test_splitting_gives_some_passages_to_a_record_of_their_own(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    record = make("Коваль")
    marks = [mark(f"Коваль каже {number}") for number in range(3)]
    archive.records.link([each.id for each in marks], record.id)
    before = archive.records.all()
    part = archive.records.split(record.id, [marks[0].id, marks[2].id], RecordDraft(Kind.ACTOR, "Коваль", note="інший"))
    assert part.annotation_count == 2
    assert [archive.annotations.get(each.id).record for each in marks] == [part.id, record.id, part.id]
    step = archive.history.next_undo()
    assert step is not None
    assert step.name == "Split 2 passages off Коваль"
    archive.history.undo()
    assert archive.records.all() == before


def test_only_passages_of_the_record_are_split_off(
    archive: Archive, make: Make, mark: Callable[..., Annotation]
) -> None:
    record, other = make("Коваль"), mark("Рада каже")
    for ids, draft, error in (
        ([other.id], RecordDraft(Kind.ACTOR, "Коваль"), InvalidValue),
        ([], RecordDraft(Kind.ACTOR, "Коваль"), InvalidValue),
        ([other.id], RecordDraft(Kind.EVENT, "Коваль"), KindsDiffer),
    ):
        with pytest.raises(error):
            archive.records.split(record.id, ids, draft)
    assert archive.records.all() == [record]


# Following


def test_ids_are_in_the_order_of_the_whole_list(archive: Archive, make: Make) -> None:
    for name, kind in (("Яна", Kind.ACTOR), ("Ївга", Kind.ACTOR), ("Мітинг", Kind.EVENT)):
        make(name, kind)
    archive.records.delete(make("Gone").id)
    assert archive.records.ids() == [record.id for record in archive.records.all()]
    assert archive.records.ids(Kind.ACTOR) == [record.id for record in archive.records.all(Kind.ACTOR)]


def test_names_are_given_of_some_records_alone(archive: Archive, make: Make) -> None:
    make("Марко Левченко")
    other = make("Порт", aliases=(Alias("Port"),))
    assert [name for _, _, name in archive.records.names([other.id, "nowhere"])] == ["Порт", "Port"]


def test_what_changes_a_record_is_known_by_the_mark_before(archive: Archive, make: Make) -> None:
    renamed, aliased, untouched, deleted = (make(name) for name in ("A", "B", "C", "D"))
    mark = archive.facts.mark()
    assert archive.records.changed_since(mark) == set()
    archive.records.update(renamed.id, name="E")
    archive.records.update(aliased.id, aliases=(Alias("F"),))
    archive.records.delete(deleted.id)
    assert archive.records.changed_since(mark) == {renamed.id, aliased.id, deleted.id}
    mark = archive.facts.mark()
    archive.history.undo()
    assert archive.records.changed_since(mark) == {deleted.id}
    assert untouched.id not in archive.records.changed_since(mark)


def test_parents_are_told_of_every_record(archive: Archive, make: Make) -> None:
    whole = make("Хвиля", Kind.EVENT)
    part = make("Страйк", Kind.EVENT, parent=whole.id)
    gone = make("Зниклий")
    archive.records.delete(gone.id)
    assert archive.records.parents() == {whole.id: None, part.id: whole.id}


def test_one_that_comes_back_is_not_a_part_of_itself(archive: Archive, make: Make) -> None:
    lower, middle, upper = (make(name, Kind.EVENT) for name in ("Обвал", "Повінь", "Негода"))
    archive.relations.add("part-of", node(lower), node(middle))
    hidden = archive.relations.add("part-of", node(middle), node(upper))
    archive.records.delete(middle.id)
    turned = archive.relations.add("part-of", node(upper), node(lower))
    archive.records.bring_in(middle)
    assert hidden not in archive.relations.all()
    assert {each.source for each in archive.relations.all()} == {node(lower), node(upper)}
    archive.history.undo()
    assert archive.relations.all() == [turned]


def test_one_that_comes_back_below_its_own_part_is_refused(archive: Archive, make: Make) -> None:
    part, whole = make("Обвал", Kind.EVENT), make("Повінь", Kind.EVENT)
    archive.relations.add("part-of", node(part), node(whole))
    archive.records.delete(whole.id)
    with pytest.raises(PartOfItself):
        archive.records.bring_in(replace(whole, draft=replace(whole.draft, parent=part.id)))
    assert archive.records.all() == [part]
