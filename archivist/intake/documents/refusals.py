# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of office programs that are not read, told by their content, with what to do about each."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from archivist.errors import ArchivistError, FileEncrypted, NeedsConversion, UnsupportedFile
from archivist.intake.packed.zip_files import ZipMembers

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage", "EncryptionInfo")
# The streams of old binary documents by their names, what it is then, and what to save it as.
_OLD = (
    ("WordDocument", "a document of an old Word", ".docx"),
    ("Workbook", "a workbook of an old Excel", ".csv"),
    ("Book", "a workbook of an old Excel", ".csv"),
    ("PowerPoint Document", "a presentation of an old PowerPoint", ".pdf"),
)
_PACKAGES = (
    (b"spreadsheetml.sheet.main", "an Excel workbook in which no sheet of annotations was found", ".csv"),
    (b"ms-excel.", "an Excel workbook", ".csv"),
    (b"presentationml.", "a PowerPoint presentation", ".pdf"),
    (b"ms-powerpoint.", "a PowerPoint presentation", ".pdf"),
)
_OPEN_DOCUMENTS = (
    ("application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet", ".csv"),
    ("application/vnd.oasis.opendocument.presentation", "a presentation", ".pdf"),
    ("application/vnd.oasis.opendocument.graphics", "a drawing", ".pdf"),
)
# The first element of documents that are XML.
_XML_ROOT = re.compile(
    rb"\s*+(?:(?><(?:\?[^<>]*|!--.{0,4000}?--)>)\s*+)++<(?P<name>(?:[\w.-]+:)?[\w.-]+)[\s>]", re.DOTALL
)
_XML = {
    b"FictionBook": ("a FictionBook", ".epub"),
    b"w:wordDocument": ("a document of Word in XML", ".docx"),
    b"pkg:package": ("a document of Word in XML", ".docx"),
    b"Workbook": ("a workbook of Excel in XML", ".csv"),
}
_TYPES = "[Content_Types].xml"
_XML_HEAD = 16 * 1024  # bytes
_LARGEST_TYPES = 4 << 20  # bytes
_LONGEST_MEDIA_TYPE = 200


def old_document(raw: bytes, path: Path) -> ArchivistError | None:
    """Why a file in the container of old Microsoft programs is not read; None for any other file."""
    if not raw.startswith(OLE_SIGNATURE):
        return None
    if any(_has_stream(raw, name) for name in _ENCRYPTED):
        return FileEncrypted(path)
    for name, kind, instead in _OLD:
        if _has_stream(raw, name):
            return NeedsConversion(path, kind, instead)
    return UnsupportedFile(path, "it is an old Microsoft Office document")


def xml_document(raw: bytes, path: Path) -> ArchivistError | None:
    """Why a document or a book that is one file of XML is not read; None for any other file."""
    root = _XML_ROOT.match(raw[:_XML_HEAD].removeprefix(codecs.BOM_UTF8))
    kind = _XML.get(root["name"]) if root else None
    return NeedsConversion(path, *kind) if kind else None


def _has_stream(raw: bytes, name: str) -> bool:
    # In the directory each name ends in a zero, and its length follows after 64 bytes.
    return name.encode("utf-16-le") + b"\0\0" in raw


def zipped_document(files: ZipMembers) -> ArchivistError | None:
    """Why the document that a ZIP is, is not read; None where it is none."""
    if _TYPES in files:
        types = _content(files, _TYPES, _LARGEST_TYPES)
        for mark, kind, instead in _PACKAGES:
            if mark in types:
                return NeedsConversion(files.path, kind, instead)
        return UnsupportedFile(files.path, "it is a document of Microsoft Office, of a kind that is not read")
    if "mimetype" in files:
        media_type = _content(files, "mimetype", _LONGEST_MEDIA_TYPE).decode("ascii", "replace").strip()
        for prefix, kind, instead in _OPEN_DOCUMENTS:
            if media_type.startswith(prefix):
                return NeedsConversion(files.path, kind, instead)
        if media_type.startswith("application/"):
            return UnsupportedFile(files.path, f"it is a document of type {media_type}")
    return None


def _content(files: ZipMembers, name: str, limit: int) -> bytes:
    try:
        return files.read(name, limit=limit)
    except ArchivistError:
        return b""
