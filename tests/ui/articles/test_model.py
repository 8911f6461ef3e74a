# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from archivist.model import Article, Snippet
from archivist.store import Archive
from archivist.ui.articles.model import ARTICLE, EXCERPT, OTHERS, UNFOLDED, ArticlesModel
from archivist.ui.questions.articles import Excerpt

Add = Callable[..., Article]
FOUND = Excerpt(Snippet("the words", ((4, 9),)), 3)


@pytest.fixture
def model(qtbot: QtBot, archive: Archive, add_article: Add) -> ArticlesModel:
    for number in range(70):
        add_article(f"Headline {number:02}\nBody {number}", published=f"2024-01-{number % 28 + 1:02}")
    model = ArticlesModel(archive)
    model.show_rows(archive.articles.rows("title", descending=False), with_excerpts=False)
    return model


def test_it_keeps_the_rules_of_models(model: ArticlesModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(model.archive_rows[10:], with_excerpts=True)
    model.refresh()
    model.put_excerpts({model.archive_rows[0]: FOUND})
    assert tester.model() is model


def test_it_lists_articles_in_the_order_of_the_rows(model: ArticlesModel) -> None:
    titles = [model.data(model.index(place, 0)) for place in (0, 1, 35, 69)]
    assert titles == ["Headline 00", "Headline 01", "Headline 35", "Headline 69"]


def test_a_changed_article_is_read_anew_without_a_reset(qtbot: QtBot, model: ArticlesModel, archive: Archive) -> None:
    article = model.article(3)
    assert article is not None
    archive.articles.update(article.id, title="Corrected")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh(article.row)
    assert changed.args[0].row() == 3
    assert model.data(model.index(3, 0)) == "Corrected"


def test_all_are_read_anew_without_a_reset(qtbot: QtBot, model: ArticlesModel, archive: Archive) -> None:
    article = model.article(50)
    assert article is not None
    archive.articles.update(article.id, title="Corrected")
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh()
    assert model.data(model.index(50, 0)) == "Corrected"


def test_a_deleted_article_keeps_its_row_and_says_so(model: ArticlesModel, archive: Archive) -> None:
    article = model.article(2)
    assert article is not None
    archive.articles.delete([article.id])
    model.refresh(article.row)
    assert model.data(model.index(2, 0), ARTICLE) is None
    assert model.data(model.index(2, 0)) == "Deleted"
    assert model.articles([1, 2, 3]) == [model.article(1), model.article(3)]


def test_excerpts_are_asked_for_together_and_once(qtbot: QtBot, model: ArticlesModel) -> None:
    rows = model.archive_rows
    model.show_rows(rows, with_excerpts=True)
    with qtbot.waitSignal(model.excerpts_wanted) as wanted:
        assert model.data(model.index(0, 0), EXCERPT) is None
        model.data(model.index(1, 0), EXCERPT)
        model.data(model.index(0, 0), EXCERPT)
    assert wanted.args == [[rows[0], rows[1]]]
    model.put_excerpts({rows[1]: FOUND})
    assert model.data(model.index(1, 0), EXCERPT) == FOUND


def test_without_a_search_there_are_no_excerpts(model: ArticlesModel) -> None:
    assert model.data(model.index(0, 0), EXCERPT) is None
    assert not model.with_excerpts


def test_a_row_is_spoken_with_outlet_day_and_annotations(model: ArticlesModel, archive: Archive) -> None:
    article = model.article(0)
    assert article is not None
    archive.articles.update(article.id, outlet="Courier")
    archive.annotations.add_quote(article.id, "Headline", archive.tags.named("strike").id)
    model.refresh()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Headline 00, Courier, ")
    assert "1 annotation" in spoken


def test_a_row_that_was_found_is_spoken_with_its_hits(model: ArticlesModel) -> None:
    rows = model.archive_rows
    model.show_rows(rows, with_excerpts=True)
    model.put_excerpts({rows[0]: FOUND})
    assert "3 hit" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)


def test_a_place_outside_the_list_holds_no_article(model: ArticlesModel) -> None:
    assert model.article(70) is None
    assert model.place(-1) is None
    model.show_rows(array("q"), with_excerpts=False)
    assert model.rowCount() == 0


def test_folded_articles_are_shown_below_theirs_and_folded_again(model: ArticlesModel, archive: Archive) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = list(archive.articles.rows("title", descending=False))
    model.show_rows(array("q", [rows[0], rows[3], rows[5]]), with_excerpts=False, others={rows[3]: (rows[1], rows[2])})
    assert [model.index(place, 0).data(OTHERS) for place in range(3)] == [0, 2, 0]
    assert "and 2 more" in model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    for place in (0, 99):
        model.toggle_others(place)
    assert model.rowCount() == 3
    model.toggle_others(1)
    assert list(model.archive_rows) == list(model.all_rows) == [rows[number] for number in (0, 3, 1, 2, 5)]
    assert [model.data(model.index(place, 0))[9:11] for place in range(5)] == ["00", "03", "01", "02", "05"]
    assert model.place(rows[5]) == 4
    assert [model.index(place, 0).data(UNFOLDED) for place in range(5)] == [False, False, True, True, False]
    model.toggle_others(3)
    assert list(model.archive_rows) == [rows[number] for number in (0, 3, 5)]
    assert list(model.all_rows) == [rows[number] for number in (0, 3, 1, 2, 5)]
    assert tester.model() is model
