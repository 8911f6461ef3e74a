# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a table as articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from archivist import __version__
from archivist.errors import ArchivistError, NoTextColumn
from archivist.intake.pages.html import read_page
from archivist.intake.reader import READING_SECONDS, ImportOptions, source_name
from archivist.intake.tables.cells import (
    Cell,
    cell_date,
    is_markup,
    language_code,
    long_text,
    plain,
    shown,
    without_entities,
)
from archivist.intake.tables.guessing import ColumnMapping, guess_mapping, no_text
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.table import Row, Table
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.structure import short_title, structure, without_marks
from archivist.text import canonical

SAMPLE: Final = 200  # rows that are looked at to understand a table
_PIECE = 5000  # rows, which may take as long as any other file or piece of one
_NO_TEXT = "It has no text."
_MOST_NAMED = 12  # columns in a sentence
_LONGEST_ID = 200  # characters
_PAGE = re.compile(r"\s*+(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Understood:
    """A table of which it is known what its columns hold."""

    table: Table
    mapping: ColumnMapping
    profile: TableProfile
    doubts: tuple[str, ...] = ()  # of the choice of the profile


def understand(table: Table, path: Path, options: ImportOptions) -> Understood:
    """A table with its mapping, by the profile that was named, or that is remembered for such columns, or guessed.

    Raises NoTextColumn, ProfileRefused.
    """
    profile, doubts = _profile(table, options)
    sample = [row.cells for row in islice((row for row in table.rows() if isinstance(row, Row)), SAMPLE)]
    mapping = guess_mapping(table.columns, sample, profile, named=table.header)
    if mapping is None:
        raise NoTextColumn(path, _in_words(table.columns, sample) or "none")
    return Understood(table, mapping, profile, doubts)


def _in_words(columns: Sequence[str], sample: Sequence[Mapping[str, Cell]]) -> str:
    """The columns in which no texts were found; of one that is called so, why."""
    why = {column: no_text(column, sample) for column in columns}
    first = sorted(columns, key=lambda column: not why[column])[:_MOST_NAMED]
    named = ", ".join(f"“{column}”" + (f" ({why[column]})" if why[column] else "") for column in first)
    more = len(columns) - len(first)
    return f"{named} and {more} more" if more else named


def _profile(table: Table, options: ImportOptions) -> tuple[TableProfile, tuple[str, ...]]:
    if options.profile is not None:
        return options.profile, ()
    fitting = [profile for profile in options.remembered if profile.fits(table.columns)]
    if len(fitting) == 1:
        return fitting[0], ()
    if fitting:
        names = ", ".join(f"“{profile.name}”" for profile in fitting)
        return TableProfile(), (f"Several profiles are for such columns, so none was used: {names}.",)
    return TableProfile(), ()


class Articles:
    """Makes the articles of a table, row by row."""

    def __init__(self, understood: Understood, reader: str, path: Path, options: ImportOptions) -> None:
        self._table = understood.table
        self._mapping = understood.mapping
        self._profile = understood.profile
        self._path = path
        self._reader = reader
        self._begins = options.begins
        self._warnings = (*understood.table.doubts, *understood.doubts, *understood.mapping.doubts)
        parameters = {
            "columns": dict(self._mapping.columns),
            "delimiter": self._table.delimiter,
            "records": self._table.records,
            "date_order": self._mapping.date_order if {"published", "captured"} & set(self._mapping.columns) else "",
            "markup": self._mapping.markup,
            "exact": self._mapping.exact,
            "profile": self._profile.name,
        }
        self._provenance = Provenance(
            source_name(path),
            reader,
            __version__,
            self._table.encoding,
            {name: value for name, value in parameters.items() if value},
        )

    def all(self) -> list[ArticleDraft | Unread]:
        """Every article, by its id where all have one of their own, else by the number of its row."""
        pieces, ids = list[ArticleDraft | Unread](), list[str]()
        for piece, id_ in self._pieces():
            pieces.append(piece)
            if isinstance(piece, ArticleDraft):
                ids.append(id_)
        if not all(ids) or len(set(ids)) < len(ids):
            return pieces
        wanted = iter(ids)
        return [replace(one, part=next(wanted)) if isinstance(one, ArticleDraft) else one for one in pieces]

    def first(self, count: int) -> list[ArticleDraft | Unread]:
        """The first of them."""
        return [piece for piece, _ in islice(self._pieces(), count)]

    def _pieces(self) -> Iterator[tuple[ArticleDraft | Unread, str]]:
        """What each row makes, with its id or ""."""
        for number, row in enumerate(self._table.rows(), start=1):
            if number % _PIECE == 0:
                self._begins(self._reader, READING_SECONDS)
            if isinstance(row, Unread):
                yield row, ""
            else:
                id_ = self._line(row, "id")
                yield self._article(row), id_ if len(id_) <= _LONGEST_ID else ""

    def _article(self, row: Row) -> ArticleDraft | Unread:
        text = long_text(row.cells.get(self._mapping.columns["body"]))
        page = self._page(text) if _PAGE.match(text) else None
        if page is not None:
            text = page.body
        elif not self._mapping.exact:
            text = self._readable(text)
        if not text.strip():
            return Unread(row.name, _NO_TEXT)
        title = self._title(row)
        body = text if self._mapping.exact or page else self._with_headline(row, title, text)
        warnings = [*self._warnings, *row.warnings, *(page.warnings if page else ())]
        published, captured = (self._date(row, name, warnings) for name in ("published", "captured"))
        draft = ArticleDraft(
            title=title or (page.title if page else _beginning(body)),
            body=body,
            outlet=self._profile.outlet or without_entities(self._line(row, "outlet")),
            byline=without_entities(self._line(row, "byline")),
            section=without_entities(self._line(row, "section")),
            url=self._line(row, "url"),
            published=published,
            captured=captured,
            language=self._profile.language or language_code(self._line(row, "language")) or detect_language(body),
            provenance=self._provenance,
            warnings=tuple(warnings),
            part=row.name,
        )
        return draft if page is None else _completed(draft, page)

    def _page(self, text: str) -> ArticleDraft | None:
        """The article of a cell that holds a whole page."""
        try:
            (draft,) = read_page(text.encode(), self._path, ImportOptions(encoding="utf-8"))
        except ArchivistError:
            return None
        return draft

    def _readable(self, text: str) -> str:
        if self._mapping.escaped:
            text = text.replace("\\r", "").replace("\\n", "\n").replace("\\t", "\t")
        return shown(text) if self._mapping.markup and is_markup(text) else text

    def _title(self, row: Row) -> str:
        return canonical(without_entities(self._line(row, "title")))

    def _with_headline(self, row: Row, title: str, text: str) -> str:
        """The text, beginning with the headline and the standfirst where it does not already."""
        standfirst = without_entities(self._line(row, "standfirst"))
        before = [title] if title and not _begins(text, title) else []
        rest = text if before or not title else text.lstrip()[len(title) :].lstrip(" .…\n")
        if standfirst and not _begins(rest, standfirst) and not title.startswith(standfirst):
            before = [title, standfirst] if before else []
        return "\n\n".join((*before, text.strip())) if before else text

    def _date(self, row: Row, name: str, warnings: list[str]) -> str:
        written = self._line(row, name)
        found = cell_date(written, self._mapping.date_order)
        if written and not found:
            warnings.append(f"Its date “{written[:40]}” could not be understood.")
        return found

    def _line(self, row: Row, name: str) -> str:
        column = self._mapping.columns.get(name)
        return plain(row.cells.get(column)) if column else ""


def _begins(text: str, part: str) -> bool:
    """Whether a text begins with these words, whatever the space and the case."""
    beginning = _SPACE.sub(" ", text[: 2 * len(part) + 20]).strip().casefold()
    return beginning.startswith(_SPACE.sub(" ", part).strip().rstrip(".…").casefold())


def _beginning(text: str) -> str:
    """The title of a text that has none beside it: its headline, or its first words."""
    headline = structure(text).headline
    return (without_marks(text[slice(*headline)]) if headline else "") or short_title(text)


def _completed(draft: ArticleDraft, page: ArticleDraft) -> ArticleDraft:
    """A draft with what only the page in its row says."""
    names = ("outlet", "byline", "section", "url", "published", "captured")
    return replace(draft, **{name: getattr(draft, name) or getattr(page, name) for name in names})
