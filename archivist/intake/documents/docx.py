# SPDX-License-Identifier: GPL-3.0-or-later
"""DOCX documents of Word and of what writes like it: strict or not, with macros (which are not looked at), templates.

The text is the one with all changes accepted; comments, hidden text, headers and footers are no
part of it. The day on which a document was made is taken for the day of capture.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element

from archivist import __version__
from archivist.errors import ArchivistError, FileDamaged, NoTextFound
from archivist.intake.documents.docx_body import Body
from archivist.intake.documents.docx_numbering import Numbering
from archivist.intake.documents.docx_styles import Styles
from archivist.intake.documents.properties import Properties, document_draft
from archivist.intake.packed.zip_files import ZipMembers, open_zip
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.xml_trees import parse_xml
from archivist.model import ArticleDraft, Provenance
from archivist.xml_names import child, children, value

_EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = "[Content_Types].xml"
_MAIN = (b"wordprocessingml.document.main", b"wordprocessingml.template.main", b"ms-word.document.macroEnabled.main",
         b"ms-word.template.macroEnabledTemplate.main")  # fmt: skip
_LARGEST_PART = 48 << 20  # bytes


def read_docx(raw: bytes, path: Path, _options: ImportOptions) -> list[ArticleDraft]:
    """The article of a document. Raises FileDamaged, FileUnsafe, FileEncrypted, NoTextFound."""
    package = _Package(open_zip(raw, path), path)
    main = package.main()
    document = package.tree(main)
    container = child(document, "body")
    if container is None:
        raise FileDamaged(path, "it has no text in it")
    relations = package.relations(main)
    body = Body(
        Styles(package.related(main, relations, "styles")),
        Numbering.of(package.related(main, relations, "numbering")),
        {
            f"{kind} {value(note, 'id')}": note
            for kind in ("footnote", "endnote")
            for note in children(package.related(main, relations, f"{kind}s"), kind)
        },
    )
    body.read(container)
    blocks = body.blocks()
    if not blocks:
        raise NoTextFound(path)
    properties = _properties(package)
    provenance = Provenance(source_name(path), DOCX.name, __version__, None, properties.parameters())
    return [document_draft(blocks, properties, provenance, (*package.warnings, *_warnings(body)))]


@dataclass
class _Package:
    """The parts of a document, found by their relations."""

    files: ZipMembers
    path: Path

    def __post_init__(self) -> None:
        self._names = {name.casefold(): name for name in self.files.names()}
        self.warnings = list(self.files.warnings)

    def tree(self, name: str) -> _Element:
        """A part. Raises FileDamaged, FileUnsafe, FileEncrypted."""
        raw = self.files.read(self._names.get(name.casefold(), name), limit=_LARGEST_PART)
        parsed = parse_xml(raw, self.path, recover=True)
        self.warnings += [warning for warning in parsed.warnings if warning not in self.warnings]
        return parsed.root

    def relations(self, name: str) -> dict[str, str]:
        """The parts that a part relates to, by the last word of the kind of relation."""
        folder, _, base = name.rpartition("/")
        listed = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if listed.casefold() not in self._names:
            return {}
        found: dict[str, str] = {}
        for relation in children(self.tree(listed), "Relationship"):
            target = value(relation, "Target")
            if value(relation, "TargetMode").lower() != "external" and target:
                whole = target if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(value(relation, "Type").rpartition("/")[2], posixpath.normpath(whole).lstrip("/"))
        return found

    def related(self, name: str, relations: dict[str, str], kind: str) -> _Element | None:
        """A part of help to another, where it is there and can be read."""
        target = relations.get(kind) or posixpath.join(posixpath.dirname(name), f"{kind}.xml")
        if target.casefold() not in self._names:
            return None
        try:
            return self.tree(target)
        except ArchivistError:
            self.warnings.append(f"A part of the file, {kind}, could not be read.")
            return None

    def main(self) -> str:
        """The name of the part with the text."""
        return self.relations("").get("officeDocument") or "word/document.xml"


def _properties(package: _Package) -> Properties:
    relations = package.relations("")
    core = package.related("docProps/core.xml", {"core": relations.get("core-properties", "")}, "core")

    def said(name: str) -> str:
        element = child(core, name)
        return (element.text or "").strip() if element is not None else ""

    return Properties(said("title"), said("creator"), said("created"), said("modified"), said("language"))


def _warnings(body: Body) -> list[str]:
    told = {
        "The document has tracked changes; the text is the one with all of them accepted.": body.changed,
        f"The document has comments ({len(body.comments)}), which are not in the text.": body.comments,
        "The document has hidden text, which was left out.": body.hidden,
        f"The document holds pieces in other formats ({body.embedded}), which were not read.": body.embedded,
    }
    return [sentence for sentence, holds in told.items() if holds]


def _sniff(raw: bytes, path: Path) -> bool:
    if not raw.startswith(b"PK"):
        return False
    if _TYPES.encode() not in raw:
        return path.suffix.lower() in _EXTENSIONS
    try:
        types = open_zip(raw, path).read(_TYPES, limit=_LARGEST_PART)
    except ArchivistError:
        return path.suffix.lower() in _EXTENSIONS or b"word/document.xml" in raw
    return any(main in types for main in _MAIN)


DOCX = Reader("docx", "Word document", _EXTENSIONS, _MEDIA_TYPE, _sniff, read_docx)
