# SPDX-License-Identifier: GPL-3.0-or-later
"""What reading many articles found: kept in a file beside, told in groups, accepted and rejected by group.

An archive of a hundred thousand articles gives more suggestions than a window should hold. The file
has a line for each: its group and the suggestion, both as JSON with a tab between. It is a copy of
nothing and may be deleted at any time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from archivist.language.dictionary_form import dictionary_form
from archivist.model import ActorType, Article, Kind, Progress, Suggestion
from archivist.store import Archive
from archivist.suggest.accepting import accept
from archivist.suggest.suggester import Suggester

_EXAMPLES = 50
_STEP = 20  # articles after which progress is told
_BATCH = 500  # suggestions a transaction
_SEPARATOR = "\t"  # which JSON does not have unescaped

Offer = tuple[str, Suggestion]  # with the id of its article


class GroupKey(NamedTuple):
    """Suggestions that are accepted together: of one record, or of the same name, words or thing."""

    kind: Kind
    source: str
    what: str  # id of a record; else a name in its dictionary form, the words, what is counted, a date


@dataclass(slots=True)
class Group:
    """The suggestions of one key; articles and examples by the article's id."""

    key: GroupKey
    name: str  # what a list says of it
    count: int = 0
    articles: int = 0
    confidences: Counter[float] = field(default_factory=Counter)  # how many there are of each
    examples: list[Offer] = field(default_factory=list)  # the first ones

    @property
    def confidence(self) -> float:
        """The mean."""
        return sum(confidence * count for confidence, count in self.confidences.items()) / max(1, self.count)

    def count_from(self, at_least: float) -> int:
        """How many are of this confidence."""
        return sum(count for confidence, count in self.confidences.items() if confidence >= at_least)

    def below(self, at_least: float) -> Group | None:
        """What is left of it when all of this confidence is settled; of articles it says how many at the most."""
        left = Counter({each: count for each, count in self.confidences.items() if each < at_least})
        if not left:
            return None
        examples = [offer for offer in self.examples if offer[1].confidence < at_least]
        count = left.total()
        return replace(self, count=count, articles=min(self.articles, count), confidences=left, examples=examples)


def scan(
    archive: Archive, rows: Sequence[int], kinds: Collection[Kind], path: Path
) -> Generator[Progress, None, list[Group]]:
    """Read these articles (rows), write what is offered in them to a new file, and return its groups,
    those with most suggestions first.
    """
    suggester, groups = Suggester(archive), _Grouping(archive)
    with path.open("x", encoding="utf-8") as file:
        for at in range(0, len(rows), _STEP):
            yield Progress(at, len(rows), "scan")
            for article in archive.articles.at_rows(rows[at : at + _STEP]):
                for suggestion in suggester.of_article(article, kinds):
                    key = groups.add(article, suggestion)
                    file.write(_as_line(article.id, suggestion, key))
    yield Progress(len(rows), len(rows), "scan")
    return groups.sorted()


def accept_groups(
    archive: Archive, path: Path, keys: Collection[GroupKey], at_least: float
) -> Generator[Progress, None, int]:
    """Annotate what belongs to these groups and is of this confidence, as one step; returns how many.

    What no longer stands in its article, or is annotated there by now, is passed over. Raises StepUndone.
    """
    return (yield from _settle(archive, path, keys, at_least, accepting=True))


def reject_groups(
    archive: Archive, path: Path, keys: Collection[GroupKey], at_least: float
) -> Generator[Progress, None, int]:
    """Reject what belongs to these groups and is of this confidence, as one step; returns how many."""
    return (yield from _settle(archive, path, keys, at_least, accepting=False))


def _settle(
    archive: Archive, path: Path, keys: Collection[GroupKey], at_least: float, *, accepting: bool
) -> Generator[Progress, None, int]:
    wanted = [offer for offer in _of_groups(path, keys) if offer[1].confidence >= at_least]
    name = f"{'Accept' if accepting else 'Reject'} {len(wanted)} suggestions"
    done, step = 0, None
    for at in range(0, len(wanted), _BATCH):
        yield Progress(at, len(wanted), "accept" if accepting else "reject")
        with archive.action(name, continues=step) as step:
            batch = [offer for offer in wanted[at : at + _BATCH] if _still_stands(archive, *offer)]
            done += len(accept(archive, batch)) if accepting else archive.rejections.add_many(batch)
    yield Progress(len(wanted), len(wanted), "accept" if accepting else "reject")
    return done


