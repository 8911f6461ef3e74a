# SPDX-License-Identifier: GPL-3.0-or-later
"""Bibliographies that are not read, so that it can be said what to export instead."""

from __future__ import annotations

import re

_HEAD = 16 * 1024  # bytes
_BIBTEX = re.compile(rb"(?:^|\n)\s*@[a-zA-Z]+\s*[{(]\s*[^\s,{}]+\s*,\s*(?:\n|\r|[a-zA-Z-]+\s*=)")
_CSL_YAML = re.compile(rb"(?:\xef\xbb\xbf)?(?:---\s+)?references:\s*\n\s*- ")
_OTHERWISE = "export the library as Zotero RDF with its files, as CSL JSON or as RIS"


def bibliography_kind(raw: bytes) -> str | None:
    """What a bibliography is, as “it is …” goes on, with what to do; None for any other file."""
    head = raw[:_HEAD]
    if _CSL_YAML.match(head):
        return f"CSL YAML; {_OTHERWISE}"
    is_bibtex = head.lstrip()[:1] in (b"@", b"%") and _BIBTEX.search(head)
    return f"BibTeX; {_OTHERWISE}" if is_bibtex else None
