# SPDX-License-Identifier: GPL-3.0-or-later
"""Type systems as UIMA writes them: a typeSystemDescription in XML, or the %TYPES of CAS JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from archivist.errors import FileDamaged
from archivist.exchange.cas.type_system import Feature, Type, TypeSystem
from archivist.exchange.cas.xml_events import ended_elements
from archivist.model import JsonValue

_NAMESPACE = "http://uima.apache.org/resourceSpecifier"


def read_type_system(raw: bytes, path: Path) -> TypeSystem:
    """The types that a TypeSystem.xml describes. Raises FileDamaged, FileUnsafe; `path` is for messages."""
    types: dict[str, Type] = {}
    is_one = False
    for element in ended_elements(raw, path):
        kind = etree.QName(element).localname
        if kind == "typeDescription":
            name = _text(element, "name")
            if name:
                features = element.findall("{*}features/{*}featureDescription")
                supertype = _text(element, "supertypeName")
                types[name] = Type(supertype, dict(map(_feature, features)), _text(element, "description"))
            element.clear()
        is_one = is_one or kind == "typeSystemDescription"
    if not is_one:
        raise FileDamaged(path, "it is no description of a type system")
    return TypeSystem(types)


def _feature(element: etree._Element) -> tuple[str, Feature]:
    shared = _text(element, "multipleReferencesAllowed") == "true"
    return _text(element, "name"), Feature(_text(element, "rangeTypeName"), shared, _text(element, "description"))


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def type_system_of_json(described: JsonValue) -> TypeSystem:
    """The types that the %TYPES of a CAS JSON describe; what is not as it has to be is passed over."""
    types: dict[str, Type] = {}
    for name, type_ in described.items() if isinstance(described, Mapping) else ():
        if isinstance(type_, Mapping):
            features = {
                feature: Feature(str(value.get("%RANGE", "")))
                for feature, value in type_.items()
                if isinstance(value, Mapping) and not feature.startswith("%")
            }
            types[name] = Type(str(type_.get("%SUPER_TYPE", "")), features)
    return TypeSystem(types)


def type_system_xml(types: Mapping[str, Type], description: str) -> bytes:
    """A TypeSystem.xml of these types."""
    root = etree.Element(f"{{{_NAMESPACE}}}typeSystemDescription", nsmap={None: _NAMESPACE})
    _add(root, "name", "Archivist")
    _add(root, "description", description)
    listed = _add(root, "types")
    for name, type_ in types.items():
        described = _add(listed, "typeDescription")
        _add(described, "name", name)
        if type_.description:
            _add(described, "description", type_.description)
        _add(described, "supertypeName", type_.supertype)
        if type_.features:
            features = _add(described, "features")
            for feature_name, feature in type_.features.items():
                element = _add(features, "featureDescription")
                _add(element, "name", feature_name)
                if feature.description:
                    _add(element, "description", feature.description)
                _add(element, "rangeTypeName", feature.range)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    element.text = text or None
    return element


def type_system_json(types: Mapping[str, Type]) -> dict[str, JsonValue]:
    """The same types as the %TYPES of a CAS JSON."""
    return {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": type_.supertype,
            **({"%DESCRIPTION": type_.description} if type_.description else {}),
            **{name: _feature_json(name, feature) for name, feature in type_.features.items()},
        }
        for name, type_ in types.items()
    }


def _feature_json(name: str, feature: Feature) -> dict[str, JsonValue]:
    said = {"%DESCRIPTION": feature.description} if feature.description else {}
    return {"%NAME": name, "%RANGE": feature.range, **said}
