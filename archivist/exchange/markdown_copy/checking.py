# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading our own Markdown back: the text without its marks, and what these mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from archivist.errors import FileDamaged
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.files.packed import open_files
from archivist.exchange.items import Item, ReadAnnotation, ReadDocument
from archivist.exchange.markdown_copy.escaping import unescaped
from archivist.exchange.markdown_copy.page import RULE

_LARGEST = 256 << 20  # bytes
_TOKEN = re.compile(r"(?P<newline>\\\n)|(?P<escaped>\\.|&#\d+;)|(?P<opens>\[)|\]\[\^(?P<closes>\d+)\]", re.DOTALL)
_NOTE = re.compile(r"^\[\^(\d+)\]: \*\*((?:\\.|[^\\*])*)\*\* ", re.MULTILINE)
_ARTICLE = "- **Article:** "


def check(path: Path) -> Iterator[Item]:
    """The articles of a folder or zip file as they were written. Raises FileDamaged and its like."""
    with open_files(path) as files:
        for name in sorted(files.sizes):
            where = files.where(name)
            try:
                written = files.read(name, limit=_LARGEST).decode("utf-8")
            except UnicodeDecodeError as error:
                raise FileDamaged(where, "it is not written in UTF-8") from error
            match written.split(f"\n\n{RULE}\n\n"):
                case [head, text, notes]:
                    yield _document(name, head, text, notes)
                case _:
                    raise FileDamaged(where, "its text does not stand between two rules")


def _document(name: str, head: str, text: str, notes: str) -> ReadDocument:
    tags = {int(number): unescaped(tag) for number, tag in _NOTE.findall(notes)}
    plain, spans = _unmarked(text)
    annotations = [
        ReadAnnotation(str(number), start, end, tags.get(number, "")) for number, (start, end) in sorted(spans.items())
    ]
    ids = (line.removeprefix(_ARTICLE) for line in head.split("\n") if line.startswith(_ARTICLE))
    return ReadDocument(name, plain, tuple(annotations), id=next(filter(is_uuid, ids), ""))


def _unmarked(written: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text, and the span of each number."""
    parts: list[str] = []
    length = at = 0
    opened: list[int] = []
    spans: dict[int, tuple[int, int]] = {}
    for token in _TOKEN.finditer(written):
        before = written[at : token.start()]
        at = token.end()
        meant = "\n" if token["newline"] else unescaped(token["escaped"] or "")
        parts += (before, meant)
        length += len(before)
        if token["opens"]:
            opened.append(length)
        elif token["closes"] and opened:
            number, start = int(token["closes"]), opened.pop()
            spans[number] = min(spans.get(number, (start,))[0], start), length
        length += len(meant)
    return "".join([*parts, written[at:]]), spans
