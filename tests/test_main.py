# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archivist.__main__ import _window_wanted
from archivist.model import ArticleDraft
from archivist.store import Archive
from tests.started_modules import (
    IN_A_WINDOW_WITH_AN_ARTICLE,
    NOT_IN_A_FIRST_COMMAND,
    NOT_IN_A_FIRST_WINDOW,
    among,
    modules_after,
)


def test_what_a_terminal_cannot_show_is_escaped_as_json_has_it(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.tags.add("загиблі 😀", "figure")
    command = [sys.executable, "-m", "archivist", "--archive", tmp_path / "archive", "tags", "--json"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251:strict"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout.decode("cp1251"))["tags"][0]["name"] == "загиблі 😀"


def test_a_process_that_the_program_starts_loads_no_commands() -> None:
    loaded = "import archivist.__main__, sys; print([name for name in sys.modules if name.startswith('archivist.')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["['archivist.__main__']"]


ADDRESS = "archivist://article/0b3c7f0e-6d0e-4a3e-9a4e-0a4de8a7c001"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (None, "")),
        (["--archive", "folder"], (Path("folder"), "")),
        (["--archive=folder"], (Path("folder"), "")),
        ([ADDRESS], (None, ADDRESS)),
        (["--archive", "folder", ADDRESS], (Path("folder"), ADDRESS)),
        (["list"], None),
        (["--archive", "folder", "list"], None),
        (["--archive"], None),
        (["--archive", ""], None),
        (["--help"], None),
        (["--archive", __file__], None),
        (["list", ADDRESS], None),
        ([ADDRESS, ADDRESS], None),
    ],
)
def test_a_window_is_opened_without_the_commands(
    arguments: list[str], wanted: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARCHIVIST_ARCHIVE", raising=False)
    assert _window_wanted(arguments) == wanted


def test_a_window_opens_on_the_archive_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVIST_ARCHIVE", "named")
    assert _window_wanted([]) == (Path("named"), "")
    assert _window_wanted([ADDRESS]) == (Path("named"), ADDRESS)


def test_a_window_is_imported_without_what_few_windows_need() -> None:
    found = modules_after("import archivist.app, archivist.ui.desktop")
    assert among(found, NOT_IN_A_FIRST_WINDOW) == []


def test_a_window_that_shows_an_article_has_asked_for_nothing_else(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.articles.add(ArticleDraft("Bridge closed", "Bridge closed\nFor repairs."), b"a", "text/plain")
    opened = "; ".join(
        (
            "from pathlib import Path",
            "from archivist.ui.desktop import Desktop",
            "from archivist.ui.settings import Settings",
            "from PySide6.QtWidgets import QApplication",
            f"folder, application = Path({str(tmp_path)!r}), QApplication([])",
            "settings = Settings(folder / 'settings')",
            "desktop = Desktop(application, settings, folder / 'sample', print, folder / 'sockets')",
            "desktop.begin(folder / 'archive')",
            "desk = desktop.window.desk",
            "desk.warming_up.close()",  # or the rest would be there on a slow machine
            "desk.awaiting_review.counted.connect(application.quit)",  # the last that is asked at the start
            "application.exec()",
            "assert desk.opening.article.title == 'Bridge closed'",
            "desktop.window.close()",
        )
    )
    assert set(among(modules_after(opened), NOT_IN_A_FIRST_WINDOW)) <= set(IN_A_WINDOW_WITH_AN_ARTICLE)


def test_a_window_that_searches_leaves_the_search_to_other_processes(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.articles.add(ArticleDraft("Bridge closed", "Bridge closed\nFor repairs."), b"a", "text/plain")
    searched = f"""
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from archivist.ui.desktop import Desktop
from archivist.ui.settings import Settings

def until(is_so):
    while not is_so():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

folder, application = Path({str(tmp_path)!r}), QApplication([])
desktop = Desktop(application, Settings(folder / "settings"), folder / "sample", print, folder / "sockets")
desktop.begin(folder / "archive")
desk, actions, answers = desktop.window.desk, desktop.window.actions_, []
desk.warming_up.close()
desk.indexing.caught_up.connect(lambda: answers.append("index"))
desk.listing.completed.connect(lambda *_: answers.append("completion"))
desk.listing.excerpts_found.connect(lambda *_: answers.append("excerpts"))
until(lambda: "index" in answers)
desk.listing.ask_completion("repa", 4)
desk.articles.field.set_query("repairs")
until(lambda: {{"completion", "excerpts"}} <= set(answers))
actions["show_concordance"].trigger()
until(desk.concordance.model.rowCount)
assert desk.concordance.model.line(0).match == "repairs"
desk.concordancing.save(folder / "lines.csv")
until((folder / "lines.csv").exists)
desktop.window.close()"""
    assert among(modules_after(searched), ("archivist.search", "whoosh", "numpy")) == []


def test_an_archive_that_is_up_to_date_is_opened_without_what_makes_one(tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    folder = repr(str(tmp_path / "archive"))
    opened = f"from pathlib import Path; from archivist.store import Archive; Archive.open(Path({folder})).close()"
    assert among(modules_after(opened), ("sqlite_utils", "archivist.store.schema")) == []


def test_a_command_is_run_without_the_modules_of_others() -> None:
    found = modules_after("from archivist.cli import archivist; archivist(['--version'], standalone_mode=False)")
    assert among(found, NOT_IN_A_FIRST_COMMAND) == []


def test_numpy_is_there_for_whoever_asks_after_the_store() -> None:
    found = modules_after("import archivist.store; import numpy; import archivist.store.database")
    assert "numpy" in found
    assert "numpy" not in modules_after("import archivist.store")
