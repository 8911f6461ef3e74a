# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader shows of records: their names in the labels of the margin, and relations as arcs on demand."""

from __future__ import annotations

from PySide6.QtCore import QObject

from archivist.model import NodeType
from archivist.ui.linking import Linking
from archivist.ui.reader import Arc, ReaderPanel
from archivist.ui.record_wording import RecordWording
from archivist.ui.session import Session


class ReaderRecords(QObject):
    """Keeps the names and the arcs of the shown article as the archive has them."""

    def __init__(self, session: Session, reader: ReaderPanel, linking: Linking) -> None:
        super().__init__(reader)
        self._session = session
        self._view = reader.view
        self._linking = linking
        self._wording = RecordWording(self)
        self._article_id: str | None = None
        self._arcs_shown = False
        session.annotations_changed.connect(self._on_annotations_changed)
        session.records_changed.connect(self.refresh)
        session.relations_changed.connect(self.refresh)

    @property
    def arcs_shown(self) -> bool:
        """Whether relations are drawn."""
        return self._arcs_shown

    def toggle_arcs(self) -> None:
        """Draw relations over the text, or none."""
        self._arcs_shown = not self._arcs_shown
        self.refresh()

    def set_article(self, article_id: str) -> None:
        """The reader shows another article, with its annotations."""
        self._article_id = article_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the archive holds now."""
        self._view.set_record_names(self._linking.record_names())
        self._view.show_arcs(self._arcs() if self._arcs_shown and self._article_id else ())

    def _arcs(self) -> list[Arc]:
        shown = {each.id for each in self._session.archive.annotations.of_article(self._article_id or "")}
        return [
            Arc(each.id, each.type, each.source.id, each.target.id, self._wording.relation(each.type))
            for each in self._session.archive.relations.of_article(self._article_id or "")
            if each.source.type is each.target.type is NodeType.ANNOTATION
            and each.source.id in shown
            and each.target.id in shown
        ]

    def _on_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self.refresh()
