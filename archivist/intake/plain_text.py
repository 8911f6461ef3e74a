# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text files, whose text is taken exactly as it is, so that offsets counted elsewhere hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from archivist import __version__
from archivist.decoding.encodings import Decoded, decode, detect
from archivist.decoding.signatures import binary_kind
from archivist.errors import ArchivistError
from archivist.intake.accessories import is_for_programs
from archivist.intake.documents.refusals import xml_document
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.references.unread_formats import bibliography_kind
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance
from archivist.structure import labelled_value, short_title, structure, without_marks
from archivist.text import canonical
from archivist.written_dates import written_date

_EXTENSIONS = (".txt", ".text")
_XML = re.compile(r"\s*(?:<\?xml\s|<!DOCTYPE\s[^>\[]*>|<([^\W\d][\w.:-]*)(?:\s[^<>]*)?>.*</\1\s*>\s*\Z)", re.DOTALL)
TWICE_ENCODED = "The text had been encoded twice, so that its letters were not readable; it was read as it was meant."
_MARKUP = "The file is XML of a kind that is not known here; it was taken as it is, with its marks."


def read_plain_text(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft]:
    """The article of a text file. Raises EmptyFile, NotText, WrongEncoding, InvalidValue."""
    decoded = decode(raw, options.encoding, path=path)
    draft = text_draft(canonical(decoded.text, compose=False))
    provenance = Provenance(source_name(path), PLAIN_TEXT.name, __version__, decoded.encoding)
    warnings = decoding_warnings(decoded) + ((_MARKUP,) if _XML.match(draft.body) else ())
    return [replace(draft, provenance=provenance, warnings=warnings)]


def text_draft(text: str) -> ArticleDraft:
    """A canonical text with what it shows of itself: title, byline, outlet, address, date."""
    parts = structure(text)

    def value(span: tuple[int, int] | None) -> str:
        return labelled_value(text[slice(*span)]) if span else ""

    return ArticleDraft(
        title=(without_marks(text[slice(*parts.headline)]) if parts.headline else "") or short_title(text),
        body=text,
        outlet=value(parts.source),
        byline=value(parts.byline),
        url=value(parts.url),
        published=written_date(text[slice(*parts.dateline)]) if parts.dateline else "",
        language=detect_language(text),
    )


def decoding_warnings(decoded: Decoded) -> tuple[str, ...]:
    """What is doubtful about how a file was decoded."""
    warnings: tuple[str, ...] = (TWICE_ENCODED,) if decoded.twice else ()
    if decoded.doubtful:
        warnings += (f"The encoding was guessed to be {decoded.encoding}; if the text looks wrong, name another.",)
    if decoded.replaced:
        warnings += (f"{decoded.replaced} characters could not be read and are shown as \ufffd.",)
    if decoded.controls:
        warnings += (f"The file holds control characters ({decoded.controls}), which may have come in by a fault.",)
    return warnings


def _sniff(raw: bytes, path: Path) -> bool:
    if path.suffix.lower() in _EXTENSIONS:
        return True
    is_other = is_for_programs(path.name) or bibliography_kind(raw) or xml_document(raw, path)
    return not is_other and _is_text(raw, path)


def _is_text(raw: bytes, path: Path) -> bool:
    try:
        return not (binary_kind(raw) or bibliography_kind(raw)) and bool(detect(raw, path=path).text)
    except ArchivistError:
        return False


PLAIN_TEXT = Reader("text", "Plain text", _EXTENSIONS, "text/plain", _sniff, read_plain_text, isolated=False)
