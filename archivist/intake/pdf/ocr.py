# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a picture of a page, read by the program tesseract where it is installed."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from statistics import median

from archivist.intake.pdf.words import Word

LANGUAGES = ("ukr", "rus", "eng")  # as tesseract names them
_SECONDS_TO_ASK = 10
_LINE, _WORD = "4", "5"  # levels of the rows of its table
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page in the order of reading, and how sure the program is of its letters, from 0 to 100."""

    words: tuple[Word, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The installed program, and those of our languages that it can read."""

    program: str
    version: str
    languages: tuple[str, ...]

    def recognise(self, width: int, height: int, grey: bytes, *, dpi: int, seconds: float) -> Recognised | None:
        """The text of a picture of one byte a point, row by row; None where it took too long or failed."""
        picture = b"P5 %d %d 255\n" % (width, height) + grey
        command = [self.program, "stdin", "stdout", "-l", "+".join(self.languages), "--dpi", str(dpi), "tsv"]
        try:
            done = _run(command, picture, seconds)
        except (OSError, subprocess.SubprocessError):
            return None
        table = io.StringIO(done.decode("utf-8", "replace"))
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
        return _recognised(rows, height, _POINTS_PER_INCH / dpi)


@cache
def tesseract() -> Tesseract | None:
    """The program as it is installed, None where it is not, or has none of our languages."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        version = _run([program, "--version"], b"", _SECONDS_TO_ASK).decode("utf-8", "replace").split("\n", 1)[0]
        listed = _run([program, "--list-langs"], b"", _SECONDS_TO_ASK).decode("utf-8", "replace").split()
    except (OSError, subprocess.SubprocessError):
        return None
    languages = tuple(language for language in LANGUAGES if language in listed)
    return Tesseract(program, version.strip(), languages) if languages else None


def _run(command: list[str], given: bytes, seconds: float) -> bytes:
    # One thread: pages are read by as many processes as there are cores.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(  # noqa: S603 - the program was found on the person's own path, nothing of a file is in the command
        command,
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
        env=environment,
    )
    return done.stdout


def _recognised(rows: list[dict[str, str]], height: int, scale: float) -> Recognised:
    """The words, as high as most lines of their block, so that the letters of a line do not tell its size."""
    heights = defaultdict(list)
    middles = {}
    for row in rows:
        if row["level"] == _LINE:
            heights[row["block_num"]].append(int(row["height"]))
            middles[_line(row)] = int(row["top"]) + int(row["height"]) / 2
    words, sure = [], 0.0
    for row in rows:
        text = (row["text"] or "").strip()
        if row["level"] != _WORD or not text:
            continue
        middle, half = middles[_line(row)], median(heights[row["block_num"]]) / 2
        left, right = int(row["left"]), int(row["left"]) + int(row["width"])
        top, bottom = height - middle + half, height - middle - half
        words.append(Word(text, left * scale, bottom * scale, right * scale, top * scale))
        sure += float(row["conf"]) * len(text)
    return Recognised(tuple(words), sure / max(1, sum(len(word.text) for word in words)))


def _line(row: dict[str, str]) -> tuple[str, str, str]:
    return row["block_num"], row["par_num"], row["line_num"]
