# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file that is not text is, told by its first bytes."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"AT&TFORM", "a DjVu document"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"PK\x03\x04", "a ZIP archive, or a document in one"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"RIFF", "a recording or a WebP image"),
    (b"fLaC", "a FLAC recording"),
)
_UNMISTAKABLE = 5  # bytes; a text may begin with a shorter signature, but has no control bytes after it
_HEAD = 64
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_FILM = b"ftyp"  # of MP4, at the fifth byte


def binary_kind(raw: bytes) -> str | None:
    """What the file is, as “it is …” goes on, where its first bytes say so; None for a text."""
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature) and (len(signature) >= _UNMISTAKABLE or _CONTROL.search(raw, 0, _HEAD)):
            return kind
    return "a film or a recording" if raw[4:8] == _FILM and _CONTROL.search(raw, 0, _HEAD) else None
