# SPDX-License-Identifier: GPL-3.0-or-later
"""How JSON-LD of Web Annotations names things: one value or a list of them, types, addresses and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from archivist.exchange.files.json_fields import is_uuid
from archivist.model import JsonValue

Node = Mapping[str, Any]

_CONTEXTS = re.compile(r"https?://(?:www\.w3\.org/ns/anno(?:\.jsonld)?|iiif\.io/api/presentation/3/context\.json)")
_PREFIXES = ("oa:", "as:", "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#")
_NO_IRI = re.compile(r'[\s<>"{}|\\^`]')
COMPOSED = ("Choice", "List", "Composite", "Independents")


def as_list(value: JsonValue) -> list[Any]:
    """The values of a field that has one or a list of them."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def types_of(value: JsonValue) -> list[str]:
    """The names of the types of a node, without their prefix."""
    found = value.get("type", value.get("@type")) if isinstance(value, Mapping) else None
    return [_local(name) for name in as_list(found) if isinstance(name, str)]


def words(value: JsonValue) -> list[str]:
    """The terms that a field names: of a motivation or a purpose."""
    named = (iri_of(item) for item in as_list(value))
    return [_local(name) for name in named if name]


def iri_of(value: JsonValue) -> str:
    """The address of a resource, given alone or as the id of an object; "" where it has none."""
    if isinstance(value, Mapping):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def text_of(node: Node, name: str) -> str:
    """A text of a node, or of the first of several; "" where there is none. A text with a language is one too."""
    for value in as_list(node.get(name)):
        plain = value.get("@value") if isinstance(value, Mapping) else value
        if isinstance(plain, str):
            return plain
    return ""


def is_iri(value: JsonValue) -> bool:
    """Whether this can be an address, absolute or relative."""
    return isinstance(value, str) and bool(value) and not _NO_IRI.search(value)


def uuid_of(iri: str) -> str:
    """The UUID that an address is, as a URN, as a fragment or alone; "" where it is none."""
    uuid = iri.removeprefix("urn:uuid:").removeprefix("#").lower()
    return uuid if is_uuid(uuid) else ""


def names_context(value: JsonValue) -> bool:
    """Whether a @context is, or has among others, that of Web Annotations."""
    return any(isinstance(name, str) and _CONTEXTS.fullmatch(name) for name in as_list(value))


def flattened(value: JsonValue) -> list[Any]:
    """The values of a field, with the items of lists and choices in place of these; at most as deep as JSON nests."""
    flat: list[Any] = []
    waiting = as_list(value)[::-1]
    while waiting:
        item = waiting.pop()
        if any(name in COMPOSED for name in types_of(item)):
            waiting += as_list(item.get("items"))[::-1]
        else:
            flat.append(item)
    return flat


def _local(name: str) -> str:
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name
