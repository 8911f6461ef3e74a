# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument texts of LibreOffice and of what writes like it: .odt, its templates, and .fodt, a single XML file.

The text is the one with all changes accepted; comments, hidden text, headers and footers are no
part of it. The day on which a document was made is taken for the day of capture.
"""

from __future__ import annotations

from pathlib import Path

from lxml.etree import _Element

from archivist import __version__
from archivist.errors import ArchivistError, FileDamaged, FileEncrypted, NoTextFound
from archivist.intake.documents.odt_body import OdtBody, OdtStyles
from archivist.intake.documents.properties import Properties, document_draft
from archivist.intake.packed.zip_files import ZipMembers, open_zip
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.xml_trees import parse_xml
from archivist.model import ArticleDraft, Provenance
from archivist.xml_names import child, contents, descendants, local_name

_EXTENSIONS = (".odt", ".ott", ".fodt", ".odm", ".oth", ".sxw")
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")
_HEAD = 4096  # bytes
_LARGEST_PART = 48 << 20  # bytes
_MANIFEST = "META-INF/manifest.xml"
_CONTENT = "content.xml"


def read_odt(raw: bytes, path: Path, _options: ImportOptions) -> list[ArticleDraft]:
    """The article of a document. Raises FileDamaged, FileUnsafe, FileEncrypted, NoTextFound."""
    warnings: list[str] = []
    if raw.startswith(b"PK"):
        files = open_zip(raw, path)
        warnings += files.warnings
        if _is_encrypted(files, path):
            raise FileEncrypted(path)
        content = _part(files, _CONTENT, path, warnings)
        styles, meta = (_optional(files, name, path, warnings) for name in ("styles.xml", "meta.xml"))
    else:
        parsed = parse_xml(raw, path, recover=True)
        warnings += parsed.warnings
        content = styles = meta = parsed.root
    text = child(content, "body", "text")
    if text is None:
        text = child(content, "body")  # of OpenOffice 1
    if text is None:
        raise FileDamaged(path, "it has no text in it")
    body = OdtBody(OdtStyles(styles, content))
    body.read(text)
    blocks = body.text.finished()
    if not blocks:
        raise NoTextFound(path)
    properties = _properties(meta)
    provenance = Provenance(source_name(path), ODT.name, __version__, None, properties.parameters())
    return [document_draft(blocks, properties, provenance, [*warnings, *_warnings(body)])]


def _part(files: ZipMembers, name: str, path: Path, warnings: list[str]) -> _Element:
    parsed = parse_xml(files.read(name, limit=_LARGEST_PART), path, recover=True)
    warnings += [warning for warning in parsed.warnings if warning not in warnings]
    return parsed.root


def _optional(files: ZipMembers, name: str, path: Path, warnings: list[str]) -> _Element | None:
    try:
        return _part(files, name, path, warnings) if name in files else None
    except ArchivistError:
        warnings.append(f"A part of the file, {name}, could not be read.")
        return None


def _is_encrypted(files: ZipMembers, path: Path) -> bool:
    """Whether the manifest says that the content has to be decrypted."""
    manifest = _optional(files, _MANIFEST, path, [])
    return manifest is not None and next(descendants(manifest, "encryption-data"), None) is not None


def _properties(meta: _Element | None) -> Properties:
    found: dict[str, str] = {}
    for element in contents(child(meta, "meta")):
        found.setdefault(local_name(element), (element.text or "").strip())
    return Properties(
        title=found.get("title", ""),
        author=found.get("initial-creator", "") or found.get("creator", ""),
        created=found.get("creation-date", "") or found.get("date", ""),
        modified=found.get("date", ""),
        language=found.get("language", ""),
    )


def _warnings(body: OdtBody) -> list[str]:
    told = {
        "The document has tracked changes; the text is the one with all of them accepted.": body.changed,
        f"The document has comments ({body.comments}), which are not in the text.": body.comments,
        "The document has hidden text, which was left out.": body.hidden,
    }
    return [sentence for sentence, holds in told.items() if holds]


def _sniff(raw: bytes, path: Path) -> bool:
    if not raw.startswith(b"PK"):
        head = raw[:_HEAD].replace(b"\x00", b"")
        return b"office:document" in head and _TEXT_TYPES[0] in raw[: 4 * _HEAD]
    head = raw[:_HEAD]
    if b"mimetype" in head:
        return any(media_type in head for media_type in _TEXT_TYPES)
    return path.suffix.lower() in _EXTENSIONS and _CONTENT.encode() in raw


ODT = Reader("odt", "OpenDocument text", _EXTENSIONS, _MEDIA_TYPE, _sniff, read_odt)
