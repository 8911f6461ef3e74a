# SPDX-License-Identifier: GPL-3.0-or-later
"""Web archives in one ZIP (WACZ): WARC files with a list of their pages and the digests of all files.

Source: the WACZ format 1.1.1 of Webrecorder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from archivist.errors import ArchivistError, FileDamaged
from archivist.file_names import shown
from archivist.intake.captures.wacz_signature import signature_fits
from archivist.intake.captures.warc import read_captures
from archivist.intake.members import read_member, with_warnings
from archivist.intake.packed.zip_files import SIGNATURE, ZipMembers, open_zip
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".wacz",)
_PACKAGE = "datapackage.json"
_SEAL = "datapackage-digest.json"
_WARC_SUFFIXES = (".warc", ".warc.gz")
_LARGEST_DOCUMENT = 64 << 20  # bytes
_ALGORITHMS = frozenset({"sha256", "sha512", "sha1", "md5"})
_UNLISTED = "“{name}” is not among the files that the web archive lists."


def read_wacz(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The pages in a WACZ. Raises FileDamaged where it is not what it says of itself, FileUnsafe."""
    files = open_zip(raw, path)
    unlisted = _check(files, path)
    names = [name for name in files.names() if name.startswith("archive/") and name.endswith(_WARC_SUFFIXES)]
    titles = dict(_pages(files))
    pieces = read_captures([partial(files.read, name) for name in names], path, options, titles)
    for name in files.names():
        if name.endswith(_EXTENSIONS):  # a collection of them
            pieces += read_member(name, files.read(name), path, options)
    doubts = [_UNLISTED.format(name=shown(name)) for name in unlisted if name in names]
    return with_warnings(pieces, (*files.warnings, *doubts))


def _check(files: ZipMembers, path: Path) -> list[str]:
    """Compare all files with what is said of them; the names of those of which nothing is. Raises FileDamaged."""
    if _PACKAGE not in files:
        raise FileDamaged(path, f"it has no {_PACKAGE}, which says what belongs to a web archive")
    package = _document(files, _PACKAGE, path)
    _check_seal(files, package, path)
    resources = package.get("resources")
    if not isinstance(resources, list) or not resources:
        raise FileDamaged(path, f"its {_PACKAGE} lists no files")
    listed = {_PACKAGE, _SEAL}
    for resource in resources:
        name, digest = _described(resource)
        if not name:
            raise FileDamaged(path, f"its {_PACKAGE} lists a file without a name")
        listed.add(name)
        content = files.read(name)
        if digest and not _agrees(digest, content):
            raise FileDamaged(path, f"“{shown(name)}” in it is not what its {_PACKAGE} says (by its digest)")
    return [name for name in files.names() if name not in listed]


def _check_seal(files: ZipMembers, package: dict[str, Any], path: Path) -> None:
    """Compare the list of files with its own digest, and with what was signed of it. Raises FileDamaged."""
    if _SEAL not in files:
        return
    seal = _document(files, _SEAL, path)
    content, signed = files.read(_PACKAGE), seal.get("signedData")
    digests = [seal.get("hash"), signed.get("hash") if isinstance(signed, dict) else None]
    if not all(_agrees(digest, content) for digest in digests if isinstance(digest, str)):
        raise FileDamaged(path, f"its {_PACKAGE} is not what was sealed (by its digest)")
    if not isinstance(signed, dict):
        return
    if signed.get("created") != package.get("created"):
        raise FileDamaged(path, f"its {_PACKAGE} is not of the time that was signed")
    if signature_fits(signed) is False:
        raise FileDamaged(path, f"its signature is not one of its {_PACKAGE}")


def _document(files: ZipMembers, name: str, path: Path) -> dict[str, Any]:
    try:
        document = json.loads(files.read(name, limit=_LARGEST_DOCUMENT))
    except (ValueError, RecursionError) as error:
        raise FileDamaged(path, f"“{name}” in it cannot be read") from error
    if not isinstance(document, dict):
        raise FileDamaged(path, f"“{name}” in it cannot be read")
    return document


def _described(resource: object) -> tuple[str, str]:
    """The name of a listed file, and its digest as “algorithm:value”, in the form of versions 1.1 and 1.0."""
    if not isinstance(resource, dict) or not isinstance(resource.get("path"), str):
        return "", ""
    digest, stats = resource.get("hash"), resource.get("stats")
    if not digest and isinstance(stats, dict):
        digest = f"{resource.get('hashing', 'sha256')}:{stats.get('hash', '')}"
    return resource["path"], digest if isinstance(digest, str) else ""


def _agrees(digest: str, content: bytes) -> bool:
    name, _, value = digest.partition(":")
    name = name.lower().replace("-", "")
    if name not in _ALGORITHMS:
        return True
    return hashlib.new(name, content, usedforsecurity=False).hexdigest() == value.strip().lower()


def _pages(files: ZipMembers) -> Iterator[tuple[str, str]]:
    """The address and the title of each page that the lists name."""
    for name in files.names():
        if not (name.startswith("pages/") and name.endswith(".jsonl")):
            continue
        for line in files.read(name, limit=_LARGEST_DOCUMENT).splitlines():
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                title = page.get("title")
                yield page["url"], title if isinstance(title, str) else ""


def _sniff(raw: bytes, path: Path) -> bool:
    if not raw.startswith(SIGNATURE):
        return False
    if path.suffix.lower() in _EXTENSIONS:
        return True
    try:
        names = open_zip(raw, path).names()
    except ArchivistError:
        return False
    return _PACKAGE in names and any(
        name.endswith(_EXTENSIONS) or (name.startswith("archive/") and name.endswith(_WARC_SUFFIXES)) for name in names
    )


WACZ = Reader("wacz", "Web archive (WACZ)", _EXTENSIONS, "application/wacz", _sniff, read_wacz)
