# SPDX-License-Identifier: GPL-3.0-or-later
"""What an <annotation> of TEI says of its target: who made it and when, notes, words and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from archivist.exchange.tei.elements import ID, uuid_of, words
from archivist.exchange.tei.features import features_of
from archivist.exchange.tei.writing import ATTRIBUTES, PREFIX, QUOTE, REVIEW, SUFFIX
from archivist.model import JsonValue
from archivist.text import one_line
from archivist.xml_names import children, local_name

_PLACE = re.compile(r"(\d{1,12}) (\d{1,12})")
_SURROUNDINGS = (QUOTE, PREFIX, SUFFIX)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of some words, in whatever way."""

    note: str = ""
    attributes: dict[str, JsonValue] = field(default_factory=dict)
    annotator: str = ""
    created_at: str = ""
    modified_at: str = ""
    id: str = ""
    quote: str | None = None
    prefix: str = ""
    suffix: str = ""
    for_review: bool = False
    span: tuple[int, int] | None = None  # where it was, of one that is for review


def said_of(annotation: _Element) -> Said:
    """All of it."""
    notes = list(children(annotation, "note"))
    around = {type_: words(note) for note in notes if (type_ := note.get("type", "")) in _SURROUNDINGS}
    id_ = uuid_of(annotation.get(ID, ""), "a")
    place = _PLACE.fullmatch(annotation.get("n", "")) if id_ else None
    changes = [change for list_ in children(annotation, "revisionDesc") for change in children(list_, "change")]
    return Said(
        note="\n".join(_comments(annotation)),
        attributes=_attributes(notes),
        annotator=_annotator(annotation),
        created_at=_when(changes, "created") or _when(changes[:1], ""),
        modified_at=_when(changes, "modified") or _when(changes[-1:], ""),
        id=id_,
        quote=around.get(QUOTE),
        prefix=around.get(PREFIX, ""),
        suffix=around.get(SUFFIX, ""),
        for_review=place is not None and any(change.get("status") == REVIEW for change in changes),
        span=(int(place[1]), int(place[2])) if place else None,
    )


def _comments(annotation: _Element) -> Iterator[str]:
    for part in annotation:
        name = local_name(part)
        if name == "note" and part.get("type") not in (*_SURROUNDINGS, ATTRIBUTES):
            yield words(part)
        elif name in ("ptr", "ref"):
            yield " ".join(filter(None, (words(part), part.get("target", ""))))


def _attributes(notes: list[_Element]) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for note in notes:
        for structure in children(note, "fs"):
            found |= features_of(structure)
    return found


def _annotator(annotation: _Element) -> str:
    for statement in children(annotation, "respStmt"):
        for part in statement:
            if local_name(part) in ("name", "persName", "orgName"):
                return one_line(words(part))
    return ""


def _when(changes: list[_Element], status: str) -> str:
    return next((c.get("when", "") for c in changes if c.get("status", "") == status), "")
