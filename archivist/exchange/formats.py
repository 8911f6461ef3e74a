# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats in which articles with annotations are handed over and taken in.

A further one is a Format in the entry point group "archivist.formats"; it cannot take the name of
one that is built in.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from archivist.errors import InvalidValue
from archivist.exchange.bundle import BundleReport, export_bundle, import_bundle
from archivist.model import ExportReport, Progress
from archivist.store import Archive

GROUP = "archivist.formats"
_log = logging.getLogger(__name__)

Writer = Callable[[Archive, Sequence[str], Path], Generator[Progress, None, ExportReport]]
Reader = Callable[[Archive, Path], Generator[Progress, None, BundleReport]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, with a writer, a reader or both."""

    name: str
    title: str
    extensions: tuple[str, ...]  # with their dot; a folder has none
    write: Writer | None = None
    read: Reader | None = None

    @property
    def reads(self) -> bool:
        """Whether it can be imported."""
        return self.read is not None

    @property
    def writes(self) -> bool:
        """Whether it can be exported."""
        return self.write is not None


_BUILT_IN = (Format("bundle", "Archivist bundle (BagIt)", (".zip",), export_bundle, import_bundle),)


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


def writer(name: str) -> Writer:
    """What exports this format. Raises InvalidValue."""
    writers = {format_.name: format_.write for format_ in formats()}
    write = writers.get(name)
    if write is None:
        raise InvalidValue("format to export", name, ", ".join(name for name, write in writers.items() if write))
    return write


def reader(name: str) -> Reader:
    """What imports this format. Raises InvalidValue."""
    readers = {format_.name: format_.read for format_ in formats()}
    read = readers.get(name)
    if read is None:
        raise InvalidValue("format to import", name, ", ".join(name for name, read in readers.items() if read))
    return read
