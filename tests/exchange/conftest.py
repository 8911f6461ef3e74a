# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive with hard texts and records, and its bundle."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archivist.exchange import export_bundle
from archivist.model import Alias, Annotation, Article, Kind, Node, NodeType, RecordDraft, Role
from archivist.store import Archive
from tests.exchange.with_posts import make_sample_with_posts
from tests.long_work import run_to_end

# Emoji with joiners, a combining accent, right-to-left, a no-break space, a formula.
HARD_TEXT = "Страйк 👩‍👩‍👧 на заводі\nЗагинуло 18 людей, ще 18 поранено.\nКа́ва, مرحبا بك, 2\u00a0500 грн\n=SUM(A1)"

Add = Callable[..., Article]


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> list[Article]:
    """Two articles, sorted by id; the first is marked in every way that there is."""
    added = [
        add_article(HARD_TEXT, outlet="=Вісник", published="2022-01~", language="uk", byline="О. К."),
        add_article("Друга новина", warnings=("дата непевна",)),
    ]
    first, second = sorted(added, key=lambda article: article.id)
    hard = next(article.id for article in added if article.title.startswith("Страйк"))
    tags = {tag.name: tag.id for tag in archive.tags.all()}
    figure = {"value": 18, "approximation": "about", "counted": "людей", "as_of": "2022-01-06", "sources": ["а", "б"]}
    archive.annotations.add_quote(hard, "18", tags["killed"], note="-2 рядки\nдругий", attributes=figure)
    archive.annotations.add_quote(hard, "18", tags["killed"], occurrence=2)
    archive.annotations.add_quote(hard, "18 людей, ще 18", tags["ministry"])
    archive.annotations.add_quote(hard, "👩‍👩‍👧", tags["ministry"])
    archive.annotations.add_quote(hard, "مرحبا", tags["strike"])
    archive.annotations.add_quote(hard, "2\u00a0500", tags["killed"], attributes={"low": 2000.5, "high": 2500})
    archive.collections.add("Страйк")
    archive.collections.put_in("Страйк", [hard])
    add_records(archive, archive.annotations.of_article(hard))
    return [archive.articles.get(id_) for id_ in (first.id, second.id)]


def add_records(archive: Archive, annotations: list[Annotation]) -> None:
    """Five records, to three of which annotations are linked, and three relations."""
    records = archive.records
    wave = records.add(RecordDraft(Kind.EVENT, "Хвиля страйків", date="2022-01/2022-02", type="=протест"))
    strike = records.add(RecordDraft(Kind.EVENT, "Страйк", date="2022-01-05~", place="Київ", parent=wave.id))
    ministry = records.add(
        RecordDraft(
            Kind.ACTOR,
            "Міністерство",
            note="-1 рядок\nдругий",
            aliases=(Alias("Ministry", "en"), Alias("وزارة")),
            type="state body",
            roles=(Role("головний", "=Уряд", "2020", "2022-01~"),),
            external_ids={"wikidata": "Q42", "ЄДРПОУ": "00012345"},
        )
    )
    killed = records.add(RecordDraft(Kind.FIGURE, "Загиблі", counted="загиблі", of_whom="люди", unit="осіб"))
    records.add(RecordDraft(Kind.ACTOR, "Ніхто", type="person"))
    first, second = (mark for mark in annotations if mark.quote == "18")
    for mark in annotations:
        if mark.quote == "18":
            records.link([mark.id], killed.id)
    records.link([next(mark.id for mark in annotations if mark.quote == "مرحبا")], strike.id)
    records.link([next(mark.id for mark in annotations if mark.quote == "18 людей, ще 18")], ministry.id)
    archive.relations.add("counts-for", Node(NodeType.ANNOTATION, first.id), Node(NodeType.RECORD, strike.id))
    archive.relations.add("participant", Node(NodeType.RECORD, strike.id), Node(NodeType.RECORD, ministry.id), "=так")
    archive.relations.add("replaces", Node(NodeType.ANNOTATION, second.id), Node(NodeType.ANNOTATION, first.id))


@pytest.fixture
def bundle(archive: Archive, articles: list[Article], tmp_path: Path) -> Path:
    """Both articles as a bundle in a folder."""
    run_to_end(export_bundle(archive, [article.id for article in articles], tmp_path / "bundle"))
    return tmp_path / "bundle"


@pytest.fixture(scope="session")
def _sample_with_posts(cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with-posts") / "archive"
    make_sample_with_posts(folder, cases / "unlp2025-spans" / "dev.jsonl")
    return folder


@pytest.fixture
def sample_with_posts(_sample_with_posts: Path, tmp_path: Path) -> Iterator[Archive]:
    """The sample archive with 1,500 posts full of emoji, and 2,000 and more spans in them."""
    shutil.copytree(_sample_with_posts, tmp_path / "with-posts")
    with Archive.open(tmp_path / "with-posts") as archive:
        yield archive
