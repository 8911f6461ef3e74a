# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from archivist.intake import registry
from archivist.intake.correcting import correct
from archivist.intake.pipeline import import_files, import_text
from archivist.intake.reader import ImportOptions, Reader
from archivist.intake.rereading import DETECT, reread
from archivist.intake.tables.profile import TableProfile
from archivist.model import ArticleDraft, Provenance, RereadReport, RereadStatus, Status
from archivist.store import Archive
from tests.long_work import run_to_end

LINES = "Перша новина про повінь\nДруга новина про міст\n"


class LineReader:
    """A reader whose next version reads otherwise: each line of a file is an article."""

    def __init__(self) -> None:
        self.version = "1"
        self.meanwhile: Callable[[], None] = lambda: None  # done once, while a file is read

    def read(self, raw: bytes, _path: Path, _options: ImportOptions) -> list[ArticleDraft]:
        happens, self.meanwhile = self.meanwhile, lambda: None
        happens()
        if self.version == "broken":
            raise ZeroDivisionError("a bug of a parser")
        lines = raw.decode().split("\n")[:-1]
        if self.version == "2":
            lines = [f"Заголовок. {line}" for line in lines]
        if self.version == "3":
            lines = lines[:1]
        return [
            ArticleDraft(line, line, provenance=Provenance("a.lines", "lines", self.version, None), part=str(number))
            for number, line in enumerate(lines, 1)
        ]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> LineReader:
    reader = LineReader()
    sniff = lambda _raw, path: path.suffix == ".lines"  # noqa: E731
    known = Reader("lines", "Lines", (".lines",), "text/plain", sniff, reader.read, isolated=False)
    formats = (known, *registry.formats())
    monkeypatch.setattr(registry, "formats", lambda: formats)
    return reader


def imported(archive: Archive, folder: Path, name: str, raw: bytes) -> list[str]:
    path = folder / name
    path.write_bytes(raw)
    (report,) = run_to_end(import_files(archive, [path])).files
    path.unlink()  # the original in the archive is enough
    return list(report.articles)


def again(archive: Archive, articles: list[str], encoding: str | None = None) -> list[RereadReport]:
    return run_to_end(reread(archive, articles, encoding))


def test_what_reads_as_it_did_stays_as_it_is(archive: Archive, tmp_path: Path) -> None:
    articles = imported(archive, tmp_path, "a.txt", "Повінь\n\nЗагинуло 18 людей".encode("cp1251"))
    head = archive.events.head()
    (report,) = again(archive, articles)
    assert (report.status, report.revision) == (RereadStatus.UNCHANGED, archive.articles.get(articles[0]).revision)
    assert archive.events.head() == head


def test_a_newer_reader_makes_new_revisions_of_each_part_and_keeps_the_old(
    archive: Archive, tmp_path: Path, lines: LineReader
) -> None:
    articles = imported(archive, tmp_path, "a.lines", LINES.encode())
    mark = archive.annotations.add_quote(articles[1], "міст", archive.tags.named("strike").id)
    lines.version = "2"
    reports = again(archive, articles)
    assert [report.status for report in reports] == [RereadStatus.REVISED] * 2
    assert [report.moved for report in reports] == [0, 1]
    assert archive.articles.revision(articles[1]).body == "Заголовок. Друга новина про міст"
    assert [one.reader_version for one in archive.events.revisions(articles[1])] == ["1", "2"]
    assert archive.annotations.get(mark.id).status is Status.ANCHORED
    archive.history.undo()  # all of it is one step
    assert archive.articles.revision(articles[0]).body == "Перша новина про повінь"
    assert archive.articles.revision(articles[1]).body == "Друга новина про міст"


def test_a_part_that_is_no_longer_read_keeps_its_text(archive: Archive, tmp_path: Path, lines: LineReader) -> None:
    articles = imported(archive, tmp_path, "a.lines", LINES.encode())
    lines.version = "3"
    first, second = again(archive, articles)
    assert first.status is RereadStatus.UNCHANGED
    assert (second.status, archive.articles.revision(articles[1]).body) == (
        *(RereadStatus.REFUSED, "Друга новина про міст"),
    )  # fmt: skip
    assert "read as 1 articles" in second.reason


def test_a_reader_that_fails_is_told_of_and_the_others_go_on(
    archive: Archive, tmp_path: Path, lines: LineReader
) -> None:
    broken = imported(archive, tmp_path, "a.lines", b"One line of news\n")
    sound = imported(archive, tmp_path, "b.txt", "Загинуло 18 людей".encode())
    lines.version = "broken"
    first, second = again(archive, broken + sound)
    assert (first.status, second.status) == (RereadStatus.REFUSED, RereadStatus.UNCHANGED)
    assert "a bug of a parser" in first.reason


def test_a_correction_that_comes_while_an_original_is_read_stays(
    archive: Archive, tmp_path: Path, lines: LineReader
) -> None:
    articles = imported(archive, tmp_path, "a.lines", LINES.encode())
    corrected = tmp_path / "corrected.txt"
    corrected.write_text("Перша новина про велику повінь", encoding="utf-8")

    def correct_it() -> None:
        other = archive.connect()
        correct(other, articles[0], corrected)
        other.close()

    lines.version, lines.meanwhile = "2", correct_it
    first, second = again(archive, articles)
    assert (first.status, second.status) == (RereadStatus.UNCHANGED, RereadStatus.REVISED)
    assert "meanwhile" in first.reason
    assert archive.articles.revision(articles[0]).body == "Перша новина про велику повінь"


