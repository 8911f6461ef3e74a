# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are copied with their citation, and its address leads back to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archivist.model import Article, Provenance
from archivist.store import Archive
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]

BODY = "Греблю прорвало\n\nЗагинули троє людей 🌊 біля греблі, повідомило міністерство. Страйк у порту триває."
WORDS = "троє людей 🌊 біля греблі"


@pytest.fixture
def article(add_article: Add) -> Article:
    add_article("Dockers strike\n\nThe strike goes on.", outlet="Courier", language="en", published="2023-10")
    return add_article(BODY, outlet="Вісник", language="uk", published="2024-03-05")


@pytest.fixture
def window(open_window: Open, archive: Archive, article: Article) -> Window:
    return open_window(archive)


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def select(window: Window, words: str) -> None:
    start = window.desk.reader.view.article_text.index(words)
    window.desk.reader.view.select(start, start + len(words))


def selected(window: Window) -> str:
    span = window.desk.reader.view.selection()
    return window.desk.reader.view.article_text[slice(*span)] if span else ""


def copied() -> str:
    return QGuiApplication.clipboard().text()


def cited(window: Window, article: Article) -> str:
    """Copy the words with their citation, and go elsewhere."""
    window.desk.open_article(article.id)
    select(window, WORDS)
    do(window, "copy_citation")
    citation = copied()
    window.desk.articles.table.choose_step(1)
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id != article.id
    return citation


def test_a_citation_names_title_outlet_date_and_address(window: Window, article: Article) -> None:
    words, source, address = cited(window, article).split("\n")
    start = BODY.index(WORDS)
    assert words == f"“{WORDS}”"
    assert source.startswith("— “Греблю прорвало”, Вісник, ")
    assert "2024" in source
    assert address == f"archivist://article/{article.id}?revision=1#char={start},{start + len(WORDS)}"


def test_the_words_of_the_chosen_annotation_are_cited_where_nothing_is_selected(
    window: Window, article: Article
) -> None:
    window.desk.open_article(article.id)
    select(window, "Страйк у порту")
    window.desk.annotating.tag_selection(window.desk.archive.tags.all()[0].id)
    do(window, "copy_citation")
    assert copied().startswith("“Страйк у порту”")


def test_with_nothing_selected_it_is_said_what_to_do(window: Window, article: Article) -> None:
    window.desk.open_article(article.id)
    QGuiApplication.clipboard().setText("before")
    do(window, "copy_citation")
    assert copied() == "before"
    assert "nothing selected" in window.desk.messages.text()


def test_a_citation_on_the_clipboard_leads_back_to_its_passage(window: Window, article: Article) -> None:
    QGuiApplication.clipboard().setText(cited(window, article))
    do(window, "go_to_address")
    assert selected(window) == WORDS


def test_an_address_that_is_pasted_is_gone_to_and_not_imported(window: Window, article: Article) -> None:
    data = QMimeData()
    data.setText(cited(window, article).split("\n")[-1])
    QGuiApplication.clipboard().setMimeData(data)
    do(window, "paste_article")
    assert selected(window) == WORDS


def test_an_address_in_the_search_field_is_gone_to_by_enter(qtbot: QtBot, window: Window, article: Article) -> None:
    address = cited(window, article).split("\n")[-1]
    [line] = window.desk.articles.field.findChildren(QLineEdit)
    line.setText(address)
    assert window.desk.listing.wanted.query == ""
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert selected(window) == WORDS
    assert line.text() == ""


def test_an_address_is_followed_into_a_corrected_text(window: Window, article: Article, archive: Archive) -> None:
    citation = cited(window, article)
    window.desk.archive.articles.revise(article.id, "Нове речення.\n" + BODY, Provenance("", "hand", "1", None))
    window.desk.reading.citing.go_to(citation.split("\n")[-1])
    assert selected(window) == WORDS


def test_where_the_words_are_gone_it_is_said_so_and_the_article_is_shown(window: Window, article: Article) -> None:
    citation = cited(window, article)
    window.desk.archive.articles.revise(article.id, "Зовсім інший текст про інше.", Provenance("", "hand", "1", None))
    window.desk.reading.citing.go_to(citation.split("\n")[-1])
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id == article.id
    assert selected(window) == ""
    assert "corrected" in window.desk.messages.text()


@pytest.mark.parametrize("address", ["archivist://article/00000000-0000-4000-8000-000000000000", "archivist://x"])
def test_an_address_that_leads_nowhere_is_told(window: Window, address: str) -> None:
    window.desk.reading.citing.go_to(address)
    assert window.desk.messages.text()
