# SPDX-License-Identifier: GPL-3.0-or-later
"""The index follows the database, and mends itself."""

from __future__ import annotations

import os
import shutil
import stat

import pytest

from archivist.errors import DiskFull, IndexFailed
from archivist.search import Search, check, commit, indexing, rebuild, update, update_in_process
from archivist.search.flat import inverting
from archivist.search.index import Index
from archivist.search.manifest import MANIFEST_NAME, Manifest, read_manifest
from archivist.store import Archive
from tests.long_work import run_to_end


def files_of(index):
    """The files of the index but for the lock, whose content means nothing."""
    return sorted(path for path in index.folder.iterdir() if path.name != "lock")


@pytest.fixture
def built(archive, add_article, index):
    """The index of three articles."""
    for body in ("Повінь у місті\n\nВода йде.", "Страйк водіїв\n\nАвтобуси стоять.", "Новий міст\n\nМіст відкрито."):
        add_article(body, language="uk")
    run_to_end(update(archive))
    return index


# Following


def test_what_is_new_is_found(archive, add_article, find):
    assert find("повінь") == []
    add_article("Повінь у місті", language="uk")
    assert find("повінь") == ["Повінь у місті"]


def test_what_is_deleted_is_not_found_and_what_is_restored_is(archive, add_article, find):
    article = add_article("Повінь у місті", language="uk")
    assert find("повінь") == ["Повінь у місті"]
    archive.articles.delete([article.id])
    assert find("повінь") == []
    archive.history.undo()
    assert find("повінь") == ["Повінь у місті"]


def test_a_new_title_and_a_new_note_are_found_and_the_old_are_not(archive, add_article, find):
    article = add_article("Повінь у місті", title="Перший", language="uk")
    tag = archive.tags.named("strike")
    note = archive.annotations.add(article.id, 0, 6, tag.id, note="перевірити дату")
    assert find("title:перший") == find("note:дата") == ["Перший"]
    archive.articles.update(article.id, title="Другий")
    archive.annotations.update(note.id, note="спитати автора")
    assert find("title:перший") == find("note:дата") == []
    assert find("title:другий") == find("note:автор") == ["Другий"]


def test_an_update_reads_only_what_changed(archive, built, add_article):
    assert run_to_end(update(archive)).articles == 0
    add_article("Ще одна", language="uk")
    done = run_to_end(update(archive))
    assert (done.articles, done.rebuilt, done.busy) == (1, False, False)


def test_progress_is_told(archive, add_article):
    for number in range(3):
        add_article(f"Стаття {number}", language="uk")
    steps = [(step.done, step.total) for step in update(archive)]
    assert steps[0] == (0, 3)
    assert steps[-1] == (3, 3)


def test_an_update_that_is_stopped_keeps_its_commits_and_goes_on(archive, add_article, find, monkeypatch):
    monkeypatch.setattr(indexing, "_AT_ONCE", 1)
    for number in range(5):
        add_article(f"Стаття {number}", language="uk")
    steps = update(archive)
    while next(steps).done < 2:
        pass
    steps.close()
    with Search(archive) as engine:
        results = engine.search("стаття")
    assert (results.total, results.pending) == (2, 3)
    assert sorted(find("стаття")) == [f"Стаття {number}" for number in range(5)]


def test_many_small_updates_leave_few_segments(archive, add_article, find, index):
    for number in range(30):
        add_article(f"Стаття {number}", language="uk")
        run_to_end(update(archive))
    assert len([name for name in read_manifest(index.folder).files if name.endswith(".flat")]) <= 9
    assert len(find("стаття", limit=100)) == 30
    assert run_to_end(check(archive)) == ()


def test_texts_that_do_not_fit_into_one_segment_make_several(archive, add_article, find, index, monkeypatch):
    monkeypatch.setattr(inverting, "_MOST_WORDS", 50)
    monkeypatch.setattr(commit, "_MOST_IN_TIER", 100)
    for number in range(20):
        add_article(f"Стаття {number}\n\n{'слово ' * 10}", language="uk")
    assert len(find("слово", limit=100)) == 20
    assert len([name for name in read_manifest(index.folder).files if name.endswith(".flat")]) > 4
    assert run_to_end(check(archive)) == ()


def test_a_long_import_ends_with_one_segment(archive, add_article, find, index, monkeypatch):
    monkeypatch.setattr(indexing, "_AT_ONCE", 3)
    for number in range(20):
        add_article(f"Стаття {number}", language="uk")
    assert len(find("стаття", limit=100)) == 20
    assert len([name for name in read_manifest(index.folder).files if name.endswith(".flat")]) == 1


def test_an_article_that_changes_while_it_is_read_is_read_again(archive, add_article, find, monkeypatch):
    article = add_article("Повінь у місті", title="Перший", language="uk")
    steps = update(archive)
    next(steps)
    archive.articles.update(article.id, title="Другий")
    run_to_end(steps)
    assert run_to_end(check(archive)) == ()
    assert find("title:перший") == []
    assert find("title:другий") == ["Другий"]
    assert run_to_end(check(archive)) == ()


