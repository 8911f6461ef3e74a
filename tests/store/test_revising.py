# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import InvalidValue
from archivist.model import Article, ArticleDraft, Kind, Provenance, Revised, Status, Suggestion
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from tests.long_work import run_to_end
from tests.store.test_span_map import EDITS, TEXTS, edited

Add = Callable[..., Article]
BODY = "Повінь\n\nЗагинуло 18 людей, повідомило міністерство. Понад 400 не знайдено."
READING = Provenance("fixed.txt", "correction", "2", "koi8-u", {"file": "fixed.txt"})


@pytest.fixture
def article(archive: Archive, add_article: Add) -> Article:
    article = add_article(BODY)
    for quote, tag in (("18 людей", "killed"), ("міністерство", "ministry"), ("400", "killed")):
        archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id, note=f"до {quote}")
    return article


def revise(archive: Archive, article: Article, body: str) -> Revised:
    return archive.articles.revise(article.id, body, READING)


def test_a_corrected_text_is_a_new_revision_beside_the_old_one(archive: Archive, article: Article) -> None:
    revised = revise(archive, article, BODY.replace("Понад 400", "Понад 500"))
    assert revised == Revised(archive.articles.get(article.id).revision, changed=True, moved=2, queued=1)
    assert archive.articles.revision(article.id).body == BODY.replace("400", "500")
    old, new = archive.events.revisions(article.id)
    assert (old.id, old.number, old.current, old.reader, old.encoding) == (
        *(article.revision, 1, False), *("plain-text", "utf-8"),
    )  # fmt: skip
    assert (new.id, new.number, new.current, new.reader, new.reader_version, new.encoding) == (
        *(revised.revision, 2, True), *("correction", "2", "koi8-u"),
    )  # fmt: skip
    assert new.parameters == {"file": "fixed.txt"}
    assert archive.articles.provenance(article.id).reader == "correction"


def test_annotations_follow_their_words_and_the_others_wait_with_all_they_say(
    archive: Archive, article: Article
) -> None:
    revise(archive, article, "Вступ.\n\n" + BODY.replace("400", "500"))
    body = archive.articles.revision(article.id).body
    marks = {mark.quote: mark for mark in archive.annotations.of_article(article.id)}
    assert marks.keys() == {"18 людей", "міністерство", "400"}
    for quote in ("18 людей", "міністерство"):
        mark = marks[quote]
        assert (mark.status, body[mark.start : mark.end]) == (Status.ANCHORED, quote)
        assert body[: mark.start].endswith(mark.prefix)
    waiting = marks["400"]
    assert (waiting.status, waiting.revision, waiting.note) == (Status.REVIEW, article.revision, "до 400")
    assert BODY[waiting.start : waiting.end] == "400"
    assert run_to_end(archive.verify()) == ()


def test_a_revision_is_one_step_that_can_be_undone_and_done_again(archive: Archive, article: Article) -> None:
    before = archive.annotations.of_article(article.id)
    revised = revise(archive, article, BODY.replace("400", "500"))
    after = archive.annotations.of_article(article.id)
    archive.history.undo()
    assert archive.articles.get(article.id).revision == article.revision
    assert archive.annotations.of_article(article.id) == before
    archive.history.redo()
    assert archive.articles.get(article.id).revision == revised.revision
    assert archive.annotations.of_article(article.id) == after
    archive.history.undo()
    third = revise(archive, article, BODY + "\nДоповнено.")
    assert [revision.number for revision in archive.events.revisions(article.id)] == [1, 2, 3]
    assert archive.articles.get(article.id).revision == third.revision
    types = [event.type for event in archive.events.of_article(article.id)]
    assert types == ["ingestion", *["modification"] * 5]
    assert run_to_end(archive.verify()) == ()


def test_a_later_text_that_has_the_words_again_takes_them_back(archive: Archive, article: Article) -> None:
    revise(archive, article, BODY.replace("400", "500"))
    revised = revise(archive, article, BODY + "\nУточнено.")
    assert (revised.moved, revised.queued) == (3, 0)
    assert {mark.status for mark in archive.annotations.of_article(article.id)} == {Status.ANCHORED}


