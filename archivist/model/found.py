# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search answers with. It is shown in another process than it is found in, which has no need of the index."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a text on one line, and the matches [start, end) inside it in its own code points."""

    text: str
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """An occurrence at [start, end) in code points of an article's body, and its context on one line."""

    article: str  # id
    row: int
    title: str
    outlet: str
    published: str
    start: int
    end: int
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class CompletionChoice:
    """A way to go on with a query, and what it means ("" where it speaks for itself)."""

    text: str
    description: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in the place of [start, end) of a query, in code points."""

    start: int
    end: int
    choices: tuple[CompletionChoice, ...]
