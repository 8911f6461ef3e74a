# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from archivist.ui.inspector.quote_label import QuoteLabel, shortened

LONG = " ".join(f"слово{number}" for number in range(100))


def test_a_short_quote_is_shown_whole() -> None:
    assert shortened("кілька слів") == "кілька слів"


def test_a_long_quote_loses_its_middle_between_words() -> None:
    head, tail = shortened(LONG).split(" … ")
    assert LONG.startswith(head + " ")
    assert LONG.endswith(" " + tail)
    assert len(head) + len(tail) < 300


def test_a_long_quote_without_spaces_is_shortened_as_well() -> None:
    assert len(shortened("ж" * 1000)) < 300


def test_a_button_shows_all_of_a_long_quote(qtbot: QtBot) -> None:
    label = QuoteLabel()
    qtbot.addWidget(label)
    label.show_quote(LONG)
    label.findChild(QPushButton).click()
    assert label.findChild(QLabel).text() == LONG
    label.show_quote("інше")
    label.show_quote(LONG)
    assert label.findChild(QLabel).text() == shortened(LONG)
