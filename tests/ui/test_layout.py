# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts have room: in Ukrainian, and in a language whose every text is twice as long as in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui import dialogs
from archivist.ui.dialogs import WaitingDialog
from archivist.ui.icons import Icons
from archivist.ui.window import Window
from tests.ui.every_dialog import DIALOGS

SCREEN = QSize(1366, 768 - 60)  # the smallest that is still about, without its bars and the title of the window


class Doubled(QTranslator):
    """Every text twice, one mnemonic kept."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002
        if not source.strip() or "*." in source:  # what files are chosen by is no text
            return None
        return f"{source} {source.replace('&', '')}"


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    translator = Doubled()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def archive(archive: Archive, add_article: Callable[..., Article]) -> Archive:
    """An archive with two articles, annotations of each kind, and a record."""
    article = add_article("Страйк на заводі.\n\nЗагинуло 18 людей, сказало міністерство.", published="2022-01-08")
    add_article("Порт відкрито.\n\nКораблі виходять у море.", outlet="Берег")
    for quote, tag in (("Страйк", "strike"), ("18", "killed"), ("міністерство", "ministry")):
        archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
    archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))
    return archive


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive) -> Window:
    window = open_window(archive)
    window.resize(SCREEN)
    window.desk.open_article(archive.articles.ids(archive.articles.rows())[0])
    return window


def cramped(parent: QWidget) -> list[str]:
    """What of the visible controls inside a widget has less room than its text needs."""
    for _ in range(3):  # a layout inside a layout tells the one around it
        QApplication.sendPostedEvents()
    found = []
    for widget in parent.findChildren(QWidget):
        if not widget.isVisible() or (widget.window() is not parent.window()):
            continue
        needs = _needs(widget)
        if needs.width() > widget.width() or needs.height() > widget.height():
            found.append(f"{_name(widget)}: {needs.toTuple()} in {widget.size().toTuple()}")
        if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
            found += _cramped_sections(widget)
    return found


def _needs(widget: QWidget) -> QSize:
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return QSize(widget.widget().minimumSizeHint().width() + widget.width() - widget.viewport().width(), 0)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton | QGroupBox | QTabBar):
        return QSize(widget.minimumSizeHint().width(), 0)
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly:
        return widget.minimumSizeHint() if widget.icon().isNull() else QSize()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    return QSize()


def _cramped_sections(header: QHeaderView) -> list[str]:
    if not isinstance(header.parent(), QTableView) and header.isHidden():
        return []
    return [
        f"column {header.model().headerData(section, Qt.Orientation.Horizontal)}: {header.sectionSizeHint(section)} "
        f"in {header.sectionSize(section)}"
        for section in range(header.count())
        if not header.isSectionHidden(section) and header.sectionSizeHint(section) > header.sectionSize(section)
    ]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.accessibleName()
    return f"{type(widget).__name__} {text!r}"


def doubled_mnemonics(dialog: QWidget) -> list[str]:
    texts = [
        widget.text()
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLabel) and widget.isVisible() and not isinstance(widget, QLineEdit)
    ]
    letters = Counter(letter.lower() for text in texts for letter in re.findall(r"&(\w)", text))
    return [letter for letter, count in letters.items() if count > 1]


def test_every_dialog_is_looked_at(qapp: QApplication) -> None:
    def below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    for name in dialogs.__all__:
        getattr(dialogs, name)  # imports it
    ours = {kind for kind in below(QDialog) if kind.__module__.startswith("archivist.")}
    assert ours == set(DIALOGS)


@pytest.mark.parametrize("language", ["ukrainian", "doubled"])
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_a_dialog_shows_its_texts_whole_and_fits_a_small_screen(
    request: pytest.FixtureRequest, icons: Icons, tmp_path: Path, kind: type[QDialog], language: str
) -> None:
    request.getfixturevalue(language)
    window = request.getfixturevalue("window")
    dialog = DIALOGS[kind](window, tmp_path, icons)
    try:
        dialog.show()
        assert cramped(dialog) == []
        assert dialog.width() <= SCREEN.width()
        assert dialog.height() <= SCREEN.height()
        if language == "ukrainian":
            assert doubled_mnemonics(dialog) == []
    finally:
        dialog.end() if isinstance(dialog, WaitingDialog) else dialog.close()


@pytest.mark.parametrize("language", ["ukrainian", "doubled"])
def test_the_window_shows_its_texts_whole(request: pytest.FixtureRequest, language: str) -> None:
    request.getfixturevalue(language)
    window = request.getfixturevalue("window")
    assert cramped(window) == []
    assert window.minimumSizeHint().width() <= SCREEN.width()
    assert window.minimumSizeHint().height() <= SCREEN.height()
    bar = window.menuBar()
    assert all(not bar.actionGeometry(action).isEmpty() for action in bar.actions())


@pytest.mark.parametrize("language", ["ukrainian", "doubled"])
@pytest.mark.parametrize(
    "action", ["show_records", "show_concordance", "show_history", "find_in_article", "show_suggestions"]
)
def test_a_panel_shows_its_texts_whole(request: pytest.FixtureRequest, language: str, action: str) -> None:
    request.getfixturevalue(language)
    window = request.getfixturevalue("window")
    window.actions_[action].trigger()
    assert cramped(window) == []


@pytest.mark.parametrize("language", ["ukrainian", "doubled"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_page_of_an_annotation_shows_its_texts_whole(
    request: pytest.FixtureRequest, language: str, number: int
) -> None:
    request.getfixturevalue(language)
    window = request.getfixturevalue("window")
    for _ in range(number):
        window.actions_["next_annotation"].trigger()
    assert cramped(window) == []
