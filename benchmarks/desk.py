# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window stands still on a large archive: the longest stall of each activity.

    python benchmarks/desk.py ARCHIVE [QUERY ...]

The archive is copied (its database only), nothing is written to it. A timer that should fire every
few milliseconds tells how late the event loop was. Run it on a quiet machine, under Xvfb or with
QT_QPA_PLATFORM=offscreen, and with compiled modules (python -m compileall archivist), as an
installation has them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from archivist.app import keep_responsive
from archivist.store import Archive
from archivist.ui.desktop import Desktop
from archivist.ui.questions.articles import Filter
from archivist.ui.settings import Settings
from archivist.ui.window import Window

_BEAT_MS = 4
_FILES = 500
_FRAME_MS = 16
_LONGEST_WAIT_MS = 300_000
_QUERIES = ("Москва", "президент*", "суд арест", '"военная операция"', "Украина OR Киев", "NOT Россия", "нефть")


class Heartbeat(QObject):
    """Remembers how late the event loop was, at the worst and on the whole."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.late: list[float] = []  # ms
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def begin(self) -> None:
        self._last = time.perf_counter()
        self.late.clear()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.late.append((now - self._last) * 1000 - _BEAT_MS)
        self._last = now


class Bench:
    """Does to one window what a person would."""

    def __init__(self, window: Window, heartbeat: Heartbeat) -> None:
        self._window = window
        self._desk = window.desk
        self._heartbeat = heartbeat
        self._outlets = [name for name, _ in self._desk.archive.selections.values("outlet")][:6]

    @contextmanager
    def activity(self, name: str) -> Iterator[None]:
        self.wait(_FRAME_MS * 4)
        self._heartbeat.begin()
        start = time.perf_counter()
        yield
        self.wait(_FRAME_MS * 2)
        late = sorted(self._heartbeat.late)
        print(
            f"{name:<32} longest {late[-1]:6.1f} ms   99 % {late[len(late) * 99 // 100]:6.1f} ms   "
            f"{time.perf_counter() - start:6.1f} s"
        )

    def wait(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def wait_for(self, signal: SignalInstance, do: Callable[[], object]) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        QTimer.singleShot(_LONGEST_WAIT_MS, loop.quit)
        do()
        loop.exec()
        signal.disconnect(loop.quit)

    def scroll(self, steps: int) -> None:
        viewport = self._desk.articles.table.viewport()
        place = QPointF(viewport.rect().center())
        for step in range(steps):
            delta = QPoint(0, -120 if step % 40 < 30 else 120)
            wheel = QWheelEvent(
                place,
                viewport.mapToGlobal(place),
                QPoint(),
                delta,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(viewport, wheel)
            self.wait(_FRAME_MS)

    def jump(self) -> None:
        bar = self._desk.articles.table.verticalScrollBar()
        for share in (0.9, 0.1, 0.5, 1.0, 0.3, 0.7, 0.0, 0.6, 0.2, 0.8):
            bar.setValue(round(bar.maximum() * share))
            self.wait(_FRAME_MS * 3)

    def search(self, queries: tuple[str, ...]) -> None:
        field = self._desk.articles.field
        for query in queries:
            for end in range(1, len(query) + 1):
                field.set_query(query[:end])
                self.wait(60)
            self.wait_for(self._desk.listing.listed, lambda: None)
            self.wait(200)
            self.jump()
        self.wait_for(self._desk.listing.listed, lambda: field.set_query(""))

    def filter(self) -> None:
        sidebar = self._desk.sidebar
        outlets = self._outlets
        chosen = [frozenset({Filter("outlet", outlet)}) for outlet in outlets]
        chosen += [frozenset({Filter("year", "2022")}), frozenset({Filter("year", ""), Filter("month", "2022-01")})]
        chosen += [frozenset({Filter("kind", "actor"), Filter("outlet", outlets[0])}), frozenset()]
        for filters in chosen:
            self.wait_for(self._desk.listing.listed, lambda filters=filters: sidebar.set_filters(filters))
            self.wait(100)

    def sort(self) -> None:
        for name in ("sort_title", "sort_date", "sort_outlet", "sort_date"):
            self.wait_for(self._desk.listing.listed, self._window.actions_[name].trigger)
            self.wait(100)

    def narrow(self, query: str) -> None:
        """Turn values of the facets of a search on and off."""
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(query))
        self.filter()
        self.sort()
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(""))

    def concordance(self, query: str) -> None:
        """Have every occurrence listed, sort and scroll the lines, and open passages."""
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(query))
        panel, do = self._desk.concordance, self._window.actions_
        self.wait_for(panel.model.modelReset, do["show_concordance"].trigger)
        for name in ("lines_left", "lines_right", "lines_match", "lines_article"):
            do[name].trigger()
            self.wait(_FRAME_MS * 4)
        bar = panel.table.verticalScrollBar()
        for step in range(60):
            bar.setValue(bar.maximum() * step // 60)
            self.wait(_FRAME_MS)
        for row in range(0, panel.model.rowCount(), max(1, panel.model.rowCount() // 20)):
            panel.line_wanted.emit(panel.model.line(row))
            self.wait(_FRAME_MS * 8)
        do["show_concordance"].trigger()
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(""))

    def step_through_hits(self, query: str, count: int) -> None:
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(query))
        self._desk.articles.table.choose_step(1)
        for _ in range(count):
            self._window.actions_["next_hit"].trigger()
            self.wait(_FRAME_MS * 4)
        self.wait_for(self._desk.listing.listed, lambda: self._desk.articles.field.set_query(""))

    def read(self, count: int) -> None:
        for _ in range(count):
            self._window.actions_["next_article"].trigger()
            self.wait(_FRAME_MS * 2)

    def annotate(self, count: int) -> None:
        tags = self._desk.archive.tags.all() or [self._desk.archive.tags.add("stall", "event")]
        view = self._desk.reader.view
        for number in range(count):
            self._window.actions_["next_article"].trigger()
            self.wait(_FRAME_MS * 4)
            view.select(0, min(12, len(view.article_text)))
            self._desk.annotating.tag_selection(tags[number % len(tags)].id)
            self.wait(_FRAME_MS * 8)
        for _ in range(count):
            self._window.actions_["undo"].trigger()
            self.wait(_FRAME_MS * 8)

    def index(self) -> None:
        """Scroll, search and read while the index is being built."""
        updated: list[bool] = []
        self._desk.indexing.caught_up.connect(lambda: updated.append(True))
        self._desk.indexing.catch_up()
        start = time.perf_counter()
        while not updated and time.perf_counter() - start < _LONGEST_WAIT_MS / 1000:
            self.scroll(30)
            self.read(3)
            self.jump()

    def bring_in(self, folder: Path, query: str) -> None:
        """Scroll, search, narrow, step through hits and read while files are imported."""
        imported: list[bool] = []
        self._desk.importing.imported.connect(lambda _: imported.append(True))
        self._desk.importing.import_unseen([folder])
        start = time.perf_counter()
        while not imported and time.perf_counter() - start < _LONGEST_WAIT_MS / 1000:
            self.search((query,))
            self.narrow(query)
            self.concordance(query)
            self.step_through_hits(query, 20)
            self.scroll(30)
            self.read(3)


def write_files(archive: Archive, folder: Path, count: int) -> None:
    """Articles of the archive as text files that it does not have yet."""
    folder.mkdir()
    rows = archive.articles.rows()[:count]
    for row, (_, body) in archive.articles.texts(rows).items():
        (folder / f"{row}.txt").write_text(f"{body}\n\n{row}", encoding="utf-8")


def _make_no_sample(folder: Path) -> None:
    """Never asked for. The program's own would bring in advance what the first import has to bring."""


