# SPDX-License-Identifier: GPL-3.0-or-later
"""CAS files on the disk: single ones, many in a folder or zip file, and what INCEpTION exports of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.cas.annotators import combined
from archivist.exchange.cas.documents import documents
from archivist.exchange.cas.json_reading import read_cas_json
from archivist.exchange.cas.recognising import BOM, COPY, OBJECTS, TYPES_END, is_cas_json, is_cas_xml, is_packed
from archivist.exchange.cas.type_system_finding import TypeSystems
from archivist.exchange.cas.xmi_reading import read_xmi
from archivist.exchange.files.packed import Files, OneFile, ZipFiles, open_files, passed_over
from archivist.exchange.items import Item, Problem

_LARGEST_XMI = 256 << 20  # bytes
_LARGEST_JSON = 64 << 20
_LARGEST_ZIP = 256 << 20  # of one in another
_HEAD = 4096  # bytes in which a file shows what it is
_SUFFIXES = (".xmi", ".json", ".xml", ".zip")
_NAMELESS = re.compile(r"(?:webanno|inception)\D*\d+(?:export)?")
INITIAL = "INITIAL_CAS"


def read(path: Path) -> Iterator[Item]:
    """The documents of a CAS file, or of all that are in a folder or zip file.

    What cannot be read of several is a Problem each. Raises FileUnreadable, FileDamaged, FileUnsafe,
    FileTooLarge, FileEncrypted, UnsupportedFile for what is no CAS at all, or no whole one.
    """
    with open_files(path) as files:
        reader = _Reader(files)
        if isinstance(files, OneFile):
            yield from reader.one(path.name)
        else:
            copies = _copies(files)
            if copies:
                yield from reader.project(copies)
            elif any(OBJECTS.fullmatch(name) for name in files.sizes):
                what = "It holds annotations as Java objects only; export the project with UIMA CAS XMI as its format."
                yield Problem(path.name, what)
            else:
                yield from reader.all()


def _copies(files: Files) -> dict[str, list[str]]:
    """The copies of the annotators in an exported project, by name of the document; none where it is no project."""
    found: dict[str, list[str]] = {}
    for name in sorted(files.sizes):
        match = COPY.fullmatch(name)
        if match:
            found.setdefault(match["document"], []).append(name)
    return found


class _Reader:
    """Reads the CAS files among several files."""

    def __init__(self, files: Files, annotator: str = "") -> None:
        self._files = files
        self._annotator = annotator
        self._type_systems = TypeSystems(files)

    def one(self, name: str) -> Iterator[Item]:
        """What is in one file. Raises what read() raises."""
        path = self._files.where(name)
        head = self._head(name)
        if is_packed(head):
            yield from self._packed(name)
        elif is_cas_json(head) or name.lower().endswith(".json"):
            raw = self._files.read(name, limit=_LARGEST_JSON).removeprefix(BOM)
            yield from documents(read_cas_json(raw, path), path.name, path.stem, self._annotator)
        elif head.startswith(b"#FORMAT=WebAnno TSV"):
            raise UnsupportedFile(path, "it is WebAnno TSV, a format of the past; export UIMA CAS XMI or JSON instead")
        elif head.startswith(b"\xac\xed"):
            raise UnsupportedFile(path, "it holds Java objects; export UIMA CAS XMI or JSON instead")
        else:
            raw = self._files.read(name, limit=_LARGEST_XMI)
            types, problem = self._type_systems.of(name)
            if problem:
                yield problem
            yield from documents(read_xmi(raw, path, types), path.name, path.stem, self._annotator)

    def all(self) -> Iterator[Item]:
        """What is in all files that may be a CAS; of the others, one line."""
        others = []
        for name in sorted(self._files.sizes):
            if name.lower().endswith(TYPES_END):
                continue
            if name.lower().endswith(_SUFFIXES) and (name.lower().endswith(".xmi") or self._is_cas(name)):
                yield from self._lenient(name)
            else:
                others.append(name)
        yield from passed_over(self._files, others, "CAS")
        yield from (Problem(name, f"Left out, as it {why}.") for name, why in sorted(self._files.left_out.items()))

    def project(self, copies: dict[str, list[str]]) -> Iterator[Item]:
        """The documents of an exported project, each with what all annotators marked in it."""
        initial = 0
        for document, names in copies.items():
            stems = [PurePosixPath(name).stem for name in names]
            several = any(stem != INITIAL for stem in stems)
            initial += several and INITIAL in stems
            chosen = [name for name, stem in zip(names, stems, strict=True) if stem != INITIAL or not several]
            read = ((_annotator(name), self._copy(name)) for name in chosen)
            yield from combined(read, document)
        if initial:
            what = f"Left out: what {initial} documents were before anybody annotated them ({INITIAL})."
            yield Problem(self._files.path.name, what)

    def _copy(self, name: str) -> Iterator[Item]:
        annotator = _annotator(name)
        reader = _Reader(self._files, "" if annotator == INITIAL else annotator)
        yield from reader._lenient(name)

    def _lenient(self, name: str) -> Iterator[Item]:
        try:
            yield from self.one(name)
        except ArchivistError as error:
            yield Problem(name, str(error))

    def _packed(self, name: str) -> Iterator[Item]:
        """What is in a zip file within: a CAS and its type system."""
        raw = self._files.read(name, limit=_LARGEST_ZIP)
        with ZipFiles(self._files.where(name), raw=raw) as inside:
            reader = _Reader(inside, self._annotator)
            for member in sorted(inside.sizes):
                lower = member.lower()
                if not lower.endswith((TYPES_END, ".zip")):
                    if self._annotator and _NAMELESS.fullmatch(PurePosixPath(name).stem):
                        reader = _Reader(inside, PurePosixPath(member).stem)
                    yield from reader._lenient(member)
                elif lower.endswith(".zip"):
                    yield Problem(f"{name}, {member}", "Left out, as it is a zip file in a zip file in another.")

    def _head(self, name: str) -> bytes:
        return next(self._files.chunks(name), b"")[:_HEAD]

    def _is_cas(self, name: str) -> bool:
        """Whether a file whose name does not tell shows that it is a CAS, or is packed."""
        try:
            head = self._head(name)
        except ArchivistError:
            return True  # then let it say why
        return is_cas_xml(head) or is_cas_json(head) or is_packed(head)


def _annotator(name: str) -> str:
    return PurePosixPath(name).stem
