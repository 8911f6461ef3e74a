# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from archivist.ui.reader.label_lines import label_lines
from archivist.ui.reader.label_words import LabelWords

CLAIM = LabelWords(("18 killed", "interior ministry", "as of 6 Jan"))
LINKED = LabelWords(("person", "Олена Дорошенко"), telling=1)


@pytest.fixture(scope="module")
def metrics(qapp: QApplication) -> QFontMetricsF:
    font = QFont()
    font.setPixelSize(13)
    return QFontMetricsF(font)


def lines(words: LabelWords, as_wide_as: str, rows: int, metrics: QFontMetricsF) -> list[str]:
    return label_lines(words, metrics.horizontalAdvance(as_wide_as) + 1, rows, metrics)


def test_what_fits_stands_on_one_line(metrics: QFontMetricsF) -> None:
    assert lines(CLAIM, CLAIM.text, 3, metrics) == ["18 killed · interior ministry · as of 6 Jan"]


@pytest.mark.parametrize(
    ("as_wide_as", "shown"),
    [
        ("18 killed · interior ministry …", "18 killed · interior ministry …"),  # a date is not cut
        ("18 killed · interior minis…", "18 killed · interior minis…"),
        ("18 killed · int…", "18 killed …"),  # so little of it says nothing
        ("18 killed …", "18 killed …"),
        ("18 kil…", "18 kil…"),
    ],
)
def test_later_parts_of_a_claim_go_first(metrics: QFontMetricsF, as_wide_as: str, shown: str) -> None:
    assert lines(CLAIM, as_wide_as, 1, metrics) == [shown]


def test_of_a_linked_annotation_the_name_stays(metrics: QFontMetricsF) -> None:
    assert lines(LINKED, "Олена Дорошенко", 1, metrics) == ["Олена Дорошенко"]
    assert lines(LINKED, "Олена Доро…", 1, metrics) == ["Олена Доро…"]


def test_where_there_are_rows_parts_go_on_in_them(metrics: QFontMetricsF) -> None:
    assert lines(CLAIM, "interior ministry", 3, metrics) == ["18 killed", "interior ministry", "as of 6 Jan"]
    assert lines(CLAIM, "interior ministry …", 2, metrics) == ["18 killed", "interior ministry …"]
    assert lines(LINKED, "Олена Дорошенко", 2, metrics) == ["person", "Олена Дорошенко"]


def test_a_part_that_is_longer_than_a_row_is_broken_at_a_space(metrics: QFontMetricsF) -> None:
    words = LabelWords(("Міністерство надзвичайних ситуацій",))
    assert lines(words, "Міністерство над", 3, metrics) == ["Міністерство", "надзвичайних", "ситуацій"]


PARTS = st.lists(st.text("аб 1…x", min_size=1, max_size=30).map(str.strip).filter(bool), min_size=1, max_size=4)


@given(PARTS, st.integers(0, 1), st.floats(30, 300), st.integers(1, 3))
def test_no_line_is_too_wide_and_none_too_many(
    metrics: QFontMetricsF, parts: list[str], telling: int, width: float, rows: int
) -> None:
    broken = label_lines(LabelWords(tuple(parts), telling * (len(parts) - 1)), width, rows, metrics)
    assert 1 <= len(broken) <= rows
    assert all(metrics.horizontalAdvance(line) <= width for line in broken)
