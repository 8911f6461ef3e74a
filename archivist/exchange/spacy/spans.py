# SPDX-License-Identifier: GPL-3.0-or-later
"""The spans of a document in a DocBin: entities, as columns of its tokens, and groups of spans, packed."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.spacy.docbin_writing import SPAN
from archivist.exchange.spacy.message import loads
from archivist.exchange.spacy.strings import string_id

# As spaCy packed spans before they had an id.
_SPAN_WITHOUT_ID = struct.Struct(">QQllll")
ENTITY_ATTRIBUTES = tuple(string_id(name) for name in ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"))
_INSIDE, _BEGIN = 1, 3  # values of ENT_IOB


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens that are marked, with the numbers of the strings that say how."""

    first: int  # token
    after: int  # token after the last
    label: int
    knowledge: int  # id in a knowledge base
    id: int
    group: str  # "" for an entity


def entities(tokens: np.ndarray, columns: Mapping[int, int]) -> Iterator[Span]:
    """The entities of a document, as doc.ents gives them; `columns` of the tokens by attribute."""
    inside, label, knowledge, id_ = (
        tokens[:, columns[attribute]].tolist() if attribute in columns else [0] * len(tokens)
        for attribute in ENTITY_ATTRIBUTES
    )
    first: int | None = None
    for at in range(len(tokens) + 1):
        goes_on = at < len(tokens) and inside[at] == _INSIDE
        if goes_on and first is None:
            raise Malformed(f"token {at + 1} continues an entity that has not begun")
        if first is not None and not goes_on:
            yield Span(first, at, label[first], knowledge[first], id_[first], "")
            first = None
        if at < len(tokens) and inside[at] == _BEGIN and label[at]:
            first = at


def grouped(packed: Any) -> Iterator[Span]:
    """The spans of all groups of a document, in whichever way a version packs them. Raises Malformed."""
    if not packed:
        return
    groups = loads(packed) if isinstance(packed, bytes) else packed
    # By what is in a group, the names of all that have it; before that, a list of groups that know their names.
    named = groups.items() if isinstance(groups, Mapping) else [(group, None) for group in groups or ()]
    for group, names in named:
        content = loads(group) if isinstance(group, bytes) else group
        if not isinstance(content, Mapping) or not isinstance(content.get("spans"), list):
            raise Malformed("a group of spans has no list of them")
        for name in names if isinstance(names, list) else [content.get("name")]:
            for span in content["spans"]:
                yield _span(span, str(name or ""))


def _span(packed: Any, group: str) -> Span:
    if isinstance(packed, bytes) and len(packed) == SPAN.size:
        id_, knowledge, label, first, after, _, _ = SPAN.unpack(packed)
    elif isinstance(packed, bytes) and len(packed) == _SPAN_WITHOUT_ID.size:
        knowledge, label, first, after, _, _ = _SPAN_WITHOUT_ID.unpack(packed)
        id_ = 0
    else:
        raise Malformed(f"a span of the group “{group}” is packed in a way that is not read")
    return Span(first, after, label, knowledge, id_, group)
