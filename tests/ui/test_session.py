# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from archivist.errors import (
    InvalidDate,
    KindsDiffer,
    NameTaken,
    NothingToUndo,
    QuoteMismatch,
    ShortcutTaken,
    SpanOutsideText,
)
from archivist.model import Alias, Annotation, Article, Kind, Node, NodeType, RecordDraft
from archivist.ui.session import Session

TEXT = "Dockers walk out\nThe strike at Tarnhavn entered its third day."


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article(TEXT)


def strike(session: Session) -> str:
    return session.archive.tags.named("strike").id


def collected(signal: SignalInstance) -> list[tuple[object, ...]]:
    facts: list[tuple[object, ...]] = []
    signal.connect(lambda *arguments: facts.append(arguments))
    return facts


def test_annotating_says_whose_annotations_changed(session: Session, article: Article) -> None:
    changed, history = collected(session.annotations_changed), collected(session.history_changed)
    annotation = session.annotate(article.id, 21, 27, strike(session))
    assert annotation is not None
    assert annotation.quote == "strike"
    assert changed == [(article.id,)]
    assert len(history) == 1


def test_words_that_are_no_longer_what_was_seen_are_not_marked(session: Session, article: Article) -> None:
    failed = collected(session.failed)
    assert session.annotate(article.id, 21, 27, strike(session), "Strike") is None
    assert isinstance(failed[0][0], QuoteMismatch)
    assert session.archive.annotations.count() == 0


def test_what_cannot_be_done_is_announced_and_changes_nothing(session: Session, article: Article) -> None:
    failed, changed = collected(session.failed), collected(session.annotations_changed)
    assert session.annotate(article.id, 5, 5000, strike(session)) is None
    assert isinstance(failed[0][0], SpanOutsideText)
    assert changed == []
    assert session.archive.annotations.count() == 0


def test_every_edit_of_an_annotation_is_one_step_of_the_history(session: Session, article: Article) -> None:
    annotation = session.annotate(article.id, 21, 27, strike(session))
    assert annotation is not None
    ministry = session.archive.tags.named("ministry").id
    session.move(annotation.id, 17, 27)
    session.retag(annotation.id, ministry)
    session.edit_note(annotation.id, "third day")
    session.edit_attributes(annotation.id, {"edtf": "2023-10"})
    changed = session.archive.annotations.get(annotation.id)
    assert (changed.quote, changed.tag.id, changed.note) == ("The strike", ministry, "third day")
    for _ in range(4):
        session.undo()
    assert session.archive.annotations.get(annotation.id) == annotation


def test_undo_and_redo_say_whose_annotations_changed(session: Session, article: Article) -> None:
    session.annotate(article.id, 21, 27, strike(session))
    changed = collected(session.annotations_changed)
    assert session.undo_name() == "Tag “strike” as strike"
    session.undo()
    assert session.archive.annotations.of_article(article.id) == []
    assert session.redo_name() == "Tag “strike” as strike"
    session.redo()
    assert [each.quote for each in session.archive.annotations.of_article(article.id)] == ["strike"]
    assert changed == [(article.id,), (article.id,)]


def test_with_nothing_to_undo_it_says_so(session: Session) -> None:
    while session.undo_name():
        session.undo()
    failed = collected(session.failed)
    assert session.undo() is None
    assert isinstance(failed[0][0], NothingToUndo)


def test_deleting_an_annotation_and_its_undo(session: Session, article: Article) -> None:
    annotation = session.annotate(article.id, 21, 27, strike(session))
    assert annotation is not None
    changed = collected(session.annotations_changed)
    assert session.delete_annotation(annotation.id)
    session.undo()
    assert session.archive.annotations.of_article(article.id) == [annotation]
    assert changed == [(article.id,), (article.id,)]


