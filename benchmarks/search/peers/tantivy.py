# SPDX-License-Identifier: GPL-3.0-or-later
"""tantivy, with keys and surface forms in a field each, built by one thread.

A phrase is asked by the first key of each word, as of FTS5. Its slop knows no window in any order, so
that proximity is near to what is asked, but not the same; its fuzzy words may differ in the first letter.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from tempfile import TemporaryDirectory
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from benchmarks.search.corpus import read_corpus
from benchmarks.search.peers.engine import PAGE, SNIPPET_ARTICLES, SNIPPET_LENGTH, Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle

_HEAP_BYTES = 512_000_000
_HEAP_FOR_ONE = 15_000_000
_MOST_TAGS = 100
_WILDCARDS = str.maketrans({"*": ".*", "?": "."})


class Tantivy(Engine):
    """A tantivy index in a folder."""

    def prepared(self, article: KeyedArticle) -> Any:
        keys, forms = article.texts()
        return {
            "id": article.id,
            "lang": article.language,
            "date": article.day,
            "tag": list(article.tags),
            "keys": keys,
            "forms": forms,
        }

    def begin(self) -> None:
        self.folder.mkdir()
        self._index = _with_tokenizer(tantivy.Index(_schema(), path=str(self.folder)))
        self._writer = self._index.writer(_HEAP_BYTES, 1)

    def add(self, articles: Iterable[Any]) -> None:
        for article in articles:
            self._writer.add_document(_document(article))

    def finish(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()

    def open(self) -> None:
        self._index = _with_tokenizer(tantivy.Index.open(str(self.folder)))
        self._searcher: Any = self._index.searcher()
        self._schema = self._index.schema
        self._single: Any = None

    def add_one(self, article: Any) -> None:
        if self._single is None:  # a program would keep its writer open
            self._single = self._index.writer(_HEAP_FOR_ONE, 1)
        self._single.add_document(_document(article))
        self._single.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def meaning(self, question: Question) -> Question:
        return question

    def answer(self, meaning: Question) -> Answer:
        query = self._query(meaning)
        order = {"order_by_field": "date"} if meaning.kind == "sort_date" else {}
        found = self._searcher.search(query, PAGE, count=True, **order)
        ids = self._searcher.fast_field_values("id", [address for _, address in found.hits])
        facets = self._facets(query) if meaning.kind == "facet_tag" else {}
        return Answer(found.count, ids, facets)

    def snippet_times(self) -> list[float]:
        schema = tantivy.SchemaBuilder().add_text_field("body", stored=True).build()
        times = []
        with TemporaryDirectory() as folder:
            index = tantivy.Index(schema, path=folder)
            writer = index.writer(_HEAP_BYTES, 1)
            for article in read_corpus(self.workplace.corpus, SNIPPET_ARTICLES):
                writer.add_document(tantivy.Document(body=article.body))
            writer.commit()
            writer.wait_merging_threads()
            index.reload()
            searcher = index.searcher()
            for question in self.snippet_questions():
                query = Query.term_query(schema, "body", question.words[0])
                addresses = [address for _, address in searcher.search(query, PAGE).hits]
                started = time.process_time()
                generator = tantivy.SnippetGenerator.create(searcher, query, schema, "body")
                generator.set_max_num_chars(SNIPPET_LENGTH)
                for address in addresses:
                    generator.snippet_from_doc(searcher.doc(address)).to_html()
                times.append((time.process_time() - started) * 1000)
        return times

    def _facets(self, query: Query) -> dict[str, int]:
        asked = {"tags": {"terms": {"field": "tag", "size": _MOST_TAGS}}}
        counted = self._searcher.aggregate(query, asked)
        return {bucket["key"]: bucket["doc_count"] for bucket in counted["tags"]["buckets"]}

    def _query(self, question: Question) -> Query:
        schema = self._schema
        word = question.words[0]
        match question.kind:
            case "prefix":
                return Query.regex_query(schema, "forms", re.escape(word) + ".*")
            case "wildcard":
                return Query.regex_query(schema, "forms", word.translate(_WILDCARDS))
            case "fuzzy":
                return Query.fuzzy_term_query(schema, "forms", word, distance=1, transposition_cost_one=True)
            case "exact":
                return Query.term_query(schema, "forms", word)
            case "exact_phrase":
                return Query.phrase_query(schema, "forms", list(question.words))
            case "phrase" | "proximity":
                return Query.phrase_query(schema, "keys", list(question.firsts), slop=question.slop)
        parts = [self._any_of(keys) for keys in question.keys]
        conditions = self._conditions(question)
        if len(parts) == 1 and not conditions:
            return parts[0]
        occur = Occur.Should if question.kind == "or3" else Occur.Must
        return Query.boolean_query([(occur, part) for part in parts] + conditions)

    def _any_of(self, keys: tuple[str, ...]) -> Query:
        terms = [Query.term_query(self._schema, "keys", key) for key in keys]
        return terms[0] if len(terms) == 1 else Query.boolean_query([(Occur.Should, term) for term in terms])

    def _conditions(self, question: Question) -> list[tuple[Occur, Query]]:
        schema, found = self._schema, []
        if question.language:
            found.append(Query.term_query(schema, "lang", question.language))
        if question.days[1]:
            found.append(Query.range_query(schema, "date", FieldType.Integer, *question.days))
        if question.tag:
            found.append(Query.term_query(schema, "tag", question.tag))
        return [(Occur.Must, Query.const_score_query(each, 0.0)) for each in found]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("date", indexed=True, fast=True)
    builder.add_text_field("lang", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("tag", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("keys", "forms"):
        builder.add_text_field(name, tokenizer_name="spaces", index_option="position")
    return builder.build()


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def _document(article: Any) -> tantivy.Document:
    return tantivy.Document(**article)
