# SPDX-License-Identifier: GPL-3.0-or-later
"""Which labels a foreign file has, and which tags they would become, told before anything is taken in."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from archivist.exchange.files.packed import check_openable
from archivist.exchange.format import Format
from archivist.exchange.incoming.labels import Labels
from archivist.exchange.incoming.mapping import TagMapping, Target
from archivist.exchange.items import Problem, ReadDocument, ReadTag
from archivist.model import Progress
from archivist.store import Archive
from archivist.text import shortened


@dataclass(slots=True)
class ScannedLabel:
    """A label of a file."""

    label: str
    target: Target | None  # as it was decided, else as it is suggested; None where it is left out
    is_new: bool = False  # whether the tag has to be made
    annotations: int = 0
    example: str = ""  # words that are marked with it


@dataclass(slots=True)
class Scan:
    """What is in a file: its labels, the most used first."""

    path: Path
    format: str  # name
    labels: list[ScannedLabel]
    documents: int = 0
    annotations: int = 0
    problems: int = 0  # pieces that cannot be read


def scan_labels(archive: Archive, format_: Format, path: Path, mapping: TagMapping) -> Generator[Progress, None, Scan]:
    """Read a file or folder of a format and write nothing; `mapping` is what has been decided so far.

    A bundle brings its tags with it and has no labels. Raises what the format raises.
    """
    scan = Scan(path, format_.name, [])
    labels = Labels(archive.tags, mapping)
    found: dict[str, ScannedLabel] = {}

    def seen(label: str, kind: str) -> ScannedLabel:
        if label not in found:
            target, is_new = labels.target(label, kind)
            found[label] = ScannedLabel(label, target, is_new)
        return found[label]

    check_openable(path)
    yield Progress(0, 0, path.name)
    for item in format_.read(path) if format_.read is not None else ():
        if isinstance(item, ReadTag):
            labels.remember(item)
            seen(item.label, "")
        elif isinstance(item, Problem):
            scan.problems += 1
        elif isinstance(item, ReadDocument):
            scan.documents += 1
            scan.annotations += len(item.annotations)
            scan.problems += len(item.problems)
            for mark in item.annotations:
                one = seen(mark.label, mark.kind)
                one.annotations += 1
                words = mark.quote or (item.text or "")[max(0, mark.start) : max(0, mark.end)]
                one.example = one.example or shortened(words)
            yield Progress(scan.annotations, 0, path.name)
    scan.labels = sorted(found.values(), key=lambda one: (-one.annotations, one.label))
    return scan
