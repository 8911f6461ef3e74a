# SPDX-License-Identifier: GPL-3.0-or-later
"""Which annotation is seen at a point: asked of the pixels of a rendering in which each has a colour of its own.

There are two such renderings: what the reader paints under the words, and what Qt paints when the spans
are backgrounds in a copy of the document. The second knows nothing of how the reader finds its rectangles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from archivist.model import Annotation, Kind, Status, Tag
from archivist.text import whole_graphemes
from archivist.ui.reader.geometry import LANES
from archivist.ui.reader.painting import Ink
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import LIGHT

PARAGRAPHS = (
    "Уночі 👩‍👩‍👧 троє рятувальників 👩🏽‍🚒 врятували кота 🐈‍⬛ і прапор 🇺🇦, а потім 👨‍👩‍👧‍👦 поїхали 🚒🚒 далі.",
    "Газета אור הבוקר писала про 12 людей, а وكالة الشاطئ 2024 العربية промовчала; (שלום) і «سلام» теж.",
    "ערב טוב: העיתון כתב על 15 אנשים ב־Kharkiv והוסיף «Маяк» בסוף המשפט הארוך הזה, כדי שהשורה תישבר פעם אחת לפחות.",
    "قالت الوكالة إن 24 شخصا وصلوا إلى Odesa مساء أمس، وأضافت أن الطريق مفتوح أمام الجميع من دون أي تأخير يذكر.",
    "Cafe\u0301 й Кри\u0306ївка; Zalgo: H\u0327\u0301e\u0310l\u0313l\u0314o; i\u0308\u0301 o\u0328\u0304 n\u0303.",
    "Сума:\t12\u00a0500\u00a0грн\tразом\u00a0з\u00a0податком,\tа\u202fне\u00a0без;\u00a0№\u00a05.",
    "Довгеслово" * 14 + " https://example.org/" + "a-very-long-address/" * 9 + " кінець.",
    "Звичайний рядок про людей, які чекали на звістку з міста, і про тих, хто її нарешті приніс увечері.",
)

_WORDS_TRIED = 400
_GAP = 4  # px, the widest between dashes
_AROUND = [QPoint(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1)]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A point at which something else is found than is seen."""

    rendering: str
    point: QPoint
    found: str | None
    seen: tuple[str | None, ...]  # within a pixel of the point


def text(seed: int) -> str:
    """A headline, and paragraphs of every writing in any order."""
    chance = random.Random(seed)
    return "\n".join(["Заголовок", *chance.choices(PARAGRAPHS, k=10)])


def colours(count: int) -> list[str]:
    """Colours of tags that differ when they are painted, in lines as well as behind words."""
    chance = random.Random(count)
    found: dict[tuple[str, str], str] = {}
    while len(found) < count:
        colour = QColor.fromHsv(chance.randrange(360), chance.randint(120, 255), chance.randint(60, 230)).name()
        ink = Ink(Tag(1, "t", "t", Kind.EVENT, colour, "", None, ""), LIGHT)
        found.setdefault((ink.line.name(), ink.fill.name()), colour)
    lines, fills = {line for line, _ in found}, {fill for _, fill in found}
    return list(found.values()) if len(lines | fills) == 2 * count else colours(count + 1)[:count]


def overlapping(body: str, seed: int, count: int = 60) -> list[Annotation]:
    """Annotations of whole grapheme clusters that overlap, nest and cross paragraphs."""
    chance = random.Random(seed)
    made = []
    for number, colour in enumerate(colours(count)):
        start = chance.randrange(len(body) - 1)
        end = min(len(body), start + chance.choice((2, 5, 9, 20, 60)))
        made.append(_annotation(number, *whole_graphemes(body, start, end), colour, chance.choice(list(Kind))))
    return made


def apart(body: str, seed: int, count: int = 40) -> list[Annotation]:
    """Annotations of some words each, none of which overlap."""
    chance = random.Random(seed)
    spans: list[tuple[int, int]] = []
    for _ in range(_WORDS_TRIED):
        start = chance.randrange(len(body) - 1)
        begin = max(body.rfind(gap, 0, start) for gap in " \n") + 1
        ends = [found for gap in " \n" if (found := body.find(gap, start + chance.choice((1, 1, 12)))) > 0]
        end = min(ends, default=len(body))
        line = body.find("\n", begin)
        end = end if line < 0 else min(end, line)
        if begin < end and all(end <= other[0] or other[1] <= begin for other in spans):
            spans.append((begin, end))
    return [
        _annotation(number, start, end, colour, Kind.EVENT)
        for number, ((start, end), colour) in enumerate(zip(spans, colours(count), strict=False))
    ]


