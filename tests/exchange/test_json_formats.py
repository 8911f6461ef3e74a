# SPDX-License-Identifier: GPL-3.0-or-later
"""Label Studio, doccano and spaCy alike: what they keep comes back, and programs of others see the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archivist.exchange import Aspect, Selection, export, format_to_read, format_to_write, take_in
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.items import Problem, ReadDocument
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.report import Outcome
from archivist.model import Article, NodeType, Progress
from archivist.store import Archive
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere, run_elsewhere
from tests.long_work import run_to_end

Add = Callable[..., Article]

FILES = {
    "label-studio": "tasks.json",
    "label-studio, zip": "tasks.zip",
    "label-studio, folder": "tasks",
    "doccano": "lines.jsonl",
    "spacy": "docs.spacy",
    "spacy, lines": "docs.jsonl",
}


@pytest.fixture(params=list(FILES))
def format_name(request: pytest.FixtureRequest) -> str:
    return str(request.param).split(",", maxsplit=1)[0]


@pytest.fixture
def file(request: pytest.FixtureRequest, format_name: str, tmp_path: Path) -> Path:
    del format_name
    return tmp_path / FILES[request.node.callspec.params["format_name"]]


def write(archive: Archive, name: str, path: Path) -> Any:
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    return run_to_end(export(archive, format_to_write(name), Selection(ids), path))


def kept(archive: Archive) -> list[object]:
    """All that these formats keep of an archive."""
    found: list[object] = []
    for id_ in sorted(archive.articles.ids(archive.articles.rows())):
        article = archive.articles.get(id_)
        about = [getattr(article, name) for name in ("title", "outlet", "byline", "section", "url", "published")]
        found.append((id_, *about, article.captured, article.language, archive.collections.of_article(id_)))
        found.append(archive.articles.revision(id_).body)
        found += [
            replace(mark, revision="", tag=replace(mark.tag, row=0, id="", colour="", shortcut="", description=""))
            for mark in archive.annotations.of_article(id_)
        ]
        found += sorted(
            (each.id, each.type, each.source.id, each.target.id, each.note)
            for each in archive.relations.of_article(id_)
            if each.source.type is each.target.type is NodeType.ANNOTATION
        )
    return found


def linked(archive: Archive) -> list[object]:
    """The records that annotations are linked to."""
    ids = {mark.record for id_ in archive.articles.ids(archive.articles.rows())
           for mark in archive.annotations.of_article(id_) if mark.record}  # fmt: skip
    return [(id_, record.draft) for id_, record in sorted(archive.records.at(ids).items())]


@pytest.mark.usefixtures("articles")
def test_what_is_kept_comes_back_in_another_archive(
    archive: Archive, format_name: str, file: Path, tmp_path: Path
) -> None:
    report = write(archive, format_name, file)
    with Archive.create(tmp_path / "other", who="Інша") as other:
        taken = run_to_end(take_in(other, format_to_read(format_name), file, TagMapping()))
        assert kept(other) == kept(archive)
        assert linked(other) == linked(archive) != []
        assert not [line for line in taken.lines if line.outcome in (Outcome.LEFT_OUT, Outcome.CONFLICT)]
    assert {loss.what for loss in report.losses if loss.what in list(Aspect)} == {
        Aspect.ORIGINAL, Aspect.PROVENANCE, Aspect.CODEBOOK, Aspect.RECORDS, Aspect.RECORD_RELATIONS, Aspect.HISTORY
    }  # fmt: skip


@pytest.mark.usefixtures("articles")
def test_taking_an_export_back_changes_nothing(archive: Archive, format_name: str, file: Path) -> None:
    write(archive, format_name, file)
    before = kept(archive)
    report = run_to_end(take_in(archive, format_to_read(format_name), file, TagMapping()))
    assert not report.changed
    assert kept(archive) == before


@pytest.mark.usefixtures("articles")
def test_equal_articles_give_equal_bytes(archive: Archive, format_name: str, file: Path, tmp_path: Path) -> None:
    write(archive, format_name, file)
    (tmp_path / "again").mkdir()
    again = tmp_path / "again" / file.name
    write(archive, format_name, again)
    assert bytes_of(again) == bytes_of(file)


def bytes_of(path: Path) -> dict[str, bytes]:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {str(each.relative_to(path)): each.read_bytes() for each in files}


@pytest.mark.usefixtures("articles")
def test_an_export_is_recognised_by_its_own_format_alone(archive: Archive, format_name: str, file: Path) -> None:
    write(archive, format_name, file)
    recognising = [
        name
        for name in ("label-studio", "doccano", "spacy")
        if (recognises := format_to_read(name).recognises) and recognises(file)
    ]
    assert recognising == [format_name]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"plain text", b"[1, 2]", b'{"text": "a"}', b"\xff\xd8\xff", b"PK\x03\x04", b"x\x9c"]
)
def test_what_is_none_of_them_is_not_recognised(content: bytes, tmp_path: Path) -> None:
    for suffix in (".json", ".jsonl", ".spacy", ".zip", ".txt"):
        path = tmp_path / f"file{suffix}"
        path.write_bytes(content)
        for name in ("label-studio", "doccano", "spacy"):
            recognises = format_to_read(name).recognises
            assert recognises is not None
            assert not recognises(path), (name, suffix)
            assert not recognises(tmp_path)


def test_progress_is_told_on_the_way(archive: Archive, add_article: Add, format_name: str, file: Path) -> None:
    for number in range(120):
        add_article(f"Новина {number}")
    write_ = format_to_write(format_name).write
    assert write_ is not None
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    told = list(write_(Contents(archive, Selection(ids)), file))
    assert [progress.done for progress in told if isinstance(progress, Progress)][-2:] == [50, 100]
    assert {progress.total for progress in told} == {120}


# Elsewhere


@pytest.mark.parametrize(
    ("name", "file_name", "reader"),
    [
        ("spacy", "docs.spacy", "spacy_docs"),
        ("spacy", "docs.jsonl", "spacy_docs"),
        ("label-studio", "tasks", "label_studio_tasks"),
    ],
)
def test_others_find_every_annotation_on_its_words(
    sample_with_posts: Archive, tmp_path: Path, name: str, file_name: str, reader: str
) -> None:
    write(sample_with_posts, name, tmp_path / file_name)
    seen = read_elsewhere(reader, tmp_path / file_name)
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


@pytest.mark.usefixtures("articles")
def test_label_studio_finds_every_sort_of_attribute_valid(archive: Archive, tmp_path: Path) -> None:
    write(archive, "label-studio", tmp_path / "tasks")
    seen = read_elsewhere("label_studio_tasks", tmp_path / "tasks")
    assert seen.annotations == marked_here(archive)


def test_what_spacy_writes_is_read_as_spacy_reads_it(tmp_path: Path) -> None:
    for seed in ("1", "2", "3"):
        told = json.loads(run_elsewhere("spacy_writer", tmp_path / f"{seed}.spacy", seed))
        read = format_to_read("spacy").read
        assert read is not None
        items = list(read(tmp_path / f"{seed}.spacy"))
        documents = [item for item in items if isinstance(item, ReadDocument)]
        assert [(document.text, told_spans(document)) for document in documents] == [
            (each["text"], sorted(each["spans"])) for each in told
        ]
        assert [bool(document.problems) for document in documents] == [
            bool(each["cats"] or each["user_data"]) for each in told
        ]
        assert [item.what for item in items if isinstance(item, Problem)] == [
            "what it says of single words is not read: POS"
        ]


def told_spans(document: ReadDocument) -> list[list[object]]:
    names = ("span group", "kb_id", "span id")
    return sorted(
        [mark.start, mark.end, (document.text or "")[mark.start : mark.end], mark.label]
        + [mark.attributes.get(name, "") for name in names]
        for mark in document.annotations
    )


@pytest.mark.timeout(600)
def test_doccano_imports_every_annotation_and_gives_all_of_it_back(sample_with_posts: Archive, tmp_path: Path) -> None:
    write(sample_with_posts, "doccano", tmp_path / "lines.jsonl")
    seen = read_elsewhere("doccano_project", tmp_path / "lines.jsonl", str(tmp_path / "back.jsonl"), readers="doccano")
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()
    report = run_to_end(take_in(sample_with_posts, format_to_read("doccano"), tmp_path / "back.jsonl", TagMapping()))
    assert not report.changed
    assert report.annotations == seen.annotations.total()
