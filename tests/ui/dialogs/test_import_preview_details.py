# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from archivist.intake.preview import PreviewedFile
from archivist.model import ImportStatus, Unread
from archivist.ui.dialogs.import_preview_details import PreviewDetails
from archivist.ui.notes import worded


def test_pieces_that_are_not_read_are_told_once(qtbot: QtBot) -> None:
    details = PreviewDetails()
    qtbot.addWidget(details)
    file = PreviewedFile(
        Path("/press/стрічка.xml"),
        ImportStatus.WARNING,
        articles=1,
        reason="A date was guessed. Pieces not read: 1. entry 1: It has no text.",
        unread=(Unread("entry 1", "It has no text."),),
        doubts=("A date was guessed.",),
    )
    details.show_file(file)
    said = [label.text() for label in details.findChildren(QLabel)]
    assert "A date was guessed." in said
    assert not any("entry 1" in text for text in said)
    assert "– entry 1: It has no text." in details.findChild(QPlainTextEdit).toPlainText()


@pytest.mark.usefixtures("ukrainian")
def test_what_is_doubtful_beside_them_is_in_the_language_of_the_interface(qtbot: QtBot) -> None:
    details = PreviewDetails()
    qtbot.addWidget(details)
    doubt = "It holds no text and no annotations."
    file = PreviewedFile(
        Path("/press/стрічка.xml"),
        ImportStatus.WARNING,
        unread=(Unread("entry 1", "It has no text."),),
        doubts=(doubt,),
    )
    details.show_file(file)
    said = [label.text() for label in details.findChildren(QLabel)]
    assert worded(doubt) != doubt
    assert worded(doubt) in said
