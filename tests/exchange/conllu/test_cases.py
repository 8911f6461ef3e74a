# SPDX-License-Identifier: GPL-3.0-or-later
"""What others wrote, counted in another way; and our own file, opened with a reader that somebody else wrote."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from archivist.exchange.conllu import FORMAT
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, documents_of, items_of, problems_of, written
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere, run_elsewhere

FILES = [f"uk_{bank}-ud-{part}.conllu" for bank in ("iu", "parlamint") for part in ("dev", "test")]


@pytest.mark.parametrize("name", FILES)
def test_every_document_and_every_sentence(cases: Path, name: str) -> None:
    path = cases / "conllu-ud" / name
    raw = path.read_text(encoding="utf-8")
    items = items_of(FORMAT, path)
    documents = documents_of(items)
    parts = [re.findall(r"^# text = (.*)", part, re.M) for part in re.split(r"^# newdoc.*\n", raw, flags=re.M)]
    # Files of ParlaMint begin in the middle of a document: what is before the first that they name is one, too.
    names = re.findall(r"^# newdoc id = (.*)", raw, re.M)
    assert [document.name for document in documents] == ([path.stem, *names] if parts[0] else names)
    found = parts if parts[0] else parts[1:]
    assert len(found) == len(documents)
    for document, sentences in zip(documents, found, strict=True):
        assert document.text is not None
        at = 0
        for sentence in sentences:  # with nothing but white space between two
            start = document.text.index(sentence, at)
            assert not document.text[at:start].strip()
            at = start + len(sentence)
        assert at == len(document.text)
    annotations = [mark for document in documents for mark in document.annotations]
    assert len(annotations) == len(re.findall(r"\bNER=B-", raw))
    assert all(
        document.text[mark.start : mark.end] == mark.quote
        for document in documents
        for mark in document.annotations
        if document.text
    )
    [problem] = problems_of(items)
    assert ("there are only texts" in problem.what) == (not annotations)


@pytest.mark.parametrize("name", ["test", "train"])
def test_words_with_tags(cases: Path, name: str) -> None:
    path = cases / "brat-neruk2" / "iob" / f"{name}.iob.first5000lines.iob"
    rows = [row.split() for row in path.read_text(encoding="utf-8").split("\n")]
    items = items_of(FORMAT, path)
    assert problems_of(items) == []
    [document] = documents_of(items)
    assert document.text is not None
    assert document.text.split() == [row[0] for row in rows if row]
    begun = [row[-1].removeprefix("B-") for row in rows if row and row[-1].startswith("B-")]
    assert [mark.label for mark in document.annotations] == begun
    words = sum(len((mark.quote or "").split()) for mark in document.annotations)
    assert words == sum(row[-1] != "O" for row in rows if row)


def as_tokens_have_it(marks: Counter[tuple[int, int, str, str]]) -> Counter[tuple[int, int, str, str]]:
    """The same without white space around: tokens hold none, so what a span has of it is in its comment alone."""
    found: Counter[tuple[int, int, str, str]] = Counter()
    for (start, end, quote, label), number in marks.items():
        before, after = len(quote) - len(quote.lstrip()), len(quote) - len(quote.rstrip())
        found[start + before, end - after, quote.strip(), label] += number
    return found


def test_another_reader_reads_the_same(sample_with_posts: Archive, tmp_path: Path) -> None:
    written(FORMAT, contents_of(sample_with_posts), tmp_path / "out.conllu")
    seen = read_elsewhere("conllu_conllu", tmp_path / "out.conllu")
    assert seen.articles == sample_with_posts.articles.count()
    assert seen.annotations == as_tokens_have_it(marked_here(sample_with_posts))
    assert seen.annotations.total() == sample_with_posts.annotations.count()


def test_another_reader_sees_each_sentence_as_its_text_is(sample_with_posts: Archive, tmp_path: Path) -> None:
    written(FORMAT, contents_of(sample_with_posts), tmp_path / "out.conllu")
    seen = json.loads(run_elsewhere("conllu_conllu", tmp_path / "out.conllu"))
    assert seen["differing"] == []
    assert seen["sentences"] > seen["articles"]
