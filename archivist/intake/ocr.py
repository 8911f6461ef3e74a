# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a picture of a page, read by the program tesseract where it is installed."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from archivist.intake.word_breaks import WordBreaks

LANGUAGES = ("ukr", "rus", "eng")  # as tesseract names them
_SECONDS_TO_ASK = 10
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The paragraphs of a page, and how sure the program is of its letters, from 0 to 100."""

    paragraphs: list[str]
    confidence: float
    letters: int


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
        return _recognised(done.decode("utf-8", "replace"))


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


def _recognised(table: str) -> Recognised:
    rows = [row for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE) if _is_word(row)]
    lines = list(_lines(rows))
    breaks = WordBreaks(line for _, line in lines)
    paragraphs = []
    for _, group in groupby(lines, key=lambda line: line[0]):
        text = ""
        for _, line in group:
            text = breaks.joined(text, line) if text else line
        paragraphs.append(breaks.cleaned(text))
    letters = sum(len(row["text"]) for row in rows)
    sure = sum(float(row["conf"]) * len(row["text"]) for row in rows)
    return Recognised(paragraphs, sure / letters if letters else 0.0, letters)


def _is_word(row: dict[str, str]) -> bool:
    return row.get("level") == _WORD_LEVEL and bool((row.get("text") or "").strip())


def _lines(rows: list[dict[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each line with the block and paragraph that it is in."""
    for place, words in groupby(rows, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        yield place[:2], " ".join(word["text"] for word in words)
