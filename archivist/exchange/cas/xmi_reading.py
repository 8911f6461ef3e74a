# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS out of XMI 2.0, as UIMA, DKPro Core and INCEpTION write it.

XMI does not say which of its values are references; the type system does. Where a type is not
described, that is told by the name of the feature, and by what a number would lead to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from archivist.errors import UnsupportedFile
from archivist.exchange.cas.structures import Cas, Sofa, Structure
from archivist.exchange.cas.type_system import (
    BOOLEAN,
    FRACTIONS,
    INTEGER,
    PRIMITIVE_ARRAYS,
    PRIMITIVE_LISTS,
    PRIMITIVES,
    STRING,
    WHOLE_NUMBERS,
    Feature,
    TypeSystem,
)
from archivist.exchange.cas.xml_events import ended_elements
from archivist.exchange.items import Problem
from archivist.model import JsonValue

XMI = "http://www.omg.org/XMI"
_ID = f"{{{XMI}}}id"
_VERSION = f"{{{XMI}}}version"
_ROOT = f"{{{XMI}}}XMI"
_CAS = "http:///uima/cas.ecore"
_NULL, _SOFA, _VIEW = (f"{{{_CAS}}}{name}" for name in ("NULL", "Sofa", "View"))
_NO_NAMESPACE = "uima.noNamespace."
_ID_NUMBER = re.compile(r"\d{1,18}", re.ASCII)  # what has more digits is no number of UIMA
_NUMBERS = re.compile(r"-?\d{1,18}(?:\s+-?\d{1,18})*", re.ASCII)
_SEVERAL = PRIMITIVE_ARRAYS | PRIMITIVE_LISTS
_PLACES = {"begin": INTEGER, "end": INTEGER}  # of what is an annotation, described or not
# What INCEpTION calls the references of relations, chains and links.
_REFERRING = frozenset({"Governor", "Dependent", "first", "next", "target", "head", "tail"})


def read_xmi(raw: bytes, path: Path, types: TypeSystem) -> Cas:
    """The CAS of an XMI file; `path` is for messages. Raises FileDamaged, FileUnsafe, UnsupportedFile."""
    reader = _Reader(path, types)
    for element in ended_elements(raw, path):
        parent = element.getparent()
        if parent is None:
            reader.take_root(element)
        elif parent.getparent() is None:
            reader.take(element)
            element.clear()
            while element.getprevious() is not None:
                del parent[0]
    return reader.cas()