def test_deleting_a_tag_takes_its_annotations_along(session: Session, article: Article) -> None:
    session.annotate(article.id, 21, 27, strike(session))
    tags, annotations = collected(session.tags_changed), collected(session.annotations_changed)
    assert session.delete_tag(strike(session)) == 1
    assert (tags, annotations) == ([()], [("",)])
    session.undo()
    assert len(tags) == 2
    assert annotations[-1] == (article.id,)


def test_the_codebook_is_edited(session: Session) -> None:
    tag = session.add_tag(name="union", kind="actor", shortcut="u", colour="#112233")
    assert tag is not None
    edited = session.edit_tag(tag.id, name="trade union", shortcut="")
    assert edited is not None
    assert (edited.name, edited.shortcut) == ("trade union", "")
    failed = collected(session.failed)
    assert session.edit_tag(tag.id, shortcut="s") is None
    assert isinstance(failed[0][0], ShortcutTaken)


def test_editing_metadata_says_which_article_changed(session: Session, article: Article) -> None:
    changed = collected(session.article_changed)
    edited = session.edit_article(article.id, outlet="Tarnhavn Courier")
    assert edited is not None
    session.undo()
    assert session.archive.articles.get(article.id).outlet == ""
    assert changed == [(article.id,), (article.id,)]


def test_deleting_articles_and_their_return(session: Session, article: Article) -> None:
    changed = collected(session.articles_changed)
    assert session.delete_articles([article.id])
    assert session.archive.articles.count() == 0
    session.undo()
    assert session.archive.articles.count() == 1
    assert len(changed) == 2


def test_collections_are_made_filled_emptied_renamed_and_deleted(
    qtbot: QtBot, session: Session, article: Article
) -> None:
    changed = collected(session.collections_changed)
    session.add_collection("Strike")
    session.put_in("Strike", [article.id])
    assert session.archive.collections.of_article(article.id) == ["Strike"]
    session.take_out("Strike", [article.id])
    session.rename_collection("Strike", "Walkout")
    session.delete_collection("Walkout")
    assert session.archive.collections.all() == []
    session.undo()
    assert [each.name for each in session.archive.collections.all()] == ["Walkout"]
    assert len(changed) == 6


def test_searches_are_saved_renamed_and_deleted(session: Session) -> None:
    changed = collected(session.saved_searches_changed)
    search = session.save_search("Dams", "гребля", "date", {"outlet": ("Вісник",)})
    assert search is not None
    session.rename_search(search.id, "Floods")
    session.delete_search(search.id)
    assert session.archive.saved_searches.all() == []
    session.undo()
    [kept] = session.archive.saved_searches.all()
    assert (kept.name, kept.query, dict(kept.chosen)) == ("Floods", "гребля", {"outlet": ("Вісник",)})
    assert len(changed) == 4


def test_a_name_that_is_taken_is_told(session: Session) -> None:
    failed = collected(session.failed)
    session.save_search("Dams", "гребля", "date", {})
    assert session.save_search("dams", "dam", "date", {}) is None
    assert isinstance(failed[0][0], NameTaken)


# Records and relations


def tagged(session: Session, article: Article, quote: str, tag: str = "strike") -> Annotation:
    return session.archive.annotations.add_quote(article.id, quote, session.archive.tags.named(tag).id)


def test_a_record_is_added_edited_and_deleted_each_with_its_fact(session: Session) -> None:
    changed = collected(session.records_changed)
    record = session.add_record(RecordDraft(Kind.EVENT, "Dock strike"))
    assert record is not None
    edited = session.edit_record(record.id, date="2023-10")
    assert edited is not None
    assert edited.draft.date == "2023-10"
    assert session.delete_record(record.id) is not None
    assert len(changed) == 3


def test_a_mistake_in_a_record_is_announced_and_changes_nothing(session: Session) -> None:
    record = session.add_record(RecordDraft(Kind.EVENT, "Dock strike"))
    failed, changed = collected(session.failed), collected(session.records_changed)
    assert record is not None
    assert session.edit_record(record.id, date="2023-13") is None
    assert isinstance(failed[0][0], InvalidDate)
    assert changed == []