def test_deleting_everything_leaves_an_empty_index(archive, built, find):
    archive.articles.delete([article.id for article in archive.articles.at_rows(archive.articles.rows())])
    assert find("*") == []
    assert run_to_end(check(archive)) == ()


def test_an_index_of_an_empty_archive_is_whole(archive, index):
    assert run_to_end(update(archive)).rebuilt
    assert index.manifest() is not None
    assert not run_to_end(update(archive)).rebuilt
    assert run_to_end(check(archive)) == ()


# Where it lies


def test_the_index_is_private_and_outside_the_archive(archive, built, tmp_path):
    assert stat.S_IMODE(built.folder.stat().st_mode) == 0o700
    assert not built.folder.is_relative_to(archive.folder)
    assert built.folder.is_relative_to(tmp_path / "home")


def test_no_index_is_made_inside_an_archive(archive):
    with pytest.raises(IndexFailed, match="inside the archive"):
        run_to_end(update(archive, base=archive.folder / "cache"))


def test_an_index_that_came_inside_an_archive_is_not_opened(archive, built):
    inside = archive.folder / "cache"
    shutil.copytree(built.folder, inside / built.folder.name)
    assert Index(archive, inside).manifest() is None
    with Search(archive, base=inside) as engine, pytest.raises(IndexFailed):
        engine.search("повінь")


def test_a_copy_of_an_archive_has_an_index_of_its_own(archive, built, tmp_path):
    shutil.copytree(archive.folder, tmp_path / "copy")
    with Archive.open(tmp_path / "copy", read_only=True) as copy:
        assert Index(copy).folder != built.folder


def test_a_folder_that_cannot_be_made_is_named(archive, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(IndexFailed, match="file"):
        run_to_end(update(archive, base=tmp_path / "file"))


def test_a_full_disk_leaves_the_index_as_it_was(archive, built, add_article, find, monkeypatch):
    add_article("Пожежа на складі", language="uk")
    before = read_manifest(built.folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr(Manifest, "write", full)
        with pytest.raises(DiskFull):
            run_to_end(update(archive))
    assert read_manifest(built.folder) == before
    assert find("пожежа") == ["Пожежа на складі"]


def test_a_process_can_update_by_the_folder_alone(archive, add_article, engine):
    add_article("Повінь у місті", language="uk")
    assert run_to_end(update_in_process(archive.folder)).articles == 1
    assert engine.search("повінь").total == 1


# Mending


def damage_nothing(index):
    pass


def delete_manifest(index):
    (index.folder / MANIFEST_NAME).unlink()


def delete_folder(index):
    shutil.rmtree(index.folder)


def empty_contents(index):
    next(index.folder.glob("*.toc")).write_bytes(b"")


def truncate_segment(index):
    path = next(index.folder.glob("*.flat"))
    path.write_bytes(path.read_bytes()[:-100])


def empty_segment(index):
    next(index.folder.glob("*.flat")).write_bytes(b"")


def delete_segment(index):
    next(index.folder.glob("*.flat")).unlink()


def overwrite_everything(index):
    for path in files_of(index):
        path.write_bytes(b"\x80\x04garbage." * 50)


def replace_by_a_folder(index):
    path = next(index.folder.glob("*.flat"))
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        delete_manifest,
        delete_folder,
        empty_contents,
        truncate_segment,
        empty_segment,
        delete_segment,
        overwrite_everything,
        replace_by_a_folder,
    ],
)
def test_a_damaged_index_is_built_anew(archive, built, find, damage):
    damage(built)
    with Search(archive) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    assert run_to_end(update(archive)).rebuilt
    assert find("місто OR водій OR міст", sort="date") == ["Новий міст", "Страйк водіїв", "Повінь у місті"]
    assert run_to_end(check(archive)) == ()


def test_a_flipped_bit_anywhere_never_gives_a_wrong_answer(archive, built, find):
    expected = find("*")
    for kind in {path.suffix for path in files_of(built)}:
        for part in (0, 1 / 3, 1):
            path = next(path for path in files_of(built) if path.suffix == kind)
            content = bytearray(path.read_bytes())
            content[int(part * (len(content) - 1))] ^= 0x10
            path.write_bytes(content)
            assert find("*") == expected
            assert run_to_end(check(archive)) == ()


def test_damage_that_kept_its_time_is_found_by_the_search_that_meets_it(archive, built, find):
    for path in built.folder.glob("*.flat"):
        times = path.stat()
        path.write_bytes(b"\xff" * times.st_size)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with Search(archive) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    assert run_to_end(update(archive)).rebuilt
    assert find("повінь") == ["Повінь у місті"]


def test_damage_that_kept_its_time_is_mended_by_the_update_that_meets_it(archive, built, add_article, find):
    for path in built.folder.glob("*.flat"):
        times = path.stat()
        path.write_bytes(b"\xff" * times.st_size)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    archive.articles.update(archive.articles.get(add_article("Четверта").id).id, title="П’ята")
    assert run_to_end(update(archive)).rebuilt
    assert find("title:п'ята") == ["П’ята"]


