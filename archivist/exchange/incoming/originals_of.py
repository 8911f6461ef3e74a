# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept as the original of the documents of a foreign file."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final

from archivist.errors import FileUnreadable
from archivist.exchange.items import ReadDocument

_LARGEST: Final = 256 << 20  # bytes; the texts of a larger file are each kept by themselves
_TEXT: Final = "text/plain"
_MEDIA_TYPES: Final = {
    ".json": "application/json", ".jsonl": "application/x-ndjson", ".jsonld": "application/ld+json",
    ".xml": "application/xml", ".xmi": "application/xml", ".zip": "application/zip", ".csv": "text/csv",
    ".tsv": "text/tab-separated-values", ".conllu": _TEXT, ".txt": _TEXT,
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


class OriginalsOf:
    """The originals of the documents of one file or folder: what the reader gives, else the file, else the text."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.source = str(path).encode("utf-8", "replace").decode()

    def of(self, document: ReadDocument) -> tuple[bytes, str]:
        """The bytes of a document and their media type. Raises FileUnreadable."""
        if document.raw is not None:
            return document.raw, document.media_type or "application/octet-stream"
        if self._whole is not None:
            return self._whole, _MEDIA_TYPES.get(self._path.suffix.lower(), "application/octet-stream")
        return (document.text or "").encode("utf-8", "surrogatepass"), _TEXT

    @cached_property
    def _whole(self) -> bytes | None:
        """The file, read once; None for a folder, and for what is too large."""
        try:
            if not self._path.is_file() or self._path.stat().st_size > _LARGEST:
                return None
            return self._path.read_bytes()
        except OSError as error:
            raise FileUnreadable(self._path, error.strerror or str(error)) from error
