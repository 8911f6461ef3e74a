# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that no bundle can hold, NUL and half characters in them, written without these and told.

No archive of this program has them; one from elsewhere may, and can still be handed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from archivist.model import Loss

_Thing = TypeVar("_Thing")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_WHY = "held NUL or half characters, which no bundle can; it was written without them"


class Cleaning:
    """Cleans one thing after the other, and remembers what was not clean."""

    def __init__(self) -> None:
        self._found: dict[str, set[str]] = {}  # ids of things, by what was not clean in them

    def clean(self, thing: _Thing, what: str, id_: str) -> _Thing:
        """The thing, a text, list, mapping or dataclass, with clean texts; told as `what` of the thing with this id.

        A field of a dataclass or mapping is told by its name.
        """
        cleaned: _Thing = thing if _is_clean(thing) else self._cleaned(thing, what, id_)
        return cleaned

    def losses(self) -> tuple[Loss, ...]:
        """What was not clean: one line each, counted in things."""
        return tuple(Loss(what, len(ids), _WHY) for what, ids in sorted(self._found.items()))

    def _cleaned(self, value: Any, what: str, id_: str) -> Any:
        if isinstance(value, str):
            return self._text(value, what, id_)
        if isinstance(value, (list, tuple)):
            return type(value)([self._cleaned(item, what, id_) for item in value])
        if isinstance(value, Mapping):
            return {
                self._text(name, what, id_): self._cleaned(item, f"{name} of {what}", id_)
                for name, item in value.items()
            }
        if is_dataclass(value) and not isinstance(value, type):
            named = {field.name: getattr(value, field.name) for field in fields(value)}
            return replace(value, **{n: self._cleaned(item, f"{n} of {what}", id_) for n, item in named.items()})
        return value

    def _text(self, text: str, what: str, id_: str) -> str:
        if not _UNWRITABLE.search(text):
            return text
        self._found.setdefault(_UNWRITABLE.sub("", what), set()).add(id_)
        return _UNWRITABLE.sub("", text)


def _is_clean(value: Any) -> bool:
    """Whether there is nothing to clean: nearly always, and much sooner told than cleaned."""
    if isinstance(value, str):
        return _UNWRITABLE.search(value) is None
    if isinstance(value, (list, tuple)):
        return all(map(_is_clean, value))
    if isinstance(value, Mapping):
        return all(map(_is_clean, value)) and all(map(_is_clean, value.values()))
    return all(_is_clean(getattr(value, name)) for name in _fields(value.__class__))


@lru_cache(maxsize=128)
def _fields(type_: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(type_)) if is_dataclass(type_) else ()
