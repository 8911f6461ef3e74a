# SPDX-License-Identifier: GPL-3.0-or-later
"""What TEI elements say of the words that they mark: a label, a kind, attributes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from archivist.exchange.items import ReadTag
from archivist.exchange.tei.elements import ID, LANG, SPACE, uuid_of, words
from archivist.exchange.tei.features import features_of
from archivist.exchange.tei.metadata import edtf_of
from archivist.exchange.tei.pointers import Ids
from archivist.model import JsonValue, Kind
from archivist.text import one_line
from archivist.xml_names import child, children, local_name

# Elements that mark words by themselves, and what they mark.
MARKING = {
    **dict.fromkeys(("persName", "orgName", "placeName", "geogName", "geogFeat", "name", "rs", "roleName"), Kind.ACTOR),
    **dict.fromkeys(("settlement", "region", "country", "district", "bloc", "objectName", "offset"), Kind.ACTOR),
    **dict.fromkeys(("date", "time"), Kind.DATE),
    **dict.fromkeys(("num", "measure", "measureGrp"), Kind.FIGURE),
    **dict.fromkeys(("event", "eventName"), Kind.EVENT),
}
_TYPED = frozenset(("name", "rs", "num", "measure", "date"))  # of which the type is half of what they say
_KIND_OF_TYPE = {"event": Kind.EVENT, "date": Kind.DATE, "num": Kind.FIGURE, "measure": Kind.FIGURE}
_NUMBERS = {"value": "value", "quantity": "value", "atLeast": "low", "min": "low", "atMost": "high", "max": "high"}
_WORDS = {"unit": "unit", "unitRef": "unit", "commodity": "counted"}
_DATED = frozenset(
    f"{name}{form}" for name in ("when", "from", "to", "notBefore", "notAfter") for form in ("", "-custom", "-iso")
)
_PASSED = frozenset((ID, LANG, SPACE, "id", "rend", "rendition", "style", "n", "datingMethod", "calendar"))
_KIND = "kind-"


class Labels:
    """The categories, interpretations and feature structures that a file names, as labels."""

    def __init__(self, ids: Ids, root: _Element) -> None:
        self._ids = ids
        self._declared: dict[str, str] = {}  # names of types of feature structures
        self.tags: list[ReadTag] = []
        self._used: dict[str, ReadTag] = {}
        for element in root.iter():
            match local_name(element):
                case "fsDecl":
                    self._declare(element)
                case "category" if uuid_of(element.get(ID, ""), "t"):
                    self.tags.append(self._tag(element))

    def _declare(self, declaration: _Element) -> None:
        described = child(declaration, "fsDescr")
        name = one_line(words(described)) if described is not None else ""
        for id_ in (declaration.get("type", ""), declaration.get(ID, "")):
            if id_ and name:
                self._declared[id_] = name
        if name:
            self.tags.append(ReadTag(name))

    def of_pointer(self, pointer: str) -> tuple[str, str]:
        """The label that a pointer means, and its kind, where that is known."""
        element = self._ids.of(pointer)
        if element is None:
            return one_line(pointer.rpartition("#")[2] or pointer), ""
        match local_name(element):
            case "category":
                tag = self._tag(element)
                if not tag.id:
                    self._used.setdefault(tag.label, tag)
                return tag.label, tag.kind
            case "fs":
                return self.of_structure(element), ""
        return one_line(words(element)) or element.get("type", "") or pointer.rpartition("#")[2], ""

    def of_structure(self, structure: _Element) -> str:
        """The label of a feature structure: its type."""
        type_: str = structure.get("type", "")
        id_: str = structure.get(ID, "")
        return self._declared.get(type_.rpartition("#")[2], type_) or id_

    def structure(self, pointer: str) -> dict[str, JsonValue]:
        """What a feature structure says that a pointer leads to."""
        element = self._ids.of(pointer)
        return features_of(element) if element is not None and local_name(element) == "fs" else {}

    def used(self) -> Iterator[ReadTag]:
        """The categories of others that were pointed to."""
        yield from self._used.values()

    def _tag(self, category: _Element) -> ReadTag:
        name = _category_name(category)
        around = category.getparent()
        above = around is not None and local_name(around) == "category"
        kind = category.get("ana", "").removeprefix(f"#{_KIND}")
        description = next((words(gloss) for gloss in child_all(category, "catDesc", "gloss")), "")
        return ReadTag(
            name,
            name,
            uuid_of(category.get(ID, ""), "t"),
            kind if kind in list(Kind) else "",
            _colour(category),
            _category_name(around) if above and around is not None else "",
            description,
            category.get("n", "") if uuid_of(category.get(ID, ""), "t") else "",
        )


def child_all(element: _Element, *names: str) -> Iterator[_Element]:
    """The children of the last name that are in children of the first, and so on."""
    found = [element]
    for name in names:
        found = [one for around in found for one in children(around, name)]
    yield from found


def _category_name(category: _Element) -> str:
    term = child(category, "catDesc", "term")
    described = child(category, "catDesc")
    gloss = child(category, "gloss")
    for element in (term, described, gloss):
        if element is not None and words(element).strip():
            return one_line(words(element))
    number: str = category.get("n", "")
    id_: str = category.get(ID, "")
    return number or id_


def _colour(category: _Element) -> str:
    style: str = category.get("style", "")
    name, _, value = style.partition(":")
    return value.strip().rstrip(";") if name.strip() == "color" else ""


def label_of(element: _Element) -> str:
    """The label of an element that marks words by itself."""
    name, type_ = local_name(element), element.get("type", "")
    return f"{name} ({type_})" if type_ and name in _TYPED else name


def kind_of(element: _Element) -> str:
    """What it marks."""
    name = local_name(element)
    of_type = _KIND_OF_TYPE.get(element.get("type", "").lower()) if name in ("name", "rs") else None
    kind = of_type or MARKING.get(name)
    return str(kind) if kind else ""


def attributes_of(element: _Element, passed: frozenset[str]) -> dict[str, JsonValue]:
    """What its attributes say, but those that are passed over; numbers and dates under the names of ours."""
    found: dict[str, JsonValue] = {}
    edtf = edtf_of(element) if kind_of(element) == Kind.DATE else ""
    if edtf:
        found["edtf"] = edtf
    is_figure = MARKING.get(local_name(element)) is Kind.FIGURE
    for name, value in element.items():
        is_pointer = name in ("from", "to") and value.startswith("#")
        if name in _PASSED or name in passed or is_pointer or (edtf and name in _DATED):
            continue
        short = name.rpartition("}")[2]
        if is_figure and name in _NUMBERS and _is_number(value):
            found[_NUMBERS[name]] = float(value) if not value.lstrip("-").isdecimal() else int(value)
        elif is_figure and name in _WORDS:
            found[_WORDS[name]] = value
        elif value.strip():
            found[short] = value
    return found


def _is_number(value: str) -> bool:
    try:
        number = float(value)
    except ValueError:
        return False
    return number - number == 0
