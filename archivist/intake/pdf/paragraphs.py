# SPDX-License-Identifier: GPL-3.0-or-later
"""From the lines of a PDF's pages to paragraphs, headings and tables as blocks of plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from archivist.intake.pdf.layout import Block, Line, joined_words
from archivist.intake.pdf.tables import table_rows
from archivist.intake.pdf.word_breaks import WordBreaks

_LIKE_SIZE = 1.12
_CLOSE = 0.3  # the share of all gaps between lines that are no wider than that inside a paragraph
_WIDER_GAP = 0.35  # heights more between two paragraphs than between two lines
_INDENT, _DEEPEST_INDENT = 0.6, 6.0  # heights
_ALIGNED = 0.5  # heights
_SLACK = 0.5  # heights that the last word of a full line may be short of the margin
_WIDE = 0.75  # of the width of a column, that a quotation in it has
_HEADING = 1.15  # times as high as the running text
_SENTENCE_END = re.compile(r"[.!?:;…][»”’\"')\]]*$")
_ENDS = re.compile(r"[.!?:;…|]\W*$|^\W*$")
_ITEM = re.compile(r"(?:[•●▪■◦‣·*▸✓→]|\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?|[a-zа-яіїє]\))\s", re.IGNORECASE)
_DASH = re.compile(r"[–—-]\s")
_LONGEST_ITEM, _LINES_OF_ITEM = 200, 2  # characters and lines of the items that make one block
_LETTER = re.compile(r"[^\W\d_]")
_LINES_OF_COLUMN = 3  # at least, where only its full width tells that it goes on


@dataclass(slots=True)
class Paragraph:
    """A block of plain text, the height of its letters in points, and the page, from 1, where it begins."""

    text: str
    height: float
    page: int
    bold: bool = False


def paragraphs(pages: Sequence[tuple[int, Sequence[Block]]]) -> list[Paragraph]:
    """The paragraphs of pages, each a number and its blocks in the order of reading.

    A sentence that plainly goes on in the next column or on the next page stays in one paragraph.
    """
    all_blocks = [block for _, blocks in pages for block in blocks]
    breaks = WordBreaks(line.text for block in all_blocks for line in block.lines)
    spacing, usual = _spacing(all_blocks), _usual_height(all_blocks)
    found: list[Paragraph] = []
    unfinished: Block | None = None  # the column before, if it ends in running text, and its last paragraph
    last: Paragraph | None = None
    for number, blocks in pages:
        for block in blocks:
            parts = _parts(block.lines, spacing)
            for index, part in enumerate(parts):
                text = _text(part, breaks)
                if not text:
                    continue
                first = part.lines[0]
                goes_on = unfinished and _is_continued(unfinished.lines[-1], unfinished, first, block)
                if index == 0 and last and goes_on and not part.is_table:
                    last.text = breaks.joined(last.text, text)
                elif index and _is_next_item(parts[index - 1], part, text):
                    found[-1].text += f"\n{text}"
                else:
                    found.append(Paragraph(text, median(line.height for line in part.lines), number, _bold(part)))
            # Notes at the foot of a page stand between the halves of a sentence.
            if _LIKE_SIZE * max(line.height for line in block.lines) >= usual:
                unfinished, last = None if parts[-1].is_table else block, found[-1] if found else None
    return found


def running_height(found: Iterable[Paragraph]) -> float:
    """The height of the letters of most of the text, 0.0 where there is none."""
    heights: Counter[float] = Counter()
    for paragraph in found:
        heights[round(paragraph.height * 2) / 2] += len(paragraph.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def is_heading(paragraph: Paragraph, running: float) -> bool:
    """Whether a paragraph is set in clearly larger letters than the running text."""
    return paragraph.height >= _HEADING * running


@dataclass(slots=True)
class _Part:
    """Lines that make a paragraph or a table; broken says after which of them the line was ended on purpose."""

    lines: list[Line]
    broken: list[bool]
    is_table: bool = False


def _spacing(blocks: Sequence[Block]) -> float:
    """The gap between the lines of most paragraphs, in heights of their letters."""
    gaps = sorted(
        (one.bottom - other.top) / one.height
        for block in blocks
        for one, other in pairwise(block.lines)
        if not _is_other_style(one, other)
    )
    return gaps[int(_CLOSE * len(gaps))] if gaps else 0.0


def _usual_height(blocks: Sequence[Block]) -> float:
    heights: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            heights[round(line.height, 1)] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def _parts(lines: Sequence[Line], spacing: float) -> list[_Part]:
    rows = table_rows(lines)
    parts: list[_Part] = []
    column: list[Line] = []
    for number, line in enumerate(lines):
        if rows[number]:
            parts += _split(column, spacing)
            column = []
            if number and rows[number - 1] and parts:
                parts[-1].lines.append(line)
            else:
                parts.append(_Part([line], [], is_table=True))
        else:
            column.append(line)
    return parts + _split(column, spacing)


def _split(lines: Sequence[Line], spacing: float) -> list[_Part]:
    """The paragraphs of lines that follow each other in a column."""
    if not lines:
        return []
    rights = _rights(lines)
    centred, starts = _is_centred(lines), _starts_by_indent(lines)
    gaps = [(one.bottom - other.top) / one.height for one, other in pairwise(lines) if not _is_other_style(one, other)]
    if len(gaps) > 1:  # a column may be set more loosely than the rest of the text
        spacing = max(spacing, min(gaps))
    parts = [_Part([lines[0]], [])]
    for number, line in enumerate(lines[1:], start=1):
        before = lines[number - 1]
        on_purpose = _is_broken_on_purpose(before, line, rights[number - 1]) and not centred
        begins = (
            before.bottom - line.top > (spacing + _WIDER_GAP) * line.height
            or _begins_item(before, line, on_purpose=on_purpose)
            or (on_purpose and _SENTENCE_END.search(before.text))
            or (not centred and starts[number])
        )
        if _is_other_style(before, line) or (begins and (on_purpose or not _plainly_goes_on(before, line))):
            parts.append(_Part([line], []))
        else:
            parts[-1].broken.append(on_purpose)
            parts[-1].lines.append(line)
    return parts


def _rights(lines: Sequence[Line]) -> list[float]:
    """The margin at which each line had to end for the next: in a quotation, all indented, its own, or the column's."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    level: list[list[Line]] = []  # lines that follow each other and begin below each other
    for line in lines:
        if level and abs(line.left - level[-1][0].left) <= _ALIGNED * line.height:
            level[-1].append(line)
        else:
            level.append([line])
    rights: list[float] = []
    for run in level:
        own = max(line.right for line in run)
        is_quotation = run[0].left - left > _INDENT * run[0].height and own - left > _WIDE * (right - left)
        rights += [*[own if is_quotation else right] * (len(run) - 1), right]
    return rights


