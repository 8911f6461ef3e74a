# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in English texts: “%n article(s)” is the source, “1 article” and “2 articles” are what is shown."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class EnglishPlurals(QTranslator):
    """Installed where no translation is, as Qt by itself would show the brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        if n < 0 or "(s)" not in source:
            return source
        return source.replace("(s)", "" if n == 1 else "s")
