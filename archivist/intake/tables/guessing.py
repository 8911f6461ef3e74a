# SPDX-License-Identifier: GPL-3.0-or-later
"""Which column of a table holds which part of its articles: by a profile, by its name, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from archivist.errors import ProfileRefused
from archivist.intake.tables.cells import (
    Cell,
    DateOrder,
    cell_date,
    is_address,
    is_ambiguous_date,
    is_markup,
    language_code,
    long_text,
    order_of_dates,
    plain,
)
from archivist.intake.tables.columns import ENCLOSING, FIELDS, fallback_rank, has_places, rank
from archivist.intake.tables.profile import TableProfile

_ENOUGH = 4000  # characters of a cell, to know what it is
_ENOUGH_PARTS = 50
_SHORTEST_TEXT = 4  # characters on average, in a column that is called so
_SHORTEST_DESCRIPTION = 60  # in one that is called a description
_SHORTEST_UNNAMED = 80  # in one that has any other name
_FILLED = 0.3  # share of the rows that such a column has a text in
_FEWEST_SPACES = 5  # in a text of an unnamed column
_LONGEST_TITLE = 300
_LONGEST_UNNAMED_TITLE = 200
_LONGEST_NAME = 120
_LETTERS = 0.5  # share of letters in a text
_MOSTLY = 0.5  # share of the cells that are what the column is called
_SURELY = 0.9  # the same where its name does not say so
_SOME = 0.1  # share of the texts that have markup, where it is not there by chance
_DAY_FIRST = (
    "Dates such as “{date}” were read with the day before the month; a profile can say that it is the other way round."
)
_NO_DATES = "What stands in the column “{column}” is not understood as dates: “{cell}”."
_CALLED_DATE = re.compile("date|publi|дата|опубл")
_BY_LENGTH = "No column is called the text, so that of the longest texts was taken for it: “{column}”."
_DESCRIPTION = "The texts are those of the column “{column}”, which may be no more than the beginning of each article."


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column holds which part, and how the cells are to be understood."""

    columns: Mapping[str, str]  # by field; fields that no column holds are not in it
    date_order: DateOrder = "dmy"
    exact: bool = False  # whether a text stays as it is, without the headline before it
    markup: bool = False  # whether the texts are HTML
    escaped: bool = False  # whether line ends are written \\n
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Column:
    """A column with what stands in it, in the rows that were looked at."""

    name: str
    cells: tuple[Cell, ...] = field(repr=False)  # those in which there is something

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What the cells say, on a line each."""
        return tuple(map(plain, self.cells))

    @cached_property
    def length(self) -> float:
        """Of its cells, on average."""
        return sum(map(len, self.lines)) / max(1, len(self.lines))

    @cached_property
    def is_text(self) -> bool:
        """Whether it holds words, and neither numbers nor dates nor addresses."""
        letters = sum(character.isalpha() for line in self.lines for character in line)
        is_other = self.share(is_address) > _MOSTLY or self.share(lambda line: bool(cell_date(line))) > _MOSTLY
        return letters >= _LETTERS * self.length * len(self.lines) > 0 and not is_other

    def share(self, is_so: Callable[[str], bool]) -> float:
        """Of the cells, in how many it is so."""
        return sum(map(is_so, self.lines)) / max(1, len(self.lines))

    @cached_property
    def is_of_file(self) -> bool:
        """Whether it is said once above all articles, as the date on which a file was made."""
        return self.name.startswith(ENCLOSING) and len(set(self.lines)) == 1

    def is_prose(self) -> bool:
        """Whether most of its cells are texts of several words, and no lists."""
        return all(isinstance(cell, str) for cell in self.cells) and self.share(_is_prose) > _MOSTLY

    def distinct(self) -> float:
        """The share of cells that differ from all before."""
        return len(set(self.lines)) / max(1, len(self.lines))


def _is_prose(line: str) -> bool:
    return line.count(" ") >= _FEWEST_SPACES


def guess_mapping(
    columns: Sequence[str], sample: Sequence[Mapping[str, Cell]], profile: TableProfile, *, named: bool = True
) -> ColumnMapping | None:
    """The mapping of a table, from some of its rows; None where no column holds texts.

    `named` is whether the columns have names that say something. Raises ProfileRefused where the
    column that is to hold the text is not there.
    """
    found = {name: _column(name, sample) for name in columns}
    chosen, doubts = _given(profile, columns)
    free = [column for column in found.values() if column.cells and column.name not in chosen.values()]
    if "body" not in profile.columns:
        body, doubt = _body(free, len(sample))
        if body is None:
            return None
        chosen["body"] = body.name
        doubts += doubt
        free.remove(body)
    elif "body" not in chosen:
        return None
    for name in FIELDS:
        if name not in profile.columns and (column := _holder(name, free, found[chosen["body"]], named=named)):
            chosen[name] = column.name
            free.remove(column)
    if "published" not in chosen and "published" not in profile.columns:
        doubts += _about_dates(free)
    return _mapping(chosen, found, profile, tuple(columns), doubts)


def no_text(name: str, sample: Sequence[Mapping[str, Cell]]) -> str:
    """Why a column that is called a text was not taken for the texts, in a few words; "" for any other."""
    if rank(name, "body") is None:
        return ""
    column = _column(name, sample)
    if not column.cells:
        return "empty"
    if not column.is_text:
        return "no words, but numbers, dates or addresses"
    return f"too short: {column.length:.0f} characters on average"


def _column(name: str, sample: Sequence[Mapping[str, Cell]]) -> _Column:
    cells = (_beginning(row[name]) for row in sample if name in row)
    return _Column(name, tuple(cell for cell in cells if plain(cell)))


def _beginning(cell: Cell) -> Cell:
    return cell[:_ENOUGH] if isinstance(cell, str) else tuple(part[:_ENOUGH] for part in cell[:_ENOUGH_PARTS])


def _given(profile: TableProfile, columns: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The columns that a profile names, as the file writes them, and a doubt for each that is not there."""
    by_key = {column.strip().casefold(): column for column in reversed(columns)}
    chosen, doubts = dict[str, str](), list[str]()
    for field_name, wanted in profile.columns.items():
        column = wanted if wanted in columns else by_key.get(wanted.strip().casefold())
        if column:
            chosen[field_name] = column
        elif wanted and field_name == "body":
            raise ProfileRefused(profile.name, f"there is no column “{wanted}”, which is to hold the text")
        elif wanted:
            doubts.append(f"There is no column “{wanted}”, which the profile names for {field_name}.")
    return chosen, tuple(doubts)


