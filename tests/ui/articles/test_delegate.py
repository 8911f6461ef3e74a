# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.model import Article, Snippet
from archivist.store import Archive
from archivist.ui.articles.delegate import ArticleDelegate, _lines, _snippet_layout
from archivist.ui.articles.model import ArticlesModel
from archivist.ui.articles.table import ArticlesTable
from archivist.ui.questions.articles import Excerpt

Add = Callable[..., Article]

LONG = "Beskydia dam toll rises to eighteen as the minister admits that the sirens came too late for three villages"


def font() -> QFont:
    font = QFont()
    font.setPixelSize(13)
    return font


def test_a_headline_takes_two_lines_at_the_most(qapp: QApplication) -> None:
    lines = _lines(LONG, font().toString(), 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetrics(font()).horizontalAdvance(line) <= 200 for line in lines)


def test_a_short_headline_stays_whole_emoji_included(qapp: QApplication) -> None:
    assert _lines("⚡️ Ожвин\nзатоплено 🌊", font().toString(), 400, 2) == ("⚡️ Ожвин затоплено 🌊",)


def test_a_snippet_ends_in_an_ellipsis_where_it_is_cut(qapp: QApplication) -> None:
    layout = _snippet_layout(Snippet(LONG * 2, ((0, 8),)), font().toString(), 200, "#ffeca0", "#000000")
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


def test_matches_behind_astral_letters_are_marked_where_they_are(qapp: QApplication) -> None:
    layout = _snippet_layout(Snippet("🌊🌊 flood", ((3, 8),)), font().toString(), 300, "#ffeca0", "#000000")
    [mark] = layout.formats()
    assert layout.text().encode("utf-16-le")[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le") == (
        "flood"
    )


def test_rows_are_higher_with_excerpts(qapp: QApplication) -> None:
    delegate = ArticleDelegate()
    plain = delegate.row_height(font())
    delegate.with_excerpts = True
    assert delegate.row_height(font()) > plain


def test_the_number_of_hits_stands_beside_the_snippet(qtbot: QtBot, archive: Archive, add_article: Add) -> None:
    article = add_article("Dam bursts\nThe dam burst.", outlet="Courier")
    model = ArticlesModel(archive)
    table = ArticlesTable(model)
    qtbot.addWidget(table)
    table.resize(400, 200)
    model.show_rows(archive.articles.rows(), with_excerpts=True)
    pictures = []
    for count in (1, 1, 12):
        model.put_excerpts({article.row: Excerpt(Snippet("The dam burst", ((4, 7),)), count)})
        pictures.append(table.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[1] != pictures[2]
