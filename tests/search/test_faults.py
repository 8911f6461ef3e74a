# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever becomes of the index while a search has it open: right hits or a plain refusal, and the next update heals.

And a disk that fills up at any moment leaves the last commit.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from archivist.errors import DiskFull, IndexFailed
from archivist.search import Search, check, commit, executor, indexing, rebuild, update
from archivist.search.flat import sections
from archivist.search.flat.postings import FieldPostings
from archivist.search.index import Index
from archivist.search.manifest import MANIFEST_NAME, read_manifest
from archivist.store import Archive
from tests.long_work import run_to_end

QUERIES = ["місто", "пові*", '"вода йде"', "річка OR новий", "-новий", "слово77*", "*7", "річкою~"]


@pytest.fixture
def press(archive, add_article):
    """Articles with words enough for a segment of many pages, in two segments, one with a deleted document."""
    for number in range(12):
        words = " ".join(f"слово{number * 1000 + place}" for place in range(300))
        add_article(f"Повінь у місті {number}\n\nВода йде. {'Річка. ' * (number % 3)}{words}", language="uk")
    run_to_end(update(archive))
    add_article("Новий міст\n\nВідкрито.", language="uk")
    archive.articles.delete([archive.articles.at_rows([3])[0].id])
    run_to_end(update(archive))
    return archive


@pytest.fixture
def index(press):
    return Index(press)


@pytest.fixture
def answers(press):
    """What the queries find while all is well."""
    with Search(press) as engine:
        return {query: engine.rows(query).tolist() for query in QUERIES}


def flat_files(index):
    return sorted(index.folder.glob("*.flat"), key=lambda path: -path.stat().st_size)


def in_place(path: Path, content: bytes, *, keep_time: bool = False) -> None:
    """Write over a file as it lies on the disk, without another one in its place."""
    times = path.stat()
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
    if keep_time:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def delete_manifest(index):
    (index.folder / MANIFEST_NAME).unlink()


def delete_folder(index):
    shutil.rmtree(index.folder)


def delete_segments(index):
    for path in flat_files(index):
        path.unlink()


def truncate_segment(index):
    os.truncate(flat_files(index)[0], 5000)


def empty_segment(index):
    os.truncate(flat_files(index)[0], 0)


def empty_everything(index):
    for path in index.folder.iterdir():
        os.truncate(path, 0)


def flip_bits(index):
    for path in flat_files(index):
        in_place(path, bytes(byte ^ 0x10 for byte in path.read_bytes()))


def flip_bits_and_keep_the_time(index):
    for path in flat_files(index):
        in_place(path, bytes(byte ^ 0x10 for byte in path.read_bytes()), keep_time=True)


def flip_low_bits_and_keep_the_time(index):
    for path in flat_files(index):
        in_place(path, bytes(byte ^ 1 for byte in path.read_bytes()), keep_time=True)


def replace_segment_by_the_other(index):
    largest, *_, smallest = flat_files(index)
    shutil.copy(smallest, largest)


def replace_contents_by_garbage(index):
    next(index.folder.glob("*.toc")).write_bytes(b"\x80\x04garbage.")


def replace_folder_by_a_file(index):
    shutil.rmtree(index.folder)
    index.folder.touch()


