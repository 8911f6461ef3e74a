# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind
from archivist.store import Archive
from archivist.ui.dialogs import LossesPreview
from archivist.ui.jobs import Jobs
from archivist.ui.questions.export import ExportOrder

PATIENCE_MS = 60_000


@pytest.fixture
def preview(qtbot: QtBot, jobs: Jobs) -> LossesPreview:
    preview = LossesPreview(jobs)
    qtbot.addWidget(preview)
    return preview


@pytest.fixture
def rows(archive: Archive, add_article: Callable[..., Article]) -> tuple[int, ...]:
    article = add_article("Страйк на заводі, 18 загиблих", section="Світ")
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    archive.annotations.add_quote(article.id, "Страйк", archive.tags.named("strike").id)
    return tuple(archive.articles.rows())


def told(preview: LossesPreview) -> str:
    return " ".join(label.text() for label in preview.findChildren(QLabel))


def test_what_a_format_loses_is_counted_with_its_reasons(
    qtbot: QtBot, preview: LossesPreview, rows: tuple[int, ...]
) -> None:
    preview.show_order(ExportOrder("brat", rows))
    table = preview.findChild(QTableWidget)
    qtbot.waitUntil(lambda: table.rowCount() > 0, timeout=PATIENCE_MS)
    lost = {table.item(row, 1).text(): table.item(row, 2).text() for row in range(table.rowCount())}
    assert lost["original"]
    assert "2 annotation" in told(preview)


def test_only_what_is_chosen_is_counted_and_the_last_choice_holds(
    qtbot: QtBot, preview: LossesPreview, rows: tuple[int, ...]
) -> None:
    preview.show_order(ExportOrder("brat", rows))
    preview.show_order(ExportOrder("bundle", rows, kinds=frozenset((Kind.FIGURE,))))
    qtbot.waitUntil(lambda: "1 annotation" in told(preview), timeout=PATIENCE_MS)


def test_an_export_of_nothing_says_why(qtbot: QtBot, preview: LossesPreview, archive: Archive) -> None:
    preview.show_order(ExportOrder("bundle", ()))
    qtbot.waitUntil(lambda: "ounting" not in told(preview), timeout=PATIENCE_MS)
    assert told(preview).strip()
    preview.show_order(None)
    assert not told(preview).strip()


def test_a_reason_is_told_whole_however_narrow_it_is(
    qtbot: QtBot, preview: LossesPreview, rows: tuple[int, ...]
) -> None:
    preview.resize(420, 400)
    preview.show()
    preview.show_order(ExportOrder("brat", rows))
    table = preview.findChild(QTableWidget)
    qtbot.waitUntil(lambda: table.rowCount() > 0, timeout=PATIENCE_MS)
    for row in range(table.rowCount()):
        reason, width = table.item(row, 2).text(), table.columnWidth(2)
        lines = table.fontMetrics().horizontalAdvance(reason) // width
        assert table.rowHeight(row) > lines * table.fontMetrics().height()
