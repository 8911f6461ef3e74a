# SPDX-License-Identifier: GPL-3.0-or-later
"""UIMA CAS, as INCEpTION, WebAnno and DKPro Core read and write it: XMI with its type system, and CAS JSON."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from archivist.exchange.cas.json_writing import json_of
from archivist.exchange.cas.reading import read
from archivist.exchange.cas.recognising import recognises_json, recognises_xmi
from archivist.exchange.cas.writing import write
from archivist.exchange.cas.xmi_writing import xmi_of
from archivist.exchange.format import Aspect, Format
from archivist.exchange.outgoing.contents import Contents
from archivist.model import Loss, Progress

_KEEPS = frozenset(Aspect) - {
    Aspect.ORIGINAL,
    Aspect.PROVENANCE,
    Aspect.RESTRICTIONS,
    Aspect.FOR_REVIEW,
    Aspect.CROSS_RELATIONS,
    Aspect.CODEBOOK,
    Aspect.RECORDS,
    Aspect.CROSS_RELATIONS,  # a CAS is one document
    Aspect.RECORD_RELATIONS,
    Aspect.RECORD_TIMES,
    Aspect.RELATION_TIMES,
    Aspect.HISTORY,
}
_IN_XML = "XML cannot hold these control characters; other programs see U+FFFD in their place"


def _write_xmi(contents: Contents, path: Path) -> Generator[Progress, None, list[Loss]]:
    return (yield from write(contents, path, ".xmi", xmi_of, _IN_XML))


def _write_json(contents: Contents, path: Path) -> Generator[Progress, None, list[Loss]]:
    return (yield from write(contents, path, ".json", json_of, ""))


CAS_XMI = Format(
    "cas-xmi",
    "UIMA CAS XMI (INCEpTION)",
    (".zip", ".xmi", ""),
    written_as=(".zip", ""),
    keeps=_KEEPS,
    write=_write_xmi,
    read=read,
    recognises=recognises_xmi,
)
CAS_JSON = Format(
    "cas-json",
    "UIMA CAS JSON (INCEpTION)",
    (".zip", ".json", ""),
    written_as=(".zip", ""),
    one_article=".json",
    keeps=_KEEPS,
    write=_write_json,
    read=read,
    recognises=recognises_json,
)