DAMAGES = [
    delete_manifest,
    delete_folder,
    delete_segments,
    truncate_segment,
    empty_segment,
    empty_everything,
    flip_bits,
    flip_bits_and_keep_the_time,
    flip_low_bits_and_keep_the_time,
    replace_segment_by_the_other,
    replace_contents_by_garbage,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("has_searched", [False, True])
def test_a_search_that_has_the_index_open_never_answers_wrongly(press, index, answers, damage, has_searched):
    with Search(press) as engine:
        if has_searched:
            assert engine.rows(QUERIES[0]).tolist() == answers[QUERIES[0]]
        damage(index)
        for query in QUERIES:
            with suppress(IndexFailed):
                assert engine.rows(query).tolist() == answers[query]
        run_to_end(update(press))
        for query in QUERIES:
            assert engine.rows(query).tolist() == answers[query]
    assert run_to_end(check(press)) == ()


def test_a_file_in_the_place_of_the_folder_is_named(press, index):
    replace_folder_by_a_file(index)
    with Search(press) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    with pytest.raises(IndexFailed):
        run_to_end(update(press))


def test_any_damaged_byte_of_a_segment_is_met_or_not_read(press, index, answers):
    path = flat_files(index)[0]
    content = path.read_bytes()
    met = 0
    for place in range(0, len(content), len(content) // 60):
        flipped = bytearray(content)
        flipped[place] ^= 0x40
        in_place(path, bytes(flipped), keep_time=True)
        manifest = (index.folder / MANIFEST_NAME).read_bytes()
        with Search(press) as engine:
            for query in QUERIES:
                try:
                    assert engine.rows(query).tolist() == answers[query]
                except IndexFailed:
                    met += 1
                    break
        assert index.manifest() is None or run_to_end(check(press)) != ()
        (index.folder / MANIFEST_NAME).write_bytes(manifest)
    assert met > 20


def test_any_damaged_byte_of_the_table_of_contents_is_met(press, index, answers):
    path = next(index.folder.glob("*.toc"))
    content, manifest = path.read_bytes(), (index.folder / MANIFEST_NAME).read_bytes()
    for place in range(0, len(content), 3):
        in_place(path, content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :], keep_time=True)
        with Search(press) as engine, pytest.raises(IndexFailed):
            engine.search("місто")
        (index.folder / MANIFEST_NAME).write_bytes(manifest)
    assert run_to_end(update(press)).rebuilt
    assert run_to_end(check(press)) == ()


def test_damage_is_met_even_while_another_process_commits(press, index, answers, add_article, monkeypatch):
    with Search(press) as engine:
        engine.rows("*")
        add_article("Пожежа на складі", language="uk")
        for path in flat_files(index):
            content = bytearray(path.read_bytes())
            content[len(content) // 3 :] = bytes(byte ^ 1 for byte in content[len(content) // 3 :])
            in_place(path, bytes(content), keep_time=True)
        find = FieldPostings.find

        def commit_and_find(postings, term):
            monkeypatch.setattr(FieldPostings, "find", find)
            run_to_end(update(press))
            return find(postings, term)

        monkeypatch.setattr(FieldPostings, "find", commit_and_find)
        for query in QUERIES:
            with suppress(IndexFailed):
                assert set(engine.rows(query)) <= {*answers[query], *press.articles.rows()[:1]}
        run_to_end(update(press))
        assert engine.search("пожежа").total == 1
        assert set(engine.rows("вода")) == set(answers['"вода йде"'])


def test_a_commit_while_the_index_is_being_opened_is_seen(press, index, add_article, monkeypatch):
    watch = Index.watch

    def commit_and_watch(index, manifest):
        monkeypatch.setattr(Index, "watch", watch)
        add_article("Пожежа на складі", language="uk")
        run_to_end(update(press))
        return watch(index, manifest)

    monkeypatch.setattr(Index, "watch", commit_and_watch)
    with Search(press) as engine:
        assert engine.search("пожежа").total == 0
        assert engine.search("пожежа").total == 1


def test_after_an_error_in_the_middle_of_an_answer_the_next_one_is_as_before(press, answers, monkeypatch):
    with Search(press) as engine:
        scores = [hit.score for hit in engine.search("повінь OR вода").hits]
        with monkeypatch.context() as failing:
            failing.setattr(executor, "best", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                engine.search("повінь OR вода")
        assert [hit.score for hit in engine.search("повінь OR вода").hits] == scores


def test_an_older_state_that_is_put_back_is_followed_up(press, index, add_article, tmp_path):
    shutil.copytree(index.folder, tmp_path / "older")
    with Search(press) as engine:
        engine.search("пожежа")
        add_article("Пожежа на складі", language="uk")
        run_to_end(rebuild(press))
        assert engine.search("пожежа").total == 1
        shutil.rmtree(index.folder)
        shutil.copytree(tmp_path / "older", index.folder)
        results = engine.search("пожежа OR новий")
        assert (results.total, results.pending) == (1, 1)
        assert not run_to_end(update(press)).rebuilt
        assert engine.search("пожежа OR новий").total == 2


def test_the_index_of_another_archive_in_its_place_is_not_used(press, index, tmp_path):
    with Archive.create(tmp_path / "other") as other:
        run_to_end(update(other))
        stranger = Index(other)
        with Search(press) as engine:
            assert engine.search("новий").total == 1
            shutil.rmtree(index.folder)
            shutil.copytree(stranger.folder, index.folder)
            with pytest.raises(IndexFailed):
                engine.search("новий")
            assert run_to_end(update(press)).rebuilt
            assert engine.search("новий").total == 1


def test_annotating_goes_on_without_an_index(press, index):
    shutil.rmtree(index.folder)
    article = press.articles.at_rows([1])[0]
    press.annotations.add(article.id, 0, 6, press.tags.named("strike").id)
    assert len(press.annotations.of_article(article.id)) == 1


# Whose folder it is


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owners here")
def test_a_folder_of_somebody_else_is_not_opened_nor_written(press, index, monkeypatch):
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    before = sorted(path.name for path in index.folder.iterdir())
    with Search(press) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    with pytest.raises(IndexFailed, match="somebody else"):
        run_to_end(update(press))
    assert sorted(path.name for path in index.folder.iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives folders away")
def test_a_folder_that_was_given_away_is_refused(press, index):
    os.chown(index.folder, 12345, 12345)
    with Search(press) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    with pytest.raises(IndexFailed, match="somebody else"):
        run_to_end(update(press))


def test_a_link_to_a_folder_inside_the_archive_is_refused(press, index):
    inside = press.folder / "index"
    shutil.move(index.folder, inside)
    index.folder.symlink_to(inside, target_is_directory=True)
    with Search(press) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    with pytest.raises(IndexFailed, match="a link"):
        run_to_end(update(press))


def test_a_link_to_any_folder_is_refused_and_nothing_there_is_touched(press, index, tmp_path):
    elsewhere = tmp_path / "papers"
    elsewhere.mkdir()
    (elsewhere / "thesis.txt").write_text("years of work")
    shutil.rmtree(index.folder)
    index.folder.symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(IndexFailed, match="a link"):
        run_to_end(update(press))
    assert (elsewhere / "thesis.txt").read_text() == "years of work"


def test_what_others_could_have_written_is_not_opened_but_built_anew(press, index):
    index.folder.chmod(0o777)
    with Search(press) as engine, pytest.raises(IndexFailed):
        engine.search("місто")
    assert run_to_end(update(press)).rebuilt
    assert stat.S_IMODE(index.folder.stat().st_mode) == 0o700


def test_bytes_that_change_under_an_open_search_are_noticed_though_the_time_is_set_back(press, index):
    with Search(press) as engine:
        engine.search("місто")
        for path in index.folder.glob("*.flat"):
            times = path.stat()
            content = bytearray(path.read_bytes())
            content[100:-100] = bytes(255 - byte for byte in content[100:-100])
            with path.open("r+b") as file:
                file.write(content)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        with pytest.raises(IndexFailed):
            engine.search("місто")
    assert run_to_end(update(press)).rebuilt


# A disk that fills up


class FullDisk:
    """Lets so many writes to a file, or so many fsyncs, through, and none afterwards."""

    def __init__(self, monkeypatch, calls: int) -> None:
        self.left = calls
        self.calls = 0
        write, fsync, replace = sections.SectionWriter.write_at, os.fsync, Path.replace
        toc_write = commit.TOC.write
        monkeypatch.setattr(sections.SectionWriter, "write_at", self._failing(write))
        monkeypatch.setattr(os, "fsync", self._failing(fsync))
        monkeypatch.setattr(Path, "replace", self._failing(replace))
        monkeypatch.setattr(commit.TOC, "write", self._failing(toc_write))

    def _failing(self, function):
        def call(*arguments, **options):
            self.calls += 1
            if self.calls > self.left:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return function(*arguments, **options)

        return call


def test_a_disk_that_fills_at_any_moment_leaves_the_last_commit(press, index, answers, add_article, monkeypatch):
    monkeypatch.setattr(indexing, "_AT_ONCE", 2)
    monkeypatch.setattr(commit, "_MOST_IN_TIER", 2)  # so that it merges too
    with monkeypatch.context() as counting:
        disk = FullDisk(counting, 10**9)
        run_to_end(rebuild(press))
        writes = disk.calls
    assert writes > 200
    refused = 0
    for calls in [*range(30), *range(30, writes, 23), writes - 1]:
        with monkeypatch.context() as filling:
            FullDisk(filling, calls)
            try:
                run_to_end(rebuild(press))
            except DiskFull:
                refused += 1
        manifest = read_manifest(index.folder)
        assert manifest is not None
        assert manifest.damage(index.folder, thorough=True) == ""
        with Search(press) as engine:
            found = engine.rows("*").tolist()
            assert set(found) <= set(answers["-новий"]) | set(answers["річка OR новий"])
        run_to_end(update(press))
        with Search(press) as engine:
            for query in QUERIES:
                assert engine.rows(query).tolist() == answers[query]
        assert run_to_end(check(press)) == ()
    assert refused > 30


def test_a_full_disk_while_an_article_is_added_keeps_the_others_searchable(press, index, monkeypatch, add_article):
    add_article("Пожежа на складі", language="uk")
    for calls in count():
        before = read_manifest(index.folder)
        with monkeypatch.context() as filling:
            FullDisk(filling, calls)
            try:
                run_to_end(update(press))
            except DiskFull:
                assert read_manifest(index.folder) == before
                with Search(press) as engine:
                    results = engine.search("новий OR пожежа")
                    assert (results.total, results.pending) == (1, 1)
            else:
                break
    with Search(press) as engine:
        assert engine.search("новий OR пожежа").total == 2
