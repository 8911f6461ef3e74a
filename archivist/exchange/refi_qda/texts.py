# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain texts of a project, and the words by which its selections are named."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from lxml.etree import _Element

from archivist.errors import ArchivistError
from archivist.exchange.files.packed import Files
from archivist.exchange.items import Unit
from archivist.exchange.refi_qda.codes import text_of
from archivist.exchange.refi_qda.extras import for_xml
from archivist.file_names import shown
from archivist.text import Utf16Map
from archivist.xml_names import child

_LARGEST_TEXT = 64 << 20  # bytes
_PATHS = ("plainTextPath", "richTextPath", "path", "currentPath")


class Texts:
    """The texts beside a document; `base` is the folder that it is in, with its slash."""

    def __init__(self, files: Files, base: str) -> None:
        self._files = files
        self._base = base
        self.known: set[str] = set()  # names of the files that sources and notes speak of

    def of(self, element: _Element) -> tuple[str | None, str]:
        """The text of a source or note, and why it has none, as a sentence."""
        self.know(element)
        path = element.get("plainTextPath", "")
        if path:
            return self._beside(path)
        content = child(element, "PlainTextContent")
        if content is not None:
            return text_of(content), ""
        rich = element.get("richTextPath", "")
        if rich:
            return None, f"It has only a rich text (“{shown(rich)}”) and no plain one."
        return None, "It has no text."

    def know(self, element: _Element) -> None:
        """Note which files a source or note speaks of, read or not."""
        named = (self._find(element.get(name, "")) for name in _PATHS)
        self.known.update(name for name in named if name)

    def _beside(self, path: str) -> tuple[str | None, str]:
        name = self._find(path)
        if name is None:
            return None, f"Its text (“{shown(path)}”) is not in the project."
        try:
            raw = self._files.read(name, limit=_LARGEST_TEXT)
        except ArchivistError as error:
            return None, str(error)
        is_utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        try:
            return raw.decode("utf-16" if is_utf16 else "utf-8-sig"), ""
        except UnicodeDecodeError as error:
            return None, f"Its text (“{shown(name)}”) is not written in UTF-8, at byte {error.start}."

    def _find(self, path: str) -> str | None:
        """The file that a path means; one that leads out of the project means a file of that name in it."""
        name = path.partition("://")[2] or path
        name = name.replace("\\", "/").lstrip("/")
        for possible in dict.fromkeys((name, unquote(name), PurePosixPath(name).name)):
            for folder in (f"{self._base}sources/", self._base):
                found = self._files.find(folder + possible)
                if found is not None:
                    return found
        return None


class Named(NamedTuple):
    """A selection by its name and place, as the document has them."""

    name: str
    start: int
    end: int


class Words:
    """The words at the places of a text, in the counting that agrees best with the names of its selections.

    Most programs name a selection by its words, a long one by their beginning and three dots. The
    standard counts code points, but not all programs do, nor do all count both characters of CR LF;
    `lf_first` where the one that wrote the text is known to count one.
    """

    def __init__(self, text: str | None, named: Sequence[Named], *, lf_first: bool) -> None:
        self.text = text
        self.unit = Unit.CODE_POINTS
        self._utf16: Utf16Map | None = None
        self._are_names_words = False
        if text is None:
            return
        named = [each for each in named if each.name.strip()]
        texts = list(dict.fromkeys((text, text.replace("\r\n", "\n"))))
        most = -1
        for possible in reversed(texts) if lf_first else texts:
            for utf16 in (None, Utf16Map(possible)) if any(char > "\uffff" for char in possible) else (None,):
                agreeing = sum(_agrees(each.name, _words(possible, utf16, each.start, each.end)) for each in named)
                if agreeing > most:
                    most, self.text, self._utf16 = agreeing, possible, utf16
        self.unit = Unit.UTF16 if self._utf16 else Unit.CODE_POINTS
        self._are_names_words = most * 2 > len(named)

    def of(self, named: Named) -> tuple[str | None, bool]:
        """The words of a selection where its name repeats them, and whether its place is in doubt."""
        name = named.name
        if self.text is None or not name.strip():
            return None, False
        found = _words(self.text, self._utf16, named.start, named.end)
        if _agrees(name, found):
            return found, False
        is_begun = name.rstrip() != _begun(name)
        if is_begun:
            return None, self._are_names_words
        is_as_long = abs(named.end - named.start - len(name)) <= 1 + sum(char > "\uffff" for char in name)
        return (name if self._are_names_words or (is_as_long and name in self.text) else None), False


def _words(text: str, utf16: Utf16Map | None, start: int, end: int) -> str:
    if not 0 <= start < end:
        return ""
    if utf16 is None:
        return text[start:end]
    try:
        return text[utf16.to_code_point(start) : utf16.to_code_point(end)]
    except ValueError:  # outside of it, or inside a character
        return ""


def _agrees(name: str, words: str) -> bool:
    """Whether a name says these words; spaces are often left out of one, above all around them."""
    said, found = " ".join(_begun(name).split()), " ".join(for_xml(words).split())
    return bool(found) and (found == said or (name.rstrip() != _begun(name) and found.startswith(said)))


def _begun(name: str) -> str:
    """The name without the three dots by which it breaks off."""
    return name.rstrip().removesuffix("...").removesuffix("…")
