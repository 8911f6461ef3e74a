# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions that all engines are asked, drawn from the first articles of the corpus.

They are the same whatever the size of the corpus, so that latencies can be set against it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from archivist.language.keys import query_keys
from archivist.language.words import written_words
from benchmarks.search.corpus import read_corpus, tags
from benchmarks.search.stream import read_keys

_SEED = 77
_ARTICLES = 5000  # that words are drawn from
_SAMPLE = 10  # every tenth of them may give phrases
_PLAIN = re.compile("[а-щьюяіїє]+")  # spelled in one way only
_VOWELS = "аоеиіу"

# What is asked how often. All but the last four are as in earlier measurements.
KINDS = {
    "term_common": 25,
    "term_rare": 25,
    "and2": 15,
    "and3": 10,
    "or3": 15,
    "phrase": 25,
    "prefix": 20,
    "fuzzy": 15,
    "filter_range": 20,
    "sort_date": 20,
    "facet_tag": 15,
    "tag_filter": 10,
    "stopword_and": 10,
    "wildcard": 15,
    "exact": 20,
    "exact_phrase": 10,
    "proximity": 15,
}
OPENING = "opening"  # the kind of one question more, for an index that was just opened


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Every engine is to count the answers and name the first twenty."""

    kind: str
    words: tuple[str, ...]  # forms, or one beginning or pattern
    keys: tuple[tuple[str, ...], ...] = ()  # by word: any of them will do
    firsts: tuple[str, ...] = ()  # by word: its first key where it was drawn from
    language: str = ""
    days: tuple[int, int] = (0, 0)  # 20220105, both included
    tag: str = ""
    slop: int = 0  # other words in between, in any order

    @property
    def text(self) -> str:
        """The question in our own query language."""
        words = " ".join(self.words)
        match self.kind:
            case "or3":
                asked = f"({' OR '.join(self.words)})"
            case "phrase":
                asked = f'"{words}"'
            case "exact_phrase":
                asked = f'="{words}"'
            case "proximity":
                asked = f'"{words}"~{self.slop}'
            case "exact":
                asked = f"={words}"
            case "prefix":
                asked = f"{words}*"
            case "fuzzy":
                asked = f"{words}~"
            case _:
                asked = f"({words})" if len(self.words) > 1 else words
        return f"body:{asked}{self._conditions()}"

    def _conditions(self) -> str:
        conditions = f" lang:{self.language}" if self.language else ""
        if self.days[1]:
            first, last = (f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}" for day in self.days)
            conditions += f" date:{first}..{last}"
        return conditions + (f' tag:"{self.tag}"' if self.tag else "")

    def as_json(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> Self:
        """What as_json() gave."""
        lists = {name: tuple(entry[name]) for name in ("words", "firsts", "days")}
        return cls(**{**entry, **lists, "keys": tuple(map(tuple, entry["keys"]))})


def make_questions(corpus: Path, keys: Path) -> list[Question]:
    """The questions, drawn from the corpus and its keys."""
    maker = _Maker(corpus, keys)
    return [maker.question(kind) for kind, count in {**KINDS, OPENING: 1}.items() for _ in range(count)]


class _Maker:
    def __init__(self, corpus: Path, keys: Path) -> None:
        self._random = random.Random(_SEED)
        counts: Counter[str] = Counter()
        self._passages: list[tuple[list[str], tuple[tuple[str, ...], ...]]] = []
        pairs = zip(read_corpus(corpus, _ARTICLES), read_keys(keys, _ARTICLES), strict=True)
        for number, (article, keyed) in enumerate(pairs):
            if article.language != "uk":
                continue
            words = [word.lower() for word in written_words(article.body)]
            counts.update(set(words))
            if number % _SAMPLE == 0:
                self._passages.append((words, keyed.words))
        plain = sorted(word for word in counts if _PLAIN.fullmatch(word))
        longer = [word for word in plain if len(word) > 3]
        self._common = [word for word in longer if 0.03 < counts[word] / _ARTICLES < 0.25]
        self._middling = [word for word in longer if 0.004 < counts[word] / _ARTICLES < 0.02 and len(word) > 4]
        self._rare = [word for word in longer if 2 <= counts[word] <= 5 and len(word) > 4]
        self._stop = [word for word in plain if counts[word] > 0.3 * _ARTICLES and len(word) > 1]

    def question(self, kind: str) -> Question:
        """A question of a kind."""
        makers: dict[str, Callable[[], Question]] = {
            "term_rare": lambda: self._of(kind, *self._one_of(self._rare)),
            "and2": lambda: self._of(kind, *self._one_of(self._common), *self._one_of(self._middling)),
            "and3": lambda: self._of(
                kind, *self._random.sample(self._common, 2), *self._random.sample(self._middling, 1)
            ),
            "or3": lambda: self._of(
                kind, *self._random.sample(self._common, 1), *self._random.sample(self._middling, 2)
            ),
            "phrase": lambda: self._passage(kind, self._random.choice((2, 2, 3))),
            "exact_phrase": lambda: self._passage(kind, 2),
            "proximity": self._proximity,
            "prefix": lambda: Question(kind, (self._random.choice(self._middling)[: self._random.choice((4, 5, 6))],)),
            "fuzzy": self._fuzzy,
            "wildcard": self._wildcard,
            "exact": lambda: self._of(kind, self._random.choice(self._common + self._middling)),
            "filter_range": self._filtered,
            "tag_filter": lambda: self._of(kind, *self._one_of(self._common), tag=self._random.choice(tags()[:10])),
            "stopword_and": lambda: self._of(kind, *self._one_of(self._stop), *self._one_of(self._common)),
        }
        return makers.get(kind, lambda: self._of(kind, *self._one_of(self._common)))()

    def _one_of(self, words: list[str]) -> list[str]:
        return [self._random.choice(words)]

    def _of(self, kind: str, *words: str, **conditions: Any) -> Question:
        return Question(kind, words, tuple(map(query_keys, words)), **conditions)

    def _passage(self, kind: str, length: int, gap: int = 0) -> Question:
        """Words that stand in some article with so many others between each two."""
        while True:
            words, keys = self._random.choice(self._passages)
            start = self._random.randrange(len(words) - length * (gap + 1))
            places = range(start, start + length * (gap + 1), gap + 1)
            asked = tuple(words[place] for place in places)
            # Found by a word that says something, as a person would remember it.
            if all(_PLAIN.fullmatch(word) for word in asked) and max(map(len, asked)) > 4 and len(set(asked)) > 1:
                firsts = tuple(keys[place][0] for place in places)
                return Question(kind, asked, tuple(map(query_keys, asked)), firsts)

    def _proximity(self) -> Question:
        question = self._passage("proximity", 2, self._random.choice((1, 2, 4)))
        return Question("proximity", question.words, question.keys, question.firsts, slop=5)

    def _fuzzy(self) -> Question:
        word = self._random.choice(self._middling)
        at = self._random.randrange(2, len(word) - 1)
        return Question("fuzzy", (word[:at] + self._random.choice(_VOWELS) + word[at + 1 :],))

    def _wildcard(self) -> Question:
        word = self._random.choice(self._middling)
        if self._random.random() < 0.3:
            return Question("wildcard", (f"*{word[-4:-2]}?{word[-1]}",))
        return Question("wildcard", (f"{word[: self._random.choice((2, 3))]}*{word[-2:]}",))

    def _filtered(self) -> Question:
        year = self._random.randrange(2008, 2025)
        days = (year * 10000 + 101, (year + 1) * 10000 + 1231)
        return self._of("filter_range", self._random.choice(self._common), language="uk", days=days)
