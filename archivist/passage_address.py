# SPDX-License-Identifier: GPL-3.0-or-later
"""The address of a passage: archivist://article/ID?revision=2#char=120,164

The fragment is that of RFC 5147 for plain text: positions between code points of the text. The
revision is the number of that text, so that the passage is found when the text was corrected since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from archivist.errors import InvalidValue

SCHEME = "archivist://"
_SHAPE = "archivist://article/ID?revision=1#char=120,164"
_ADDRESS = re.compile(
    r"archivist://article/(?P<article>[0-9a-f-]{36})/?"
    r"(?:\?revision=(?P<revision>\d{1,6}))?"
    r"(?:\#char=(?P<start>\d{1,12}),(?P<end>\d{1,12}))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PassageAddress:
    """A span of a revision of an article, in code points; all of it where start and end are 0."""

    article: str  # id
    revision: int = 0  # number; 0 is the current one
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        revision = f"?revision={self.revision}" if self.revision else ""
        passage = f"#char={self.start},{self.end}" if self.end else ""
        return f"{SCHEME}article/{self.article}{revision}{passage}"

    @classmethod
    def read(cls, text: str) -> Self:
        """The address that a text is; spaces around it do not count. Raises InvalidValue."""
        found = _ADDRESS.fullmatch(text.strip())
        if found is None:
            raise InvalidValue("address of a passage", text.strip()[:200], _SHAPE)
        try:
            article = str(UUID(found["article"]))
        except ValueError as error:
            raise InvalidValue("address of a passage", text.strip()[:200], _SHAPE) from error
        start, end = int(found["start"] or 0), int(found["end"] or 0)
        if start > end:
            raise InvalidValue("address of a passage", text.strip()[:200], _SHAPE)
        return cls(article, int(found["revision"] or 0), start, end)


def is_address(text: str) -> bool:
    """Whether a text is meant as an address, well-formed or not."""
    return text.strip()[: len(SCHEME)].casefold() == SCHEME and len(text.split()) == 1
