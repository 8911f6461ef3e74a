# SPDX-License-Identifier: GPL-3.0-or-later
"""Names as brat can write them: letters of ASCII, digits, "_" and "-".

Any other name is written as host names are, in Punycode (RFC 3492) behind "xn--", and can so be told again.
"""

from __future__ import annotations

import re

_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_-]*")
_KEPT = re.compile("[A-Za-z0-9_-]")
_MARK = "xn--"
_LONGEST = 2000  # characters; Punycode takes the square of that
# Signs of ASCII that brat cannot write go through Punycode as half a character, of which no name has any.
_HALVES = 0xDC00


def type_name(name: str) -> str:
    """A name as brat can write it."""
    if _PLAIN.fullmatch(name) and not name.startswith(_MARK):
        return name
    foreign = "".join(
        character if _KEPT.fullmatch(character) or not character.isascii() else chr(_HALVES + ord(character))
        for character in name
    )
    return _MARK + foreign.encode("punycode").decode("ascii")


def name_of(type_: str) -> str:
    """The name that was written so; the same where it was not written by type_name."""
    written = type_.removeprefix(_MARK)
    if written == type_ or not written.isascii() or len(written) > _LONGEST:
        return type_
    try:
        foreign = written.encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return type_
    name = "".join(
        chr(ord(character) - _HALVES) if _HALVES <= ord(character) < _HALVES + 128 else character
        for character in foreign
    )
    try:
        return name if type_name(name) == type_ else type_
    except UnicodeError:
        return type_
