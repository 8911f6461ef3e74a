# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain texts of a project, and the words by which its selections are named."""

from __future__ import annotations

import codecs
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml.etree import _Element

from archivist.errors import ArchivistError
from archivist.exchange.packed import Files
from archivist.exchange.refi_qda.codes import text_of
from archivist.file_names import shown
from archivist.xml_names import child

_LARGEST_TEXT = 64 << 20  # bytes
_FEWEST_TELLING = 10  # characters at the beginning of a selection that are not found twice by chance
_ON_ONE_LINE = str.maketrans("\r\n\t\u00a0", "    ")


class Texts:
    """The texts beside a document; `base` is the folder that it is in, with its slash."""

    def __init__(self, files: Files, base: str) -> None:
        self._files = files
        self._base = base

    def of(self, element: _Element) -> tuple[str | None, str]:
        """The text of a source or note, and why it has none, as a sentence."""
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


class Words:
    """The words of a selection of a text where its name repeats them, as most programs let it.

    A long name breaks off with three dots; then its words are those that begin so, at the place or,
    if it says something else there, where they come next.
    """

    def __init__(self, text: str | None) -> None:
        self._text = text or ""

    def of(self, name: str, start: int, end: int) -> str | None:
        """The words of the selection with this name and place, None where the name does not repeat them."""
        if not name.strip() or not 0 <= start < end:
            return None
        begun = name.rstrip().removesuffix("...").removesuffix("…")
        words = begun.translate(_ON_ONE_LINE)
        whole = self._text[start:end]
        if begun == name.rstrip():
            if whole.translate(_ON_ONE_LINE) == words:
                return whole
            is_long_enough = abs(end - start - len(name)) <= 1 + sum(char > "\uffff" or char in "\n " for char in name)
            return name if is_long_enough and words in self._flat else None
        if whole[: len(words)].translate(_ON_ONE_LINE) == words:
            return whole
        at = self._nearest(words, start) if len(words) >= _FEWEST_TELLING else -1
        return self._text[at : at + end - start] if at >= 0 else None

    @cached_property
    def _flat(self) -> str:
        return self._text.translate(_ON_ONE_LINE)

    def _nearest(self, words: str, place: int) -> int:
        before, after = self._flat.rfind(words, 0, place + len(words)), self._flat.find(words, place)
        found = [at for at in (before, after) if at >= 0]
        return min(found, key=lambda at: abs(at - place)) if found else -1
