# SPDX-License-Identifier: GPL-3.0-or-later
"""The wording of every text, and which wordings resemble each other.

A revision never changes, so what is computed of it holds for good, whatever is undone, deleted or
brought back; only new revisions have to be read. A wording finds those that it may resemble by a
few of its hashes (language/shingles.py), and each of these is then compared whole.
"""

from __future__ import annotations

import json
from collections.abc import Generator

from archivist.errors import ArchiveReadOnly
from archivist.language.resemblance import resemblance
from archivist.language.shingles import Shingled, shingled
from archivist.model import Progress
from archivist.store.connection import Connection, now

_METHOD = "2"  # of finding resemblances: with another one, everything is read anew
_BATCH = 25  # revisions, so that a person who annotates meanwhile waits for some milliseconds
_BATCH_LENGTH = 2_000_000  # code points
_LEAST_COMMON = 2  # hashes that wordings share before they are compared
_MOST_COMPARED = 32  # wordings that a new one is compared with, those that share most
# A run of words that so many wordings have is a phrase and leads to none of them. What truly is one
# text in so many versions shares other runs as well, and hangs together by those it is compared with.
_MOST_WITH_HASH = 128
_MOST_KEPT = 3_000_000  # words of wordings that are kept for comparing

_CANDIDATES = f"""
    SELECT wording FROM sketches WHERE hash IN (SELECT value FROM json_each(?))
    GROUP BY wording HAVING count(*) >= {_LEAST_COMMON} ORDER BY count(*) DESC, wording LIMIT {_MOST_COMPARED}
"""
_KEEP_SKETCH = f"""
    INSERT INTO sketches (hash, wording) SELECT value, ?1 FROM json_each(?2)
    WHERE (SELECT count(*) FROM sketches WHERE hash = value) < {_MOST_WITH_HASH}
"""
_TEXT = """
    SELECT r.body FROM wordings_of_revisions w JOIN revisions r ON r.id = w.revision WHERE w.wording = ? LIMIT 1
"""


class Wordings:
    """The wordings of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[int, Shingled] = {}
        self._words_kept = 0

    def waiting(self) -> int:
        """How many texts have still to be read."""
        mark = self._mark() if self._connection.has_table("wordings") else 0
        count: int = self._connection.value("SELECT count(*) FROM revisions WHERE id > ?", (mark,))
        return count

    def read_new(self) -> Generator[Progress, None, int]:
        """Read the texts that have come since, and return how many; what was read stays if it is stopped.

        Raises ArchiveReadOnly.
        """
        total, done = self.waiting(), 0
        if not total:
            return 0
        if self._connection.read_only:
            raise ArchiveReadOnly(self._connection.folder)
        mark = self._mark()
        if not mark:
            self._forget_all()
        while batch := self._next(mark):
            yield Progress(done, max(done, total), "duplicates")
            read = [(revision, shingled(body)) for revision, body in batch]
            with self._connection.unjournalled(bulk=True):  # what is lost is read again
                for revision, text in read:
                    self._take_in(revision, text)
            mark, done = batch[-1][0], done + len(batch)
        yield Progress(done, done, "duplicates")
        self._kept.clear()
        self._words_kept = 0
        return done

    def _mark(self) -> int:
        """The last revision that was read, revisions being read in order; 0 where another method read them."""
        begun = self._connection.value("SELECT value FROM facts WHERE name = 'duplicates_method'") or ""
        if begun.partition(" ")[0] != _METHOD:
            return 0
        return self._connection.value("SELECT max(revision) FROM wordings_of_revisions") or 0

    def _forget_all(self) -> None:
        with self._connection.unjournalled():
            for table in ("resemblances", "sketches", "wordings_of_revisions", "wordings"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute(
                "INSERT OR REPLACE INTO facts (name, value) VALUES ('duplicates_method', ?)", (f"{_METHOD} {now()}",)
            )

    def _next(self, mark: int) -> list[tuple[int, str]]:
        lengths = self._connection.tuples(
            "SELECT id, length(body) FROM revisions WHERE id > ? ORDER BY id LIMIT ?", (mark, _BATCH)
        )
        last, length = mark, 0
        for revision, size in lengths:
            if length and length + size > _BATCH_LENGTH:
                break
            last, length = revision, length + size
        found: list[tuple[int, str]] = self._connection.tuples(
            "SELECT id, body FROM revisions WHERE id > ? AND id <= ? ORDER BY id", (mark, last)
        )
        return found

    def _take_in(self, revision: int, text: Shingled) -> None:
        wording = self._connection.value("SELECT id FROM wordings WHERE identity = ?", (text.identity,))
        if wording is None:
            wording = self._connection.insert("wordings", {"identity": text.identity, "words": text.words})
            self._relate(wording, text)
        # Another process may have read it meanwhile.
        self._connection.execute(
            "INSERT OR IGNORE INTO wordings_of_revisions (revision, wording) VALUES (?, ?)", (revision, wording)
        )

    def _relate(self, wording: int, text: Shingled) -> None:
        """Find what a new wording resembles among those that were read before."""
        sketch = json.dumps(text.sketch())
        for other in self._connection.column(_CANDIDATES, (sketch,)):
            found = resemblance(text, self._shingled(other))
            if found is not None:
                self._connection.execute(
                    "INSERT INTO resemblances (wording, other, likeness, share) VALUES (?, ?, ?, ?)",
                    (other, wording, found.likeness, found.share),
                )
        self._connection.execute(_KEEP_SKETCH, (wording, sketch))
        self._keep(wording, text)

    def _shingled(self, wording: int) -> Shingled:
        known = self._kept.get(wording)
        if known is None:
            known = shingled(self._connection.value(_TEXT, (wording,)))
            self._keep(wording, known)
        return known

    def _keep(self, wording: int, text: Shingled) -> None:
        if self._words_kept > _MOST_KEPT:
            self._kept.clear()
            self._words_kept = 0
        self._kept[wording] = text
        self._words_kept += text.words
