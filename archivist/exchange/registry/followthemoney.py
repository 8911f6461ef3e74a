# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry as FollowTheMoney entities (Aleph, OpenSanctions): one JSON object a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from archivist.errors import InvalidDate, InvalidValue
from archivist.exchange.files import json_stream
from archivist.exchange.registry.report import Entry, RegistryLine, said
from archivist.model import ActorType, Alias, JsonValue, Kind, RecordDraft, Role
from archivist.store import record_fields
from archivist.text import one_line, shortened

# The schemata that are records here, and of which type. Whether a LegalEntity is a person is not known.
_SCHEMATA: dict[str, tuple[Kind, str]] = {
    "Person": (Kind.ACTOR, ActorType.PERSON),
    "Organization": (Kind.ACTOR, ActorType.ORGANISATION),
    "Company": (Kind.ACTOR, ActorType.ORGANISATION),
    "PublicBody": (Kind.ACTOR, ActorType.STATE_BODY),
    "LegalEntity": (Kind.ACTOR, ""),
    "Address": (Kind.ACTOR, ActorType.PLACE),
    "Event": (Kind.EVENT, ""),
}
_NAMES = ("name", "full")  # an address has its words in “full”
_ALIASES = ("alias", "previousName", "abbreviation", "weakAlias")
_SCHEMES = {
    "wikidataId": "wikidata",
    "leiCode": "lei",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "edrpouCode": "edrpou",
    "isniCode": "isni",
    "orcid": "orcid",
    "opensanctionsId": "opensanctions",
}
_NOTES = ("summary", "description", "notes")
# What is read of an entity; all else that it says has no place in a record.
PROPERTIES = frozenset((*_NAMES, *_ALIASES, *_SCHEMES, *_NOTES, "position", "startDate", "endDate", "date", "location"))


def is_record(schema: str) -> bool:
    """Whether an entity of this schema becomes a record."""
    return schema in _SCHEMATA


class Entities:
    """The entities of a file."""

    name = "followthemoney"

    def __init__(self, raw: bytes, path: Path) -> None:
        self._raw = raw
        self._path = path
        self.left_out: Counter[str] = Counter()

    def entries(self) -> Iterator[Entry | RegistryLine]:
        """The records, and the lines that are none; entities of other schemata are counted in left_out."""
        at, number = 0, 0
        while at < len(self._raw):
            end = self._raw.find(b"\n", at)
            end = len(self._raw) if end < 0 else end
            number += 1
            line = self._raw[at:end].strip()
            at = end + 1
            entry = self._entry(number, line) if line else None
            if entry is not None:
                yield entry

    def _entry(self, number: int, line: bytes) -> Entry | RegistryLine | None:
        try:
            value = json_stream.parse(line)
        except ValueError as error:
            return RegistryLine(number, "", f"it is no JSON object: {shortened(str(error), 200)}")
        if not isinstance(value, Mapping) or not isinstance(value.get("schema"), str):
            return RegistryLine(number, "", "it is no entity: it has no “schema”")
        schema = _SCHEMATA.get(value["schema"])
        if schema is None:
            self.left_out[f"schema {shortened(value['schema'])}"] += 1
            return None
        if not isinstance(value.get("id"), str) or not isinstance(value.get("properties"), Mapping):
            return RegistryLine(number, "", "it is no entity: it has no “id” or no “properties”")
        return _record(number, value, *schema)


def _record(number: int, value: Mapping[str, JsonValue], kind: Kind, type_: str) -> Entry | RegistryLine:
    properties = value["properties"]
    names = _all(properties, *_NAMES)
    caption = value.get("caption")
    name = caption if isinstance(caption, str) and caption in names else (names or [""])[0]
    try:
        draft = RecordDraft(
            kind=kind,
            name=name,
            note="\n\n".join(dict.fromkeys(note for note in _all(properties, *_NOTES) if note not in names)),
            aliases=tuple(Alias(each) for each in (*names, *_all(properties, *_ALIASES))),
            type=type_,
            external_ids=_external_ids(value["id"], properties),
            roles=_roles(properties) if kind is Kind.ACTOR else (),
            date=_date(properties) if kind is Kind.EVENT else "",
            place="; ".join(_all(properties, "location")) if kind is Kind.EVENT else "",
        )
        return Entry(number, one_line(value["id"]), record_fields.checked(draft))
    except InvalidDate as error:
        return RegistryLine(number, shortened(name), said(error))
    except InvalidValue as error:
        return RegistryLine(number, shortened(name), f"“{shortened(error.value)}” is no possible {error.what}")


def _all(properties: Mapping[str, JsonValue], *fields: str) -> list[str]:
    """The texts of some properties, each of which is a list of texts, or one."""
    found: list[str] = []
    for field in fields:
        values = properties.get(field)
        found += (item for item in (values if isinstance(values, list) else [values]) if isinstance(item, str))
    return [item for item in found if item.strip()]


def _external_ids(id_: str, properties: Mapping[str, JsonValue]) -> dict[str, str]:
    found = {scheme: values[0] for field, scheme in _SCHEMES.items() if (values := _all(properties, field))}
    if "wikidata" not in found and id_[:1] == "Q" and id_[1:].isascii() and id_[1:].isdigit():
        found["wikidata"] = id_  # as OpenSanctions names what Wikidata knows
    return found


def _roles(properties: Mapping[str, JsonValue]) -> tuple[Role, ...]:
    return tuple(Role(title) for title in dict.fromkeys(_all(properties, "position")))


def _date(properties: Mapping[str, JsonValue]) -> str:
    first, last, single = (next(iter(_all(properties, field)), "") for field in ("startDate", "endDate", "date"))
    if first and last and first != last:
        return f"{first}/{last}"
    return first or single or last
