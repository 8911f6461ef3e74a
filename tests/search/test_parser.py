# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language: what is understood, and where a mistake is said to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import QueryMistake
from archivist.language.words import written_words
from archivist.search.parser import parse
from archivist.search.query import (
    And,
    Everything,
    Exact,
    Fuzzy,
    Having,
    Imported,
    Linked,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Spans,
    TextField,
    TextNode,
    Wildcard,
    Word,
    wanted_texts,
    without_places,
)


def shape(node: Node) -> str:
    """A node as one line, so that a test can say what it expects."""
    if isinstance(node, TextNode):
        return (f"{node.field}:" if node.field else "") + text_shape(node)
    match node:
        case And(parts):
            return "(" + " & ".join(map(shape, parts)) + ")"
        case Or(parts):
            return "(" + " | ".join(map(shape, parts)) + ")"
        case Not(part):
            return "!" + shape(part)
        case Having(field, value):
            return f"{field}={value}"
        case Linked(kind, name):
            return f"{kind} “{name}”"
        case Published(days):
            return f"{days.first}..{days.last}"
        case Everything():
            return "*"
        case Imported(days):
            return f"imported {days.first}..{days.last}"
        case Spans(part):
            return f"span{{{shape(part)}}}"


def text_shape(node: TextNode) -> str:
    match node:
        case Word(text) | Wildcard(text):
            return text
        case Exact(text):
            return f"={text}"
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text, distance):
            return f"{text}~{distance}"
        case Phrase(words, slop=slop):
            return "<" + " ".join(shape(word) for word in words) + ">" + ("" if slop is None else f"~{slop}")


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
        ("=місто", "=місто"),
        ("-=місто", "!=місто"),
        ("title:=місто", "title:=місто"),
        ("=Нур-Султан", "=Нур-Султан"),
        ("=08.01.2022", "<=08 =01 =2022>"),
        ("E=mc2", "<E mc2>"),
        ("a = b", "(a & b)"),
        ('="рада міста"', "<=рада =міста>"),
        ("=«рада міста»", "<=рада =міста>"),
        ('-="рада"', "!=рада"),
        ('note:="рада міста"', "note:<note:=рада note:=міста>"),
        ('"=рада міста"', "<=рада міста>"),
        ('"рада міста"~5', "<рада міста>~5"),
        ('"рада міста"~0', "<рада міста>~0"),
        ('="рада міста"~5', "<=рада =міста>~5"),
        ('title:"рада міста"~5', "title:<title:рада title:міста>~5"),
        ('"рада"~5', "рада"),
        ('"рада міста"~5 мер', "(<рада міста>~5 & мер)"),
        ("а**", "а*"),
        ("про*ст", "про*ст"),
        ("про**ст", "про*ст"),
        ("*ськ?й", "*ськ?й"),
        ("*міст", "*міст"),
        ("*міст*", "*міст*"),
        ("?іст", "?іст"),
        ("мі?т", "мі?т"),
        ("нур-*", "нур-*"),
        ("*-султан", "*-султан"),
        ("об'єкт*", "об'єкт*"),
        ("2,5*", "2,5*"),
        ("=міс*", "міс*"),
        ('"рада мі?т"', "<рада мі?т>"),
        ("title:*міст", "title:*міст"),
        ("місто~", "місто~1"),
        ("місто~1", "місто~1"),
        ("місто~2", "місто~2"),
        ("Нур-Султан~", "Нур-Султан~1"),
        ('"рада місто~2"', "<рада місто~2>"),
        ("~5 км", "(5 & км)"),
        ("100~200", "<100 200>"),
        ("рада~міста", "<рада міста>"),
        ("url:example.org/news?a=1&b=*", "url=example.org/news?a=1&b=*"),
        ("url:https://example.org", "url=https://example.org"),
        ("imported:2022-01", "imported 2022-01-01..2022-01-31"),
        ("outlet:(Голос OR Правда)", "(outlet=Голос | outlet=Правда)"),
        ('tag:(а -"б в")', "(tag=а & !tag=б в)"),
        ("date:(2021 OR 2022-01)", "(2021-01-01..2021-12-31 | 2022-01-01..2022-01-31)"),
        ("title:(міст tag:strike)", "(title:міст & tag=strike)"),
        ('tag:"а*"', "tag=а*"),
        ("-has:note", "!has=note"),
        ("-(а б)", "!(а & б)"),
        ("actor:Токаєв", "actor “Токаєв”"),
        ('event:"Повінь у місті" мер', "(event “Повінь у місті” & мер)"),
        ("-figure:(загиблі OR «поранені (18)»)", "!(figure “загиблі” | figure “поранені (18)”)"),
        ("span:(actor:Токаєв note:лікарня)", "span{(actor “Токаєв” & note:лікарня)}"),
        ("kind:date", "kind=date"),
        ("has:record", "has=record"),
        ("-title:а", "!title:а"),
        ("span:(kind:figure поранено)", "span{(kind=figure & поранено)}"),
        ("span:(tag:strike OR note:лікарня -місто)", "span{(tag=strike | (note:лікарня & !місто))}"),
        ("span:(note:(а OR б))", "span{(note:а | note:б)}"),
        ("span:(*)", "span{*}"),
        ('span:"рада міста"', "span{<рада міста>}"),
        ("-span:місто", "!span{місто}"),
        ("Чому так сталося? Невідомо.", "(Чому & так & сталося & Невідомо)"),
        ("Що?! Де??", "(Що & Де)"),
        ("as follows:", "(as & follows)"),
        ("«Він сказав: “так”», — додав мер", "(<Він сказав так> & додав & мер)"),
        ("слово” ще", "(слово & ще)"),
        ("*важливо*", "*важливо*"),
        ("а *** б", "(а & б)"),
        ("м\u200bе\u00adр", "мер"),
        ("ме\u202eр\u202c", "мер"),
        ("\u200etag:\u2066strike\u2069", "tag=strike"),
        ("а \u200eOR\u200e б", "(а | б)"),
        ("а \u200e-б", "(а & !б)"),
        ("мі\u200eс*", "міс*"),
        ("а\x07б\x1b", "(а & б)"),
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
        ("а foo:bar", 2),
        ("outlet:", 0),
        ("а outlet: б", 2),
        ('tag:""', 4),
        ("tag:()", 5),
        ("tag:(а kind:event)", 7),
        ("title:", 0),
        ("title:—", 6),
        ("kind:thing", 5),
        ("а has:money", 6),
        ("date:yesterday", 5),
        ("date:2022-13", 5),
        ("date:2022..2021", 5),
        ("date:..", 5),
        ("title: рада", 0),
        ("а note: б", 2),
        ("title:*", 6),
        ("а tag:стр*", 9),
        ("actor:", 0),
        ("actor: Токаєв", 0),
        ("actor:Ток*", 9),
        ("actor:(а event:б)", 9),
        ("**", 0),
        (" ?* ", 1),
        ('"*"', 0),
        ('"а * б"', 3),
        ("а б~3", 3),
        ("а б~22", 3),
        ("=а~", 2),
        ('="а б~"', 5),
        ("ра*да~", 5),
        ('"а б"~', 6),
        ('а "а б"~99', 8),
        ('"а б"~' + "9" * 9000, 6),
        ('="рада', 0),
        ("span:", 0),
        ("span: (а)", 0),
        ("span:()", 6),
        ("span:(—)", 5),
        ("span:(а title:б)", 8),
        ("span:(а OR outlet:б)", 11),
        ("а span:(span:б)", 8),
        ("\u200eа \u200eAND", 7),
        ("\u200e\u200e(а", 2),
        ("(" * 60 + "а" + ")" * 60, 50),
        ("NOT " * 60 + "а", 200),
    ],
)
def test_a_mistake_is_pointed_at(query, position):
    with pytest.raises(QueryMistake) as mistake:
        parse(query)
    assert mistake.value.position == position
    assert mistake.value.query == query


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("**", "letter or digit"),
        ("а б~3", "word~2"),
        ('"а б"~', '"a b"~5'),
        ("span:(title:а)", "“tag:”, “kind:”, “note:”, “actor:”, “event:”, “figure:”"),
        ("tags:а", "title, body, note"),
        ("date:завтра", "2022-01-05..2022-01-08"),
        ("outlet:", "quotation marks"),
        ('"а * б"', '"a b"~1'),
    ],
)
def test_a_mistake_says_what_to_write_instead(query, words):
    with pytest.raises(QueryMistake) as mistake:
        parse(query)
    assert words in str(mistake.value)


