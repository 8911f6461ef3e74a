# SPDX-License-Identifier: GPL-3.0-or-later
"""CSL JSON, which Zotero and many others export: items without their files.

(Source: the JSON schema of the Citation Style Language, csl-data.json 1.0.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import FileDamaged
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.references.files_beside import files_beside
from archivist.intake.references.reference import Reference, pieces_of, stated_date, valid_date
from archivist.intake.tables.json_values import values
from archivist.model import ArticleDraft, JsonValue, Provenance, Unread

_Item: TypeAlias = Mapping[str, Any]
_HEAD = 64 * 1024  # bytes
_TYPE = re.compile(
    rb'"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset'
    rb"|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation"
    rb"|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical"
    rb"|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis"
    rb'|treaty|video|webpage)"'
)
# Fields that hardly anything but CSL has.
_TELLING = re.compile(rb'"(?:date-parts|container-title|citation-key|title-short|publisher-place|issued)"\s*:')
_CREATORS = ("author", "reporter", "interviewer", "director", "editor")
_SEASONS: Final = range(21, 25)  # of EDTF: spring to winter
_OLD_SEASONS: Final = range(13, 17)  # as CSL had them before
_PARTS_OF_DAY = 3


def read_csl(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The articles of an export. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged."""
    decoded = decode(raw, options.encoding, path=path)
    found = list(values(decoded.text))
    items = [value for value in _items(found) if isinstance(value, dict)]
    broken = [value for value in found if isinstance(value, Unread)]
    if not items:
        raise FileDamaged(path, broken[0].reason.rstrip(".") if broken else "it holds no item")
    provenance = Provenance(source_name(path), CSL_JSON.name, __version__, decoded.encoding)
    references = [_reference(item, number) for number, item in enumerate(items, start=1)]
    beside = files_beside(path, options)
    return [*pieces_of(references, beside, path, options, provenance, decoding_warnings(decoded)), *broken]


def _items(found: Sequence[JsonValue]) -> Iterator[JsonValue]:
    """The items, which may also lie in an object, as “references” or “items”."""
    for value in found:
        inside = [value[name] for name in ("references", "items") if isinstance(value, dict) and name in value]
        if inside and isinstance(inside[0], list):
            yield from inside[0]
        else:
            yield value


def _reference(item: _Item, number: int) -> Reference:
    return Reference(
        key=_text(item, "id") or _text(item, "citation-key") or f"item {number}",
        title=_text(item, "title"),
        creators=tuple(name for field in _CREATORS for name in _names(item.get(field))),
        outlet=_text(item, "container-title") or _text(item, "publisher"),
        section=_text(item, "section"),
        url=_text(item, "URL"),
        language=_text(item, "language"),
        published=csl_date(item.get("issued")),
        captured=csl_date(item.get("accessed")),
        abstract=_text(item, "abstract"),
        tags=tuple(filter(None, map(str.strip, re.split("[,;]", _text(item, "keyword"))))),
        type=_text(item, "type"),
    )


def _text(item: _Item, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _names(people: JsonValue) -> Iterator[str]:
    for person in people if isinstance(people, list) else ():
        if isinstance(person, dict):
            fields = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
            yield _text(person, "literal") or " ".join(filter(None, (_text(person, field) for field in fields)))


def csl_date(value: JsonValue) -> str:
    """The EDTF date of a CSL date variable: in parts, with a season, uncertain, or as somebody wrote it."""
    if not isinstance(value, dict):
        return stated_date(value) if isinstance(value, str) else ""
    parts = value.get("date-parts")
    days = [_of_parts(one) for one in parts if isinstance(one, list)] if isinstance(parts, list) else []
    if not any(days):
        return stated_date(_text(value, "raw") or _text(value, "literal"))
    season = value.get("season")
    if len(days) == 1 and re.fullmatch(r"\d{4}", days[0]) and str(season) in ("1", "2", "3", "4"):
        days = [f"{days[0]}-{_SEASONS[int(str(season)) - 1]}"]
    circa = "~" if value.get("circa") not in (None, False, "", "0", "false") else ""
    return valid_date("/".join(day and day + circa for day in days)) or valid_date(days[0])


def _of_parts(parts: Sequence[JsonValue]) -> str:
    numbers = []
    for part in parts[:_PARTS_OF_DAY]:
        if not re.fullmatch(r"-?\d{1,4}", str(part)):
            break
        numbers.append(int(str(part)))
    if not numbers or numbers[0] == 0:
        return ""
    year, *rest = numbers
    if rest and rest[0] in _OLD_SEASONS:
        rest[0] = _SEASONS[_OLD_SEASONS.index(rest[0])]
    sign = "-" if year < 0 else ""
    return "-".join((f"{sign}{abs(year):04}", *(f"{number:02}" for number in rest)))


def _sniff(raw: bytes, _path: Path) -> bool:
    head = raw[:_HEAD].replace(b"\x00", b"")
    is_json = re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[\[{]", head) is not None
    return is_json and _TYPE.search(head) is not None and _TELLING.search(head) is not None


CSL_JSON = Reader("csl-json", "CSL JSON", (".csljson",), "application/vnd.citationstyles.csl+json", _sniff, read_csl)
