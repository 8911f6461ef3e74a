# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.ui.forms import ChoiceField


def test_the_wheel_changes_no_value_and_goes_on_to_the_form(qtbot: QtBot) -> None:
    field = ChoiceField()
    field.addItems(["about", "at least", "up to"])
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    point = QPointF(field.rect().center())
    turned = QWheelEvent(
        point, QPointF(field.mapToGlobal(point)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turned)
    assert field.currentText() == "about"
    assert not turned.isAccepted()
