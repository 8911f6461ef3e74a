# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from archivist.errors import AmbiguousReference, ArchiveDamaged, ArticleNotFound, DiskFull, InvalidDate, InvalidValue
from archivist.model import Article, ArticleDraft, Provenance
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]


def test_an_article_is_kept_with_its_original_and_how_it_was_read(archive: Archive) -> None:
    provenance = Provenance("/saved/flood.txt", "plain-text", "1", "cp1251", {"guessed": True})
    draft = ArticleDraft(
        "Повінь", "Повінь\n\nВода йде.", outlet="Вісник", published="2024-03-05", provenance=provenance
    )
    added = archive.articles.add(draft, "Повінь\r\n".encode("cp1251"), "text/plain")
    article = archive.articles.get(added.article)
    assert (article.title, article.outlet, article.published) == ("Повінь", "Вісник", "2024-03-05")
    assert archive.articles.revision(article.id).body == "Повінь\n\nВода йде."
    assert article.original is not None
    assert archive.originals.read(article.original.sha256) == "Повінь\r\n".encode("cp1251")
    assert archive.articles.provenance(article.id) == provenance


def test_the_same_bytes_are_one_article(archive: Archive) -> None:
    first = archive.articles.add(ArticleDraft("A", "A"), b"same", "text/plain")
    second = archive.articles.add(ArticleDraft("B", "B"), b"same", "text/plain")
    assert (first.duplicate, second.duplicate) == (False, True)
    assert second.article == first.article
    assert archive.articles.count() == 1


def test_two_parts_of_one_original_are_two_articles(archive: Archive) -> None:
    archive.articles.add(ArticleDraft("A", "A"), b"both", "application/mbox", part="1")
    archive.articles.add(ArticleDraft("B", "B"), b"both", "application/mbox", part="2")
    assert archive.articles.count() == 2


def test_importing_a_deleted_article_again_brings_it_back_with_its_annotations(
    archive: Archive, add_article: Add
) -> None:
    article = add_article("Троє загинуло.")
    archive.annotations.add_quote(article.id, "Троє", archive.tags.named("killed").id)
    archive.articles.delete([article.id])
    assert archive.articles.is_deleted(article.id)
    added = archive.articles.add(ArticleDraft("x", "x"), "Троє загинуло.".encode(), "text/plain")
    assert (added.article, added.restored) == (article.id, True)
    assert len(archive.annotations.of_article(article.id)) == 1


