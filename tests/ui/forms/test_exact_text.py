# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from archivist.ui.forms import exact_text


def test_gives_back_what_qt_would_change(qapp: QApplication) -> None:
    text = "«12\u00a0тис.»\n\n👩‍👩‍👧 кінець"
    document = QTextDocument()
    document.setPlainText(text)
    assert exact_text(document) == text
