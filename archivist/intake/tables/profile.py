# SPDX-License-Identifier: GPL-3.0-or-later
"""How tables of some sort are to be read: a profile, as it is kept in an archive or in a JSON file.

    {"columns": {"body": "текст", "title": "заголовок", "section": ""}, "delimiter": ";",
     "encoding": "cp1251", "header": true, "date_order": "dmy", "outlet": "Вісник", "language": "uk",
     "exact": false, "markup": true, "records": "data.articles", "made_for": ["заголовок", "текст"]}

All of it may be left out; what is, is found out anew for each file. A column that is "" is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, Self

from archivist.decoding.encodings import known_encoding
from archivist.errors import ArchivistError, ProfileRefused
from archivist.intake.files import read_file
from archivist.intake.tables.cells import DateOrder
from archivist.intake.tables.columns import FIELDS
from archivist.model import JsonValue, Profile

DELIMITERS: Final = ",;\t|"
_LARGEST = 1 << 20  # bytes of a file with a profile
_KINDS: Final[dict[str, type]] = {
    "columns": dict, "delimiter": str, "encoding": str, "header": bool, "date_order": str, "outlet": str,
    "language": str, "exact": bool, "markup": bool, "records": str, "made_for": list,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableProfile:
    """What is known of a table before it is looked at; None and "" for what is to be found out."""

    name: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # by field; "" where no column holds it
    delimiter: str = ""
    encoding: str = ""
    header: bool | None = None  # whether the first row names the columns
    date_order: DateOrder | None = None
    outlet: str = ""  # of all articles
    language: str = ""
    exact: bool | None = None  # whether the text stays as it is, without the headline before it
    markup: bool | None = None  # whether the texts are HTML
    records: str = ""  # where in a JSON document the list of articles is, dotted
    made_for: tuple[str, ...] = ()  # the columns of the file that it was made for

    @classmethod
    def of(cls, name: str, settings: Mapping[str, JsonValue]) -> Self:
        """The profile that the settings are. Raises ProfileRefused."""
        unknown = sorted(set(settings) - set(_KINDS))
        if unknown:
            raise ProfileRefused(name, f"it holds “{unknown[0]}”, which is none of {', '.join(_KINDS)}")
        for key, value in settings.items():
            if value is not None and not isinstance(value, _KINDS[key]):
                raise ProfileRefused(name, f"its “{key}” is not of the kind that it has to be")
        given: dict[str, Any] = {key: value for key, value in settings.items() if value is not None}
        given["made_for"] = tuple(map(str, given.get("made_for", ())))
        profile = cls(name, **given)
        profile._check()
        return profile

    @classmethod
    def as_read(cls, parameters: Mapping[str, JsonValue]) -> Self | None:
        """The profile by which a table was read that left these parameters; None where it was no table."""
        if "columns" not in parameters:
            return None
        known = {key: value for key, value in parameters.items() if key in _KINDS}
        return cls.of(str(parameters.get("profile", "")), known)

    def _check(self) -> None:
        for field_name, column in self.columns.items():
            if field_name not in FIELDS:
                raise ProfileRefused(self.name, f"“{field_name}” is none of {', '.join(FIELDS)}")
            if not isinstance(column, str):
                raise ProfileRefused(self.name, f"the column of “{field_name}” is not a name")
        if self.delimiter and self.delimiter not in DELIMITERS:
            raise ProfileRefused(self.name, "its delimiter is not a comma, a semicolon, a tab or a bar")
        if self.date_order not in (None, "dmy", "mdy"):
            raise ProfileRefused(self.name, "its date_order is neither “dmy” nor “mdy”")
        if self.encoding:
            try:
                known_encoding(self.encoding)
            except ArchivistError as error:
                raise ProfileRefused(self.name, f"“{self.encoding}” is not an encoding") from error

    def settings(self) -> dict[str, JsonValue]:
        """What `of` makes the same profile of, without what is to be found out."""
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "name"}
        values.update(columns=dict(self.columns), made_for=list(self.made_for))
        return {key: value for key, value in values.items() if value not in (None, "", {}, [])}

    def fits(self, columns: Iterable[str]) -> bool:
        """Whether it was made for a file with these columns, in any order."""
        return bool(self.made_for) and set(self.made_for) == set(columns)

    def named(self, name: str) -> Self:
        """The same under another name."""
        return replace(self, name=name)


def read_profile(path: Path) -> TableProfile:
    """The profile in a JSON file, named after it. Raises FileUnreadable, ProfileRefused."""
    raw = read_file(path)
    try:
        settings = json.loads(raw[:_LARGEST])
    except (ValueError, RecursionError) as error:
        raise ProfileRefused(path.name, "the file is not JSON") from error
    if not isinstance(settings, dict):
        raise ProfileRefused(path.name, "the file holds no object")
    return TableProfile.of(path.stem, settings)


def kept_profiles(kept: Sequence[Profile]) -> tuple[TableProfile, ...]:
    """The profiles of an archive; those of a newer program, which hold what is not known here, are left out."""
    found = []
    for one in kept:
        try:
            found.append(TableProfile.of(one.name, one.settings))
        except ProfileRefused:
            continue
    return tuple(found)
