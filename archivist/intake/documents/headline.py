# SPDX-License-Identifier: GPL-3.0-or-later
"""Which block of a document is its headline, and the text beginning with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.text import one_line

_WITHIN = 600  # characters of the text, and so many of its blocks, in which the headline is looked for
_BLOCKS = 8
_LONGEST = 300  # characters
_RUNNING = 15  # words of a block that is no byline, date or rubric
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of plain text; rank says how much of a heading it is, 0 for running text."""

    text: str
    rank: int = 0


def with_headline(blocks: Sequence[Block], titled: str) -> tuple[list[str], str]:
    """The texts of blocks, beginning with the headline, and that; "" where they show none.

    `titled` is what the file declares as its title. Where a block near the beginning says the same,
    that is the headline, else the highest heading there; where there is none, the title is put above.
    """
    texts = [one_line(block.text) if block.rank else block.text for block in blocks]
    number = _headline(blocks, texts, titled)
    if number is None:
        return ([titled, *texts], titled) if titled else (texts, "")
    headline = texts[number]
    # Some documents show it twice, as a title and as a heading.
    rest = [text for other, text in enumerate(texts) if other != number and (other >= _BLOCKS or text != headline)]
    return [headline, *rest], one_line(headline)


def _headline(blocks: Sequence[Block], texts: Sequence[str], titled: str) -> int | None:
    near, length = [], 0
    for number, block in enumerate(blocks[:_BLOCKS]):
        if length > _WITHIN:
            break
        near.append(number)
        length += 0 if block.rank else len(texts[number])
    short = [number for number in near if len(texts[number]) <= _LONGEST and _WORD.search(texts[number])]
    named = [number for number in short if _says_same(texts[number], titled)]
    if named:
        return named[0]
    # A heading below running text is that of a section.
    running = next((number for number in near if not blocks[number].rank and _is_running(texts[number])), len(blocks))
    headings = [number for number in short if blocks[number].rank and number < running]
    return max(headings, key=lambda number: (blocks[number].rank, -number)) if headings else None


def _is_running(text: str) -> bool:
    return len(_WORD.findall(text)) >= _RUNNING


def _says_same(text: str, title: str) -> bool:
    """Whether a block is the title, or most of it: titles name the outlet as well."""
    ours, theirs = _WORD.findall(text.casefold()), _WORD.findall(title.casefold())
    return bool(ours and theirs) and 2 * len(ours) >= len(theirs) and f" {' '.join(ours)} " in f" {' '.join(theirs)} "
