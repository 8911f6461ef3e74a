# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether something is meant to be a bundle, also where only a part of it is left."""

from __future__ import annotations

import re
from pathlib import Path

from archivist.exchange.bag import looks_like_bag
from archivist.exchange.bundle.layout import BUNDLE
from archivist.exchange.files.packed import beginning, is_zip

_HEAD = 64 << 10  # bytes, in which the first entries of a zip file that we write are
_ENTRY = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)


def is_bundle(path: Path) -> bool:
    """Whether a path is meant to be a bundle, sound or not.

    A zip file that breaks off has no list of what is in it; it is known by its first entries, so that it
    is refused as a bundle, and not taken for a zip file of some texts without their annotations.
    """
    if looks_like_bag(path):
        return True
    if not is_zip(path):
        return False
    head = beginning(path, _HEAD)
    return any(name.endswith(f"/{BUNDLE}") or name == BUNDLE for name in _entries(head))


def _entries(head: bytes) -> list[str]:
    """The names of the entries that begin here."""
    found = ((match.end(), int.from_bytes(match[1], "little")) for match in _ENTRY.finditer(head))
    return [head[start : start + length].decode("utf-8", "replace") for start, length in found]
