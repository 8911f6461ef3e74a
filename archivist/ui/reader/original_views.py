# SPDX-License-Identifier: GPL-3.0-or-later
"""What an article was read from, to look at beside its text: a saved page, or an image.

Of a page nothing is run and nothing is loaded: no scripts, no pictures, no style sheets, no links.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTextBrowser, QWidget

from archivist.ui.theme import GRID

LARGEST_PAGE = 3_000_000  # code points; to lay out more stops the window for seconds
_LARGEST_IMAGE = 12_000  # px, the longer side of what is drawn


class PageView(QTextBrowser):
    """A saved page as a text with headings and lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The original page"))

    def show_page(self, html: str) -> None:
        """Show the markup of a page."""
        self.setHtml(html)
        self.document().setDocumentMargin(2 * GRID)

    def loadResource(self, kind: int, url: QUrl | str) -> QByteArray:
        """Nothing, whatever the page asks for, on this computer or elsewhere."""
        del kind, url
        return QByteArray()


class ImageView(QScrollArea):
    """An image, as wide as there is room, and never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The original image"))

    def show_image(self, image: QImage) -> None:
        """Show an image."""
        self._image = image
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            self._label.clear()
            return
        ratio = self.devicePixelRatio()
        width = min(self._image.width(), round(self.viewport().width() * ratio))
        pixmap = QPixmap.fromImage(self._image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        pixmap.setDevicePixelRatio(ratio)
        self._label.setPixmap(pixmap)


def image_of(raw: bytes) -> QImage | None:
    """The image in some bytes, smaller than it is where it is huge; None where they are none."""
    data = QByteArray(raw)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST_IMAGE:
        reader.setScaledSize(size.scaled(QSize(_LARGEST_IMAGE, _LARGEST_IMAGE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
