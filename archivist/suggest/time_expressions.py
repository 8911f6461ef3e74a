# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates that a text names, resolved against its day of publication, as EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archivist.model import Kind, Suggestion
from archivist.written_dates import written_date

_WRITTEN = re.compile(r"(?<![\w.])(?:\d{1,2} [^\W\d_]{3,10}(?: \d{4})?|\d{4}-\d\d-\d\d|\d{1,2}\.\d\d\.\d{4})(?![\w])")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date named at [start, end), in code points."""

    start: int
    end: int
    edtf: str
    confidence: float  # 0 to 1
    with_day: bool  # it names a single day


def find_dates(text: str, language: str, published: str) -> list[DateExpression]:
    """The dates that a text in `uk`, `ru` or `en` names, in order and without overlaps.

    published is EDTF and may be partial or "": what cannot be resolved without it is left out.
    """
    found = []
    for match in _WRITTEN.finditer(text):
        edtf = written_date(match.group()) or written_date(f"{match.group()} {published[:4]}")
        if edtf:
            found.append(DateExpression(match.start(), match.end(), edtf, 0.9, with_day=True))
    return found


def suggest_dates(text: str, language: str, published: str) -> list[Suggestion]:
    """What find_dates() finds, as suggestions of kind date."""
    return [
        Suggestion(
            start=found.start,
            end=found.end,
            quote=text[found.start : found.end],
            kind=Kind.DATE,
            attributes={"edtf": found.edtf},
            confidence=found.confidence,
            source="date",
        )
        for found in find_dates(text, language, published)
    ]
