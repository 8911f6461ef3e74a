# SPDX-License-Identifier: GPL-3.0-or-later
"""From the words on a page to lines, and blocks of lines in the order in which they are read.

The order in which a file draws its text is kept, as it is nearly always that of reading, unless it
puts something above what it drew before: then blocks are ordered by where they stand, each column
from its top to its foot (after T. Breuel, “High performance document layout analysis”, 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from archivist.intake.pdf.words import Word

_LEVEL = 0.5  # the share of their height at which words of a line stand
_SPACE = 0.15  # heights between two words that no space parts in the file
_CELL = 1.5  # heights between the cells of a row, at least
_STEP_BACK = 0.5  # heights
_INTO_NEXT = 0.12  # heights by which a word in a gap may reach into its neighbours
_DROP_CAP = 1.7  # times as high as the letters after it
_LIKE_SIZE = 1.25
_NEAR = 1.8  # heights between a line and the next of its block
_HELD = 0.3  # the share of a line's width that is above or below another
_FEWEST_ROWS = 4  # that show where a column ends
_MOST_ROWS_PARTED = 0.6
_FULL = 0.6  # the share of a column's width that its lines take, where it holds running text
_RUNNING_TEXT = 15  # characters a line
_MOST_BLOCKS = 100  # of a page, to be ordered by place
_MOST_LINES = 600  # of a page, in whose gaps other words are looked for


@dataclass
class Line:
    """Words that stand beside each other, in the order of reading."""

    words: list[Word]

    @cached_property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return min(word.bottom for word in self.words)

    @cached_property
    def top(self) -> float:
        return max(word.top for word in self.words)

    @cached_property
    def height(self) -> float:
        """Of most of its letters."""
        return median(word.height for word in self.words for _ in word.text)

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def text(self) -> str:
        return joined_words(self.words)

    @cached_property
    def cells(self) -> list[list[Word]]:
        """The words of the line, parted where the space is wide."""
        cells = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            wide = word.left - before.right > _CELL * self.height and not (word.runs_left or before.runs_left)
            cells.append([word]) if wide else cells[-1].append(word)
        return cells

    @cached_property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def level_with(self, other: Line) -> float:
        return (min(self.top, other.top) - max(self.bottom, other.bottom)) / min(self.height, other.height)


@dataclass
class Block:
    """Lines below each other that belong together by size and place."""

    lines: list[Line] = field(default_factory=list)

    @cached_property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @cached_property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @cached_property
    def bottom(self) -> float:
        return min(line.bottom for line in self.lines)

    @cached_property
    def top(self) -> float:
        return max(line.top for line in self.lines)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def joined_words(words: Sequence[Word]) -> str:
    """The text of words that stand beside each other."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        drop_cap = len(before.text) == 1 and before.text.isalpha() and before.height > _DROP_CAP * word.height
        apart = word.left - before.right > _SPACE * min(before.height, word.height)
        parts.append(" " if (word.spaced or apart) and not drop_cap else "")
        parts.append(word.text)
    return "".join(parts)


def page_lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a page in the order in which they are drawn."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and _same_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return _gaps_filled([Line(line) for line in lines])


def _same_line(before: Word, word: Word) -> bool:
    if before.level_with(word) < _LEVEL:
        return False
    if word.runs_left or before.runs_left:
        return True
    return word.left >= before.right - _STEP_BACK * min(before.height, word.height)


def _gaps_filled(lines: list[Line]) -> list[Line]:
    """The lines, with those whose words all stand in the gaps of another as parts of it.

    Some programs draw all words, or even all letters, of one font first, then those of the others.
    """
    if len(lines) > _MOST_LINES:
        return lines
    inserted: dict[int, list[Word]] = {}
    filling = set()
    for number, line in enumerate(lines):
        for other, around in enumerate(lines):
            if other != number and other not in filling and _fits_into(line, around):
                inserted.setdefault(other, []).extend(line.words)
                filling.add(number)
                break
    filled = (_with(line, inserted[number]) if number in inserted else line for number, line in enumerate(lines))
    return [line for number, line in enumerate(filled) if number not in filling]


def _fits_into(line: Line, around: Line) -> bool:
    if not (around.left < line.left and line.right < around.right and around.level_with(line) > _LEVEL):
        return False
    gaps = [(before.right, word.left) for before, word in pairwise(around.words)]
    return all(
        any(left - _slack(word) <= word.left and word.right <= right + _slack(word) for left, right in gaps)
        for word in line.words
    )


def _slack(word: Word) -> float:
    return _INTO_NEXT * word.height


