# SPDX-License-Identifier: GPL-3.0-or-later
"""What a click finds is what is painted there, in every writing, size and scale."""

from __future__ import annotations

import pytest

from archivist.ui.reader.view import ArticleView
from tests.ui.reader.painted_spans import apart, mismatches, mismatches_with_qt, overlapping, text

POINTS = 120


@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("size", [14, 17, 24])
def test_what_is_found_is_what_is_painted(view: ArticleView, size: int, scale: float) -> None:
    body = text(size)
    annotations = overlapping(body, size)
    view.set_reading_size(size)
    view.show_article(body, annotations)
    assert mismatches(view, annotations, POINTS, size, scale) == []


@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("size", [14, 17, 24])
def test_what_is_found_is_where_qt_paints_its_letters(view: ArticleView, size: int, scale: float) -> None:
    body = text(size + 100)
    annotations = apart(body, size)
    view.set_reading_size(size)
    view.show_article(body, annotations)
    assert mismatches_with_qt(view, annotations, POINTS, size, scale) == []
