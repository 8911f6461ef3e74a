# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of every word of the corpus, found once, so that all engines are given the same.

A line is an article: id, language, date, tags and the words, parted by tabs; words are parted by
spaces, the keys of a word by strokes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archivist.language.keys import FORM_MARK, index_keys
from archivist.language.words import written_words
from benchmarks.search.corpus import CorpusArticle

Positions = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class KeyedArticle:
    """What an engine is to index: for each word of the body its keys, the forms among them marked."""

    id: int
    language: str
    day: int  # 20220105
    tags: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]

    def texts(self) -> tuple[str, str]:
        """Keys and forms, each as a text for engines that have one token a position.

        The first key of each word stands at the word's own position, so that phrases can be asked by
        it; all other keys follow after the last word.
        """
        firsts, forms, further_keys, further_forms = [], [], [], []
        for keys in self.words:
            has_form = False
            firsts.append(keys[0])
            for key in keys[1:]:
                if not key.startswith(FORM_MARK):
                    further_keys.append(key)
                elif has_form:
                    further_forms.append(key[1:])
                else:
                    forms.append(key[1:])
                    has_form = True
        return " ".join(firsts + further_keys), " ".join(forms + further_forms)

    def positions(self) -> tuple[Positions, Positions]:
        """Where each key and each form stands, in words from 0, for engines that take positions."""
        keys: Positions = {}
        forms: Positions = {}
        for position, found in enumerate(self.words):
            for key in found:
                if key.startswith(FORM_MARK):
                    forms.setdefault(key[1:], []).append(position)
                else:
                    keys.setdefault(key, []).append(position)
        return keys, forms


def keyed_line(article: CorpusArticle) -> str:
    """The article as a line of a file of keys."""
    words = ("|".join(index_keys(word, article.language)) for word in written_words(article.body))
    fields = (str(article.id), article.language, str(article.day), "|".join(article.tags), " ".join(words))
    return "\t".join(fields) + "\n"


def read_keys(path: Path, articles: int, first: int = 0) -> Iterator[KeyedArticle]:
    """So many articles of a file of keys, after the first ones."""
    with path.open(encoding="utf-8") as lines:
        yield from map(_article, islice(lines, first, first + articles))


def _article(line: str) -> KeyedArticle:
    id_, language, day, tags, words = line.rstrip("\n").split("\t")
    return KeyedArticle(int(id_), language, int(day), tuple(tags.split("|")), _split(words.split(" ")))


def _split(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.split("|")) for word in words)
