# SPDX-License-Identifier: GPL-3.0-or-later
"""Which column of a table says what."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from archivist.exchange.registry.columns import COLUMNS, SCHEMES
from archivist.exchange.tables import safe, unsafe

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 1000
_LONGEST_HEADER = 1 << 20
_ID_PREFIX = re.compile(r"\s*id\s*:\s*(\S.*?)\s*", re.IGNORECASE)
_SPACES = re.compile(r"[\s_-]+")
_IN_LANGUAGE = re.compile(r"(.+?) ?[:( ] ?([a-z]{2,3})\)?")


@dataclass(slots=True)
class Header:
    """The columns by what they say."""

    delimiter: str
    names: list[str]  # as they stand in the file
    fields: dict[str, int] = field(default_factory=dict)  # place of a column by its name in COLUMNS
    schemes: dict[str, int] = field(default_factory=dict)  # of external ids
    aliases: list[tuple[int, str]] = field(default_factory=list)  # places of further names, with their language or ""
    full_names: set[int] = field(default_factory=set)  # those of them that hold one name, not a list
    unknown: dict[int, str] = field(default_factory=dict)  # names of columns that say nothing here, by place

    @property
    def known(self) -> int:
        """How many columns say something."""
        return len(self.fields) + len(self.schemes) + len(self.aliases)


def read_header(line: str) -> Header:
    """The header in its first line, whatever parts its columns. Raises ValueError."""
    if len(line) > _LONGEST_HEADER:
        raise ValueError(f"its first line has more than {_LONGEST_HEADER} characters")
    found = [header for delimiter in DELIMITERS if (header := _parsed(line, delimiter)) is not None]
    if not found:
        raise ValueError("its first line is no line of a table")
    best = max(found, key=lambda header: (header.known, len(header.names)))
    if len(best.names) > MOST_COLUMNS:
        raise ValueError(f"it has {len(best.names)} columns; at most {MOST_COLUMNS} are read")
    if "name" not in best.fields:
        raise ValueError("its first line names no column “name”")
    return best


def _parsed(line: str, delimiter: str) -> Header | None:
    try:
        names = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None
    header = Header(delimiter, names)
    for place, name in enumerate(names[: MOST_COLUMNS + 1]):
        _place(header, place, unharmed(name))
    named = [column for column in header.aliases if column[1] and column[0] in header.full_names]
    if "name" not in header.fields and named:
        header.fields["name"] = named[0][0]
        header.aliases.remove(named[0])
    return header


def _place(header: Header, place: int, name: str) -> None:
    """Put a column in its place in the header."""
    prefixed = _ID_PREFIX.fullmatch(name)
    plain = _SPACES.sub(" ", name).strip().casefold()
    if prefixed is not None:
        header.schemes.setdefault(prefixed[1], place)
    elif plain in _FIELDS and _FIELDS[plain] == "aliases":
        header.aliases.append((place, ""))
    elif plain in _FIELDS and _FIELDS[plain] not in header.fields:
        header.fields[_FIELDS[plain]] = place
    elif plain in _SCHEMES and _SCHEMES[plain] not in header.schemes:
        header.schemes[_SCHEMES[plain]] = place
    elif (match := _IN_LANGUAGE.fullmatch(plain)) and _FIELDS.get(match[1]) in ("name", "aliases"):
        header.aliases.append((place, match[2]))
        if _FIELDS[match[1]] == "name":
            header.full_names.add(place)
    elif plain:
        header.unknown[place] = name.strip()


def unharmed(cell: str) -> str:
    """A cell as it was before an apostrophe was put in front of it, so that no spreadsheet runs it.

    An apostrophe of its own, as in ’Ndrangheta, stays.
    """
    if not cell.startswith("'"):
        return cell
    plain = unsafe(cell)
    return plain if safe(plain) == cell else cell


def _by_name(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {_SPACES.sub(" ", name).casefold(): meaning for meaning, names in table.items() for name in names}


_FIELDS = _by_name(COLUMNS)
_SCHEMES = _by_name(SCHEMES)