def test_words_say_where_they_stand():
    found = list(wanted_texts(parse("😎 рада -міст “два слова”").root))
    assert [(node.start, node.end) for node in found] == [(2, 6), (13, 24)]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("а =рада б", "=рада"),
        ("а рад* б", "рад*"),
        ("а рада~2 б", "рада~2"),
        ("а \u200eра\u00adда\u200e, б", "ра\u00adда"),
        ('а "б в"~3 г', '"б в"~3'),
        ('а ="б в" г', '="б в"'),
    ],
)
def test_the_place_of_a_word_is_all_that_was_written_for_it(query, word):
    node = list(wanted_texts(parse(query).root))[1]
    assert query[node.start : node.end] == word


@pytest.mark.parametrize(
    ("query", "conditions"),
    [
        ("мер", ("мер",)),
        ("мер -title:(а OR б) AND lang:uk", ("мер", "-title:(а OR б)", "lang:uk")),
        (' ="а б"~2 , NOT =в ', ('="а б"~2', "NOT =в")),
        ("а OR б в", ("а OR б в",)),
        ("(а б)", ("(а б)",)),
        ("tag:❤\ufe0f а", ("tag:❤\ufe0f", "а")),
    ],
)
def test_the_conditions_are_the_parts_that_must_all_hold(query, conditions):
    assert parse(query).conditions == conditions


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("мер actor:Токаєв", "Токаєв"),
        ('actor:"Касим Токаєв" мер', '"Касим Токаєв"'),
        ("span:(actor:«Касим Токаєв»)", "«Касим Токаєв»"),
        ("\u200eactor:\u200eТока\u00adєв", "Тока\u00adєв"),
    ],
)
def test_the_place_of_a_name_is_all_that_was_written_for_it(query, name):
    def linked(node: Node) -> Linked:
        match node:
            case And(parts):
                return next(part for part in parts if isinstance(part, Linked))
            case Spans(part):
                return linked(part)
        assert isinstance(node, Linked)
        return node

    found = linked(parse(query).root)
    assert query[found.start : found.end] == name


