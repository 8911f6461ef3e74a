# SPDX-License-Identifier: GPL-3.0-or-later
"""The article of a PDF: its headline, what it says of itself, and what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from archivist.intake.document_properties import meant_author, meant_title, property_day
from archivist.intake.members import read_member
from archivist.intake.ocr import Tesseract, tesseract
from archivist.intake.pdf_document import PdfFile
from archivist.intake.pdf_paragraphs import Paragraph, is_heading, running_height
from archivist.intake.pdf_text import PdfText, recognise, text_layer
from archivist.intake.plain_text import text_draft
from archivist.intake.reader import ImportOptions, source_name
from archivist.model import ArticleDraft, JsonValue, Provenance, Unread
from archivist.structure import short_title
from archivist.text import canonical, one_line

NAME = "pdf"
OCR_SECONDS = 240  # for the recognition of a file
_TAIL = 2048  # bytes at the end, in which the mark of the end stands
_END = b"%%EOF"
_MOST_NAMED = 10  # pages in a warning
_TITLE_WITHIN = 600  # characters of the text, and so many of its paragraphs, in which the headline is looked for
_TITLE_PARAGRAPHS = 8
_LONGEST_TITLE = 300  # characters
_KEPT_METADATA = {"Creator": "creator", "Producer": "producer", "CreationDate": "created", "ModDate": "modified"}
_WORD = re.compile(r"\w+")


def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The article of a PDF, and those of the files attached to it. Raises FileEncrypted, FileDamaged."""
    with PdfFile(raw, path) as file:
        text = text_layer(file)
        program = tesseract() if text.scans else None
        if program:
            recognise(file, program, text, seconds=OCR_SECONDS)
        warnings = _warnings(file, text, program)
        if _END not in raw[-_TAIL:]:
            warnings.append("The end of the file is missing, and with it, perhaps, pages.")
        pieces: list[ArticleDraft | Unread] = [
            replace(
                _draft(file, text, path), provenance=_provenance(file, text, program, path), warnings=tuple(warnings)
            )
        ]
        for name, attached in file.attachments():
            if attached is None:
                pieces.append(Unread(one_line(name), "This attachment could not be taken out of the PDF."))
            else:
                pieces += read_member(name, attached, path, options)
    return pieces


def _provenance(file: PdfFile, text: PdfText, program: Tesseract | None, path: Path) -> Provenance:
    said = file.metadata()
    parameters: dict[str, JsonValue] = {"pages": file.page_count}
    parameters |= {ours: one_line(said[name]) for name, ours in _KEPT_METADATA.items() if said.get(name)}
    if program and text.recognised:
        parameters["recognised"] = list(text.recognised)
        parameters["recogniser"] = f"{program.version} ({'+'.join(program.languages)})"
    return Provenance(source_name(path), NAME, f"pypdfium2 {version('pypdfium2')}", None, parameters)


def _draft(file: PdfFile, text: PdfText, path: Path) -> ArticleDraft:
    said = file.metadata()
    titled = meant_title(said.get("Title", ""))
    captured = property_day(said.get("CreationDate", ""))
    if not text.paragraphs:
        title = titled or one_line(path.stem)
        return ArticleDraft(title=title, body=_nothing_read(file, text), captured=captured, language="")
    blocks, headline = _with_headline(text.paragraphs, titled)
    body = canonical("\n\n".join(blocks))
    found = text_draft(body)
    return ArticleDraft(
        title=canonical(headline) or short_title(body),
        body=body,
        outlet=found.outlet,
        byline=found.byline or meant_author(said.get("Author", "")),
        url=found.url or text.url,
        published=found.published,
        captured=captured,
        language=found.language or file.language(),
    )


def _nothing_read(file: PdfFile, text: PdfText) -> str:
    pages = "1 page" if file.page_count == 1 else f"{file.page_count} pages"
    return f"[Scan without text, {pages}]" if text.scans else f"[No text, {pages}]"


