# SPDX-License-Identifier: GPL-3.0-or-later
"""ZIP files of anything that is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from archivist.intake.documents.refusals import zipped_document
from archivist.intake.members import with_warnings
from archivist.intake.packed.folders import read_packed_folder
from archivist.intake.packed.zip_files import open_zip
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".zip",)
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_END = b"PK\x05\x06"  # of a ZIP that something was put before
_END_WITHIN = 65_600  # bytes


def read_zip(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles in a ZIP.

    Raises FileDamaged, FileEncrypted, FileUnsafe, and of documents NeedsConversion and UnsupportedFile.
    """
    files = open_zip(raw, path)
    refusal = zipped_document(files)
    if refusal:
        raise refusal
    pieces = read_packed_folder(files.names(), files.read, path, options)
    return with_warnings(pieces, files.warnings)


def _sniff(raw: bytes, path: Path) -> bool:
    return raw.startswith(_SIGNATURES) or (path.suffix.lower() in _EXTENSIONS and _END in raw[-_END_WITHIN:])


ZIP = Reader("zip", "ZIP file", _EXTENSIONS, "application/zip", _sniff, read_zip)
