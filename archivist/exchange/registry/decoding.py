# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a registry to its text: UTF-8, UTF-16 with its mark, or else Windows-1251."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from archivist.errors import EmptyFile, RegistryRefused

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.001  # with more of them it is no text
_WHOLE_FOR_EACH_BROKEN = 5  # characters beyond ASCII in damaged UTF-8
_UNREAD = re.compile("[\ud800-\udfff]")


def decode(raw: bytes, path: Path) -> tuple[str, str]:
    """The text and its encoding; a byte that could not be read is a lone surrogate (see is_whole).

    Raises EmptyFile, RegistryRefused.
    """
    if not raw.strip():
        raise EmptyFile(path)
    text, encoding = _decoded(raw)
    if "\0" in text or len(_CONTROL.findall(text)) > len(text) * _CONTROL_SHARE:
        raise RegistryRefused(path, "it holds characters that no text has")
    return text, encoding


def is_whole(text: str) -> bool:
    """Whether all of a text could be read."""
    return _UNREAD.search(text) is None


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            errors = "surrogateescape" if name == "utf-8-sig" else "replace"
            return raw.decode(name, errors), name.removesuffix("-sig")
    text = raw.decode("utf-8", "surrogateescape")
    broken = len(_UNREAD.findall(text))
    # In another encoding hardly any bytes happen to form UTF-8.
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - broken
    if beyond_ascii >= _WHOLE_FOR_EACH_BROKEN * broken:
        return text, "utf-8"
    return raw.decode("cp1251", "surrogateescape"), "cp1251"