def _with_headline(found: Sequence[Paragraph], titled: str) -> tuple[list[str], str]:
    """The blocks of the text, beginning with the headline, and that; "" where neither letters nor file show one."""
    running = running_height(found)
    texts = [one_line(one.text) if is_heading(one, running) else one.text for one in found]
    number = _headline_number(found, texts, running, titled)
    if number is None:
        return ([titled, *texts], titled) if titled else (texts, "")
    return [texts[number], *texts[:number], *texts[number + 1 :]], one_line(texts[number])


def _headline_number(found: Sequence[Paragraph], texts: Sequence[str], running: float, titled: str) -> int | None:
    """Which of the first paragraphs is the headline: the one that the file names, or the one in the largest letters."""
    near, length = [], 0
    for number, paragraph in enumerate(found[:_TITLE_PARAGRAPHS]):
        if length > _TITLE_WITHIN or paragraph.page != found[0].page:
            break
        near.append(number)
        length += 0 if is_heading(paragraph, running) else len(texts[number])
    short = [number for number in near if len(texts[number]) <= _LONGEST_TITLE and _WORD.search(texts[number])]
    named = [number for number in short if _says_same(texts[number], titled)]
    if named:
        return named[0]
    large = [number for number in short if is_heading(found[number], running)]
    if not large:
        return None
    return max(large, key=lambda number: (round(found[number].height), -number))


def _says_same(text: str, title: str) -> bool:
    """Whether a paragraph is the title, or most of it: titles name the outlet as well."""
    ours, theirs = _WORD.findall(text.casefold()), _WORD.findall(title.casefold())
    if not ours or not theirs:
        return False
    return 2 * len(ours) >= len(theirs) and " ".join(ours) in " ".join(theirs)


def _warnings(file: PdfFile, text: PdfText, program: Tesseract | None) -> list[str]:
    """What is doubtful, a sentence each."""
    unreadable = sum(paragraph.text.count("\ufffd") for paragraph in text.paragraphs)
    told = {
        f"The file is damaged; {_pages(text.damaged)} could not be read.": text.damaged,
        f"The file is very long; the text of {_pages(text.plain)} was kept as it stands there.": text.plain,
        f"The last {file.pages_left_out} pages were not read, as the file has too many.": file.pages_left_out,
        f"{unreadable} characters could not be read and are shown as \ufffd.": unreadable,
        "The text was written in Latin letters that are shown as Cyrillic ones; it was rewritten.": text.recoded,
        "The file has no text.": not (text.paragraphs or text.scans or text.damaged),
    }
    return [*_about_scans(file, text, program), *(sentence for sentence, holds in told.items() if holds)]


def _about_scans(file: PdfFile, text: PdfText, program: Tesseract | None) -> Iterator[str]:
    unread = [number for number in text.scans if number not in text.recognised]
    read = [number for number in text.recognised if number not in text.wordless]
    if unread and program is None:
        yield f"{_named(unread, file)} without text that can be read; with tesseract installed it would be."
    elif unread:
        yield f"{_named(unread, file)} without text that could not be recognised in time."
    if read:
        yield f"{_named(read, file)} whose text was recognised, which makes mistakes."
    if text.wordless:
        yield f"{_named(text.wordless, file)} without text, in which no letters were recognised."
    if text.doubtful:
        yield f"The letters were hard to make out on {_pages(text.doubtful)}."


def _named(numbers: Sequence[int], file: PdfFile) -> str:
    if len(numbers) == file.page_count:
        return "The file is a scan"
    return f"{_pages(numbers).capitalize()} {'is a scan' if len(numbers) == 1 else 'are scans'}"


def _pages(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_MOST_NAMED]))
    more = len(numbers) - _MOST_NAMED
    return f"page{'s' if len(numbers) > 1 else ''} {named}{f' and {more} more' if more > 0 else ''}"
