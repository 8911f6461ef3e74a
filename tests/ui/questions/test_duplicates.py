# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import ArticleNotFound
from archivist.language.word_diff import FigureChange
from archivist.model import Article, Likeness
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.articles import Sort, Wanted, list_articles
from archivist.ui.questions.duplicates import Part, PartOf, compare
from archivist.ui.questions.stories import stories, texts_to_compare
from tests.language.near_duplicates import DAM_EN, STRIKE_RU
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def dam(archive: Archive, add_article: Add) -> list[Article]:
    texts = (DAM_EN, DAM_EN.replace("140", "165"), "Rain\n" + DAM_EN, STRIKE_RU)
    articles = [add_article(text, published=f"2024-05-0{day}") for day, text in enumerate(texts, 1)]
    assert texts_to_compare(Sources(archive)) == 4
    run_to_end(archive.duplicates.wordings.read_new())
    return articles


def test_the_articles_of_a_story_are_told(archive: Archive, dam: list[Article]) -> None:
    sources = Sources(archive)
    assert [article.id for article in stories(sources, dam[1].id)] == [article.id for article in dam[:3]]
    assert stories(sources, dam[3].id) == []
    assert texts_to_compare(sources) == 0


def test_what_differs_is_told_with_its_figures(archive: Archive, dam: list[Article]) -> None:
    found = compare(Sources(archive), dam[0].id, dam[1].id)
    assert found.found is not None
    assert found.found.likeness is Likeness.NEARLY
    assert found.figures == (FigureChange("140", "165"),)
    assert [part for part in found.parts if part.of in (PartOf.FIRST, PartOf.OTHER)] == [
        Part(PartOf.FIRST, "140 ", ((0, 3),)),
        Part(PartOf.OTHER, "165 ", ((0, 3),)),
    ]
    assert "".join(part.text for part in found.parts if part.of in (PartOf.BOTH, PartOf.OTHER)) == DAM_EN.replace(
        "140", "165"
    )


def test_much_that_is_the_same_is_left_out(archive: Archive, add_article: Add) -> None:
    text = " ".join(f"слово{number}" for number in range(300))
    one, other = add_article(text + " кінець"), add_article("Початок " + text + " край")
    parts = compare(Sources(archive), one.id, other.id).parts
    assert [part.of for part in parts] == [
        PartOf.OTHER,
        PartOf.BOTH,
        PartOf.LEFT_OUT,
        PartOf.BOTH,
        PartOf.FIRST,
        PartOf.OTHER,
    ]
    assert parts[1].text.startswith("слово0 ")
    assert parts[3].text.endswith(" слово299 ")
    assert parts[3].text.startswith("слово2")


def test_of_equal_texts_nothing_is_left_out(archive: Archive, add_article: Add) -> None:
    text = " ".join(f"слово{number}" for number in range(300))
    one, other, louder = add_article(text), add_article(text, original=b"another file"), add_article(text.upper())
    found = compare(Sources(archive), one.id, other.id)
    assert found.parts == (Part(PartOf.BOTH, text),)
    assert (found.equal, found.differs) == (True, False)
    found = compare(Sources(archive), one.id, louder.id)
    assert (found.equal, found.differs) == (False, False)


def test_of_texts_that_differ_very_much_only_a_part_is_shown(archive: Archive, add_article: Add) -> None:
    one, other = add_article("раз " * 60_000), add_article("два " * 60_000)
    found = compare(Sources(archive), one.id, other.id)
    assert found.cut
    assert found.found is None


def test_an_article_that_is_gone_is_not_compared(archive: Archive, dam: list[Article]) -> None:
    archive.articles.delete([dam[1].id])
    with pytest.raises(ArticleNotFound):
        compare(Sources(archive), dam[0].id, dam[1].id)


def test_a_list_is_folded(archive: Archive, dam: list[Article]) -> None:
    listed = list_articles(Sources(archive), Wanted(sort=Sort.DATE, folded=True))
    assert list(listed.rows) == [dam[3].row, dam[2].row]
    assert listed.others == {dam[2].row: (dam[1].row, dam[0].row)}
    assert listed.count == 4
