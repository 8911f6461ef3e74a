# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from archivist.model import Alias, Article, Kind, Node, NodeType, RecordDraft, Suggestion
from archivist.store import Archive, portable_history

Add = Callable[..., Article]


def test_rows_are_told_by_their_ids(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    tag = archive.tags.named("killed")
    annotation = archive.annotations.add_quote(article.id, "18", tag.id, attributes={"value": 18})
    created, marked = archive.history.of_articles([article.id])
    assert (created["what"], created["after"]["id"]) == ("article", article.id)
    assert article.original is not None
    assert created["after"]["original"] == article.original.sha256
    assert (marked["what"], marked["before"], marked["after"]["id"]) == ("annotation", None, annotation.id)
    assert [marked["after"][name] for name in ("article", "revision", "tag")] == [article.id, article.revision, tag.id]
    assert marked["after"]["attributes"] == {"value": 18}


def test_it_says_who_did_what_and_when(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    action = archive.history.next_undo()
    assert action is not None
    [entry] = archive.history.of_articles([article.id])
    assert [entry[name] for name in ("action", "name", "type", "who", "at")] == [
        *(action.id, "Import Новина", "do", "Olena", action.at),
    ]


def test_other_articles_are_left_out(archive: Archive, add_article: Add) -> None:
    wanted, other = add_article("Перша"), add_article("Друга")
    archive.articles.update(other.id, outlet="Вісник")
    assert {entry["after"]["id"] for entry in archive.history.of_articles([wanted.id])} == {wanted.id}


def test_leaving_a_collection_is_told(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.collections.add("Страйк")
    archive.collections.put_in("Страйк", [article.id])
    archive.collections.take_out("Страйк", [article.id])
    left = list(archive.history.of_articles([article.id]))[-1]
    assert (left["what"], left["before"], left["after"]) == (
        "membership",
        {"article": article.id, "collection": "Страйк"},
        None,
    )


@pytest.mark.parametrize(
    ("query", "parameters"),
    [(portable_history.ALL_CHANGES, (0, 10)), (portable_history.CHANGES_OF_FEW.format(articles="1, 2"), ())],
)
def test_no_page_sorts_the_rest_of_the_journal(archive: Archive, query: str, parameters: tuple[int, ...]) -> None:
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", parameters)]
    assert not [step for step in plan if "TEMP B-TREE" in step or "SCAN changes" in step]


def test_few_articles_are_looked_up_by_row(archive: Archive) -> None:
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        plan = [
            row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {portable_history.CHANGES_OF_FEW.format(articles=1)}")
        ]
    assert len([step for step in plan if "changes_by_row (table_name=? AND row_id=?)" in step]) == 2


def test_many_articles_are_told_as_few_are(archive: Archive, add_article: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [add_article(f"Новина {number}") for number in range(3)]
    archive.collections.add("Страйк")
    archive.collections.put_in("Страйк", [article.id for article in articles])
    archive.collections.take_out("Страйк", [articles[0].id])
    annotation = archive.annotations.add_quote(articles[0].id, "Новина", archive.tags.named("strike").id)
    archive.annotations.delete(annotation.id)
    wanted = [article.id for article in articles[:2]]
    as_few = list(archive.history.of_articles(wanted))
    monkeypatch.setattr(portable_history, "_FEW", 0)
    assert list(archive.history.of_articles(wanted)) == as_few
    assert len(as_few) == 7


def test_links_relations_and_records_are_told_by_ids(archive: Archive, add_article: Add) -> None:
    article, other = add_article("Загинуло 18"), add_article("Загинуло 19")
    killed = archive.tags.named("killed").id
    record = archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі", aliases=(Alias("Killed", "en"),)))
    ministry = archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство", external_ids={"wikidata": "Q1"}))
    archive.records.add(RecordDraft(Kind.ACTOR, "Інше"))
    claims = [
        archive.annotations.add_quote(each.id, quote, killed, record=record.id)
        for each, quote in ((article, "18"), (other, "19"))
    ]
    nodes = [Node(NodeType.ANNOTATION, claim.id) for claim in claims]
    claimant = archive.relations.add("claimant", nodes[0], Node(NodeType.RECORD, ministry.id))
    archive.relations.add("replaces", nodes[1], nodes[0])  # whose other end is elsewhere
    offered = Suggestion(0, 8, "Загинуло", Kind.EVENT, {}, 0.5, "seen")
    archive.rejections.add_many([(article.id, offered)])
    told = list(archive.history.of_articles([article.id], [record.id, ministry.id]))
    assert [entry["what"] for entry in told] == [
        *("article", "record", "alias", "record", "annotation", "relation", "rejection"),
    ]
    _, figure, alias, actor, annotation, relation, rejection = (entry["after"] for entry in told)
    assert (figure["id"], figure["name"], figure["roles"], figure["parent"]) == (record.id, "Загиблі", [], None)
    assert alias == {"record": record.id, "name": "Killed", "language": "en"}
    assert actor["external_ids"] == {"wikidata": "Q1"}
    assert annotation["record"] == record.id
    assert (relation["id"], relation["source_annotation"]) == (claimant.id, claims[0].id)
    assert (relation["target_record"], relation["target_annotation"]) == (ministry.id, None)
    assert (rejection["article"], rejection["quote"]) == (article.id, "Загинуло")
    assert [entry["what"] for entry in archive.history.of_articles([article.id])] == [
        "article",
        "annotation",
        "rejection",
    ]


def test_many_records_are_told_as_few_are(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [archive.records.add(RecordDraft(Kind.EVENT, f"Подія {number}")).id for number in range(3)]
    archive.records.update(events[0], aliases=(Alias("Перша"),))
    archive.records.update(events[0], aliases=())
    relation = archive.relations.add("cause", *(Node(NodeType.RECORD, id_) for id_ in events[:2]))
    archive.relations.delete(relation.id)
    archive.records.delete(events[1])
    as_few = list(archive.history.of_articles([], events[:2]))
    monkeypatch.setattr(portable_history, "_FEW", 0)
    assert list(archive.history.of_articles([], events[:2])) == as_few
    assert len(as_few) == 9
