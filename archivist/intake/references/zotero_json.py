# SPDX-License-Identifier: GPL-3.0-or-later
"""Items as Zotero itself writes them in JSON: Better BibTeX JSON, and the answers of its web service.

(Source: the schema of Zotero's items, and the exports of Better BibTeX.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import FileDamaged
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.references.files_beside import files_beside
from archivist.intake.references.reference import Attachment, Reference, pieces_of, stated_date
from archivist.intake.tables.cells import DateOrder, order_of_dates
from archivist.intake.tables.json_values import values
from archivist.model import ArticleDraft, JsonValue, Provenance, Unread

_Item: TypeAlias = Mapping[str, Any]
_HEAD = 256 * 1024  # bytes
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_TYPE = re.compile(rb'"itemType"\s*:\s*"[a-zA-Z]+"')
_TELLING = re.compile(rb'"(?:creators|itemID|itemKey|abstractNote|accessDate|dateAdded|libraryCatalog|key)"\s*:')
_OUTLETS = (
    "publicationTitle", "blogTitle", "forumTitle", "websiteTitle", "programTitle", "proceedingsTitle", "bookTitle",
    "encyclopediaTitle", "dictionaryTitle", "repository", "publisher", "institution", "network", "studio",
)  # fmt: skip
_CHILDREN = ("attachment", "note", "annotation")
_DEEPEST = 3  # folders of an absolute path that may be those of the export: files/12/name.pdf


def read_zotero_json(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The articles of an export. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged."""
    decoded = decode(raw, options.encoding, path=path)
    found = list(values(decoded.text))
    items = list(_items(found))
    broken = [value for value in found if isinstance(value, Unread)]
    if not items:
        raise FileDamaged(path, broken[0].reason.rstrip(".") if broken else "it holds no item")
    children: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        if parent := _text(item, "parentItem"):
            children[parent].append(item)
    order = order_of_dates(_text(item, "date") for item in items) or "dmy"
    references = [_reference(item, children, order) for item in items if not _is_child(item)]
    provenance = Provenance(source_name(path), ZOTERO_JSON.name, __version__, decoded.encoding)
    beside = files_beside(path, options)
    return [*pieces_of(references, beside, path, options, provenance, decoding_warnings(decoded)), *broken]


def _items(found: Iterable[JsonValue]) -> Iterator[_Item]:
    for value in found:
        if isinstance(value, dict) and isinstance(value.get("items"), list):
            yield from _items(value["items"])
        elif isinstance(value, dict):
            item = value["data"] if isinstance(value.get("data"), dict) else value
            if isinstance(item.get("itemType"), str):
                yield item


def _is_child(item: _Item) -> bool:
    return item["itemType"] in _CHILDREN and bool(_text(item, "parentItem"))


def _reference(item: _Item, children: Mapping[str, list[_Item]], order: DateOrder) -> Reference:
    key = _text(item, "key") or _text(item, "itemKey") or _text(item, "citationKey") or _text(item, "itemID")
    below = [item, *children.get(key, ()), *_dicts(item.get("attachments")), *_dicts(item.get("notes"))]
    texts = [note for note in item.get("notes") or () if isinstance(note, str)]
    return Reference(
        key=key or _text(item, "uri") or _text(item, "title"),
        title=_text(item, "title") or _text(item, "subject") or _text(item, "caseName"),
        creators=tuple(_names(item)),
        outlet=next(filter(None, (_text(item, name) for name in _OUTLETS)), ""),
        section=_text(item, "section"),
        url=_text(item, "url"),
        language=_text(item, "language"),
        published=stated_date(_text(item, "date") or _text(item, "year"), order),
        captured=stated_date(_text(item, "accessDate"), order),
        abstract=_text(item, "abstractNote"),
        notes=tuple(filter(None, (*texts, *(_text(one, "note") for one in below)))),
        tags=tuple(_tags(item)),
        type=_text(item, "itemType"),
        attachments=tuple(file for one in below for file in _files(one)),
    )


def _text(item: _Item, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _dicts(value: JsonValue) -> list[_Item]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _names(item: _Item) -> Iterator[str]:
    for creator in _dicts(item.get("creators")):
        name = _text(creator, "name") or " ".join((_text(creator, "firstName"), _text(creator, "lastName"))).strip()
        if name:
            yield name


def _tags(item: _Item) -> Iterator[str]:
    tags = item.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        name = tag.get("tag") if isinstance(tag, dict) else tag
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _files(item: _Item) -> Iterator[Attachment]:
    """The file of an attachment; of an absolute path as much as may lie beside the export."""
    place = (_text(item, "path") or _text(item, "localPath")).replace("\\", "/").removeprefix("attachments:")
    place = place.removeprefix("storage:")
    if not place:
        return
    is_absolute = place.startswith("/") or ":" in place.split("/")[0]
    name = str(PurePosixPath(*PurePosixPath(place).parts[-_DEEPEST:])) if is_absolute else place
    yield Attachment(name.lstrip("/"), _text(item, "contentType") or _text(item, "mimeType"))


def _sniff(raw: bytes, _path: Path) -> bool:
    head = raw[:_HEAD]
    return _START.match(head) is not None and _TYPE.search(head) is not None and _TELLING.search(head) is not None


ZOTERO_JSON = Reader(
    "zotero-json", "Zotero and Better BibTeX JSON", (".bbtjson",), "application/json", _sniff, read_zotero_json
)
