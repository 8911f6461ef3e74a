# SPDX-License-Identifier: GPL-3.0-or-later
"""One way in to all notes: whichever knows a sentence words it."""

from __future__ import annotations

import re
from contextvars import ContextVar

from archivist.ui.errors import ErrorWording
from archivist.ui.notes.damage_notes import DamageNotes
from archivist.ui.notes.finding_notes import FindingNotes
from archivist.ui.notes.foreign_notes import ForeignNotes
from archivist.ui.notes.intake_notes import IntakeNotes
from archivist.ui.notes.merge_notes import MergeNotes
from archivist.ui.notes.parser_notes import ParserNotes
from archivist.ui.notes.place_notes import PlaceNotes
from archivist.ui.value_wording import ValueWording

_PLACED = re.compile(r"(?P<place>(?:annotation|entry|line) \d+): (?P<why>.+)", re.DOTALL)
_AND = "; "  # between notes on one thing
_DEEPEST = 8  # notes within notes: no reader makes more, but a name in a file may be made to look like them
_DEPTH = ContextVar("depth", default=0)
# Errors first: they are whole sentences, of which a note may seem to be a part with something around it.
_WORDINGS = (
    *(ErrorWording, MergeNotes, ForeignNotes, IntakeNotes, DamageNotes, FindingNotes),
    *(ParserNotes, PlaceNotes, ValueWording),
)


def worded(said: str) -> str:
    """A note, or several of one thing, in the language of the interface; what is not known stays as it is."""
    depth = _DEPTH.get()
    if not said or depth >= _DEEPEST:
        return said
    outer = _DEPTH.set(depth + 1)
    try:
        return _worded(said)
    finally:
        _DEPTH.reset(outer)


def _worded(said: str) -> str:
    placed = _PLACED.fullmatch(said)
    if placed:
        return f"{worded(placed['place'])}: {worded(placed['why'])}"
    parts = [_known(part) for part in said.split(_AND)]
    if len(parts) > 1 and all(parts):
        return _AND.join(filter(None, parts))
    known = _known(said)
    if known is None and said[0].isupper():  # a note that stands as a sentence
        end = "." if said.endswith(".") else ""
        known = _known(said[0].lower() + said[1:].removesuffix("."))
        known = known and f"{known[0].upper()}{known[1:]}{end}"
    if known is None and _AND in said:
        return _AND.join(map(worded, said.split(_AND)))
    return said if known is None else known


def _known(said: str) -> str | None:
    return next(filter(None, (wording().known(said) for wording in _WORDINGS)), None)
