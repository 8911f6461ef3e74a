# SPDX-License-Identifier: GPL-3.0-or-later
"""What the standard has no place for: a line of JSON that ends a description.

Other programs show a description as a memo, so what a person wrote stands first and the line
{"archivist": {...}} below it. XML cannot hold some characters at all; a text with such a one
stands in the JSON, where it is escaped, as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from archivist.exchange.files import json_stream
from archivist.model import JsonValue

_OURS = "archivist"
_TEXT = "text"
_OUTSIDE_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def for_xml(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _OUTSIDE_XML.sub(REPLACEMENT, text)


def describe(text: str, extras: Mapping[str, JsonValue]) -> str:
    """A description that tells both."""
    shown = for_xml(text)
    told = {name: value for name, value in sorted(extras.items()) if value}
    if shown != text or _split(shown)[1] is not None:
        told[_TEXT] = text
    if not told:
        return shown
    line = json.dumps({_OURS: told}, ensure_ascii=False, sort_keys=True)
    line = _OUTSIDE_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
    return f"{shown}\n{line}" if shown else line


def described(description: str) -> tuple[str, Mapping[str, JsonValue]]:
    """What a person wrote, and what stands in the JSON."""
    text, extras = _split(description)
    if extras is None:
        return description, {}
    exact = extras.get(_TEXT)
    # The words may have been changed in the other program.
    return (exact if isinstance(exact, str) and for_xml(exact) == text else text), extras


def _split(description: str) -> tuple[str, Mapping[str, JsonValue] | None]:
    text, _, line = description.rpartition("\n")
    if not line.startswith(f'{{"{_OURS}": '):
        return description, None
    try:
        value = json_stream.parse(line.encode())
    except ValueError:
        return description, None
    extras = value.get(_OURS) if isinstance(value, dict) else None
    return (text, extras) if isinstance(extras, dict) else (description, None)
