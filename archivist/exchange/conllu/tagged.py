# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with a tag in the last of their columns, as the shared tasks of CoNLL 2002 and 2003 have them.

The text is not in such a file: it is the words with a space between them, a line a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivist.exchange.conllu.entities import Entity, decoded, is_tag
from archivist.exchange.items import Problem, ReadAnnotation, ReadDocument
from archivist.file_names import shown

DOCUMENT = "-DOCSTART-"


def columns_of(row: str) -> list[str]:
    """The columns of a row, which are parted by tabs or else by spaces."""
    return row.rstrip().split("\t") if "\t" in row else row.split()


def is_tagged(row: str) -> bool:
    """Whether a row is a word with a tag."""
    columns = columns_of(row)
    return len(columns) > 1 and is_tag(columns[-1])


class _Document:
    def __init__(self, name: str) -> None:
        self.name = name
        self.words: list[str] = []
        self.tags: list[str] = []
        self.places: list[str] = []
        self.text: list[str] = []
        self.length = 0
        self.annotations: list[ReadAnnotation] = []
        self.problems: list[Problem] = []
        self.blank = 0  # empty rows since the last word

    def end_sentence(self) -> None:
        """Let the words so far be a line."""
        if not self.words:
            return
        starts, at = [], self.length
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        for entity in decoded(self.tags):
            self._annotate(entity, starts)
        self._append(" ".join(self.words))
        self.words, self.tags, self.places = [], [], []

    def _annotate(self, entity: Entity, starts: list[int]) -> None:
        last = entity.last - 1
        self.annotations.append(
            ReadAnnotation(
                str(len(self.annotations) + 1),
                starts[entity.first],
                starts[last] + len(self.words[last]),
                entity.label,
                self.places[entity.first],
                " ".join(self.words[entity.first : entity.last]),
            )
        )

    def add(self, where: str, word: str, tag: str) -> None:
        """Add a word."""
        if not self.words and self.length:
            self._append("\n\n" if self.blank > 1 else "\n")
        self.blank = 0
        self.words.append(word)
        self.tags.append(tag)
        self.places.append(where)

    def _append(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def read(self) -> ReadDocument:
        """All of it."""
        self.end_sentence()
        return ReadDocument(self.name, "".join(self.text), tuple(self.annotations), problems=tuple(self.problems))


def read_tagged(rows: Iterable[tuple[str, str]], name: str) -> Iterator[ReadDocument]:
    """The documents of a file; a row is the place for a person, and the text without its line end."""
    document, number = _Document(name), 1
    for where, row in rows:
        columns = columns_of(row)
        if not columns or not row.strip():
            document.end_sentence()
            document.blank += 1
        elif columns[0].startswith(DOCUMENT):
            found = document.read()
            if found.text:
                yield _named(found, number)
                number += 1
            document = _Document(name)
        elif len(columns) > 1 and is_tag(columns[-1]):
            document.add(where, columns[0], columns[-1])
        elif row.startswith("# "):
            document.problems.append(Problem(where, f"the comment “{shown(row)}” was left out"))
        else:
            document.add(where, columns[0], "O")
            document.problems.append(
                Problem(where, f"“{shown(row)}” has no tag in its last column; its word was taken")
            )
    found = document.read()
    if found.text or found.problems:
        yield _named(found, number)


def _named(document: ReadDocument, number: int) -> ReadDocument:
    return document if number == 1 else replace(document, name=f"{document.name} {number}")
