# SPDX-License-Identifier: GPL-3.0-or-later
"""XML that comes from outside, element by element: nothing is fetched, nothing grows, nothing nests without end."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from archivist.errors import FileDamaged, FileUnsafe

_DEEPEST = 64  # elements in each other; a CAS has three
_DECLARING = b"<!DOCTYPE"
_BEFORE_ROOT = 4096  # bytes in which a document type is looked for before anything is parsed
_DOCTYPE = "it declares a document type, which a CAS never does"


def ended_elements(raw: bytes, path: Path) -> Iterator[etree._Element]:
    """Every element of a document when it has ended, the root last; what nobody needs any more should be cleared.

    A document type is refused: neither XMI nor a type system has one, and it could declare entities
    that hold files of this machine or grow without end. Raises FileUnsafe, FileDamaged.
    """
    if _DECLARING in raw[:_BEFORE_ROOT]:
        raise FileUnsafe(path, _DOCTYPE)
    events = etree.iterparse(
        BytesIO(raw),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = 0
    declared: set[str] = set()  # names of elements that have been looked at
    try:
        for event, element in events:
            if event == "end":
                depth -= 1
                yield element
                continue
            if not depth and element.getroottree().docinfo.internalDTD is not None:
                raise FileUnsafe(path, _DOCTYPE)
            if element.tag not in declared:
                if ":" in element.tag.rpartition("}")[2]:  # the parser says so only at the end
                    raise FileDamaged(path, f"the prefix of <{element.tag[:100]}> is not declared")
                declared.add(element.tag)
            depth += 1
            if depth > _DEEPEST:
                raise FileUnsafe(path, f"it nests more than {_DEEPEST} elements")
    except etree.XMLSyntaxError as error:
        raise FileDamaged(path, " ".join((error.msg or "it is no XML").split())[:200]) from error