def test_a_lost_original_is_told_of(archive: Archive, tmp_path: Path) -> None:
    articles = imported(archive, tmp_path, "a.txt", "Загинуло 18 людей".encode())
    original = archive.articles.get(articles[0]).original
    assert original is not None
    archive.originals.path(original.sha256).unlink()
    (report,) = again(archive, articles)
    assert (report.status, original.sha256 in report.reason) == (RereadStatus.REFUSED, True)


def test_an_encoding_that_was_named_is_kept_unless_it_is_to_be_detected(archive: Archive, tmp_path: Path) -> None:
    raw = "Загинуло 18 людей, повідомило міністерство внутрішніх справ".encode("cp1251")
    (tmp_path / "a.txt").write_bytes(raw)
    (report,) = run_to_end(import_files(archive, [tmp_path / "a.txt"], ImportOptions(encoding="koi8-u"))).files
    assert again(archive, list(report.articles))[0].status is RereadStatus.UNCHANGED
    assert again(archive, list(report.articles), DETECT)[0].status is RereadStatus.REVISED
    assert archive.articles.revision(report.articles[0]).body.startswith("Загинуло 18")
    assert archive.articles.provenance(report.articles[0]).encoding == "cp1251"


def test_pasted_text_is_read_as_it_was_pasted(archive: Archive) -> None:
    plain = import_text(archive, "Загинуло 18 людей")
    page = import_text(archive, "", html="<p>Загинуло 18 людей</p><p>Понад 400 не знайдено</p>")
    reports = again(archive, [*plain.articles, *page.articles])
    assert [report.status for report in reports] == [RereadStatus.UNCHANGED] * 2


def test_a_text_that_a_person_corrected_is_left_alone(archive: Archive, tmp_path: Path) -> None:
    articles = imported(archive, tmp_path, "a.txt", "Загинуло 18 людей".encode())
    corrected = tmp_path / "fixed.txt"
    corrected.write_text("Загинуло 19 людей", encoding="utf-16")
    assert correct(archive, articles[0], corrected).changed
    revision = archive.events.revisions(articles[0])[-1]
    assert (revision.reader, revision.encoding, revision.parameters) == (
        "correction",
        "utf-16",
        {"file": str(corrected)},
    )
    (report,) = again(archive, articles)
    assert (report.status, report.queued) == (RereadStatus.UNCHANGED, 0)
    assert "corrected by hand" in report.reason
    assert archive.articles.revision(articles[0]).body == "Загинуло 19 людей"


def test_a_text_that_came_with_annotations_is_left_alone(archive: Archive) -> None:
    made = Provenance("corpus", "brat", "1", None, {"document": "one.txt"})
    draft = ArticleDraft("Новина", "Загинуло 18 людей", provenance=made)
    added = archive.articles.add(draft, b"T1\tNUM 9 11\t18\n", "text/plain", part="one.txt")
    (report,) = again(archive, [added.article])
    assert report.status is RereadStatus.UNCHANGED
    assert "came with annotations" in report.reason
    assert archive.articles.revision(added.article).body == "Загинуло 18 людей"


def test_a_source_that_leads_elsewhere_is_not_looked_at(archive: Archive, tmp_path: Path) -> None:
    seen: list[Path] = []

    def read(raw: bytes, path: Path, _options: ImportOptions) -> list[ArticleDraft]:
        seen.append(path)
        return [ArticleDraft("", raw.decode())]

    draft = ArticleDraft("Новина", "Новина", provenance=Provenance("../../etc/secret.spy", "spy", "1", None))
    id_ = archive.articles.add(draft, "Новина".encode(), "text/plain").article
    spy = replace(registry.reader_named("text"), name="spy", extensions=(".spy",), read=read)
    with pytest.MonkeyPatch.context() as patch:
        known = (spy, *registry.formats())
        patch.setattr(registry, "formats", lambda: known)
        again(archive, [id_])
    (path,) = seen
    assert path.name == "secret.spy"
    assert archive.folder in path.parents
    assert not path.exists()


def test_a_piece_of_a_container_is_read_again_through_it(archive: Archive, tmp_path: Path) -> None:
    packed = tmp_path / "packed.zip"
    with ZipFile(packed, "w") as file:
        file.writestr("a.txt", "Повінь в Ожвині\n\nЗагинуло 18 людей")
        file.writestr("b.txt", "Міст через Вирву\n\nЙого відбудують")
    articles = imported(archive, tmp_path, "c.zip", packed.read_bytes())
    assert [report.status for report in again(archive, articles)] == [RereadStatus.UNCHANGED] * 2


def test_a_table_is_read_again_by_the_columns_that_it_was_read_by(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(
        "a,b,c\nПовінь,Загинуло вісімнадцять людей у повені,Міст через річку Вирву зруйнувала повінь цієї ночі\n",
        encoding="utf-8",
    )
    profile = TableProfile("mine", {"title": "a", "body": "b"})
    (report,) = run_to_end(import_files(archive, [path], ImportOptions(profile=profile))).files
    path.unlink()
    assert "Загинуло" in archive.articles.revision(report.articles[0]).body
    assert [one.status for one in again(archive, list(report.articles))] == [RereadStatus.UNCHANGED]
