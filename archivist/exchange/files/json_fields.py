# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a JSON object that comes from outside: each has to be there and of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from archivist.exchange.files.json_stream import Malformed
from archivist.model import JsonValue

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile("[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DEEPEST = 100  # lists and objects in each other; SQLite reads ten times as many
_URN = "urn:uuid:"


class Fields:
    """One object. What is missing or of another kind raises Malformed, naming the field."""

    def __init__(self, value: JsonValue) -> None:
        if not isinstance(value, Mapping):
            raise Malformed("it is no JSON object")
        self._values = value

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, default: str | None = None) -> str:
        """A text without NUL."""
        value = self._values.get(name, default)
        if not isinstance(value, str) or "\0" in value:
            raise self._wrong(name, "a text")
        return value

    def text_or_null(self, name: str) -> str | None:
        """A text, or nothing."""
        return None if self._values.get(name) is None else self.text(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._values.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) and "\0" not in item for item in value):
            raise self._wrong(name, "a list of texts")
        return tuple(value)

    def number(self, name: str) -> int:
        """A whole number from 0."""
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 63:
            raise self._wrong(name, "a whole number")
        return value

    def id(self, name: str) -> str:
        """A UUID."""
        return self._matching(name, _UUID, "a UUID")

    def urn(self, name: str) -> str:
        """The UUID of a URN: urn:uuid:..."""
        value = self.text(name)
        if not value.startswith(_URN) or not _UUID.fullmatch(value.removeprefix(_URN)):
            raise self._wrong(name, "a urn:uuid")
        return value.removeprefix(_URN)

    def sha256(self, name: str) -> str:
        """A SHA-256 in hexadecimal."""
        return self._matching(name, _SHA256, "a SHA-256")

    def moment(self, name: str) -> str:
        """A date and time with its zone, as in RFC 3339."""
        value = self._matching(name, _MOMENT, "a date and time")
        try:
            datetime.fromisoformat(value)
        except ValueError as error:  # the thirtieth of February
            raise self._wrong(name, "a date and time") from error
        return value

    def object(self, name: str) -> Fields:
        """An object."""
        value = self._values.get(name)
        if not isinstance(value, Mapping):
            raise self._wrong(name, "an object")
        return Fields(value)

    def objects(self, name: str) -> list[Fields]:
        """One object or a list of them; none where the field is missing."""
        value = self._values.get(name, [])
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, Mapping) for item in items):
            raise self._wrong(name, "an object or a list of them")
        return [Fields(item) for item in items]

    def mapping(self) -> Mapping[str, JsonValue]:
        """All of it, as it is: whatever is in it, but no NUL, and not too deep."""
        for name, value in self._values.items():
            if "\0" in name or not _is_plain(value, _DEEPEST):
                raise self._wrong(name, "a value without NUL that is not nested too deeply")
        return self._values

    def _matching(self, name: str, pattern: re.Pattern[str], kind: str) -> str:
        value = self.text(name)
        if not pattern.fullmatch(value):
            raise self._wrong(name, kind)
        return value

    def _wrong(self, name: str, kind: str) -> Malformed:
        return Malformed(f"its “{name}” is not {kind}" if name in self._values else f"it has no “{name}”")


def is_uuid(value: str) -> bool:
    """Whether this is a UUID as ids are written."""
    return _UUID.fullmatch(value) is not None


def is_sha256(value: str) -> bool:
    """Whether this is a SHA-256 as hashes are written."""
    return _SHA256.fullmatch(value) is not None


def _is_plain(value: JsonValue, depth: int) -> bool:
    if isinstance(value, str):
        return "\0" not in value
    if isinstance(value, Mapping):
        return depth > 0 and all("\0" not in name and _is_plain(item, depth - 1) for name, item in value.items())
    if isinstance(value, list):
        return depth > 0 and all(_is_plain(item, depth - 1) for item in value)
    return True


def urn(id_: str) -> str:
    """The URN of a UUID."""
    return _URN + id_
