# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from archivist.store import Archive
from archivist.ui.tagging.tag_rows import TagRows


def test_is_a_sound_model(qapp: QApplication, archive: Archive) -> None:
    rows = TagRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.set_tags(archive.tags.all())
    for typed in ("k", "kx", ""):
        rows.show_matching(typed)
    assert tester.model() is rows
