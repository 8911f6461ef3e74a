# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from archivist.model import Article, Restriction, RestrictionKind
from archivist.store import Archive
from archivist.ui.dialogs import ArticleDialog
from archivist.ui.forms import ChoiceField, LanguageField
from archivist.ui.session import Session


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article("Страйк\n\nТекст", outlet="Берег", published="2023-04", language="kk")


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, article: Article) -> ArticleDialog:
    dialog = ArticleDialog(session, article)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def line(dialog: ArticleDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def save(dialog: ArticleDialog) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)


def test_shows_what_is_known(dialog: ArticleDialog) -> None:
    assert line(dialog, "Outlet").text() == "Берег"
    assert line(dialog, "Published").text() == "2023-04"
    assert dialog.findChild(LanguageField).code() == "kk"
    assert dialog.changes() == {}


def test_enter_keeps_all_changes_as_one_step(
    qtbot: QtBot, dialog: ArticleDialog, session: Session, archive: Archive, article: Article
) -> None:
    line(dialog, "Published").clear()
    qtbot.keyClicks(line(dialog, "Published"), "2023-04-14")
    qtbot.keyClicks(line(dialog, "Byline"), "O. Koval")
    qtbot.keyClick(line(dialog, "Byline"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert archive.articles.get(article.id).published == "2023-04-14"
    assert archive.articles.get(article.id).byline == "O. Koval"
    session.undo()
    assert archive.articles.get(article.id).published == "2023-04"
    assert archive.articles.get(article.id).byline == ""


def test_cancelling_keeps_nothing(qtbot: QtBot, dialog: ArticleDialog, archive: Archive, article: Article) -> None:
    qtbot.keyClicks(line(dialog, "Byline"), "O. Koval")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert archive.articles.get(article.id) == article


def test_a_date_that_is_none_cannot_be_saved(qtbot: QtBot, dialog: ArticleDialog) -> None:
    qtbot.keyClicks(line(dialog, "Published"), "-99")
    assert not save(dialog).isEnabled()


def test_stays_open_when_the_archive_cannot_keep_it(qtbot: QtBot, archive: Archive, article: Article) -> None:
    with Archive.open(archive.folder, read_only=True) as locked:
        session = Session(locked)
        dialog = ArticleDialog(session, article)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.keyClicks(line(dialog, "Byline"), "O. Koval")
        with qtbot.waitSignal(session.failed):
            save(dialog).click()
        assert dialog.isVisible()


def choose(dialog: ArticleDialog, name: str) -> None:
    field = next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == "Handing over")
    field.setCurrentIndex(field.findText(name))
    field.activated.emit(field.currentIndex())


def test_an_embargo_is_kept_with_its_end_and_its_reason(
    qtbot: QtBot, dialog: ArticleDialog, session: Session, archive: Archive, article: Article
) -> None:
    assert not line(dialog, "Reason").isVisible()
    choose(dialog, "Under embargo")
    qtbot.keyClicks(line(dialog, "Last day of the embargo"), "2030-01")
    qtbot.keyClicks(line(dialog, "Reason"), "names")
    qtbot.keyClicks(line(dialog, "Byline"), "O. Koval")
    save(dialog).click()
    changed = archive.articles.get(article.id)
    assert (changed.restriction, changed.byline) == (
        Restriction(RestrictionKind.EMBARGO, "2030-01-31", "names"),
        "O. Koval",
    )
    session.undo()
    assert archive.articles.get(article.id) == article


def test_a_restriction_that_is_there_is_shown_and_can_be_lifted(
    qtbot: QtBot, session: Session, archive: Archive, article: Article
) -> None:
    archive.articles.restrict([article.id], Restriction(RestrictionKind.EMBARGO, "2030-01-31", "names"))
    dialog = ArticleDialog(session, archive.articles.get(article.id))
    qtbot.addWidget(dialog)
    dialog.open()
    assert line(dialog, "Last day of the embargo").text() == "2030-01-31"
    assert line(dialog, "Reason").text() == "names"
    assert dialog.changes() == {}
    choose(dialog, "No restriction")
    save(dialog).click()
    assert archive.articles.restrictions() == {}
    assert archive.history.next_undo().name.startswith("Lift the restriction")


def test_a_redaction_has_no_end(qtbot: QtBot, dialog: ArticleDialog, archive: Archive, article: Article) -> None:
    choose(dialog, "Under embargo")
    qtbot.keyClicks(line(dialog, "Last day of the embargo"), "soon")
    assert not save(dialog).isEnabled()
    choose(dialog, "Redacted")
    assert not line(dialog, "Last day of the embargo").isVisible()
    assert save(dialog).isEnabled()
    save(dialog).click()
    assert archive.articles.get(article.id).restriction == Restriction(RestrictionKind.REDACTED)
