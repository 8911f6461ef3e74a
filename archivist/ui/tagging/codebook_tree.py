# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as a tree: kinds, under them their tags, under these the tags that are part of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from archivist.model import Kind, Tag
from archivist.ui.forms import symbol_icon
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_ID = Qt.ItemDataRole.UserRole
_COLOUR = Qt.ItemDataRole.UserRole + 1
_KIND = Qt.ItemDataRole.UserRole + 2
_NAME, _KEY, _COUNT = range(3)


class CodebookTree(QTreeWidget):
    """Every tag with its key and the number of its annotations."""

    tag_selected = Signal(object)  # id, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._build()
        self.currentItemChanged.connect(self._on_current_item_changed)

    def show_tags(self, tags: Sequence[Tag], counts: Mapping[str, int], selected: str | None) -> None:
        """List the codebook and select a tag of it; counts are by the tag's id."""
        self.blockSignals(True)  # noqa: FBT003 - Qt has no name for it
        self.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for kind in Kind:
            of_kind = [tag for tag in tags if tag.kind is kind]
            heading = self._heading(kind)
            for tag in of_kind:
                items[tag.id] = self._item(tag, counts.get(tag.id, 0))
            for tag in of_kind:
                above = items.get(tag.parent or "")
                is_nested = above is not None and above.data(_NAME, _KIND) == kind
                (above if is_nested and above is not None else heading).addChild(items[tag.id])
        self.expandAll()
        self.blockSignals(False)  # noqa: FBT003
        chosen = items.get(selected or "")
        if chosen is not None:
            self.setCurrentItem(chosen)

    def kind(self) -> Kind:
        """The kind that the current row is of."""
        item = self.currentItem()
        return Kind(item.data(_NAME, _KIND)) if item is not None else Kind.EVENT

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _on_current_item_changed(self, current: QTreeWidgetItem | None) -> None:
        self.tag_selected.emit(current.data(_NAME, _ID) if current is not None else None)

    def _heading(self, kind: Kind) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [self._wording.kinds(kind)])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(_NAME, _KIND, kind.value)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(_NAME, font)
        return item

    def _item(self, tag: Tag, count: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([tag.name, tag.shortcut.upper(), str(count) if count else ""])
        item.setData(_NAME, _ID, tag.id)
        item.setData(_NAME, _COLOUR, tag.colour)
        item.setData(_NAME, _KIND, tag.kind.value)
        item.setIcon(_NAME, symbol_icon(tag.kind, tag.colour, self.palette()))
        item.setToolTip(_NAME, tag.description)
        item.setTextAlignment(_KEY, Qt.AlignmentFlag.AlignCenter)
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _recolour(self) -> None:
        items = QTreeWidgetItemIterator(self)
        while (item := items.value()) is not None:
            if colour := item.data(_NAME, _COLOUR):
                item.setIcon(_NAME, symbol_icon(Kind(item.data(_NAME, _KIND)), colour, self.palette()))
            items += 1

    def _build(self) -> None:
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Tag"), self.tr("Key"), self.tr("Annotations")])
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEY, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(2 * GRID)
        self.setAccessibleName(self.tr("Codebook"))
