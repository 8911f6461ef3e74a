# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import EmptyFile, InvalidDate, InvalidValue
from archivist.intake import pipeline as module
from archivist.intake import reading
from archivist.intake.pipeline import import_files, import_text
from archivist.intake.plain_text import PLAIN_TEXT
from archivist.intake.reader import ImportOptions
from archivist.intake.rereading import reread
from archivist.model import ArticleDraft, FileReport, ImportStatus, Progress, Unread
from archivist.store import Archive
from tests.intake.made_pages import PARAGRAPHS, page
from tests.long_work import run_to_end

NEWS = f"Прорвало греблю біля Ожвина\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text, a page and a picture."""
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    (folder / "b.html").write_text(page(), encoding="utf-8")
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def run(archive: Archive, paths: Iterable[Path], **options: str) -> tuple[FileReport, ...]:
    return run_to_end(import_files(archive, paths, ImportOptions(**options))).files


def statuses(files: Iterable[FileReport]) -> list[str]:
    return [str(file.status) for file in files]


def test_a_folder_is_imported_past_what_cannot_be(archive: Archive, folder: Path) -> None:
    files = run(archive, [folder])
    assert statuses(files) == ["imported", "imported", "refused"]
    assert "PNG" in files[2].reason
    assert archive.articles.count() == 2
    assert archive.articles.revision(files[0].articles[0]).body == NEWS


def test_the_original_is_kept_byte_by_byte(archive: Archive, folder: Path) -> None:
    raw = ("\ufeff" + NEWS.replace("\n", "\r\n")).encode("utf-16-le")
    (folder / "a.txt").write_bytes(raw)
    article = archive.articles.get(run(archive, [folder / "a.txt"])[0].articles[0])
    assert article.original is not None
    assert archive.originals.read(article.original.sha256) == raw
    assert article.original.media_type == "text/plain"
    assert archive.articles.provenance(article.id).encoding == "utf-16"


def test_the_same_bytes_are_one_article(archive: Archive, folder: Path) -> None:
    (folder / "copy.txt").write_text(NEWS, encoding="utf-8")
    first, copy = run(archive, [folder / "a.txt", folder / "copy.txt"])
    (again,) = run(archive, [folder / "a.txt"])
    assert statuses([first, copy, again]) == ["imported", "duplicate", "duplicate"]
    assert first.articles == copy.articles == again.articles
    assert archive.articles.count() == 1


def test_a_deleted_article_comes_back(archive: Archive, folder: Path) -> None:
    (file,) = run(archive, [folder / "a.txt"])
    archive.articles.delete(file.articles)
    (again,) = run(archive, [folder / "a.txt"])
    assert (again.status, again.articles) == (ImportStatus.IMPORTED, file.articles)
    assert "brought back" in again.reason


def test_what_the_person_says_holds_and_the_file_says_the_rest(archive: Archive, folder: Path) -> None:
    (folder / "dated.txt").write_text(f"Прорвало греблю\n\n9 січня 2022\nДжерело: Хвиля\n\n{PARAGRAPHS[0]}")
    (file,) = run(archive, [folder / "dated.txt"], published="2022-01", language="RU")
    article = archive.articles.get(file.articles[0])
    assert (article.outlet, article.published, article.language) == ("Хвиля", "2022-01", "ru")


