# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles a query finds: held against a plain reading of every text, and against Whoosh itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archivist.errors import QueryMistake
from archivist.model import ArticleDraft
from archivist.search import Search, update
from archivist.search.executor import execute, matching
from archivist.search.index import Index
from archivist.search.kernel import plain
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import (
    And,
    Everything,
    Exact,
    Fuzzy,
    Having,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    TextField,
    Wildcard,
    Word,
    without_places,
)
from archivist.search.reference import Reference
from archivist.search.snapshot import Snapshot
from archivist.search.snippets import Finder
from archivist.store import Archive
from tests.long_work import run_to_end
from tests.search.kernels import KERNELS, use_kernel

WORDS = [
    *("мер", "мера", "мерами", "місто", "міста", "міст", "Нур-Султан", "Султан", "річка", "річці", "повінь"),
    *("19", "2,5", "mayor", "mayors", "мэром", "п'ять", "пять", "ґанок", "ганок", "ООН", "Зеленського", "😀"),
]
LANGUAGES = ["uk", "uk", "uk", "ru", "en", ""]


@dataclass(frozen=True)
class Text:
    """An article as the executor should find it."""

    title: str
    body: str
    notes: tuple[str, ...]
    language: str

    def parts(self, field: TextField | None) -> Iterator[str]:
        """Its texts in a field, or in all."""
        if field in (None, TextField.TITLE):
            yield self.title
        if field in (None, TextField.BODY):
            yield self.body
        if field in (None, TextField.NOTE):
            yield from self.notes


def some_texts(number: int) -> list[Text]:
    chance = random.Random(7)

    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    return [
        Text(words(3), words(25), tuple(words(4) for _ in range(chance.choice((0, 0, 0, 1, 2)))), language)
        for language in chance.choices(LANGUAGES, k=number)
    ]


class Press:
    """Texts in an index of several segments that have deleted documents, and what a plain reading of them finds."""

    def __init__(self, archive: Archive, base, texts: list[Text]) -> None:
        self.archive, self.base = archive, base
        self.texts: dict[int, Text] = {}  # by row
        tag = archive.tags.add("strike", "event")
        deleted = []
        for number, text in enumerate(texts):
            draft = ArticleDraft(title=text.title, body=text.body, language=text.language)
            id_ = archive.articles.add(draft, f"{number}".encode(), "text/plain").article
            for note in text.notes:
                archive.annotations.add(id_, 0, 1, tag.id, note=note)
            if number % 4 == 3:
                deleted.append(id_)
            else:
                self.texts[archive.articles.get(id_).row] = text
            if number % 25 == 24:
                run_to_end(update(archive, base=base))
        archive.articles.delete(deleted)
        run_to_end(update(archive, base=base))
        index = Index(archive, base)
        self.snapshot = Snapshot(index.folder, index.manifest())
        self.reference = Reference(index.folder, self.snapshot.manifest)

    def known(self, node: Node):
        """A mask for what no text tells; every third article, say."""
        assert isinstance(node, Having)
        return self.snapshot.rows % 3 == 0

    def rows(self, root: Node) -> dict[int, float]:
        """The score of every article that the executor finds, by row."""
        found = execute(root, self.snapshot, self.known)
        rows = self.snapshot.rows[found.documents]
        assert np.lexsort((rows, found.scores))[::-1].tolist() == list(range(found.total))
        mask = matching(root, self.snapshot, self.known)
        assert mask.nonzero()[0].tolist() == sorted(found.documents.tolist())
        first = execute(root, self.snapshot, self.known, most=3)
        assert first.total == found.total
        assert first.documents.tolist() == found.documents.tolist()[:3]
        return dict(zip(self.snapshot.rows[found.documents].tolist(), found.scores.tolist(), strict=True))

    def whooshs_rows(self, root: Node) -> dict[int, float]:
        """The score of every article that Whoosh finds, by row."""
        found = self.reference.search(root, self.known)
        return {int(self.snapshot.rows[document]): score for document, score in found.items()}

    def plain_rows(self, root: Node) -> set[int]:
        """The articles that answer a query, by reading them."""
        return {row for row, text in self.texts.items() if plainly(root, row, text)}


def plainly(node: Node, row: int, text: Text) -> bool:
    match node:
        case And(parts):
            return all(plainly(part, row, text) for part in parts)
        case Or(parts):
            return any(plainly(part, row, text) for part in parts)
        case Not(part):
            return not plainly(part, row, text)
        case Everything():
            return True
        case Having():
            return row % 3 == 0
    finder = Finder(patterns_of(node))
    return any(finder.spans(part, text.language) for part in text.parts(node.field))


