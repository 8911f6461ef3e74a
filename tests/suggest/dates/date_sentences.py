# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads date_sentences.txt: sentences with the dates that should be found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARKED = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


@dataclass(frozen=True)
class Sentence:
    """A sentence and its dates as (start, end, EDTF)."""

    language: str
    published: str
    text: str
    dates: tuple[tuple[int, int, str], ...]


def sentences() -> Iterator[Sentence]:
    """Every sentence of the table."""
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, published, marked = line.split(" ", 2)
            yield _sentence(language, published.strip("-"), marked)


def _sentence(language: str, published: str, marked: str) -> Sentence:
    text, dates, after = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[after : match.start()]
        dates.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        after = match.end()
    return Sentence(language, published, text + marked[after:], tuple(dates))
