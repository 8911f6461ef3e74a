# SPDX-License-Identifier: GPL-3.0-or-later
"""What an annotation must be and is not. (Source: the MUSTs of REC-annotation-model.)

An annotation that breaks one of them is told of; it is read all the same where its words can be
found, for a clumsy program's annotation is somebody's work too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from archivist.exchange.w3c.terms import COMPOSED, Node, as_list, is_iri, types_of
from archivist.file_names import shown
from archivist.model import JsonValue

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_DIRECTIONS = ("ltr", "rtl", "auto")


def broken_musts(annotation: Node) -> Iterator[str]:
    """What is wrong with an annotation, each as the end of a sentence about it."""
    if "Annotation" not in types_of(annotation):
        named = ", ".join(types_of(annotation))
        yield f"it is of type “{shown(named)}”, and no Annotation" if named else "it has no type"
    yield from _broken_fields(annotation)
    if "bodyValue" in annotation and not isinstance(annotation["bodyValue"], str):
        yield "its “bodyValue” is not one text"
    if "bodyValue" in annotation and "body" in annotation:
        yield "it has a “body” and a “bodyValue”"
    if not as_list(annotation.get("target")):
        yield "it has no target"
    for part in ("body", "target"):
        for value in as_list(annotation.get(part)):
            yield from (f"its {part} {what}" for what in dict.fromkeys(_broken_in(value)))


def _broken_fields(annotation: Node) -> Iterator[str]:
    id_ = annotation.get("id", annotation.get("@id"))
    if id_ is not None and not is_iri(id_):
        yield "its “id” is not one address"
    for name in ("created", "modified", "generated"):
        if name in annotation and not _is_moment(annotation[name]):
            yield f"its “{name}” is not one date and time"
    for names, what in ((("creator", "generator"), "nobody"), (("rights", "via", "canonical"), "no address")):
        for name in names:
            if not all(map(_is_resource, as_list(annotation.get(name)))):
                yield f"its “{name}” is {what}"


def _broken_in(value: JsonValue) -> Iterator[str]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if not isinstance(value, Mapping):
            if not is_iri(value):
                yield "is no address"
            continue
        yield from _broken_resource(value)
        if _is_composed(value):
            waiting += as_list(value.get("items"))


def _broken_resource(value: Mapping[str, Any]) -> Iterator[str]:
    types = types_of(value)
    id_ = value.get("id", value.get("@id"))
    if id_ is not None and not is_iri(id_):
        yield "has an “id” that is not one address"
    if "items" in value and sum(name in COMPOSED for name in types) != 1:
        yield "has items, and is not one of Choice, List, Composite and Independents"
    if "TextualBody" in types and not isinstance(value.get("value"), str):
        yield "has not one text as its “value”"
    if "SpecificResource" in types and not any(_is_resource(source) for source in as_list(value.get("source"))):
        yield "names no source"
    if not all(isinstance(one, str) for name in ("format", "language") for one in as_list(value.get(name))):
        yield "has a “format” or “language” that is no text"
    if len(as_list(value.get("processingLanguage"))) > 1:
        yield "has several languages for processing"
    directions = as_list(value.get("textDirection"))
    if len(directions) > 1 or any(direction not in _DIRECTIONS for direction in directions):
        yield "has a direction that is none"


def _is_moment(value: JsonValue) -> bool:
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None


def _is_resource(value: JsonValue) -> bool:
    return isinstance(value, Mapping) or is_iri(value)


def _is_composed(value: JsonValue) -> bool:
    return any(name in COMPOSED for name in types_of(value))
