# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange import record_tables, tables
from archivist.model import Annotation, Article, Original, Provenance, Revision
from tests.exchange.test_web_annotation import ANNOTATION, TAG

ARTICLE = Article(
    row=1,
    id="2b6f0cc9-0000-4000-8000-000000000003",
    title="=Новина",
    outlet="Вісник",
    byline="",
    section="",
    url="",
    published="2022-01~",
    captured="",
    language="uk",
    imported_at="2026-01-31T09:15:00.123Z",
    revision="2b6f0cc9-0000-4000-8000-000000000004",
    original=Original("0" * 64, "text/plain", 4),
    annotation_count=0,
)


def read(table: tables.Table, row: list[tables.Cell]) -> list[dict[str, str]]:
    text = io.StringIO(b"".join(table.lines([[row]])).decode(), newline="")
    return list(csv.DictReader(text))


def annotation_row(annotation: Annotation) -> dict[str, str]:
    [row] = read(tables.ANNOTATIONS, tables.annotation_cells(annotation))
    return row


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_no_text_begins_as_a_formula_and_none_is_lost(text: str) -> None:
    assert not tables.safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert tables.unsafe(tables.safe(text)) == text


def test_only_texts_are_made_safe() -> None:
    row = annotation_row(replace(ANNOTATION, quote="-18", attributes={"value": -18}))
    assert (row["quote"], row["value"]) == ("'-18", "-18")


def test_an_annotation_has_its_figure_in_columns() -> None:
    attributes = {"low": 2000.5, "high": 2500, "counted": "людей", "as_of": "2022-01-06"}
    row = annotation_row(replace(ANNOTATION, attributes=attributes))
    assert [row[name] for name in ("value", "low", "high", "counted", "as_of", "further_attributes")] == [
        *("", "2000.5", "2500", "людей", "2022-01-06", ""),
    ]
    assert (row["kind"], row["tag"], row["start"], row["end"]) == ("figure", "killed", "9", "11")


def test_other_attributes_are_kept_together() -> None:
    row = annotation_row(replace(ANNOTATION, attributes={"value": 18, "edtf": ["2022"], "source": "МВС"}))
    assert json.loads(row["further_attributes"]) == {"edtf": ["2022"], "source": "МВС"}
    row = annotation_row(replace(ANNOTATION, attributes={"unit": ""}))  # which an empty cell would not tell
    assert json.loads(row["further_attributes"]) == {"unit": ""}


def test_a_note_of_several_lines_stays_one_cell() -> None:
    assert annotation_row(replace(ANNOTATION, note='перший\nдругий, "третій"'))["note"] == 'перший\nдругий, "третій"'


def test_an_article_says_where_it_came_from() -> None:
    revision = Revision(ARTICLE.revision, 1, "1" * 64, "Новина 😀", ARTICLE.imported_at)
    cells = tables.article_cells(ARTICLE, revision, Provenance("a.txt", "plain-text", "1", "utf-8"), ["Страйк", "1"])
    [row] = read(tables.ARTICLES, cells)
    assert (row["title"], row["characters"], row["original_sha256"], row["reader"]) == (
        *("'=Новина", "8", "0" * 64, "plain-text"),
    )
    assert json.loads(row["collections"]) == ["Страйк", "1"]


def test_a_tag_points_at_its_parent() -> None:
    [row] = read(tables.TAGS, tables.tag_cells(replace(TAG, parent="2b6f0cc9-0000-4000-8000-000000000009")))
    assert (row["name"], row["parent"]) == ("killed", "2b6f0cc9-0000-4000-8000-000000000009")


@pytest.mark.parametrize(
    "table",
    [
        *(tables.ARTICLES, tables.ANNOTATIONS, tables.TAGS, record_tables.CLAIMS, record_tables.RELATIONS),
        *record_tables.TABLE_OF_KIND.values(),
    ],
    ids=lambda table: table.name,
)
def test_every_column_is_described(table: tables.Table) -> None:
    [resource] = tables.data_package([table])["resources"]
    assert [field["name"] for field in resource["schema"]["fields"]] == table.header().decode().strip().split(",")
    assert all(field["description"] for field in resource["schema"]["fields"])
    names = {field["name"] for field in resource["schema"]["fields"]}
    assert {key["fields"] for key in resource["schema"]["foreignKeys"]} <= names
