# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format is: its name, what it keeps, and how it is written and read.

A format module defines one with write(), read() or both, and leaves the rest to outgoing/exporting.py and
incoming/taking_in.py: filters, losses of what the format does not keep, reading back, publishing; finding
the articles and the places, tags for labels, the report. Only the bundle does all that itself.

A format that cannot hold every text or every annotation has a fit(): it says what an article is in
this format, and what that takes off it. write() is then given the articles so, and what is read
back is compared with them: the text, where the format keeps it, and of each annotation its place
and its label, which is the name of its tag, or a label that a ReadTag before it names so.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Self

from archivist.exchange.incoming.conflicts import Decisions
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.items import Item
from archivist.exchange.outgoing.contents import Contents, Fit, Selection
from archivist.exchange.report import MergeReport
from archivist.model import ExportReport, Loss, Progress
from archivist.store import Archive


class Aspect(StrEnum):
    """Something that an archive holds and a format keeps or does not."""

    TEXT = "text"
    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    SECTION = "section"
    URL = "url"
    PUBLISHED = "published"
    CAPTURED = "captured"
    LANGUAGE = "language"
    COLLECTIONS = "collections"
    ORIGINAL = "original"
    PROVENANCE = "provenance"
    RESTRICTIONS = "restrictions"  # of articles that are handed over all the same
    ARTICLE_IDS = "article ids"
    ANNOTATIONS = "annotations"
    ANNOTATION_IDS = "annotation ids"
    FOR_REVIEW = "annotations for review"
    NOTES = "notes"
    ATTRIBUTES = "attributes"
    ANNOTATORS = "annotators"
    TIMES = "times of annotations"
    CODEBOOK = "codebook"  # kind, parent, colour, key and description of the tags
    RECORDS = "records"
    RECORD_LINKS = "links to records"
    RELATIONS = "relations"  # between annotations of one article
    CROSS_RELATIONS = "relations across articles"  # between annotations of two
    RECORD_RELATIONS = "relations of records"  # those with a record at one end or both
    RECORD_TIMES = "authors and times of records"  # of those that are carried
    RELATION_TIMES = "authors and times of relations"
    HISTORY = "history"


# Writes the contents to a new file or folder at this path, which is aside and takes its name later; yields
# progress, and returns what of that which the format keeps could not be written, beside what fit() tells.
Write = Callable[[Contents, Path], Generator[Progress, None, Iterable[Loss]]]
# What is in a file or folder, one thing after the other. Raises FileDamaged and its like where it can go on no further.
Read = Callable[[Path], Iterator[Item]]
# The same; those of the files that are not UTF-8 are in an encoding that a person names, by Python's name of it.
ReadIn = Callable[[Path, str], Iterator[Item]]
# The same whole, for a format that does everything itself; see exporting.export and taking_in.take_in.
Export = Callable[[Archive, Selection, Path], Generator[Progress, None, ExportReport]]
TakeIn = Callable[[Archive, Path, TagMapping, Decisions], Generator[Progress, None, MergeReport]]
# What taking it in would come to, so that conflicts can be decided before; None where there can be none.
Ahead = Callable[[Archive, Path], Generator[Progress, None, MergeReport | None]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, with a writer, a reader or both."""

    name: str
    title: str
    extensions: tuple[str, ...]  # with their dot, the first is the usual; "" where it is, or may be, a folder
    keeps: frozenset[Aspect] = frozenset()
    write: Write | None = None
    read: Read | None = None
    read_in: ReadIn | None = None  # of one whose files do not say how they are encoded
    fit: Fit | None = None
    check: Read | None = None  # reads back what was written, where there is no read() or it reads less
    export: Export | None = None
    take_in: TakeIn | None = None
    ahead: Ahead | None = None  # of one with take_in()
    recognises: Callable[[Path], bool] | None = None  # whether a file or folder is one, by what is in it; fast
    written_as: tuple[str, ...] = ()  # those of the extensions that an export can have; () for all
    one_article: str = ""  # of the file ID… that each article is in a folder, which can be all of an export

    @property
    def outgoing(self) -> tuple[str, ...]:
        """The extensions that an export can have, the usual first; "" for a folder."""
        return self.written_as or self.extensions

    def in_encoding(self, name: str) -> Self:
        """The format, which has a read_in(), as that of files in this encoding."""
        read_in = self.read_in
        assert read_in is not None  # noqa: S101 - as the caller has made sure
        return replace(self, read=lambda path: read_in(path, name))

    @property
    def reads(self) -> bool:
        """Whether it can be imported."""
        return self.read is not None or self.take_in is not None

    @property
    def writes(self) -> bool:
        """Whether it can be exported."""
        return self.write is not None or self.export is not None
