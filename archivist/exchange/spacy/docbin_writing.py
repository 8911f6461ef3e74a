# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as a DocBin of spaCy, which `DocBin().from_disk()` opens; written without spaCy.

A DocBin is a map in MessagePack, packed by zlib (spaCy, tokens/_serialize.py): of all documents
together the numbers of the words, whether a space follows each, the lengths, and all strings; and a
list each of flags, categories, span groups and user data. The annotations are the group “archivist” of
`doc.spans`, because `doc.ents` may not overlap; the id of a span is that of the annotation, its
knowledge base id that of the record. What else an archive knows is JSON in `doc.user_data["archivist"]`.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import msgpack
import numpy as np

from archivist.errors import StorageFailed
from archivist.exchange import own_fields
from archivist.exchange.contents import Contents, HandedArticle
from archivist.exchange.json_writing import AT_ONCE
from archivist.exchange.spacy.strings import StringIds
from archivist.exchange.spacy.tokens import Token, tokens
from archivist.model import JsonValue, Loss, Progress

OURS = "archivist"  # the group of spans, and the key of the user data
VERSION = "0.1"  # of the format
ORTH = 65  # the number of the attribute that says which word a token is
# Of a span: id, knowledge base id, label; first token, token after the last; the same in characters. Big-endian.
SPAN = struct.Struct(">QQQllll")
_CHUNK = 1 << 20
_LARGEST = (1 << 32) - 1  # bytes of one field


def write_docbin(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a document an article."""
    strings, own = StringIds(), own_fields.OwnFields(contents)
    with ExitStack() as open_files:
        # What is put together last grows beside the file meanwhile, not in memory.
        parts = _Parts(path, open_files)
        for number, handed in enumerate(contents.articles()):
            if number % AT_ONCE == 0:
                yield Progress(number, len(contents), "write")
            _add(parts, strings, own, handed)
        with path.open("xb") as file:
            packer = zlib.compressobj()
            for chunk in parts.message(strings.strings()):
                file.write(packer.compress(chunk))
            file.write(packer.flush())
    return ()


def _add(parts: _Parts, strings: StringIds, own: own_fields.OwnFields, handed: HandedArticle) -> None:
    text = handed.text
    found = tokens(text, ((mark.start, mark.end) for mark in handed.annotations))
    parts.add_tokens(
        np.fromiter((strings[text[token.start : token.end]] for token in found), np.dtype("<u8"), len(found)),
        np.fromiter((token.spaced for token in found), np.bool_, len(found)),
    )
    parts.add_spans(_groups(handed, found, strings))
    parts.add_user_data({OURS: json.dumps(_said(own, handed), ensure_ascii=False)})


def _groups(handed: HandedArticle, found: list[Token], strings: StringIds) -> bytes:
    """The groups of spans of a document, as doc.spans packs them: what is in a group, with the names that it has."""
    first = {token.start: number for number, token in enumerate(found)}
    after = {token.end: number for number, token in enumerate(found, 1)}
    spans = [
        SPAN.pack(
            strings[mark.id],
            strings[mark.record or ""],
            strings[mark.tag.name],
            first[mark.start],
            after[mark.end],
            mark.start,
            mark.end,
        )
        for mark in handed.annotations
    ]
    group: bytes = msgpack.packb({"name": OURS, "attrs": {}, "spans": spans})
    packed: bytes = msgpack.packb({group: [OURS]})
    return packed


def _said(own: own_fields.OwnFields, handed: HandedArticle) -> JsonValue:
    """All that is said of an article beside its text and its spans."""
    records = own.records(handed)
    return {
        **own.article(handed),
        "annotations": [own.annotation(mark) for mark in handed.annotations],
        "relations": [own.relation(relation) for relation in handed.relations],
        "records": records,
    }


class _Parts:
    """The fields of a DocBin while they grow."""

    def __init__(self, path: Path, open_files: ExitStack) -> None:
        self._path = path
        self._documents = 0
        self._tokens, self._spaces, self._lengths, self._spans, self._user_data = (
            open_files.enter_context(TemporaryFile(dir=path.parent))  # noqa: SIM115 - the caller closes it
            for _ in range(5)
        )

    def add_tokens(self, words: np.ndarray, spaces: np.ndarray) -> None:
        """The tokens of the next document."""
        self._documents += 1
        self._tokens.write(words.tobytes())
        self._spaces.write(spaces.tobytes())
        self._lengths.write(struct.pack("<i", len(words)))

    def add_spans(self, groups: bytes) -> None:
        """Its groups of spans."""
        self._spans.write(msgpack.packb(groups))

    def add_user_data(self, data: dict[str, str]) -> None:
        """Its user data."""
        self._user_data.write(msgpack.packb(msgpack.packb(data)))

    def message(self, strings: Iterable[str]) -> Iterator[bytes]:
        """The whole message, in the order of spaCy. Raises StorageFailed where it is too large for one."""
        packer = msgpack.Packer(autoreset=True)
        yield packer.pack_map_header(10)
        yield packer.pack("version") + packer.pack(VERSION)
        yield packer.pack("attrs") + packer.pack([ORTH])
        for name, file in (("tokens", self._tokens), ("spaces", self._spaces), ("lengths", self._lengths)):
            yield packer.pack(name)
            yield from self._binary(file)
        strings = list(strings)
        yield packer.pack("strings") + packer.pack_array_header(len(strings))
        for string in strings:
            yield packer.pack(string)
        for name, value in (("cats", {}), ("flags", {"has_unknown_spaces": False})):
            yield packer.pack(name) + packer.pack_array_header(self._documents)
            yield packer.pack(value) * self._documents
        for name, file in (("span_groups", self._spans), ("user_data", self._user_data)):
            yield packer.pack(name) + packer.pack_array_header(self._documents)
            yield from _from_beginning(file)

    def _binary(self, file: IO[bytes]) -> Iterator[bytes]:
        size = file.tell()
        if size > _LARGEST:
            raise StorageFailed(self._path, "a DocBin cannot hold so many words; export fewer articles at once")
        yield b"\xc6" + struct.pack(">I", size)
        yield from _from_beginning(file)


def _from_beginning(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk
