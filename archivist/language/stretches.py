# SPDX-License-Identifier: GPL-3.0-or-later
"""The stretches of a text that are in one language: a Ukrainian article may quote paragraphs in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from archivist.language.normalise import CYRILLIC, RUSSIAN_LETTER

_LANGUAGES = ("uk", "ru", "en")
_LATIN = re.compile("[a-z]")
_UKRAINIAN_LETTER = re.compile("[іїєґ]")  # an apostrophe may be a quotation mark in a line
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_ENOUGH = 20  # letters of another alphabet that tell the language of a line
_MANY = 3  # times as many as of the alphabet of the text


class Stretch(NamedTuple):
    """Whole lines of one language, [start, end) in code points."""

    start: int
    end: int
    language: str


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """The stretches of a text of `uk`, `ru` or `en`, which together are all of it.

    A line that tells nothing is in the language of the line before it. A text of another language is
    one stretch.
    """
    if language not in _LANGUAGES:
        yield Stretch(0, len(text), language)
        return
    start = 0
    for found, lines in groupby(_lines(text, language), key=lambda line: line[1]):
        end = start + sum(len(line) for line, _ in lines)
        yield Stretch(start, end, found)
        start = end


def _lines(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each line with its language."""
    current = language
    for line in text.splitlines(keepends=True):
        current = _told_by(line) or current
        yield line, current


def _told_by(line: str) -> str:
    """The language that the letters of a line tell, or ""."""
    words = _LINK.sub("", line.lower())
    latin, cyrillic = len(_LATIN.findall(words)), len(CYRILLIC.findall(words))
    if latin > max(_ENOUGH, _MANY * cyrillic):
        return "en"
    ukrainian, russian = len(_UKRAINIAN_LETTER.findall(words)), len(RUSSIAN_LETTER.findall(words))
    if ukrainian == russian or _MANY * cyrillic < latin:
        return ""
    return "uk" if ukrainian > russian else "ru"
