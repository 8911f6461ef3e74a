# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles of an archive that are one text, and what a person decided of that.

Groups are computed; decisions are in the history like everything that a person does, and hold
whenever groups are computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from archivist.errors import InvalidValue
from archivist.model import Likeness
from archivist.store.articles import Articles
from archivist.store.connection import Connection, now
from archivist.store.duplicate_groups import Group
from archivist.store.followed_groups import FollowedGroups
from archivist.store.wordings import Wordings
from archivist.text import shortened


class Duplicates:
    """The duplicates of one archive. What is deleted is in none of the answers.

    Texts that have not been read yet are in no group: `wordings.read_new()` reads them.
    """

    def __init__(self, connection: Connection, articles: Articles) -> None:
        self._connection = connection
        self._articles = articles
        self.wordings = Wordings(connection)
        self._groups = FollowedGroups(connection)

    @property
    def version(self) -> int:
        """A number that rises when the groups may be others."""
        self._groups.follow()
        return self._groups.version

    def followed(self) -> FollowedGroups:
        """The groups as they are now, for who asks of many articles."""
        self._groups.follow()
        return self._groups

    def groups(self) -> list[Group]:
        """All groups, as they are now, by the row of their first article. Do not change the list."""
        self._groups.follow()
        return self._groups.all()

    def group_of(self, article: str) -> Group | None:
        """The group of an article (id). Raises ArticleNotFound."""
        self._groups.follow()
        return self._groups.of(self._articles.row_of(article))

    def first_alike(self, articles: Iterable[str]) -> dict[str, tuple[str, Likeness | None]]:
        """For those of some articles (ids) that are in a group: the first other one of it (id), and how it is alike.

        The likeness is that to the article that is closest, None where a person put the two together.
        """
        found = {}
        for article in articles:
            row, group = self._articles.row_of(article), self.group_of(article)
            if group is not None:
                first = next(member for member in group.members if member.row != row)
                own = next(member for member in group.members if member.row == row)
                resembles = (own if own.like is not None else first).found
                (other,) = self._articles.ids([first.row])
                found[article] = (other, resembles.likeness if resembles else None)
        return found

    def put_together(self, article: str, other: str) -> None:
        """Decide that two articles (ids) are one text. Raises ArticleNotFound, InvalidValue."""
        self._decide(article, other, together=True)

    def put_apart(self, article: str, other: str) -> None:
        """Decide that two articles (ids) are not one text. Raises ArticleNotFound, InvalidValue."""
        self._decide(article, other, together=False)

    def _decide(self, article: str, other: str, *, together: bool) -> None:
        titles = " and ".join(f"“{shortened(self._articles.get(id_).title)}”" for id_ in (article, other))
        if article == other:
            raise InvalidValue("pair of articles", article, "two different ones")
        one, another = sorted((self._articles.row_of(article), self._articles.row_of(other)))
        with self._connection.action(f"Put {titles} {'together' if together else 'apart'}"):
            known = self._connection.row(
                "SELECT id, together FROM verdicts WHERE article = ? AND other = ? AND deleted_at IS NULL",
                (one, another),
            )
            if known is not None and bool(known["together"]) == together:
                return
            moment = now()
            if known is not None:
                self._connection.update("verdicts", known["id"], {"deleted_at": moment})
            self._connection.insert(
                "verdicts",
                {
                    "uuid": str(uuid4()),
                    "article": one,
                    "other": another,
                    "together": int(together),
                    "created_by": self._connection.who,
                    "created_at": moment,
                },
            )
