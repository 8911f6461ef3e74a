# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as a tree: kinds, under them their tags, under these the tags that are part of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from archivist.model import Kind, Tag
from archivist.ui.forms import symbol_icon
from archivist.ui.tagging.tag_moves import Place, Way, dropped, place_after, siblings
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_ID = Qt.ItemDataRole.UserRole
_COLOUR = Qt.ItemDataRole.UserRole + 1
_KIND = Qt.ItemDataRole.UserRole + 2
_NAME, _KEY, _COUNT = range(3)
# How near to the edge of a row is beside it and not on it, in px and as a part of the row: as Qt draws it.
_LEAST_EDGE, _WIDEST_EDGE, _EDGES = 2, 12, 5.5
_ALT = Qt.KeyboardModifier.AltModifier
_WAYS = {Qt.Key.Key_Up: Way.UP, Qt.Key.Key_Down: Way.DOWN, Qt.Key.Key_Right: Way.IN, Qt.Key.Key_Left: Way.OUT}


class CodebookTree(QTreeWidget):
    """Every tag with its key and the number of its annotations; dragged, or by Alt and the arrows, one is moved."""

    tag_selected = Signal(object)  # id, or None
    move_wanted = Signal(str, object)  # id, Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._tags: list[Tag] = []
        self._build()
        self.currentItemChanged.connect(self._on_current_item_changed)

    def show_tags(self, tags: Sequence[Tag], counts: Mapping[str, int], selected: str | None) -> None:
        """List the codebook and select a tag of it; counts are by the tag's id."""
        self._tags = list(tags)
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

    def move_current(self, way: Way) -> None:
        """Move the current tag, if it can go that way."""
        tag = self._tag(self.currentItem())
        place = place_after(way, tag, self._tags) if tag is not None else None
        if tag is not None and place is not None:
            self.move_wanted.emit(tag.id, place)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT:
            self.move_current(way)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._drop_place(event) is None:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        tag, place = self._tag(self.currentItem()), self._drop_place(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the archive says where it stands then, and not Qt
        event.accept()
        if tag is not None and place is not None:
            self.move_wanted.emit(tag.id, place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _tag(self, item: QTreeWidgetItem | None) -> Tag | None:
        id_ = item.data(_NAME, _ID) if item is not None else None
        return next((tag for tag in self._tags if tag.id == id_), None)

    def _drop_place(self, event: QDropEvent) -> Place | None:
        """Where the dragged tag would come to stand; None where it cannot."""
        dragged, item = self._tag(self.currentItem()), self.itemAt(event.position().toPoint())
        if dragged is None or item is None or item.data(_NAME, _KIND) != dragged.kind:
            return None
        target = self._tag(item)
        if target is None:  # the heading of its kind
            return Place(None, next(iter(siblings(None, dragged, self._tags))).id)
        if target.id == dragged.id or self._is_below(item):
            return None
        rect, height = self.visualItemRect(item), event.position().y()
        edge = max(_LEAST_EDGE, min(_WIDEST_EDGE, round(rect.height() / _EDGES)))
        if rect.top() + edge <= height <= rect.bottom() - edge:
            return Place(target.id, None)
        place = dropped(target, self._tags, below_it=height > rect.center().y())
        return None if place.before == dragged.id else place

    def _is_below(self, item: QTreeWidgetItem | None) -> bool:
        """Whether a row is below the current one."""
        while item is not None:
            if item is self.currentItem():
                return True
            item = item.parent()
        return False

    def _on_current_item_changed(self, current: QTreeWidgetItem | None) -> None:
        self.tag_selected.emit(current.data(_NAME, _ID) if current is not None else None)

    def _heading(self, kind: Kind) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [self._wording.kinds(kind)])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
        item.setData(_NAME, _KIND, kind.value)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(_NAME, font)
        return item

    def _item(self, tag: Tag, count: int) -> QTreeWidgetItem:
        number = self.locale().toString(count) if count else ""
        item = QTreeWidgetItem([tag.name, ", ".join(tag.shortcut.upper()), number])
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
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setToolTip(self.tr("Drag a tag to order or to nest it, or press Alt and an arrow"))
        self.setAccessibleDescription(self.toolTip())
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(2 * GRID)
        self.setAccessibleName(self.tr("Codebook"))
