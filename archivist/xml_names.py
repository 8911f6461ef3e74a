# SPDX-License-Identifier: GPL-3.0-or-later
"""Elements and attributes by their names without name spaces.

A format's strict, its older and its newer variant often differ in nothing but the addresses of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element


def local_name(element: _Element) -> str:
    """The name of an element."""
    name: str = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def contents(element: _Element | None) -> list[_Element]:
    """Its children, none where it is not there."""
    return [] if element is None else list(element)


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """Its children of this name."""
    return (one for one in contents(element) if local_name(one) == name)


def child(element: _Element | None, *names: str) -> _Element | None:
    """Its first child of the first name, of that the first child of the second, and so on."""
    for name in names:
        element = next(children(element, name), None)
    return element


def value(element: _Element | None, name: str) -> str:
    """Its attribute of this name, "" where there is none."""
    if element is None:
        return ""
    return next((found for key, found in element.items() if key.rpartition("}")[2] == name), "")


def descendants(element: _Element, name: str) -> Iterator[_Element]:
    """What lies in it and has this name, at any depth."""
    return (one for one in element.iterdescendants() if local_name(one) == name)
