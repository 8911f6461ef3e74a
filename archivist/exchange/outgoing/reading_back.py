# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading an export back before it is published, and comparing it with what was written.

Compared are, of each article, its text, where the format keeps that, and of each annotation on its
words the place and the tag. The articles may come in any order, so what is compared is the sum of
their hashes: however many there are, only two numbers are kept. Only where those differ is it
read once more, to say which article it is.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from archivist.errors import ArchivistError, ExportDiffers
from archivist.exchange.format import Aspect, Format
from archivist.exchange.items import Problem, ReadDocument, ReadTag, Unit
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Progress
from archivist.text import Utf16Map

_EVERY = 50
_MODULUS = 1 << 256
_Mark = tuple[int, int, str, str]  # start, end, name of the tag, words


class Comparison:
    """What was written in a format, for comparing it with what its reader finds."""

    def __init__(self, format_: Format) -> None:
        self._format = format_
        self._read = format_.check or format_.read
        self._keeps = format_.keeps
        self._written = 0

    def see(self, handed: HandedArticle) -> None:
        """Take note of an article that is written."""
        self._written = (self._written + sum(self._hashes_of_article(handed))) % _MODULUS

    def compare(self, path: Path, contents: Contents, destination: Path) -> Iterator[Progress]:
        """Read what was written to `path`. Raises ExportDiffers, which names the destination."""
        if self._read is None:
            return
        try:
            found = 0
            for number, document in enumerate(self._documents(path)):
                found = (found + sum(self._hashes_of_document(*document))) % _MODULUS
                if number % _EVERY == 0:
                    yield Progress(min(number, len(contents)), len(contents), "check")
            if found != self._written:
                raise _Different(self._difference(path, contents))
        except (ArchivistError, _Different) as error:
            raise ExportDiffers(destination, str(error).rstrip(".")) from error

    def _documents(self, path: Path) -> Iterator[tuple[ReadDocument, dict[str, str]]]:
        """The documents that the reader finds, with the names of labels that are no names."""
        assert self._read is not None  # noqa: S101 - as the caller has made sure
        names: dict[str, str] = {}
        for item in self._read(path):
            if isinstance(item, ReadTag):
                names[item.label] = item.name or item.label
            elif isinstance(item, Problem):
                raise _Different(f"{item.where}: {item.what}")
            elif isinstance(item, ReadDocument):
                if item.problems:
                    raise _Different(f"{item.problems[0].where}: {item.problems[0].what}")
                yield item, names

    def _difference(self, path: Path, contents: Contents) -> str:
        """Which article it is, and what of it."""
        found: Counter[int] = Counter()
        for document in self._documents(path):
            found.update(self._hashes_of_document(*document))
        for handed in contents.articles():
            for hash_ in self._hashes_of_article(handed):
                if not found[hash_]:
                    return f"the article “{handed.article.title}” ({handed.article.id}) is another"
                found[hash_] -= 1
        return "there is more in it than was written"

    def _hashes_of_article(self, handed: HandedArticle) -> list[int]:
        marks = [(mark.start, mark.end, mark.tag.name, mark.quote) for mark in handed.annotations]
        return self._hashes(handed.article.id, handed.text, marks)

    def _hashes_of_document(self, document: ReadDocument, names: dict[str, str]) -> list[int]:
        marks = [
            (start, end, names.get(mark.label, mark.label), mark.quote or "")
            for mark, (start, end) in zip(document.annotations, _spans(document), strict=True)
            if not mark.for_review
        ]
        return self._hashes(document.id, document.text or "", marks)

    def _hashes(self, id_: str, text: str, marks: Iterable[_Mark]) -> list[int]:
        """One of an article with its text; without the text one a mark, as they may come from anywhere."""
        known = id_ if Aspect.ARTICLE_IDS in self._keeps else ""
        marks = sorted(marks) if Aspect.ANNOTATIONS in self._keeps else []
        if Aspect.TEXT in self._keeps:
            return [_hash([known, text, *(mark[:3] for mark in marks)])]
        return [_hash([known, mark]) for mark in marks]


class _Different(Exception):
    """What was read is not what was written."""


def _spans(document: ReadDocument) -> list[tuple[int, int]]:
    """The places of the annotations of a document in code points, where they are possible ones."""
    spans = [(mark.start, mark.end) for mark in document.annotations]
    if document.unit is Unit.CODE_POINTS or document.text is None:
        return spans
    try:
        if document.unit is Unit.UTF16:
            utf16 = Utf16Map(document.text)
            return [(utf16.to_code_point(start), utf16.to_code_point(end)) for start, end in spans]
        text = document.text.encode()
        return [(len(text[:start].decode()), len(text[:end].decode())) for start, end in spans]
    except ValueError as error:  # inside a character, or of the text
        raise _Different(f"in “{document.name}” an annotation is at no place of the text") from error


def _hash(value: object) -> int:
    return int.from_bytes(hashlib.sha256(json.dumps(value).encode()).digest(), "big")
