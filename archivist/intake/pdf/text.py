# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a PDF, from its text layer or by recognition, and what became of each of its pages."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from pypdfium2 import PdfiumError

from archivist.intake.pdf.document import Page, PdfFile
from archivist.intake.pdf.layout import Block, Line, page_blocks, page_lines
from archivist.intake.pdf.margins import without_margins
from archivist.intake.pdf.ocr import tesseract
from archivist.intake.pdf.paragraphs import Paragraph, paragraphs
from archivist.intake.pdf.words import Word
from archivist.intake.reader import READING_SECONDS

_MOST_UNREADABLE = 0.3  # of a page's characters, before they count as no text
_PAGE_SECONDS = 60.0  # for the recognition of one page
_OCR_SECONDS = 300.0  # for that of a file
_SURE = 70  # of 100; less, and the letters have to be looked at
_LATIN_1 = re.compile("[\xc0-\xff]")
_LETTER = re.compile(r"[^\W\d_]")
_MISREAD = 0.8  # of the letters
_ENOUGH_LETTERS = 40


@dataclass
class PdfText:
    """What was found. The lists hold numbers of pages, from 1."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    url: str = ""  # which a browser printed at the foot of the pages
    blank: list[int] = field(default_factory=list)  # neither letters nor a picture
    scans: list[int] = field(default_factory=list)  # without a text layer that can be read
    unmapped: list[int] = field(default_factory=list)  # scans by their letters, which do not say what they are
    damaged: list[int] = field(default_factory=list)
    plain: list[int] = field(default_factory=list)  # whose text is as the file has it, not laid out
    recognised: list[int] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)  # of these, those in whose picture no letters were found
    doubtful: list[int] = field(default_factory=list)  # of these, those whose letters were hard to make out
    recoded: bool = False  # whether Cyrillic letters had been written as Latin ones


def read_text(file: PdfFile, begins: Callable[[float], None]) -> PdfText:
    """The text of every page; scans are recognised where tesseract is installed, as many as there is time for.

    `begins` is told, before each page that is recognised, how many seconds that and the next may take.
    """
    text = PdfText()
    end = time.monotonic() + _OCR_SECONDS
    lines: dict[int, list[Line]] = {}
    turned: dict[int, list[Block]] = {}
    for page in file.pages():
        _note(page, text)
        groups = page.words.groups
        if page.number in text.scans:
            begins(_PAGE_SECONDS + READING_SECONDS)
            groups = _recognised(file, page, text, end) or groups
        if page.plain.strip():
            text.paragraphs.append(Paragraph(page.plain.replace("\r\n", "\n").strip(), 0.0, page.number))
        elif groups and (page.number not in text.unmapped or page.number in text.recognised):
            lines[page.number] = page_lines(groups[0])
            turned[page.number] = [block for group in groups[1:] for block in page_blocks(page_lines(group))]
    trimmed = without_margins(list(lines.values()))
    text.url = trimmed.url
    pages = [(number, [*page_blocks(kept), *turned[number]]) for number, kept in zip(lines, trimmed.pages, strict=True)]
    text.paragraphs = [*paragraphs(pages), *text.paragraphs]
    _recode(text)
    return text


def _note(page: Page, text: PdfText) -> None:
    """Keep account of a page."""
    if page.is_damaged:
        text.damaged.append(page.number)
    elif page.plain.strip():
        text.plain.append(page.number)
    elif page.words.unreadable > _MOST_UNREADABLE * page.words.characters:
        text.unmapped.append(page.number)
        text.scans.append(page.number)
    elif page.is_picture:
        text.scans.append(page.number)
    elif not page.words.characters:
        text.blank.append(page.number)


def _recognised(file: PdfFile, page: Page, text: PdfText, end: float) -> tuple[tuple[Word, ...], ...]:
    """The words in the picture of a page; nothing where there is no program, no time or no word."""
    program, seconds = tesseract(), min(_PAGE_SECONDS, end - time.monotonic())
    if program is None or seconds <= 0:
        return ()
    try:
        picture = file.picture(page.number)
    except PdfiumError:
        return ()
    found = program.recognise(picture.width, picture.height, picture.grey, dpi=picture.dpi, seconds=seconds)
    if found is None:
        return ()
    text.recognised.append(page.number)
    if not found.words:
        text.wordless.append(page.number)
        return ()
    if found.confidence < _SURE:
        text.doubtful.append(page.number)
    return (found.words,)


def _recode(text: PdfText) -> None:
    """Make Cyrillic of letters that a font without a table of its letters shows as Cyrillic: “Ïðèâ³ò”."""
    letters = "".join(_LETTER.findall(" ".join(paragraph.text for paragraph in text.paragraphs)))
    if len(letters) < _ENOUGH_LETTERS or len(_LATIN_1.findall(letters)) < _MISREAD * len(letters):
        return
    for paragraph in text.paragraphs:
        paragraph.text = "".join(map(_recoded, paragraph.text))
    text.recoded = True


def _recoded(char: str) -> str:
    try:
        return char.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return char
