# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that the rooms below the window made in English, in the language of the interface.

The archive keeps the name of a step, and a search says what it stumbles over, as one English
sentence with values in it. A rewording knows these sentences as templates, finds the values by
them and puts them into the translated template. What it does not know is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject

from archivist.model import Kind
from archivist.ui.wording import Wording

_HOLE = re.compile(r"\{(\w+)\}")
_FIGURE = r"-?\d[\d.,]*"
_HELD = {
    "count": r"\d+",
    "kind": "|".join(Kind),
    "figure": _FIGURE,
    "other_figure": _FIGURE,
}  # what a hole of this name holds; of another name, anything


class Rewording(QObject):
    """Templates of sentences in English; `make translations` finds them as it finds what tr() is called with."""

    TEMPLATES: ClassVar[tuple[str, ...]] = ()

    def reworded(self, said: str) -> str:
        """A sentence in the language of the interface; one that is not known as it is."""
        known = self.known(said)
        return said if known is None else known

    def known(self, said: str) -> str | None:
        """A sentence in the language of the interface; None where it is not known."""
        for template, pattern in _patterns(self.TEMPLATES):
            match = pattern.fullmatch(said)
            if match and self._fits(template):
                words = {name: self._word(name, value) for name, value in match.groupdict().items()}
                return QCoreApplication.translate(type(self).__name__, template).format(**words)
        return None

    def _fits(self, template: str) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a sentence that a template matches may be one of it."""
        return True

    def _word(self, name: str, value: str) -> str:
        return Wording().kind(Kind(value)) if name == "kind" else value


@cache
def _patterns(templates: tuple[str, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """Templates and what they match, those first that say most."""
    by_words = sorted(templates, key=lambda template: (-len(_HOLE.sub("", template)), "{kind}" not in template))
    return [(template, sentence_pattern(template)) for template in by_words]


@cache
def sentence_pattern(template: str) -> re.Pattern[str]:
    """What a sentence with holes may be; what stands in a hole is a group of its name."""
    pieces = _HOLE.split(template)  # words and names of holes in turn
    written: list[str] = []
    seen: set[str] = set()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            written.append(re.escape(piece))
        elif piece in seen:
            written.append(f"(?P={piece})")
        else:
            written.append(f"(?P<{piece}>{_HELD.get(piece, '.*')})")
            seen.add(piece)
    return re.compile("".join(written), re.DOTALL)
