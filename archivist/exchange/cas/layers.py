# SPDX-License-Identifier: GPL-3.0-or-later
"""What the layers of a CAS are: what annotates, what relates, and what only holds the rest together.

UIMA says nothing of this; INCEpTION and WebAnno go by the names of types and features, and so does this.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache

from archivist.exchange.cas.structures import Structure
from archivist.exchange.cas.type_system import (
    ANNOTATION,
    DKPRO,
    DOCUMENT_ANNOTATION,
    META_FIELD,
    NAMED_ENTITY,
    SENTENCE,
    STRING,
    TAG_SET,
    TOKEN,
    TypeSystem,
)
from archivist.model import JsonValue

SOURCE, TARGET = "Governor", "Dependent"  # the ends of a relation
NEXT = "next"  # the link of a chain that follows
FILLER = "target"  # what a link with a role leads to


class Part(Enum):
    """What a structure is for."""

    SPAN = auto()  # words that are marked
    RELATION = auto()  # between two of them
    FRAME = auto()  # the document and its tokens, which every text has
    LINGUISTIC = auto()  # how its words are built
    HOLDER = auto()  # arrays, chains and links, which are read with what they belong to
    UNPLACED = auto()  # anything else that is not in the text


_FRAME_TYPES = frozenset({DOCUMENT_ANNOTATION, SENTENCE, TOKEN, TAG_SET, META_FIELD})
_FRAME_LAYERS = frozenset({"Sentence", "Token"})  # of whatever namespace
_LINGUISTIC = (
    *(f"{DKPRO}{part}." for part in ("segmentation", "lexmorph", "syntax", "structure", "metadata")),
    "org.dkpro.core.api.xml.",
    "org.dkpro.core.api.pdf.",
)
# A layer's label is in the first of these that is set; else in its only feature with words; else it is its name.
_LABELS = ("value", "label", "category", "tag", "type", "kind", "name", "referenceType")
_NO_LABELS = frozenset({"identifier", "id", "uuid", "role"})


def part_of(structure: Structure, types: TypeSystem) -> Part:
    """What a structure is for."""
    line = types.line(structure.type)
    if ANNOTATION not in line and not {"begin", "end"} <= structure.features.keys():
        holds = structure.type.startswith(("uima.cas.", DKPRO)) or structure.type.endswith("[]")
        is_link = "role" in structure.features or bool({FILLER, "first"} & structure.references.keys())
        return Part.HOLDER if holds or is_link else Part.UNPLACED
    if certain := _certain(line):
        return certain
    return Part.RELATION if {SOURCE, TARGET} & structure.references.keys() else Part.SPAN


@lru_cache(maxsize=1024)
def _certain(line: tuple[str, ...]) -> Part | None:
    """What annotations of a type, the first of its line, are for, whatever they say; None where that counts."""
    if line[0].rpartition(".")[2] in _FRAME_LAYERS or not _FRAME_TYPES.isdisjoint(line):
        return Part.FRAME
    return Part.LINGUISTIC if any(type_.startswith(_LINGUISTIC) for type_ in line) else None


def label_of(structure: Structure, types: TypeSystem) -> tuple[str, str]:
    """The label of a structure, and the feature that it is in, or "" where it is the name of the layer."""
    words = {name: value for name, value in structure.features.items() if isinstance(value, str) and value.strip()}
    for name in _LABELS:
        if name in words:
            return words[name], name
    described = types.features(structure.type)
    candidates = [name for name, feature in described.items() if feature.range == STRING] or list(words)
    candidates = [name for name in candidates if name not in _NO_LABELS]
    if len(candidates) == 1 and candidates[0] in words:
        return words[candidates[0]], candidates[0]
    return structure.layer, ""


def rest_of(structure: Structure, label_feature: str) -> dict[str, JsonValue]:
    """What is said of a span besides its label; and the layer, where the label does not tell it."""
    rest: dict[str, JsonValue] = {
        name: value
        for name, value in structure.features.items()
        if name not in {"begin", "end", label_feature} and value not in ("", None)
    }
    if label_feature and structure.type != NAMED_ENTITY:
        rest.setdefault("layer", structure.type)
    return rest


def as_note(features: Mapping[str, JsonValue], *, but: str) -> str:
    """What is said of a relation besides its type, a line each."""
    said = {name: value for name, value in features.items() if name not in {"begin", "end", but}}
    return "\n".join(f"{name}: {value}" for name, value in said.items() if value not in ("", None))
