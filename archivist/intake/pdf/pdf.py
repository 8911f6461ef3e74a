# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF documents: their text layer in the order of reading, or, of scans, what tesseract reads where it is installed.

The day on which the file was made is the day of capture: of a page that a browser printed it is just
that, and it is never the day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".pdf",)
_SIGNATURE = b"%PDF-"
_OBJECT_END = b"endobj"
_HEAD = 1024  # bytes in which the signature stands, if there is something before it


def read_pdf(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The article of a PDF, and those of the files attached to it. Raises FileEncrypted, FileDamaged."""
    # PDFium takes time to load that a start of the program does not need.
    from archivist.intake.pdf.article import read

    return read(raw, path, options)


def _sniff(raw: bytes, path: Path) -> bool:
    if raw.lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(_SIGNATURE):
        return True
    # One that lost its beginning is a damaged PDF, and no other file.
    return path.suffix.lower() in _EXTENSIONS and (_SIGNATURE in raw[:_HEAD] or _OBJECT_END in raw)


PDF = Reader("pdf", "PDF document", _EXTENSIONS, "application/pdf", _sniff, read_pdf)