class _Reader:
    """Takes the elements of an XMI one after the other."""

    def __init__(self, path: Path, types: TypeSystem) -> None:
        self._path = path
        self._types = types
        self._sofas: list[Sofa] = []
        self._structures: list[Structure] = []
        self._members: dict[int, frozenset[int]] = {}
        self._problems: list[Problem] = []
        self._ids: set[int] = set()
        self._arrays: dict[int, int] = {}  # ids of the arrays with the bytes of sofas, by id of the sofa
        self._type_names: dict[str, str] = {}  # by name of the element
        self._plain: dict[str, Mapping[str, Callable[[str], JsonValue]]] = {}  # by name of the type

    def take_root(self, element: etree._Element) -> None:
        """The element that holds all others; its end is the end of the file."""
        if element.tag != _ROOT:
            raise UnsupportedFile(self._path, f"it is XML of another kind, <{etree.QName(element).localname}>")
        version = element.get(_VERSION, "2.0")
        if version != "2.0":
            self._problems.append(
                Problem(self._path.name, f"It says that it is XMI {version}; it was read as XMI 2.0.")
            )

    def take(self, element: etree._Element) -> None:
        """A sofa, a view or another structure."""
        tag = element.tag
        if tag == _VIEW:
            sofa = element.get("sofa", "")  # missing where the view has no text
            if _ID_NUMBER.fullmatch(sofa):
                members = element.get("members", "").split()
                self._members[int(sofa)] = frozenset(int(id_) for id_ in members if _ID_NUMBER.fullmatch(id_))
        elif tag != _NULL:
            id_ = self._number(element, "xmi:id", element.get(_ID, ""))
            if id_ is None:
                return
            if id_ in self._ids:
                self._tell(element, f"xmi:id {id_} is used twice; references to it mean the first")
            self._ids.add(id_)
            if tag == _SOFA:
                self._take_sofa(element, id_)
            else:
                self._structures.append(self._structure(element, id_))

    def cas(self) -> Cas:
        """All of it."""
        links = {structure.id for structure in self._structures if "target" in structure.references}
        structures = tuple(self._structures)
        if links:
            structures = tuple(self._with_links(structure, links) for structure in structures)
        written = {structure.id: structure.features.get("elements") for structure in structures}
        sofas = tuple(
            replace(sofa, data=_bytes(written.get(self._arrays[sofa.id]))) if sofa.id in self._arrays else sofa
            for sofa in self._sofas
        )
        return Cas(self._types, sofas, structures, self._members, tuple(self._problems))

    def _take_sofa(self, element: etree._Element, id_: int) -> None:
        array = element.get("sofaArray", "")
        if _ID_NUMBER.fullmatch(array):
            self._arrays[id_] = int(array)
        self._sofas.append(
            Sofa(
                id_,
                element.get("sofaID", ""),
                element.get("sofaString"),
                element.get("mimeType", ""),
                element.get("sofaURI", ""),
            )
        )

    def _structure(self, element: etree._Element, id_: int) -> Structure:
        type_ = self._type(element.tag)
        features: dict[str, JsonValue] = {}
        references: dict[str, tuple[int, ...]] = {}
        sofa = None
        plain = self._plain_features(type_)
        for name, written in element.items():
            if name in plain:
                try:
                    features[name] = plain[name](written)
                except ValueError:
                    features[name] = self._value(element, name, written, self._types.feature(type_, name))
            elif name == "sofa":
                sofa = self._number(element, "sofa", written)
            elif name != _ID:
                feature = self._types.feature(type_, name)
                if _refers(feature, name, written):
                    references[name] = tuple(int(target) for target in written.split() if target != "0")
                else:
                    features[name] = self._value(element, name, written, feature)
        for child in element if len(element) else ():  # an array of texts
            features.setdefault(etree.QName(child).localname, []).append(child.text or "")
        return Structure(id_, type_, features, references, sofa)

    def _type(self, tag: str) -> str:
        """The name of the type that elements of this name are of."""
        if tag not in self._type_names:
            self._type_names[tag] = _type_name(tag)
        return self._type_names[tag]

    def _plain_features(self, type_: str) -> Mapping[str, Callable[[str], JsonValue]]:
        """How those features of a type are read, by name, that are a single value and refer to nothing."""
        if type_ not in self._plain:
            described = self._types.features(type_).items()
            self._plain[type_] = {
                name: _primitive_of(each.range) for name, each in described if each.range in PRIMITIVES
            }
        return self._plain[type_]

    def _value(self, element: etree._Element, name: str, written: str, feature: Feature | None) -> JsonValue:
        range_ = feature.range if feature else _PLACES.get(name, STRING)
        try:
            if range_ in _SEVERAL:
                read = _primitive_of(range_.removesuffix("Array").removesuffix("List"))
                return [read(part) for part in written.split()]
            return _primitive_of(range_)(written)
        except ValueError:
            self._tell(element, f"its {name} is not of type {range_} but “{written[:40]}”; it was read as words")
            return written

    def _with_links(self, structure: Structure, links: set[int]) -> Structure:
        """The structure; a feature that is not described, and whose numbers all lead to links, refers to these."""
        found = {
            name: tuple(map(int, value.split()))
            for name, value in structure.features.items()
            if isinstance(value, str)
            and not structure.type.startswith("uima.cas.")
            and self._types.feature(structure.type, name) is None
            and _NUMBERS.fullmatch(value)
            and links.issuperset(map(int, value.split()))
        }
        if not found:
            return structure
        features = {name: value for name, value in structure.features.items() if name not in found}
        return structure._replace(features=features, references={**structure.references, **found})

    def _number(self, element: etree._Element, name: str, written: str) -> int | None:
        if _ID_NUMBER.fullmatch(written):
            return int(written)
        self._tell(element, f"its {name} is “{written[:40]}”, which is no number" if written else f"it has no {name}")
        return None

    def _tell(self, element: etree._Element, what: str) -> None:
        name = etree.QName(element).localname
        where = f"{self._path.name}, <{name} xmi:id=“{element.get(_ID, '')}”>"
        self._problems.append(Problem(where, f"{what[:1].upper()}{what[1:]}."))


def _type_name(tag: str) -> str:
    name = etree.QName(tag)
    namespace = (name.namespace or "").removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{namespace}.{name.localname}".removeprefix(_NO_NAMESPACE).removeprefix(".")


def _refers(feature: Feature | None, name: str, written: str) -> bool:
    if feature is None:
        may_refer = name in _REFERRING
    elif feature.range in PRIMITIVES:
        may_refer = False
    else:
        may_refer = feature.shared or feature.range not in _SEVERAL
    return may_refer and _NUMBERS.fullmatch(written) is not None


def _bytes(written: JsonValue) -> bytes | None:
    """The bytes of an array, which XMI writes in hexadecimal."""
    try:
        return bytes.fromhex(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _primitive_of(range_: str) -> Callable[[str], JsonValue]:
    """What reads a value of such a type, and raises ValueError where it is none."""
    if range_ in WHOLE_NUMBERS:
        return int
    if range_ in FRACTIONS:
        return _fraction
    return _truth if range_ == BOOLEAN else str


def _fraction(written: str) -> JsonValue:
    number = float(written)
    return number if number - number == 0 else written  # infinite, or no number: kept as its word


def _truth(written: str) -> JsonValue:
    if written not in _TRUTHS:
        raise ValueError(written)
    return _TRUTHS[written]


_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}
