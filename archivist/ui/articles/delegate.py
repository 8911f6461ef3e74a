# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of the list is drawn: headline, outlet and day, number of annotations, and what was found how often."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Article
from archivist.text import Utf16Map
from archivist.ui.articles.model import ARTICLE, EXCERPT, OTHERS, UNFOLDED
from archivist.ui.questions.articles import Excerpt
from archivist.ui.theme import GRID, Colours, colours_of
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Snippet

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 2 * GRID
_INSET = 3 * GRID  # of an article that was folded into the one above
_ABOVE = GRID + GRID // 2
_GAP = GRID // 4
_TITLE_LINES = 2
_SNIPPET_LINES = 2
_BAR = 3  # px, the accent at the side of the chosen row
_KEPT = 512


class ArticleDelegate(QStyledItemDelegate):
    """Draws rows of one height, which depends on whether excerpts are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self.with_excerpts = False

    def row_height(self, font: QFont) -> int:
        """The height of every row, in px."""
        lines = _TITLE_LINES + 1 + (_SNIPPET_LINES if self.with_excerpts else 0)
        gaps = 2 * _GAP if self.with_excerpts else _GAP
        return lines * QFontMetrics(font).height() + gaps + 2 * _ABOVE

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(30 * GRID, self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colours = colours_of(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:  # where muted words could not be read
            colours = replace(colours, muted=colours.text)
        self._paint_ground(painter, option, colours)
        article = index.data(ARTICLE)
        inset = _INSET if index.data(UNFOLDED) else 0
        room = option.rect.adjusted(_SIDE + inset, _ABOVE, -_SIDE, -_ABOVE)
        if article is None:
            painter.setPen(QColor(colours.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            excerpt = index.data(EXCERPT) if self.with_excerpts else None
            self._paint_article(painter, option.font, room, colours, article, excerpt, index.data(OTHERS) or 0)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height())), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        bottom = option.rect.bottom()
        painter.drawLine(option.rect.left() + _SIDE, bottom, option.rect.right() - _SIDE, bottom)

    def _paint_article(
        self,
        painter: QPainter,
        font: QFont,
        room: QRect,
        colours: Colours,
        article: Article,
        excerpt: Excerpt | None,
        others: int,
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        title = _lines(article.title or self.tr("Without a title"), bold.toString(), room.width(), _TITLE_LINES)
        height = QFontMetrics(font).height()
        spare = (_TITLE_LINES - len(title)) * height
        top = room.top() + (0 if self.with_excerpts else spare // 2)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        for line in title:
            painter.drawText(QRect(room.left(), top, room.width(), height), Qt.AlignmentFlag.AlignLeft, line)
            top += height
        top += _GAP
        painter.setFont(font)
        hits = excerpt.count if excerpt is not None else 0
        said = [self.tr("%n hit(s)", "", hits)] if hits else []
        if others:
            said.append(self.tr("and %n more", "", others))
        self._paint_origin(painter, QRect(room.left(), top, room.width(), height), colours, article, "  ·  ".join(said))
        if excerpt is not None:
            layout = _snippet_layout(excerpt.snippet, font.toString(), room.width(), colours.hit, colours.text)
            painter.setPen(QColor(colours.muted))
            layout.draw(painter, QPointF(room.left(), top + height + _GAP))

    def _paint_origin(self, painter: QPainter, room: QRect, colours: Colours, article: Article, said: str) -> None:
        """Outlet and day at the left, what is said of the article and, as a badge, its annotations at the right."""
        metrics = painter.fontMetrics()
        if article.annotation_count:
            room = room.adjusted(0, 0, -self._paint_badge(painter, room, colours, article.annotation_count), 0)
        if said:
            painter.setPen(QColor(colours.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
            room = room.adjusted(0, 0, -metrics.horizontalAdvance(said) - 2 * GRID, 0)
        published = self._wording.date(article.published) if article.published else ""
        origin = "  ·  ".join(filter(None, (article.outlet, published))) or self.tr("Origin not known")
        painter.setPen(QColor(colours.muted))
        text = metrics.elidedText(origin, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_badge(self, painter: QPainter, room: QRect, colours: Colours, count: int) -> int:
        """Draws the badge and returns the width in px that it takes."""
        text = str(count)
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(text) + GRID, metrics.height())
        badge = QRectF(room.right() + 1 - width, room.top(), width, room.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(QColor(colours.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return width + GRID


@lru_cache(maxsize=_KEPT)
def _lines(text: str, font: str, width: int, most: int) -> tuple[str, ...]:
    """A text broken into at most so many lines, the last one elided."""
    used = QFont()
    used.fromString(font)
    text = " ".join(text.split())
    layout = QTextLayout(text, used)
    starts = _break(layout, width, most)
    utf16 = Utf16Map(text)
    places = [utf16.to_code_point(start) for start in starts]
    lines = [text[start:end].strip() for start, end in zip(places, [*places[1:], len(text)], strict=True)]
    lines[-1] = QFontMetrics(used).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


@lru_cache(maxsize=_KEPT)
def _snippet_layout(snippet: Snippet, font: str, width: int, behind: str, over: str) -> QTextLayout:
    """The lines of a snippet with its matches marked."""
    used = QFont()
    used.fromString(font)
    shown = _fitting(snippet.text.replace("\n", " "), used, width)
    layout = QTextLayout(shown, used)
    utf16 = Utf16Map(shown)
    mark = QTextCharFormat()
    mark.setBackground(QColor(behind))
    mark.setForeground(QColor(over))
    formats = []
    for start, end in snippet.matches:
        if end <= len(shown):
            range_ = QTextLayout.FormatRange()
            range_.start = utf16.to_utf16(start)
            range_.length = utf16.to_utf16(end) - range_.start
            range_.format = mark
            formats.append(range_)
    layout.setFormats(formats)
    _break(layout, width, _SNIPPET_LINES)
    return layout


def _fitting(text: str, font: QFont, width: int) -> str:
    """As much of a snippet as its lines hold, with an ellipsis where something is left out."""
    layout = QTextLayout(text, font)
    _break(layout, width, _SNIPPET_LINES)
    last = layout.lineAt(layout.lineCount() - 1)
    end = Utf16Map(text).to_code_point(last.textStart() + last.textLength())
    if end >= len(text):
        return text
    line = Utf16Map(text).to_code_point(last.textStart())
    room = width - QFontMetrics(font).horizontalAdvance("…")
    while end > line and QFontMetrics(font).horizontalAdvance(text[line:end].rstrip()) > room:
        end = max(line, text.rfind(" ", line, end))
    return text[:end].rstrip() + "…"


def _break(layout: QTextLayout, width: int, most: int) -> list[int]:
    """Lay out at most so many lines; returns where each begins (UTF-16)."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    starts: list[int] = []
    top = 0.0
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    return starts or [0]
