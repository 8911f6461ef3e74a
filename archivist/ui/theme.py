# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of the desktop: two palettes of our own over Fusion, one style sheet, one reading font.

Qt's own dark mode does nothing on many desktops, so the colours are carried here and the desktop's
wish is followed only where Qt knows it. A widget asks colours_of(self.palette()) when it paints, so
it needs no signal to be right after a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.model import Kind
from archivist.ui.contrast import FOR_MARKS, FOR_TEXT, readable

GRID = 8  # px: distances are multiples of it, or its half

_MIDDLE = 128  # of lightness, 0 to 255

READING_SIZE = 17  # px
READING_MEASURE = 68  # letters of average width: with the spaces and thin letters of prose about 75 characters
READING_SIZES = (12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 40)  # px, the steps of zooming

# The first that is installed: open faces with full Cyrillic, drawn for long texts on a screen.
_READING_FAMILIES = (
    "Noto Sans", "Source Sans 3", "Source Sans Pro", "PT Sans", "Open Sans", "Inter", "Segoe UI", "Ubuntu",
    "Liberation Sans", "DejaVu Sans",
)  # fmt: skip


class Scheme(StrEnum):
    """Which palette a person wants; the value is what the settings hold."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The named colours of one palette, each as "#rrggbb"."""

    dark: bool
    page: str  # behind the article and in lists
    window: str  # behind everything else
    raised: str  # buttons, menus, the find bar
    text: str
    muted: str  # secondary text
    line: str  # hairlines between areas
    outline: str  # borders of controls
    accent: str  # the one accent: focus, selection, the default button
    on_accent: str
    selection: str  # behind selected words; they keep their own colour
    hover: str  # behind the row or button under the pointer
    event: str
    actor: str
    figure: str
    date: str
    hit: str
    hit_edge: str
    current_hit: str
    warning: str
    error: str

    def kind(self, kind: Kind) -> QColor:
        """The hue of a kind: of its heading, its filter, its symbol."""
        return QColor(
            {Kind.EVENT: self.event, Kind.ACTOR: self.actor, Kind.FIGURE: self.figure, Kind.DATE: self.date}[kind]
        )

    def mark(self, colour: str) -> QColor:
        """A tag's own colour, moved until a line drawn in it shows on the page; on a dark one it glows."""
        return readable(QColor(colour), QColor(self.page), FOR_TEXT if self.dark else FOR_MARKS)

    def lettering(self, colour: str, background: str | None = None) -> QColor:
        """A tag's own colour, moved until text set in it can be read, on the page unless told."""
        return readable(QColor(colour), QColor(background or self.page), FOR_TEXT)


LIGHT = Colours(
    dark=False,
    page="#fefdfb",
    window="#f4f3f0",
    raised="#fbfaf8",
    text="#23262d",
    muted="#5d626e",
    line="#e0ded8",
    outline="#c6c3bb",
    accent="#5348b0",
    on_accent="#ffffff",
    selection="#d9d5f5",
    hover="#ebe9e4",
    event="#b3441e",
    actor="#2460a8",
    figure="#0f7466",
    date="#8a3a7d",
    hit="#ffeca0",
    hit_edge="#c79a00",
    current_hit="#ffd24a",
    warning="#8a5a00",
    error="#b3261e",
)

DARK = Colours(
    dark=True,
    page="#1b1d22",
    window="#141519",
    raised="#23262c",
    text="#e3e2de",
    muted="#a0a4ae",
    line="#2d3037",
    outline="#454a54",
    accent="#a79cf3",
    on_accent="#17142e",
    selection="#3f3a70",
    hover="#2a2d34",
    event="#f29a78",
    actor="#83b5f2",
    figure="#66c9b6",
    date="#dd9bd2",
    hit="#4a3f10",
    hit_edge="#d0a92a",
    current_hit="#6f5b0c",
    warning="#e3b45c",
    error="#f28b82",
)


def colours_of(palette: QPalette) -> Colours:
    """The named colours that belong to a palette, told by how light its pages are."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < _MIDDLE else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """The QPalette of a set of named colours."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for each, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.page,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.outline,
        role.Shadow: colours.outline,
    }.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, each, QColor(colours.outline))
    return palette


def style_sheet(colours: Colours) -> str:
    """The style sheet of the desktop in these colours."""
    template = (paths.resources() / "styles" / "archivist.qss").read_text(encoding="utf-8")
    return Template(template).substitute(asdict(colours))


def reading_font(size: int = READING_SIZE) -> QFont:
    """The font in which articles are set; size in px."""
    installed = set(QFontDatabase.families())
    font = QFont([family for family in _READING_FAMILIES if family in installed] or QFont().families())
    font.setPixelSize(size)
    return font


class Theme(QObject):
    """Keeps the application in the palette that the person, or the desktop, wants."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._shown: Colours | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What the person wants."""
        return self._scheme

    @property
    def colours(self) -> Colours:
        """What is shown."""
        wanted = self._scheme
        if wanted is Scheme.SYSTEM:
            known = self._application.styleHints().colorScheme()
            return DARK if known is Qt.ColorScheme.Dark else LIGHT
        return DARK if wanted is Scheme.DARK else LIGHT

    def set_scheme(self, scheme: Scheme) -> None:
        """Change over at once."""
        self._scheme = scheme
        self._apply()

    @contextmanager
    def laid_aside(self) -> Iterator[None]:
        """Have a window made without the style sheet, which is worth it while there is no other.

        With it Qt works out the look of a panel and of all that is in it each time it is put into another.
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(style_sheet(self.colours))

    def _on_desktop_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        colours = self.colours
        if colours is self._shown:
            return
        self._shown = colours
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(style_sheet(colours))
        self.changed.emit()
