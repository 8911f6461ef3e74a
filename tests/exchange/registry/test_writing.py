# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.errors import DestinationTaken, RecordNotFound
from archivist.exchange import load_registry, write_record, write_registry_csv
from archivist.exchange.tables import unsafe
from archivist.model import ActorType, Alias, Article, ArticleDraft, Kind, RecordDraft, Role
from archivist.store import Archive
from tests.long_work import run_to_end

TEXT = st.text("абвЄ =+-@;|,'\"\\\n\t[{", max_size=12)
LINES = TEXT.map(lambda text: " ".join(text.split()))
NAMES = LINES.filter(bool)
ALIASES = st.lists(st.builds(Alias, NAMES, st.sampled_from(["", "uk", "en"])), max_size=3).map(tuple)
IDS = st.dictionaries(st.sampled_from(["wikidata", "Wikidata", "свій", "a=b"]), NAMES, max_size=2)
ROLES = st.lists(st.builds(Role, NAMES, LINES, st.sampled_from(["", "2019"])), max_size=2).map(tuple)
ACTORS = st.builds(
    RecordDraft,
    *(st.just(Kind.ACTOR), NAMES),
    note=TEXT,
    aliases=ALIASES,
    external_ids=IDS,
    type=st.sampled_from(["", *ActorType]).map(str),
    roles=ROLES,
)
EVENTS = st.builds(
    RecordDraft,
    *(st.just(Kind.EVENT), NAMES),
    aliases=ALIASES,
    external_ids=IDS,
    type=LINES,
    place=LINES,
    date=st.sampled_from(["", "2022-01~", "2022-01-05/2022-01-08", "2022"]),
)
FIGURES = st.builds(RecordDraft, st.just(Kind.FIGURE), NAMES, counted=LINES, of_whom=LINES, unit=LINES, note=TEXT)


def test_records_are_written_so_that_a_spreadsheet_runs_nothing(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    assert run_to_end(write_registry_csv(archive, tmp_path / "out.csv", Kind.ACTOR)) == 2
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert {row["name"] for row in rows} == {"Міністерство", "Ніхто"}
    assert "'-1 рядок" in raw.decode()
    assert "wikidata" in rows[0]
    assert "id:ЄДРПОУ" in rows[0]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTORS | EVENTS | FIGURES, max_size=4), st.booleans())
def test_what_was_written_loads_again_equal(
    tmp_path_factory: pytest.TempPathFactory, drafts: list[RecordDraft], nested: bool
) -> None:
    folder = tmp_path_factory.mktemp("registry")
    with Archive.create(folder / "one") as one, Archive.create(folder / "two") as two:
        taken: set[tuple[str, str]] = set()
        parent = None
        for draft in drafts:
            if taken & set(draft.external_ids.items()):
                continue  # two records with one external id are one when they are loaded
            taken |= set(draft.external_ids.items())
            made = one.records.add(draft)
            if nested and draft.kind is Kind.EVENT:
                one.records.update(made.id, parent=parent)
                parent = made.id
        run_to_end(write_registry_csv(one, folder / "out.csv"))
        if one.records.count():
            report = run_to_end(load_registry(two, folder / "out.csv"))
            assert report.refused == ()
        assert {r.id: r.draft for r in two.records.all()} == {r.id: r.draft for r in one.records.all()}


def test_the_passages_of_a_record_are_a_table(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    killed = archive.records.find("Загиблі")
    assert run_to_end(write_record(archive, killed.id, tmp_path / "out.csv")) == 2
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["quote"], first["value"], first["approximation"], first["as_of"]) == (
        *("18", "18", "about", "2022-01-06"),
    )
    assert (unsafe(first["outlet"]), first["published"], first["tag"]) == ("=Вісник", "2022-01~", "killed")
    assert second["value"] == ""


def test_more_passages_than_fit_on_a_page_are_all_written(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    body = "слово " * 1200
    article = archive.articles.add(ArticleDraft("Слова", body), body.encode(), "text/plain").article
    tag, record = archive.tags.named("ministry").id, archive.records.find("Ніхто").id
    with archive.action("Mark"):
        for number in range(1200):
            archive.annotations.add(article, number * 6, number * 6 + 5, tag, record=record)
    assert run_to_end(write_record(archive, record, tmp_path / "out.csv")) == 1200
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert len({line.split(",")[0] for line in lines}) == 1201


def test_what_is_there_is_not_written_over(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("mine")
    record = archive.records.find("Загиблі").id
    for work in (
        write_registry_csv(archive, tmp_path / "out.csv"),
        write_record(archive, record, tmp_path / "out.csv"),
    ):
        with pytest.raises(DestinationTaken):
            run_to_end(work)
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_giving_up_leaves_nothing_behind(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    work = write_registry_csv(archive, tmp_path / "out.csv")
    next(work)
    work.close()
    assert not (tmp_path / "out.csv").exists()
    archive.tags.add("again", "event")  # the snapshot was given up too


def test_a_record_that_is_not_there_is_told(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound):
        run_to_end(write_record(archive, "2b6f0cc9-0000-4000-8000-000000000001", tmp_path / "out.csv"))
    assert not (tmp_path / "out.csv").exists()