@pytest.fixture(scope="module", params=[*KERNELS, "looking each up", "by masks"])
def _ways(request):
    """The ways that an answer is found: by either kernel, and by numpy's as on few or on many articles."""
    each = {"looking each up": 0, "by masks": 1 << 40}.get(request.param)
    with pytest.MonkeyPatch.context() as forced:
        use_kernel("plain" if each is not None else request.param, forced)
        if each is not None:
            forced.setattr(plain, "_FEW", each)
        yield


@pytest.fixture(scope="module")
def press(tmp_path_factory, _ways):
    folder = tmp_path_factory.mktemp("executor")
    with Archive.create(folder / "archive") as archive:
        press = Press(archive, folder / "indexes", some_texts(120))
        assert len(press.snapshot.leaves) > 3
        assert sum(leaf.deleted_count for leaf in press.snapshot.leaves) > 20
        yield press
        press.reference.close()


fields = st.sampled_from([None, None, *TextField])
places = {"start": st.just(0), "end": st.just(0)}
words = st.builds(Word, st.sampled_from([*WORDS, "немає"]), fields, **places)
exact_words = st.builds(Exact, st.sampled_from([*WORDS, "МІСТА", "немає"]), fields, **places)
prefixes = st.builds(
    Prefix, st.sampled_from(["м", "мер", "міс", "су", "нур-с", "1", "may", "п'я", "щ"]), fields, **places
)
wildcards = st.builds(
    Wildcard, st.sampled_from(["м*", "*р", "*ер*", "м?р", "?іст?", "м*т?", "*ль*а*", "2,?", "щ*?"]), fields, **places
)
misspelt = st.sampled_from(["мер", "мэр", "місот", "річки", "султна", "mayro", "щось"])
fuzzy_words = st.builds(Fuzzy, misspelt, st.sampled_from([1, 2]), fields, **places)
any_words = words | words | exact_words | prefixes | wildcards | fuzzy_words
phrases = st.builds(
    Phrase,
    st.lists(any_words, min_size=2, max_size=4).map(tuple),
    fields,
    **places,
    slop=st.sampled_from([None, None, 0, 1, 2, 5]),
)
masks = st.just(Having("tag", "strike"))
leaves = any_words | phrases | masks | st.just(Everything())


def combined(inner):
    several = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, inner)


queries = st.recursive(leaves, combined, max_leaves=8)
often = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(queries)
def test_an_answer_is_what_reading_every_text_gives(press, root):
    assert set(press.rows(root)) == press.plain_rows(root)


@often
@given(queries)
@example(And((Word("мер", None, 0, 0), Or((Word("річка", None, 0, 0), Word("повінь", None, 0, 0))))))
def test_an_answer_is_whooshs_own_with_the_same_scores(press, root):
    assert press.rows(root) == pytest.approx(press.whooshs_rows(root), rel=1e-9)


