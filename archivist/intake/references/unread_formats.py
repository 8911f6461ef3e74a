# SPDX-License-Identifier: GPL-3.0-or-later
"""Formats of bibliographies that hold no texts and are not read, so that it is said what to export instead."""

from __future__ import annotations

import re
from pathlib import Path

from archivist.errors import UnsupportedFile
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft

_HEAD = 16 * 1024  # bytes
_BIBTEX = re.compile(rb"(?:^|\n)\s*@[a-zA-Z]+\s*[{(]\s*[^\s,{}]+\s*,\s*(?:\n|\r|[a-zA-Z-]+\s*=)")
_CSL_YAML = re.compile(rb"(?:\xef\xbb\xbf)?(?:---\s+)?references:\s*\n\s*- ")
_OTHERWISE = "export the library as Zotero RDF with its files, as CSL JSON or as RIS"


def refuse(raw: bytes, path: Path, _options: ImportOptions) -> list[ArticleDraft]:
    """Raises UnsupportedFile."""
    kind = "CSL YAML" if _CSL_YAML.match(raw[:_HEAD]) else "BibTeX"
    raise UnsupportedFile(path, f"it is {kind}; {_OTHERWISE}")


def _sniff(raw: bytes, _path: Path) -> bool:
    head = raw[:_HEAD]
    return _CSL_YAML.match(head) is not None or (head.lstrip()[:1] in (b"@", b"%") and _BIBTEX.search(head) is not None)


BIBLIOGRAPHY = Reader(
    "bibliography", "BibTeX and CSL YAML", (".bib", ".yaml"), "text/x-bibtex", _sniff, refuse, reads=False
)
