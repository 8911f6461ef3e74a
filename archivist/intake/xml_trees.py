# SPDX-License-Identifier: GPL-3.0-or-later
"""XML as a tree, in whatever encoding it is and however well it is formed; see foreign_xml.py for its dangers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element

from archivist.errors import FileDamaged
from archivist.foreign_xml import parse_text, without_document_type
from archivist.intake.pages.encoding import decode_page
from archivist.intake.plain_text import decoding_warnings

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ILL_FORMED = "It is not well-formed ({problem}); it was read as far as it could be."


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
    parsed = parse_text(without_document_type(document.text, path), recover=recover)
    if parsed.root is None:
        raise FileDamaged(path, parsed.problem or "it holds no XML")
    warnings = (ILL_FORMED.format(problem=parsed.problem),) if parsed.problem else ()
    return XmlTree(parsed.root, document.encoding, warnings + document.warnings)


def decode_xml(raw: bytes, path: Path, encoding: str | None = None) -> XmlText:
    """The text of a document without its declaration and the characters that XML cannot hold.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue.
    """
    decoded, warnings = decode_page(raw, encoding, path)
    text = _FORBIDDEN.sub("", decoded.text).lstrip("\ufeff")
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text.lstrip()
    return XmlText(text, decoded.encoding, warnings + decoding_warnings(decoded))
