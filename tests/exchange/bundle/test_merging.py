# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.errors import ArchivistError, BundleRefused, BundleTooNew, BundleUnsafe, FileUnreadable, StepUndone
from archivist.exchange import MergeReport, Outcome, export_bundle, import_bundle
from archivist.model import (
    Annotation,
    Article,
    ArticleDraft,
    ImportStatus,
    Kind,
    Progress,
    Provenance,
    RecordDraft,
)
from archivist.store import Archive
from archivist.text import canonical, whole_graphemes
from tests.exchange.sealing import change_json, change_line, seal, zipped
from tests.long_work import run_to_end

TABLES = (
    *("articles", "revisions", "originals", "annotations", "tags", "collections", "memberships", "actions"),
    *("records", "aliases", "relations"),
)


def bring(archive: Archive, path: Path) -> MergeReport:
    return run_to_end(import_bundle(archive, path))


def export(archive: Archive, destination: Path) -> Path:
    ids = archive.articles.ids(archive.articles.rows())
    return run_to_end(export_bundle(archive, ids, destination)).path


def contents(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that matter."""
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def files(folder: Path) -> dict[str, bytes]:
    """The files below data/ but for the history and what happened, which are each archive's own."""
    found = {path.relative_to(folder).as_posix(): path for path in (folder / "data").rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if path.name not in ("history.jsonl", "premis.xml")}


def annotations(archive: Archive, articles: list[Article]) -> list[Annotation]:
    return [annotation for article in articles for annotation in archive.annotations.of_article(article.id)]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    """Another, empty archive."""
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        yield other


class TestRoundTrip:
    """Nothing is lost and nothing doubled."""

    @pytest.mark.parametrize("name", ["again", "again.zip"])
    def test_an_empty_archive_becomes_the_same(
        self, archive: Archive, bundle: Path, other: Archive, tmp_path: Path, name: str
    ) -> None:
        source = export(archive, tmp_path / f"first{Path(name).suffix}")
        bring(other, source)
        again = export(other, tmp_path / name)
        if name.endswith(".zip"):
            with zipfile.ZipFile(again) as packed:
                packed.extractall(tmp_path / "unpacked")
            again = tmp_path / "unpacked" / "bundle"
        assert files(again) == files(bundle)

    def test_articles_and_annotations_are_equal_ids_included(
        self, archive: Archive, articles: list[Article], bundle: Path, other: Archive
    ) -> None:
        bring(other, bundle)
        for article in articles:
            copy = other.articles.get(article.id)
            assert (copy.revision, copy.imported_at) == (article.revision, article.imported_at)
            assert other.articles.provenance(article.id) == archive.articles.provenance(article.id)
            assert other.articles.warnings(article.id) == archive.articles.warnings(article.id)
            assert other.collections.of_article(article.id) == archive.collections.of_article(article.id)
            assert article.original is not None
            sha256 = article.original.sha256
            assert other.originals.read(sha256) == archive.originals.read(sha256)
        assert [_without_rows(a) for a in annotations(other, articles)] == [
            _without_rows(a) for a in annotations(archive, articles)
        ]

    def test_it_says_what_came(self, articles: list[Article], bundle: Path, other: Archive) -> None:
        report = bring(other, bundle)
        assert report.counts == {
            ("tag", Outcome.NEW): 3,
            ("article", Outcome.NEW): 2,
            ("annotation", Outcome.NEW): 6,
            ("record", Outcome.NEW): 5,
            ("relation", Outcome.NEW): 3,
        }
        file = report.as_file_report()
        assert (file.status, file.articles, file.annotations) == (
            ImportStatus.IMPORTED,
            tuple(article.id for article in articles),
            6,
        )
        assert file.reason == ("articles: 2 new; annotations: 6 new; tags: 3 new; records: 5 new; relations: 3 new")

    def test_the_second_time_changes_nothing(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        before = contents(other)
        report = bring(other, bundle)
        assert contents(other) == before
        assert report.as_file_report().status is ImportStatus.DUPLICATE
        assert {outcome for _, outcome in report.counts} == {Outcome.UNCHANGED}

    def test_the_archive_that_it_came_from_is_not_changed(self, archive: Archive, bundle: Path) -> None:
        before = contents(archive)
        assert not bring(archive, bundle).changed
        assert contents(archive) == before

    def test_it_is_one_step_of_the_history(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        assert other.history.undo().name == "Import bundle bundle"
        assert (other.articles.count(), other.annotations.count(), other.tags.all()) == (0, 0, [])
        assert other.history.next_undo() is None

    def test_many_batches_are_one_step_too(
        self, archive: Archive, add_article: Callable[..., Article], other: Archive, tmp_path: Path
    ) -> None:
        tag = archive.tags.named("strike").id
        for number in range(120):
            article = add_article(f"Новина {number}")
            archive.annotations.add_quote(article.id, "Новина", tag)
        bring(other, export(archive, tmp_path / "many.zip"))
        assert (other.articles.count(), other.annotations.count()) == (120, 120)
        other.history.undo()
        assert (other.articles.count(), other.annotations.count()) == (0, 0)

    def test_what_was_undone_comes_back(self, bundle: Path, other: Archive, tmp_path: Path) -> None:
        bring(other, bundle)
        other.history.undo()
        report = bring(other, bundle)
        assert report.counts["article", Outcome.RESTORED] == 2
        assert files(export(other, tmp_path / "again")) == files(bundle)

    def test_what_was_deleted_comes_back(
        self, articles: list[Article], bundle: Path, other: Archive, tmp_path: Path
    ) -> None:
        bring(other, bundle)
        other.annotations.delete(annotations(other, articles)[0].id)
        other.articles.delete([articles[1].id])
        other.tags.delete(other.tags.named("ministry").id)
        bring(other, bundle)
        assert files(export(other, tmp_path / "again")) == files(bundle)

    def test_the_texts_are_queued_for_the_index(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        assert len(other.index_queue.entries(0, 10)) == 2

    def test_the_archive_verifies_afterwards(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        assert run_to_end(other.verify()) == ()


def _without_rows(annotation: Annotation) -> dict[str, object]:
    fields: dict[str, object] = {name: getattr(annotation, name) for name in Annotation.__slots__ if name != "tag"}
    return fields | {"tag": (annotation.tag.id, annotation.tag.name)}


# Emoji with joiners, flags, combining marks, Hebrew and Arabic, odd spaces, what looks like other formats.
CHARACTERS = "абвЄї' \n\t\u00a0\u0301\u200d👩👧🇺🇦אב\u202eمر=+-@\",\\{}<>&\u2028\ufeffa\x1b"
HARD = st.text(CHARACTERS, min_size=1, max_size=60).map(lambda text: canonical(text, compose=False))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=HARD.filter(bool),
    spans=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20), HARD), max_size=6),
    attributes=st.dictionaries(st.sampled_from(["unit", "source", "à"]), HARD, max_size=2),
)
def test_hard_texts_survive_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory,
    body: str,
    spans: list[tuple[int, int, str]],
    attributes: dict[str, str],
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with Archive.create(folder / "one") as one, Archive.create(folder / "two") as two:
        tag = one.tags.add("strike", "event").id
        provenance = Provenance("x", "plain-text", "1", None, {"note": body})
        draft = ArticleDraft(body, body, outlet=body, provenance=provenance, warnings=(body,))
        article = one.articles.add(draft, body.encode(), "text/plain").article
        for start, length, note in spans:
            first = min(start, len(body) - 1)
            span = whole_graphemes(body, first, min(first + length, len(body)))
            one.annotations.add(article, *span, tag, note=note, attributes=attributes)
        bring(two, export(one, folder / "out.zip"))
        assert two.articles.revision(article).body == body
        copies = two.annotations.of_article(article)
        assert [_without_rows(a) for a in copies] == [_without_rows(a) for a in one.annotations.of_article(article)]
        assert files(export(two, folder / "b")) == files(export(one, folder / "a"))


class TestBadBundles:
    """Each is refused with a sentence, and the archive is as it was."""

    @pytest.fixture(autouse=True)
    def _unchanged(self, other: Archive) -> Iterator[None]:
        before = contents(other)
        yield
        assert contents(other) == before
        assert list(other.originals.folder.rglob("*")) == []

    @staticmethod
    def refusal(other: Archive, path: Path) -> ArchivistError:
        with pytest.raises((BundleRefused, BundleTooNew, BundleUnsafe, FileUnreadable)) as raised:
            bring(other, path)
        assert str(path) in str(raised.value)
        return raised.value

    def test_nothing_is_there(self, other: Archive, tmp_path: Path) -> None:
        assert isinstance(self.refusal(other, tmp_path / "nowhere"), FileUnreadable)

    def test_a_text_file(self, other: Archive, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Новина")
        assert "no zip file" in str(self.refusal(other, tmp_path / "a.txt"))

    def test_a_changed_text(self, other: Archive, bundle: Path, articles: list[Article]) -> None:
        path = bundle / "data" / "articles" / f"{articles[0].id}.txt"
        path.write_bytes(path.read_bytes()[:-1] + b"!")
        assert f"{articles[0].id}.txt” has been changed" in str(self.refusal(other, bundle))

    def test_a_missing_manifest(self, other: Archive, bundle: Path) -> None:
        for manifest in bundle.glob("*manifest-*"):
            manifest.unlink()
        assert "it has no manifest" in str(self.refusal(other, bundle))

    def test_a_missing_file(self, other: Archive, bundle: Path) -> None:
        (bundle / "data" / "codebook.json").unlink()
        assert "“data/codebook.json” is missing" in str(self.refusal(other, bundle))

    def test_a_further_file(self, other: Archive, bundle: Path) -> None:
        (bundle / "data" / "more.txt").write_text("x")
        assert "“data/more.txt” is not listed" in str(self.refusal(other, bundle))

    def test_a_path_that_leads_out(self, other: Archive, bundle: Path) -> None:
        with (bundle / "manifest-sha256.txt").open("a") as file:
            file.write("0" * 64 + "  data/../../letter.txt\n")
        assert isinstance(self.refusal(other, bundle), BundleUnsafe)

    @pytest.mark.parametrize("name", ["../letter.txt", "/letter.txt", "bundle\\..\\..\\x", "C:\\x"])
    def test_a_zip_file_that_leads_out(self, other: Archive, bundle: Path, tmp_path: Path, name: str) -> None:
        file = zipped(bundle, tmp_path / "b.zip")
        with zipfile.ZipFile(file, "a") as packed:
            packed.writestr(name, "x")
        assert isinstance(self.refusal(other, file), BundleUnsafe)

    def test_a_link(self, other: Archive, bundle: Path, tmp_path: Path, articles: list[Article]) -> None:
        path = bundle / "data" / "articles" / f"{articles[0].id}.txt"
        path.rename(tmp_path / "letter.txt")
        path.symlink_to(tmp_path / "letter.txt")
        assert isinstance(self.refusal(other, bundle), BundleUnsafe)

    def test_a_zip_bomb(self, other: Archive, bundle: Path, tmp_path: Path) -> None:
        (bundle / "data" / "zeros").write_bytes(bytes(20 << 20))
        assert "zip bomb" in str(self.refusal(other, zipped(seal(bundle), tmp_path / "b.zip")))

    @pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
    def test_a_truncated_zip_file(self, other: Archive, bundle: Path, tmp_path: Path, share: float) -> None:
        file = zipped(bundle, tmp_path / "b.zip")
        raw = file.read_bytes()
        file.write_bytes(raw[: int(len(raw) * share)])
        assert "only a part of one" in str(self.refusal(other, file))

    def test_a_bag_of_something_else(self, other: Archive, bundle: Path) -> None:
        (bundle / "data" / "bundle.json").unlink()
        assert "a bag of something else" in str(self.refusal(other, seal(bundle)))

    def test_another_format(self, other: Archive, bundle: Path) -> None:
        change_json(bundle / "data" / "bundle.json", lambda value: value.update(format="photographs"))
        assert "it is another format" in str(self.refusal(other, seal(bundle)))

    def test_a_newer_bundle(self, other: Archive, bundle: Path) -> None:
        change_json(bundle / "data" / "bundle.json", lambda value: value.update(version=99))
        refusal = self.refusal(other, seal(bundle))
        assert isinstance(refusal, BundleTooNew)
        assert (refusal.found, "Update Archivist" in str(refusal)) == (99, True)

    @pytest.mark.parametrize(
        "name", ["bundle.json", "codebook.json", "articles.jsonl", "annotations.jsonld", "records.json"]
    )
    @pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff", b"null", b'{"a": "\\ud800"}', b"[" * 50_000])
    def test_a_document_that_is_none(self, other: Archive, bundle: Path, name: str, raw: bytes) -> None:
        (bundle / "data" / name).write_bytes(raw)
        assert name in str(self.refusal(other, seal(bundle)))

    @pytest.mark.parametrize("name", ["codebook.json", "articles.jsonl", "annotations.jsonld", "records.json"])
    def test_a_document_that_is_missing(self, other: Archive, bundle: Path, name: str) -> None:
        (bundle / "data" / name).unlink()
        assert f"“data/{name}” is missing" in str(self.refusal(other, seal(bundle)))

    def test_an_unknown_kind_of_tag(self, other: Archive, bundle: Path) -> None:
        change_json(bundle / "data" / "codebook.json", lambda value: value["tags"][0].update(kind="animal"))
        assert "“animal” is no kind of tag" in str(self.refusal(other, seal(bundle)))

    def test_an_annotation_with_an_unknown_tag(self, other: Archive, bundle: Path) -> None:
        change_json(bundle / "data" / "codebook.json", lambda value: value["tags"].pop())
        assert "has a tag that is not there" in str(self.refusal(other, seal(bundle)))

    def test_an_annotation_of_an_unknown_article(self, other: Archive, bundle: Path) -> None:
        file = bundle / "data" / "articles.jsonl"
        file.write_text("")
        assert "marks an article that is not there" in str(self.refusal(other, seal(bundle)))

    def test_an_annotation_that_is_there_twice(self, other: Archive, bundle: Path) -> None:
        change_json(
            bundle / "data" / "annotations.jsonld",
            lambda value: value["first"]["items"].append(value["first"]["items"][0]),
        )
        assert "is there twice" in str(self.refusal(other, seal(bundle)))

    def test_an_article_that_is_there_twice(self, other: Archive, bundle: Path) -> None:
        file = bundle / "data" / "articles.jsonl"
        file.write_text(file.read_text(encoding="utf-8") * 2, encoding="utf-8")
        assert "is there twice" in str(self.refusal(other, seal(bundle)))

    def test_an_attribute_that_is_impossible(self, other: Archive, bundle: Path) -> None:
        impossible = {"type": "TextualBody", "purpose": "describing", "value": '{"value": "many"}'}
        change_json(
            bundle / "data" / "annotations.jsonld",
            lambda value: value["first"]["items"][0]["body"].append(impossible),
        )
        assert "“many” is not a possible value" in str(self.refusal(other, seal(bundle)))

    @pytest.mark.parametrize(
        ("damage", "told"),
        [
            (lambda line: line.pop("title"), "it has no “title”"),
            (lambda line: line.update(published="учора"), "“учора” is no date"),
            (lambda line: line.update(id="../../etc"), "its “id” is not a UUID"),
            (lambda line: line["original"].update(sha256="../x"), "its “sha256” is not a SHA-256"),
            (lambda line: line["original"].update(sha256="0" * 64), "“data/originals/000000"),
            (lambda line: line["original"].update(size=1), "is not the file that it has to be"),
            (lambda line: line["revision"].update(sha256="0" * 64), "is not that of its revision"),
            (lambda line: line.update(collections=["a\nb"]), "is no name"),
            (lambda line: line.update(imported_at="now"), "its “imported_at” is not a date and time"),
            (lambda line: line.update(id="2b6f0cc9-0000-4000-8000-000000000001"), "000000000001.txt” is missing"),
        ],
    )
    def test_an_article_that_is_wrong(
        self, other: Archive, bundle: Path, damage: Callable[[object], object], told: str
    ) -> None:
        change_line(bundle / "data" / "articles.jsonl", damage)
        assert told in str(self.refusal(other, seal(bundle)))

    @pytest.mark.parametrize("text", [b"a\r\nb", b"\xef\xbb\xbfa", b"a\0b", b"\xff"])
    def test_a_text_that_is_not_canonical(
        self, other: Archive, bundle: Path, articles: list[Article], text: bytes
    ) -> None:
        (bundle / "data" / "articles" / f"{articles[0].id}.txt").write_bytes(text)
        assert f"{articles[0].id}.txt”:" in str(self.refusal(other, seal(bundle)))

    @pytest.mark.parametrize(
        ("damage", "told"),
        [
            (lambda value: value["records"][0].update(kind="animal"), "“animal” is no kind of record"),
            (lambda value: value["records"].append(value["records"][0]), "is there twice"),
            (lambda value: _named(value, "Страйк").update(date="2022-02-30"), "“2022-02-30” is no date"),
            (lambda value: _named(value, "Страйк").update(parent=NOWHERE), "the parent of “Страйк” is no event"),
            (
                lambda value: _named(value, "Хвиля страйків").update(parent=_named(value, "Страйк")["id"]),
                "is a part of itself",
            ),
            (lambda value: value["records"].remove(_named(value, "Загиблі")), "linked to a record that is not there"),
            (lambda value: value["relations"][0]["target"].update(id=NOWHERE), "which is not there"),
            (lambda value: value["relations"][0].update(id="x"), "its “id” is not a UUID"),
            (lambda value: value["relations"].append(value["relations"][0]), "is there twice"),
        ],
    )
    def test_a_registry_that_is_wrong(
        self, other: Archive, bundle: Path, damage: Callable[[object], object], told: str
    ) -> None:
        change_json(bundle / "data" / "records.json", damage)
        assert told in str(self.refusal(other, seal(bundle)))

    def test_a_link_to_a_record_of_another_kind(self, other: Archive, bundle: Path) -> None:
        change_json(
            bundle / "data" / "records.json",
            lambda value: _named(value, "Загиблі").update(kind="actor", counted="", of_whom="", unit=""),
        )
        assert "is linked to a record of another kind" in str(self.refusal(other, seal(bundle)))

    def test_an_original_under_a_false_name(self, other: Archive, bundle: Path, articles: list[Article]) -> None:
        assert articles[0].original is not None
        path = bundle / "data" / "originals" / articles[0].original.sha256
        path.write_bytes(b"x" * path.stat().st_size)
        assert "is not the file that it has to be" in str(self.refusal(other, seal(bundle)))


NOWHERE = "2b6f0cc9-0000-4000-8000-000000000001"


def _named(registry: object, name: str) -> Any:
    assert isinstance(registry, dict)
    return next(record for record in registry["records"] if record["name"] == name)


class TestRecords:
    """What annotations speak of comes with them."""

    def test_records_links_and_relations_are_equal_ids_included(
        self, archive: Archive, articles: list[Article], bundle: Path, other: Archive
    ) -> None:
        bring(other, bundle)
        ours, theirs = (
            {record.id: replace(record, row=0) for record in each.records.all()} for each in (archive, other)
        )
        assert theirs == ours
        links = [[mark.record for mark in annotations(each, articles)] for each in (archive, other)]
        assert links[0] == links[1]
        assert sum(record is not None for record in links[0]) == 4
        relations = [sorted(each.relations.all(), key=lambda relation: relation.id) for each in (archive, other)]
        assert relations[0] == relations[1]

    def test_a_bundle_that_is_older_than_records_comes_in(self, bundle: Path, other: Archive) -> None:
        change_json(bundle / "data" / "bundle.json", lambda value: value.update(version=1))
        (bundle / "data" / "records.json").unlink()
        report = bring(other, seal(bundle))
        assert (report.counts["annotation", Outcome.NEW], other.records.count()) == (6, 0)

    def test_an_older_bundle_takes_no_links_away(self, archive: Archive, bundle: Path) -> None:
        before = contents(archive)
        change_json(bundle / "data" / "bundle.json", lambda value: value.update(version=1))
        (bundle / "data" / "records.json").unlink()
        assert not bring(archive, seal(bundle)).changed
        assert contents(archive) == before

    def test_annotations_that_are_here_already_are_linked(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        other.records.delete(other.records.find("Загиблі").id)
        report = bring(other, bundle)
        assert report.counts["record", Outcome.RESTORED] == 1
        assert report.counts["annotation", Outcome.COMPLETED] == 2
        assert other.records.count_passages(other.records.find("Загиблі").id) == 2

    def test_what_was_merged_here_stays_merged(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        survivor = other.records.add(RecordDraft(Kind.ACTOR, "МВС"))
        other.records.merge(survivor.id, [other.records.find("Міністерство").id])
        before = contents(other)
        report = bring(other, bundle)
        assert contents(other) == before
        assert (report.counts["record", Outcome.MAPPED], report.conflicts) == (1, ())

    def test_words_whose_tag_is_of_another_kind_here_are_not_linked(self, bundle: Path, other: Archive) -> None:
        bring(other, bundle)
        other.tags.update(other.tags.named("killed").id, kind="actor")
        report = bring(other, bundle)
        assert "is not linked, as “Загиблі” is of kind figure here" in report.as_file_report().reason
        assert other.records.count_passages(other.records.find("Загиблі").id) == 0

    def test_a_part_of_an_archive_carries_what_belongs_to_it(
        self, archive: Archive, articles: list[Article], other: Archive, tmp_path: Path
    ) -> None:
        hard = next(article.id for article in articles if article.outlet)
        run_to_end(export_bundle(archive, [hard], tmp_path / "part"))
        bring(other, tmp_path / "part")
        names = {record.name for record in other.records.all()}
        assert names == {"Хвиля страйків", "Страйк", "Міністерство", "Загиблі"}  # nobody speaks of “Ніхто”
        assert files(export(other, tmp_path / "again")) == files(tmp_path / "part")

    def test_many_records_are_one_step_too(self, archive: Archive, other: Archive, tmp_path: Path) -> None:
        archive.articles.add(ArticleDraft("Новина", "Новина"), b"x", "text/plain")
        with archive.action("Add"):
            parents = [archive.records.add(RecordDraft(Kind.EVENT, "0")).id]
            for number in range(1, 250):
                draft = RecordDraft(Kind.EVENT, str(number), parent=parents[number // 2])
                parents.append(archive.records.add(draft).id)
        bring(other, export(archive, tmp_path / "many"))
        assert other.records.count() == 250
        other.history.undo()
        assert other.records.count() == 0


def test_a_bundle_laid_out_by_another_program_is_read(bundle: Path, other: Archive) -> None:
    for name in ("codebook.json", "annotations.jsonld", "records.json"):
        path = bundle / "data" / name
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=4), encoding="utf-8")
    assert bring(other, seal(bundle)).counts["annotation", Outcome.NEW] == 6


def test_further_files_of_a_later_version_are_passed_over(bundle: Path, other: Archive) -> None:
    (bundle / "data" / "places.json").write_text("{}")
    assert bring(other, seal(bundle)).counts["annotation", Outcome.NEW] == 6


def test_stopping_leaves_whole_batches_and_importing_again_does_the_rest(
    archive: Archive, add_article: Callable[..., Article], other: Archive, tmp_path: Path
) -> None:
    for number in range(120):
        add_article(f"Новина {number}")
    bundle = export(archive, tmp_path / "many")
    work = import_bundle(other, bundle)
    while next(work).what != "import":
        pass
    work.close()
    assert 0 < other.articles.count() < 120
    assert bring(other, bundle).counts["article", Outcome.UNCHANGED] > 0
    assert other.articles.count() == 120


def test_a_read_only_archive_is_told(bundle: Path, other: Archive) -> None:
    other.close()
    with Archive.open(other.folder, read_only=True) as reading, pytest.raises(ArchivistError):
        bring(reading, bundle)


class TestSomebodyWorksMeanwhile:
    """Between two batches the archive belongs to the person."""

    @pytest.fixture
    def half_way(
        self, archive: Archive, add_article: Callable[..., Article], other: Archive, tmp_path: Path
    ) -> Generator[Progress, None, MergeReport]:
        """An import of 120 articles, marked once each, that has done the first batch of annotations."""
        tag = archive.tags.named("strike").id
        for number in range(120):
            archive.annotations.add_quote(add_article(f"Новина {number}").id, "Новина", tag)
        work = import_bundle(other, export(archive, tmp_path / "many"))
        while other.annotations.count() == 0:
            next(work)
        assert other.annotations.count() < 120
        return work

    def test_a_tag_that_is_deleted_comes_back(
        self, other: Archive, half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        done = other.tags.delete(other.tags.named("strike").id)
        report = run_to_end(half_way)
        assert {annotation.tag.id for annotation in _all_annotations(other)} == {other.tags.named("strike").id}
        assert other.annotations.count() == 120 - done
        assert report.counts["tag", Outcome.RESTORED] == 1
        assert "tag “strike” was deleted during the import, and came back" in report.as_file_report().reason
        assert run_to_end(other.verify()) == ()

    def test_an_article_that_is_deleted_comes_back(
        self, other: Archive, half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        gone = next(article for article in map(other.articles.get, _ids(other)) if article.annotation_count == 0)
        other.articles.delete([gone.id])
        report = run_to_end(half_way)
        assert (other.articles.count(), other.annotations.count()) == (120, 120)
        assert report.counts["article", Outcome.RESTORED] == 1

    def test_a_record_that_is_deleted_comes_back(self, bundle: Path, other: Archive) -> None:
        work = import_bundle(other, bundle)
        while other.records.count() == 0:
            next(work)
        for record in other.records.all():
            other.records.delete(record.id)
        report = run_to_end(work)
        assert other.records.count() == 4  # all that anything speaks of
        assert report.counts["record", Outcome.RESTORED] == 4
        assert "record “Страйк” was deleted during the import, and came back" in report.as_file_report().reason
        assert len(other.relations.all()) == 3
        assert other.records.find("Страйк").draft.parent == other.records.find("Хвиля страйків").id

    def test_undoing_the_import_ends_it(self, other: Archive, half_way: Generator[Progress, None, MergeReport]) -> None:
        other.history.undo()
        with pytest.raises(StepUndone, match="Import bundle many"):
            run_to_end(half_way)
        assert (other.articles.count(), other.annotations.count()) == (0, 0)

    def test_it_has_changed_something_though_its_last_batches_have_not(
        self, other: Archive, tmp_path: Path, half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        run_to_end(half_way)
        other.articles.delete([min(_ids(other))])
        work = import_bundle(other, tmp_path / "many")
        while not other.history.next_undo() or other.articles.count() < 120:
            next(work)
        other.collections.add("Страйк")
        assert run_to_end(work).changed


def _ids(archive: Archive) -> list[str]:
    return archive.articles.ids(archive.articles.rows())


def _all_annotations(archive: Archive) -> list[Annotation]:
    return [annotation for id_ in _ids(archive) for annotation in archive.annotations.of_article(id_)]
