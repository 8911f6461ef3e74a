# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading CoNLL-U files, and files of words with tags: one, or a folder or a zip file of them."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange import carried
from archivist.exchange.conllu.document import Document
from archivist.exchange.conllu.tagged import DOCUMENT, is_tagged, read_tagged
from archivist.exchange.conllu.treebank import ID, Sentence, Sentences
from archivist.exchange.files.packed import Files, OneFile, open_files, passed_over
from archivist.exchange.files.texts import Texts
from archivist.exchange.items import Item, Problem, ReadDocument

EXTENSIONS = (".conllu", ".conllup", ".conll", ".iob", ".iob2", ".bio")
_LOOKED_AT = 400  # rows
_BEGINNING = 64 << 10  # bytes
_LONGEST = 16 << 20  # bytes of a row
_LARGEST = 128 << 20  # bytes of a file that is not UTF-8, and so is read at once
_WIDE = {BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_MOST = 8  # tabs of a row of CoNLL-U at least

Row = tuple[str, str]  # where it is, and the row without its line end


def recognises(path: Path) -> bool:
    """Whether this is such a file, by its name and its first rows."""
    try:
        if path.suffix.lower() not in EXTENSIONS or not path.is_file():
            return False
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    wide = next((name for mark, name in _WIDE.items() if beginning.startswith(mark)), "utf-8")
    first = [row.rstrip("\r") for row in beginning.decode(wide, "replace").split("\n")[:_LOOKED_AT]]
    return any(map(_is_treebank, first)) or any(map(is_tagged, first))


def _is_treebank(row: str) -> bool:
    """Whether a row is of a treebank: a token, or what says so at the top, where ours has all records and tags."""
    return _is_token(row) or row.startswith(("# global.columns", "# global.archivist."))


def _is_token(row: str) -> bool:
    return row.count("\t") >= _MOST and ID.fullmatch(row.split("\t", 1)[0]) is not None


def read(path: Path, encoding: str = "") -> Iterator[Item]:
    """Everything in the files; `encoding` is that of those that are not UTF-8, where a person names it.

    Raises FileUnreadable, FileDamaged, FileTooLarge, FileUnsafe, FileEncrypted, WrongEncoding, NotText.
    """
    with open_files(path) as files:
        texts = Texts(files, encoding)
        names = [name for name in sorted(files.sizes) if PurePosixPath(name).suffix.lower() in EXTENSIONS]
        if isinstance(files, OneFile):
            names = list(files.sizes)
        if not names:
            raise FileDamaged(path, f"no file in it ends in {', '.join(EXTENSIONS)}")
        for name in names:
            try:
                yield from _read_file(files, texts, name)
            except ArchivistError as error:
                if len(names) == 1:
                    raise
                yield Problem(name, str(error))
        yield from texts.told()
        yield from passed_over(files, sorted(files.sizes.keys() - set(names)), "files of CoNLL-U or of words with tags")


def _read_file(files: Files, texts: Texts, name: str) -> Iterator[Item]:
    stopped: list[Problem] = []
    is_utf8 = _is_utf8(files, name)
    rows = _rows(name, files.chunks(name) if is_utf8 else _in_utf8(texts, name), stopped)
    first = list(islice(rows, _LOOKED_AT))
    is_treebank = any(_is_treebank(row) for _, row in first)
    stem = PurePosixPath(name).stem
    if is_treebank:
        yield from _Treebank(name, stem).read(chain(first, rows))
    elif any(is_tagged(row) or row.startswith(DOCUMENT) for _, row in first):
        yield from _told(read_tagged(chain(first, rows), stem), name)
    else:
        what = f"its first {len(first)} lines have neither the ten columns of CoNLL-U nor a tag in the last column"
        raise FileDamaged(files.where(name), f"{stopped[0].where}: {stopped[0].what}" if stopped else what)
    yield from stopped


def _is_utf8(files: Files, name: str) -> bool:
    """Whether a file is UTF-8 without a NUL, which words in two bytes a letter would have."""
    decoder = getincrementaldecoder("utf-8")()
    try:
        has_nul = any("\0" in decoder.decode(chunk) for chunk in files.chunks(name))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not has_nul


def _in_utf8(texts: Texts, name: str) -> Iterator[bytes]:
    yield texts.read(name, limit=_LARGEST).text.encode("utf-8", "replace")


def _rows(name: str, chunks: Iterator[bytes], stopped: list[Problem]) -> Iterator[Row]:
    """The rows of a file, up to one without an end, of which `stopped` tells then."""
    number, rest = 0, b""
    for chunk in chain(chunks, (b"",)):
        *whole, rest = (rest + chunk).split(b"\n")
        if not chunk:
            whole, rest = [*whole, rest] if rest else whole, b""
        for raw in whole:
            number += 1
            row = raw.removesuffix(b"\r").decode("utf-8")
            yield f"{name}, line {number}", row.removeprefix("\ufeff") if number == 1 else row
        if len(rest) > _LONGEST:
            stopped.append(Problem(f"{name}, line {number + 1}", "from here on it was not read: the line has no end"))
            return


def _told(documents: Iterator[ReadDocument], name: str) -> Iterator[Item]:
    """The documents, and why where there are no annotations in any of them."""
    found = 0
    for document in documents:
        found += len(document.annotations)
        yield document
    if not found:
        yield Problem(name, "no word in it has another tag than O, so there are only texts")


class _Treebank:
    """The documents of a CoNLL-U file, one after the other."""

    def __init__(self, name: str, stem: str) -> None:
        self._name = name
        self._stem = stem
        self._fields = ""  # of the brackets of CorefUD
        self._annotations = 0
        self._has_grammar = False
        self._is_ours = False  # then there is nothing more to be found in it
        self._unnamed = 0

    def read(self, rows: Iterator[Row]) -> Iterator[Item]:
        """Everything in it."""
        document = Document(self._stem, self._name)
        for sentence in Sentences().read(rows):
            self._has_grammar |= sentence.has_grammar
            self._is_ours |= "archivist.article" in sentence.comments
            self._fields = sentence.comments.get("global.Entity", self._fields)
            yield from self._definitions(sentence)
            named = self._named(sentence)
            if named is not None or document.is_empty:
                yield from self._finished(document)
                document = Document(named or document.name, self._name, self._fields)
            document.add(sentence)
        yield from self._finished(document)
        if not self._annotations and not self._is_ours:
            more = "; lemmas, parts of speech and trees are not taken in" if self._has_grammar else ""
            what = "no word in it is marked (by NE, NER or Entity in its last column), so there are only texts"
            yield Problem(self._name, what + more)
        elif self._has_grammar:
            yield Problem(self._name, "lemmas, parts of speech and trees were left out")

    def _named(self, sentence: Sentence) -> str | None:
        """The name of the document that begins with a sentence; None where it goes on."""
        for key, value in sentence.comments.items():
            if key == "newdoc id" and value:
                return value
            if key in ("newdoc", "newdoc id"):
                self._unnamed += 1
                return f"{self._stem} {self._unnamed}"
        return None

    def _finished(self, document: Document) -> Iterator[Item]:
        if not document.is_empty:
            found = document.document()
            self._annotations += len(found.annotations)
            yield found

    def _definitions(self, sentence: Sentence) -> Iterator[Item]:
        """What we noted ourselves of the whole file."""
        for key, value in sentence.comments.items():
            if not key.startswith("global.archivist."):
                continue
            sort = key.removeprefix("global.archivist.").partition(".")[0]
            try:
                fields = carried.fields_of(value)
                if sort == "tag":
                    yield carried.read_tag(fields)
                elif sort == "record":
                    yield carried.read_carried_record(fields)
                elif sort == "relation":
                    yield carried.read_carried_relation(fields, {}, sentence.places[key])
            except ValueError as error:
                yield carried.problem(sentence.places[key], f"a {sort}", error)
