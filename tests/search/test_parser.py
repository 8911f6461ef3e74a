# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language: what is understood, and where a mistake is said to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import QueryMistake
from archivist.search.parser import parse
from archivist.search.query import (
    And,
    Everything,
    Having,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    TextField,
    Word,
    wanted_texts,
)


def shape(node: Node) -> str:
    """A node as one line, so that a test can say what it expects."""
    match node:
        case And(parts):
            return "(" + " & ".join(map(shape, parts)) + ")"
        case Or(parts):
            return "(" + " | ".join(map(shape, parts)) + ")"
        case Not(part):
            return "!" + shape(part)
        case Having(field, value):
            return f"{field}={value}"
        case Published(days):
            return f"{days.first}..{days.last}"
        case Everything():
            return "*"
        case Word(text, field):
            return f"{field}:{text}" if field else text
        case Prefix(text, field):
            return f"{field}:{text}*" if field else f"{text}*"
        case Phrase(words, field):
            return (f"{field}:" if field else "") + "<" + " ".join(shape(word) for word in words) + ">"


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("місто", "місто"),
        ("місто міст", "(місто & міст)"),
        ("місто AND міст", "(місто & міст)"),
        ("місто OR міст", "(місто | міст)"),
        ("а б OR в г", "((а & б) | (в & г))"),
        ("а AND (б OR в)", "(а & (б | в))"),
        ("NOT а", "!а"),
        ("-а", "!а"),
        ("а -б", "(а & !б)"),
        ("а NOT (б OR в)", "(а & !(б | в))"),
        ("а OR -б", "(а | !б)"),
        ("NOT NOT а", "!!а"),
        ('"рада міста"', "<рада міста>"),
        ('"рада"', "рада"),
        ("«рада міста»", "<рада міста>"),
        ("“рада міста”", "<рада міста>"),
        ("„рада міста“", "<рада міста>"),
        ('-"рада міста"', "!<рада міста>"),
        ("людей*", "людей*"),
        ('"рада міс*"', "<рада міс*>"),
        ("*", "*"),
        ("а -*", "(а & !*)"),
        ("* -tag:strike", "(* & !tag=strike)"),
        ("title:рада", "title:рада"),
        ("title:(рада OR міст)", "(title:рада | title:міст)"),
        ('body:"рада міста"', "body:<body:рада body:міста>"),
        ("note:міс*", "note:міс*"),
        ("outlet:Голос", "outlet=Голос"),
        ('outlet:"Голос міста"', "outlet=Голос міста"),
        ("byline:Петренко", "byline=Петренко"),
        ("lang:uk", "language=uk"),
        ("language:uk", "language=uk"),
        ("tag:strike", "tag=strike"),
        ("kind:Event", "kind=event"),
        ("collection:повінь", "collection=повінь"),
        ("has:note has:annotation", "(has=note & has=annotation)"),
        ("date:2022-01", "2022-01-01..2022-01-31"),
        ("published:2022", "2022-01-01..2022-12-31"),
        ("date:2022-01-05..2022-01-08", "2022-01-05..2022-01-08"),
        ("date:2021..2022-03", "2021-01-01..2022-03-31"),
        ("date:2022-01-05..", "2022-01-05..9999-12-31"),
        ("date:..2022", "0001-01-01..2022-12-31"),
        ("date:2022-01-05/2022-01-08", "2022-01-05..2022-01-08"),
        ("date:2022-01~", "2022-01-01..2022-01-31"),
        ("Нур-Султан", "Нур-Султан"),
        ("08.01.2022", "<08 01 2022>"),
        ("10:30", "<10 30>"),
        ("Контекст: повінь", "(Контекст & повінь)"),
        ("https://example.org", "<https example org>"),
        ("місто — повінь", "(місто & повінь)"),
        ("місто - повінь", "(місто & повінь)"),
        ("місто --- повінь", "(місто & повінь)"),
        ("місто, повінь!", "(місто & повінь)"),
        ("повінь 😎", "повінь"),
        ("and or not", "(and & or & not)"),
        ("2,5 тис.", "(2,5 & тис)"),
        ("а\x00б \ud800в", "(а & б & в)"),
    ],
)
def test_meaning(query, meaning):
    assert shape(parse(query).root) == meaning


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("", 0),
        ("   ", 0),
        ("😎", 0),
        ("а AND", 5),
        ("AND а", 0),
        ("а OR OR б", 5),
        ("а AND AND б", 6),
        ("а NOT", 5),
        ("(а", 0),
        ("а (б", 2),
        ("а)", 1),
        ("а ( )", 4),
        ('а "рада', 2),
        ('а "—"', 2),
        ("а «рада", 2),
        ("а*б", 1),
        ("а *бв", 2),
        ("а**", 2),
        ("а foo:bar", 2),
        ("outlet:", 0),
        ("а outlet: б", 2),
        ('tag:""', 0),
        ("tag:(а б)", 0),
        ("title:", 6),
        ("title:—", 6),
        ("kind:thing", 5),
        ("а has:money", 6),
        ("date:yesterday", 5),
        ("date:2022-13", 5),
        ("date:2022..2021", 5),
        ("date:..", 5),
        ("(" * 60 + "а" + ")" * 60, 50),
        ("NOT " * 60 + "а", 200),
    ],
)
def test_a_mistake_is_pointed_at(query, position):
    with pytest.raises(QueryMistake) as mistake:
        parse(query)
    assert mistake.value.position == position
    assert mistake.value.query == query


def test_words_say_where_they_stand():
    found = list(wanted_texts(parse("😎 рада -міст “два слова”").root))
    assert [(node.start, node.end) for node in found] == [(2, 6), (13, 24)]


def test_what_must_not_be_found_is_not_wanted():
    assert [word.text for word in wanted_texts(parse("а NOT б OR в").root)] == ["а", "в"]


def test_the_field_of_a_phrase_is_that_of_its_words():
    assert parse('title:"рада міста"').root.field is TextField.TITLE


def test_a_query_of_very_many_words_is_refused():
    with pytest.raises(QueryMistake, match="1000"):
        parse("слово " * 1001)


def mistake_in(query: str) -> QueryMistake | None:
    try:
        parse(query)
    except QueryMistake as mistake:
        return mistake
    return None


FRAGMENTS = [
    *"()*-:\"«»“”„ '.",
    " AND ",
    " OR ",
    " NOT ",
    "title:",
    "date:",
    "tag:",
    "foo:",
    "2022-01",
    "..",
    "рада",
    "Нур-Султан",
    "\u202eabc\u202c",
    "👩‍👩‍👧",
    "\x00",
    "\ud83d",
    "'; DROP TABLE articles; --",
    "%s{0}",
    "\\",
    "\u200b",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join) | st.text(max_size=100))
def test_any_text_is_understood_or_a_mistake_inside_it(query):
    mistake = mistake_in(query)
    assert mistake is None or (0 <= mistake.position <= len(query) and str(mistake))


@pytest.mark.parametrize("length", [10_000, 200_000])
@pytest.mark.parametrize("piece", ["а", "(", '"', "-", "*", ":", "а ", "NOT ", "title:", "«»", "a.b,", "\u0301"])
def test_very_long_queries_are_answered_at_once(piece, length):
    with pytest.raises(QueryMistake):
        parse(piece * (length // len(piece)) + " )")


def test_naughty_strings(cases):
    for path in (cases / "unicode" / "naughty-strings").glob("*.json"):
        for query in json.loads(path.read_text(encoding="utf-8")):
            mistake = mistake_in(query)
            assert mistake is None or mistake.query == query
