# SPDX-License-Identifier: GPL-3.0-or-later
"""The elements of TEI P5, made and read: their names, ids and words.

TEI P5 Guidelines, https://tei-c.org/guidelines/p5/. XML 1.0 cannot hold every character; one that it
cannot is a <g> with U+FFFD in it, which TEI has for characters of its own, and whose n says which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from archivist.exchange.files.json_fields import is_uuid
from archivist.xml_names import local_name

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
ID, LANG, SPACE = (f"{{{_XML}}}{name}" for name in ("id", "lang", "space"))
REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff])")
_CODE_POINT = re.compile(r"U\+([0-9A-F]{4})", re.ASCII)
_WORD = re.compile(r"[\w.:-]+")
_SPACES = re.compile("[ \t\r\n]+")
_OTHER = "other"
_INLINE = frozenset({"g", "anchor", "lb"})


def new(name: str) -> _Element:
    """A new element that stands at the top."""
    return etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})


def add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    """A new last child with this text to the letter; attributes that are empty are left out."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        if value:
            element.set(key.rstrip("_"), value)
    if text != normal(text):
        element.set(SPACE, "preserve")
    add_text(element, text)
    return element


def add_text(element: _Element, text: str) -> None:
    """Put a text to the letter at the end of an element."""
    for number, part in enumerate(_FORBIDDEN.split(text)):
        if number % 2:
            sign = etree.SubElement(element, f"{{{NAMESPACE}}}g", n=f"U+{ord(part):04X}")
            sign.text = REPLACEMENT
        elif part and len(element):
            element[-1].tail = (element[-1].tail or "") + part
        elif part:
            element.text = (element.text or "") + part


def replaced_in(element: _Element) -> int:
    """How many characters XML could not hold."""
    return sum(1 for _ in element.iter(f"{{{NAMESPACE}}}g"))


def set_word(element: _Element, name: str, value: str) -> None:
    """An attribute that TEI wants to be one word; in the place of what is none it says so, and n is the value."""
    if _WORD.fullmatch(value) and value != _OTHER:
        element.set(name, value)
    elif value:
        element.set(name, _OTHER)
        element.set("n", _FORBIDDEN.sub(REPLACEMENT, value))


def word(element: _Element, name: str) -> str:
    """What set_word() set."""
    value: str = element.get(name, "")
    written: str = element.get("n", value)
    return written if value == _OTHER else value


def normal(text: str) -> str:
    """A text with one space for all that XML takes for one, and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def words(element: _Element) -> str:
    """The text in an element: to the letter, where it or what it is in asks for that, else normalised."""
    text = "".join(_pieces(element))
    return text if keeps_space(element) else normal(text)


def _pieces(element: _Element) -> Iterator[str]:
    yield sign(element) if local_name(element) == "g" else element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def sign(element: _Element) -> str:
    """What a <g> stands for."""
    found = _CODE_POINT.fullmatch(element.get("n", ""))
    character = chr(int(found[1], 16)) if found else ""
    is_ours = element.text == REPLACEMENT and _FORBIDDEN.fullmatch(character) and character != "\0"
    return character if is_ours else element.text or ""


def keeps_space(element: _Element) -> bool:
    """Whether white space in an element is as it should be."""
    around: _Element | None = element
    while around is not None:
        said: str | None = around.get(SPACE)
        if said is not None:
            return said == "preserve"
        around = around.getparent()
    return False


def uuid_of(id_: str, prefix: str) -> str:
    """The UUID of an xml:id that an Archivist made of it, "" where it is another's."""
    found = id_.removeprefix(f"{prefix}-")
    return found if found != id_ and is_uuid(found) else ""


def as_file(root: _Element) -> bytes:
    """A document, indented where that changes no text."""
    _indent(root, "\n")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _indent(element: _Element, line: str) -> None:
    if element.text or not len(element) or any(child.tail or local_name(child) in _INLINE for child in element):
        return
    element.text = f"{line}  "
    for child in element:
        _indent(child, f"{line}  ")
        child.tail = f"{line}  "
    element[-1].tail = line
