# SPDX-License-Identifier: GPL-3.0-or-later
"""RIS, the lines of two letters and a value that reference managers and press databases export.

rispy drops an item that has no end and all values but the first of most fields, so the lines are
read here. (Source: the RIS specification of Reference Manager, and what databases make of it.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import NoTextFound
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.references.files_beside import files_beside
from archivist.intake.references.reference import Attachment, Reference, pieces_of, stated_date
from archivist.intake.tables.cells import is_address
from archivist.model import ArticleDraft, Provenance, Unread

_Item: TypeAlias = Mapping[str, list[str]]
_LINE = re.compile(r"([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?")
_START = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s*\d+\.)?\s*TY\s{1,2}-\s+[A-Z]{2,10}\s*[\r\n]")
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})?/?(\d{1,2})?/?.*")


def read_ris(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The articles of an export. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextFound."""
    decoded = decode(raw, options.encoding, path=path)
    references = [_reference(item, number) for number, item in enumerate(_items(decoded.text), start=1)]
    if not references:
        raise NoTextFound(path)
    provenance = Provenance(source_name(path), RIS.name, __version__, decoded.encoding)
    beside = files_beside(path, options)
    return pieces_of(references, beside, path, options, provenance, decoding_warnings(decoded))


def _items(text: str) -> Iterator[_Item]:
    """The items, each with its values by their two letters; a line without them goes on with the one before."""
    item: dict[str, list[str]] = defaultdict(list)
    last: list[str] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.strip("\ufeff\r"))
        if match is None:
            if last:
                last[-1] = f"{last[-1]}\n{line.strip()}"
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag in ("TY", "ER") and item:
            yield item
            item = defaultdict(list)
        last = item[tag] if tag != "ER" else []
        if tag != "ER":
            last.append(value)
    if item:
        yield item


def _reference(item: _Item, number: int) -> Reference:
    urls = [
        url for tag in ("UR", "L2", "LK") for value in item.get(tag, ()) for url in value.split() if is_address(url)
    ]
    files = [name.strip() for tag in ("L1", "L4") for value in item.get(tag, ()) for name in value.split(";")]
    return Reference(
        key=_first(item, "ID", "AN") or f"item {number}",
        title=_first(item, "TI", "T1", "CT"),
        creators=tuple(_person(name) for tag in ("AU", "A1", "A2") for name in item.get(tag, ()) if name),
        outlet=_first(item, "T2", "JF", "JO", "JA", "BT", "PB"),
        section=_first(item, "SE"),
        url=next(iter(urls), ""),
        language=_first(item, "LA"),
        published=_date(_first(item, "DA")) or _date(_first(item, "PY", "Y1")),
        captured=_date(_first(item, "Y2")),
        abstract=_first(item, "AB", "N2"),
        notes=tuple(filter(None, item.get("N1", ()))),
        tags=tuple(filter(None, (tag for value in item.get("KW", ()) for tag in map(str.strip, value.split("\n"))))),
        type=_first(item, "TY"),
        attachments=tuple(Attachment(_relative(name)) for name in files if name and not is_address(name)),
    )


def _first(item: _Item, *tags: str) -> str:
    return next((value for tag in tags for value in item.get(tag, ()) if value), "")


def _person(name: str) -> str:
    """“Коваль, Олена” as people write it."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()


def _relative(name: str) -> str:
    return name.removeprefix("internal-pdf://").removeprefix("file://")


def _date(text: str) -> str:
    """A date as RIS has it, 2022/01/08/morning with any part left out, or as somebody wrote it."""
    match = _SLASHES.fullmatch(text)
    if not match:
        return stated_date(text)
    return stated_date("-".join(part.zfill(2) for part in match.groups() if part))


def _sniff(raw: bytes, _path: Path) -> bool:
    return _START.match(raw.replace(b"\x00", b"") if raw[:4].count(b"\x00") else raw[:4096]) is not None


RIS = Reader("ris", "RIS", (".ris",), "application/x-research-info-systems", _sniff, read_ris)
