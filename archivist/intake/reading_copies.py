# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages and Markdown files that an Archivist writes for people to read: what they mark does not come back."""

from __future__ import annotations

import re

_HEAD = 16 * 1024  # characters
_PAGE = re.compile(r'<meta name="generator" content="Archivist">')
_MARKDOWN = re.compile(r"^- \*\*Article:\*\* [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", re.MULTILINE)
_WARNING = (
    "The file is a reading copy that an Archivist wrote: it came in as any other article, without its annotations, "
    "and with the notes in the text. Import a bundle of the articles instead."
)


def warnings_of_copy(text: str) -> tuple[str, ...]:
    """That a page or a Markdown file is such a copy, where it is one."""
    head = text[:_HEAD]
    return (_WARNING,) if _PAGE.search(head) or _MARKDOWN.search(head) else ()
