# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations and a view to show them in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Kind, Status, Tag
from archivist.ui.reader.view import ArticleView

COLOURS = {Kind.EVENT: "#b3441e", Kind.ACTOR: "#2460a8", Kind.FIGURE: "#0f7466"}

# Every writing that the offsets must survive, in one article.
HARD_TEXT = (
    "Пожежа на «Маяку»: що відомо о 9\u00a0ранку\n"
    "Уночі 👩‍👩‍👧 троє рятувальників 👩🏽‍🚒 врятували кота 🐈‍⬛ і прапор 🇺🇦.\n"
    "Газета אור הבוקר писала про 12 людей, а وكالة الشاطئ 2024 العربية промовчала.\n"
    "Cafe\u0301 та Кри\u0306ївка; Zalgo: H\u0327\u0301e\u0310l\u0313l\u0314o.\n"
    "\n"
    "Останній рядок без крапки і з довгим хвостом слів, щоб він переламувався в кожній вузькій колонці "
    "хоча б один раз, а краще двічі 😎"
)


def _annotation(start: int, end: int, kind: str = "actor", *, name: str = "", **fields: Any) -> Annotation:
    of_kind = Kind(kind)
    tag = Tag(1, f"tag-{kind}", name or kind, of_kind, COLOURS[of_kind], "", None, "")
    values: dict[str, Any] = {
        "quote": "", "note": "", "attributes": {}, "record": None, "status": Status.ANCHORED,
        "id": f"annotation-{next(_numbers):04}", "created_by": "",
    }  # fmt: skip
    values |= fields
    return Annotation(
        article="article", revision="revision", start=start, end=end, prefix="", suffix="", tag=tag,
        created_at="", modified_at="", **values,
    )  # fmt: skip


_numbers = count(1)


@pytest.fixture
def annotation() -> Callable[..., Annotation]:
    """Makes an annotation of a span: annotation(start, end, kind, name=tag name, **fields)."""
    return _annotation


@pytest.fixture
def quoted() -> Callable[..., Annotation]:
    """Makes an annotation of words in a text: quoted(text, words, kind, **fields)."""

    def make(text: str, words: str, kind: str = "actor", **fields: Any) -> Annotation:
        start = text.index(words)
        return _annotation(start, start + len(words), kind, quote=words, **fields)

    return make


@pytest.fixture
def hard_text() -> str:
    """Emoji, ZWJ families, Arabic, Hebrew, combining marks and no-break spaces."""
    return HARD_TEXT


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """An empty view on screen, 900 px wide."""
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


@pytest.fixture
def point_at() -> Callable[[ArticleView, int], QPoint]:
    """The middle of a letter in the viewport: point_at(view, code point)."""

    def point(view: ArticleView, offset: int) -> QPoint:
        rect = view._layer.geometry.rects(view._map.to_utf16(offset), view._map.to_utf16(offset + 1))[0]
        return (rect.center() - QPointF(0, view.verticalScrollBar().value())).toPoint()

    return point