TYPED = [
    *WORDS[:-1],
    *("міст*", "*тан", "м?р", "су*", "=міста", "мэр~", "річки~2", "*", "-мер", "title:мер", "note:міс*"),
    *('"мер міста"', '"мер міст*"', '"Нур-Султан річка"', '"місто мер"~3', '="мер міста"', "body:(мер OR річка)"),
]
typed = st.recursive(
    st.sampled_from(TYPED),
    lambda inner: (
        st.tuples(inner, st.sampled_from([" ", " AND ", " OR ", " NOT ", " -"]), inner).map(lambda t: f"({''.join(t)})")
        | inner.map(lambda part: f"NOT {part}")
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(typed)
def test_a_query_that_is_typed_finds_the_same_in_all_three_ways(press, query):
    root = without_places(parse(query).root)
    found = press.rows(root)
    assert set(found) == press.plain_rows(root) == press.plain_rows(parse(query).root)
    assert found == pytest.approx(press.whooshs_rows(root), rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(typed)
def test_the_best_come_first_and_of_equals_the_latest_import(press, query):
    with Search(press.archive, base=press.base) as engine:
        scores = press.rows(without_places(parse(query).root))
        rows = engine.rows(query, sort="relevance").tolist()
        if any(scores.values()):
            assert rows == sorted(scores, key=lambda row: (-scores[row], -row))
        else:
            assert rows == press.archive.selections.by_date(scores)
        for limit in (1, 7, 50):
            page = engine.search(query, limit=limit, offset=3)
            assert page.total == len(rows)
            assert [hit.row for hit in page.hits] == rows[3 : 3 + limit]
            assert [hit.score for hit in page.hits] == [scores[row] for row in rows[3 : 3 + limit]]


def test_a_word_counts_once_however_often_it_is_asked_for(press):
    assert press.rows(without_places(parse("body:(Султан Султан)").root)) == press.rows(parse("body:Султан").root)


def test_the_answer_is_the_same_however_the_texts_are_cut_into_segments(press, tmp_path, monkeypatch):
    with Archive.open(press.archive.folder, read_only=True) as archive:
        run_to_end(update(archive, base=tmp_path))
        index = Index(archive, tmp_path)
        whole = Snapshot(index.folder, index.manifest())
        assert len(whole.leaves) == 1
        for query in ("мер", "м*", '"мер міста"~4', "мер -річка", "повінь OR 19"):
            root = parse(query).root
            found = execute(root, whole, lambda _: np.zeros(0, bool))
            assert set(whole.rows[found.documents].tolist()) == set(press.rows(root))


def test_a_page_may_be_longer_than_any_number(press):
    assert execute(parse("мер").root, press.snapshot, press.known, most=1 << 70).total > 0


def test_several_threads_may_search_at_once_each_with_its_own_search(press):
    asked = ["мер", "міст*", '"мер міста"~2', "річка OR повінь", "мера~2 -19", "NOT mayor", "title:міст"]
    expected = {query: sorted(press.rows(parse(query).root)) for query in asked}

    def ask(number: int) -> None:
        chance = random.Random(number)
        with Archive.open(press.archive.folder, read_only=True) as archive, Search(archive, base=press.base) as engine:
            for query in chance.choices(asked, k=40):
                assert sorted(engine.rows(query)) == expected[query]

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(8)))


# Long texts


def test_words_are_found_in_texts_of_more_than_65535_words(archive, add_article, engine):
    filler = "слово " * 65_530
    add_article(f"Перша\n\n{filler} мер міста поїхав до річки", language="uk")
    add_article(f"Друга\n\nмер {filler} міста поїхав до річки", language="uk")
    add_article(f"Третя\n\n{'мер міста ' * 40_000} поїхав", language="uk")
    run_to_end(update(archive))

    def found(query: str) -> set[str]:
        return {hit.title for hit in engine.search(query).hits}

    assert found('"мер міста"') == {"Перша", "Третя"}
    assert found('"міста мер"') == {"Третя"}
    assert found('"міста поїхав"') == {"Перша", "Друга", "Третя"}
    assert found('"поїхав до річки"') == {"Перша", "Друга"}
    assert found('"річка мер"~3') == {"Перша"}
    assert found('"річка мер"~2') == set()
    assert [len(hit.matches) for hit in engine.search('title:третя "мер міста"').hits] == [40_000]


def test_words_of_two_texts_never_follow_each_other(archive, add_article, engine):
    # The places in a text of 65,536 words fill two bytes, and the one after the last would be the next text's first.
    add_article("міста " + "слово " * 65_534 + "мер", language="uk")
    add_article("міста річка " + "слово " * 65_533 + "мер", language="uk")
    run_to_end(update(archive))

    def totals(*queries: str) -> list[int]:
        return [engine.search(query).total for query in queries]

    assert totals('"мер міста"', '"слово мер міста"', '"мер міста річка"') == [0, 0, 0]
    assert totals('"слово мер"', '"міста річка"', '"слово слово"') == [2, 1, 2]


# Scores


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


# Bounds


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory):
    """An archive of 30,000 different words with one beginning, in articles of a hundred."""
    folder = tmp_path_factory.mktemp("vocabulary")
    with Archive.create(folder / "archive") as archive:
        for number in range(300):
            body = " ".join(f"зшиток{number * 100 + word}" for word in range(100))
            draft = ArticleDraft(title=f"Том {number}", body=body, language="uk")
            archive.articles.add(draft, body.encode(), "text/plain")
        run_to_end(update(archive, base=folder / "indexes"))
        with Search(archive, base=folder / "indexes") as engine:
            yield engine


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("зшиток*", 300),
        ("зшиток1*", 112),
        ("*7", 300),
        ("з*и*т*о*к*9*9*9", 57),
        ("?" * 50 + "я", 0),
        ("*я*" * 3000, 0),
        ("зшиток123~2", 219),
        ('"' + "зшиток* " * 50 + '"', 300),
        ('"зшиток* зшиток* зшиток*"~20', 300),
        (" OR ".join(f"зшиток{number}" for number in range(700)), 7),
        (" OR ".join(f"зшиток{number}*" for number in range(300)), 300),
        ("-" * 10_000, None),
        ("AND OR NOT " * 900, None),
        ("(" * 5000 + "зшиток1" + ")" * 5000, None),
        ("(" * 10_000, None),
        ('"' * 9_999, None),
        ("~" * 10_000, None),
        ("=" * 10_000, None),
        ("title:" * 1600, None),
        ("* " * 5000, None),
        ("NOT " * 2500 + "зшиток1", None),
    ],
)
def test_a_query_of_any_size_is_answered_or_refused_in_time(vocabulary, query, total):
    assert len(query) <= 11_000
    if total is not None:
        assert vocabulary.search(query, limit=1).total == total
        return
    with suppress(QueryMistake):
        vocabulary.search(query, limit=1)