def test_words_of_annotations_are_not_wanted_in_the_article():
    assert [word.text for word in wanted_texts(parse("а span:(б) в").root)] == ["а", "в"]


def test_what_must_not_be_found_is_not_wanted():
    assert [word.text for word in wanted_texts(parse("а NOT б OR в").root)] == ["а", "в"]


def test_the_field_of_a_phrase_is_that_of_its_words():
    assert parse('title:"рада міста"').root.field is TextField.TITLE


def test_a_query_of_very_many_words_is_refused():
    with pytest.raises(QueryMistake, match="1000"):
        parse("слово " * 1001)


@pytest.mark.parametrize("word", ["а*б", "*аб", "а?б", "аб~"])
def test_a_query_of_very_many_words_that_leaf_through_the_index_is_refused(word):
    with pytest.raises(QueryMistake, match="32"):
        parse(f"{word} " * 33)


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
    "=",
    "?",
    "~",
    "~2",
    "~99",
    "span:(",
    "span:",
    "imported:",
    "url:",
    "has:note",
    "actor:",
    "event:«а»",
    "=слово",
    "про*ст",
    '"а б"~5',
    "\r\n\t",
    "\x1b[31m",
    "е\u0301",
]
INVISIBLE = "\u00ad\u200b\u200e\u200f\u202e\u2066\u2069\ufeff"


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join) | st.text(max_size=100))
def test_any_text_is_understood_or_a_mistake_inside_it(query):
    mistake = mistake_in(query)
    assert mistake is None or (0 <= mistake.position <= len(query) and str(mistake))


def meaning(query: str) -> str:
    """The shape of a query or of the mistake in it, in which places do not count."""
    try:
        return shape(without_places(parse(query).root))
    except QueryMistake as mistake:
        return mistake.problem


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=15), st.data())
def test_invisible_characters_change_nothing(fragments, data):
    query = "".join(fragments)
    places = data.draw(st.lists(st.tuples(st.integers(0, len(query)), st.sampled_from(INVISIBLE)), max_size=10))
    pasted = query
    for place, character in sorted(places, reverse=True):
        pasted = pasted[:place] + character + pasted[place:]
    assert meaning(pasted) == meaning(query)


PROSE = ["слово", "Київ", "ABC", "О’Ніл", "2,5", "№ 7", "% ", "? ", "?! ", " ", " — ", "–", ".", ", ", ": ", "; ", "…"]


@given(st.lists(st.sampled_from(PROSE), max_size=60).map("".join))
def test_prose_is_its_words(text):
    expected = written_words(text)
    assert expected == (all_words(parse(text).root) if expected else [])


def all_words(node: Node) -> list[str]:
    assert isinstance(node, And | Phrase | Word)
    if isinstance(node, Word):
        return [node.text]
    parts = node.words if isinstance(node, Phrase) else node.parts
    return [word for part in parts for word in all_words(part)]


def test_a_real_article_is_its_words(seed):
    for paragraph in seed.read_text(encoding="utf-8").splitlines():
        if paragraph.strip():
            assert mistake_in(paragraph) is None


@pytest.mark.parametrize("length", [10_000, 200_000])
@pytest.mark.parametrize(
    "piece",
    [
        *[
            "а",
            "(",
            '"',
            "-",
            "*",
            ":",
            "а ",
            "NOT ",
            "title:",
            "«»",
            "a.b,",
            "\u0301",
            "»",
            "”",
            "=",
            "?",
            "~",
            "а~",
            "*а",
        ],
        *["*а,", "а?б", "=а", "-=", "span:(", "\u200e", "\u202eа", '"а"~', "а-", "1,"],
    ],
)
def test_very_long_queries_are_answered_at_once(piece, length):
    with pytest.raises(QueryMistake):
        parse(piece * (length // len(piece)) + " )")


def test_naughty_strings(cases):
    for path in (cases / "unicode" / "naughty-strings").glob("*.json"):
        for query in json.loads(path.read_text(encoding="utf-8")):
            mistake = mistake_in(query)
            assert mistake is None or mistake.query == query
