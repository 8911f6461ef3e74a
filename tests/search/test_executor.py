# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles a query finds: held against a plain reading of every text, and against Whoosh itself."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh_query

from archivist.model import ArticleDraft
from archivist.search import Search, update
from archivist.search.executor import Executor
from archivist.search.index import Index
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import And, Everything, Node, Not, Or, wanted_texts
from archivist.search.snapshot import Snapshot
from archivist.search.snippets import Finder
from archivist.store import Archive
from tests.long_work import run_to_end

WORDS = ["мер", "мера", "місто", "Нур-Султан", "Султан", "річка", "річці", "повінь", "19", "mayor", "мэром"]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    chance = random.Random(7)
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 12))) for _ in range(60)]


@pytest.fixture(scope="module")
def snapshot_and_archive(texts, tmp_path_factory):
    """The texts in an index of several segments with deleted documents in them."""
    folder = tmp_path_factory.mktemp("executor")
    with Archive.create(folder / "archive") as archive:
        ids = []
        for number, text in enumerate([*texts, *["мер міста"] * 10]):
            draft = ArticleDraft(title="Назва", body=text, language="uk")
            ids.append(archive.articles.add(draft, f"{number} {text}".encode(), "text/plain").article)
            if number % 17 == 0:
                run_to_end(update(archive, base=folder / "indexes"))
        run_to_end(update(archive, base=folder / "indexes"))
        archive.articles.delete(ids[len(texts) :])
        run_to_end(update(archive, base=folder / "indexes"))
        index = Index(archive, folder / "indexes")
        snapshot = Snapshot(index.folder, index.manifest())
        assert len(snapshot.segments) > 2
        yield snapshot, archive
        snapshot.close()


def plainly(node: Node, text: str) -> bool:
    """Whether a text answers a query, by reading it."""
    match node:
        case And(parts):
            return all(plainly(part, text) for part in parts)
        case Or(parts):
            return any(plainly(part, text) for part in parts)
        case Not(part):
            return not plainly(part, text)
        case Everything():
            return True
    return bool(Finder(patterns_of(node)).spans(text, "uk"))


leaves = st.sampled_from([*WORDS, "міст*", "su*", "сул*", "*", '"мер міста"', '"мер міст*"', '"Нур-Султан річка"'])
queries = st.recursive(
    leaves,
    lambda inner: (
        st.tuples(inner, st.sampled_from([" ", " AND ", " OR ", " NOT ", " -"]), inner).map(lambda t: f"({''.join(t)})")
        | inner.map(lambda part: f"NOT {part}")
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
def test_an_answer_is_what_reading_every_text_gives(snapshot_and_archive, texts, query):
    snapshot, archive = snapshot_and_archive
    root = parse(query).root
    executor = Executor(snapshot, archive.selections)
    expected = sorted(number for number, text in enumerate(texts, 1) if plainly(root, text))
    assert sorted(executor.rows(root)) == expected
    assert sorted(executor.scores(root)) == expected


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(["мер", "річка", "повінь", "19"], 2)))
@pytest.mark.parametrize("joint", ["AND", "OR"])
def test_an_answer_is_that_of_whooshs_own_search(snapshot_and_archive, one, other, joint):
    snapshot, archive = snapshot_and_archive

    def anywhere(word):
        keys = [key for slot in patterns_of(parse(word).root)[0] for key in slot.keys]
        return whoosh_query.Or([whoosh_query.Term("body", key) for key in keys])

    kind = whoosh_query.And if joint == "AND" else whoosh_query.Or
    found = snapshot.searcher.search(kind([anywhere(one), anywhere(other)]), limit=None)
    expected = {snapshot.rows[document] for _, document in found.top_n}
    assert set(Executor(snapshot, archive.selections).rows(parse(f"body:({one} {joint} {other})").root)) == expected


def test_the_score_of_one_word_is_whooshs_own(snapshot_and_archive):
    snapshot, archive = snapshot_and_archive
    found = snapshot.searcher.search(whoosh_query.Term("body", "повінь"), limit=None)
    expected = {snapshot.rows[document]: score for score, document in found.top_n}
    scores = Executor(snapshot, archive.selections).scores(parse("body:повінь").root)
    assert scores == pytest.approx(expected)


def test_a_word_counts_once_however_many_keys_it_has(snapshot_and_archive):
    snapshot, archive = snapshot_and_archive
    executor = Executor(snapshot, archive.selections)
    assert len(wanted := list(wanted_texts(parse("Султан").root))) == 1
    assert len(patterns_of(wanted[0])[0][0].keys) > 1
    once = executor.scores(parse("body:Султан").root)
    assert executor.scores(parse("body:(Султан Султан)").root) == once


def test_a_title_counts_more_than_a_body(archive, add_article, find):
    add_article("Мер міста\n\nДовгий текст про інше, у якому багато слів.", language="uk")
    add_article("Інше\n\nДовгий текст про мера, у якому багато слів.", language="uk")
    assert find("мер") == ["Мер міста", "Інше"]


def test_what_has_more_of_the_words_comes_first(archive, add_article, find):
    add_article("Перша\n\nМіст і річка.", language="uk")
    add_article("Друга\n\nМіст і поле.", language="uk")
    assert find("міст OR річка") == ["Перша", "Друга"]


def test_more_often_counts_more_but_length_less(archive, add_article, find):
    add_article("Перша\n\n" + "Річка. " + "Слово. " * 200, language="uk")
    add_article("Друга\n\nРічка, річка й ще раз річка.", language="uk")
    assert find("річка") == ["Друга", "Перша"]


def test_an_index_without_articles_finds_nothing(archive):
    run_to_end(update(archive))
    with Search(archive) as engine:
        assert engine.search("* OR NOT мер").total == 0
