# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite FTS5, contentless, with keys and surface forms in a column each.

Metadata lie in narrow tables that cover what is asked of them. A phrase is asked by the first key
of each word, for FTS5 takes one token a position from Python. It has no wildcards and no edit distance.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from typing import Any

from benchmarks.search.corpus import read_corpus
from benchmarks.search.peers.engine import PAGE, SNIPPET_ARTICLES, SNIPPET_WORDS, Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle

_SCHEMA = """
    CREATE VIRTUAL TABLE ft USING fts5(keys, forms, content='', detail=full, tokenize="ascii tokenchars '~-.,'");
    CREATE TABLE meta (id INTEGER PRIMARY KEY, lang TEXT, date INTEGER);
    CREATE TABLE tag (article INTEGER, tag TEXT, PRIMARY KEY (article, tag)) WITHOUT ROWID;
    CREATE INDEX tag_article ON tag (tag, article);
"""
_PRAGMAS = "PRAGMA mmap_size = 8000000000; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;"
_FILTERED = "FROM ft CROSS JOIN meta m ON m.id = ft.rowid WHERE ft MATCH ? AND m.lang = ? AND m.date BETWEEN ? AND ?"
_TAGGED = "FROM ft CROSS JOIN tag t ON t.article = ft.rowid AND t.tag = ?2 WHERE ft MATCH ?1"
_FOUND = "FROM ft WHERE ft MATCH ?"
_FACETS = "SELECT t.tag, count(*) FROM ft CROSS JOIN tag t ON t.article = ft.rowid WHERE ft MATCH ? GROUP BY t.tag"
_DATED = "FROM ft CROSS JOIN meta m ON m.id = ft.rowid WHERE ft MATCH ?"
_CONDITIONS = {"filter_range": _FILTERED, "tag_filter": _TAGGED, "sort_date": _DATED}
_NEWEST = "m.date DESC, ft.rowid DESC"


class Fts5(Engine):
    """An FTS5 table in a database of its own."""

    lacks = frozenset(("fuzzy", "wildcard"))

    def prepared(self, article: KeyedArticle) -> Any:
        tags = [(article.id, tag) for tag in article.tags]
        return (article.id, *article.texts()), (article.id, article.language, article.day), tags

    def begin(self) -> None:
        self.folder.mkdir()
        self._connect()
        self._database.executescript(_SCHEMA)
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("BEGIN")

    def add(self, articles: Iterable[Any]) -> None:
        for article in articles:
            self._insert(article)

    def finish(self) -> None:
        self._database.execute("INSERT INTO ft (ft) VALUES ('optimize')")
        self._database.execute("COMMIT")
        self._database.execute("ANALYZE")
        self._database.close()

    def open(self) -> None:
        self._connect()

    def add_one(self, article: Any) -> None:
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.execute("BEGIN")
        self._insert(article)
        self._database.execute("COMMIT")

    def meaning(self, question: Question) -> tuple[str, str, tuple[Any, ...]]:
        match question.kind:
            case "filter_range":
                return question.kind, _match(question), (question.language, *question.days)
            case "tag_filter":
                return question.kind, _match(question), (question.tag,)
        return question.kind, _match(question), ()

    def answer(self, meaning: tuple[str, str, tuple[Any, ...]]) -> Answer:
        kind, match, values = meaning
        condition = _CONDITIONS.get(kind, _FOUND)
        parameters = (match, *values)
        order = _NEWEST if kind == "sort_date" else "ft.rank"
        ask = self._database.execute
        # One pass that counts as it ranks is quicker than a second one to count.
        rows = ask(
            f"SELECT ft.rowid, count(*) OVER () {condition} ORDER BY {order} LIMIT {PAGE}", parameters
        ).fetchall()
        facets = dict(ask(_FACETS, (match,))) if kind == "facet_tag" else {}
        return Answer(rows[0][1] if rows else 0, [row[0] for row in rows], facets)

    def snippet_times(self) -> list[float]:
        database = sqlite3.connect(":memory:")
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='unicode61 remove_diacritics 0')")
        bodies = ((article.id, article.body) for article in read_corpus(self.workplace.corpus, SNIPPET_ARTICLES))
        database.executemany("INSERT INTO texts (rowid, body) VALUES (?, ?)", bodies)
        found = f"FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT {PAGE}"
        times = []
        for question in self.snippet_questions():
            seconds = []
            for what in ("rowid", f"snippet(texts, 0, '[', ']', '…', {SNIPPET_WORDS})"):
                started = time.process_time()
                database.execute(f"SELECT {what} {found}", (_quoted(question.words[0]),)).fetchall()
                seconds.append(time.process_time() - started)
            times.append((seconds[1] - seconds[0]) * 1000)
        return times

    def _connect(self) -> None:
        self._database = sqlite3.connect(self.folder / "index.db", isolation_level=None)
        self._database.executescript(_PRAGMAS)

    def _insert(self, article: Any) -> None:
        texts, meta, tags = article
        self._database.execute("INSERT INTO ft (rowid, keys, forms) VALUES (?, ?, ?)", texts)
        self._database.execute("INSERT INTO meta VALUES (?, ?, ?)", meta)
        self._database.executemany("INSERT INTO tag VALUES (?, ?)", tags)


def _match(question: Question) -> str:
    match question.kind:
        case "prefix":
            return f'forms : "{question.words[0]}" *'
        case "exact" | "exact_phrase":
            return f'forms : "{" ".join(question.words)}"'
        case "phrase":
            return f'keys : "{" ".join(question.firsts)}"'
        case "proximity":
            return f"keys : NEAR({' '.join(map(_quoted, question.firsts))}, {question.slop})"
        case "fuzzy" | "wildcard":
            return ""
    operator = " OR " if question.kind == "or3" else " AND "
    return f"keys : ({operator.join(map(_any_of, question.keys))})"


def _any_of(keys: tuple[str, ...]) -> str:
    return _quoted(keys[0]) if len(keys) == 1 else f"({' OR '.join(map(_quoted, keys))})"


def _quoted(key: str) -> str:
    return f'"{key}"'
