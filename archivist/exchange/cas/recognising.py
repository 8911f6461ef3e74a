# SPDX-License-Identifier: GPL-3.0-or-later
"""By what CAS files, and folders and zip files of them, are known, without reading them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from archivist.exchange.cas.xmi_reading import XMI
from archivist.exchange.files.packed import BROKEN_ZIP, is_zip

BOM = b"\xef\xbb\xbf"
TYPES_END = "typesystem.xml"
# Where INCEpTION puts the copies of the annotators when it exports a project.
COPY = re.compile(r"(?:[^/]+/)?(?:annotation|curation)/(?P<document>[^/]+)/(?P<copy>[^/]+)")
OBJECTS = re.compile(r"(?:[^/]+/)?(?:annotation|curation)_ser/[^/]+/[^/]+\.ser")
_PROJECT = re.compile(r"(?:[^/]+/)?exportedproject[^/]*\.json")
_JSON_BEGINS = re.compile(rb'\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:')
_XMI_BEGINS = re.compile(rb"<(?:[\w.-]+:)?XMI[\s>]")
_HEAD = 4096  # bytes
_MOST_NAMES = 10_000  # of a folder or zip file that are looked at


def is_cas_xml(head: bytes) -> bool:
    """Whether a file that begins so is XMI."""
    return XMI.encode() in head and _XMI_BEGINS.search(head) is not None


def is_cas_json(head: bytes) -> bool:
    """Whether a file that begins so is CAS JSON."""
    return _JSON_BEGINS.match(head.removeprefix(BOM)) is not None


def is_packed(head: bytes) -> bool:
    """Whether a file that begins so is a zip file."""
    return head.startswith(b"PK\x03\x04")


def recognises_xmi(path: Path) -> bool:
    """Whether a path is XMI, a folder or zip file with some, or a project that INCEpTION exported."""
    return _recognises(path, ".xmi", is_cas_xml, projects=True)


def recognises_json(path: Path) -> bool:
    """Whether a path is CAS JSON, or a folder or zip file with some, and no project."""
    return _recognises(path, ".json", is_cas_json, projects=False)


def _recognises(path: Path, suffix: str, is_one: Callable[[bytes], bool], *, projects: bool) -> bool:
    try:
        if not path.is_dir() and not is_zip(path):
            return path.is_file() and is_one(_head(path))
        names = list(_names(path))
        if any(_PROJECT.fullmatch(name) for name in names):
            return projects
        first = next((name for name in names if name.lower().endswith(suffix)), None)
        return first is not None and is_one(_member_head(path, first))
    except (OSError, *BROKEN_ZIP):
        return False


def _names(path: Path) -> Iterator[str]:
    if path.is_dir():
        found = sorted(islice((entry.name for entry in path.iterdir()), _MOST_NAMES))
        yield from (name for name in found if (path / name).is_file())
    else:
        with zipfile.ZipFile(path) as packed:
            yield from packed.namelist()[:_MOST_NAMES]


def _member_head(path: Path, name: str) -> bytes:
    if path.is_dir():
        return _head(path / name)
    with zipfile.ZipFile(path) as packed, packed.open(name) as file:
        return file.read(_HEAD)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
