# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import ArticleNotFound
from archivist.exchange import Contents, Selection
from archivist.exchange.outgoing.belonging import Belonging
from archivist.model import Article, Kind, Node, NodeType, Provenance, Restriction, RestrictionKind, Status
from archivist.store import Archive
from tests.exchange.line_format import without_overlaps

Add = Callable[..., Article]


def hard_id(archive: Archive, articles: list[Article]) -> str:
    return next(article.id for article in articles if article.outlet)


def quotes(archive: Archive, selection: Selection) -> list[str]:
    return [mark.quote for handed in Contents(archive, selection).articles() for mark in handed.annotations]


def test_articles_come_once_by_their_ids_with_what_the_archive_has_of_them(
    archive: Archive, add_article: Add, articles: list[Article]
) -> None:
    ids = [add_article(f"Новина {number}").id for number in range(250)] + [each.id for each in articles]
    contents = Contents(archive, Selection((*ids, *ids)))
    handed = list(contents.articles())
    assert [each.article.id for each in handed] == sorted(ids)
    assert len(contents) == len(ids)
    for each in handed:
        assert each.article == archive.articles.get(each.article.id)
        assert each.revision == archive.articles.revision(each.article.id)
        assert list(each.annotations) == archive.annotations.of_article(each.article.id)
        assert each.left_out == 0


def test_an_article_that_is_not_there_is_an_error(archive: Archive, articles: list[Article]) -> None:
    with pytest.raises(ArticleNotFound):
        list(Contents(archive, Selection((articles[0].id, "nowhere"))).articles())


def test_relations_go_with_an_article_whose_both_ends_are_annotations_of_it(
    archive: Archive, articles: list[Article], add_article: Add
) -> None:
    hard = hard_id(archive, articles)
    other = add_article("Ще 18").id
    first = archive.annotations.of_article(hard)[0]
    last = archive.annotations.add_quote(other, "18", archive.tags.named("killed").id)
    archive.relations.add("contradicts", Node(NodeType.ANNOTATION, last.id), Node(NodeType.ANNOTATION, first.id))
    within = [each for each in archive.relations.of_article(hard) if each.type == "replaces"]
    handed = {each.article.id: each.relations for each in Contents(archive, Selection((hard, other))).articles()}
    assert handed == {hard: tuple(within), other: ()}
    figures = Selection((hard,), tags=frozenset((archive.tags.named("ministry").id,)))
    assert [each.relations for each in Contents(archive, figures).articles()] == [()]


def test_annotations_are_chosen_by_tag_kind_and_annotator(archive: Archive, articles: list[Article]) -> None:
    ids = tuple(article.id for article in articles)
    killed = archive.tags.named("killed").id
    assert quotes(archive, Selection(ids, tags=frozenset((killed,)))) == ["18", "18", "2\u00a0500"]
    assert quotes(archive, Selection(ids, kinds=frozenset((Kind.EVENT,)))) == ["مرحبا"]
    assert quotes(archive, Selection(ids, tags=frozenset((killed,)), kinds=frozenset((Kind.EVENT,)))) == []
    assert quotes(archive, Selection(ids, annotators=frozenset(("Ihor",)))) == []
    assert len(quotes(archive, Selection(ids, annotators=frozenset(("Ihor", "Olena"))))) == 6
    left_out = [each.left_out for each in Contents(archive, Selection(ids, kinds=frozenset((Kind.EVENT,)))).articles()]
    assert sorted(left_out) == [0, 5]


def test_claims_are_chosen_as_annotations_are(archive: Archive, articles: list[Article]) -> None:
    hard = hard_id(archive, articles)
    assert len(Contents(archive, Selection((hard,))).claims(hard)) == 3
    assert Contents(archive, Selection((hard,), kinds=frozenset((Kind.ACTOR,)))).claims(hard) == []