def test_articles_go_into_the_collection_duplicates_too(archive: Archive, folder: Path) -> None:
    run(archive, [folder / "a.txt"])
    files = run(archive, [folder / "a.txt", folder / "b.html"], collection="Повінь")
    assert archive.collections.named("Повінь").article_count == 2
    assert all(archive.collections.of_article(file.articles[0]) == ["Повінь"] for file in files)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"published": "учора"}, InvalidDate),
        ({"encoding": "klingon"}, InvalidValue),
        ({"format": "papyrus"}, InvalidValue),
        ({"language": "ukrainian language"}, InvalidValue),
    ],
)
def test_options_that_cannot_be_are_refused_before_anything_is_read(
    archive: Archive, folder: Path, options: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        run(archive, [folder], **options)
    assert archive.articles.count() == 0


def test_a_warning_of_the_reader_is_reported(archive: Archive, folder: Path) -> None:
    (folder / "short.txt").write_bytes("Фото".encode("cp1251"))
    (file,) = run(archive, [folder / "short.txt"])
    assert (file.status, file.encoding) == (ImportStatus.WARNING, "cp1251")
    assert "guessed" in file.reason


def test_bad_files_say_why(archive: Archive, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "blank.html").write_text("<html><body></body></html>")
    names = ("empty.txt", "picture.txt", "blank.html", "none.txt")
    files = run(archive, [folder / name for name in names])
    assert statuses(files) == ["refused"] * 4
    for file, word in zip(files, ("empty", "PNG", "No article text", "could not be read"), strict=True):
        assert word in file.reason


def test_a_file_name_that_is_not_utf_8_is_imported(archive: Archive, folder: Path) -> None:
    path = folder / b"\xd0\xcf\xc7.txt".decode("utf-8", "surrogateescape")
    path.write_text(NEWS, encoding="utf-8")
    missing = folder / b"\xd0.none".decode("utf-8", "surrogateescape")
    files = run(archive, [path, missing])
    assert statuses(files) == ["imported", "refused"]
    assert all(file.reason.encode() is not None for file in files)


def test_one_file_whose_name_is_not_utf_8_can_be_undone_by_name(archive: Archive, folder: Path) -> None:
    path = folder / "\udcff.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert statuses(run(archive, [path], outlet="\udcff")) == ["imported"]
    assert archive.history.undo().name == "Import \ufffd.txt"


@pytest.mark.parametrize("wrong", [r"\ud800", r"\u0000", r"\u001b[2J", r"\r\n"])
def test_metadata_that_no_text_may_hold_is_cleaned(archive: Archive, folder: Path, wrong: str) -> None:
    data = (
        f'{{"@type": "NewsArticle", "headline": "Прорвало{wrong} греблю", "author": {{"name": "Олена{wrong} Рись"}}}}'
    )
    (folder / "b.html").write_text(page(head=f'<script type="application/ld+json">{data}</script>'), encoding="utf-8")
    files = run(archive, [folder / "b.html", folder / "a.txt"])
    assert statuses(files) == ["imported", "imported"]
    article = archive.articles.get(files[0].articles[0])
    assert article.byline.startswith("Олена")
    assert article.byline.endswith("Рись")
    assert (article.title + article.byline).isprintable()


def test_a_draft_is_cleaned_whatever_a_reader_makes(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[object]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        fields = ("title", "outlet", "byline", "section", "url", "captured")
        wrong = dict.fromkeys(fields, " a\ud800\x00\n\x1b b\u2028")
        return [replace(draft, **wrong, body="a\ud800\r\nb", warnings=("look\ud800",))]

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    article = archive.articles.get(file.articles[0])
    texts = (article.title, article.outlet, article.byline, article.section, article.url, article.captured)
    assert set(texts) == {"a b"}
    assert archive.articles.revision(article.id).body == "a\nb"
    assert file.reason == "look"


def test_a_reader_that_breaks_refuses_one_file(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(raw: bytes, *_rest: object) -> list[object]:
        raise ZeroDivisionError("length of the list")

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    assert file.status is ImportStatus.REFUSED
    assert "ZeroDivisionError" in file.reason


def test_a_draft_that_cannot_be_stored_refuses_one_file(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[object]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        return [draft, replace(draft, published="учора")] if path.name == "bad.txt" else [draft]

    (folder / "bad.txt").write_text(NEWS + "кінець", encoding="utf-8")
    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    files = run(archive, [folder / "bad.txt", folder / "a.txt"])
    assert statuses(files) == ["refused", "imported"]
    assert archive.articles.count() == 1


@pytest.mark.parametrize("parameters", [{"agency": "\ud800"}, {"agency": object()}])
def test_what_the_store_cannot_take_refuses_one_file(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch, parameters: dict[str, object]
) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[object]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        wrong = replace(draft.provenance, parameters=parameters)
        return [replace(draft, provenance=wrong) if path.name == "bad.txt" else draft]

    (folder / "bad.txt").write_text(NEWS + "кінець", encoding="utf-8")
    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    assert statuses(run(archive, [folder / "a.txt", folder / "bad.txt"])) == ["imported", "refused"]
    assert archive.articles.count() == 1


def test_a_text_that_was_read_in_another_encoding_is_told_of(archive: Archive, folder: Path) -> None:
    (folder / "a.txt").write_bytes(NEWS.encode("koi8_u"))
    (first,) = run(archive, [folder / "a.txt"], encoding="cp1251")
    (plain,) = run(archive, [folder / "a.txt"])
    (same,) = run(archive, [folder / "a.txt"], encoding="windows-1251")
    (other,) = run(archive, [folder / "a.txt"], encoding="koi8-u")
    assert statuses([first, plain, same, other]) == ["imported", "duplicate", "duplicate", "duplicate"]
    assert (other.articles, other.encoding) == (first.articles, "cp1251")
    assert ["read as text in cp1251" in file.reason for file in (plain, same, other)] == [False, False, True]
    assert f"archivist reread {other.articles[0][:8]} --encoding koi8-u" in other.reason
    run_to_end(reread(archive, other.articles, "koi8-u"))  # as it is told
    assert archive.articles.revision(other.articles[0]).body == NEWS


def test_the_way_that_is_told_to_read_a_text_anew_works(archive: Archive, folder: Path) -> None:
    raw = NEWS.encode("koi8_u")
    (folder / "a.txt").write_bytes(raw)
    run(archive, [folder / "a.txt"], encoding="cp1251")
    (folder / "copy.txt").write_bytes(raw + b"\n")
    (file,) = run(archive, [folder / "copy.txt"], encoding="koi8-u")
    assert archive.articles.revision(file.articles[0]).body == NEWS + "\n"


def test_a_deleted_article_that_comes_back_as_it_was_read_is_told_of(archive: Archive, folder: Path) -> None:
    (first,) = run(archive, [folder / "b.html"])
    archive.articles.delete(first.articles)
    (again,) = run(archive, [folder / "b.html"], format="text")
    assert (again.status, again.articles) == (ImportStatus.WARNING, first.articles)
    assert "read as html" in again.reason
    assert "import the copy" in again.reason


def test_several_articles_of_one_file_are_told_apart(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[object]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        return [draft, replace(draft, title="Друга")]

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    (again,) = run(archive, [folder / "a.txt"])
    assert len(file.articles) == 2
    assert (again.status, again.articles) == (ImportStatus.DUPLICATE, file.articles)


def test_progress_counts_to_the_end(archive: Archive, folder: Path) -> None:
    steps = list(import_files(archive, [folder]))
    assert steps[0] == Progress(0, 3, "a.txt")
    assert steps[-1] == Progress(3, 3, "")


def test_stopping_leaves_what_is_done_and_no_open_transaction(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 1)
    steps = import_files(archive, [folder])
    next(steps)
    next(steps)
    steps.close()
    assert archive.articles.count() == 1
    archive.tags.add("flood", "event")


def test_what_was_written_before_an_error_is_reported(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 1)
    reports: list[FileReport] = []
    steps = import_files(archive, [folder], reports=reports)
    next(steps)
    next(steps)
    with pytest.raises(KeyboardInterrupt):
        steps.throw(KeyboardInterrupt())
    assert [file.path.name for file in reports] == ["a.txt"]


def test_an_import_in_batches_is_one_step_of_the_history(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 1)
    run(archive, [folder])
    assert archive.articles.count() == 2
    step = archive.history.undo()
    assert step.name == "Import 3 files"
    assert archive.articles.count() == 0


def test_pasted_text_is_an_article_as_it_is(archive: Archive) -> None:
    file = import_text(archive, NEWS, ImportOptions(outlet="Вісник"))
    article = archive.articles.get(file.articles[0])
    assert archive.articles.revision(article.id).body == NEWS
    assert (article.title, article.outlet) == ("Прорвало греблю біля Ожвина", "Вісник")
    assert archive.articles.provenance(article.id).source == "pasted"
    assert import_text(archive, NEWS).status is ImportStatus.DUPLICATE


def test_pasted_markup_keeps_paragraphs_and_all_that_was_copied(archive: Archive) -> None:
    markup = f"<html><body><!--StartFragment--><h1>Прорвало греблю</h1><p>{PARAGRAPHS[0]}</p><ul><li>раз<li>два</ul>"
    file = import_text(archive, "Прорвало греблю ...", html=markup)
    assert archive.articles.revision(file.articles[0]).body == f"Прорвало греблю\n\n{PARAGRAPHS[0]}\n\n- раз\n- два"


def test_pasting_nothing_is_refused(archive: Archive) -> None:
    with pytest.raises(EmptyFile):
        import_text(archive, " \n")


def test_pasted_markup_without_words_falls_back_to_the_text(archive: Archive) -> None:
    file = import_text(archive, NEWS, html="<meta charset='utf-8'>")
    assert archive.articles.revision(file.articles[0]).body == NEWS


def test_pieces_that_were_not_read_are_told_of(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("Перша\n\nТекст першої статті.", encoding="utf-8")

    def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        return [draft, Unread("page 2", "It is empty."), Unread("page 3", "It is a picture.")]

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    assert file.status is ImportStatus.WARNING
    assert file.unread == (Unread("page 2", "It is empty."), Unread("page 3", "It is a picture."))
    assert "page 3: It is a picture." in file.reason
    assert "published" in file.missing


def test_an_article_out_of_a_container_says_whose_reader_has_to_read_it_again(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, name="box"))
    (file,) = run(archive, [folder / "a.txt"])
    provenance = archive.articles.provenance(file.articles[0])
    assert (provenance.reader, provenance.parameters) == ("text", {"container": "box"})


def test_a_file_none_of_whose_pieces_was_read_is_refused(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Перша", encoding="utf-8")
    read = lambda *_arguments: [Unread("page 1", "It is empty.")]  # noqa: E731
    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    assert file.status is ImportStatus.REFUSED
    assert "page 1: It is empty." in file.reason


def test_articles_of_another_file_than_the_imported_one_keep_that(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Перелік", encoding="utf-8")

    def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
        (draft,) = PLAIN_TEXT.read(raw, path, options)
        return [replace(draft, original=b"attached", media_type="application/pdf")]

    monkeypatch.setattr(reading, "reader_for", lambda *_arguments: replace(PLAIN_TEXT, read=read))
    (file,) = run(archive, [folder / "a.txt"])
    original = archive.articles.get(file.articles[0]).original
    assert original is not None
    assert original.media_type == "application/pdf"
    assert archive.originals.read(original.sha256) == b"attached"
