# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program offers: readings of a text, and places for an annotation that has lost its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivist.model.json_value import JsonValue
from archivist.model.terms import Kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the program sees in a text and offers; nothing is applied unasked."""

    start: int
    end: int
    quote: str
    kind: Kind
    attributes: Mapping[str, JsonValue]  # as those of an annotation
    confidence: float  # 0 to 1
    source: str  # which reader saw it: figure, date, mention, guess, seen
    record: str | None = None  # id of the record that is mentioned
    tag: str | None = None  # id of the tag that these words carried before


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the current text where an annotation that waits for review may belong."""

    start: int
    end: int
    words: str
    likeness: float  # of the words and what surrounds them, from 0 to 1
