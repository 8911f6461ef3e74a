# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of a CoNLL-U file, or of CoNLL-U Plus with columns of its own.

A token is what stands in the text: a word, or several that are written as one ("півроку"); words that
only the grammar has (8.1) are none. universaldependencies.org/format.html, /ext-format.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archivist.exchange.conllu.entities import OUTSIDE
from archivist.exchange.conllu.spacing import unescaped
from archivist.exchange.items import Problem
from archivist.file_names import shown

COLUMNS = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
ID = re.compile(r"([0-9]{1,9})(?:([-.])([0-9]{1,9}))?")
LAYER = re.compile(r"(?:NE|NER|NamedEntity)[0-9]*", re.IGNORECASE)
ENTITY = "Entity"
_NO_GRAMMAR = ["_"] * 7


@dataclass(slots=True)
class Token:
    """A token with what is said of it, and of the words in it."""

    form: str
    misc: dict[str, str]
    where: str
    inner: int = 0  # the number of the last of the words that are written as one here
    exact: bool = False  # whether it says what white space surrounds it

    def space_after(self) -> str | None:
        """The white space after it; None where that is for the sentence to say."""
        if "SpacesAfter" in self.misc:
            return unescaped(self.misc["SpacesAfter"])
        return "" if self.misc.get("SpaceAfter") == "No" else None

    def space_before(self) -> str:
        """The white space before it that no token before it has."""
        return unescaped(self.misc["SpacesBefore"]) if "SpacesBefore" in self.misc else ""


@dataclass(slots=True)
class Sentence:
    """A sentence with its comments, by their keys."""

    comments: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)  # where each comment is
    tokens: list[Token] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    has_grammar: bool = False
    where: str = ""


class Sentences:
    """Reads sentences from the rows of a file, each with where it is."""

    def __init__(self) -> None:
        self._set_columns(COLUMNS)
        self._sentence = Sentence()

    def read(self, rows: Iterable[tuple[str, str]]) -> Iterator[Sentence]:
        """The sentences; a row is the place for a person, and the text without its line end."""
        for where, row in rows:
            if row.strip(" \t"):
                self._take(where, row)
            else:
                yield from self._ended()
        yield from self._ended()

    def _ended(self) -> Iterator[Sentence]:
        if self._sentence.tokens or self._sentence.comments or self._sentence.problems:
            yield self._sentence
        self._sentence = Sentence()

    def _take(self, where: str, row: str) -> None:
        sentence = self._sentence
        sentence.where = sentence.where or where
        if row.startswith("#"):
            name, _, value = row.removeprefix("#").partition("=")
            key, value = name.strip(), value.lstrip()
            if key == "global.columns" and not self._set_columns(tuple(value.split())):
                sentence.problems.append(Problem(where, "its columns have no ID or no FORM; it is read as CoNLL-U"))
            if key in sentence.comments:  # the first counts, and none is lost
                key = f"{key} ({where})"
            sentence.comments[key], sentence.places[key] = value, where
            return
        cells = row.split("\t")
        number = ID.fullmatch(cells[self._id]) if self._id < len(cells) else None
        if number is None or self._form >= len(cells):
            sentence.problems.append(Problem(where, f"“{shown(row)}” was left out: it is no number with a word"))
            return
        if len(cells) < len(self._columns):
            sentence.problems.append(Problem(where, f"“{shown(row)}” has fewer than {len(self._columns)} columns"))
            cells += ["_"] * (len(self._columns) - len(cells))
        sentence.has_grammar |= self._columns is COLUMNS and cells[2:9] != _NO_GRAMMAR
        misc = _misc(cells[self._misc]) if self._misc is not None else {}
        for name, at in self._layers:
            misc[name] = cells[at]
        self._add(where, number, cells[self._form], misc)

    def _set_columns(self, columns: tuple[str, ...]) -> bool:
        """Let the file have these columns; False where an id or a form is not among them."""
        if not {"ID", "FORM"} <= set(columns):
            return False
        self._columns = columns
        self._id, self._form = columns.index("ID"), columns.index("FORM")
        self._misc = columns.index("MISC") if "MISC" in columns else None
        names = ((column.rpartition(":")[2], at) for at, column in enumerate(columns) if column not in COLUMNS)
        self._layers = [(name, at) for name, at in names if LAYER.fullmatch(name) or name == ENTITY]
        return True

    def _add(self, where: str, number: re.Match[str], form: str, misc: dict[str, str]) -> None:
        first, sign, second = number.groups()
        last = self._sentence.tokens[-1] if self._sentence.tokens else None
        if last is not None and last.inner and last.inner >= int(first) and sign != "-":
            _merge(last, misc)
        elif sign != ".":
            if "SpacesInToken" in misc:
                form = unescaped(misc["SpacesInToken"])
            exact = "SpacesAfter" in misc or "SpacesBefore" in misc
            self._sentence.tokens.append(Token(form, misc, where, int(second) if sign == "-" else 0, exact))


def _misc(value: str) -> dict[str, str]:
    if value == "_":
        return {}
    pairs = (part.partition("=") for part in value.split("|"))
    return {key.strip(): written.strip() for key, _, written in pairs}


def _merge(token: Token, misc: dict[str, str]) -> None:
    """Let a token have what is said of a word in it: brackets after those that it has, and the first of tags."""
    for key, value in misc.items():
        if key == ENTITY:
            token.misc[key] = token.misc.get(key, "") + value
        elif LAYER.fullmatch(key) and token.misc.get(key, "O") in OUTSIDE:
            token.misc[key] = value
