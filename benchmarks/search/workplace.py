# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder that a benchmark works in: what was made once is found there again.

Corpora lie in folders named by a fingerprint of the code that makes them, keys and indexes inside
them likewise, so that none is taken that would be made differently today.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from archivist.language import keys
from benchmarks.search.corpus import BATCH, corpus_articles, corpus_line, read_corpus
from benchmarks.search.queries import KINDS, OPENING, Question, make_questions
from benchmarks.search.stream import KeyedArticle, keyed_line, read_keys

ADDED = 41  # articles beyond the corpus of a size, to be added one by one


_HERE = Path(__file__).parent


class Workplace:
    """Names of files, and the files that all engines share."""

    def __init__(self, folder: Path) -> None:
        """folder is one that current() gave."""
        self.folder = folder
        self.corpus = folder.parent / "corpus.jsonl"
        self.keys = folder / "keys.txt"
        self._questions = folder / f"questions-{_fingerprint([_HERE / 'queries.py'])}.json"

    @classmethod
    def current(cls, folder: Path) -> Self:
        """The workplace in a folder that belongs to the code as it is now."""
        makers = [_HERE / "corpus.py", _HERE / "lexicon.py"]
        keyers = [_HERE / "stream.py", *sorted(Path(keys.__file__).parent.glob("*.py"))]
        inner = folder / f"corpus-{_fingerprint(makers)}" / f"keys-{_fingerprint(keyers)}"
        inner.mkdir(parents=True, exist_ok=True)
        return cls(inner)

    def index(self, peer: str, size: int) -> Path:
        """Where an engine keeps its index of so many articles."""
        return self.folder / f"index-{peer}-{size}"

    def archive(self, size: int) -> Path:
        """Where an archive of so many articles is."""
        return self.folder.parent / f"archive-{size}"

    def result(self, peer: str, size: int, what: str) -> Path:
        """Where a measurement is written, as JSON."""
        return self.folder / "results" / f"{size}-{peer}-{what}.json"

    def results(self, peer: str, size: int, what: str) -> list[dict[str, Any]]:
        """The measurements of this kind; `what` may have stars."""
        paths = sorted((self.folder / "results").glob(f"{size}-{peer}-{what}.json"))
        return [json.loads(path.read_text(encoding="utf-8")) for path in paths]

    def forget(self, peer: str, size: int, what: str) -> None:
        """Remove the measurements of this kind; `what` may have stars."""
        for path in (self.folder / "results").glob(f"{size}-{peer}-{what}.json"):
            path.unlink()

    def prepare_corpus(self, articles: int) -> None:
        """Make the corpus of at least so many articles."""
        there = _whole_batches(self.corpus)
        _append(self.corpus, map(corpus_line, corpus_articles(there, articles)), "corpus")

    def prepare(self, articles: int) -> None:
        """Make the corpus and the keys of at least so many articles, and the questions."""
        articles += ADDED
        self.prepare_corpus(articles)
        there = _whole_batches(self.keys)
        missing = max(0, -(-articles // BATCH) - there)
        articles_left = read_corpus(self.corpus, missing * BATCH, there * BATCH)
        _append(self.keys, map(keyed_line, articles_left), "keys")
        if not self._questions.exists():
            for outdated in [*self.folder.glob("questions-*.json"), *self.folder.glob("results/*-ask-*.json")]:
                outdated.unlink()
            made = make_questions(self.corpus, self.keys)
            self._questions.write_text(
                json.dumps([question.as_json() for question in made], ensure_ascii=False, indent=1), encoding="utf-8"
            )

    def questions(self) -> list[Question]:
        """The questions that every engine is asked."""
        return [question for question in self._all_questions() if question.kind in KINDS]

    def opening_question(self) -> Question:
        """The one that is asked right after an index was opened."""
        return next(question for question in self._all_questions() if question.kind == OPENING)

    def _all_questions(self) -> list[Question]:
        return [Question.from_json(entry) for entry in json.loads(self._questions.read_text(encoding="utf-8"))]

    def articles(self, count: int, first: int = 0) -> Iterator[KeyedArticle]:
        """So many articles with their keys, after the first ones."""
        return read_keys(self.keys, count, first)

    def key_seconds(self, articles: int) -> float:
        """CPU seconds that it took to find the keys of the first so many articles."""
        seconds = self.keys.with_suffix(".seconds").read_text(encoding="ascii").split()
        return sum(float(each) for each in seconds[: -(-articles // BATCH)])


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _whole_batches(path: Path) -> int:
    """How many batches of lines a file has; one that was broken off within a batch is begun anew."""
    if not path.exists():
        return 0
    with path.open("rb") as lines:
        count = sum(1 for _ in lines)
    seconds = path.with_suffix(".seconds").read_text(encoding="ascii").split()
    if count % BATCH or len(seconds) != count // BATCH:
        path.unlink()
        path.with_suffix(".seconds").unlink()
        return 0
    return count // BATCH


def _append(path: Path, lines: Iterator[str], what: str) -> None:
    """Write the lines batch by batch, and beside them how much CPU time each batch took."""
    started = time.process_time()
    with path.open("a", encoding="utf-8") as file, path.with_suffix(".seconds").open("a", encoding="ascii") as clock:
        for count, line in enumerate(lines, 1):
            file.write(line)
            if count % BATCH == 0:
                clock.write(f"{time.process_time() - started:.3f}\n")
                started = time.process_time()
                print(f"\r{what}: {count} more articles", end="", flush=True)
    print(f"\r{what}: {path}")
