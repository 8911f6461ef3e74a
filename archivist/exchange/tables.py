# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV tables described by a Tabular Data Package, for spreadsheets and statistics programs.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula, and would run it. So a text
that begins with one of these, with a tab, a line end or an apostrophe gets an apostrophe in front;
who reads the tables takes one apostrophe off each text that begins with it. Nothing is lost.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archivist.model import Annotation, Article, JsonValue, Provenance, Revision, Tag

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_SAFE_CELLS = (
    "A text that begins with = + - @ ' a tab or a line end has one apostrophe put in front of it, so that no "
    "spreadsheet runs it as a formula; take one apostrophe off each text that begins with one."
)

DATA_PACKAGE = "datapackage.json"

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    description: str
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and which of them point at other tables."""

    name: str
    title: str
    fields: tuple[Field, ...]
    references: tuple[tuple[str, str], ...] = ()  # (column, table whose id it holds)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    def header(self) -> bytes:
        """The first line."""
        return _line([field.name for field in self.fields])

    def line(self, cells: Sequence[Cell]) -> bytes:
        """One line, its texts made safe."""
        return _line([safe(cell) if isinstance(cell, str) else cell for cell in cells])

    def lines(self, rows: Iterable[Sequence[Sequence[Cell]]]) -> Iterator[bytes]:
        """The whole file: its header, and then of some rows at a time the lines."""
        yield self.header()
        for some in rows:
            yield b"".join(map(self.line, some))


ARTICLES = Table(
    "articles",
    "Articles",
    (
        Field("id", "UUID of the article; its text is articles/ID.txt"),
        Field("title", "Headline"),
        Field("outlet", "Who published it"),
        Field("byline", "Who wrote it"),
        Field("section", "Section of the outlet"),
        Field("url", "Address at which it was published"),
        Field("published", "Date of publication in EDTF (ISO 8601-2); may be partial or uncertain"),
        Field("captured", "When the original was saved, in EDTF"),
        Field("language", "ISO 639-1 code of the language"),
        Field("collections", "Names of the collections that it is in, as a JSON list"),
        Field("characters", "Length of the text in Unicode code points", "integer"),
        Field("revision", "UUID of the text"),
        Field("text_sha256", "SHA-256 of the text in UTF-8"),
        Field("original_sha256", "SHA-256 of the file that was imported: originals/SHA-256"),
        Field("original_media_type", "Media type of that file"),
        Field("imported_at", "When it was imported (UTC)", "datetime"),
        Field("source", "Where the original came from"),
        Field("reader", "Which reader made the text from the original"),
        Field("restriction", "embargo or redacted: do not hand it on or publish it; empty where there is none"),
        Field("restricted_until", "Last day of the embargo, where it has one", "date"),
        Field("restriction_reason", "Why it is restricted"),
    ),
)

FIGURE = (
    Field("value", "Figure: the number", "number"),
    Field("low", "Figure: the lowest number", "number"),
    Field("high", "Figure: the highest number", "number"),
    Field("approximation", "Figure: exact, about, at_least, more_than, almost or up_to"),
    Field("unit", "Figure: unit of the number"),
    Field("counted", "Figure: what is counted"),
    Field("claimant", "Figure: whose number it is"),
    Field("as_of", "Figure: the day of which it speaks, in EDTF"),
    Field("edtf", "Date: what the words mean, in EDTF"),
)

ANNOTATIONS = Table(
    "annotations",
    "Annotations",
    (
        Field("id", "UUID of the annotation"),
        Field("article", "UUID of the article"),
        Field("start", "First character of the span, counted from 0 in Unicode code points", "integer"),
        Field("end", "The character after the span, counted from 0 in Unicode code points", "integer"),
        Field("quote", "The words of the span"),
        Field("kind", "Kind of the tag: event, actor, figure or date"),
        Field("tag", "Name of the tag"),
        Field("tag_id", "UUID of the tag"),
        Field("record", "UUID of the actor, event or figure that the words speak of"),
        Field("record_name", "Its name"),
        Field("note", "Note"),
        Field("status", "anchored: the words are at their place; review: they have still to be found"),
        Field("prefix", "The characters before the span, by which its words are found again"),
        Field("suffix", "The characters after it"),
        Field("created_by", "Who made it"),
        Field("created_at", "When it was made (UTC)", "datetime"),
        Field("modified_at", "When it was last changed (UTC)", "datetime"),
        *FIGURE,
        Field("further_attributes", "All other attributes, as a JSON object"),
    ),
    (("article", "articles"), ("tag_id", "tags")),
)

TAGS = Table(
    "tags",
    "Codebook",
    (
        Field("id", "UUID of the tag"),
        Field("name", "Name"),
        Field("kind", "event, actor, figure or date"),
        Field("colour", "Colour of the highlight, #rrggbb"),
        Field("shortcut", "Key that sets it"),
        Field("parent", "UUID of the tag above it"),
        Field("description", "When to use it"),
    ),
    (("parent", ""),),
)


def safe(text: str) -> str:
    """The text as no spreadsheet takes it for a formula; unsafe() gives it back."""
    return f"'{text}" if text.startswith(_RISKY) else text


def unsafe(cell: str) -> str:
    """The text of a cell that safe() made."""
    return cell.removeprefix("'")


def article_cells(
    article: Article, revision: Revision, provenance: Provenance, collections: Sequence[str]
) -> list[Cell]:
    """The row of an article."""
    original, held = article.original, article.restriction
    return [
        article.id,
        article.title,
        article.outlet,
        article.byline,
        article.section,
        article.url,
        article.published,
        article.captured,
        article.language,
        json.dumps(list(collections), ensure_ascii=False) if collections else "",
        len(revision.body),
        revision.id,
        revision.sha256,
        original.sha256 if original else "",
        original.media_type if original else "",
        article.imported_at,
        provenance.source,
        provenance.reader,
        *((held.kind, held.until, held.reason) if held else ("", "", "")),
    ]


def annotation_cells(annotation: Annotation, record_name: str = "") -> list[Cell]:
    """The row of an annotation, with the name of the record that it is linked to."""
    further = dict(annotation.attributes)
    figure = [_cell(field, further) for field in FIGURE]
    return [
        annotation.id,
        annotation.article,
        annotation.start,
        annotation.end,
        annotation.quote,
        annotation.tag.kind,
        annotation.tag.name,
        annotation.tag.id,
        annotation.record,
        record_name,
        annotation.note,
        annotation.status,
        annotation.prefix,
        annotation.suffix,
        annotation.created_by,
        annotation.created_at,
        annotation.modified_at,
        *figure,
        json.dumps(further, ensure_ascii=False, sort_keys=True) if further else "",
    ]


def tag_cells(tag: Tag) -> list[Cell]:
    """The row of a tag."""
    return [tag.id, tag.name, tag.kind, tag.colour, tag.shortcut, tag.parent or "", tag.description]


def data_package(tables: Iterable[Table]) -> dict[str, JsonValue]:
    """The datapackage.json that describes the tables."""
    return {
        "profile": "tabular-data-package",
        "name": "annotated-press-coverage",
        "title": "Annotated press coverage",
        "description": _SAFE_CELLS,
        "resources": [_resource(table) for table in tables],
    }


def data_package_json(tables: Iterable[Table]) -> bytes:
    """The same as a file."""
    return (json.dumps(data_package(tables), indent=2, ensure_ascii=False) + "\n").encode()


def _resource(table: Table) -> dict[str, JsonValue]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": field.name, "type": field.type, "description": field.description} for field in table.fields
            ],
            "primaryKey": "id",
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": "id"}}
                for column, other in table.references
            ],
        },
    }


def _cell(field: Field, attributes: dict[str, JsonValue]) -> Cell:
    """The attribute of this name, taken out, if a cell can hold it; else it stays a further attribute."""
    value = attributes.get(field.name)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number if field.type == "number" else isinstance(value, str) and value:
        cell: Cell = attributes.pop(field.name)
        return cell
    return ""


def _line(cells: Sequence[Cell]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()
