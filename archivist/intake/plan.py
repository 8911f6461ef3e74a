# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be imported, and how: the files of an import, before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from archivist.dates import date_range
from archivist.errors import InvalidValue, NoFileFound
from archivist.intake.files import FoundFile, find_files
from archivist.intake.reader import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions, legible
from archivist.intake.tables.profile import TableProfile
from archivist.model import Progress
from archivist.text import one_line

_LANGUAGE = re.compile("[a-z]{2,3}")
_STEP = 500  # files that are counted between two signs of life


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Files and folders of files, what is left out of them, and what the person said of all or of some files."""

    sources: tuple[Path, ...]
    options: ImportOptions = field(default_factory=ImportOptions)
    leave_out: frozenset[Path] = frozenset()
    special: Mapping[Path, ImportOptions] = field(default_factory=dict)  # in place of `options`

    def files(self) -> Iterator[FoundFile]:
        """The files, one after another; a folder that none is in is told as a problem."""
        for source in self.sources:
            is_empty = not any(path.is_relative_to(source) for path in self.leave_out)
            for file in find_files((source,), self.leave_out):
                is_empty = False
                yield file
            if is_empty:
                yield FoundFile(source, NoFileFound(source))

    def options_of(self, path: Path) -> ImportOptions:
        """What the person said of a file."""
        return self.special.get(path, self.options)

    def remembering(self, profiles: tuple[TableProfile, ...]) -> ImportPlan:
        """The plan with the profiles that tables may be read by, where none was named."""
        special = {path: replace(options, remembered=profiles) for path, options in self.special.items()}
        return replace(self, options=replace(self.options, remembered=profiles), special=special)

    def checked(self) -> ImportPlan:
        """The plan with its options in the form in which they are stored. Raises InvalidDate, InvalidValue."""
        special = {path: checked_options(options) for path, options in self.special.items()}
        return replace(self, options=checked_options(self.options), special=special)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is to import."""

    files: int
    size: int  # bytes
    first: Path | None


def counted(plan: ImportPlan) -> Generator[Progress, None, Amount]:
    """Look through the sources of a plan."""
    files = size = 0
    first = None
    for file in plan.files():
        first = first or file.path
        files += 1
        size += file.size
        if files % _STEP == 0:
            yield Progress(files, 0, "")
    return Amount(files, size, first)


def checked_options(options: ImportOptions) -> ImportOptions:
    """The options, in the form in which they are stored. Raises InvalidDate, InvalidValue."""
    published, language = options.published.strip(), options.language.strip().lower()
    if published:
        date_range(published)
    if language and not _LANGUAGE.fullmatch(language):
        raise InvalidValue("language", options.language, "a code such as uk, ru, en")
    if options.encoding:
        from archivist.decoding.encodings import known_encoding

        known_encoding(options.encoding)
    if options.format:
        from archivist.intake.registry import reader_named

        reader_named(options.format)
    if options.books not in (BOOKS_BY_CHAPTER, WHOLE_BOOKS):
        raise InvalidValue("books", options.books, f"{BOOKS_BY_CHAPTER}, {WHOLE_BOOKS}")
    return replace(
        options,
        published=published,
        language=language,
        outlet=one_line(legible(options.outlet)),
        collection=one_line(legible(options.collection)),
    )
