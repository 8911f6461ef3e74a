# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes at one index, and processes that are killed."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys

import pytest

from archivist.search import Search, check, update, update_in_process
from archivist.search.index import Index
from archivist.search.manifest import Manifest
from tests.long_work import run_to_end

# Indexes the archive in argv[1] article by article and kills itself at one of its steps.
KILLED = """
import os, signal, sys
from pathlib import Path
from archivist.search import index, indexing, manifest, update_in_process

moment, steps = sys.argv[2], int(sys.argv[3])
indexing._ENTRIES = indexing._CHARACTERS = 1

def killing(function):
    def killed(*args, **options):
        global steps
        steps -= 1
        if steps < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **options)
    return killed

match moment:
    case "adding":
        index.Batch.add = killing(index.Batch.add)
    case "writing":
        index._Writer._flush_segment = killing(index._Writer._flush_segment)
    case "contents":
        index._Writer._commit_toc = killing(index._Writer._commit_toc)
    case "manifest":
        manifest.Manifest.write = killing(manifest.Manifest.write)
    case "replacing":
        Path.replace = killing(Path.replace)
    case "clearing":
        index._remove_all_but = killing(index._remove_all_but)
for _ in update_in_process(Path(sys.argv[1])):
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("steps", [0, 2])
@pytest.mark.parametrize("moment", ["adding", "writing", "contents", "manifest", "replacing", "clearing"])
def test_a_killed_indexer_loses_nothing_and_leaves_a_whole_index(archive, add_article, moment, steps):
    for number in range(5):
        add_article(f"Стаття {number}", language="uk")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(archive.folder), moment, str(steps)], check=False)
    assert killed.returncode == -9
    manifest = Index(archive).manifest()
    assert (manifest is None) == (steps == 0)
    done = run_to_end(update(archive))
    assert not (done.rebuilt and steps)
    with Search(archive) as engine:
        assert engine.search("стаття").total == 5
    assert run_to_end(check(archive)) == ()


def test_the_second_writer_lets_the_first_do_it(archive, add_article, engine):
    add_article("Повінь", language="uk")
    run_to_end(update(archive))
    add_article("Пожежа", language="uk")
    first = update(archive)
    next(first)
    assert run_to_end(update(archive)).busy
    assert engine.search("повінь").total == 1
    assert engine.search("пожежа").total == 0
    assert run_to_end(first).articles == 1
    assert engine.search("пожежа").total == 1


def update_and_count(folder, base, results):
    results.put(run_to_end(update_in_process(folder, base)).articles)


def test_two_spawned_processes_at_once_write_one_whole_index(archive, add_article, engine, tmp_path):
    for number in range(30):
        add_article(f"Стаття {number}", language="uk")
    spawn = multiprocessing.get_context("spawn")
    results = spawn.Queue()
    base = Index(archive).folder.parent
    children = [spawn.Process(target=update_and_count, args=(archive.folder, base, results)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    assert results.get() + results.get() == 30
    assert engine.search("стаття").total == 30
    assert run_to_end(check(archive)) == ()


def test_a_search_goes_on_while_another_process_commits(archive, add_article, engine, monkeypatch):
    add_article("Повінь", language="uk")
    run_to_end(update(archive))
    assert engine.search("повінь").total == 1
    add_article("Інша повінь", language="uk")
    write = Manifest.write

    def write_and_search(manifest, folder):
        assert engine.search("повінь").total == 1
        write(manifest, folder)
        assert engine.search("повінь").total == 2

    monkeypatch.setattr(Manifest, "write", write_and_search)
    run_to_end(update(archive))
    assert engine.search("повінь").total == 2
