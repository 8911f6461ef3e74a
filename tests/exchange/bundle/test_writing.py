# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
import hashlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archivist.errors import ArchiveDamaged, ArticleNotFound, DestinationTaken, NothingSelected, StorageFailed
from archivist.exchange import export_bundle, import_bundle, tables
from archivist.model import Article, ArticleDraft, ExportReport, Kind, Loss, Node, NodeType, RecordDraft, Status
from archivist.store import Archive
from tests.exchange.conftest import HARD_TEXT
from tests.long_work import run_to_end

Add = Callable[..., Article]


def export(archive: Archive, articles: list[Article], destination: Path) -> ExportReport:
    return run_to_end(export_bundle(archive, [article.id for article in articles], destination))


def annotations_of(bundle: Path) -> list[dict[str, object]]:
    collection = json.loads((bundle / "data" / "annotations.jsonld").read_text(encoding="utf-8"))
    items: list[dict[str, object]] = collection["first"]["items"]
    return items


def lines_of(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_it_says_what_it_wrote(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    report = export(archive, articles, tmp_path / "out")
    assert report == ExportReport(tmp_path / "out", 2, 6, records=5, relations=3)


def test_another_program_finds_the_bag_valid(bundle: Path) -> None:
    subprocess.run([sys.executable, "-m", "bagit", "--validate", bundle], check=True, capture_output=True)


def test_the_annotations_meet_every_must_of_the_recommendation(bundle: Path, cases: Path) -> None:
    checker = cases / "web-annotation" / "w3c_musts.py"
    file = bundle / "data" / "annotations.jsonld"
    subprocess.run([sys.executable, checker, file], check=True, capture_output=True)


def test_each_text_is_exactly_the_body(archive: Archive, articles: list[Article], bundle: Path) -> None:
    files = {path.name: path.read_bytes() for path in (bundle / "data" / "articles").iterdir()}
    assert files == {f"{a.id}.txt": archive.articles.revision(a.id).body.encode() for a in articles}


def test_the_originals_are_named_by_their_hash(articles: list[Article], bundle: Path) -> None:
    files = {path.name: path.read_bytes() for path in (bundle / "data" / "originals").iterdir()}
    assert set(files) == {article.original.sha256 for article in articles if article.original}
    assert all(hashlib.sha256(raw).hexdigest() == name for name, raw in files.items())


def test_every_position_counts_code_points_of_the_text(bundle: Path) -> None:
    for annotation in annotations_of(bundle):
        target = annotation["target"]
        assert isinstance(target, dict)
        position, quote = target["selector"]
        text = bundle / "data" / "articles" / f"{target['source'].removeprefix('urn:uuid:')}.txt"
        assert text.read_text(encoding="utf-8")[position["start"] : position["end"]] == quote["exact"]


def test_every_file_name_is_ascii(bundle: Path) -> None:
    assert all(path.relative_to(bundle).as_posix().isascii() for path in bundle.rglob("*"))


def test_an_article_has_all_that_is_known_of_it(articles: list[Article], bundle: Path) -> None:
    written = {line["id"]: line for line in lines_of(bundle / "data" / "articles.jsonl")}
    hard = next(article for article in articles if article.outlet)
    line = written[hard.id]
    assert [line[name] for name in ("title", "outlet", "published", "collections")] == [
        *("Страйк 👩‍👩‍👧 на заводі", "=Вісник", "2022-01~", ["Страйк"]),
    ]
    assert line["provenance"] == {
        "source": "test.txt",
        "reader": "plain-text",
        "reader_version": "1",
        "encoding": "utf-8",
        "parameters": {},
    }
    assert line["original"] == {
        "sha256": hashlib.sha256(HARD_TEXT.encode()).hexdigest(),
        "media_type": "text/plain",
        "size": len(HARD_TEXT.encode()),
        "part": "",
    }


def test_the_codebook_is_whole(archive: Archive, bundle: Path) -> None:
    codebook = json.loads((bundle / "data" / "codebook.json").read_text(encoding="utf-8"))
    assert [(tag["id"], tag["name"]) for tag in codebook["tags"]] == [(tag.id, tag.name) for tag in archive.tags.all()]


def test_the_history_of_the_articles_is_there(articles: list[Article], bundle: Path) -> None:
    entries = lines_of(bundle / "data" / "history.jsonl")
    assert [entry["what"] for entry in entries].count("annotation") == 10  # made, and four of them linked
    assert {entry["who"] for entry in entries} == {"Olena"}


def test_the_tables_hold_the_same_annotations(bundle: Path) -> None:
    with (bundle / "data" / "tables" / "annotations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [f"urn:uuid:{row['id']}" for row in rows] == [annotation["id"] for annotation in annotations_of(bundle)]
    assert "-2 рядки\nдругий" in [tables.unsafe(row["note"]) for row in rows]


def test_the_tables_are_described(bundle: Path) -> None:
    folder = bundle / "data" / "tables"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for described in package["resources"]:
        with (folder / described["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in described["schema"]["fields"]]
    assert {path.name for path in folder.glob("*.csv")} == {described["path"] for described in package["resources"]}


def test_every_reference_of_a_table_leads_somewhere(bundle: Path) -> None:
    folder = bundle / "data" / "tables"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    rows = {described["name"]: _rows(folder / described["path"]) for described in package["resources"]}
    for described in package["resources"]:
        ids = [row["id"] for row in rows[described["name"]]]
        assert len(set(ids)) == len(ids)
        for key in described["schema"]["foreignKeys"]:
            there = {row["id"] for row in rows[key["reference"]["resource"] or described["name"]]}
            assert {row[key["fields"]] for row in rows[described["name"]]} - {""} <= there


def test_the_tables_hold_the_registry(bundle: Path) -> None:
    tables_ = bundle / "data" / "tables"
    names = {kind: {row["name"] for row in _rows(tables_ / f"{kind}.csv")} for kind in ("actors", "events", "figures")}
    assert names == {
        "actors": {"Міністерство", "Ніхто"},
        "events": {"Страйк", "Хвиля страйків"},
        "figures": {"Загиблі"},
    }
    assert {row["type"] for row in _rows(tables_ / "relations.csv")} == {"counts-for", "participant", "replaces"}
    claim = next(row for row in _rows(tables_ / "claims.csv") if row["event"])
    assert (claim["best"], claim["figure_name"], claim["approximation"]) == ("18", "Загиблі", "about")


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_relations_that_lead_out_are_told_as_a_loss(
    archive: Archive, articles: list[Article], tmp_path: Path, add_article: Add
) -> None:
    hard = next(article for article in articles if article.outlet)
    more = add_article("Ще новина")
    mark = archive.annotations.add_quote(more.id, "новина", archive.tags.named("strike").id)
    strike = archive.records.find("Страйк")
    archive.relations.add("says", Node(NodeType.RECORD, strike.id), Node(NodeType.ANNOTATION, mark.id))
    report = export(archive, [hard], tmp_path / "out")
    assert report.losses == (Loss("relations", 1, "joined something that does not belong to these articles"),)
    assert (report.records, report.relations) == (4, 3)


def test_the_readme_names_every_file(bundle: Path) -> None:
    readme = (bundle / "data" / "README.txt").read_text(encoding="utf-8")
    assert all(path.name in readme for path in (bundle / "data").iterdir() if path.name != "README.txt")


def test_bag_info_says_when_and_by_what(bundle: Path) -> None:
    info = (bundle / "bag-info.txt").read_text()
    assert "Bag-Software-Agent: Archivist " in info
    assert f"Bagging-Date: {datetime.now(UTC).year}-" in info


def test_what_waits_for_review_is_carried_as_such(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    [annotation, *_] = archive.annotations.of_article(next(a.id for a in articles if a.outlet))
    lost = replace(annotation, id="2b6f0cc9-0000-4000-8000-000000000001", quote="немає такого")
    archive.annotations.bring_in(lost)
    export(archive, articles, tmp_path / "out")
    [written] = [a for a in annotations_of(tmp_path / "out") if a["id"] == f"urn:uuid:{lost.id}"]
    assert archive.annotations.get(lost.id).status is Status.REVIEW
    bodies = written["body"]
    assert isinstance(bodies, list)
    assert bodies[-1] == {"type": "TextualBody", "purpose": "assessing", "value": "review"}


def test_articles_of_one_original_share_it(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    first = add_article("Новина")
    added = archive.articles.add(ArticleDraft("Друга", "Друга"), "Новина".encode(), "text/plain", part="2")
    report = export(archive, [first, archive.articles.get(added.article)], tmp_path / "out")
    assert report.articles == 2
    assert len(list((tmp_path / "out" / "data" / "originals").iterdir())) == 1


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path, name: str) -> None:
    for folder, chosen in (("first", articles), ("second", [*articles[::-1], articles[0]])):
        (tmp_path / folder).mkdir()
        export(archive, chosen, tmp_path / folder / name)
    assert _bytes(tmp_path / "first") == _bytes(tmp_path / "second")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_zip_file_holds_the_same_as_a_folder(
    archive: Archive, articles: list[Article], bundle: Path, tmp_path: Path
) -> None:
    export(archive, articles, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        files = {name.removeprefix("bundle/"): packed.read(name) for name in packed.namelist()}
    assert files == _bytes(bundle)


def test_nothing_to_export_is_told(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NothingSelected):
        export(archive, [], tmp_path / "out")


def test_an_unknown_article_leaves_nothing_behind(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    archive.articles.delete([articles[1].id])
    with pytest.raises(ArticleNotFound):
        export(archive, articles, tmp_path / "out")
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]


def test_what_is_there_is_not_written_over(archive: Archive, articles: list[Article], bundle: Path) -> None:
    before = _bytes(bundle)
    with pytest.raises(DestinationTaken):
        export(archive, articles, bundle)
    assert _bytes(bundle) == before


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_original_that_has_changed_stops_it(
    archive: Archive, articles: list[Article], tmp_path: Path, name: str
) -> None:
    assert articles[0].original is not None
    path = archive.originals.path(articles[0].original.sha256)
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(StorageFailed, match="is not the file that it has to be"):
        export(archive, articles, tmp_path / name)
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]


def test_an_original_that_is_gone_stops_it(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    assert articles[0].original is not None
    archive.originals.path(articles[0].original.sha256).unlink()
    with pytest.raises(StorageFailed, match="originals"):
        export(archive, articles, tmp_path / "out")


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_giving_up_leaves_nothing_behind(
    archive: Archive, add_article: Add, articles: list[Article], tmp_path: Path, name: str
) -> None:
    more = [add_article(f"Новина {number}") for number in range(60)]
    work = export_bundle(archive, [article.id for article in (*articles, *more)], tmp_path / name)
    next(work)
    assert [path.name.startswith(f".{name}.") for path in tmp_path.iterdir() if "out" in path.name] == [True]
    work.close()
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]
    archive.tags.add("again", "event")  # the snapshot was given up too


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_disk_that_takes_no_more_leaves_nothing_behind(
    archive: Archive, add_article: Add, tmp_path: Path, name: str
) -> None:
    article = add_article(os.urandom(200_000).hex())
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        with pytest.raises(StorageFailed):
            export(archive, [article], tmp_path / name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]


ENDLESS = """
import sys
from pathlib import Path
from archivist.exchange import export_bundle
from archivist.store import Archive
with Archive.open(Path(sys.argv[1]), read_only=True) as archive:
    ids = archive.articles.ids(archive.articles.rows())
    for number in range(10_000):
        print(number, flush=True)
        for progress in export_bundle(archive, ids, Path(sys.argv[2]) / f"{number}{sys.argv[3]}"):
            pass
"""


@pytest.mark.parametrize("suffix", ["", ".zip"])
def test_a_killed_export_leaves_no_half_of_a_bundle(
    archive: Archive, articles: list[Article], tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-c", ENDLESS, archive.folder, out, suffix]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while process.stdout.readline() != "3\n":
            pass
        process.kill()
    whole = [path for path in out.iterdir() if not path.name.startswith(".")]
    assert len(whole) >= 3
    for number, path in enumerate(whole):
        with Archive.create(tmp_path / f"copy {number}") as copy:
            assert run_to_end(import_bundle(copy, path)).annotations == 6


def test_what_is_written_meanwhile_is_not_in_it(
    archive: Archive, add_article: Add, articles: list[Article], tmp_path: Path
) -> None:
    more = [add_article(f"Новина {number}") for number in range(60)]
    other = archive.connect()
    work = export_bundle(archive, [article.id for article in (*articles, *more)], tmp_path / "out")
    next(work)
    other.annotations.add_quote(more[0].id, "Новина", other.tags.named("strike").id)
    other.close()
    report = run_to_end(work)
    assert (report.annotations, len(annotations_of(tmp_path / "out"))) == (6, 6)


def tamper(archive: Archive, *statements: str) -> None:
    """Change the database as a stranger could, past its triggers, which are there again afterwards."""
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *(sql for _, sql in triggers)):
            db.execute(statement)
        db.commit()


class TestAnArchiveFromAStranger:
    """What is in its database is not trusted."""

    @pytest.mark.parametrize("name", ["out", "out.zip"])
    @pytest.mark.parametrize("id_", ["../../../../planted", "/planted", "2B6F0CC9-0000-4000-8000-000000000001", "x"])
    def test_an_id_that_is_none_is_refused_before_anything_is_written(
        self, archive: Archive, add_article: Add, tmp_path: Path, name: str, id_: str
    ) -> None:
        tamper(archive, f"UPDATE articles SET uuid = '{id_}' WHERE id = {add_article('Новина').row}")
        before = set(_bytes(tmp_path))
        with pytest.raises(ArchiveDamaged, match="is no id of an article"):
            run_to_end(export_bundle(archive, [id_], tmp_path / name))
        assert set(_bytes(tmp_path)) == before

    def test_a_hash_that_is_none_reads_and_writes_nothing(
        self, archive: Archive, add_article: Add, tmp_path: Path
    ) -> None:
        article = add_article("Новина")
        (tmp_path / "letter.txt").write_text("private")
        tamper(archive, "UPDATE originals SET sha256 = '../../letter.txt'")
        before = set(_bytes(tmp_path))
        with pytest.raises(ArchiveDamaged, match="is no SHA-256 of an original"):
            export(archive, [article], tmp_path / "out")
        assert set(_bytes(tmp_path)) == before

    def test_an_article_without_an_original_is_told(self, archive: Archive, add_article: Add, tmp_path: Path) -> None:
        article = add_article("Новина")
        tamper(archive, "UPDATE articles SET original = NULL")
        with pytest.raises(ArchiveDamaged, match=f"the article {article.id} has no original"):
            export(archive, [article], tmp_path / "out")

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            ("UPDATE articles SET published = 'учора'", "its “published”: “учора” is no date"),
            ("UPDATE articles SET imported_at = 'now'", "its “imported_at” is not a date and time"),
            ("UPDATE revisions SET body = 'a' || char(0)", "it is no text with LF line ends"),
            ("UPDATE tags SET colour = 'red'", "its “colour”: “red” is no colour"),
            ("UPDATE records SET parent = id", "“Подія” is a part of itself"),
            ("UPDATE records SET date = 'учора'", "record 1: “учора” is no date"),
            ("UPDATE records SET uuid = '../x'", "record 1: its “id” is not a UUID"),
        ],
    )
    def test_what_no_importer_would_take_is_told_by_its_field(
        self, archive: Archive, add_article: Add, tmp_path: Path, change: str, told: str
    ) -> None:
        article = add_article("Новина")
        archive.records.add(RecordDraft(Kind.EVENT, "Подія"))
        tamper(archive, change)
        with pytest.raises(ArchiveDamaged, match=told):
            export(archive, [article], tmp_path / "out")
        assert not (tmp_path / "out").exists()

    def test_texts_that_no_bundle_can_hold_are_cleaned_and_told(
        self, archive: Archive, add_article: Add, tmp_path: Path
    ) -> None:
        article = add_article("Новина")
        annotation = archive.annotations.add_quote(article.id, "Новина", archive.tags.named("strike").id)
        archive.collections.add("Страйк")
        archive.collections.put_in("Страйк", [article.id])
        tamper(
            archive,
            "UPDATE articles SET byline = 'О.' || char(0) || ' К.', warnings = '[\"a\\ud800b\"]'",
            """UPDATE articles SET parameters = '{"encoding": "x\\udfff"}'""",
            "UPDATE annotations SET note = char(0) || 'так', attributes = '{\"unit\": \"осіб\\u0000\"}'",
            "UPDATE collections SET name = 'Стр' || char(0) || 'айк'",
            "UPDATE tags SET description = 'a' || char(0)",
        )
        report = export(archive, [archive.articles.get(article.id)], tmp_path / "out.zip")
        assert {loss.what: loss.count for loss in report.losses} == {
            "byline of an article": 1,
            "warnings of an article": 1,
            "collections of an article": 1,
            "encoding of parameters of the provenance of an article": 1,
            "note of an annotation": 1,
            "unit of attributes of an annotation": 1,
            "description of tag of an annotation": 1,
            "description of a tag": 3,
            "collection of after of an entry of the history": 1,
        }
        with Archive.create(tmp_path / "copy") as copy:
            run_to_end(import_bundle(copy, tmp_path / "out.zip"))
            taken = copy.articles.get(article.id)
            assert (taken.byline, copy.articles.warnings(taken.id)) == ("О. К.", ("ab",))
            assert (copy.annotations.get(annotation.id).note, copy.collections.of_article(taken.id)) == (
                "так",
                ["Страйк"],
            )

    def test_half_characters_in_the_history_are_cleaned_too(
        self, archive: Archive, add_article: Add, tmp_path: Path
    ) -> None:
        article = add_article("Новина")
        archive.annotations.add_quote(article.id, "Новина", archive.tags.named("strike").id)
        tamper(
            archive,
            """UPDATE changes SET after = replace(after, 'Новина', 'a\\ud800') WHERE table_name = 'annotations'""",
        )
        report = export(archive, [article], tmp_path / "out")
        assert [loss.what for loss in report.losses] == ["quote of after of an entry of the history"]


def test_clean_texts_are_no_loss(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    assert export(archive, articles, tmp_path / "out").losses == ()
