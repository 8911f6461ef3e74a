# SPDX-License-Identifier: GPL-3.0-or-later
"""ZIP files of anything that is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.intake.members import with_warnings
from archivist.intake.packed_folders import read_packed_folder
from archivist.intake.reader import ImportOptions, Reader
from archivist.intake.zip_files import ZipMembers, open_zip
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".zip",)
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_END = b"PK\x05\x06"  # of a ZIP that something was put before
_END_WITHIN = 65_600  # bytes
_LONGEST_MEDIA_TYPE = 200  # bytes


def read_zip(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles in a ZIP. Raises FileDamaged, FileEncrypted, FileUnsafe, UnsupportedFile (a document in a ZIP)."""
    files = open_zip(raw, path)
    document = _document(files)
    if document:
        raise UnsupportedFile(path, f"it is {document}")
    pieces = read_packed_folder(files.names(), files.read, path, options)
    return with_warnings(pieces, files.warnings)


def _document(files: ZipMembers) -> str:
    """The document that a ZIP is, as “it is …” goes on; those that are read have readers of their own."""
    if "[Content_Types].xml" in files:
        return "a document of Microsoft Office, of a kind that is not read"
    if "mimetype" in files:
        try:
            media_type = files.read("mimetype", limit=_LONGEST_MEDIA_TYPE).decode("ascii").strip()
        except (ArchivistError, UnicodeError):
            return ""
        if media_type.startswith("application/"):
            return f"a document of type {media_type}"
    return ""


def _sniff(raw: bytes, path: Path) -> bool:
    return raw.startswith(_SIGNATURES) or (path.suffix.lower() in _EXTENSIONS and _END in raw[-_END_WITHIN:])


ZIP = Reader("zip", "ZIP file", _EXTENSIONS, "application/zip", _sniff, read_zip)
