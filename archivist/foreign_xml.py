# SPDX-License-Identifier: GPL-3.0-or-later
"""XML that somebody else wrote, parsed so that nothing is fetched, grows or nests without end.

A document type may declare entities, which can be made to hold files of this machine or to grow
without end. It is cut out before parsing; entities that only stand for a few words are put in, and
so are those of HTML, which older formats use and never declare.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element

from archivist.errors import FileUnsafe

# What a parser must not do, for those who make one of their own.
SAFELY: dict[str, Any] = {
    "encoding": "utf-8",  # whatever is declared: it is given text that has been decoded
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,  # so that it nests no more than 256 elements, and no text has more than ten million bytes
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_BEFORE_DOCTYPE = re.compile(r"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^\[>"']|"[^"]*+"|'[^']*+')*+(?:\[(?P<subset>(?:[^\]"'<]|"[^"]*+"|'[^']*+'|<!--(?:[^-]|-(?!->))*+-->|<)*+)\]\s*+)?>"""
)
_LONGEST_DOCTYPE = 16 * 1024  # characters
_ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[\w:.-]+)\s+(?:"(?P<value>[^"]*)"|'(?P<other>[^']*)'|(?P<external>\w+))"""
)
_REFERENCE = re.compile(r"&([A-Za-z_:][\w:.-]*);")
_PLACE = re.compile(r", line \d+, column \d+(?: \([^)]*\))?$")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_LONGEST_VALUE = 1000  # characters of an entity
_LARGEST_GROWTH = 1 << 20  # characters that all references to entities may add


@dataclass(frozen=True, slots=True)
class Parsed:
    """The root of a document, and what is wrong with it, in which line; what is ill-formed may have no root."""

    root: _Element | None
    problem: str = ""
    line: int = 0  # from 1; 0 where nothing is wrong


def parse_text(text: str, *, recover: bool = False) -> Parsed:
    """A document without its type, comments and processing instructions; ill-formed, only with `recover`."""
    parser = etree.XMLParser(recover=recover, **SAFELY)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return Parsed(None, problem_of(error.msg), error.lineno or 1)
    errors = [error for error in parser.error_log if error.level >= etree.ErrorLevels.ERROR]
    return Parsed(root, problem_of(errors[0].message), errors[0].line) if errors else Parsed(root)


def problem_of(message: str | None) -> str:
    """What a parser has to say, as a sentence of ours can hold it."""
    said = " ".join((message or "it is not well-formed").split())
    return _PLACE.sub("", said)[:200]


def without_document_type(text: str, path: Path) -> str:
    """The document without its type, and with what its entities stand for; the lines keep their numbers.

    `path` is for messages. Raises FileUnsafe.
    """
    before, entities, after = split_at_document_type(text, path)
    text = before + after
    return _with_entities(text, entities, path) if "&" in text else text


def split_at_document_type(text: str, path: Path) -> tuple[str, dict[str, str], str]:
    """What comes before the type, its entities, and all that comes after it. Raises FileUnsafe."""
    before = _BEFORE_DOCTYPE.match(text)
    start = before.end() if before else 0
    doctype = _DOCTYPE.match(text, start, start + _LONGEST_DOCTYPE)
    if doctype is None:
        if text.startswith("<!DOCTYPE", start):
            raise FileUnsafe(path, "its document type is long or without end")
        return "", {}, text
    lines = "\n" * doctype[0].count("\n")
    return text[: doctype.start()] + lines, _entities(doctype["subset"] or "", path), text[doctype.end() :]


def with_html_entities(text: str) -> str:
    """The text with the entities of HTML, which XML does not know, as references to characters."""
    return _REFERENCE.sub(lambda match: match[0] if match[1] in _OF_XML else _of_html(match[1]) or match[0], text)


def _of_html(name: str) -> str:
    return "".join(f"&#{ord(character)};" for character in html5.get(f"{name};", ""))


def _entities(subset: str, path: Path) -> dict[str, str]:
    entities = {}
    for match in _ENTITY.finditer(subset):
        value = match["value"] or match["other"] or ""
        if match["external"]:
            raise FileUnsafe(path, f"its entity “{match['name']}” stands for another file")
        if match["parameter"]:  # means something within the document type only, of which nothing else is read
            continue
        if len(value) > _LONGEST_VALUE or _nested(value):
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
