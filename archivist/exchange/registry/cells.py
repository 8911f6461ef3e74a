# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists in one cell of a registry: parted by “;” or “|”, a backslash before what is meant as it stands.

An alias may have its language behind it: “Tokayev@en”. Cells that hold a JSON list are read too,
as the tables of a bundle have them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from archivist.model import Alias, Role

_ESCAPED = re.compile(r"\\([\\;|@])")
_SPECIAL = re.compile(r"[\\;|@]")
# An item goes to the next separator that has no backslash before it.
_ITEM = re.compile(r"(?:[^\\;|]|\\.|\\\Z)+", re.DOTALL)


def items(cell: str) -> list[str]:
    """The items of a list, still with their backslashes; empty ones are left out."""
    return [item.strip() for item in _ITEM.findall(cell) if item.strip()]


def aliases(cell: str, language: str = "") -> tuple[Alias, ...]:
    """The aliases in a cell; those that do not say their language are in `language`."""
    listed = _json_list(cell)
    if listed is not None:
        return tuple(Alias(item, language) for item in listed if isinstance(item, str))
    return tuple(alias(item, language) for item in items(cell))


def alias_cell(names: Iterable[Alias]) -> str:
    """A cell from which aliases() reads these names, and their languages where they are codes."""
    return "; ".join(
        _SPECIAL.sub(r"\\\g<0>", each.name) + (f"@{each.language}" if _is_code(each.language) else "") for each in names
    )


def roles(cell: str) -> tuple[Role, ...]:
    """The roles in a cell: a list of titles, or a JSON list of objects. Raises ValueError."""
    listed = _json_list(cell)
    if listed is None:
        return tuple(Role(_plain(item)) for item in items(cell))
    fields = ("title", "organisation", "since", "until")
    found = []
    for item in listed:
        if not isinstance(item, dict) or not all(isinstance(item.get(field, ""), str) for field in fields):
            raise ValueError("its roles are no list of objects with title, organisation, since and until")
        found.append(Role(*(item.get(field, "") for field in fields)))
    return tuple(found)


def alias(item: str, language: str = "") -> Alias:
    """One alias, with its language behind it where it has one."""
    name, at, code = item.rpartition("@")
    # An “@” with a backslash before it is a part of the name, and so is one at its beginning.
    is_escaped = (len(name) - len(name.rstrip("\\"))) % 2 == 1
    if at and name.strip() and not is_escaped and _is_code(code):
        return Alias(_plain(name.strip()), code.lower())
    return Alias(_plain(item), language)


def _plain(item: str) -> str:
    return _ESCAPED.sub(r"\1", item)


def _is_code(language: str) -> bool:
    return re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})?", language) is not None


def _json_list(cell: str) -> list[object] | None:
    if not cell.startswith("["):
        return None
    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None
