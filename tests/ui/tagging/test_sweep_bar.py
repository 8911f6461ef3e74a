# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar that says which tag is in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.tagging.sweep_bar import SweepBar


def test_in_a_narrow_window_the_sentence_is_whole(qtbot: QtBot, archive: Archive) -> None:
    bar, host = SweepBar(), QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(bar)
    bar.show_tag(archive.tags.all()[0])
    host.resize(260, 400)
    host.show()
    qtbot.waitExposed(host)
    [label] = [each for each in bar.findChildren(QLabel) if each.text() == bar.text]
    wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    painted = label.fontMetrics().boundingRect(label.contentsRect(), wrap, label.text())
    assert painted.width() <= label.contentsRect().width()
    assert painted.height() <= label.contentsRect().height()