def _with(line: Line, inserted: Sequence[Word]) -> Line:
    """A line with further words in it; whether a space stands beside these, only their places say."""
    for word in inserted:
        word.spaced = False
    words = sorted([*line.words, *inserted], key=_left)
    new = set(map(id, inserted))
    for before, word in pairwise(words):
        if id(before) in new:
            word.spaced = False
    return Line(words)


def _gaps(line: Line) -> list[tuple[float, float]]:
    cells = line.cells
    return [(before[-1].right, cell[0].left) for before, cell in pairwise(cells)]


def _left(word: Word) -> float:
    return word.left


def page_blocks(lines: Sequence[Line]) -> list[Block]:
    """The lines in blocks, in the order of reading."""
    blocks: list[Block] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1].lines[-1], line):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line]))
    parted = [part for block in blocks for part in _columns(block)]
    return _by_place(parted) if _is_against_order(parted) and len(parted) <= _MOST_BLOCKS else parted


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a line is the next of the block that another ends so far."""
    height = max(line.height, below.height)
    if height > _LIKE_SIZE * min(line.height, below.height):
        return False
    distance = line.bottom - below.top
    return -height <= distance <= _NEAR * height and line.top > below.top and _overlap(line, below) > 0


def _overlap(one: Line | Block, other: Line | Block) -> float:
    """The share of the narrower one's width that is above or below the other."""
    width = max(min(one.right - one.left, other.right - other.left), 0.1)
    return (min(one.right, other.right) - max(one.left, other.left)) / width


def _columns(block: Block) -> list[Block]:
    """The columns of a block that was drawn line by line across them; a table is left whole."""
    parted = [line for line in block.lines if len(line.cells) > 1]
    if len(parted) < max(_FEWEST_ROWS, _MOST_ROWS_PARTED * len(block.lines)):
        return [block]
    left = max(gap[0] for gap in map(_widest_gap, parted))
    right = min(gap[1] for gap in map(_widest_gap, parted))
    if left >= right:
        return [block]
    middle = (left + right) / 2
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in block.lines:
        halves = (
            [word for word in line.words if word.right <= middle],
            [word for word in line.words if word.left >= middle],
        )
        if len(halves[0]) + len(halves[1]) != len(line.words):
            return [block]
        for side, half in zip(sides, halves, strict=True):
            if half:
                side.append(Line(half))
    if not all(map(_is_running_text, sides)):
        return [block]
    return [column for side in sides for column in _columns(Block(side))]


def _widest_gap(line: Line) -> tuple[float, float]:
    return max(_gaps(line), key=lambda gap: gap[1] - gap[0])


def _is_running_text(lines: Sequence[Line]) -> bool:
    if len(lines) < _FEWEST_ROWS:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = sum(line.right - line.left for line in lines) / len(lines)
    return filled >= _FULL * width and sum(len(line.text) for line in lines) >= _RUNNING_TEXT * len(lines)


def _is_against_order(blocks: Sequence[Block]) -> bool:
    """Whether a block stands above one that was drawn before it."""
    return any(
        block.bottom >= before.middle and _overlap(before, block) > _HELD
        for number, block in enumerate(blocks[: _MOST_BLOCKS + 1])
        for before in blocks[:number]
    )


def _by_place(blocks: Sequence[Block]) -> list[Block]:
    """The blocks so that each comes after what is above it, and columns from left to right."""
    waiting = {number: set[int]() for number in range(len(blocks))}
    for number, before in waiting.items():
        before.update(
            other for other in waiting if other != number and _precedes(blocks[other], blocks[number], blocks)
        )
    ordered: list[int] = []
    while waiting:
        free = [number for number, before in waiting.items() if not before]
        # Blocks that lie over each other may each wait for the other.
        following = min(free or waiting, key=lambda number: (-blocks[number].top, blocks[number].left))
        if free and ordered:
            last = blocks[ordered[-1]]
            below = [number for number in free if _overlap(last, blocks[number]) > _HELD]
            following = max(below, key=lambda number: blocks[number].top) if below else following
        ordered.append(following)
        del waiting[following]
        for before in waiting.values():
            before.discard(following)
    return [blocks[number] for number in ordered]


def _precedes(one: Block, other: Block, blocks: Sequence[Block]) -> bool:
    if _overlap(one, other) > _HELD:
        return one.middle > other.middle
    if one.right > other.left + _STEP_BACK:
        return False
    # It is to the left; but what spans both, between them, ends the columns above it.
    upper, lower = max(one.middle, other.middle), min(one.middle, other.middle)
    return not any(
        lower < between.middle < upper and _overlap(one, between) > 0 and _overlap(other, between) > 0
        for between in blocks
        if between is not one and between is not other
    )