def _plainly_goes_on(before: Line, line: Line) -> bool:
    """Whether a line is surely no beginning, however it stands: it goes on with a word, or a sentence."""
    if not line.text[:1].islower() or _ITEM.match(line.text):
        return False
    return WordBreaks.ends_in_hyphen(before.text) or not _ENDS.search(before.text)


def _is_next_item(before: _Part, part: _Part, text: str) -> bool:
    """Whether a part is an item of a list of short ones, as the part before is."""
    if before.is_table or part.is_table or _is_other_style(before.lines[-1], part.lines[0]):
        return False
    short = len(text) <= _LONGEST_ITEM and len(before.lines) <= _LINES_OF_ITEM
    return short and all(_ITEM.match(one.lines[0].text) or _DASH.match(one.lines[0].text) for one in (before, part))


def _is_centred(lines: Sequence[Line]) -> bool:
    slack = _ALIGNED * lines[0].height
    centres, lefts = [line.centre for line in lines], [line.left for line in lines]
    return max(centres) - min(centres) <= slack and max(lefts) - min(lefts) > slack


def _is_other_style(before: Line, line: Line) -> bool:
    heights = before.height, line.height
    if max(heights) > _LIKE_SIZE * min(heights):
        return True
    # A sentence may begin in bold letters.
    goes_on = line.text[:1].islower() and not _SENTENCE_END.search(before.text)
    return before.bold != line.bold and not goes_on


def _begins_item(before: Line, line: Line, *, on_purpose: bool) -> bool:
    if _ITEM.match(line.text):
        return True
    return _DASH.match(line.text) is not None and (on_purpose or _SENTENCE_END.search(before.text) is not None)


def _starts_by_indent(lines: Sequence[Line]) -> list[bool]:
    """Which lines begin a paragraph by where they begin: by an indent, or where the others are indented, without."""
    left = min(line.left for line in lines)
    indented = [_INDENT * line.height <= line.left - left <= _DEEPEST_INDENT * line.height for line in lines]
    if 2 * sum(indented) > len(lines) and not indented[0]:
        return [not one for one in indented]
    starts = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        following = lines[number + 1] if number + 1 < len(lines) else None
        goes_on_left = following is None or following.left < line.left - _ALIGNED * line.height
        level = before is not None and abs(before.left - line.left) <= _ALIGNED * line.height
        starts.append(indented[number] and (goes_on_left if level else before is None or before.left < line.left))
    return starts


def _is_broken_on_purpose(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have had room at the end of the one before."""
    if line.words[0].runs_left or WordBreaks.ends_in_hyphen(before.text):
        return False
    first = line.words[0]
    return right - before.right > first.right - first.left + _SLACK * line.height


def _is_continued(last: Line, column: Block, first: Line, following: Block) -> bool:
    """Whether the last line of a column, or page, plainly goes on in the first of the next."""
    short = column.right - last.right
    if short > _DEEPEST_INDENT * last.height or _is_other_style(last, first) or _SENTENCE_END.search(last.text):
        return False
    if first.text[:1].islower() or (WordBreaks.ends_in_hyphen(last.text) and _LETTER.match(first.text)):
        return True
    indented = first.left - following.left > _INDENT * first.height
    full = short <= _SLACK * last.height and len(column.lines) >= _LINES_OF_COLUMN
    return full and not indented and len(following.lines) >= _LINES_OF_COLUMN


def _bold(part: _Part) -> bool:
    return all(line.bold for line in part.lines)


def _text(part: _Part, breaks: WordBreaks) -> str:
    if part.is_table:
        rows = (" | ".join(breaks.cleaned(joined_words(cell)) for cell in line.cells) for line in part.lines)
        return "\n".join(row for row in rows if row.strip(" |"))
    text = part.lines[0].text
    by_lines = 2 * sum(part.broken) >= len(part.broken)  # a poem, an address; in a paragraph it is an accident
    for line, on_purpose in zip(part.lines[1:], part.broken, strict=True):
        text = f"{text}\n{line.text}" if on_purpose and by_lines else breaks.joined(text, line.text)
    return breaks.cleaned(text)
