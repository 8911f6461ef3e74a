# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of our data in a STAM store, and how its values are written and read.

STAM leaves it to everyone which keys there are; these are in a data set of their own. The marked
words are repeated as the extension stam-textvalidation has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivist.exchange.files.json_fields import is_uuid
from archivist.model import JsonValue

SET = "archivist"
TEXT_SET = "https://w3id.org/stam/extensions/stam-textvalidation/"
TEXT = "text"

TAG = "tag"
NOTE = "note"
RECORD = "record"
ANNOTATOR = "annotator"
CREATED = "created"
MODIFIED = "modified"
ATTRIBUTE = "attribute:"  # and its name
ATTRIBUTES = "attributes"  # those that STAM has no values for, as a JSON text
REVIEW = "review"  # where the words are not at their place; then START to SUFFIX say where they were
START, END, QUOTE, PREFIX, SUFFIX = "start", "end", "quote", "prefix", "suffix"
RELATION = "relation"  # its type
TAG_DEFINITION = "tag definition"  # JSON
RECORD_DEFINITION = "record definition"  # JSON
COLLECTIONS = "collections"
ARTICLE_FIELDS = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
KEYS = (
    TAG, NOTE, RECORD, ANNOTATOR, CREATED, MODIFIED, ATTRIBUTES, REVIEW, START, END, QUOTE, PREFIX, SUFFIX, RELATION,
    TAG_DEFINITION, RECORD_DEFINITION, COLLECTIONS, *ARTICLE_FIELDS,
)  # fmt: skip

_LARGEST = 1 << 63


def datum(key: str, value: JsonValue, set_: str = SET) -> dict[str, JsonValue]:
    """A value under a key, as it stands in an annotation."""
    return {"@type": "AnnotationData", "set": set_, "key": key, "value": _typed(value)}


def is_plain(value: JsonValue) -> bool:
    """Whether STAM has values of this sort, which come back as they were."""
    if isinstance(value, list):
        return all(map(is_plain, value))
    if isinstance(value, bool) or value is None or isinstance(value, (str, float)):
        return True
    return isinstance(value, int) and -_LARGEST <= value < _LARGEST


def _typed(value: JsonValue) -> dict[str, JsonValue]:
    if value is None:
        return {"@type": "Null"}
    if isinstance(value, list):
        return {"@type": "List", "value": [_typed(item) for item in value]}
    name = {bool: "Bool", int: "Int", float: "Float"}.get(type(value), "String")
    return {"@type": name, "value": value}


def plain(value: JsonValue) -> JsonValue:
    """A value of STAM as JSON has it; one without a type is what it is."""
    if isinstance(value, Mapping):
        return None if value.get("@type") == "Null" else plain(value.get("value"))
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def attribute_data(attributes: Mapping[str, JsonValue]) -> Iterator[tuple[str, JsonValue]]:
    """The attributes that STAM has values for, as keys and values."""
    return ((ATTRIBUTE + name, value) for name, value in sorted(attributes.items()) if is_plain(value))


def uuid_of(id_: str) -> str:
    """The UUID of an id that is the URN of one; "" where it is none."""
    uuid = id_.removeprefix("urn:uuid:")
    return uuid if uuid != id_ and is_uuid(uuid) else ""
