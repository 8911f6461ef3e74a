# SPDX-License-Identifier: GPL-3.0-or-later
"""XML as a tree, whatever it is made of: nothing is fetched, nothing grows, nothing nests without end.

A document type may declare entities, which can be made to hold files of this machine or to grow
without end. It is cut out before parsing; entities that only stand for a few words are put in, and
so are those of HTML, which older formats use and never declare.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from archivist.errors import FileDamaged, FileUnsafe
from archivist.intake.pages.encoding import decode_page
from archivist.intake.plain_text import decoding_warnings

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_BEFORE_DOCTYPE = re.compile(r"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^\[>"']|"[^"]*+"|'[^']*+')*+(?:\[(?P<subset>(?:[^\]"'<]|"[^"]*+"|'[^']*+'|<!--(?:[^-]|-(?!->))*+-->|<)*+)\]\s*+)?>"""
)
_LONGEST_DOCTYPE = 16 * 1024  # characters
_ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[\w:.-]+)\s+(?:"(?P<value>[^"]*)"|'(?P<other>[^']*)'|(?P<external>\w+))"""
)
_REFERENCE = re.compile(r"&([A-Za-z_:][\w:.-]*);")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
ILL_FORMED = "It is not well-formed ({problem}); it was read as far as it could be."
_LONGEST_VALUE = 1000  # characters of an entity
_LARGEST_GROWTH = 1 << 20  # characters that all references to entities may add


@dataclass(frozen=True, slots=True)
class XmlText:
    """A document before it is parsed: its text, the encoding it was in, and what is doubtful about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class XmlTree:
    """A parsed document: its root, the encoding it was in, and what is doubtful about it."""

    root: _Element
    encoding: str
    warnings: tuple[str, ...] = ()


def parse_xml(raw: bytes, path: Path, *, recover: bool = False, encoding: str | None = None) -> XmlTree:
    """The tree of a document, without comments and processing instructions; `path` is for messages.

    `encoding` overrules what the document says of itself, which is overruled, with a warning, where
    it is plainly wrong. With `recover` an ill-formed document is read as far as it can be, also with
    a warning. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged (it is not
    well-formed, or nests more than 256 elements), FileUnsafe (its entities).
    """
    document = decode_xml(raw, path, encoding)
    root, problem = _parsed(_without_doctype(document.text, path), recover=recover)
    if root is None:
        raise FileDamaged(path, problem or "it holds no XML")
    warnings = (ILL_FORMED.format(problem=problem),) if problem else ()
    return XmlTree(root, document.encoding, warnings + document.warnings)


def decode_xml(raw: bytes, path: Path, encoding: str | None = None) -> XmlText:
    """The text of a document without its declaration and the characters that XML cannot hold.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue.
    """
    decoded, warnings = decode_page(raw, encoding, path)
    text = _FORBIDDEN.sub("", decoded.text).lstrip("\ufeff")
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text.lstrip()
    return XmlText(text, decoded.encoding, warnings + decoding_warnings(decoded))


def with_html_entities(text: str) -> str:
    """The text with the entities of HTML, which XML does not know, as references to characters."""
    return _REFERENCE.sub(lambda match: match[0] if match[1] in _OF_XML else _of_html(match[1]) or match[0], text)


def _of_html(name: str) -> str:
    return "".join(f"&#{ord(character)};" for character in html5.get(f"{name};", ""))


def _parsed(text: str, *, recover: bool) -> tuple[_Element | None, str]:
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever is declared
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return None, _shown(error.msg)
    errors = [error for error in parser.error_log if error.level >= etree.ErrorLevels.ERROR]
    return root, _shown(errors[0].message) if errors else ""


def _shown(message: str | None) -> str:
    return " ".join((message or "it is not well-formed").split())[:200]


def _without_doctype(text: str, path: Path) -> str:
    """The document without its type, and with what its entities stand for. Raises FileUnsafe."""
    before = _BEFORE_DOCTYPE.match(text)
    start = before.end() if before else 0
    doctype = _DOCTYPE.match(text, start, start + _LONGEST_DOCTYPE)
    if doctype is None and text.startswith("<!DOCTYPE", start):
        raise FileUnsafe(path, "its document type is long or without end")
    entities = _entities(doctype["subset"] or "", path) if doctype else {}
    if doctype:
        text = text[: doctype.start()] + text[doctype.end() :]
    return _with_entities(text, entities, path) if "&" in text else text


def _entities(subset: str, path: Path) -> dict[str, str]:
    entities = {}
    for match in _ENTITY.finditer(subset):
        value = match["value"] or match["other"] or ""
        if match["external"]:
            raise FileUnsafe(path, f"its entity “{match['name']}” stands for another file")
        if match["parameter"] or len(value) > _LONGEST_VALUE or _nested(value):
            raise FileUnsafe(path, f"its entity “{match['name']}” may grow without end")
        entities[match["name"]] = value
    return entities


def _nested(value: str) -> bool:
    return "%" in value or any(name not in _OF_XML and f"{name};" not in html5 for name in _REFERENCE.findall(value))


def _with_entities(text: str, entities: dict[str, str], path: Path) -> str:
    growth = 0

    def meaning(match: re.Match[str]) -> str:
        nonlocal growth
        name = match[1]
        if name in _OF_XML:
            return match[0]
        value = entities.get(name)
        if value is None:
            return _of_html(name) or f"&amp;{name};"
        growth += max(0, len(value) - len(match[0]))
        if growth > _LARGEST_GROWTH:
            raise FileUnsafe(path, f"its entity “{name}” grows without end")
        return _REFERENCE.sub(lambda inner: meaning(inner) if inner[1] not in entities else "", value)

    return _REFERENCE.sub(meaning, text)
