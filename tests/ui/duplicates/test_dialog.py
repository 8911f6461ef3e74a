# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.duplicates import DuplicatesDialog
from archivist.ui.icons import Icons
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.duplicates import compare
from archivist.ui.theme import colours_of
from tests.language.near_duplicates import DAM_EN

OTHER = DAM_EN.replace("140", "165").replace("No one", "Nobody")


@pytest.fixture
def articles(add_article: Callable[..., Article]) -> list[Article]:
    return [
        add_article(DAM_EN, outlet="Herald", published="2024-05-01", title="Rain", byline="A. Reed"),
        add_article(OTHER, outlet="Post", published="2024-05-02", title="Rain", byline="A. Reed"),
        add_article(DAM_EN + "!", outlet="", published="", title="Flood", byline="A. Reed"),
    ]


@pytest.fixture
def dialog(qtbot: QtBot, archive: Archive, icons: Icons, articles: list[Article]) -> DuplicatesDialog:
    dialog = DuplicatesDialog(articles[0], icons)
    qtbot.addWidget(dialog)
    dialog.comparison_wanted.connect(
        lambda one, other: dialog.show_comparison(other, compare(Sources(archive), one, other))
    )
    dialog.show_articles(articles)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()


def button(dialog: DuplicatesDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def labels(dialog: DuplicatesDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def shape_of(dialog: DuplicatesDialog, words: str) -> QTextCursor:
    found = dialog.findChild(QTextEdit).document().find(words)
    assert not found.isNull()
    return found


def test_the_other_articles_are_listed_and_the_first_is_compared(dialog: DuplicatesDialog) -> None:
    listed = dialog.findChild(QListWidget)
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "Post · 2 May 2024\nRain",
        "Origin not known\nFlood",
    ]
    assert "2 more of the same story" in " ".join(labels(dialog))
    assert "165" in dialog.findChild(QTextEdit).toPlainText()


def test_facts_that_differ_are_shown_and_no_others(dialog: DuplicatesDialog) -> None:
    shown = labels(dialog)
    assert {"Outlet", "Herald", "Post", "Published"} <= set(shown)
    assert not {"Title", "Byline", "A. Reed"} & set(shown)
    dialog.findChild(QListWidget).setCurrentRow(1)
    assert {"Title", "Rain", "Flood", "—"} <= set(labels(dialog))


def test_changed_figures_stand_out(dialog: DuplicatesDialog) -> None:
    assert "Figures that differ: 140 → 165" in labels(dialog)
    colours = colours_of(dialog.palette())
    gone, came = (shape_of(dialog, figure).charFormat() for figure in ("140", "165"))
    assert gone.fontStrikeOut()
    assert not came.fontStrikeOut()
    for shape in (gone, came):
        assert shape.fontWeight() > 400
        assert shape.background().color() == QColor(colours.hit)
    word = shape_of(dialog, "Nobody").charFormat()
    assert word.background().color() == QColor(colours.selection)
    assert shape_of(dialog, "No one").charFormat().fontStrikeOut()
    assert shape_of(dialog, "Engineers").charFormat().background().style() == Qt.BrushStyle.NoBrush


def test_how_alike_they_are_is_said(dialog: DuplicatesDialog) -> None:
    assert any(label.startswith("Nearly the same: ") for label in labels(dialog))
    dialog.findChild(QListWidget).setCurrentRow(1)
    assert "The same words; only capitals, punctuation or blanks differ." in labels(dialog)
    assert not any(label.startswith("Figures") for label in labels(dialog))


def test_texts_that_are_equal_are_called_so_and_shown_whole(
    qtbot: QtBot, archive: Archive, icons: Icons, add_article: Callable[..., Article]
) -> None:
    one, other = add_article(DAM_EN), add_article(DAM_EN, original=b"another file")
    dialog = DuplicatesDialog(one, icons)
    qtbot.addWidget(dialog)
    dialog.show_articles([one, other])
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.show_comparison(other.id, compare(Sources(archive), one.id, other.id))
    shown = labels(dialog)
    assert "The texts are equal, to the letter." in shown
    assert not any("Struck out" in label for label in shown)
    assert dialog.findChild(QTextEdit).toPlainText().rstrip() == DAM_EN
    dialog.close()


def test_an_answer_that_comes_too_late_is_not_shown(
    dialog: DuplicatesDialog, archive: Archive, articles: list[Article]
) -> None:
    dialog.findChild(QListWidget).setCurrentRow(1)
    dialog.show_comparison(articles[1].id, compare(Sources(archive), articles[0].id, articles[1].id))
    assert "165" not in dialog.findChild(QTextEdit).toPlainText()


def test_the_chosen_one_is_opened(qtbot: QtBot, dialog: DuplicatesDialog, articles: list[Article]) -> None:
    with qtbot.waitSignal(dialog.article_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "&Open"), Qt.MouseButton.LeftButton)
    assert wanted.args == [articles[1].id]
    assert not dialog.isVisible()


def test_the_chosen_one_is_put_apart(qtbot: QtBot, dialog: DuplicatesDialog, articles: list[Article]) -> None:
    dialog.findChild(QListWidget).setCurrentRow(1)
    with qtbot.waitSignal(dialog.apart_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "&Not the same"), Qt.MouseButton.LeftButton)
    assert wanted.args == [articles[0].id, articles[2].id]
    dialog.show_articles(articles[:2])
    assert dialog.findChild(QListWidget).count() == 1
    dialog.show_articles([])
    assert labels(dialog) == ["No other article has this text.", ""]
    assert not button(dialog, "&Open").isEnabled()
    assert dialog.findChild(QTextEdit).toPlainText() == ""


def test_no_heading_stands_over_nothing(
    qtbot: QtBot, icons: Icons, add_article: Callable[..., Article], dialog: DuplicatesDialog
) -> None:
    assert "The other" in labels(dialog)
    told = {"outlet": "Herald", "published": "2024-05-01", "title": "Rain", "byline": "A. Reed"}
    one, other = add_article(f"{DAM_EN} More.", **told), add_article(f"{OTHER} More.", **told)
    alike = DuplicatesDialog(one, icons)
    qtbot.addWidget(alike)
    with qtbot.waitExposed(alike):
        alike.show()
    alike.show_articles([one, other])
    assert not {"This article", "The other"} & set(labels(alike))
    alike.close()
