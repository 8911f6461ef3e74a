# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes at one index, and processes that are killed."""

from __future__ import annotations

import errno
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from archivist.errors import ProcessEnded
from archivist.model import ArticleDraft
from archivist.search import Search, building, check, update, update_in_process
from archivist.search.index import Index
from archivist.search.manifest import Manifest, read_manifest
from archivist.store import Archive
from tests.long_work import run_to_end

# Indexes the archive in argv[1] article by article and kills itself at one of its steps.
KILLED = """
import os, signal, sys
from pathlib import Path
from archivist.search import commit, index, indexing, manifest, update_in_process
from archivist.search.flat import inverting, sections

moment, steps = sys.argv[2], int(sys.argv[3])
indexing._AT_ONCE = 1
commit._MOST_IN_TIER = 2  # so that what is indexed is merged soon

def killing(function):
    def killed(*args, **options):
        global steps
        steps -= 1
        if steps < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **options)
    return killed

match moment:
    case "collecting":
        inverting.Inverter.add = killing(inverting.Inverter.add)
    case "writing":
        sections.SectionWriter.write_at = killing(sections.SectionWriter.write_at)
    case "closing":
        sections.SectionWriter.close = killing(sections.SectionWriter.close)
    case "adding":
        commit.Commit.add = killing(commit.Commit.add)
    case "removing":
        commit.Commit.remove = killing(commit.Commit.remove)
    case "merging":
        commit.merge = killing(commit.merge)
    case "contents":
        commit.TOC.write = killing(commit.TOC.write)
    case "manifest":
        manifest.Manifest.write = killing(manifest.Manifest.write)
    case "replacing":
        Path.replace = killing(Path.replace)
    case "tidying":
        Path.unlink = killing(Path.unlink)
    case "clearing":
        index._remove_all_but = killing(index._remove_all_but)
for _ in update_in_process(Path(sys.argv[1])):
    pass
"""
MOMENTS = {
    **dict.fromkeys(("collecting", "closing", "adding", "removing", "contents", "manifest"), (0, 2, 4)),
    **dict.fromkeys(("replacing", "tidying"), (0, 1, 3)),
    "writing": (0, 10, 50, 150, 250),
    "merging": (0,),
    "clearing": (0,),
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize(("moment", "steps"), [(moment, number) for moment in MOMENTS for number in MOMENTS[moment]])
def test_a_killed_indexer_loses_nothing_and_leaves_a_whole_index(archive, add_article, moment, steps):
    for number in range(5):
        add_article(f"Стаття {number}", language="uk")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(archive.folder), moment, str(steps)], check=False)
    assert killed.returncode == -9
    index = Index(archive)
    manifest = index.manifest()
    if manifest is None:
        assert read_manifest(index.folder) is None  # not even the first commit was made
    else:
        assert manifest.damage(index.folder, thorough=True) == ""
    done = run_to_end(update(archive))
    assert done.rebuilt == (manifest is None)
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


def test_a_patient_writer_waits_for_the_first(archive, add_article, engine):
    add_article("Повінь", language="uk")
    first = update(archive)
    next(first)

    def wait_and_update():
        with Archive.open(archive.folder, read_only=True) as reader:
            return run_to_end(update(reader, patience=60))

    with ThreadPoolExecutor(1) as threads:
        second = threads.submit(wait_and_update)
        add_article("Пожежа", language="uk")
        assert not run_to_end(first).busy
        assert not second.result().busy
    assert engine.search("повінь OR пожежа").total == 2


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


# Processes that build


@pytest.fixture
def many(archive, monkeypatch):
    """An archive with more articles than one process should index, and parts that are small."""
    monkeypatch.setattr(building, "_MANY", 20)
    monkeypatch.setattr("archivist.search.indexing._AT_ONCE", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with archive.action("Import"):
        for number in range(60):
            body = f"Стаття {number}\n\nПовінь у місті {number}."
            archive.articles.add(ArticleDraft(f"Стаття {number}", body, language="uk"), body.encode(), "text/plain")
    return archive


def test_processes_build_what_one_does(many, engine, tmp_path):
    done = run_to_end(update(many))
    assert (done.articles, done.rebuilt) == (60, True)
    assert engine.search("повінь").total == 60
    assert run_to_end(check(many)) == ()
    assert not multiprocessing.active_children()


def test_progress_rises_while_processes_build(many):
    steps = [step.done for step in update(many)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 60)


def kill_after(monkeypatch, commits):
    """Kill the processes that build once so many commits are made; until then the parts come in their order."""
    committed = 0
    write, ready = Manifest.write, building._ready

    def write_and_count(manifest, folder):
        nonlocal committed
        write(manifest, folder)
        committed += 1

    def kill_and_look(pipes):
        if committed == commits:
            for child in multiprocessing.active_children():
                child.kill()
        return ready(pipes[:1])

    monkeypatch.setattr(Manifest, "write", write_and_count)
    monkeypatch.setattr(building, "_ready", kill_and_look)


@pytest.mark.parametrize("commits", [1, 2, 3])
def test_what_a_killed_process_had_to_build_is_built_by_the_next_update(many, engine, monkeypatch, commits):
    with monkeypatch.context() as killing:
        kill_after(killing, commits)
        with pytest.raises(ProcessEnded):
            run_to_end(update(many))
    assert not multiprocessing.active_children()
    assert engine.search("повінь").total >= 10 * (commits - 1)
    assert run_to_end(check(many)) == ()
    done = run_to_end(update(many))
    assert not done.rebuilt
    assert engine.search("повінь").total == 60
    assert run_to_end(check(many)) == ()


def test_an_update_that_is_stopped_ends_its_processes(many, engine):
    steps = update(many)
    while next(steps).done < 10:
        pass
    assert multiprocessing.active_children()
    steps.close()
    assert not multiprocessing.active_children()
    assert engine.search("повінь").total >= 10
    assert run_to_end(update(many)).articles <= 50
    assert engine.search("повінь").total == 60


# Indexes in processes of its own, and kills itself, not them, after the second commit.
ORPHANING = """
import os, signal, sys
from pathlib import Path
from archivist.search import building, indexing, manifest, update_in_process

building._MANY, indexing._AT_ONCE = 1, 10
os.cpu_count = lambda: 2
write, left = manifest.Manifest.write, 2

def write_and_die(self, folder):
    global left
    write(self, folder)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    manifest.Manifest.write = write_and_die
    for _ in update_in_process(Path(sys.argv[1])):
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_processes_whose_parent_was_killed_end_and_spoil_nothing(many, engine, tmp_path):
    script = tmp_path / "orphaning.py"
    script.write_text(ORPHANING)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    # Their standard output is closed when the last of them has ended.
    killed = subprocess.run(
        [sys.executable, script, many.folder], stdout=subprocess.PIPE, check=False, timeout=60, env=environment
    )
    assert killed.returncode == -9
    done = run_to_end(update(many))
    assert not done.rebuilt
    assert engine.search("повінь").total == 60
    assert run_to_end(check(many)) == ()


def test_what_goes_wrong_in_a_process_is_raised_here():
    here, there = multiprocessing.Pipe()
    there.send(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    with pytest.raises(OSError, match="space") as error:
        building._received(here)
    assert error.value.errno == errno.ENOSPC
    there.close()
    with pytest.raises(ProcessEnded):
        building._received(here)
    with pytest.raises(ProcessEnded):
        building._send(here, [])
    here.close()
