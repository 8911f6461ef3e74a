# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.exchange import Aspect, Contents, Selection
from archivist.exchange.outgoing.contents import Fit
from archivist.exchange.outgoing.losses import Tally, loss_report, merged
from archivist.model import (
    Article,
    ExportPreview,
    Kind,
    Loss,
    Node,
    NodeType,
    Provenance,
    Restriction,
    RestrictionKind,
)
from archivist.store import Archive
from tests.exchange.line_format import without_overlaps

EVERYTHING = frozenset(Aspect)
Add = Callable[..., Article]


def told(archive: Archive, keeps: frozenset[Aspect], fit: Fit | None = None, **selection: object) -> ExportPreview:
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    contents = Contents(archive, Selection(ids, **selection), fit)  # type: ignore[arg-type]
    tally = Tally(contents, keeps)
    for fitted in contents.fitted():
        tally.see(fitted)
    return tally.told()


def lost(archive: Archive, keeps: frozenset[Aspect], fit: Fit | None = None, **selection: object) -> dict[str, int]:
    return {loss.what: loss.count for loss in told(archive, keeps, fit, **selection).losses}


@pytest.fixture
def hard(articles: list[Article]) -> str:
    return next(article.id for article in articles if article.outlet)


def test_a_format_that_keeps_everything_loses_nothing(archive: Archive, articles: list[Article]) -> None:
    assert told(archive, EVERYTHING) == ExportPreview(2, 6, (), 5, 3)


def test_each_aspect_that_is_not_kept_is_counted(archive: Archive, articles: list[Article]) -> None:
    assert lost(archive, frozenset((Aspect.ANNOTATIONS,))) == {
        "text": 2,
        "title": 2,
        "outlet": 1,
        "byline": 1,
        "published": 1,
        "language": 1,
        "collections": 1,
        "original": 2,
        "provenance": 2,
        "article ids": 2,
        "annotation ids": 6,
        "notes": 1,
        "attributes": 2,
        "annotators": 6,
        "times of annotations": 6,
        "codebook": 3,
        "records": 5,
        "links to records": 4,
        "relations": 1,
        "relations of records": 2,
        "history": 2,
    }


@pytest.mark.parametrize("aspect", Aspect)
def test_what_one_aspect_costs_is_told_by_its_name_alone(archive: Archive, hard: str, aspect: Aspect) -> None:
    archive.articles.update(hard, section="Світ", url="https://example.org/")
    archive.articles.restrict([hard], Restriction(RestrictionKind.REDACTED))
    (first, *_) = archive.annotations.of_article(hard)
    other = next(id_ for id_ in archive.articles.ids(archive.articles.rows()) if id_ != hard)
    second = archive.annotations.add(other, 0, 5, archive.tags.named("strike").id)
    archive.relations.add("cause", Node(NodeType.ANNOTATION, first.id), Node(NodeType.ANNOTATION, second.id))
    found = told(archive, EVERYTHING - {aspect}, restricted=True)
    there = {Aspect.CAPTURED: 0, Aspect.FOR_REVIEW: 0}.get(aspect, 1)
    assert [loss.what for loss in found.losses] == [aspect] * there
    assert all(loss.count and loss.why for loss in found.losses)
    assert (found.annotations == 0) == (aspect is Aspect.ANNOTATIONS)
    assert (found.records == 0) == (aspect is Aspect.RECORDS)


def test_where_annotations_are_lost_what_they_say_is_not_told_once_more(
    archive: Archive, articles: list[Article]
) -> None:
    found = lost(archive, frozenset((Aspect.TEXT,)))
    assert found["annotations"] == 6
    assert not found.keys() & {"notes", "attributes", "annotators", "annotation ids", "relations"}


def test_annotations_for_review_are_told_and_counted_only_where_they_are_kept(archive: Archive, hard: str) -> None:
    archive.articles.revise(hard, "Загинуло 18 людей, ще 18 поранено.", Provenance("", "", "", None))
    review = sum(1 for mark in archive.annotations.of_article(hard) if mark.status == "review")
    without = told(archive, EVERYTHING - {Aspect.FOR_REVIEW})
    assert review
    assert [(loss.what, loss.count) for loss in without.losses] == [("annotations for review", review)]
    assert (without.annotations, told(archive, EVERYTHING).annotations) == (6 - review, 6)


def test_a_relation_of_an_annotation_that_is_not_carried_is_told(archive: Archive, hard: str) -> None:
    keeps = EVERYTHING - {Aspect.CROSS_RELATIONS, Aspect.FOR_REVIEW}
    assert told(archive, keeps).relations == 3
    fitted = told(archive, keeps, without_overlaps)
    assert fitted.losses == (
        Loss("relations", 1, "an annotation at one of their ends is not carried"),
        Loss("annotations", 2, "overlap another"),
    )
    assert (fitted.annotations, fitted.relations) == (4, 2)


def test_what_was_not_asked_for_is_told_first(archive: Archive, articles: list[Article], hard: str) -> None:
    other = next(article.id for article in articles if article.id != hard)
    archive.articles.restrict([other], Restriction(RestrictionKind.EMBARGO, "2030"))
    found = told(archive, EVERYTHING, kinds=frozenset((Kind.EVENT,)), today="2026-01-01")
    assert [(loss.what, loss.count) for loss in found.losses[:2]] == [
        ("restricted articles", 1),
        ("annotations not chosen", 5),
    ]
    assert found.articles == 1
    assert lost(archive, EVERYTHING, today="2031-01-01") == {}


def test_relations_that_lead_out_of_what_is_chosen_are_told(archive: Archive, articles: list[Article]) -> None:
    assert lost(archive, EVERYTHING, kinds=frozenset((Kind.EVENT,))) == {"annotations not chosen": 5, "relations": 1}


def test_losses_of_one_cause_are_one() -> None:
    same, other = Loss("characters", 2, "are control characters"), Loss("characters", 1, "are unpaired")
    assert merged([same, other, Loss("nothing", 0, "never"), same]) == (
        Loss("characters", 4, "are control characters"),
        other,
    )


def test_the_report_says_of_what_it_is() -> None:
    assert loss_report("news.qdpx", [Loss("notes", 12, "the format has no place for them")]) == (
        "What is in the archive, and is not in news.qdpx\n\nnotes (12): the format has no place for them\n"
    )
