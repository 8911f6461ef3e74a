# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's icons: monochrome SVG files, drawn in the colours of the palette.

A file draws in currentColor; a QIcon made from it holds a sharp pixmap for each usual size and each
screen. (A QIconEngine written in Python would be lazier, but crashes when Qt copies the icon.)
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from archivist import paths
from archivist.ui.theme import Colours, colours_of

_SIZES = (16, 20, 24)  # px at scale 1


class Icons(QObject):
    """Gives actions and buttons their icons, and draws them anew when the palette changes."""

    changed = Signal()

    def __init__(self, application: QGuiApplication, folder: Path | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._folder = folder or paths.resources() / "icons"
        self._made: dict[str, QIcon] = {}
        # An event filter would hear it too, but be asked in Python about every event of the program.
        application.paletteChanged.connect(self._on_palette_changed)

    def icon(self, name: str) -> QIcon:
        """The icon NAME.svg in the colours of now. Raises FileNotFoundError."""
        if name not in self._made:
            scales = {1.0, *(screen.devicePixelRatio() for screen in self._application.screens())}
            colours = colours_of(self._application.palette())
            self._made[name] = _icon(self._folder / f"{name}.svg", colours, sorted(scales))
        return self._made[name]

    def give(self, holder: QAction | QAbstractButton, name: str) -> None:
        """Set the icon of an action or a button, and keep it in the colours of the palette."""
        bearer = holder.findChild(_Bearer) or _Bearer(holder, self)
        bearer.bear(name)

    def _on_palette_changed(self) -> None:
        self._made.clear()
        self.changed.emit()


class _Bearer(QObject):
    """Lives and dies with the action or button whose icon it keeps right."""

    def __init__(self, holder: QAction | QAbstractButton, icons: Icons) -> None:
        super().__init__(holder)
        self._holder = holder
        self._icons = icons
        self._name = ""
        icons.changed.connect(self._on_icons_changed)

    def bear(self, name: str) -> None:
        self._name = name
        self._holder.setIcon(self._icons.icon(name))

    def _on_icons_changed(self) -> None:
        self._holder.setIcon(self._icons.icon(self._name))


def drawn(svg: Path, size: QSize, scale: float, colour: QColor) -> QPixmap:
    """An SVG file drawn in one colour; size is in px at scale 1. Raises FileNotFoundError."""
    return _drawn(_renderer(svg, colour), size, scale)


def _renderer(svg: Path, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(svg).replace(b"currentColor", colour.name().encode())))


def _drawn(renderer: QSvgRenderer, size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _icon(svg: Path, colours: Colours, scales: list[float]) -> QIcon:
    icon = QIcon()
    renderer = _renderer(svg, QColor(colours.text))
    has_own_colours = b"currentColor" not in _source(svg)
    for side in _SIZES:
        for scale in scales:
            pixmap = _drawn(renderer, QSize(side, side), scale)
            icon.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.Off)
            for mode, state, colour in (
                (QIcon.Mode.Normal, QIcon.State.On, colours.accent),
                (QIcon.Mode.Disabled, QIcon.State.Off, colours.outline),
            ):
                icon.addPixmap(pixmap if has_own_colours else _tinted(pixmap, QColor(colour)), mode, state)
    return icon


def _tinted(pixmap: QPixmap, colour: QColor) -> QPixmap:
    """The same in another colour; to fill it takes less time than to draw it again."""
    tinted = QPixmap(pixmap)
    with QPainter(tinted) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(tinted.rect(), colour)
    return tinted


@lru_cache(maxsize=256)
def _source(svg: Path) -> bytes:
    return svg.read_bytes()
