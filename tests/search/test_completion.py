# SPDX-License-Identifier: GPL-3.0-or-later
"""How a query may go on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import QueryMistake
from archivist.model import Completion, Kind
from archivist.search import update
from archivist.search.completion import as_value, completions
from archivist.search.parser import FIELDS, parse
from archivist.search.query import Having
from tests.long_work import run_to_end

VALUES = {
    "outlet": ["Голос міста", "Правда", "Голос (край)", 'Газета "День"', '«А» і "Б"'],
    "language": ["uk", "ru", "en"],
    "tag": ["страйк", "killed", "OR", "-5", "удар по місту"],
    "collection": ["Повінь 2022"],
}

RECORDS = {Kind.ACTOR: ["Токаєв", "Касим-Жомарт Токаєв", 'А» "Б"'], Kind.EVENT: ["Повінь"]}


class Fixed:
    """A vocabulary of a few words."""

    def values(self, field: str) -> Sequence[str]:
        return VALUES[field]

    def records(self, kind: Kind, typed: str) -> Sequence[str]:
        return [name for name in RECORDS.get(kind, ()) if typed.casefold() in name.casefold()]

    def words(self, prefix: str) -> Sequence[str]:
        return [word for word in ("рада", "радник", "районний", "нур-султан") if word.startswith(prefix.lower())]


def complete(query: str) -> Completion:
    """The completion where a query has a | for the cursor."""
    cursor = query.index("|")
    return completions(query.replace("|", ""), cursor, Fixed())


def offered(query: str) -> list[str]:
    return [choice.text for choice in complete(query).choices]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("|", []),
        ("мер |", []),
        ("рад|", ["рада", "радник"]),
        ("Рад|", ["Рада", "Радник"]),
        ("р|", []),
        ("=рад|", ["рада", "радник"]),
        ("-рад|", ["рада", "радник"]),
        ('"міська рад|', ["рада", "радник"]),
        ("(мер OR рад|", ["рада", "радник"]),
        ("title:рад|", ["рада", "радник"]),
        ("note:(мер рад|", ["рада", "радник"]),
        ("нур-су|", ["нур-султан"]),
        ("ti|", ["title:"]),
        ("-ha|", ["has:"]),
        ("l|", ["lang:", "language:"]),
        ("(sp|", ["span:("]),
        ("span:(t|", ["tag:"]),
        ("span:(ti|", []),
        ("title:ti|", []),
        ("A|", []),
        ("мер A|", ["AND"]),
        ("мер O|", ["OR"]),
        ("N|", ["NOT"]),
        ("tag:|", ["страйк", "killed", '"OR"', '"-5"', '"удар по місту"']),
        ("tag:стр|", ["страйк"]),
        ("tag:СТР|", ["страйк"]),
        ("-tag:стр|", ["страйк"]),
        ("tag:міст|", ['"удар по місту"']),
        ('tag:"удар по|', ['"удар по місту"']),
        ('мер tag:"|', ["страйк", "killed", '"OR"', '"-5"', '"удар по місту"']),
        ("tag:(|", ["страйк", "killed", '"OR"', '"-5"', '"удар по місту"']),
        ("tag:(страйк OR ki|", ["killed"]),
        ('tag:"страйк"|', []),
        ("tag:(страйк)|", []),
        ("tag:(страйк) ki|", ["kind:"]),
        ("span:(tag:ki|", ["killed"]),
        ("outlet:гол|", ['"Голос міста"', '"Голос (край)"']),
        ("outlet:газ|", ['«Газета "День"»']),
        ("outlet:«а|", []),
        ("lang:|", ["uk", "ru", "en"]),
        ("language:r|", ["ru"]),
        ("kind:f|", ["figure"]),
        ("has:|", ["annotation", "note", "date", "record", "duplicates"]),
        ("ac|", ["actor:"]),
        ("span:(ev|", ["event:"]),
        ("actor:|", ["Токаєв", '"Касим-Жомарт Токаєв"']),
        ("actor:ток|", ["Токаєв", '"Касим-Жомарт Токаєв"']),
        ('-actor:"касим-жомарт т|', ['"Касим-Жомарт Токаєв"']),
        ("span:(actor:касим|", ['"Касим-Жомарт Токаєв"']),
        ("event:ток|", []),
        ("event:(п|", ["Повінь"]),
        ("figure:|", []),
        ("collection:пов|", ['"Повінь 2022"']),
        ("date:2|", []),
        ("url:рад|", []),
        ("byline:рад|", []),
        ("foo:рад|", ["рада", "радник"]),
        ("» рад|", ["рада", "радник"]),
        (") рад|", ["рада", "радник"]),
    ],
)
def test_what_is_offered(query, expected):
    assert offered(query) == expected


@pytest.mark.parametrize(
    ("query", "choice", "expected"),
    [
        ("мер рад| міста", 0, "мер рада міста"),
        ("мер рад|ний міста", 1, "мер радник міста"),
        ("-ti|", 0, "-title:"),
        ("мер tag:стр| міста", 0, "мер tag:страйк міста"),
        ("tag:ki|lled мер", 0, "tag:killed мер"),
        ('tag:"удар|', 0, 'tag:"удар по місту"'),
        ('tag:"удар|" мер', 0, 'tag:"удар по місту" мер'),
        ('"міська рад|', 1, '"міська радник'),
        ("=рад|", 0, "=рада"),
        ("a\u200eн AND рад|", 0, "a\u200eн AND рада"),
    ],
)
def test_a_choice_stands_in_the_place_of_what_was_begun(query, choice, expected):
    found = complete(query)
    text = query.replace("|", "")
    assert text[: found.start] + found.choices[choice].text + text[found.end :] == expected


def test_every_field_is_offered_and_described():
    for field in FIELDS:
        choices = complete(f"{field[:1]}|").choices
        assert [choice.description for choice in choices if choice.text.startswith(f"{field}:")] not in ([], [""])


@given(st.text(alphabet='абв ()"«»“”„-:*tag=ORkind\u200e', max_size=30), st.integers(0, 30))
def test_any_text_can_be_completed(text, cursor):
    found = completions(text, cursor, Fixed())
    assert 0 <= found.start <= found.end <= len(text)


SIGNS = [*'аб ()"«»“”„-:*=/\\ORAND5.,_', "👩\u200d👧", "❤\ufe0f"]


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=12).map("".join).map(str.strip).filter(bool))
def test_a_value_is_written_so_that_it_is_read(value):
    written = as_value(value)
    if written is None:
        assert "»" in value
    else:
        assert parse(f"tag:{written}").root == Having("tag", value)
        assert parse(f"tag:(а OR {written})").root.parts[1] == Having("tag", value)


def test_an_archive_completes(archive, add_article, engine):
    add_article("Рада\n\nРада радить, рада радіє.", language="uk", outlet="Голос міста")
    add_article("Інша\n\nРада і ще.", language="uk", outlet="Правда")
    add_article("Третя\n\nНічого.", language="ru", outlet="Правда")
    archive.collections.add("Повінь 2022")
    run_to_end(update(archive))

    def offered(query: str) -> list[str]:
        return [choice.text for choice in engine.completions(query, len(query)).choices]

    assert offered("рад") == ["рада", "радить", "радіє"]
    assert offered("outlet:") == ["Правда", '"Голос міста"']
    assert offered("lang:") == ["uk", "ru"]
    assert offered("collection:п") == ['"Повінь 2022"']
    assert "killed" in offered("tag:k")


def test_a_query_that_is_only_begun_is_completed_though_it_is_a_mistake():
    with pytest.raises(QueryMistake):
        parse("tag:(стр")
    assert offered("tag:(стр|") == ["страйк"]