def main() -> None:
    source = Path(sys.argv[1])
    queries = tuple(sys.argv[2:]) or _QUERIES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "archive"
        folder.mkdir()
        (folder / "originals").mkdir()
        (folder / "backups").mkdir()
        shutil.copyfile(source / "archive.db", folder / "archive.db")
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        application = QApplication(["benchmark"])
        keep_responsive()  # as the program does
        heartbeat = Heartbeat()
        start = time.perf_counter()
        desktop = Desktop(
            application, Settings(Path(name) / "settings.ini"), folder, _make_no_sample, Path(name) / "windows"
        )
        desktop.begin(folder)
        window = desktop.window
        assert window is not None
        bench = Bench(window, heartbeat)
        bench.wait(_FRAME_MS)
        print(f"{window.desk.archive.articles.count()} articles, list shown after {time.perf_counter() - start:.2f} s")
        files = Path(name) / "files"
        write_files(window.desk.archive, files, _FILES)
        with bench.activity("while the index is built"):
            bench.index()
        for title, activity in (
            ("scrolling", lambda: bench.scroll(200)),
            ("jumping through the list", bench.jump),
            ("filtering", bench.filter),
            ("sorting", bench.sort),
            ("searching", lambda: bench.search(queries)),
            ("facets and orders of a search", lambda: bench.narrow(queries[0])),
            ("concordance", lambda: bench.concordance(queries[0])),
            ("going from hit to hit", lambda: bench.step_through_hits(queries[0], 60)),
            ("reading one article after another", lambda: bench.read(50)),
            ("annotating and undoing", lambda: bench.annotate(20)),
            ("while files are imported", lambda: bench.bring_in(files, queries[0])),
        ):
            with bench.activity(title):
                activity()
        window.close()


if __name__ == "__main__":
    main()
