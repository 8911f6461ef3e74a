# SPDX-License-Identifier: GPL-3.0-or-later
"""Real tables and exports of reference managers: each brings articles, or says why not."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, NoTextColumn
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread


def read(path: Path) -> tuple[list[ArticleDraft], list[Unread]]:
    raw = path.read_bytes()
    pieces = reader_for(raw, path).read(raw, path, ImportOptions())
    drafts = [piece for piece in pieces if isinstance(piece, ArticleDraft)]
    return drafts, [piece for piece in pieces if isinstance(piece, Unread)]


@pytest.mark.parametrize("folder", ["csv-jsonl-news", "zotero", "labelstudio-doccano"])
def test_every_file_brings_articles_or_says_why_not(cases: Path, folder: str) -> None:
    for path in sorted((cases / folder).rglob("*")):
        if path.is_dir():
            continue
        try:
            drafts, unread = read(path)
        except ArchivistError:  # which says why
            continue
        assert drafts or unread, path
        assert all(draft.body.strip() for draft in drafts)
        assert all(piece.reason for piece in unread)


def test_tables_of_news_are_understood(cases: Path) -> None:
    folder = cases / "csv-jsonl-news" / "dev"
    drafts, unread = read(folder / "data.csv")
    assert (len(drafts), unread) == (2, [])
    assert [(draft.published, draft.section, draft.language) for draft in drafts] == [
        ("2016-01-02", "Технологии", "ru"),
        ("2016-01-01", "Бизнес", "ru"),
    ]
    drafts, _ = read(folder / "data.jsonl")
    assert [(draft.outlet, draft.published) for draft in drafts] == [
        ("Рамблер/новости", "2020-05-25"),
        ("NEWSru.com", "2020-05-25"),
    ]
    assert all(draft.body.startswith(f"{draft.title}\n\n") for draft in drafts)
    (messages,) = (folder / "telegram-json").glob("*.json")
    drafts, unread = read(messages)
    assert (len(drafts), len(unread)) == (967, 0)
    assert {draft.outlet for draft in drafts} == {"Naked Science"}
    assert (drafts[0].part, drafts[0].published) == ("11877", "2024-12-04")


@pytest.mark.parametrize("name", ["countries.csv", "countries_nonutf.csv"])
def test_tables_of_countries_are_refused(cases: Path, name: str) -> None:
    with pytest.raises(NoTextColumn):
        read(cases / "csv-jsonl-news" / "dev" / name)


def test_texts_with_places_in_them_are_taken_exactly(cases: Path) -> None:
    drafts, unread = read(cases / "unlp2025-spans" / "dev.jsonl")
    assert (len(drafts), len(unread)) == (1500, 0)
    assert {draft.language for draft in drafts} <= {"uk", "ru"}
    assert drafts[0].body[6:36].startswith("Гучна ніч")


def test_thousands_of_messages_are_read(cases: Path, tmp_path: Path) -> None:
    (packed,) = (cases / "bulk-ru-telegram").glob("*.jsonl.gz")
    path = tmp_path / "messages.jsonl"
    lines = gzip.decompress(packed.read_bytes()).splitlines(keepends=True)
    path.write_bytes(b"".join(lines[::7]))
    drafts, unread = read(path)
    assert len(drafts) + len(unread) == len(lines[::7])
    assert len({draft.part for draft in drafts}) == len(drafts)
    assert all(piece.reason == "It has no text." for piece in unread)


def test_bibliographies_are_their_abstracts(cases: Path) -> None:
    drafts, unread = read(cases / "zotero" / "dev" / "bibliontology.rdf")
    assert len(drafts) > 90
    assert len(unread) < 20
    assert drafts[0].byline == "Hehua Zhang, Wenqi Zhao, Jianqiao Gu, Han Liu, Ming Gu"
    assert (drafts[0].outlet, drafts[0].published) == ("Semantic Web Journal (rejected)", "2017-07-26")
    assert all("no text" in " ".join(draft.warnings) for draft in drafts)
