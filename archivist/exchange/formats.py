# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats in which articles with annotations are handed over and taken in.

A further one is a Format in the entry point group "archivist.formats"; it cannot take the name of
one that is built in.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from importlib.metadata import entry_points
from pathlib import Path

from archivist.errors import InvalidValue
from archivist.exchange import (
    brat,
    cas,
    conllu,
    doccano,
    ftm,
    html_copy,
    hypothesis,
    label_studio,
    markdown_copy,
    qualcoder,
    refi_qda,
    spacy,
    stam,
    tabular,
    taguette,
    tei,
    w3c,
    zotero,
)
from archivist.exchange.bundle import conflicts_ahead, export_bundle, import_bundle, is_bundle
from archivist.exchange.format import Aspect, Format
from archivist.exchange.incoming.conflicts import Decisions
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.report import MergeReport
from archivist.model import Progress
from archivist.store import Archive

GROUP = "archivist.formats"
_log = logging.getLogger(__name__)


def _take_in_bundle(
    archive: Archive, path: Path, mapping: TagMapping, decisions: Decisions
) -> Generator[Progress, None, MergeReport]:
    """A bundle brings its tags with it, so there are no labels to map."""
    del mapping
    return (yield from import_bundle(archive, path, decisions))


_BUILT_IN = (
    Format(
        "bundle",
        "Archivist bundle (BagIt)",
        (".zip", ""),
        keeps=frozenset(Aspect),
        export=export_bundle,
        take_in=_take_in_bundle,
        ahead=conflicts_ahead,
        recognises=is_bundle,
    ),
    w3c.FORMAT,
    tabular.CSV,
    tabular.XLSX,
    brat.FORMAT,
    cas.CAS_XMI,
    cas.CAS_JSON,
    refi_qda.FORMAT,
    refi_qda.CODEBOOK,
    label_studio.FORMAT,
    doccano.FORMAT,
    spacy.FORMAT,
    tei.FORMAT,
    stam.FORMAT,
    conllu.FORMAT,
    ftm.FORMAT,
    qualcoder.FORMAT,
    taguette.FORMAT,
    hypothesis.FORMAT,
    zotero.FORMAT,
    html_copy.FORMAT,
    markdown_copy.FORMAT,
)


def formats() -> list[Format]:
    """Every format, those built in first."""
    known = {format_.name: format_ for format_ in _BUILT_IN}
    for entry_point in sorted(entry_points(group=GROUP), key=lambda entry_point: entry_point.name):
        try:
            found = entry_point.load()
        except (ImportError, AttributeError) as error:
            _log.warning("the format %s could not be loaded: %s", entry_point.name, error)
            continue
        if isinstance(found, Format):
            known.setdefault(found.name, found)
    return list(known.values())


def format_to_write(name: str) -> Format:
    """The format of this name that can be exported. Raises InvalidValue."""
    return _named(name, "format to export", [format_ for format_ in formats() if format_.writes])


def format_to_read(name: str) -> Format:
    """The format of this name that can be imported. Raises InvalidValue."""
    return _named(name, "format to import", [format_ for format_ in formats() if format_.reads])


def _named(name: str, what: str, possible: list[Format]) -> Format:
    found = {format_.name: format_ for format_ in possible}
    if name not in found:
        raise InvalidValue(what, name, ", ".join(found))
    return found[name]
