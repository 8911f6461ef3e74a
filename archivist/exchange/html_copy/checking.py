# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading our own pages back: the text that a reader sees, and which of it each annotation covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from archivist.errors import FileDamaged
from archivist.exchange.files.packed import open_files
from archivist.exchange.html_copy.writing import INDEX
from archivist.exchange.items import Item, ReadAnnotation, ReadDocument

_LARGEST = 256 << 20  # bytes
_VOID = frozenset({"meta", "link", "br", "hr", "img", "wbr"})


def check(path: Path) -> Iterator[Item]:
    """The articles of a folder or zip file as they were written. Raises FileDamaged and its like."""
    with open_files(path) as files:
        for name in sorted(files.sizes):
            if name == INDEX:
                continue
            try:
                page = files.read(name, limit=_LARGEST).decode("utf-8")
            except UnicodeDecodeError as error:
                raise FileDamaged(files.where(name), "it is not written in UTF-8") from error
            yield _document(page, name)


def _document(page: str, name: str) -> ReadDocument:
    seen = _Seen()
    seen.feed(page)
    seen.close()
    annotations = [
        ReadAnnotation(str(number), start, end, seen.tags.get(number, ""), id=seen.ids.get(number, ""))
        for number, (start, end) in sorted(seen.spans.items())
    ]
    return ReadDocument(name, "".join(seen.text), tuple(annotations), id=seen.article)


@dataclass
class _Element:
    name: str
    number: int = 0  # of the annotation that it is a piece of
    is_text: bool = False


class _Seen(HTMLParser):
    """What is in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.article = ""
        self.text: list[str] = []
        self.spans: dict[int, tuple[int, int]] = {}
        self.tags: dict[int, str] = {}
        self.ids: dict[int, str] = {}
        self._length = 0
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "article":
            self.article = values.get("data-id", "")
        elif tag == "li" and values.get("id", "").startswith("a"):
            number = int(values["id"][1:])
            self.tags[number], self.ids[number] = values.get("data-tag", ""), values.get("data-id", "")
        if tag not in _VOID:
            number = int(values["data-n"]) if "data-n" in values else 0
            self._open.append(_Element(tag, number, is_text=values.get("class") == "text"))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].name == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(element.is_text for element in self._open):
            return
        start, end = self._length, self._length + len(data)
        self.text.append(data)
        self._length = end
        for element in self._open:
            if element.number:
                first, last = self.spans.get(element.number, (start, end))
                self.spans[element.number] = min(first, start), max(last, end)
