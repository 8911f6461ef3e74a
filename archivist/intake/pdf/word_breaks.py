# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that were broken at the end of a line, made whole.

A hyphen there may belong to the word (“south-east”) or not. Where the text itself writes the word
elsewhere, that decides; else the dictionaries do, and what they do not know is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from archivist.language.lemmas import is_listed

SOFT_HYPHEN = "\xad"
LINE_END_HYPHEN = "\x02"  # PDFium's mark for a hyphen that ends a line, which may be a part of the word
_HYPHENS = f"-\u2010\u2011{SOFT_HYPHEN}{LINE_END_HYPHEN}"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN = re.compile(rf"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)([{_HYPHENS}])$")
_REST = re.compile(r"[^\W\d_]+")
# Written with a hyphen in Ukrainian and Russian, whatever stands at its other side.
_BEFORE_HYPHEN = frozenset({"будь", "казна", "хтозна", "бозна", "кое"})
_AFTER_HYPHEN = frozenset({"небудь", "таки", "нибудь", "либо"})
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class WordBreaks:
    """Joins the lines of one text; the words in the middle of its lines are evidence."""

    def __init__(self, lines: Iterable[str]) -> None:
        found = (_WORD.finditer(line) for line in lines)
        self._known = {match[0].casefold() for match in chain.from_iterable(found) if match.end() < len(match.string)}

    @staticmethod
    def ends_in_hyphen(text: str) -> bool:
        return _BROKEN.search(text) is not None

    def joined(self, text: str, following: str) -> str:
        """A text and the line after it, with a space or, in a broken word, without."""
        broken = _BROKEN.search(text[-60:])
        rest = _REST.match(following)
        if not broken or not rest:
            return f"{text} {following}"
        stem = text[: -len(broken[2])]
        if broken[2] == SOFT_HYPHEN or (rest[0][0].islower() and not self._is_hyphenated(broken[1], rest[0])):
            return f"{stem}{following}"
        return f"{stem}-{following}"

    @staticmethod
    def cleaned(text: str) -> str:
        """A text without soft hyphens, and with plain ones for those that ended a line."""
        return text.replace(SOFT_HYPHEN, "").replace(LINE_END_HYPHEN, "-")

    def _is_hyphenated(self, first: str, rest: str) -> bool:
        """Whether the word is written with a hyphen."""
        whole, parted = f"{first}{rest}".casefold(), f"{first}-{rest}".casefold()
        if whole in self._known:
            return False
        if parted in self._known:
            return True
        if first.casefold() in _BEFORE_HYPHEN or rest.casefold() in _AFTER_HYPHEN:
            return True
        if _is_word(whole):
            return False
        last = first.rpartition("-")[2].casefold()
        return len(last) > 1 and len(rest) > 2 and _is_word(last) and _is_word(rest.casefold())  # noqa: PLR2004


def _is_word(word: str) -> bool:
    languages = ("uk", "ru") if _CYRILLIC.search(word) else ("en",)
    return any(is_listed(word, language) for language in languages)
