# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen only: pixels of the screen."""

from __future__ import annotations

import subprocess
from collections import Counter
from dataclasses import dataclass

from benchmarks.reading_desk.accessible import Box
from benchmarks.reading_desk.desk import Desk

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the screen, of so many pixels a line, each of three bytes."""

    width: int
    pixels: bytes

    def at(self, x: int, y: int) -> Colour:
        start = 3 * (y * self.width + x)
        red, green, blue = self.pixels[start : start + 3]
        return red, green, blue

    def colours(self, box: Box) -> set[Colour]:
        """Those in a rectangle."""
        down, across = range(box.top, box.top + box.height), range(box.left, box.left + box.width)
        return {self.at(x, y) for y in down for x in across}

    def most_common(self) -> list[Colour]:
        """The colours of which there is most."""
        height = len(self.pixels) // 3 // self.width
        counted = Counter(self.at(x, y) for y in range(0, height, 8) for x in range(0, self.width, 8))
        return [colour for colour, _ in counted.most_common(12)]


def copy_of(desk: Desk) -> Copy:
    """The screen as it is now."""
    taken = ("import", "-window", "root", "-depth", "8", "rgb:-")
    done = subprocess.run(taken, env=desk.environment, check=True, capture_output=True)
    return Copy(desk.look.size[0], done.stdout)


def differ(one: Copy, other: Copy, box: Box) -> bool:
    """Whether two copies differ in a rectangle."""
    down, across = range(box.top, box.top + box.height), range(box.left, box.left + box.width)
    return any(one.at(x, y) != other.at(x, y) for y in down for x in across)


def columns_differ(one: Copy, other: Copy, box: Box, moved: int) -> float:
    """How much of a rectangle is not found again where it went when it was moved down."""
    down, across = range(box.top, box.top + box.height), range(box.left, box.left + box.width)
    places = [(x, y) for y in down for x in across if y + moved > 0]
    return sum(one.at(x, y) != other.at(x, y + moved) for x, y in places) / max(1, len(places))
