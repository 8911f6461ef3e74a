# SPDX-License-Identifier: GPL-3.0-or-later
"""XML of other programs, read to the letter: offsets count on every character of it.

Unlike a feed or a page, which are read as far as they can be, a document with a place that is wrong
is damaged: what a parser would leave out there would move every offset behind it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from archivist.errors import EmptyFile, FileDamaged, FileUnsafe
from archivist.foreign_xml import SAFELY, parse_text, problem_of, split_at_document_type, without_document_type
from archivist.xml_names import local_name

_BEGINNINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>|\s+")
_LONGEST_DECLARATION = 1024  # bytes
_HEAD = 64 * 1024  # characters in which a declaration and a document type have their place
# Encodings of Python's that no file is in, some of which take long on purpose.
_NOT_OF_FILES = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7"})


def parse_xml(raw: bytes, path: Path) -> _Element:
    """The root of a document; `path` names it in messages.

    Entities that stand for a few words, and those of HTML, are put in. Raises EmptyFile,
    FileDamaged (with the line), FileUnsafe.
    """
    text = _without_declaration("".join(_decoded([raw], path)), path)
    parsed = parse_text(without_document_type(text, path))
    if parsed.root is None or parsed.problem:
        raise FileDamaged(path, f"line {parsed.line}: {parsed.problem}")
    return parsed.root


def stream_xml(chunks: Iterable[bytes], path: Path, names: Collection[str]) -> Iterator[_Element]:
    """The elements of these local names, in their order, each whole when it comes and emptied after that.

    One that lies in another of them comes with that only. What is read is held no longer than it
    takes, so a document may be of any size, but a document type with entities is refused. Raises as
    parse_xml() does.
    """
    parser = etree.XMLPullParser(events=("start", "end"), **SAFELY)
    outer: _Element | None = None
    try:
        for chunk in _without_type(_decoded(chunks, path), path):
            parser.feed(chunk)
            for event, element in parser.read_events():
                if event == "start":
                    outer = element if outer is None and local_name(element) in names else outer
                elif element is outer:
                    yield element
                    _empty(element)
                    outer = None
        parser.close()
    except etree.XMLSyntaxError as error:
        raise FileDamaged(path, f"line {error.lineno or 1}: {problem_of(error.msg)}") from error


def _empty(element: _Element) -> None:
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _without_type(texts: Iterator[str], path: Path) -> Iterator[str]:
    head = ""
    for text in texts:
        head += text
        if len(head) >= _HEAD:
            break
    before, entities, after = split_at_document_type(_without_declaration(head, path), path)
    if entities:
        raise FileUnsafe(path, f"its document type declares the entity “{next(iter(entities))}”")
    return chain([before + after], texts)


def _without_declaration(head: str, path: Path) -> str:
    declaration = _DECLARATION.match(head)
    text = head[declaration.end() :] if declaration else head
    if not text.strip():
        raise EmptyFile(path)
    return "\n" * declaration[0].count("\n") + text if declaration else text


def _decoded(chunks: Iterable[bytes], path: Path) -> Iterator[str]:
    """The text of a document, in the encoding that its beginning says. Raises FileDamaged."""
    following = iter(chunks)
    head = b""
    for chunk in following:
        head += chunk
        if len(head) >= _LONGEST_DECLARATION:
            break
    encoding = _encoding(head, path)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    read = 0
    try:
        for chunk in chain([head], following):
            yield decoder.decode(chunk)
            read += len(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        where = f"near byte {read + error.start}"
        raise FileDamaged(path, f"{where} it is not written in {encoding}, as it should be") from error


def _encoding(head: bytes, path: Path) -> str:
    """Python's name of the encoding that a document begins in or declares."""
    certain = next((name for beginning, name in _BEGINNINGS if head.startswith(beginning)), None)
    declared = _DECLARED.match(head[:_LONGEST_DECLARATION])
    if certain or not declared:
        return certain or "utf-8"
    name = declared[1].decode("ascii")
    try:
        b"a".decode(name, "ignore")  # refuses what decodes no text
        known = codecs.lookup(name).name.replace("-", "_")
    except (LookupError, UnicodeError):
        known = "undefined"
    if known in _NOT_OF_FILES:
        raise FileDamaged(path, f"it says that its encoding is “{name}”, which is none")
    # It has been read as ASCII, so what follows cannot be in one of these, whatever it says.
    return "utf-8" if known.startswith(("utf_16", "utf_32")) else known
