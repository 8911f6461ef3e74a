# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmark asks of an engine."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle
from benchmarks.search.workplace import Workplace

PAGE = 20
SNIPPET_ARTICLES = 5000  # of a small index that gives snippets
SNIPPET_LENGTH = 220  # code points, about
SNIPPET_WORDS = 32


@dataclass(frozen=True, slots=True)
class Answer:
    """How many articles were found, the ids of the first PAGE of them, and counts by tag where asked for."""

    total: int
    ids: list[int]
    facets: Mapping[str, int] = field(default_factory=dict)


class Engine(ABC):
    """An engine with its index of one size in a folder. Either built, or opened and asked."""

    lacks: ClassVar[frozenset[str]] = frozenset()  # kinds of questions that it cannot answer
    finds_keys: ClassVar[bool] = False  # in its build, from the texts; then nothing is prepared or added

    def __init__(self, workplace: Workplace, name: str, size: int) -> None:
        self.workplace = workplace
        self.articles = size
        self.folder = workplace.index(name, size)

    def remove(self) -> None:
        """Remove the index, so that it can be built."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def move_to_copy(self) -> None:
        """Go on with a copy of the index, so that it can be changed; remove() removes it."""
        copy = self.folder.with_name(f"{self.folder.name}-changed")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        self.folder = copy

    @abstractmethod
    def prepared(self, article: KeyedArticle) -> Any:
        """The article in the shape in which the engine takes it; this is not counted as its work."""

    @abstractmethod
    def begin(self) -> None:
        """Make an empty index."""

    @abstractmethod
    def add(self, articles: Iterable[Any]) -> None:
        """Add prepared articles."""

    @abstractmethod
    def finish(self) -> None:
        """Bring the index to disk as it is to be asked."""

    @abstractmethod
    def open(self) -> None:
        """Open the index for asking."""

    @abstractmethod
    def meaning(self, question: Question) -> Any:
        """The question without what its answer does not depend on; this is not counted as its work."""

    @abstractmethod
    def answer(self, meaning: Any) -> Answer:
        """The answer to a question."""

    @abstractmethod
    def add_one(self, article: Any) -> None:
        """Add a prepared article to an open index, durably, so that the next answer knows it."""

    def settle(self) -> None:
        """Do what an engine puts off after an article was added; this is not counted as its adding."""
        return

    def snippet_times(self) -> list[float]:
        """CPU ms that each of some pages of snippets took, without the search itself; none if it has no snippets.

        FTS5 and tantivy mark only what their own tokenizers see, so that they are asked for surface
        forms in a small index of the texts themselves.
        """
        return []

    def snippet_questions(self) -> list[Question]:
        """Questions whose answers fill a page."""
        return [question for question in self.workplace.questions() if question.kind == "term_common"]

    def size(self) -> int:
        """Bytes of the index on disk."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