def test_a_deleted_article_is_in_no_answer(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.articles.delete([article.id])
    assert list(archive.articles.rows()) == []
    assert archive.articles.at_rows([article.row]) == []
    with pytest.raises(ArticleNotFound):
        archive.articles.get(article.id)
    with pytest.raises(ArticleNotFound):
        archive.articles.revision(article.id)


def test_an_article_is_found_by_the_beginning_of_its_id(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    assert archive.articles.find(article.id[:8].upper()).id == article.id


@pytest.mark.parametrize("reference", ["", "abc", "zzzzzzzz", "*", "????"])
def test_an_unknown_reference_is_refused(archive: Archive, add_article: Add, reference: str) -> None:
    add_article("Новина")
    with pytest.raises(ArticleNotFound):
        archive.articles.find(reference)


def test_a_reference_that_fits_several_articles_is_refused(archive: Archive) -> None:
    for number in range(2):
        archive.articles.add(ArticleDraft("A", "A"), bytes([number]), "text/plain", id_=f"aaaa-{number}")
    with pytest.raises(AmbiguousReference) as caught:
        archive.articles.find("aaaa")
    assert caught.value.count == 2


def test_articles_are_listed_newest_first_by_what_their_dates_may_mean(archive: Archive, add_article: Add) -> None:
    for published in ("2024-03", "2024-03-05", "2023", ""):
        add_article(f"Новина {published}", published=published)
    listed = archive.articles.at_rows(archive.articles.rows("published"))
    assert [article.published for article in listed] == ["2024-03-05", "2024-03", "2023", ""]


def test_titles_are_sorted_by_the_ukrainian_alphabet(archive: Archive, add_article: Add) -> None:
    for title in ("Їжак", "Ґава", "«Гусь»", "єнот", "Дім"):
        add_article(title)
    listed = archive.articles.at_rows(archive.articles.rows("title", descending=False))
    assert [article.title for article in listed] == ["«Гусь»", "Ґава", "Дім", "єнот", "Їжак"]


def test_metadata_can_be_changed_and_the_order_follows(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина", published="2024")
    changed = archive.articles.update(article.id, title="Ще новина", published="2022-01")
    assert (changed.title, changed.published) == ("Ще новина", "2022-01")
    archive.history.undo()
    assert archive.articles.get(article.id) == article


def test_an_impossible_date_changes_nothing(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина", published="2024")
    with pytest.raises(InvalidDate):
        archive.articles.update(article.id, published="учора")
    with pytest.raises(InvalidDate):
        add_article("Друга", published="учора")
    assert archive.articles.get(article.id) == article
    assert archive.articles.count() == 1


def test_the_text_is_no_metadata(archive: Archive, add_article: Add) -> None:
    with pytest.raises(InvalidValue):
        archive.articles.update(add_article("Новина").id, body="інше")


def test_a_revision_is_identified_by_its_text(archive: Archive, add_article: Add) -> None:
    revision = archive.articles.revision(add_article("Новина 😀").id)
    assert revision.sha256 == hashlib.sha256("Новина 😀".encode()).hexdigest()
    assert revision.number == 1


def test_rows_are_turned_into_ids_in_their_order(archive: Archive, add_article: Add) -> None:
    first, second, gone = add_article("A"), add_article("B"), add_article("C")
    archive.articles.delete([gone.id])
    assert archive.articles.ids([second.row, gone.row, first.row]) == [second.id, first.id]


def test_the_part_tells_articles_of_one_original_apart(archive: Archive) -> None:
    first = archive.articles.add(ArticleDraft("A", "A"), b"both", "text/plain", part="1")
    second = archive.articles.add(ArticleDraft("B", "B"), b"both", "text/plain", part="2")
    assert [archive.articles.part(added.article) for added in (first, second)] == ["1", "2"]


def test_a_revision_is_known_by_its_id(archive: Archive, add_article: Add) -> None:
    assert archive.articles.is_revision(add_article("Новина").revision)
    assert not archive.articles.is_revision("2b6f0cc9-0000-4000-8000-000000000001")


def test_an_article_is_known_by_its_id_though_it_was_deleted(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.articles.delete([article.id])
    assert archive.articles.is_known(article.id)
    assert not archive.articles.is_known("2b6f0cc9-0000-4000-8000-000000000001")


def test_an_original_goes_when_its_article_is_not_kept(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError), archive.action("Import"):  # noqa: PT012 - both belong to the failing step
        archive.articles.add(ArticleDraft("A", "A"), b"never kept", "text/plain")
        raise ZeroDivisionError
    assert [path for path in archive.originals.folder.rglob("*") if path.is_file()] == []


def test_a_full_disk_leaves_the_archive_as_it_was(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    database = archive._connection.sqlite
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then says what it says of a full disk
    with pytest.raises(DiskFull):
        add_article("Довга новина " * 2000)
    database.execute("PRAGMA max_page_count = 1000000")
    assert [found.id for found in archive.articles.at_rows(archive.articles.rows())] == [article.id]
    assert len([path for path in archive.originals.folder.rglob("*") if path.is_file()]) == 1
    add_article("Довга новина " * 2000)


def test_a_restored_article_leaves_the_annotations_of_a_deleted_tag(archive: Archive, add_article: Add) -> None:
    article = add_article("Троє загинуло.")
    killed = archive.tags.named("killed")
    archive.annotations.add_quote(article.id, "Троє", killed.id)
    kept = archive.annotations.add_quote(article.id, "загинуло", archive.tags.named("strike").id)
    archive.articles.delete([article.id])
    archive.tags.delete(killed.id)
    archive.articles.restore(article.id)
    assert archive.annotations.of_article(article.id) == [kept]
    assert run_to_end(archive.verify()) == ()


def test_a_restored_article_leaves_what_was_deleted_before(archive: Archive, add_article: Add) -> None:
    article = add_article("Троє загинуло.")
    archive.annotations.delete(archive.annotations.add_quote(article.id, "Троє", archive.tags.named("killed").id).id)
    archive.articles.delete([article.id])
    archive.articles.restore(article.id)
    assert archive.annotations.of_article(article.id) == []


def test_what_one_undo_deleted_comes_back_together(archive: Archive) -> None:
    with archive.action("Import bundle"):
        added = archive.articles.add(ArticleDraft("A", "слово " * 300), b"A", "text/plain")
        for number in range(200):
            archive.annotations.add(added.article, number * 6, number * 6 + 5, archive.tags.named("killed").id)
    archive.history.undo()
    archive.articles.restore(added.article)
    assert len(archive.annotations.of_article(added.article)) == 200


def test_metadata_is_one_line_without_control_characters(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина", title="a\x00b\x1b[31m\n c", byline="x\ud800y")
    assert (article.title, article.byline) == ("ab [31m c", "xy")


def test_a_lost_original_comes_back_when_its_bytes_do(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    assert article.original is not None
    archive.originals.path(article.original.sha256).unlink()
    assert archive.articles.add(ArticleDraft("x", "x"), "Новина".encode(), "text/plain").duplicate
    assert run_to_end(archive.verify()) == ()


def test_a_file_of_the_same_size_is_not_taken_for_the_original(archive: Archive) -> None:
    path = archive.originals.path(hashlib.sha256(b"right").hexdigest())
    path.parent.mkdir(parents=True)
    path.write_bytes(b"wrong")
    archive.articles.add(ArticleDraft("A", "A"), b"right", "text/plain")
    assert path.read_bytes() == b"right"
    assert path.stat().st_mode & 0o222 == 0


def test_an_original_is_named_by_its_hash_and_nothing_else(archive: Archive) -> None:
    with pytest.raises(ArchiveDamaged):
        archive.originals.read("../../../etc/passwd")


def test_an_original_that_was_committed_stays_whatever_comes_after(archive: Archive) -> None:
    def interrupted() -> None:
        with archive._connection._transaction(durable=True):
            raise KeyboardInterrupt

    archive.articles.add(ArticleDraft("A", "A"), b"kept", "text/plain")
    (path,) = (path for path in archive.originals.folder.rglob("*") if path.is_file())
    archive._connection.belongs_to_transaction(path)  # as if the interrupt had come while COMMIT returned
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.is_file()


def test_where_an_article_came_from_is_kept_to_the_letter(archive: Archive) -> None:
    source = "/saved/two  spaces/Ки\u0438\u0306.txt"  # й in two characters, as some systems name files
    added = archive.articles.add(
        ArticleDraft("A", "A", provenance=Provenance(source, "text", "1", None)), b"A", "text/plain"
    )
    assert archive.articles.provenance(added.article).source == source
