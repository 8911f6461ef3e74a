# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies beside articles and can be none: pictures, recordings, styles, scripts, fonts."""

from __future__ import annotations

from pathlib import PurePosixPath

from archivist.intake.signatures import binary_kind

_SUFFIXES = frozenset(
    (".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".cur", ".png", ".jpg", ".jpeg",
     ".gif", ".bmp", ".webp", ".avif", ".svg", ".svgz", ".tif", ".tiff", ".heic", ".psd", ".mp3", ".mp4", ".m4a",
     ".m4v", ".mov", ".avi", ".mkv", ".webm", ".wav", ".ogg", ".ogv", ".swf", ".flv", ".vcf", ".ics", ".p7s",
     ".sig", ".lnk", ".url", ".webloc", ".ini", ".torrent", ".exe", ".dll")
)  # fmt: skip
_MEDIA_TYPES = ("image/", "audio/", "video/", "font/", "application/font", "application/x-font", "text/css")
_SCRIPTS = ("javascript", "ecmascript", "x-shockwave-flash", "vnd.ms-fontobject", "pgp-signature", "pkcs7-signature")
_PICTURES_AND_RECORDINGS = ("image", "recording", "program")


def is_accessory(name: str, raw: bytes) -> bool:
    """Whether a file inside of another one can be passed over without a word."""
    kind = binary_kind(raw)
    if kind:
        return kind.endswith(_PICTURES_AND_RECORDINGS)
    return PurePosixPath(name).suffix.lower() in _SUFFIXES


def is_accessory_type(media_type: str) -> bool:
    """The same by a media type, in lower case."""
    return media_type.startswith(_MEDIA_TYPES) or media_type.endswith(_SCRIPTS)
