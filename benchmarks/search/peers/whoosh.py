# SPDX-License-Identifier: GPL-3.0-or-later
"""Stock Whoosh with its default codec, keys and surface forms in a field each, all at their true positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from whoosh import fields, formats, index, query, sorting
from whoosh.query.spans import SpanNear2, SpanOr

from benchmarks.search.peers.engine import PAGE, Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle

_POOL_MEGABYTES = 256


class Positioned(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field that is given terms with their positions."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)

    def index(self, value: dict[str, list[int]], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        encode = self.format.encode
        for term, positions in value.items():
            count = len(positions)
            yield term.encode(), count, float(count), encode(positions)


class Whoosh(Engine):
    """A Whoosh index in one file a segment, which is what Whoosh does unless told otherwise."""

    compound = True

    def prepared(self, article: KeyedArticle) -> Any:
        keys, forms = article.positions()
        return {
            "id": article.id,
            "lang": article.language,
            "date": article.day,
            "tag": ",".join(article.tags),
            "keys": keys,
            "forms": forms,
        }

    def begin(self) -> None:
        self.folder.mkdir()
        self._index = index.create_in(self.folder, _schema())
        self._writer = self._index.writer(limitmb=_POOL_MEGABYTES, compound=self.compound)

    def add(self, articles: Iterable[Any]) -> None:
        for article in articles:
            self._writer.add_document(**article)

    def finish(self) -> None:
        self._writer.commit()
        self._index.close()

    def open(self) -> None:
        self._index = index.open_dir(self.folder)
        self._searcher = self._index.searcher()

    def add_one(self, article: Any) -> None:
        writer = self._index.writer(compound=self.compound)
        writer.add_document(**article)
        writer.commit()
        self._searcher = self._searcher.refresh()

    def meaning(self, question: Question) -> Question:
        return question

    def answer(self, meaning: Question) -> Answer:
        options: dict[str, Any] = {}
        conditions = _conditions(meaning)
        if conditions:
            options["filter"] = query.And(conditions)
        if meaning.kind == "sort_date":
            options |= {"sortedby": "date", "reverse": True}
        if meaning.kind == "facet_tag":
            options |= {"groupedby": sorting.FieldFacet("tag", allow_overlap=True), "maptype": sorting.Count}
        found = self._searcher.search(_query(meaning), limit=PAGE, **options)
        facets = found.groups() if meaning.kind == "facet_tag" else {}
        return Answer(len(found), [hit["id"] for hit in found], facets)


class WhooshLoose(Whoosh):
    """The same with a segment in several files, which Whoosh maps instead of reading them whole."""

    compound = False


def _schema() -> fields.Schema:
    return fields.Schema(
        id=fields.NUMERIC(int, 32, signed=True, shift_step=0, stored=True, unique=True),
        date=fields.NUMERIC(int, 32, signed=True, sortable=True),
        lang=fields.ID,
        tag=fields.KEYWORD(commas=True, scorable=False),
        keys=Positioned(),
        forms=Positioned(),
    )


def _query(question: Question) -> query.Query:
    word = question.words[0]
    match question.kind:
        case "prefix":
            return query.Prefix("forms", word)
        case "wildcard":
            return query.Wildcard("forms", word)
        case "fuzzy":
            return query.FuzzyTerm("forms", word, maxdist=1, prefixlength=1)
        case "exact":
            return query.Term("forms", word)
        case "exact_phrase":
            return query.Phrase("forms", list(question.words))
        case "phrase":
            return SpanNear2([_any_of(keys, SpanOr) for keys in question.keys])
        case "proximity":
            near = [_any_of(keys, SpanOr) for keys in question.keys]
            return SpanNear2(near, slop=question.slop + 1, ordered=False)
    parts = [_any_of(keys, query.Or) for keys in question.keys]
    if question.kind == "or3":
        return query.Or(parts)
    return parts[0] if len(parts) == 1 else query.And(parts)


def _any_of(keys: Sequence[str], join: Callable[[list[query.Query]], query.Query]) -> query.Query:
    terms = [query.Term("keys", key) for key in keys]
    return terms[0] if len(terms) == 1 else join(terms)


def _conditions(question: Question) -> list[query.Query]:
    found: list[query.Query] = []
    if question.language:
        found.append(query.Term("lang", question.language))
    if question.days[1]:
        found.append(query.NumericRange("date", *question.days))
    if question.tag:
        found.append(query.Term("tag", question.tag))
    return found
