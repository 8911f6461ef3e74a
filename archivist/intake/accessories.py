# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies beside articles and can be none: pictures, recordings, styles, scripts, fonts, reports of exports."""

from __future__ import annotations

from pathlib import PurePosixPath

from archivist.decoding.signatures import binary_kind
from archivist.loss_reports import is_loss_report

# Of texts that programs read and nobody else.
_FOR_PROGRAMS = frozenset(
    (".css", ".js", ".mjs", ".map", ".svg", ".vcf", ".ics", ".p7s", ".sig", ".url", ".webloc", ".ini")
)
_SUFFIXES = _FOR_PROGRAMS | frozenset(
    (".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".cur", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp",
     ".avif", ".svgz", ".tif", ".tiff", ".heic", ".psd", ".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".avi", ".mkv",
     ".webm", ".wav", ".ogg", ".ogv", ".swf", ".flv", ".lnk", ".torrent", ".exe", ".dll")
)  # fmt: skip
_MEDIA_TYPES = ("image/", "audio/", "video/", "font/", "application/font", "application/x-font", "text/css")
_SCRIPTS = ("javascript", "ecmascript", "x-shockwave-flash", "vnd.ms-fontobject", "pgp-signature", "pkcs7-signature")
_PICTURES_AND_RECORDINGS = ("image", "recording", "program")


def is_accessory(name: str, raw: bytes) -> bool:
    """Whether a file inside of another one can be passed over without a word."""
    kind = binary_kind(raw)
    if kind:
        return kind.endswith(_PICTURES_AND_RECORDINGS)
    if is_loss_report(name, raw):
        return True
    return PurePosixPath(name).suffix.lower() in _SUFFIXES


def is_for_programs(name: str) -> bool:
    """Whether a file, though it is a text, is none that people read."""
    return PurePosixPath(name).suffix.lower() in _FOR_PROGRAMS


def is_accessory_type(media_type: str) -> bool:
    """The same by a media type, in lower case."""
    return media_type.startswith(_MEDIA_TYPES) or media_type.endswith(_SCRIPTS)
