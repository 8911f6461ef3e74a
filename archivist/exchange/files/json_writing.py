# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles as JSON, one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import JsonValue, Loss, Progress

AT_ONCE = 50  # articles between two notices of progress
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands around the records of a file."""

    opening: bytes
    between: bytes
    closing: bytes


ARRAY = Layout(b"[\n", b",\n", b"\n]\n")
LINES = Layout(b"", b"\n", b"\n")


def as_json(value: JsonValue) -> bytes:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def write_records(
    contents: Contents, path: Path, make: Callable[[HandedArticle], JsonValue], layout: Layout
) -> Generator[Progress, None, None]:
    """Write a new file with a record for each article."""
    with path.open("xb") as file:
        before = layout.opening
        for number, handed in enumerate(contents.articles()):
            if number % AT_ONCE == 0:
                yield Progress(number, len(contents), "write")
            file.write(before + as_json(make(handed)))
            before = layout.between
        file.write(layout.closing)


@dataclass
class AstralCount:
    """How many annotations stand after or on a character that UTF-16 counts as two, such as an emoji."""

    annotations: int = 0

    def see(self, handed: HandedArticle) -> None:
        """Count those of an article."""
        first = _ASTRAL.search(handed.text)
        if first is not None:
            self.annotations += sum(mark.end > first.start() for mark in handed.annotations)

    def losses(self, why: str) -> list[Loss]:
        """The line of the report, where there are any."""
        return [Loss("places after characters such as emoji", self.annotations, why)] if self.annotations else []