def test_the_same_text_changes_nothing(archive: Archive, article: Article) -> None:
    head = archive.events.head()
    assert revise(archive, article, BODY) == Revised(article.revision, changed=False, moved=0, queued=0)
    assert archive.events.head() == head


def test_a_text_without_words_is_refused(archive: Archive, article: Article) -> None:
    with pytest.raises(InvalidValue):
        revise(archive, article, " \n")
    assert archive.articles.revision(article.id).body == BODY


def test_rejections_follow_their_words(archive: Archive, article: Article) -> None:
    start = BODY.index("400")
    rejected = Suggestion(start, start + 3, "400", Kind.FIGURE, {}, 1.0, "figure")
    archive.rejections.add_many([(article.id, rejected)])
    revise(archive, article, "Вступ.\n" + BODY)
    (found,) = archive.rejections.of_article(article.id)
    assert (found.start, found.end) == (start + len("Вступ.\n"), start + 3 + len("Вступ.\n"))
    revise(archive, article, "Вступ.\n" + BODY.replace("400", "500"))
    assert archive.rejections.of_article(article.id) == frozenset()


def test_the_index_reads_a_revised_article_anew(archive: Archive, article: Article) -> None:
    seq = archive.index_queue.mark().seq
    revise(archive, article, BODY + "\nДоповнено.")
    assert archive.index_queue.changed(seq, [article.row]) == {article.row}


def test_an_annotation_for_review_hides_no_words_from_being_tagged(archive: Archive, article: Article) -> None:
    revise(archive, article, BODY.replace("400", "500"))
    start = BODY.index("400")
    tag = archive.tags.named("killed").id
    assert archive.annotations.add_many([Placement(article.id, start, start + 3, "500")], tag) == 1


def test_an_annotation_for_review_can_be_put_on_words_by_hand(archive: Archive, article: Article) -> None:
    revise(archive, article, BODY.replace("400", "500"))
    waiting = next(mark for mark in archive.annotations.of_article(article.id) if mark.status is Status.REVIEW)
    start = BODY.index("400")
    placed = archive.annotations.update(waiting.id, start=start, end=start + 3)
    assert (placed.status, placed.quote, placed.note) == (Status.ANCHORED, "500", "до 400")
    assert archive.history.undo().name == "Settle the review of “400”"
    assert archive.annotations.get(waiting.id) == waiting


def test_one_edge_does_not_put_an_annotation_for_review_on_words(archive: Archive, article: Article) -> None:
    revise(archive, article, BODY.replace("400", "500"))
    waiting = next(mark for mark in archive.annotations.of_article(article.id) if mark.status is Status.REVIEW)
    with pytest.raises(InvalidValue, match="for review"):
        archive.annotations.update(waiting.id, end=waiting.end + 1)
    assert archive.annotations.get(waiting.id) == waiting


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=TEXTS, edits=EDITS)
def test_whatever_is_edited_every_annotation_is_kept_and_stands_on_its_words(
    tmp_path_factory: pytest.TempPathFactory, old: str, edits: list[tuple[str, float, float, str]]
) -> None:
    with Archive.create(tmp_path_factory.mktemp("revised") / "archive") as archive:
        tag = archive.tags.add("killed", "figure").id
        id_ = archive.articles.add(ArticleDraft(old, old), old.encode(), "text/plain").article
        quotes = {
            archive.annotations.add(id_, start, min(start + 4, len(old)), tag, cut_characters=True).id: old[
                start : start + 4
            ]
            for start in range(0, len(old), 7)
        }
        new = edited(old, edits)[0]
        if new.strip():
            archive.articles.revise(id_, new, READING)
        body = archive.articles.revision(id_).body
        marks = archive.annotations.of_article(id_)
        assert {mark.id: mark.quote for mark in marks} == quotes
        for mark in marks:
            assert mark.status is Status.REVIEW or body[mark.start : mark.end] == mark.quote
        assert run_to_end(archive.verify()) == ()
