# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever colour a tag has, its marks can be seen and the words on them read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from archivist.model import Annotation, Kind, Status, Tag
from archivist.ui.contrast import FOR_MARKS, FOR_TEXT, blend, contrast
from archivist.ui.reader.marks import Mark
from archivist.ui.reader.painting import Ink, Inks, paint_outline
from archivist.ui.reader.stretches import Stretch
from archivist.ui.reader.text_view import SELECTION, TAG_SELECTION
from archivist.ui.theme import DARK, LIGHT, Colours

SCHEMES = st.sampled_from([LIGHT, DARK])
TAG_COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def tag(colour: str, kind: Kind = Kind.EVENT) -> Tag:
    return Tag(1, "t", "t", kind, colour, "", None, "")


@given(SCHEMES, TAG_COLOURS)
def test_words_can_be_read_on_a_mark(colours: Colours, colour: str) -> None:
    ink, text = Ink(tag(colour), colours), QColor(colours.text)
    assert contrast(text, ink.fill) >= FOR_TEXT
    assert contrast(text, ink.strong_fill) >= FOR_TEXT


@given(SCHEMES, TAG_COLOURS)
def test_selected_words_can_be_read_on_a_mark(colours: Colours, colour: str) -> None:
    ground = blend(QColor(colours.accent), Ink(tag(colour), colours).fill, SELECTION)
    assert contrast(QColor(colours.text), ground) >= FOR_TEXT


@given(SCHEMES, TAG_COLOURS, TAG_COLOURS)
@example(DARK, "#fffff9", "#ffffff")
def test_words_that_are_swept_over_with_a_tag_can_be_read_on_a_mark(colours: Colours, held: str, colour: str) -> None:
    ground = blend(colours.mark(held), Ink(tag(colour), colours).fill, TAG_SELECTION)
    assert contrast(QColor(colours.text), ground) >= FOR_TEXT


@given(SCHEMES, TAG_COLOURS)
def test_lines_and_labels_can_be_seen(colours: Colours, colour: str) -> None:
    ink = Ink(tag(colour), colours)
    assert contrast(ink.line, QColor(colours.page)) >= FOR_MARKS
    assert contrast(ink.lettering, QColor(colours.page)) >= FOR_TEXT
    assert contrast(ink.lettering, ink.strong_fill) >= FOR_TEXT


@pytest.mark.parametrize("colour", ["", "not a colour"])
def test_a_tag_without_a_colour_is_shown_too(colour: str) -> None:
    assert contrast(Ink(tag(colour), DARK).line, QColor(DARK.page)) >= FOR_MARKS


def test_the_outline_of_a_chosen_mark_is_not_filled_with_what_was_drawn_before() -> None:
    ink = Ink(tag("#123456"), LIGHT)
    words = Annotation("", "", "", 0, 4, "", "", "", tag("#123456"), "", {}, None, Status.ANCHORED, "", "", "")
    mark = Mark(words, 0, 4)
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.page))
    with QPainter(image) as painter:
        painter.setBrush(QColor("#ff0000"))
        paint_outline(painter, Stretch(mark, [QRectF(10, 8, 50, 20)], True, True, 0, 4), ink)
    assert image.pixelColor(35, 16).name() == LIGHT.page


def test_tags_of_one_look_share_their_ink() -> None:
    inks = Inks(LIGHT)
    assert inks.of(tag("#123456")) is inks.of(tag("#123456"))
    assert inks.of(tag("#123456")) is not inks.of(tag("#123456", Kind.ACTOR))