def test_annotations_for_review_are_told_apart(archive: Archive, articles: list[Article]) -> None:
    hard = hard_id(archive, articles)
    archive.articles.revise(hard, "Загинуло 18 людей, ще 18 поранено.", Provenance("", "", "", None))
    (handed,) = Contents(archive, Selection((hard,))).articles()
    assert {mark.status for mark in handed.for_review} == {Status.REVIEW}
    assert len(handed.annotations) + len(handed.for_review) == 6
    assert handed.for_review
    assert all(handed.text[mark.start : mark.end] == mark.quote for mark in handed.annotations)


def test_restricted_articles_are_withheld_unless_they_are_asked_for(archive: Archive, articles: list[Article]) -> None:
    first, second = (article.id for article in articles)
    archive.articles.restrict([first], Restriction(RestrictionKind.EMBARGO, "2030-01-31"))

    def given(**more: object) -> tuple[list[str], list[str]]:
        contents = Contents(archive, Selection((first, second), **more))  # type: ignore[arg-type]
        assert [handed.article.id for handed in contents.articles()] == contents.ids
        return contents.ids, contents.withheld

    assert given() == given(today="2030-01-31") == ([second], [first])
    assert given(today="2030-02-01") == given(restricted=True) == ([first, second], [])
    archive.articles.restrict([first], Restriction(RestrictionKind.REDACTED))
    assert given(today="2999-01-01") == ([second], [first])


def test_the_records_of_restricted_articles_do_not_go_along(archive: Archive, articles: list[Article]) -> None:
    ids = tuple(article.id for article in articles)
    assert len(Contents(archive, Selection(ids)).belonging.records) == 5
    archive.articles.restrict([hard_id(archive, articles)], Restriction(RestrictionKind.REDACTED))
    unlinked = [record.name for record in Contents(archive, Selection(ids)).records()]
    assert unlinked == ["Ніхто"]
    assert Contents(archive, Selection(ids, kinds=frozenset((Kind.ACTOR,)))).belonging.records == []
    assert len(Contents(archive, Selection(ids, restricted=True)).belonging.records) == 5


def test_the_registry_goes_with_all_articles_though_one_is_restricted(
    archive: Archive, articles: list[Article]
) -> None:
    ids = tuple(article.id for article in articles)
    other = next(id_ for id_ in ids if id_ != hard_id(archive, articles))
    archive.articles.restrict([other], Restriction(RestrictionKind.EMBARGO))
    belonging = Contents(archive, Selection(ids)).belonging
    assert (len(belonging.records), len(belonging.relations), belonging.losses) == (5, 3, ())


def test_only_the_records_of_what_is_chosen_go_along(archive: Archive, articles: list[Article]) -> None:
    ids = tuple(article.id for article in articles)
    names = {record.name for record in Contents(archive, Selection(ids, kinds=frozenset((Kind.EVENT,)))).records()}
    assert names == {"Страйк", "Хвиля страйків", "Міністерство"}


def test_what_belongs_is_the_same_before_and_after_the_articles_were_gone_through(
    archive: Archive, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = (Contents(archive, Selection(tuple(article.id for article in articles))) for _ in range(2))
    list(after.articles())
    asked: list[str] = []
    chosen = Belonging.chosen
    monkeypatch.setattr(Belonging, "chosen", lambda self: asked.append("anew") or chosen(self))
    assert after.belonging == after.belonging
    assert asked == []
    assert before.belonging == after.belonging
    assert asked == ["anew"]


def test_a_format_that_cannot_hold_everything_is_given_what_it_can(archive: Archive, articles: list[Article]) -> None:
    hard = hard_id(archive, articles)
    contents = Contents(archive, Selection((hard,)), without_overlaps)
    (fitted,) = contents.fitted()
    assert [mark.quote for mark in fitted.handed.annotations] == ["👩‍👩‍👧", "18 людей, ще 18", "مرحبا", "2\u00a0500"]
    assert list(contents.articles()) == [fitted.handed]
    assert [loss.count for loss in fitted.losses] == [2]
