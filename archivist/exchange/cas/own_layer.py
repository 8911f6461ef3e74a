# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers in which our annotations and relations lie in a CAS, written and read.

An annotation is a span of one layer, whatever its kind, so that relations may join all of them. Its
attributes are written whole as JSON, and those that other programs understand also as features with
a type of their own; where such a feature says something else when it comes back, it has been
changed there, and is believed. But a 0 is not: UIMA writes it for every number that is not set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from archivist.exchange.cas.type_system import (
    ANNOTATION,
    DKPRO,
    DOCUMENT_ANNOTATION,
    DOUBLE,
    META_DATA,
    META_FIELD,
    SENTENCE,
    STRING,
    TOKEN,
    Feature,
    Type,
)
from archivist.exchange.files.json_fields import is_uuid
from archivist.model import Annotation, JsonValue, Kind

SPAN = "webanno.custom.ArchivistSpan"
RELATION = "webanno.custom.ArchivistRelation"
# In which MetaDataStringField, by its key, what of an article is written.
ARTICLE_FIELDS = ("article", "title", "outlet", "byline", "section", "url", "published", "captured", "language")
COLLECTION_FIELD = "collection"  # one for each
REPLACED_FIELD = "replaced"  # which characters XML cannot hold, and where they were

NUMBERS = ("value", "low", "high")
WORDS = ("approximation", "unit", "counted", "claimant", "as_of")
_OTHERS = ("tag", "kind", "note", "record", "record_name", "attributes", "annotator", "created", "modified", "uuid")
_LARGEST_EXACT = 1 << 53  # above it, a double cannot hold every whole number
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)

_SAID = {
    "tag": "name of the tag",
    "kind": "event, actor, figure or date",
    "record": "UUID of the record that is meant",
    "value": "the number, where there is one",
    "low": "the number is at least this",
    "high": "the number is at most this",
    "counted": "what is counted",
    "claimant": "whose number it is",
    "as_of": "the day for which it holds (EDTF)",
    "attributes": "all that is said of it, as JSON",
    "uuid": "UUID of the annotation",
}


def _described(names: tuple[str, ...], range_: str) -> dict[str, Feature]:
    return {name: Feature(range_, description=_SAID.get(name, "")) for name in names}


OWN_TYPES: Mapping[str, Type] = {
    META_DATA: Type(
        DOCUMENT_ANNOTATION,
        {
            **_described(("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"), STRING),
            "isLastSegment": Feature("uima.cas.Boolean"),
        },
    ),
    META_FIELD: Type(ANNOTATION, {"key": Feature(STRING), "value": Feature(STRING)}),
    SENTENCE: Type(ANNOTATION),
    TOKEN: Type(ANNOTATION),
    SPAN: Type(
        ANNOTATION,
        {
            **_described(("tag", "kind"), STRING),
            **_described(NUMBERS, DOUBLE),
            **_described((*WORDS, *_OTHERS[2:]), STRING),
        },
        "An annotation of an Archivist",
    ),
    RELATION: Type(
        ANNOTATION,
        {
            **_described(("relation", "note", "uuid"), STRING),
            "Governor": Feature(SPAN, description="from here"),
            "Dependent": Feature(SPAN, description="to here"),
        },
        "A relation between two annotations of an Archivist",
    ),
}
assert META_DATA.startswith(DKPRO)  # noqa: S101 - INCEpTION looks for them there


def span_features(annotation: Annotation, record_name: str = "") -> dict[str, JsonValue]:
    """The features of an annotation without its place; those that are empty are left out."""
    attributes = annotation.attributes
    features = {
        "tag": annotation.tag.name,
        "kind": str(annotation.tag.kind),
        **{name: float(attributes[name]) for name in NUMBERS if _fits(attributes.get(name))},
        **{name: attributes[name] for name in WORDS if isinstance(attributes.get(name), str)},
        "note": annotation.note,
        "record": annotation.record or "",
        "record_name": record_name,
        "attributes": _as_json(attributes) if attributes else "",
        "annotator": annotation.created_by,
        "created": annotation.created_at,
        "modified": annotation.modified_at,
        "uuid": annotation.id,
    }
    return {name: value for name, value in features.items() if value != ""}


def _as_json(attributes: Mapping[str, JsonValue]) -> str:
    written = json.dumps(dict(attributes), ensure_ascii=False, sort_keys=True)
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _fits(value: JsonValue) -> bool:
    """Whether a double holds a number exactly."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST_EXACT


def span_attributes(features: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The attributes of a span, with what another program has changed of them."""
    attributes = _parsed(features.get("attributes"))
    for name in NUMBERS:
        number = features.get(name)
        if isinstance(number, int | float):
            if number != 0 and not (_fits(attributes.get(name)) and attributes[name] == number):
                attributes[name] = int(number) if float(number).is_integer() else number
        elif isinstance(number, str) and number:  # "NaN"
            attributes[name] = number
    for name in WORDS:
        words = features.get(name)
        if isinstance(words, str) and words:
            attributes[name] = attributes[name] if _same_words(attributes.get(name), words) else words
    return attributes


def _same_words(ours: JsonValue, written: str) -> bool:
    """Whether words are still the ones that were written, but for characters that XML could not hold."""
    return isinstance(ours, str) and writable(ours) == writable(written)


def _parsed(written: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(written, str) or not written:
        return {}
    try:
        attributes = json.loads(written)
    except (ValueError, RecursionError):
        return {"attributes": written}
    return attributes if isinstance(attributes, dict) else {"attributes": written}


def kind_of(features: Mapping[str, JsonValue]) -> str:
    """The kind that a span says, or ""."""
    return features["kind"] if features.get("kind") in list(Kind) else ""


def misplaced(features: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """What a person typed into a feature that is for something else, to be kept as attributes."""
    found: dict[str, JsonValue] = {}
    for name, value in features.items():
        if name in ("uuid", "record"):
            wrong = not is_uuid(str(value))
        elif name in ("created", "modified"):
            wrong = not _MOMENT.fullmatch(str(value))
        elif name == "kind":
            wrong = value not in list(Kind)
        else:
            wrong = name not in {*NUMBERS, *WORDS, *_OTHERS, "begin", "end"}
        if wrong and value != "":
            found[name] = value
    return found


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def writable(text: str) -> str:
    """A text with another character, as long as they, for each of those that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub(REPLACEMENT, text)


def replaced_characters(text: str) -> str:
    """Which characters of a text writable() replaces: "12:0007 40:FFFE", by code point."""
    return " ".join(f"{match.start()}:{ord(match[0]):04X}" for match in _FORBIDDEN.finditer(text))


def restored(text: str, replaced: str) -> str:
    """A text with the characters in their places again, as far as these are as they were left."""
    characters = list(text)
    for part in replaced.split():
        match = re.fullmatch(r"(\d{1,10}):([0-9A-F]{4})", part, re.ASCII)
        if match and int(match[1]) < len(characters) and characters[int(match[1])] == REPLACEMENT:
            original = chr(int(match[2], 16))
            if _FORBIDDEN.fullmatch(original) and original != "\0":
                characters[int(match[1])] = original
    return "".join(characters)
