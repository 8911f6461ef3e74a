# SPDX-License-Identifier: GPL-3.0-or-later
"""A small format for tests of what the framework does for every format: a JSON line an article."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from archivist.exchange import Aspect, Contents, Fitted, Format, HandedArticle
from archivist.exchange.items import Item, ReadAnnotation, ReadDocument, ReadTag, Unit
from archivist.model import Loss, Progress
from archivist.text import Utf16Map

KEPT = frozenset((Aspect.TEXT, Aspect.TITLE, Aspect.ARTICLE_IDS, Aspect.ANNOTATIONS))
Line = dict[str, Any]


def line_of(handed: HandedArticle) -> Line:
    marks = [[mark.start, mark.end, mark.tag.name, mark.quote] for mark in handed.annotations]
    return {"id": handed.article.id, "text": handed.text, "marks": marks}


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    with path.open("x", encoding="utf-8") as file:
        for number, handed in enumerate(contents.articles()):
            yield Progress(number, len(contents), "write")
            file.write(json.dumps(line_of(handed)) + "\n")
    return ()


def read(path: Path) -> Iterator[Item]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield document_of(json.loads(line))


def document_of(line: Line) -> ReadDocument:
    marks = tuple(
        ReadAnnotation(str(number), start, end, label, quote=quote)
        for number, (start, end, label, quote) in enumerate(line["marks"])
    )
    return ReadDocument(line["id"], line["text"], marks, id=line["id"])


LINES = Format("lines", "Lines", (".jsonl",), KEPT, write, read)


def in_utf16(path: Path) -> Iterator[Item]:
    """The same documents with other offsets, in another order, their labels numbered."""
    documents = [item for item in read(path) if isinstance(item, ReadDocument)]
    labels = sorted({mark.label for document in documents for mark in document.annotations})
    for number, label in enumerate(labels):
        yield ReadTag(str(number), name=label)
    for document in reversed(documents):
        assert document.text is not None
        utf16 = Utf16Map(document.text)
        marks = tuple(
            replace(
                mark,
                start=utf16.to_utf16(mark.start),
                end=utf16.to_utf16(mark.end),
                label=str(labels.index(mark.label)),
            )
            for mark in reversed(document.annotations)
        )
        yield replace(document, annotations=marks, unit=Unit.UTF16)


def without_overlaps(handed: HandedArticle) -> Fitted:
    """The article as a format holds it that cannot nest."""
    kept, end = [], 0
    for mark in handed.annotations:
        if mark.start >= end:
            kept.append(mark)
            end = mark.end
    lost = len(handed.annotations) - len(kept)
    there = {mark.id for mark in kept}
    relations = tuple(each for each in handed.relations if {each.source.id, each.target.id} <= there)
    return Fitted(
        replace(handed, annotations=tuple(kept), relations=relations),
        (Loss("annotations", lost, "overlap another"),) if lost else (),
    )
