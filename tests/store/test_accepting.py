# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepting suggestions, many at once; tagging many is in test_bulk_annotating.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from archivist.errors import (
    ArchivistError,
    ArticleNotFound,
    InvalidValue,
    KindsDiffer,
    QuoteMismatch,
    RecordNotFound,
    SpanOutsideText,
    TagNotFound,
)
from archivist.model import Article, Kind, Record, RecordDraft, Suggestion
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]
BODY = "18 загинуло, каже Рада, а 18 поранено"


def figure(start: int, value: int = 18) -> Suggestion:
    return Suggestion(start, start + 2, "18", Kind.FIGURE, {"value": value}, 0.9, "figure")


def mention(record: Record) -> Suggestion:
    return Suggestion(18, 22, "Рада", Kind.ACTOR, {}, 0.8, "mention", record.id)


@pytest.fixture
def tag_for(archive: Archive) -> Callable[[Suggestion], str]:
    tags = {tag.kind: tag.id for tag in archive.tags.all()}
    return lambda suggestion: tags[suggestion.kind]


@pytest.fixture
def council(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Рада"))


def test_suggestions_are_accepted_in_one_step(
    archive: Archive, add_article: Add, council: Record, tag_for: Callable[[Suggestion], str]
) -> None:
    article, other = add_article(BODY), add_article(f"{BODY}!")
    offered = [(article.id, figure(0)), (article.id, mention(council)), (other.id, figure(26, 19))]
    made = archive.annotations.accept_many(offered, tag_for)
    step = archive.history.next_undo()
    assert step is not None
    assert (step.name, step.changes) == ("Accept 3 suggestions", 3)
    first, second, third = (archive.annotations.get(id_) for id_ in made)
    assert (first.quote, first.tag.name, first.attributes, first.record) == ("18", "killed", {"value": 18}, None)
    assert (second.quote, second.tag.name, second.attributes, second.record) == ("Рада", "ministry", {}, council.id)
    assert (second.prefix, second.suffix) == (BODY[:18], BODY[22:])
    assert (third.article, third.start, third.attributes) == (other.id, 26, {"value": 19})
    assert archive.records.count_passages(council.id) == 1
    assert run_to_end(archive.verify()) == ()
    archive.history.undo()
    assert archive.annotations.count() == 0
    archive.history.redo()
    assert [archive.annotations.get(id_) for id_ in made] == [first, second, third]


def test_one_suggestion_is_named_by_its_words(
    archive: Archive, add_article: Add, tag_for: Callable[[Suggestion], str]
) -> None:
    archive.annotations.accept_many([(add_article(BODY).id, figure(0))], tag_for)
    step = archive.history.next_undo()
    assert step is not None
    assert step.name == "Accept “18”"


def test_what_is_there_already_is_completed_and_not_made_twice(
    archive: Archive, add_article: Add, council: Record, tag_for: Callable[[Suggestion], str]
) -> None:
    article = add_article(BODY)
    plain = archive.annotations.add(article.id, 18, 22, tag_for(mention(council)), note="моя")
    said = archive.annotations.add(article.id, 0, 2, tag_for(figure(0)), attributes={"value": 20})
    offered = [(article.id, figure(0)), (article.id, mention(council)), (article.id, mention(council))]
    assert archive.annotations.accept_many(offered, tag_for) == [plain.id]
    completed = archive.annotations.get(plain.id)
    assert completed == replace(plain, record=council.id, modified_at=completed.modified_at)
    assert archive.annotations.get(said.id) == said
    step = archive.history.next_undo()
    assert archive.annotations.accept_many(offered, tag_for) == []
    assert archive.history.next_undo() == step
    other = archive.records.add(RecordDraft(Kind.ACTOR, "Інша рада"))
    assert archive.annotations.accept_many([(article.id, mention(other))], tag_for) == []
    assert archive.annotations.get(plain.id) == completed


def test_nothing_to_accept_is_no_step(archive: Archive, tag_for: Callable[[Suggestion], str]) -> None:
    step = archive.history.next_undo()
    assert archive.annotations.accept_many([], tag_for) == []
    assert archive.history.next_undo() == step


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (replace(figure(0), quote="19"), QuoteMismatch),
        (replace(figure(0), end=900), SpanOutsideText),
        (replace(figure(0), attributes={"low": 5, "high": 3}), InvalidValue),
        (replace(figure(0), record="nothing"), RecordNotFound),
        (replace(figure(0), kind=Kind.DATE), TagNotFound),
    ],
)
def test_one_wrong_suggestion_and_nothing_is_accepted(
    archive: Archive, add_article: Add, wrong: Suggestion, error: type[ArchivistError]
) -> None:
    article = add_article(BODY)
    tags = {tag.kind: tag.id for tag in archive.tags.all()}
    with pytest.raises(error):
        archive.annotations.accept_many(
            [(article.id, figure(26)), (article.id, wrong)], lambda suggestion: tags.get(suggestion.kind, "nothing")
        )
    assert archive.annotations.count() == 0


def test_a_record_of_another_kind_or_an_article_that_is_not_there_is_refused(
    archive: Archive, add_article: Add, council: Record, tag_for: Callable[[Suggestion], str]
) -> None:
    article = add_article(BODY)
    with pytest.raises(KindsDiffer):
        archive.annotations.accept_many([(article.id, replace(figure(0), record=council.id))], tag_for)
    with pytest.raises(ArticleNotFound):
        archive.annotations.accept_many([(article.id, figure(0)), ("nothing", figure(0))], tag_for)
    assert archive.annotations.count() == 0
