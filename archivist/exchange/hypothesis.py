# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of Hypothesis: the answers of its web service, and the files that its client exports.

(Source: the reference of its interface, schema Annotation; the client counts positions in UTF-16
units of the text of the page as the browser has it, which is seldom ours: so the quote decides.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from archivist.errors import FileDamaged
from archivist.exchange.files.json_files import JsonFile, json_files
from archivist.exchange.files.packed import beginning
from archivist.exchange.format import Format
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, Unit
from archivist.exchange.moments import utc
from archivist.file_names import shown
from archivist.model import JsonValue

HIGHLIGHT = "highlight"  # the label of words that are only marked
ANNOTATION = "annotation"  # the label of those with a remark and no tag

_HEAD = 256 << 10  # bytes
_BEGINNING = re.compile(rb"(\xef\xbb\xbf)?\s*[\[{]")
_USER = re.compile(rb'"user"\s*:\s*"acct:')
_TARGET = re.compile(rb'"(target|uri|export_userid)"\s*:')
_LISTS = ("rows", "annotations", "replies")
_PUBLIC = "__world__"

_Row = Mapping[str, Any]


def recognises(path: Path) -> bool:
    """Whether a file holds annotations of Hypothesis."""
    if path.suffix.lower() not in (".json", ".jsonl", ".ndjson") or not path.is_file():
        return False
    head = beginning(path, _HEAD)
    return _BEGINNING.match(head) is not None and all(pattern.search(head) for pattern in (_USER, _TARGET))


def read(path: Path) -> Iterator[Item]:
    """What is in a file, or in the files of a folder or zip file. Raises FileDamaged and its like."""
    found = 0
    for file in json_files(path):
        reading = _Reading(file)
        yield from reading.items()
        found += reading.found
    if not found:
        raise FileDamaged(path, "it holds no annotation of Hypothesis")


class _Reading:
    """One file, being read."""

    def __init__(self, file: JsonFile) -> None:
        self._file = file
        self._pages: dict[str, tuple[ReadDocument, list[ReadAnnotation]]] = {}  # by address
        self._problems: list[Problem] = []
        self._keys: set[str] = set()
        self.found = 0  # annotations and replies

    def items(self) -> Iterator[Item]:
        """The pages with their annotations, and what is told."""
        rows = list(self._rows())
        replies = _threads(rows)
        for where, row in rows:
            if not _references(row):
                self._row(row, where, replies.pop(_text(row, "id"), []))
        for left in replies.values():
            for where, row in left:
                self._tell(where, f"It replies to what is not in the file: “{shown(_remark(row))}”.")
        for page, marks in self._pages.values():
            yield replace(page, annotations=tuple(marks))
        yield from self._problems
        yield from self._file.problems

    def _rows(self) -> Iterator[tuple[str, _Row]]:
        """The annotations and replies of the file, with where they are."""
        for row in (row for value in self._file.values for row in _rows_of(value)):
            self.found += 1
            where = f"{shown(self._file.name)}, annotation {self.found}"
            if not isinstance(row, Mapping):
                self._tell(where, "It is no JSON object.")
            elif not isinstance(row.get("target"), list) and not _text(row, "uri"):
                self._tell(where, "It is no annotation of Hypothesis: it has no “target” and no “uri”.")
            else:
                yield where + (f" “{shown(_text(row, 'id'))}”" if _text(row, "id") else ""), row

    def _row(self, row: _Row, where: str, replies: list[tuple[str, _Row]]) -> None:
        note = "\n\n".join(filter(None, (_text(row, "text").strip(), *(_remark(reply) for _, reply in replies))))
        targets = [target for target in _list(row, "target") if isinstance(target, Mapping)]
        placed = [target for target in targets if any(map(_is_of_words, _list(target, "selector")))]
        for target in placed:
            page = self._page(row, _text(target, "source"))
            page += self._marks(row, _list(target, "selector"), note, where)
        if not placed:
            self._tell(where, "It marks no words, but the whole page" + (f": “{shown(note)}”." if note else "."))

    def _page(self, row: _Row, source: str) -> list[ReadAnnotation]:
        address = _text(row, "uri") or source
        if address not in self._pages:
            document = row["document"] if isinstance(row.get("document"), Mapping) else {}
            title = next((title for title in _list(document, "title") if isinstance(title, str)), "")
            page = ReadDocument(
                name=title or address,
                text=None,
                unit=Unit.UTF16,
                title=title,
                url=address if address.startswith(("http://", "https://")) else "",
            )
            self._pages[address] = (page, [])
        return self._pages[address][1]

    def _marks(self, row: _Row, selectors: list[Any], note: str, where: str) -> Iterator[ReadAnnotation]:
        """An annotation for each tag; with none, one that says so by its label."""
        quote: _Row = next((one for one in selectors if _type(one) == "TextQuoteSelector"), {})
        start, end = self._position(selectors, where, has_quote=bool(_text(quote, "exact")))
        if start < 0 and not _text(quote, "exact"):
            return
        tags = [tag.strip() for tag in _list(row, "tags") if isinstance(tag, str) and tag.strip()]
        for label in dict.fromkeys(tags or [ANNOTATION if _text(row, "text").strip() else HIGHLIGHT]):
            yield ReadAnnotation(
                key=self._key(_text(row, "id") or where),
                start=start,
                end=end,
                label=label,
                where=where,
                quote=_text(quote, "exact") or None,
                prefix=_text(quote, "prefix"),
                suffix=_text(quote, "suffix"),
                note=note,
                attributes=_attributes(row, selectors),
                annotator=_text(row, "user").removeprefix("acct:"),
                created_at=utc(_text(row, "created")),
                modified_at=utc(_text(row, "updated")),
            )

    def _position(self, selectors: list[Any], where: str, *, has_quote: bool) -> tuple[int, int]:
        """The position that they give; -1 where they give none, or an impossible one, which is told."""
        position = next((one for one in selectors if _type(one) == "TextPositionSelector"), None)
        if position is None:
            return -1, -1
        start, end = position.get("start"), position.get("end")
        if _is_number(start) and _is_number(end) and 0 <= start < end:
            return start, end
        rest = "the words were taken instead" if has_quote else "and it quotes no words"
        self._tell(where, f"Its position from {shown(str(start))} to {shown(str(end))} is none; {rest}.")
        return -1, -1

    def _key(self, id_: str) -> str:
        key, number = id_, 1
        while key in self._keys:
            number += 1
            key = f"{id_} {number}"
        self._keys.add(key)
        return key

    def _tell(self, where: str, what: str) -> None:
        self._problems.append(Problem(where, what))


def _rows_of(value: JsonValue) -> Iterator[JsonValue]:
    """The annotations of an answer, an export, a list, or one alone."""
    if isinstance(value, list):
        for item in value:
            yield from _rows_of(item)
    elif isinstance(value, Mapping) and any(isinstance(value.get(name), list) for name in _LISTS):
        for name in _LISTS:
            yield from _list(value, name)
    else:
        yield value


def _threads(rows: list[tuple[str, _Row]]) -> dict[str, list[tuple[str, _Row]]]:
    """The replies to each annotation, and those to its replies, by its id, the oldest first."""
    threads: dict[str, list[tuple[str, _Row]]] = {}
    for where, row in sorted(rows, key=lambda item: _text(item[1], "created")):
        if references := _references(row):
            threads.setdefault(references[0], []).append((where, row))
    return threads


def _references(row: _Row) -> list[str]:
    """The ids of the annotation that it replies to, of the reply to that, and so on."""
    return [id_ for id_ in _list(row, "references") if isinstance(id_, str)]


def _remark(reply: _Row) -> str:
    """A reply, as it stands in the note of what it replies to."""
    tags = ", ".join(tag for tag in _list(reply, "tags") if isinstance(tag, str))
    said = " ".join(filter(None, (_text(reply, "text").strip(), f"[{tags}]" if tags else "")))
    return f"{_text(reply, 'user').removeprefix('acct:')}: {said}"


def _attributes(row: _Row, selectors: list[Any]) -> dict[str, JsonValue]:
    """What there is to say that has no place of its own."""
    links = row["links"] if isinstance(row.get("links"), Mapping) else {}
    group = _text(row, "group")
    page: _Row = next((one for one in selectors if _type(one) == "PageSelector"), {})
    chapter: _Row = next((one for one in selectors if _type(one) == "EPUBContentSelector"), {})
    found: dict[str, JsonValue] = {
        "group": "" if group == _PUBLIC else group,
        "link": _text(links, "html") or _text(links, "incontext"),
        "page": _text(page, "label"),
        "chapter": _text(chapter, "title") or _text(chapter, "cfi"),
        "metadata": row.get("metadata") or "",
    }
    return {name: value for name, value in found.items() if value}


def _is_of_words(selector: JsonValue) -> bool:
    return _type(selector) in ("TextQuoteSelector", "TextPositionSelector")


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _type(selector: JsonValue) -> str:
    return _text(selector, "type") if isinstance(selector, Mapping) else ""


def _text(row: _Row, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _list(row: _Row, name: str) -> list[Any]:
    value = row.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


FORMAT = Format("hypothesis", "Hypothesis (JSON)", (".json",), read=read, recognises=recognises)
