# SPDX-License-Identifier: GPL-3.0-or-later
"""Which annotations a span:(...) of a query is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from archivist.search.columns import Columns
from archivist.search.naming import Meant
from archivist.search.patterns import patterns_of
from archivist.search.query import And, Everything, Having, Linked, Node, Not, Or, Spans, TextField, TextNode
from archivist.search.snippets import Finder, Span
from archivist.store.annotations import Annotations, AnnotationText


class SpanCondition:
    """Tells whether annotations are what a span:(...) asks for; keep it for all annotations of a query.

    Words and phrases are sought in the quote as a text of its own, so that a word that the
    annotation cuts is not found by what lies outside.
    """

    def __init__(self, spans: Spans, meant: Meant) -> None:
        self._part = spans.part
        self._meant = meant
        self._finders: dict[TextNode, Finder] = {}
        self._records: dict[Linked, frozenset[int]] = {}

    def holds(self, annotation: AnnotationText, language: str) -> bool:
        """Whether an annotation in an article of this language is asked for."""
        return self._holds(self._part, annotation, language)

    def _holds(self, node: Node, annotation: AnnotationText, language: str) -> bool:
        match node:
            case And(parts):
                return all(self._holds(part, annotation, language) for part in parts)
            case Or(parts):
                return any(self._holds(part, annotation, language) for part in parts)
            case Not(part):
                return not self._holds(part, annotation, language)
            case Everything():
                return True
            case Having("tag", value):
                return annotation.tag == value.strip().casefold()
            case Having("kind", value):
                return annotation.kind == value.strip().casefold()
            case Linked():
                return annotation.record in self._records_of(node)
        if not isinstance(node, TextNode):
            raise TypeError(f"no annotation has a {node}")  # the parser lets none through
        text = annotation.note if node.field is TextField.NOTE else annotation.quote
        return self._finder(node).matches(text, language)

    def _records_of(self, node: Linked) -> frozenset[int]:
        records = self._records.get(node)
        if records is None:
            records = self._records[node] = frozenset(self._meant(node))
        return records

    def _finder(self, node: TextNode) -> Finder:
        finder = self._finders.get(node)
        if finder is None:
            finder = self._finders[node] = Finder(patterns_of(node))
        return finder


def articles_with(spans: Spans, columns: Columns, annotations: Annotations, meant: Meant) -> list[int]:
    """The articles (rows) with an annotation that is asked for, found by reading those that may be."""
    possible = columns.tagged(lambda _name, _kind: True)
    for part in spans.part.parts if isinstance(spans.part, And) else (spans.part,):
        if isinstance(part, Having):
            possible = possible & columns.of_value(part.field, part.value)
        elif isinstance(part, Linked):
            possible = possible & columns.linked(meant(part))
    codes, languages = columns.codes("language")
    condition = SpanCondition(spans, meant)
    texts = annotations.texts(np.flatnonzero(possible).tolist())
    return list({text.article for text in texts if condition.holds(text, languages[codes[text.article]])})


class WantedSpans:
    """The annotations that are asked for by the span:(...) parts which a found article answers.

    A part that it must not answer asks for none.
    """

    def __init__(self, root: Node, meant: Meant) -> None:
        self._conditions = [SpanCondition(spans, meant) for spans in dict.fromkeys(_wanted(root))]

    def __bool__(self) -> bool:
        """Whether any annotations are asked for."""
        return bool(self._conditions)

    def by_article(self, annotations: Annotations, rows: Sequence[int]) -> dict[int, list[AnnotationText]]:
        """The annotations of some articles, by row; none are read where none are asked for."""
        found: dict[int, list[AnnotationText]] = {}
        for text in annotations.texts(rows) if self._conditions else ():
            found.setdefault(text.article, []).append(text)
        return found

    def spans(self, annotations: Iterable[AnnotationText], language: str) -> list[Span]:
        """Where those of an article's annotations stand in its body that are asked for and have their place."""
        return [
            (each.start, each.end)
            for each in annotations
            if each.anchored and any(condition.holds(each, language) for condition in self._conditions)
        ]


def _wanted(node: Node) -> Iterator[Spans]:
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _wanted(part)
    elif isinstance(node, Spans):
        yield node
