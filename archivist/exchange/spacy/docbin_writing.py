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
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import msgpack
import numpy as np

from archivist.errors import StorageFailed
from archivist.exchange import own_fields
from archivist.exchange.files.json_writing import AT_ONCE
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.spacy.strings import StringIds, string_id
from archivist.exchange.spacy.tokens import tokens
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
            for chunk in parts.message(strings):
                file.write(packer.compress(chunk))
            file.write(packer.flush())
    return ()


def _add(parts: _Parts, strings: StringIds, own: own_fields.OwnFields, handed: HandedArticle) -> None:
    found = tokens(handed.text, ((mark.start, mark.end) for mark in handed.annotations))
    parts.add_tokens(np.array([strings[word] for word in found.words], "<u8"), np.array(found.spaced, np.bool_))
    spans = []
    for mark in handed.annotations:
        parts.add_string(mark.id)
        numbers = string_id(mark.id), strings[mark.record or ""], strings[mark.tag.name]
        spans.append(SPAN.pack(*numbers, found.before[mark.start], found.before[mark.end], mark.start, mark.end))
    group = msgpack.packb({"name": OURS, "attrs": {}, "spans": spans})
    parts.add_groups(msgpack.packb({group: [OURS]}))  # what is in a group, with the names that it has
    parts.add_user_data({OURS: json.dumps(_said(own, handed), ensure_ascii=False)})


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
        self._documents = self._ids = 0
        self._tokens, self._spaces, self._lengths, self._strings, self._groups, self._user_data = (
            open_files.enter_context(TemporaryFile(dir=path.parent))  # noqa: SIM115 - the caller closes it
            for _ in range(6)
        )

    def add_tokens(self, words: np.ndarray, spaces: np.ndarray) -> None:
        """The tokens of the next document."""
        self._documents += 1
        self._tokens.write(words.tobytes())
        self._spaces.write(spaces.tobytes())
        self._lengths.write(struct.pack("<i", len(words)))

    def add_string(self, string: str) -> None:
        """A string that occurs nowhere else."""
        self._ids += 1
        self._strings.write(msgpack.packb(string))

    def add_groups(self, groups: bytes) -> None:
        """The groups of spans of the document."""
        self._groups.write(msgpack.packb(groups))

    def add_user_data(self, data: dict[str, str]) -> None:
        """The user data of the document."""
        self._user_data.write(msgpack.packb(msgpack.packb(data)))

    def message(self, strings: Collection[str]) -> Iterator[bytes]:
        """The whole message, in the order of spaCy, with these further strings.

        Raises StorageFailed where it is too large for one.
        """
        packer = msgpack.Packer(autoreset=True)
        yield packer.pack_map_header(10)
        yield packer.pack("version") + packer.pack(VERSION)
        yield packer.pack("attrs") + packer.pack([ORTH])
        for name, file in (("tokens", self._tokens), ("spaces", self._spaces), ("lengths", self._lengths)):
            yield packer.pack(name)
            yield from self._binary(file)
        yield packer.pack("strings") + packer.pack_array_header(len(strings) + self._ids)
        for string in sorted(strings):
            yield packer.pack(string)
        yield from _from_beginning(self._strings)
        for name, value in (("cats", {}), ("flags", {"has_unknown_spaces": False})):
            yield packer.pack(name) + packer.pack_array_header(self._documents)
            yield packer.pack(value) * self._documents
        for name, file in (("span_groups", self._groups), ("user_data", self._user_data)):
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
