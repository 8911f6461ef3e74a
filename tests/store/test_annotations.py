# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archivist.errors import (
    AnnotationNotFound,
    InvalidDate,
    InvalidValue,
    KindsDiffer,
    QuoteMismatch,
    QuoteNotFound,
    RecordNotFound,
    SpanCutsCharacter,
    SpanOutsideText,
    TagNotFound,
)
from archivist.model import Annotation, Article, Kind, Provenance, Record, RecordDraft, Status
from archivist.store import Archive

Add = Callable[..., Article]
BODY = "Страйк у порту 😀\n\nЗа даними міністерства, загинуло 18 людей, ще 18 поранено."


@pytest.fixture
def article(add_article: Add) -> Article:
    return add_article(BODY)


@pytest.fixture
def mark(archive: Archive, article: Article) -> Callable[..., Annotation]:
    def mark(quote: str, tag: str = "killed", **more: Any) -> Annotation:
        return archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id, **more)

    return mark


def test_an_annotation_is_kept_with_its_words_and_what_surrounds_them(
    archive: Archive, article: Article, mark: Callable[..., Annotation]
) -> None:
    annotation = mark("18 людей", note="з брифінгу", attributes={"value": "18", "claimant": "міністерство"})
    stored = archive.annotations.get(annotation.id)
    assert BODY[stored.start : stored.end] == stored.quote == "18 людей"
    assert stored.prefix.endswith("загинуло ")
    assert stored.suffix.startswith(", ще 18")
    assert stored.attributes == {"value": 18, "claimant": "міністерство"}
    assert (stored.note, stored.created_by, stored.status) == ("з брифінгу", "Olena", Status.ANCHORED)
    assert archive.articles.get(article.id).annotation_count == 1


def test_the_nth_occurrence_can_be_marked(mark: Callable[..., Annotation]) -> None:
    assert mark("18", occurrence=2).start == BODY.rindex("18")


@pytest.mark.parametrize("occurrence", [0, 3])
def test_an_occurrence_that_is_not_there_is_refused(mark: Callable[..., Annotation], occurrence: int) -> None:
    with pytest.raises(QuoteNotFound) as caught:
        mark("18", occurrence=occurrence)
    assert caught.value.found == 2


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, len(BODY) + 1)])
def test_a_span_outside_the_text_is_refused(archive: Archive, article: Article, start: int, end: int) -> None:
    with pytest.raises(SpanOutsideText):
        archive.annotations.add(article.id, start, end, archive.tags.named("killed").id)
    assert archive.annotations.count() == 0


def test_a_span_that_cuts_a_character_is_refused_with_the_whole_one(archive: Archive, add_article: Add) -> None:
    family = add_article("Сім'я 👩\u200d👩\u200d👧 тут")
    with pytest.raises(SpanCutsCharacter) as caught:
        archive.annotations.add(family.id, 6, 7, archive.tags.named("killed").id)
    assert (caught.value.whole_start, caught.value.whole_end) == (6, 11)
    kept = archive.annotations.add(family.id, 6, 7, archive.tags.named("killed").id, cut_characters=True)
    assert kept.quote == "👩"


def test_a_quote_that_does_not_match_is_refused(archive: Archive, article: Article) -> None:
    with pytest.raises(QuoteMismatch):
        archive.annotations.add(article.id, 0, 6, archive.tags.named("killed").id, quote="Мітинг")


def test_an_unknown_tag_is_refused(archive: Archive, article: Article) -> None:
    with pytest.raises(TagNotFound):
        archive.annotations.add(article.id, 0, 6, "no such id")


@pytest.mark.parametrize(
    ("attributes", "error"),
    [
        ({"value": "багато"}, InvalidValue),
        ({"value": "nan"}, InvalidValue),
        ({"low": 5, "high": 3}, InvalidValue),
        ({"value": 4, "high": 5}, InvalidValue),
        ({"value": "1,000"}, InvalidValue),
        ({"value": "12,500"}, InvalidValue),
        ({"approximation": "maybe"}, InvalidValue),
        ({"as_of": "6 січня"}, InvalidDate),
        ({" ": "x"}, InvalidValue),
        ({"extra": object()}, InvalidValue),
    ],
)
def test_impossible_attributes_are_refused(
    archive: Archive, mark: Callable[..., Annotation], attributes: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        mark("18 людей", attributes=attributes)
    assert archive.annotations.count() == 0


def test_numbers_are_read_as_people_write_them(mark: Callable[..., Annotation]) -> None:
    assert mark("18 людей", attributes={"low": "2,5", "high": "1 000", "unit": ""}).attributes == {
        "low": 2.5,
        "high": 1000,
    }


def test_a_span_can_be_moved_and_takes_its_new_words(archive: Archive, mark: Callable[..., Annotation]) -> None:
    annotation = mark("18 людей")
    moved = archive.annotations.update(annotation.id, end=annotation.start + 2)
    assert (moved.start, moved.quote) == (annotation.start, "18")
    with pytest.raises(SpanOutsideText):
        archive.annotations.update(annotation.id, end=annotation.start)
    assert archive.annotations.get(annotation.id) == moved


def test_tag_note_and_attributes_can_be_changed(archive: Archive, mark: Callable[..., Annotation]) -> None:
    annotation = mark("18 людей", note="x", attributes={"value": 18})
    changed = archive.annotations.update(
        annotation.id, tag=archive.tags.named("strike").id, note="", attributes={"value": 19}
    )
    assert (changed.tag.name, changed.note, changed.attributes) == ("strike", "", {"value": 19})
    assert changed.quote == annotation.quote


def test_a_deleted_annotation_is_gone_until_undone(archive: Archive, mark: Callable[..., Annotation]) -> None:
    annotation = mark("18 людей")
    archive.annotations.delete(annotation.id)
    with pytest.raises(AnnotationNotFound):
        archive.annotations.get(annotation.id)
    assert archive.annotations.is_known(annotation.id)
    archive.history.undo()
    assert archive.annotations.get(annotation.id) == annotation


def test_annotations_are_listed_by_place_the_outer_first(
    archive: Archive, article: Article, mark: Callable[..., Annotation]
) -> None:
    inner, outer = mark("18"), mark("18 людей")
    first = mark("Страйк", "strike")
    assert [a.id for a in archive.annotations.of_article(article.id)] == [first.id, outer.id, inner.id]


def test_the_annotations_of_several_articles_are_given_one_article_after_the_other(
    archive: Archive, article: Article, mark: Callable[..., Annotation], add_article: Callable[..., Article]
) -> None:
    mark("18"), mark("18 людей"), mark("Страйк", "strike")
    other, bare = add_article("Ще 18 людей"), add_article("Нічого")
    archive.annotations.add_quote(other.id, "18", archive.tags.named("killed").id)
    archive.articles.revise(article.id, "Зовсім інший текст", Provenance("", "", "", None))
    ids = [bare.id, other.id, article.id]
    given = list(archive.annotations.of_articles(ids))
    assert given == [(id_, archive.annotations.of_article(id_)) for id_ in ids]
    assert [len(marks) for _, marks in given] == [0, 1, 3]
    assert {mark.status for mark in given[2][1]} == {Status.REVIEW}


class TestBringIn:
    """An annotation made elsewhere is never put on other words than its own."""

    @pytest.fixture
    def foreign(self, mark: Callable[..., Annotation]) -> Annotation:
        annotation = mark("18 людей")
        return replace(annotation, id="2b6f0cc9-0000-4000-8000-000000000001", created_by="Ihor")

    def test_it_keeps_its_id_and_author(self, archive: Archive, foreign: Annotation) -> None:
        archive.annotations.bring_in(foreign)
        assert archive.annotations.get(foreign.id) == foreign

    def test_a_wrong_place_is_mended_by_the_words(self, archive: Archive, foreign: Annotation) -> None:
        placed = archive.annotations.bring_in(replace(foreign, start=3, end=9))
        assert (placed.start, placed.end, placed.status) == (foreign.start, foreign.end, Status.ANCHORED)

    def test_repeated_words_are_told_apart_by_what_surrounds_them(self, archive: Archive, foreign: Annotation) -> None:
        prefix, suffix = "18 людей, ще ", " поранено."
        placed = archive.annotations.bring_in(
            replace(foreign, start=0, end=2, quote="18", prefix=prefix, suffix=suffix)
        )
        assert (placed.start, placed.status) == (BODY.rindex("18"), Status.ANCHORED)

    def test_a_short_quote_alone_needs_its_surroundings(self, archive: Archive, foreign: Annotation) -> None:
        placed = archive.annotations.bring_in(
            replace(foreign, start=0, end=6, quote="Страйк", prefix="оголосили безстроковий ", suffix=" на заводі")
        )
        assert placed.status is Status.ANCHORED  # at its own place nothing else is asked
        moved = replace(foreign, id="2b6f0cc9-0000-4000-8000-000000000002", start=3, end=9, quote="Страйк")
        placed = archive.annotations.bring_in(replace(moved, prefix="оголосили безстроковий ", suffix=" на заводі"))
        assert placed.status is Status.REVIEW

    def test_a_deleted_tag_is_not_put_on_anything(self, archive: Archive, foreign: Annotation) -> None:
        archive.tags.delete(foreign.tag.id)
        with pytest.raises(TagNotFound):
            archive.annotations.bring_in(foreign)

    def test_words_that_are_not_there_wait_for_review(self, archive: Archive, foreign: Annotation) -> None:
        placed = archive.annotations.bring_in(replace(foreign, quote="19 людей"))
        assert placed.status is Status.REVIEW
        assert archive.annotations.get(foreign.id).quote == "19 людей"

    def test_what_waited_for_review_goes_on_waiting(self, archive: Archive, foreign: Annotation) -> None:
        waiting = replace(foreign, status=Status.REVIEW)
        archive.annotations.bring_in(waiting)
        assert archive.annotations.get(foreign.id) == waiting

    def test_one_that_was_deleted_comes_back_as_it_is_brought(self, archive: Archive, foreign: Annotation) -> None:
        archive.annotations.bring_in(foreign)
        archive.annotations.delete(foreign.id)
        archive.annotations.bring_in(replace(foreign, note="знову"))
        assert archive.annotations.get(foreign.id) == replace(foreign, note="знову")


def test_an_annotation_whose_words_have_changed_is_given_out_for_review(
    archive: Archive, article: Article, mark: Callable[..., Annotation]
) -> None:
    annotation = mark("18 людей")
    database = archive._connection.sqlite
    database.execute("UPDATE current_action SET action = 1")  # as only damage could do it
    database.execute("UPDATE annotations SET quote = '19 людей'")
    database.execute("UPDATE current_action SET action = NULL")
    (found,) = archive.annotations.of_article(article.id)
    assert (found.id, found.status) == (annotation.id, Status.REVIEW)


def test_the_texts_of_annotations_are_given_for_some_articles(archive: Archive, add_article: Add) -> None:
    first, second, other = (add_article(body) for body in ("Загинуло 18 людей", "Страйк у порту", "Страйк"))
    killed = archive.tags.add("Загиблі", "figure")
    archive.annotations.add_quote(second.id, "порту", archive.tags.named("strike").id)
    inner = archive.annotations.add_quote(first.id, "18", killed.id)
    outer = archive.annotations.add_quote(first.id, "18 людей", killed.id, note="перевірити")
    archive.annotations.add_quote(other.id, "Страйк", killed.id)
    texts = archive.annotations.texts([second.row, first.row])
    assert texts[0] == (first.row, outer.id, 9, 17, "18 людей", "перевірити", "загиблі", "figure", True, None)
    assert [(text.article, text.quote) for text in texts[1:]] == [(first.row, "18"), (second.row, "порту")]
    archive.annotations.delete(inner.id)
    assert [text.id for text in archive.annotations.texts([first.row])] == [outer.id]
    archive.annotations.bring_in(replace(inner, quote="19", status=Status.REVIEW))
    assert [text.anchored for text in archive.annotations.texts([first.row])] == [True, False]


# Records


@pytest.fixture
def council(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Рада"))


def test_an_annotation_is_linked_when_it_is_made_and_later(archive: Archive, add_article: Add, council: Record) -> None:
    article, tag = add_article("Рада каже: Рада проти"), archive.tags.named("ministry").id
    first = archive.annotations.add(article.id, 0, 4, tag, record=council.id)
    second = archive.annotations.add_quote(article.id, "Рада", tag, occurrence=2, record=council.id)
    assert archive.annotations.get(first.id) == first
    assert [each.record for each in archive.annotations.of_article(article.id)] == [council.id, council.id]
    assert archive.annotations.update(first.id, note="перша").record == council.id
    assert archive.annotations.update(first.id, record="").record is None
    assert archive.annotations.update(first.id, record=council.id).record == council.id
    archive.history.undo()
    archive.history.undo()
    archive.history.undo()
    assert archive.annotations.get(first.id) == first
    assert second.record == council.id


def test_a_record_of_another_kind_is_refused(archive: Archive, add_article: Add, council: Record) -> None:
    article, event = add_article("Рада каже"), archive.tags.named("strike").id
    with pytest.raises(KindsDiffer):
        archive.annotations.add(article.id, 0, 4, event, record=council.id)
    with pytest.raises(RecordNotFound):
        archive.annotations.add(article.id, 0, 4, event, record="nothing")
    assert archive.annotations.count() == 0
    annotation = archive.annotations.add(article.id, 0, 4, event)
    with pytest.raises(KindsDiffer):
        archive.annotations.update(annotation.id, record=council.id)
    assert archive.annotations.get(annotation.id) == annotation


def test_a_tag_of_another_kind_takes_the_link_off(archive: Archive, add_article: Add, council: Record) -> None:
    article, actor = add_article("Рада каже"), archive.tags.named("ministry").id
    annotation = archive.annotations.add(article.id, 0, 4, actor, record=council.id)
    same_kind = archive.tags.add("council", "actor").id
    assert archive.annotations.update(annotation.id, tag=same_kind).record == council.id
    event = archive.tags.named("strike").id
    with pytest.raises(KindsDiffer):
        archive.annotations.update(annotation.id, tag=event, record=council.id)
    assert archive.annotations.update(annotation.id, tag=event).record is None
    assert archive.annotations.update(annotation.id, tag=actor, record=council.id).record == council.id


def test_an_annotation_made_elsewhere_brings_its_link(archive: Archive, add_article: Add, council: Record) -> None:
    article = add_article("Рада каже")
    annotation = archive.annotations.add(article.id, 0, 4, archive.tags.named("ministry").id, record=council.id)
    archive.annotations.delete(annotation.id)
    assert archive.annotations.bring_in(annotation) == archive.annotations.get(annotation.id) == annotation
    archive.annotations.delete(annotation.id)
    with pytest.raises(RecordNotFound):
        archive.annotations.bring_in(replace(annotation, record="nothing"))
