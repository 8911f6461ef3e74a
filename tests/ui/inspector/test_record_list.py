# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui.inspector import InspectorPanel
from archivist.ui.inspector.article_page import ArticlePage
from archivist.ui.inspector.record_list import RecordListView


def rows(panel: InspectorPanel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = panel.findChild(RecordListView).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_the_records_of_an_article_are_listed_by_kind_and_name_with_their_passages(
    panel: InspectorPanel, archive: Archive, article: Article, event: Annotation, figure: Annotation
) -> None:
    wounded = archive.records.add(RecordDraft(Kind.FIGURE, "поранені"))
    strike = archive.records.add(RecordDraft(Kind.EVENT, "Страйк"))
    archive.records.add(RecordDraft(Kind.EVENT, "Не тут"))
    archive.records.link([event.id], strike.id)
    archive.records.link([figure.id], wounded.id)
    panel.show_article(article.id)
    assert rows(panel) == ["Events  1", "Страйк", "Figures  1", "поранені"]
    assert rows(panel, Qt.ItemDataRole.AccessibleTextRole)[1] == "Страйк, 1 passage(s)"
    page = panel.currentWidget()
    assert isinstance(page, ArticlePage)
    assert [page.lists.tabText(tab) for tab in range(2)] == ["2 annotation(s)", "2 record(s)"]


def test_enter_or_a_click_asks_for_the_record(
    qtbot: QtBot, panel: InspectorPanel, archive: Archive, article: Article, event: Annotation
) -> None:
    strike = archive.records.add(RecordDraft(Kind.EVENT, "Страйк"))
    archive.records.link([event.id], strike.id)
    panel.show_article(article.id)
    view = panel.findChild(RecordListView)
    with qtbot.waitSignal(panel.record_wanted, check_params_cb=lambda id_: id_ == strike.id):
        view.activated.emit(view.model().index(1, 0))
    with qtbot.assertNotEmitted(panel.record_wanted):
        view.activated.emit(view.model().index(0, 0))


def test_nothing_linked_lists_nothing(
    panel: InspectorPanel, article: Article, annotate: Callable[..., Annotation]
) -> None:
    annotate("страйку", "strike")
    panel.show_article(article.id)
    assert rows(panel) == []
