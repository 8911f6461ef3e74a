# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits for review is listed, with the places where it may belong; settling it is an ordinary step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from archivist.model import Annotation, Article, Candidate, Provenance, Status
from archivist.store import Archive
from archivist.store.reviewing import Passage

Add = Callable[..., Article]
READING = Provenance("fixed.txt", "correction", "2", None)
BODY = "Повінь у долині\n\nРятувальники вивезли 18 людей із трьох сіл. Міст біля Ожвина закрили о шостій."


@pytest.fixture
def article(archive: Archive, add_article: Add) -> Article:
    return add_article(BODY)


def waiting(archive: Archive, article: Article, quote: str, body: str) -> Annotation:
    """The annotation of a quote, after a correction after which it waits."""
    made = archive.annotations.add_quote(article.id, quote, archive.tags.named("killed").id)
    archive.articles.revise(article.id, body, READING)
    (found,) = archive.review.of_article(article.id)
    assert found.id == made.id
    return found


def test_nothing_waits_in_a_text_that_was_not_corrected(archive: Archive, article: Article) -> None:
    archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    assert (archive.review.of_article(article.id), archive.review.all(), archive.review.count()) == ([], [], 0)


def test_what_waits_is_listed_by_article_and_for_the_archive(
    archive: Archive, article: Article, add_article: Add
) -> None:
    other = add_article("Загинуло 7 осіб.")
    archive.annotations.add_quote(other.id, "7 осіб", archive.tags.named("killed").id)
    mark = waiting(archive, article, "18 людей", BODY.replace("18", "19"))
    archive.articles.revise(other.id, "Загинуло 8 осіб.", READING)
    assert [found.quote for found in archive.review.all()] == ["18 людей", "7 осіб"]
    assert archive.review.count() == 2
    assert archive.review.by_article() == {article.id: 1, other.id: 1}
    archive.articles.delete([other.id])
    assert archive.review.all() == [mark]
    assert archive.review.count() == 1
    assert archive.review.by_article() == {article.id: 1}
    assert [archive.review.count_of(each.id) for each in (article, other)] == [1, 0]


def test_the_old_passage_is_shown_from_the_text_that_it_was_marked_in(archive: Archive, article: Article) -> None:
    mark = waiting(archive, article, "18 людей", BODY.replace("18", "19"))
    assert archive.review.passage(mark, 12) == Passage("ики вивезли ", "18 людей", " із трьох сі")


def test_of_words_that_never_stood_here_the_passage_is_what_they_brought(archive: Archive, article: Article) -> None:
    mark = archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    elsewhere = replace(mark, id="0" * 36, quote="сто людей", prefix="там ", suffix=" було", status=Status.REVIEW)
    archive.annotations.bring_in(elsewhere)
    (found,) = archive.review.of_article(article.id)
    assert archive.review.passage(found) == Passage("там ", "сто людей", " було")


@pytest.mark.parametrize(
    ("quote", "body", "words"),
    [
        ("18 людей", BODY.replace("18", "19"), "19 людей"),  # a figure was corrected
        ("із трьох сіл", BODY.replace("із трьох", "з чотирьох гірських"), "з чотирьох гірських сіл"),
        ("Міст біля Ожвина", BODY.replace("Міст біля", "Мiст бiля"), "Мiст бiля Ожвина"),  # letters of another alphabet
        ("вивезли 18", BODY.replace("вивезли 18", "Вивезли — 18"), "Вивезли — 18"),  # signs and capitals
    ],
)
def test_the_first_candidate_is_what_stands_in_its_place(
    archive: Archive, article: Article, quote: str, body: str, words: str
) -> None:
    mark = waiting(archive, article, quote, body)
    candidates = archive.review.candidates(mark)
    assert candidates[0].words == words
    for candidate in candidates:
        assert body[candidate.start : candidate.end] == candidate.words


def test_copies_are_all_candidates_and_the_one_amid_its_words_is_first(archive: Archive, article: Article) -> None:
    copied = "Уточнено: 18 людей.\n\n" + BODY.replace("вивезли 18 людей із", "вивезли 18 людей, 18 людей із")
    mark = waiting(archive, article, "18 людей", copied)
    candidates = archive.review.candidates(mark)
    assert {one.start for one in candidates} >= {copied.index("18 людей"), copied.rindex("18 людей")}
    assert candidates[0].start > copied.index("вивезли")
    assert [one.likeness for one in candidates] == sorted((one.likeness for one in candidates), reverse=True)


def test_a_passage_that_is_gone_has_no_candidates(archive: Archive, article: Article) -> None:
    mark = waiting(archive, article, "о шостій", "Повінь у долині\n\nРятувальники вивезли 18 людей із трьох сіл.")
    assert archive.review.candidates(mark) == []


def test_a_candidate_that_is_taken_is_one_step(archive: Archive, article: Article) -> None:
    mark = waiting(archive, article, "18 людей", BODY.replace("18", "19"))
    first: Candidate = archive.review.candidates(mark)[0]
    placed = archive.annotations.update(mark.id, start=first.start, end=first.end)
    assert (placed.quote, placed.status, placed.tag) == ("19 людей", Status.ANCHORED, mark.tag)
    assert archive.review.count() == 0
    archive.history.undo()
    assert archive.review.of_article(article.id) == [mark]


def test_candidates_are_found_in_a_long_text_that_repeats_itself(archive: Archive, add_article: Add) -> None:
    body = "Рядок про погоду. " * 3000 + "Загинуло 18 людей. " + "Рядок про погоду. " * 3000
    article = add_article(body)
    mark = waiting(archive, article, "18 людей", "Рядок про погоду. " * 5 + body.replace("18 людей", "20 людей"))
    assert archive.review.candidates(mark)[0].words == "20 людей"
