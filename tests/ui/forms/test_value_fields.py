# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archivist.ui.forms import LanguageField, OutletField


def test_known_outlets_are_found_by_any_part_in_any_case(
    qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    field = OutletField(["Вечірній Берег", "Затока"])
    qtbot.addWidget(field)
    completer = field.completer()
    completer.setCompletionPrefix("берег")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Вечірній Берег"


def test_a_language_of_the_archive_is_among_the_choices(qtbot: QtBot) -> None:
    field = LanguageField(["uk", "pl", ""], "Find out")
    qtbot.addWidget(field)
    assert [field.itemData(n) for n in range(field.count())] == ["", "uk", "ru", "en", "pl"]


def test_an_unknown_language_is_not_lost(qtbot: QtBot) -> None:
    field = LanguageField([], "Find out")
    qtbot.addWidget(field)
    field.choose("kk")
    assert field.code() == "kk"
