# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from archivist.model import Annotation
from archivist.ui.inspector.annotation_list import AnnotationListModel


def test_is_a_sound_model(qapp: QApplication, figure: Annotation, event: Annotation) -> None:
    model = AnnotationListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_annotations([figure, event])
    model.show_annotations([event])
    assert tester.model() is model
    assert model.rowCount() == 2


def test_a_heading_cannot_be_chosen(qapp: QApplication, event: Annotation) -> None:
    model = AnnotationListModel()
    model.show_annotations([event])
    assert model.annotation(model.index(0)) is None
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags


def test_a_row_is_read_out_with_its_tag(qapp: QApplication, event: Annotation) -> None:
    model = AnnotationListModel()
    model.show_annotations([event])
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == f"{event.quote}, strike, event"
