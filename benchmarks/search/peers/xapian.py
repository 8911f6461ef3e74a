# SPDX-License-Identifier: GPL-3.0-or-later
"""Xapian, where Debian's python3-xapian is installed; forms are terms with an "=" before them.

A phrase is asked by the first key of each word, as of FTS5. It has no edit distance, and
stars at the end of a word only.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from typing import Any

import xapian  # type: ignore[import-not-found,unused-ignore]  # not on PyPI

from benchmarks.search.peers.engine import PAGE, Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle

_DATE, _TAGS = 0, 1  # values of a document
_LANGUAGE, _TAG = "XL", "XT"  # before a term
_BETWEEN_TAGS = "\0"
_LONGEST = 200  # bytes of a term
_FLUSH = 10_000  # articles


class Xapian(Engine):
    """A Xapian database, compacted."""

    lacks = frozenset(("fuzzy", "wildcard"))

    def prepared(self, article: KeyedArticle) -> Any:
        keys, forms = article.positions()
        terms = [*keys.items(), *((f"={form}", positions) for form, positions in forms.items())]
        kept = [(term, positions) for term, positions in terms if len(term.encode()) < _LONGEST]
        return article.id, article.language, article.day, article.tags, kept

    def begin(self) -> None:
        self._unpacked = self.folder.with_name(f"{self.folder.name}-unpacked")
        shutil.rmtree(self._unpacked, ignore_errors=True)
        self._database = xapian.WritableDatabase(str(self._unpacked), xapian.DB_CREATE)
        self._count = 0

    def add(self, articles: Iterable[Any]) -> None:
        for article in articles:
            self._database.add_document(_document(article))
            self._count += 1
            if self._count % _FLUSH == 0:
                self._database.commit()

    def finish(self) -> None:
        self._database.commit()
        self._database.compact(str(self.folder))
        self._database.close()
        shutil.rmtree(self._unpacked)

    def open(self) -> None:
        self._database = xapian.Database(str(self.folder))
        self._writable: Any = None

    def add_one(self, article: Any) -> None:
        if self._writable is None:
            self._writable = xapian.WritableDatabase(str(self.folder), xapian.DB_OPEN)
        self._writable.add_document(_document(article))
        self._writable.commit()
        self._database.reopen()

    def meaning(self, question: Question) -> Question:
        return question

    def answer(self, meaning: Question) -> Answer:
        enquire = xapian.Enquire(self._database)
        enquire.set_query(_filtered(meaning, _query(meaning)))
        spy = None
        if meaning.kind == "sort_date":
            enquire.set_sort_by_value(_DATE, True)
        elif meaning.kind == "facet_tag":
            spy = xapian.ValueCountMatchSpy(_TAGS)
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, PAGE, self._database.get_doccount())
        ids = [int(match.document.get_data()) for match in found]
        return Answer(found.get_matches_estimated(), ids, _facets(spy) if spy is not None else {})


def _document(article: Any) -> Any:
    id_, language, day, tags, terms = article
    document = xapian.Document()
    for term, positions in terms:
        for position in positions:
            document.add_posting(term, position)
    document.add_boolean_term(_LANGUAGE + language)
    for tag in tags:
        document.add_boolean_term(_TAG + tag)
    document.add_value(_DATE, xapian.sortable_serialise(day))
    document.add_value(_TAGS, _BETWEEN_TAGS.join(tags))
    document.set_data(str(id_))
    return document


def _query(question: Question) -> Any:
    ask, word = xapian.Query, question.words[0]
    match question.kind:
        case "prefix":
            return ask(ask.OP_WILDCARD, f"={word}", 0, ask.WILDCARD_LIMIT_ERROR, ask.OP_SYNONYM)
        case "exact":
            return ask(f"={word}")
        case "exact_phrase":
            return ask(ask.OP_PHRASE, [f"={form}" for form in question.words], len(question.words))
        case "phrase":
            return ask(ask.OP_PHRASE, list(question.firsts), len(question.firsts))
        case "proximity":
            return ask(ask.OP_NEAR, list(question.firsts), len(question.firsts) + question.slop)
    parts = [_any_of(keys) for keys in question.keys]
    return ask(ask.OP_OR if question.kind == "or3" else ask.OP_AND, parts)


def _any_of(keys: Sequence[str]) -> Any:
    return xapian.Query(xapian.Query.OP_SYNONYM, [xapian.Query(key) for key in keys])


def _filtered(question: Question, query: Any) -> Any:
    ask, conditions = xapian.Query, []
    if question.language:
        conditions.append(ask(_LANGUAGE + question.language))
    if question.days[1]:
        conditions.append(ask(ask.OP_VALUE_RANGE, _DATE, *map(xapian.sortable_serialise, question.days)))
    if question.tag:
        conditions.append(ask(_TAG + question.tag))
    return ask(ask.OP_FILTER, query, ask(ask.OP_AND, conditions)) if conditions else query


def _facets(spy: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in spy.values():
        for tag in value.term.decode().split(_BETWEEN_TAGS):
            counts[tag] = counts.get(tag, 0) + value.termfreq
    return counts
