# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read beside the article: another article, or what this one was read from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.icons import Icons
from archivist.ui.reader.original_views import ImageView, PageView
from archivist.ui.reader.pdf_view import PdfView
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import GRID


class BesidePane(QFrame):
    """One of four views below a line that names what is shown; the article in it is only read."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView()
        self.page = PageView()
        self.image = ImageView()
        self.document = PdfView()
        self._title = QLabel()
        self._where = QLabel()  # in a document
        self._close = QToolButton()
        self._stack = QStackedWidget()
        self._build(icons)

    @property
    def title(self) -> str:
        """What the line says."""
        return self._title.text()

    def show_view(self, title: str) -> None:
        """Show the article that was given to the view."""
        self._show(self.view, title)

    def show_page(self, title: str, html: str) -> None:
        """Show a saved page."""
        self.page.show_page(html)
        self._show(self.page, title)

    def show_image(self, title: str, image: QImage) -> None:
        """Show an image."""
        self.image.show_image(image)
        self._show(self.image, title)

    def show_document(self, title: str) -> None:
        """Show the pages of a document, which come when they are drawn."""
        self.document.show_words(self.tr("The document is being opened…"))
        self._show(self.document, title)

    def close_pane(self) -> None:
        """Hide it, and keep nothing."""
        self.hide()
        self.view.show_article("", ())
        self.page.clear()
        self.image.show_image(QImage())
        self.document.show_words("")
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    def _show(self, shown: QWidget, title: str) -> None:
        self._title.setText(title)
        self._title.setToolTip(title)
        self._where.setVisible(shown is self.document)
        self._stack.setCurrentWidget(shown)
        self.show()

    def _on_page_reached(self, number: int, count: int) -> None:
        said = self.tr("Page {number} of {count}").format(number=number, count=count) if count else ""
        self._where.setText(said)
        self.document.setAccessibleDescription(said)

    def _build(self, icons: Icons) -> None:
        self.view.setAccessibleName(self.tr("The article beside"))
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        icons.give(self._close, "close")
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close what is beside the article"))
        self._close.clicked.connect(self.close_pane)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        head.addWidget(self._title, 1)
        head.addSpacing(GRID)
        head.addWidget(self._where)
        head.addWidget(self._close)
        self.document.page_reached.connect(self._on_page_reached)
        for view in (self.view, self.page, self.image, self.document):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
