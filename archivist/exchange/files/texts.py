# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files of a format that does not say how they are encoded: UTF-8, else as a person said, else by their letters.

Files that belong together are taken to be encoded alike where one alone tells too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archivist.decoding.encodings import Decoded, detect
from archivist.errors import ArchivistError, WrongEncoding
from archivist.exchange.files.packed import Files
from archivist.exchange.items import Problem
from archivist.file_names import shown

_SAMPLE = 256 << 10  # bytes of all files together, by which a doubtful one is judged
_LARGEST_SAMPLED = 1 << 20  # bytes of a file
_MOST_NAMED = 5
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_ENOUGH = 40  # bytes beyond ASCII


@dataclass(frozen=True, slots=True)
class Text:
    """A file as a text; `raw` are its bytes."""

    text: str
    raw: bytes
    encoding: str = ""  # as Python names it; "" for UTF-8


class Texts:
    """The texts among the files of a folder or zip file; `said` is the encoding that a person named, or "".

    What is UTF-8 is read so whatever was said: a text in another encoding never happens to be.
    """

    def __init__(self, files: Files, said: str = "") -> None:
        self._files = files
        self._said = said
        self._guessed: dict[str, list[str]] = {}  # names of files, by encoding
        self._unread: dict[str, int] = {}  # characters, by name

    def read(self, name: str, *, limit: int, beside: Iterable[str] = ()) -> Text:
        """A file that has no reason to have more than `limit` bytes; `beside` are those that belong to it.

        Line ends and all are as they are. Raises FileDamaged, FileTooLarge, FileUnreadable, WrongEncoding, NotText.
        """
        raw = self._files.read(name, limit=limit)
        text = _utf8(raw)
        if text is not None and not ("\0" in text and (self._said or _is_wide(raw))):
            return Text(text, raw)
        if self._said:
            try:
                return Text(raw.decode(self._said), raw, self._said)
            except UnicodeError as error:
                raise WrongEncoding(self._files.where(name), self._said) from error
        found = self._detected(name, raw, beside)
        if found.guessed:
            self._guessed.setdefault(found.encoding, []).append(shown(name))
        if found.replaced:
            self._unread[shown(name)] = found.replaced
        return Text(found.text, raw, found.encoding)

    def told(self) -> Iterator[Problem]:
        """What was guessed and what could not be read, so that a person may look whether it was right."""
        for encoding, names in sorted(self._guessed.items()):
            several = "are not in UTF-8 and were" if len(names) > 1 else "is not in UTF-8 and was"
            yield Problem(
                shown(self._files.path.name),
                f"{', '.join(names[:_MOST_NAMED])}{_more(names)} {several} read as {encoding}; "
                "if the letters look wrong, name the encoding",
            )
        for name, count in self._unread.items():
            yield Problem(name, f"{count} of its characters could not be read, and are \ufffd now")

    def _detected(self, name: str, raw: bytes, beside: Iterable[str]) -> Decoded:
        found = detect(raw, path=self._files.where(name))
        if not found.guessed or (_tells(raw) and not found.doubtful):
            return found
        together = b"\n".join([raw, *self._raw(other for other in beside if other != name)])
        alike = (_likely(together) if _tells(together) else "") or self._usual or _likely(together)
        if not alike or alike == found.encoding:
            return found
        text = raw.decode(alike, "replace")
        return Decoded(text, alike, guessed=True, replaced=text.count("\ufffd"))

    @cached_property
    def _usual(self) -> str:
        """The encoding of all files together that are not UTF-8; "" where that is in doubt, too."""
        together = bytearray()
        for raw in self._raw(sorted(self._files.sizes)):
            together += b"\n" + raw
            if len(together) > _SAMPLE:
                break
        return _likely(bytes(together))

    def _raw(self, names: Iterable[str]) -> Iterator[bytes]:
        """The bytes of those files that are in an encoding of one byte a character."""
        for name in names:
            if self._files.sizes[name] > _LARGEST_SAMPLED:
                continue
            try:
                raw = self._files.read(name, limit=_LARGEST_SAMPLED)
                if _utf8(raw) is None and detect(raw).guessed:
                    yield raw
            except ArchivistError:
                continue


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_wide(raw: bytes) -> bool:
    """Whether bytes that could be UTF-8 are UTF-16 or UTF-32, with a NUL beside each letter of ASCII."""
    try:
        return detect(raw).encoding.startswith(("utf-16", "utf-32"))
    except ArchivistError:
        return False


def _tells(raw: bytes) -> bool:
    """Whether there are enough letters to tell an encoding by; a few may happen to be words in another."""
    return len(_BEYOND_ASCII.findall(raw)) >= _ENOUGH


def _likely(raw: bytes) -> str:
    """The encoding by the letters, "" where that is in doubt."""
    try:
        found = detect(raw)
    except ArchivistError:
        return ""
    return found.encoding if found.guessed and not found.doubtful else ""


def _more(names: Sequence[str]) -> str:
    return f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
