# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups of duplicates in memory, following the archive: imports, revisions, deletions, undo, other processes.

A change regroups only what hangs together with it by the wording, so that it takes no longer in a
large archive than in a small one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from archivist.language.resemblance import Resemblance
from archivist.model import Likeness
from archivist.store.connection import Connection
from archivist.store.duplicate_groups import Appearance, Group, Pair, groups_of

_ARTICLES = """
    SELECT a.id, w.wording, a.published_first, a.published_last FROM articles a
    JOIN revisions r ON r.article = a.id AND r.number = a.revision_number
    JOIN wordings_of_revisions w ON w.revision = r.id
    WHERE a.deleted_at IS NULL
"""
_CHANGED = """
    SELECT row_id FROM changes WHERE id > ?1 AND +table_name = 'articles'
    UNION SELECT r.article FROM wordings_of_revisions w JOIN revisions r ON r.id = w.revision WHERE w.revision > ?2
    UNION SELECT json_extract(after, '$.article') FROM changes WHERE id > ?1 AND +table_name = 'verdicts'
    UNION SELECT json_extract(after, '$.other') FROM changes WHERE id > ?1 AND +table_name = 'verdicts'
"""


class FollowedGroups:
    """The groups of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.version = 0  # rises when the groups may be others
        self._begun = ""  # which reading of all texts the wordings are of
        self._mark = self._revision = self._wording = 0  # the last ones that were taken over
        self._words: dict[int, int] = {}
        self._alike: dict[int, dict[int, Resemblance]] = {}  # by the later wording, then by the earlier
        self._alike_later: dict[int, list[int]] = {}
        self._articles: dict[int, Appearance] = {}
        self._rows: dict[int, set[int]] = {}  # by wording
        self._group_of: dict[int, Group] = {}
        self._sorted: list[Group] | None = []

    def follow(self) -> None:
        """Take over what has changed."""
        if not self._connection.has_table("wordings"):
            return
        begun = self._connection.value("SELECT value FROM facts WHERE name = 'duplicates_method'") or ""
        if begun != self._begun:  # all texts were read anew
            self._forget()
            self._begun = begun
        mark = self._connection.value("SELECT max(id) FROM changes") or 0
        revision = self._connection.value("SELECT max(revision) FROM wordings_of_revisions") or 0
        if (mark, revision) == (self._mark, self._revision):
            return
        if revision != self._revision:
            self._read_wordings()
        rows = [row for (row,) in self._connection.tuples(_CHANGED, (self._mark, self._revision))]
        self._regroup(rows if self._revision else None)
        self._mark, self._revision = mark, revision

    def all(self) -> list[Group]:
        """All groups, by the row of their first article. Do not change the list."""
        if self._sorted is None:
            groups = {group.rows[0]: group for group in self._group_of.values()}
            self._sorted = [groups[row] for row in sorted(groups)]
        return self._sorted

    def of(self, row: int) -> Group | None:
        """The group of an article."""
        return self._group_of.get(row)

    def _forget(self) -> None:
        self._mark = self._revision = self._wording = 0
        for known in (self._words, self._alike, self._alike_later, self._articles, self._rows, self._group_of):
            known.clear()
        self._sorted = None

    def _read_wordings(self) -> None:
        new = self._connection.tuples("SELECT id, words FROM wordings WHERE id > ? ORDER BY id", (self._wording,))
        self._words.update(new)
        for one, other, likeness, share in self._connection.tuples(
            "SELECT wording, other, likeness, share FROM resemblances WHERE other > ?", (self._wording,)
        ):
            self._alike.setdefault(other, {})[one] = Resemblance(Likeness(likeness), share)
            self._alike_later.setdefault(one, []).append(other)
        if new:
            self._wording = new[-1][0]

    def _regroup(self, rows: list[int] | None) -> None:
        """Group anew what some articles hang together with, before and after they changed; None: all articles."""
        before = {row: self._articles[row] for row in rows or () if row in self._articles}
        # Those that a person put together hang on the articles themselves, of which one may be gone now.
        were_with_them = {other for row in before if row in self._group_of for other in self._group_of[row].rows}
        wordings = {self._articles[row].wording for row in were_with_them}
        for row, article in before.items():
            del self._articles[row]
            self._rows[article.wording].discard(row)
        given = "" if rows is None else " AND a.id IN (SELECT value FROM json_each(?))"
        found = self._connection.tuples(_ARTICLES + given, () if rows is None else (json.dumps(rows),))
        after = {row: Appearance(row, *facts) for row, *facts in found}
        for row, article in after.items():
            self._articles[row] = article
            self._rows.setdefault(article.wording, set()).add(row)
        verdicts = self._verdicts()
        wordings |= {article.wording for article in (*before.values(), *after.values())}
        around = self._around(wordings, verdicts[1])
        articles = [self._articles[row] for wording in around for row in self._rows.get(wording, ())]
        for row in (*before, *were_with_them, *(article.row for article in articles)):
            self._group_of.pop(row, None)
        alike = ((one, two, found) for two in around for one, found in self._alike.get(two, {}).items())
        for group in groups_of(articles, self._words, alike, verdicts[1], verdicts[0]):
            for row in group.rows:
                self._group_of[row] = group
        self._sorted = None
        self.version += 1

    def _around(self, wordings: Iterable[int], together: Iterable[Pair]) -> set[int]:
        """The wordings that are alike, or put together, in however many steps; not those that stand alone."""
        joined = defaultdict(list)
        for pair in together:
            ends = [self._articles[row].wording for row in pair if row in self._articles]
            if len(ends) == len(pair):
                joined[ends[0]].append(ends[1])
                joined[ends[1]].append(ends[0])
        found: set[int] = set()
        waiting = list(wordings)
        while waiting:
            wording = waiting.pop()
            if wording in found:
                continue
            near = [*self._alike.get(wording, ()), *self._alike_later.get(wording, ()), *joined.get(wording, ())]
            if near or len(self._rows.get(wording, ())) > 1:
                found.add(wording)
                waiting += near
        return found

    def _verdicts(self) -> dict[int, list[Pair]]:
        """The articles that a person put apart (0) and together (1)."""
        pairs: dict[int, list[Pair]] = {0: [], 1: []}
        for one, other, together in self._connection.tuples(
            "SELECT article, other, together FROM verdicts WHERE deleted_at IS NULL"
        ):
            pairs[together].append(Pair(one, other))
        return pairs
