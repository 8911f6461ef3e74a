# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that multiply the number before them: “тис.”, “millions”."""

from __future__ import annotations

from archivist.language.number_words import MAGNITUDES
from archivist.suggest.figures.tokens import Reader

ABBREVIATED = frozenset({"тис", "тыс", "млн", "млрд", "трлн", "mln", "bln", "tln", "trn", "doz"})


def magnitude_at(reader: Reader, index: int) -> tuple[int, int] | None:
    """The magnitude that this token is, and the token after it, a full stop of an abbreviation left behind."""
    form = reader.form(index)
    value = MAGNITUDES[reader.language].get(form)
    if value is None or not reader.on_one_line(index):
        return None
    dotted = form in ABBREVIATED and reader.form(index + 1) == "." and reader.touches(index + 1)
    return value, index + 1 + dotted
