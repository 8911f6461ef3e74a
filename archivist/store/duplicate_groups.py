# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles are one text: groups out of resembling wordings, days of publication and what a person decided.

Whatever order articles came in, the same ones make the same groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from archivist.language.resemblance import NEAR_DAYS, NEAR_DAYS_OF_SHORT, SHORT, Resemblance, may_be_far_apart
from archivist.model import Likeness

_SAME = Resemblance(Likeness.SAME, 1.0)


class Appearance(NamedTuple):
    """An article by what is asked of it here. Days are yyyy-mm-dd, "" where there is none."""

    row: int
    wording: int
    first: str
    last: str


class Pair(NamedTuple):
    """Two rows, the smaller first."""

    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group, and the one of the group that it is most like."""

    row: int
    like: int | None  # row; None for the first of the group
    found: Resemblance | None  # None where a person put the two together


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are one text, the earliest published first."""

    members: tuple[Member, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of its articles."""
        return tuple(member.row for member in self.members)


class _Link(NamedTuple):
    """Two articles that are one text; a person's word goes first, then the closest."""

    rank: float
    one: int
    other: int
    found: Resemblance | None


class _Run(NamedTuple):
    """Articles of one wording, near enough in time to be one text; the first stands for all."""

    articles: list[Appearance]
    first: int | None  # day, as an ordinal; None where none of them is dated
    last: int | None


def groups_of(
    articles: Iterable[Appearance],
    words: Mapping[int, int],
    resemblances: Iterable[tuple[int, int, Resemblance]],
    together: Iterable[Pair],
    apart: Iterable[Pair],
) -> list[Group]:
    """The groups of two articles and more, by the row of their first.

    `words` is how many each wording has. Two articles that a person put apart are in no group together,
    whatever else they resemble; the others of a group stay with the one that they are closest to.
    """
    by_wording: dict[int, list[Appearance]] = defaultdict(list)
    by_row = {}
    for article in articles:
        by_row[article.row] = article
        if words.get(article.wording):
            by_wording[article.wording].append(article)
    runs = {wording: _runs(of_one, words[wording]) for wording, of_one in by_wording.items()}
    links = [_Link(-1, *pair, None) for pair in together if pair.one in by_row and pair.other in by_row]
    links += _links_of_runs(runs)
    links += _links_between(runs, words, resemblances)
    links.sort(key=lambda link: link[:3])
    clusters = _Clusters(apart)
    for link in links:
        clusters.join(link.one, link.other)
    return _groups(links, clusters, by_row)


def _runs(articles: list[Appearance], words: int) -> list[_Run]:
    """The articles of one wording by when they appeared; those without a date go with the first."""
    articles.sort(key=_order)
    dated = [article for article in articles if _day(article.first) is not None]
    undated = [article for article in articles if _day(article.first) is None]
    runs: list[_Run] = []
    for article in dated:
        first, last = _days(article)
        reached = runs[-1].last if runs else None
        if reached is not None and (words >= SHORT or first - reached <= NEAR_DAYS_OF_SHORT):
            runs[-1].articles.append(article)
            runs[-1] = runs[-1]._replace(last=max(reached, last))
        else:
            runs.append(_Run([article], first, last))
    if not runs:
        return [_Run(undated, None, None)]
    runs[0].articles.extend(undated)
    return runs


def _links_of_runs(runs: Mapping[int, Sequence[_Run]]) -> Iterator[_Link]:
    for of_one in runs.values():
        for run in of_one:
            first, *others = run.articles
            for article in others:
                yield _link(first, article, _SAME)


def _links_between(
    runs: Mapping[int, Sequence[_Run]],
    words: Mapping[int, int],
    resemblances: Iterable[tuple[int, int, Resemblance]],
) -> Iterator[_Link]:
    for wording, other, found in resemblances:
        ones, others = runs.get(wording), runs.get(other)
        if ones and others:
            length = min(words[wording], words[other])
            near = NEAR_DAYS_OF_SHORT if length < SHORT else NEAR_DAYS
            if may_be_far_apart(found, length):
                near = date.max.toordinal()
            for one, another in _near(ones, others, near):
                yield _link(one.articles[0], another.articles[0], found)


def _near(ones: Sequence[_Run], others: Sequence[_Run], near: int) -> Iterator[tuple[_Run, _Run]]:
    """The runs of two wordings that are so many days apart at most; both are in the order of time."""
    place = other_place = 0
    while place < len(ones) and other_place < len(others):
        one, other = ones[place], others[other_place]
        if one.first is None or one.last is None or other.first is None or other.last is None:
            yield one, other  # without a date nothing speaks against it
            return
        if max(one.first - other.last, other.first - one.last) <= near:
            yield one, other
        if one.last <= other.last:
            place += 1
        else:
            other_place += 1


class _Clusters:
    """Articles joined one by one, none with one that it was put apart from."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        self._cluster: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def join(self, one: int, other: int) -> None:
        smaller, larger = sorted((self.of(one), self.of(other)), key=len)
        if smaller is larger or self._are_apart(smaller, larger):
            return
        larger += smaller
        for row in smaller:
            self._cluster[row] = larger

    def of(self, row: int) -> list[int]:
        """All articles that are one text with this one. Do not change it."""
        return self._cluster.setdefault(row, [row])

    def all(self) -> Iterator[list[int]]:
        seen = set()
        for cluster in self._cluster.values():
            if id(cluster) not in seen:
                seen.add(id(cluster))
                yield cluster

    def _are_apart(self, smaller: list[int], larger: list[int]) -> bool:
        if not self._apart:
            return False
        return any(self.of(other) is larger for row in smaller for other in self._apart.get(row, ()))


def _groups(links: Sequence[_Link], clusters: _Clusters, by_row: Mapping[int, Appearance]) -> list[Group]:
    closest: dict[int, tuple[int, Resemblance | None]] = {}
    for link in links:
        if clusters.of(link.one) is clusters.of(link.other):
            closest.setdefault(link.one, (link.other, link.found))
            closest.setdefault(link.other, (link.one, link.found))
    groups = []
    for cluster in clusters.all():
        if len(cluster) > 1:
            first, *others = sorted(cluster, key=lambda row: _order(by_row[row]))
            members = [Member(first, None, None), *(Member(row, *closest[row]) for row in others)]
            groups.append(Group(tuple(members)))
    groups.sort(key=lambda group: group.members[0].row)
    return groups


def _link(one: Appearance, other: Appearance, found: Resemblance) -> _Link:
    return _Link(1 - found.share, min(one.row, other.row), max(one.row, other.row), found)


def _order(article: Appearance) -> tuple[bool, str, int]:
    """The earliest published first, those without a date last."""
    return not article.first, article.first, article.row


def _days(article: Appearance) -> tuple[int, int]:
    first, last = _day(article.first) or 0, _day(article.last)
    return first, first if last is None else last


def _day(written: str) -> int | None:
    try:
        return date.fromisoformat(written).toordinal() if written else None
    except ValueError:  # a year that the calendar of Python does not have
        return None