def test_an_index_of_other_software_is_built_anew(archive, built, monkeypatch, find):
    monkeypatch.setattr("archivist.search.manifest.LAYOUT", 0)
    assert built.manifest() is None
    assert run_to_end(update(archive)).rebuilt
    assert find("повінь") == ["Повінь у місті"]


def test_an_index_that_is_ahead_of_the_database_is_built_anew(archive, built, add_article, tmp_path, find):
    backup = tmp_path / "backup.db"
    database = archive.folder / "archive.db"
    archive._connection.sqlite.execute("VACUUM INTO ?", (str(backup),))
    add_article("Зайва стаття")
    assert find("зайва") == ["Зайва стаття"]
    archive.close()
    for leftover in archive.folder.glob("archive.db*"):
        leftover.unlink()
    shutil.copy(backup, database)
    with Archive.open(archive.folder) as restored:
        assert run_to_end(update(restored)).rebuilt
        with Search(restored) as engine:
            assert engine.search("зайва").total == 0
            assert engine.search("повінь").total == 1


def test_an_index_made_of_other_changes_with_the_same_numbers_is_built_anew(archive, built, tmp_path, find):
    manifest = read_manifest(built.folder)
    other = Manifest(
        manifest.software,
        manifest.archive,
        type(manifest.mark)(manifest.mark.seq, "of another history"),
        manifest.generation,
        manifest.files,
    )
    other.write(built.folder)
    assert run_to_end(update(archive)).rebuilt


def test_rebuild_builds_anew_whatever_the_state(archive, built, find):
    before = read_manifest(built.folder)
    assert run_to_end(rebuild(archive)).rebuilt
    assert read_manifest(built.folder).files.keys().isdisjoint(before.files)
    assert find("повінь") == ["Повінь у місті"]


def test_what_a_killed_writer_left_is_cleared_away(archive, built, add_article, find):
    (built.folder / "articles_0123456789abcdef.flat").write_bytes(b"half")
    (built.folder / "_articles_99.toc").write_bytes(b"half")
    (built.folder / "articles.tmp").mkdir()
    add_article("Пожежа", language="uk")
    assert find("пожежа") == ["Пожежа"]
    names = {path.name for path in built.folder.iterdir()}
    assert names == {*read_manifest(built.folder).files, MANIFEST_NAME, "lock"}


def test_a_bug_is_no_damage(archive, built, add_article, monkeypatch):
    add_article("Пожежа", language="uk")

    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commit.Commit, "add", bug)
    with pytest.raises(ZeroDivisionError):
        run_to_end(update(archive))


# Checking


def test_a_whole_index_has_no_findings(archive, built):
    assert run_to_end(check(archive)) == ()


def test_changes_not_read_yet_are_no_findings(archive, built, add_article):
    article = add_article("Пожежа")
    add_article("Інша")
    run_to_end(update(archive))
    archive.articles.update(article.id, title="Пожежа на складі")
    archive.articles.delete([article.id])
    add_article("Третя")
    assert run_to_end(check(archive)) == ()


def test_an_index_that_is_not_built_yet_is_no_finding(archive):
    assert run_to_end(check(archive)) == ()


def test_an_index_of_other_software_is_no_finding(archive, built, monkeypatch):
    monkeypatch.setattr("archivist.search.manifest.LAYOUT", 0)
    assert run_to_end(check(archive)) == ()


def test_a_damaged_manifest_is_a_finding(archive, built):
    (built.folder / MANIFEST_NAME).write_text("{}")
    (finding,) = run_to_end(check(archive))
    assert "reindex" in finding.problem


def test_damage_is_a_finding_and_mended_afterwards(archive, built):
    path = next(built.folder.glob("*.flat"))
    times = path.stat()
    content = path.read_bytes()
    path.write_bytes(content[:50] + bytes([content[50] ^ 1]) + content[51:])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    (finding,) = run_to_end(check(archive))
    assert "reindex" in finding.problem
    assert run_to_end(update(archive)).rebuilt


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda numbers: numbers | {99: 1}, "missing"),
        (lambda numbers: dict(list(numbers.items())[1:]), "not in the archive"),
        (lambda numbers: {row: seq + (seq == 1) for row, seq in numbers.items()}, "older"),
    ],
)
def test_each_difference_is_a_finding(archive, built, monkeypatch, change, problem):
    changed = change(archive.index_queue.numbers())
    monkeypatch.setattr(archive.index_queue, "numbers", lambda: changed)
    findings = run_to_end(check(archive))
    assert len(findings) == 1
    assert problem in findings[0].problem


def test_an_index_that_can_be_used_is_until_the_new_one_is_whole(archive, built):
    with Search(archive) as engine:
        steps = rebuild(archive)
        while next(steps).done < 3:
            assert engine.search("повінь").total == 1
        steps.close()
        assert engine.search("повінь").total == 1
    assert run_to_end(rebuild(archive)).rebuilt
    assert len(list(built.folder.glob("*.flat"))) == 1
