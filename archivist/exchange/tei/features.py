# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes as feature structures of TEI: a <f> for each, with a value that says what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from lxml.etree import _Element

from archivist.exchange.tei.elements import add, set_word, word, words
from archivist.model import JsonValue
from archivist.xml_names import local_name

_WHOLE = re.compile(r"[+-]?\d{1,1000}", re.ASCII)
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}


def add_features(parent: _Element, values: Mapping[str, JsonValue], type_: str = "") -> None:
    """A structure with a feature for each value."""
    structure = add(parent, "fs", type=type_)
    for name, value in sorted(values.items()):
        feature = add(structure, "f")
        set_word(feature, "name", name)
        _add_value(feature, value)


def _add_value(parent: _Element, value: JsonValue) -> None:
    if isinstance(value, str):
        add(parent, "string", value)
    elif isinstance(value, bool):
        add(parent, "binary", value="true" if value else "false")
    elif isinstance(value, int | float):
        add(parent, "numeric", value=json.dumps(value))
    elif isinstance(value, Mapping):
        add_features(parent, value)
    elif isinstance(value, list | tuple):
        collection = add(parent, "vColl", org="list")
        for item in value:
            _add_value(collection, item)
    else:
        add(parent, "default")


def features_of(structure: _Element) -> dict[str, JsonValue]:
    """The values of a structure by their names; of what is said twice, all of it."""
    found: dict[str, list[JsonValue]] = {}
    for feature in structure:
        if local_name(feature) == "f":
            found.setdefault(word(feature, "name") or "feature", []).append(_values(feature))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _values(parent: _Element) -> JsonValue:
    values = [_value(child) for child in parent]
    return values[0] if len(values) == 1 else values or words(parent)


def _value(element: _Element) -> JsonValue:
    match local_name(element):
        case "numeric":
            return _number(element.get("value", ""))
        case "binary":
            return _TRUTHS.get(element.get("value", ""), element.get("value", ""))
        case "symbol":
            return element.get("value", "")
        case "fs":
            return features_of(element)
        case "vColl" | "vAlt":
            return [_value(child) for child in element]
        case "vRange" | "vLabel" | "vMerge" | "vNot":
            return _values(element)
        case "default":
            return None
    return words(element)


def _number(written: str) -> JsonValue:
    if _WHOLE.fullmatch(written):
        return int(written)
    try:
        number = float(written)
    except ValueError:
        return written
    return number if number - number == 0 else written
