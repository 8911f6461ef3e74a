# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in texts: which form follows which number.

In English “%n article(s)” is the source, “1 article” and “2 articles” are what is shown.
A number is written as the language writes it: 1,578 articles, and never 1578 beside 1,578.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_TENS, _HUNDREDS = 10, 100
_TEENS = range(11, 15)
_FEW = range(2, 5)


class EnglishPlurals(QTranslator):
    """Installed where no translation is, as Qt by itself would show the brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        if n < 0:
            return source
        return grouped(source.replace("(s)", "" if n == 1 else "s"))


def grouped(text: str) -> str:
    """A text whose number Qt puts in as the language groups its digits."""
    return text.replace("%n", "%Ln")


def ukrainian_form(number: int) -> int:
    """Which of the three forms follows a number: 0 of 1 стаття, 1 of 2 статті, 2 of 5 статей (CLDR: one, few, many)."""
    if number % _HUNDREDS in _TEENS:
        return 2
    last = number % _TENS
    return 0 if last == 1 else 1 if last in _FEW else 2