def read(path: Path) -> Iterator[Offer]:
    """The suggestions of a file that scan() wrote, in its order."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield _offer(line.partition(_SEPARATOR)[2])


def _of_groups(path: Path, keys: Collection[GroupKey]) -> Iterator[Offer]:
    wanted = {_as_text(key) for key in keys}
    with path.open(encoding="utf-8") as file:
        for line in file:
            key, _, offer = line.partition(_SEPARATOR)
            if key in wanted:  # most are not, and to decode them all would be what takes the time
                yield _offer(offer)


class _Grouping:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._groups: dict[GroupKey, Group] = {}
        self._last: dict[GroupKey, str] = {}  # the article that was counted last
        self._forms: dict[tuple[str, str, bool | None], str] = {}  # of names, by words, language, whether a person's

    def add(self, article: Article, suggestion: Suggestion) -> GroupKey:
        """Add a suggestion to its group, and return which that is."""
        name = self._name(article, suggestion)
        key = _key(suggestion, name)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group(key, name)
        group.count += 1
        group.confidences[suggestion.confidence] += 1
        if self._last.get(key) != article.id:
            self._last[key] = article.id
            group.articles += 1
        if len(group.examples) < _EXAMPLES:
            group.examples.append((article.id, suggestion))
        return key

    def sorted(self) -> list[Group]:
        return sorted(self._groups.values(), key=lambda group: (-group.count, group.name))

    def _name(self, article: Article, suggestion: Suggestion) -> str:
        if suggestion.record is not None:
            return self._archive.records.get(suggestion.record).name
        attributes = suggestion.attributes
        match suggestion.kind:
            case Kind.FIGURE:
                return str(attributes.get("counted") or attributes.get("unit") or "")
            case Kind.DATE:
                return str(attributes.get("edtf", ""))
            case Kind.ACTOR:
                return self._dictionary_form(article, suggestion)
        return _words(suggestion)

    def _dictionary_form(self, article: Article, suggestion: Suggestion) -> str:
        """An actor's name, so that “Казахстані” and “Казахстану” are one; of a name it is that of the first text."""
        words, type_ = _words(suggestion), suggestion.attributes.get("type")
        is_person = None if type_ is None else type_ == ActorType.PERSON
        known = (words, article.language, is_person)
        if known not in self._forms:
            text = self._archive.articles.revision(article.id).body
            self._forms[known] = dictionary_form(words, article.language, is_person=is_person, text=text)
        return self._forms[known]


def _key(suggestion: Suggestion, name: str) -> GroupKey:
    if suggestion.record is not None:
        return GroupKey(suggestion.kind, "mention", suggestion.record)
    is_named = suggestion.kind in (Kind.ACTOR, Kind.EVENT)
    return GroupKey(suggestion.kind, suggestion.source, name.casefold() if is_named else name)


def _words(suggestion: Suggestion) -> str:
    return " ".join(suggestion.quote.split())


def _still_stands(archive: Archive, article: str, suggestion: Suggestion) -> bool:
    if archive.articles.is_deleted(article):
        return False
    body = archive.articles.revision(article).body
    return body[suggestion.start : suggestion.end] == suggestion.quote


def _as_line(article: str, suggestion: Suggestion, key: GroupKey) -> str:
    return f"{_as_text(key)}{_SEPARATOR}{json.dumps([article, asdict(suggestion)], ensure_ascii=False)}\n"


def _as_text(key: GroupKey) -> str:
    return json.dumps(key, ensure_ascii=False)


def _offer(line: str) -> Offer:
    article, said = json.loads(line)
    said["kind"] = Kind(said["kind"])
    return article, Suggestion(**said)
