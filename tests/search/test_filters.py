# SPDX-License-Identifier: GPL-3.0-or-later
"""Every filter lets through what the database says."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from archivist.dates import DateRange, date_range
from archivist.errors import ArchivistError, InvalidValue
from archivist.model import ArticleDraft, Kind
from archivist.search import Search, update
from archivist.search.columns import FollowedColumns
from archivist.search.filters import Filters
from archivist.search.naming import NamedRecords
from archivist.search.query import Having, Imported, Linked, Published, Spans, Word
from archivist.store import Archive
from archivist.store.record_names import RECORD_KINDS
from tests.long_work import run_to_end
from tests.store.steps import STEPS, do_step

ROWS = 60  # more than the archives of these tests have
DAYS = [
    date_range(text)
    for text in ("2022", "2022-01", "2022-01-05", "2021-12-31/2022-01-01", "../2022", "2023/..", "2026/..")
]
VALUES = {
    "outlet": ["голос", "міста", "ГОЛОС МІСТА", "олос", "%", "", " ", "газета", "Газета 7", "немає"],
    "byline": ["петренко", "Ірина", "ет", ""],
    "url": ["example", "HTTPS", "news/1", "", "%"],
    "language": ["uk", "UK", "u", ""],
    "tag": ["killed", "KILLED", "tag 1", "tag", "unknown", ""],
    "kind": list(Kind),
    "collection": ["c0", "C1", "c2", "unknown"],
    "has": ["annotation", "note", "date", "Note ", "record"],
}
NAMES = ["Назва 1", "назві 2", "Інша назва 1", "Name 2", "Частина 3", "Ніхто"]
CHOSEN = {
    "outlet": ["Голос міста", "Порт", "", "Газета 7"],
    "language": ["uk", "ru", ""],
}


def fill(archive: Archive) -> None:
    archive.tags.add("killed", "figure")
    archive.tags.add("strike", "event")
    facts = [
        ("Голос міста", "Ірина Петренко", "uk", "2022-01-05", "https://example.org/news/1"),
        ("Порт", "", "ru", "2022-01", ""),
        ("", "О. Тінь; Петренко", "", "", "http://EXAMPLE.com"),
        ("Голос", "", "uk", "2021/2022", ""),
        ("голос міста", "", "en", "2023-05", ""),
    ]
    for number, (outlet, byline, language, published, url) in enumerate(facts):
        body = f"Загинуло {number} людей"
        draft = ArticleDraft(body, body, outlet=outlet, byline=byline, language=language, published=published, url=url)
        archive.articles.add(draft, body.encode(), "text/plain")


class Asked:
    """Filters of all rows there may be, as sets of rows."""

    def __init__(self, archive: Archive) -> None:
        self.snapshot = SimpleNamespace(rows=np.arange(ROWS))
        self.columns = FollowedColumns(archive)
        self.filters = Filters(
            self.snapshot,
            self.columns,
            archive.selections,
            archive.duplicates,
            lambda _: [1, 3, 10_000],
            NamedRecords(archive).meant,
        )

    def node(self, node) -> set[int]:
        return set(np.flatnonzero(self.filters.of_node(node)).tolist())

    def chosen(self, **chosen) -> set[int] | None:
        passing = self.filters.of_chosen(chosen)
        return None if passing is None else set(np.flatnonzero(passing).tolist())


class Database:
    """The same questions put to the database."""

    def __init__(self, archive: Archive) -> None:
        self._column = archive._connection.column

    def articles(self, condition: str, *values: str) -> set[int]:
        return set(self._column(f"SELECT id FROM articles WHERE deleted_at IS NULL AND {condition}", values))

    def annotated(self, condition: str, *values: str) -> set[int]:
        return set(
            self._column(
                f"""SELECT n.article FROM annotations n JOIN tags t ON t.id = n.tag JOIN articles a ON a.id = n.article
                    WHERE n.deleted_at IS NULL AND a.deleted_at IS NULL AND {condition}""",
                values,
            )
        )

    def linked(self, records: list[str]) -> set[int]:
        marks = ", ".join("?" * len(records))
        return self.annotated(f"n.record IN (SELECT id FROM records WHERE uuid IN ({marks}))", *records)

    def collected(self, name: str) -> set[int]:
        members = """SELECT m.article FROM memberships m JOIN collections c ON c.id = m.collection
                     WHERE c.deleted_at IS NULL AND c.name_key = ?"""
        return self.articles(f"id IN ({members})", name)

    def like(self, column: str, fits: Callable[[str], bool]) -> set[int]:
        """The articles with a text that fits, as Python compares letters."""
        values = [value for value in self._column(f"SELECT DISTINCT {column} FROM articles") if fits(value.casefold())]
        return set().union(*(self.articles(f"{column} = ?", value) for value in values))

    def with_value(self, field: str, value: str) -> set[int]:
        value = value.strip().casefold()
        match field, value:
            case (("outlet" | "byline"), _):
                return self.like(field, lambda text: bool(value) and begins_a_word(value, text))
            case "url", _:
                return self.like("url", lambda text: bool(value) and value in text)
            case "language", _:
                return self.like("language", value.__eq__)
            case "tag", _:
                return self.annotated("t.name_key = ?", value)
            case "kind", _:
                return self.annotated("t.kind = ?", value)
            case "collection", _:
                return self.collected(value)
            case "has", "annotation":
                return self.annotated("1")
            case "has", "note":
                return self.annotated("n.note <> ''")
            case "has", "date":
                return self.articles("published_first <> ''")
            case "has", "record":
                return self.annotated("n.record IS NOT NULL")
        raise ValueError(field)


def begins_a_word(part: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(part)}", text) is not None


def check_all(asked: Asked, archive: Archive) -> None:
    """Compare every filter with the database."""
    asked.columns.expire()
    database = Database(archive)
    for field, values in VALUES.items():
        for value in values:
            assert asked.node(Having(field, value)) == database.with_value(field, value), (field, value)
    for kind in RECORD_KINDS:
        for name in NAMES:
            records = archive.records.at(archive.record_names.find(name, kind))
            expected = database.linked(list(records)) if records else set()
            assert asked.node(Linked(kind, name, 0, 0)) == expected, (kind, name)
    for days in DAYS:
        in_time = "published_first <> '' AND published_first <= ? AND published_last >= ?"
        assert asked.node(Published(days)) == database.articles(in_time, days.last, days.first), days
        in_time = "date(imported_at, 'localtime') BETWEEN ? AND ?"
        assert asked.node(Imported(days)) == database.articles(in_time, days.first, days.last), days
    for outlet in CHOSEN["outlet"]:
        assert asked.chosen(outlet=(outlet,)) == database.articles("outlet = ?", outlet), outlet
    for language in CHOSEN["language"]:
        assert asked.chosen(language=(language,)) == database.like("language", language.casefold().__eq__), language
    for value in ("2021", "2022", "1999", "2022-01", "2023-05"):
        expected = database.articles("published_first LIKE ?", f"{value}%")
        assert asked.chosen(**{"month" if "-" in value else "year": (value,)}) == expected, value
    assert asked.chosen(year=("",)) == asked.chosen(month=("",)) == database.articles("published_first = ''")
    for field in ("tag", "kind", "collection"):
        for value in VALUES[field]:
            assert asked.chosen(**{field: (value,)}) == database.with_value(field, value)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_filters_are_what_sql_says_after_any_changes(tmp_path_factory, steps):
    with Archive.create(tmp_path_factory.mktemp("archives") / "archive") as archive:
        fill(archive)
        asked = Asked(archive)
        check_all(asked, archive)
        for step, number in steps:
            with suppress(ArchivistError):
                do_step(archive, step, number)
        check_all(asked, archive)
        with suppress(ArchivistError):
            archive.history.undo()
        check_all(asked, archive)


@pytest.fixture
def asked(archive):
    for name in ("killed", "strike"):
        archive.tags.delete(archive.tags.named(name).id)
    fill(archive)
    return Asked(archive)


def test_a_tag_that_is_renamed_is_found_by_its_new_name(archive, asked):
    article = archive.articles.get(archive.articles.at_rows([1])[0].id)
    tag = archive.tags.named("killed")
    archive.annotations.add(article.id, 0, 8, tag.id)
    assert asked.node(Having("tag", "killed")) == {1}
    archive.tags.update(tag.id, name="died")
    asked.columns.expire()
    assert (asked.node(Having("tag", "killed")), asked.node(Having("tag", "died"))) == (set(), {1})
    archive.history.undo()
    asked.columns.expire()
    assert (asked.node(Having("tag", "killed")), asked.node(Having("tag", "died"))) == ({1}, set())


def test_a_collection_that_is_renamed_is_found_by_its_new_name(archive, asked):
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [archive.articles.at_rows([2])[0].id])
    asked.columns.expire()
    assert asked.chosen(collection=("ранок",)) == {2}
    archive.collections.rename("Ранок", "Вечір")
    asked.columns.expire()
    assert (asked.chosen(collection=("ранок",)), asked.chosen(collection=("вечір",))) == (set(), {2})


def test_values_of_one_field_widen_and_fields_narrow(asked):
    assert asked.chosen() is None
    assert asked.chosen(outlet=()) is None
    assert asked.chosen(language=("uk", "ru")) == {1, 2, 4}
    assert asked.chosen(language=("uk", "ru"), outlet=("Порт", "Голос")) == {2, 4}
    assert asked.chosen(language=("uk",), outlet=("Порт",)) == set()


def test_a_field_may_be_left_out(asked):
    chosen = {"language": ("uk",), "outlet": ("Порт",)}
    assert np.flatnonzero(asked.filters.of_chosen(chosen, but="outlet")).tolist() == [1, 4]
    assert asked.filters.of_chosen({"outlet": ("Порт",)}, but="outlet") is None


def test_annotated_passages_are_asked_of_whoever_knows_them(asked):
    assert asked.node(Spans(Word("мер", None, 0, 0))) == {1, 3}


def test_documents_of_rows_that_the_archive_has_no_more_pass_no_filter(asked):
    asked.snapshot.rows = np.array([1, 10_000, 2, 7])
    assert asked.filters.of_node(Having("language", "uk")).tolist() == [True, False, False, False]
    assert asked.filters.of_node(Published(DateRange("0001-01-01", "9999-12-31"))).tolist() == [
        True,
        False,
        True,
        False,
    ]


def test_an_empty_archive_lets_nothing_through(archive):
    asked = Asked(archive)
    for field, values in VALUES.items():
        assert asked.node(Having(field, values[0])) == set()
    assert asked.chosen(outlet=("",)) == set()


def test_unknown_fields_are_refused(asked):
    with pytest.raises(InvalidValue):
        asked.chosen(colour=("red",))
    with pytest.raises(InvalidValue):
        asked.node(Having("has", "wings"))


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "bogus"), ("year", "24"), ("month", "2024-3"), ("month", "2024")]
)
def test_a_value_that_no_article_can_have_is_a_mistake(archive, field, value):
    with Search(archive) as engine:
        run_to_end(update(archive))
        with pytest.raises(InvalidValue, match=value):
            engine.facets("", {field: (value,)})
