# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.documents.list_numbers import written


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "lowerRoman", "iv"), (449, "upperRoman", "CDXLIX"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"),
        (3, "russianUpper", "В"), (7, "decimalZero", "07"), (7, "none", ""), (7, "unheard of", "7"),
        (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_lists_show_them(number: int, form: str, text: str) -> None:
    assert written(number, form) == text