def test_linking_says_whose_annotations_changed(session: Session, article: Article) -> None:
    annotation = tagged(session, article, "strike")
    record = session.archive.records.add(RecordDraft(Kind.EVENT, "Dock strike"))
    changed = collected(session.annotations_changed)
    linked = session.link(annotation.id, record.id)
    assert linked is not None
    assert linked.record == record.id
    unlinked = session.link(annotation.id, None)
    assert unlinked is not None
    assert unlinked.record is None
    assert changed == [(article.id,), (article.id,)]


def test_a_new_record_and_its_link_are_one_step(session: Session, article: Article) -> None:
    annotation = tagged(session, article, "strike")
    records, links = collected(session.records_changed), collected(session.annotations_changed)
    linked = session.link_new(annotation.id, RecordDraft(Kind.EVENT, "Dock strike"))
    assert linked is not None
    assert session.archive.records.get(linked.record or "").name == "Dock strike"
    assert (len(records), links) == (1, [(article.id,)])
    session.undo()
    assert session.archive.records.count() == 0
    assert session.archive.annotations.get(annotation.id).record is None
    assert (len(records), len(links)) == (2, 2)


def test_a_new_record_of_the_wrong_kind_is_not_left_behind(session: Session, article: Article) -> None:
    annotation = tagged(session, article, "strike")
    failed = collected(session.failed)
    assert session.link_new(annotation.id, RecordDraft(Kind.ACTOR, "Dockers")) is None
    assert isinstance(failed[0][0], KindsDiffer)
    assert session.archive.records.count() == 0


def test_words_are_tagged_and_linked_in_one_step(session: Session, article: Article) -> None:
    record = session.archive.records.add(RecordDraft(Kind.EVENT, "Dock strike"))
    start = TEXT.index("strike")
    annotation = session.annotate_as(article.id, start, start + 6, strike(session), record.id)
    assert annotation is not None
    assert annotation.record == record.id
    session.undo()
    assert session.archive.annotations.of_article(article.id) == []
    assert session.archive.records.get(record.id) == record


def test_merging_and_splitting_say_that_links_and_relations_may_be_others(session: Session, article: Article) -> None:
    one, other = (session.archive.records.add(RecordDraft(Kind.EVENT, name)) for name in ("Strike", "Walk-out"))
    annotation = tagged(session, article, "strike")
    session.link(annotation.id, other.id)
    facts = [collected(fact) for fact in (session.records_changed, session.relations_changed)]
    links = collected(session.annotations_changed)
    merged = session.merge_records(one.id, [other.id])
    assert merged is not None
    assert session.archive.annotations.get(annotation.id).record == one.id
    part = session.split_record(one.id, [annotation.id], RecordDraft(Kind.EVENT, "Third day"))
    assert part is not None
    assert session.archive.annotations.get(annotation.id).record == part.id
    assert [len(each) for each in facts] == [2, 2]
    assert links == [("",), ("",)]


def test_relations_are_made_changed_and_deleted_and_undo_says_so(session: Session, article: Article) -> None:
    ends = [Node(NodeType.ANNOTATION, tagged(session, article, quote).id) for quote in ("strike", "Dockers")]
    changed = collected(session.relations_changed)
    relation = session.add_relation("cause", *ends)
    assert relation is not None
    edited = session.edit_relation(relation.id, type="part-of")
    assert edited is not None
    assert edited.type == "part-of"
    assert session.delete_relation(relation.id)
    session.undo()
    assert session.archive.relations.get(relation.id) == edited
    assert len(changed) == 4


def test_undoing_an_edit_of_aliases_says_that_records_changed(session: Session) -> None:
    record = session.archive.records.add(RecordDraft(Kind.EVENT, "Strike"))
    session.edit_record(record.id, aliases=(Alias("Walk-out"),))
    changed = collected(session.records_changed)
    session.undo()
    assert len(changed) == 1
    assert session.archive.records.get(record.id).draft.aliases == ()
