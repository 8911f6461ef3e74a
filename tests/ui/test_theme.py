# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Kind
from archivist.ui.contrast import FOR_MARKS, FOR_TEXT, contrast
from archivist.ui.theme import DARK, LIGHT, Colours, Scheme, Theme, colours_of, palette_of, reading_font, style_sheet

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    yield Theme(qapp, Scheme.LIGHT)
    qapp.setStyleSheet("")
    qapp.setPalette(before)


@BOTH
@pytest.mark.parametrize("ground", ["page", "window", "raised", "hover", "selection", "hit", "current_hit"])
def test_text_is_readable_everywhere(colours: Colours, ground: str) -> None:
    assert contrast(QColor(colours.text), QColor(getattr(colours, ground))) >= FOR_TEXT


@BOTH
@pytest.mark.parametrize("name", ["muted", "accent", "event", "actor", "figure", "warning", "error"])
@pytest.mark.parametrize("ground", ["page", "window", "raised"])
def test_coloured_text_is_readable(colours: Colours, name: str, ground: str) -> None:
    assert contrast(QColor(getattr(colours, name)), QColor(getattr(colours, ground))) >= FOR_TEXT


@BOTH
def test_the_default_button_is_readable(colours: Colours) -> None:
    assert contrast(QColor(colours.on_accent), QColor(colours.accent)) >= FOR_TEXT


@BOTH
@pytest.mark.parametrize("tag", ["#ffe100", "#ffffff", "#000000", "#1f5fa8", "#00ff7f"])
def test_a_tags_own_colour_shows_on_the_page(colours: Colours, tag: str) -> None:
    page = QColor(colours.page)
    assert contrast(colours.mark(tag), page) >= FOR_MARKS
    assert contrast(colours.lettering(tag), page) >= FOR_TEXT


@BOTH
def test_a_palette_knows_its_colours(colours: Colours) -> None:
    assert colours_of(palette_of(colours)) is colours


def test_the_kinds_have_three_hues() -> None:
    hues = sorted(LIGHT.kind(kind).hue() for kind in Kind)
    assert all(later - earlier > 30 for earlier, later in pairwise(hues))


@BOTH
def test_the_style_sheet_is_filled_in(colours: Colours) -> None:
    assert not re.search(r"\$\w", style_sheet(colours).split("*/", 1)[1])


def test_changing_over_reaches_every_widget(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert widget.palette().color(QPalette.ColorRole.Base) == QColor(DARK.page)
    theme.set_scheme(Scheme.LIGHT)
    assert widget.palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.page)


def test_a_desktop_that_says_nothing_is_light(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme(Scheme.SYSTEM)
    assert theme.colours is LIGHT


def test_the_reading_font_has_the_size_asked_for(qapp: QApplication) -> None:
    assert reading_font(18).pixelSize() == 18
