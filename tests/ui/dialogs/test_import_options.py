# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from archivist.intake import ImportOptions
from archivist.intake.encodings import known_encoding
from archivist.model import Article
from archivist.ui.dialogs import ImportOptionsDialog
from archivist.ui.forms import ChoiceField
from archivist.ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, add_article: Callable[..., Article]) -> ImportOptionsDialog:
    add_article("Текст", outlet="Берег", language="pl")
    session.add_collection("Порт")
    dialog = ImportOptionsDialog(session, "2 files")
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def line(dialog: ImportOptionsDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def choice(dialog: ImportOptionsDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)


def test_says_what_is_imported(dialog: ImportOptionsDialog) -> None:
    assert any(label.text() == "2 files" for label in dialog.findChildren(QLabel))


def test_left_alone_it_leaves_all_to_be_found_out(qtbot: QtBot, dialog: ImportOptionsDialog) -> None:
    with qtbot.waitSignal(dialog.options_chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [ImportOptions()]


def test_hands_over_what_was_entered(qtbot: QtBot, dialog: ImportOptionsDialog) -> None:
    for name, text in (("Outlet", "Bereh"), ("Published", "2023-04"), ("Collection", "Port")):
        qtbot.keyClicks(line(dialog, name), text)
    choice(dialog, "Encoding").choose("koi8-u")
    choice(dialog, "Language").choose("uk")
    choice(dialog, "Books").choose("whole")
    assert dialog.options() == ImportOptions("Bereh", "2023-04", "uk", "Port", "koi8-u", books="whole")


def test_knows_the_outlets_and_collections_of_the_archive(dialog: ImportOptionsDialog) -> None:
    for name, known in (("Outlet", "Берег"), ("Collection", "Порт")):
        completer = line(dialog, name).completer()
        completer.setCompletionPrefix(known[1:].upper())
        assert completer.currentCompletion() == known
    assert choice(dialog, "Language").findData("pl") > 0


def test_offers_only_encodings_that_there_are(dialog: ImportOptionsDialog) -> None:
    field = choice(dialog, "Encoding")
    assert all(known_encoding(field.itemData(n)) for n in range(1, field.count()))


def test_a_date_that_is_none_cannot_be_imported_with(qtbot: QtBot, dialog: ImportOptionsDialog) -> None:
    qtbot.keyClicks(line(dialog, "Published"), "May")
    assert not dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_it_grows_for_what_a_date_means(qtbot: QtBot, dialog: ImportOptionsDialog) -> None:
    field = line(dialog, "Published")
    before = dialog.height()
    qtbot.keyClicks(field, "2022-01-08")
    qtbot.waitUntil(lambda: dialog.height() > before)
    message = next(label for label in dialog.findChildren(QLabel) if "2022" in label.text() and label.isVisible())
    assert message.mapTo(dialog, message.rect().topLeft()).y() >= field.mapTo(dialog, field.rect().bottomLeft()).y()
