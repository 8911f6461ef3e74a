# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of an .ann file (brat's standoff format), and of its dialects.

Beside what brat writes: tabs between type, start and end (NER-UK 2.0), words that go on in the next
line, the modifications M of the BioNLP shared tasks, events without arguments. brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from archivist.exchange.brat.fragments import Fragment
from archivist.exchange.items import Problem
from archivist.file_names import shown

_BEGIN = re.compile(r"([TERAMN#][0-9A-Za-z_.-]*|\*)\t")
_TEXT_BOUND = re.compile(
    r"(\S+)[ \t]+(-?[0-9]{1,12})[ \t]+(-?[0-9]{1,12})"
    r"((?:[ ]*;[ ]*-?[0-9]{1,12}[ ]+-?[0-9]{1,12})*)[ ]*(?:[\t ](.*))?"
)
_PAIR = re.compile(r"(-?[0-9]+)[ ]+(-?[0-9]+)")
_ATTRIBUTE = re.compile(r"(\S+)[ \t]+(\S+)(?:[ \t]+(.*\S))?\s*")
_NOTE = re.compile(r"(\S+)[ ]+(\S+)[ ]*(?:\t(.*))?")
_NORMALISATION = re.compile(r"(\S+)[ ]+(\S+)[ ]+([^\s:]+):([^\t]*\S)\s*(?:\t(.*))?")
_LONGEST_QUOTE = 100_000  # lines; what no surface goes on for


@dataclass(frozen=True, slots=True)
class TextBound:
    """T: words of a type."""

    at: str  # where it is, for a person: "news.ann, line 12"
    id: str
    type: str
    fragments: tuple[Fragment, ...]  # code points, as they are written
    words: str | None  # as the line repeats them


@dataclass(frozen=True, slots=True)
class Event:
    """E: an event with the words that name it and what takes part."""

    at: str
    id: str
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]  # (role, id)


@dataclass(frozen=True, slots=True)
class Linked:
    """R: a relation."""

    at: str
    id: str
    type: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Equivalent:
    """*: things that are one."""

    at: str
    type: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A or M: something said of another line; without a value it is so."""

    at: str
    id: str
    type: str
    target: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """#: a text about another line."""

    at: str
    id: str
    type: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Normalisation:
    """N: what the words of a line are called in a database."""

    at: str
    id: str
    type: str
    target: str
    database: str
    reference: str
    name: str


Line = TextBound | Event | Linked | Equivalent | Attribute | Note | Normalisation


def parse(raw: str, where: str, text: str | None) -> tuple[list[Line], list[Problem]]:
    """The lines of an .ann file, and what of it cannot be understood; `text` is what it annotates."""
    rows = [row.removesuffix("\r") for row in raw.removeprefix("\ufeff").split("\n")]
    found: list[Line] = []
    problems: list[Problem] = []
    at = 0
    while at < len(rows):
        row, where_it_is = rows[at], f"{where}, line {at + 1}"
        at += 1
        if not row.strip():
            continue
        begun = _BEGIN.match(row)
        try:
            if begun is None:
                raise ValueError("it begins with no id of a known sort and a tab")
            line = _PARSERS[row[0]](where_it_is, begun.group(1), row[begun.end() :])
        except ValueError as error:
            problems.append(Problem(where_it_is, f"“{shown(row)}” was left out: {error}"))
            continue
        if isinstance(line, TextBound):
            line, more = _continued(line, rows, at, text)
            at += more
        found.append(line)
    return found, problems


def _continued(line: TextBound, rows: Sequence[str], at: int, text: str | None) -> tuple[TextBound, int]:
    """A line with the rows that its words go on in, and how many these are."""
    (start, end), words = line.fragments[0], line.words or ""
    if len(line.fragments) > 1 or at >= len(rows) or _BEGIN.match(rows[at]):
        return line, 0
    covered = None if text is None else text[max(start, 0) : max(end, 0)].replace("\r\n", "\n")
    wanted = end - start if covered is None else len(covered)
    for more, row in enumerate(rows[at : at + _LONGEST_QUOTE], 1):
        if len(words) >= wanted or _BEGIN.match(row):
            break
        words += "\n" + row
        if words == covered or (len(words) == wanted and row.strip()):
            return replace(line, words=words), more
    return line, 0


def _text_bound(at: str, id_: str, rest: str) -> TextBound:
    found = _TEXT_BOUND.fullmatch(rest)
    if found is None:
        raise ValueError("it has no type with a start and an end")
    type_, start, end, more, words = found.groups()
    fragments = ((int(start), int(end)), *((int(a), int(b)) for a, b in _PAIR.findall(more)))
    if not (words or "").strip() and all(a == b for a, b in fragments):
        raise ValueError("it marks no words")
    return TextBound(at, id_, type_, fragments, words or None)


def _event(at: str, id_: str, rest: str) -> Event:
    head, *arguments = rest.split() or [""]
    type_, trigger = _pair(head)
    return Event(at, id_, type_, trigger, tuple(map(_pair, arguments)))


def _linked(at: str, id_: str, rest: str) -> Linked:
    type_, *arguments = rest.split() or [""]
    if len(arguments) < 2:  # noqa: PLR2004 - a relation has two ends
        raise ValueError("it joins fewer than two")
    return Linked(at, id_, type_, tuple(map(_pair, arguments)))


def _equivalent(at: str, _id: str, rest: str) -> Equivalent:
    type_, *members = rest.split() or [""]
    if len(members) < 2:  # noqa: PLR2004 - of one there is nothing to say
        raise ValueError("it joins fewer than two")
    return Equivalent(at, type_, tuple(members))


def _attribute(at: str, id_: str, rest: str) -> Attribute:
    found = _ATTRIBUTE.fullmatch(rest)
    if found is None:
        raise ValueError("it has no name and no id of what it is about")
    return Attribute(at, id_, *found.groups())


def _note(at: str, id_: str, rest: str) -> Note:
    found = _NOTE.fullmatch(rest)
    if found is None:
        raise ValueError("it has no type and no id of what it is about")
    type_, target, text = found.groups()
    return Note(at, id_, type_, target, (text or "").strip())


def _normalisation(at: str, id_: str, rest: str) -> Normalisation:
    found = _NORMALISATION.fullmatch(rest)
    if found is None:
        raise ValueError("it has no reference of the form database:id")
    type_, target, database, reference, name = found.groups()
    return Normalisation(at, id_, type_, target, database, reference, (name or "").strip())


def _pair(written: str) -> tuple[str, str]:
    role, colon, id_ = written.partition(":")
    if not (role and colon and id_):
        raise ValueError(f"“{shown(written)}” is not of the form name:id")
    return role, id_


_PARSERS: dict[str, Callable[[str, str, str], Line]] = {
    "T": _text_bound,
    "E": _event,
    "R": _linked,
    "*": _equivalent,
    "A": _attribute,
    "M": _attribute,
    "N": _normalisation,
    "#": _note,
}
