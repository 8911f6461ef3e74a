# SPDX-License-Identifier: GPL-3.0-or-later
"""The article of a PDF: its headline, what it says of itself, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from archivist.intake.documents.headline import Block
from archivist.intake.documents.properties import Properties, document_draft, meant_title
from archivist.intake.members import read_member
from archivist.intake.pdf.document import PdfFile
from archivist.intake.pdf.ocr import Tesseract, tesseract
from archivist.intake.pdf.paragraphs import is_heading, running_height
from archivist.intake.pdf.text import PdfText, read_text
from archivist.intake.reader import ImportOptions, source_name
from archivist.model import ArticleDraft, JsonValue, Provenance, Unread
from archivist.text import one_line

NAME = "pdf"
_TAIL = 2048  # bytes at the end, in which the mark of the end stands
_END = b"%%EOF"
_MOST_NAMED = 10  # pages in a warning
_KEPT_METADATA = {"Creator": "creator", "Producer": "producer", "CreationDate": "created", "ModDate": "modified"}


def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The article of a PDF, and those of the files attached to it. Raises FileEncrypted, FileDamaged."""
    with PdfFile(raw, path) as file:
        text = read_text(file, partial(options.begins, NAME))
        program = tesseract() if text.scans else None
        warnings = _warnings(file, text, program)
        if file.is_mended or _END not in raw[-_TAIL:]:
            warnings.append("The end of the file is missing, and with it, perhaps, pages.")
        provenance = _provenance(file, text, program, path)
        pieces: list[ArticleDraft | Unread] = [_draft(file, text, path, provenance, warnings)]
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


def _draft(file: PdfFile, text: PdfText, path: Path, provenance: Provenance, warnings: Sequence[str]) -> ArticleDraft:
    said = file.metadata()
    properties = Properties(
        said.get("Title", ""), said.get("Author", ""), said.get("CreationDate", ""), language=file.language()
    )
    if not text.paragraphs:
        nothing = [Block(_nothing_read(file, text))]
        draft = document_draft(nothing, replace(properties, title=""), provenance, warnings)
        # The language of the note is not that of the scan.
        return replace(draft, title=meant_title(properties.title) or one_line(path.stem), language="")
    running, first = running_height(text.paragraphs), text.paragraphs[0].page
    blocks = [
        Block(one.text, round(one.height) if one.page == first and is_heading(one, running) else 0)
        for one in text.paragraphs
    ]
    draft = document_draft(blocks, properties, provenance, warnings)
    return replace(draft, url=draft.url or text.url)


def _nothing_read(file: PdfFile, text: PdfText) -> str:
    pages = "1 page" if file.page_count == 1 else f"{file.page_count} pages"
    return f"[Scan without text, {pages}]" if text.scans else f"[No text, {pages}]"


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