def mismatches(
    view: ArticleView, annotations: Sequence[Annotation], points: int, seed: int, scale: float
) -> list[Mismatch]:
    """What is found wrongly at random points of what is in view, on a screen of this scale."""
    chance = random.Random(seed)
    area = view.viewport().rect().adjusted(0, 0, -1, -1)
    right = min(area.width(), view._columns.text_right)
    # What is found between words and their underline is not seen where the underline is out of view.
    where = [QPoint(chance.randrange(right), chance.randrange(area.height() - LANES)) for _ in range(points)]
    image = _as_painted(view, scale)
    names = {name: each.id for each in annotations for name in _names(each)}
    return list(_compare("the reader's", view, image, names, where, scale))


def mismatches_with_qt(
    view: ArticleView, annotations: Sequence[Annotation], points: int, seed: int, scale: float
) -> list[Mismatch]:
    """The same for annotations that do not overlap, against what Qt paints behind their letters."""
    chance = random.Random(seed)
    image = _as_qt_paints(view, annotations, scale)
    names = {QColor(each.tag.colour).name(): each.id for each in annotations}
    boxes = [
        (each.id, rect.translated(0, -view.verticalScrollBar().value()))
        for each in annotations
        for rect in view._layer.geometry.rects(view._map.to_utf16(each.start), view._map.to_utf16(each.end))
    ]
    area = QRectF(view.viewport().rect())
    where = []
    while len(where) < points:
        point = QPoint(chance.randrange(view._columns.text_right), chance.randrange(view.viewport().height()))
        middle = QPointF(point) + QPointF(0.5, 0.5)
        # Below its letters, an annotation is found by its underline, of which Qt knows nothing.
        below = any(box.bottom() - 2 <= middle.y() <= box.bottom() + 8 and area.contains(middle) for _, box in boxes)
        if not below:
            where.append(point)
    # Grounds begin a pixel lower than Qt's.
    return list(_compare("Qt's", view, image, names, where, scale, ceil(scale)))


def _compare(
    rendering: str,
    view: ArticleView,
    image: QImage,
    names: dict[str, str],
    points: Sequence[QPoint],
    scale: float,
    around: int = 1,
) -> Iterator[Mismatch]:
    for point in points:
        found = next(iter(view.annotations_at(point)), None)
        pixel = QPoint(int((point.x() + 0.5) * scale), int((point.y() + 0.5) * scale))
        near = [each for step in _AROUND if image.rect().contains(each := pixel + step * around)]
        seen = tuple(dict.fromkeys(names.get(image.pixelColor(each).name()) for each in (pixel, *near)))
        if found not in seen and not (None in seen and found in _lines_below(image, pixel, names, scale)):
            yield Mismatch(rendering, point, found, seen)


def _lines_below(image: QImage, pixel: QPoint, names: dict[str, str], scale: float) -> set[str]:
    """Whose underline is a little below a pixel, or beside it.

    Between it and the words, and between its dashes, nothing is painted, and the annotation is found.
    """
    beside = ceil(_GAP * scale)
    steps = (QPoint(x, y) for y in range(ceil(LANES * scale)) for x in range(-beside, beside + 1))
    inside = (pixel + step for step in steps if image.rect().contains(pixel + step))
    return {name for each in inside if (name := names.get(image.pixelColor(each).name()))}


def _names(annotation: Annotation) -> tuple[str, str]:
    ink = Ink(annotation.tag, LIGHT)
    return ink.line.name(), ink.fill.name()


def _image(view: ArticleView, scale: float) -> QImage:
    image = QImage(view.viewport().size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    return image


def _as_painted(view: ArticleView, scale: float) -> QImage:
    image, top = _image(view, scale), view.verticalScrollBar().value()
    with QPainter(image) as painter:
        painter.translate(0, -top)
        view._layer.use(LIGHT)
        view._layer.paint_text(painter, top, top + view.viewport().height())
    return image


def _as_qt_paints(view: ArticleView, annotations: Sequence[Annotation], scale: float) -> QImage:
    image, top = _image(view, scale), view.verticalScrollBar().value()
    copy: QTextDocument = view.document().clone()
    copy.setTextWidth(view.document().textWidth())
    for each in annotations:
        cursor = QTextCursor(copy)
        cursor.setPosition(view._map.to_utf16(each.start))
        cursor.setPosition(view._map.to_utf16(each.end), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QColor(each.tag.colour))
        form.setForeground(QColor(each.tag.colour))
        cursor.mergeCharFormat(form)
    with QPainter(image) as painter:
        painter.translate(0, -top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(context.palette.ColorRole.Text, QColor("white"))
        copy.documentLayout().draw(painter, context)
    return image


def _annotation(number: int, start: int, end: int, colour: str, kind: Kind) -> Annotation:
    tag = Tag(number, f"tag-{number}", f"tag {number}", kind, colour, "", None, "")
    note = "a note" if number % 5 == 0 else ""
    return Annotation(
        f"{number:03}", "", "", start, end, "", "", "", tag, note, {}, None, Status.ANCHORED, "", "", ""
    )  # fmt: skip