def _body(columns: Sequence[_Column], rows: int) -> tuple[_Column | None, tuple[str, ...]]:
    """The column of the texts, and what is doubtful about that."""
    texts = [column for column in columns if column.is_text]
    called = [
        (order, column)
        for column in texts
        if (order := rank(column.name, "body")) is not None and column.length >= _SHORTEST_TEXT
    ]
    longest = max((column.length for _, column in called), default=0)
    called = [(order, column) for order, column in called if 3 * column.length >= longest]
    if called:
        return min(called, key=lambda item: item[0])[1], ()
    several = [c for c in texts if len(c.cells) > max(1, _FILLED * rows) and c.is_prose()]
    described = [c for c in several if fallback_rank(c.name) is not None and c.length >= _SHORTEST_DESCRIPTION]
    unnamed = [c for c in several if c.length >= _SHORTEST_UNNAMED and c.distinct() >= _MOSTLY]
    best = max((*described, *unnamed), key=lambda column: column.length, default=None)
    if best is None:
        return None, ()
    return best, ((_DESCRIPTION if best in described else _BY_LENGTH).format(column=best.name),)


def _holder(name: str, columns: Sequence[_Column], body: _Column, *, named: bool) -> _Column | None:
    """The column that holds a part other than the text: by its name, if what stands in it agrees, or by that alone."""
    called = [
        (order, column)
        for column in columns
        if (order := rank(column.name, name)) is not None and _can_hold(name, column, body, _MOSTLY)
    ]
    if called:
        return min(called, key=lambda item: item[0])[1]
    if name in ("url", "published") and not (name == "published" and _is_named(columns)):
        return next((column for column in columns if _shows(name, column)), None)
    if name == "title" and not named:
        return next((c for c in columns if _could_be_title(c) and _can_hold(name, c, body, _SURELY)), None)
    return None


def _is_named(columns: Sequence[_Column]) -> bool:
    """Whether a date is called something that says what it is the date of, only not of publication."""
    return any(rank(column.name, "captured") is not None for column in columns)


def _about_dates(columns: Sequence[_Column]) -> tuple[str, ...]:
    """That a column is called the date, where none of the columns holds dates."""
    called = [c for c in columns if rank(c.name, "published") is not None and _CALLED_DATE.search(c.name.casefold())]
    return tuple(_NO_DATES.format(column=c.name, cell=c.lines[0][:40]) for c in called[:1] if not c.is_of_file)


def _shows(name: str, column: _Column) -> bool:
    if name == "url":
        return column.share(is_address) >= _SURELY and not column.name.casefold().endswith(("image", "img", "icon"))
    return (
        not column.is_of_file
        and column.share(lambda line: bool(cell_date(line)) and not line.replace(".", "").isdigit()) >= _SURELY
    )


def _could_be_title(column: _Column) -> bool:
    return 20 <= column.length <= _LONGEST_UNNAMED_TITLE and column.distinct() >= _SURELY  # noqa: PLR2004 - characters


def _can_hold(name: str, column: _Column, body: _Column, share: float) -> bool:
    match name:
        case "title" | "standfirst":
            return column.is_text and column.length <= max(_LONGEST_TITLE, body.length if name == "standfirst" else 0)
        case "url":
            return column.share(lambda line: is_address(line) or ("." in line and " " not in line)) >= share
        case "language":
            return column.share(lambda line: bool(language_code(line))) >= share
        case "published" | "captured":
            return not column.is_of_file and column.share(lambda line: bool(cell_date(line))) >= share
        case "id":
            return column.distinct() == 1 and column.length <= _LONGEST_NAME
        case _:
            return column.length <= _LONGEST_NAME and column.share(lambda line: any(map(str.isalpha, line))) >= share


def _mapping(
    chosen: dict[str, str],
    found: Mapping[str, _Column],
    profile: TableProfile,
    columns: tuple[str, ...],
    doubts: tuple[str, ...],
) -> ColumnMapping:
    texts = [long_text(cell) for cell in found[chosen["body"]].cells]
    with_markup = sum(map(is_markup, texts)) / max(1, len(texts))
    dates = list(chain.from_iterable(found[chosen[name]].lines for name in ("published", "captured") if name in chosen))
    order = profile.date_order or order_of_dates(dates)
    if order is None and (ambiguous := next(filter(is_ambiguous_date, dates), None)):
        doubts += (_DAY_FIRST.format(date=ambiguous),)
    exact = has_places(columns) if profile.exact is None else profile.exact
    return ColumnMapping(
        {name: chosen[name] for name in FIELDS if name in chosen},
        order or "dmy",
        exact,
        markup=with_markup > _SOME and not exact if profile.markup is None else profile.markup,
        escaped=not exact and any("\\n" in text for text in texts) and not any("\n" in text for text in texts),
        doubts=doubts,
    )
