# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive with all that there is to hand over: made from a seed, on top of one with articles."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from archivist.model import (
    Alias,
    Annotation,
    ArticleDraft,
    JsonValue,
    Kind,
    Node,
    NodeType,
    Provenance,
    RecordDraft,
    Restriction,
    RestrictionKind,
    Role,
    Status,
)
from archivist.store import Archive
from archivist.store.attributes import APPROXIMATIONS
from archivist.text import canonical
from tests.exchange.conftest import HARD_TEXT

_ANNOTATORS = ("Olena", "Ігор =К.", "A | B; C")
_SHARE_OF_POSTS = 0.2  # in so many of the articles somebody marks more
_TEXTS = (
    HARD_TEXT,
    "Знаки\tй відступи  \n\n\n  \u00a0рядок\u2003\nа\u0301\u0308й\ufeff кінець \x0b і \x1c все\x01 \x85ні\n\n",
    '=1+1\n@SUM\n-5 осіб\n+380\n\'апостроф\n"лапки" <b>&amp;</b> \\n \\\\ {"a": 1} ]]> --> # T1\tX 0 1\ta',
    "🇺🇦👩🏽‍🚒 " * 40 + "кінець",
    "мова \u202eתירבע\u202c та العربية مع 12 رقم\nЄдиний рядок " + "слово " * 400,
)
_NOTES = (
    "перевірити",
    "=1+1\nдругий рядок\n\nчетвертий",
    "  з пробілами  ",
    '{"archivist": 1} <b>& "лапки"',
    "😀 \t таб",
)
_NAMES = ("Збитки / шкода", "a b=c", "O", "B-PER", "тег з 😀", "x" * 60, "<code>&", "T1")
_WORDS = ("Палац", "Уряд", "Хвиля", "=Рада", "Ґанок 😀", "Порт | Док", "a & b", "«Лапки»")


def enrich(folder: Path, seed: int = 6) -> None:
    """Add hard texts, tags, records, annotations of several people, relations, restrictions, and what is for review."""
    chance = random.Random(seed)
    with Archive.open(folder, who=_ANNOTATORS[0]) as archive, archive.action("Enrich"):
        _add_texts(archive)
        _add_tags(archive, chance)
        _add_records(archive, chance)
        _describe(archive, chance)
    for who in _ANNOTATORS:
        with Archive.open(folder, who=who) as archive, archive.action("Annotate"):
            _annotate(archive, chance)
    with Archive.open(folder, who=_ANNOTATORS[1]) as archive, archive.action("Relate"):
        _relate(archive, chance)
        _send_for_review(archive)


def _ids(archive: Archive) -> list[str]:
    """The ids of all articles in an order that is the same whenever the archive is made."""
    return sorted(archive.articles.ids(archive.articles.rows()), key=lambda id_: archive.articles.revision(id_).body)


def _records(archive: Archive, kind: Kind | None = None) -> list[str]:
    return [record.id for record in sorted(archive.records.all(kind), key=lambda record: record.name)]


def _add_texts(archive: Archive) -> None:
    for text in _TEXTS:
        body = canonical(text, compose=False)
        draft = ArticleDraft(
            body[:30], body, language="uk", captured="2022-01-06T10:00:00Z", warnings=("дата непевна",)
        )
        archive.articles.add(draft, text.encode(), "text/plain")


def _add_tags(archive: Archive, chance: random.Random) -> None:
    parent = None
    for number, name in enumerate(_NAMES):
        kind = list(Kind)[number % 4]
        same_kind = parent is not None and parent.kind is kind
        parent = archive.tags.add(
            name,
            kind,
            colour=f"#{chance.randrange(1 << 24):06x}",
            description=chance.choice(("", "опис\nдва рядки", "=опис & <b>")),
            **({"parent": parent.id} if same_kind and parent else {}),
        )
    archive.tags.add("дитина", "event", parent=archive.tags.named(_NAMES[0]).id, shortcut="ї")


def _add_records(archive: Archive, chance: random.Random) -> None:
    events: list[str] = []
    for number in range(60):
        kind = (Kind.EVENT, Kind.ACTOR, Kind.FIGURE)[number % 3]
        name = f"{chance.choice(_WORDS)} {number}"
        draft = RecordDraft(kind, name, note=chance.choice(("", *_NOTES)), external_ids={"wikidata": f"Q{number}"})
        archive.records.add(_completed(draft, number, chance, events))
        if kind is Kind.EVENT:
            events = _records(archive, Kind.EVENT)


def _completed(draft: RecordDraft, number: int, chance: random.Random, events: list[str]) -> RecordDraft:
    """The draft with what its kind has."""
    if number % 2:
        draft = replace(draft, aliases=(Alias(f"{draft.name} інакше"), Alias(f"=Alias {number}", "en")))
    match draft.kind:
        case Kind.EVENT:
            parent = chance.choice(events) if events and number % 4 == 0 else None
            return replace(draft, type="протест", date="2022-01-05~", place="Київ; порт", parent=parent)
        case Kind.ACTOR:
            return replace(draft, type="person", roles=(Role("голова", "=Уряд", "2020", "2022-01~"), Role("учасник")))
        case _:
            return replace(draft, counted="загиблі", of_whom="люди", unit="осіб")


def _describe(archive: Archive, chance: random.Random) -> None:
    """Say of some articles all that can be said of one."""
    ids = _ids(archive)
    for number, id_ in enumerate(chance.sample(ids, max(1, len(ids) // 10))):
        archive.articles.update(
            id_,
            outlet=chance.choice(("Вісник", '=Вісник "Край"', "A & B")),
            byline="О. К., <b>",
            section="Політика / місто",
            url=f"https://example.org/{number}?a=1&b=ї",
            published=chance.choice(("2022-01~", "2022-01-05", "2021/2022", "2022-21")),
        )
        name = f"Колекція {number % 5}, =з комою"
        archive.collections.put_in(archive.collections.ensure(name).name, [id_])
    first, second = ids[:2]
    archive.articles.restrict([first], Restriction(RestrictionKind.EMBARGO, "2031-01-31", "на прохання"))
    archive.articles.restrict([second], Restriction(RestrictionKind.REDACTED, reason="=імена"))


def _annotate(archive: Archive, chance: random.Random) -> None:
    tags = archive.tags.all()
    records = {kind: _records(archive, kind) for kind in (Kind.EVENT, Kind.ACTOR, Kind.FIGURE)}
    ids = _ids(archive)
    hard = [id_ for id_ in ids if archive.articles.get(id_).title[:10] in {text[:10] for text in _TEXTS}]
    for id_ in [*hard, *chance.sample(ids, int(_SHARE_OF_POSTS * len(ids)))]:
        length = len(archive.articles.revision(id_).body)
        for _ in range(chance.randrange(1, 8 if id_ in hard else 4)):
            start = chance.randrange(length)
            end = min(length, start + chance.choice((1, 2, 5, 20, 80)))
            for _ in range(1 + (chance.random() < 0.1)):  # somebody marks the same twice
                tag = chance.choice(tags)
                of_kind = records.get(tag.kind, [])
                archive.annotations.add(
                    id_,
                    start,
                    end,
                    tag.id,
                    note=chance.choice(("", *_NOTES)),
                    attributes=_attributes(tag.kind, chance),
                    record=chance.choice(of_kind) if of_kind and chance.random() < 0.5 else None,
                    cut_characters=True,
                )


def _attributes(kind: Kind, chance: random.Random) -> Mapping[str, JsonValue]:
    if chance.random() < 0.3:
        return {}
    match kind:
        case Kind.FIGURE:
            number: dict[str, JsonValue] = chance.choice(
                ({"value": 18}, {"value": 0}, {"value": -2.5}, {"low": 2000.5, "high": 2500}, {"low": 3}, {"high": 1e9})
            )
            said = {"approximation": chance.choice(APPROXIMATIONS), "unit": "осіб", "counted": "людей; =дітей"}
            return {**number, **said, "claimant": 'МВС, "уряд"', "as_of": "2022-01~", "sources": ["а", "б;в"]}
        case Kind.DATE:
            return {"edtf": chance.choice(("2022-01-05", "2022-01~", "2021/2022", "2022-01-05?"))}
        case _:
            return chance.choice(
                (
                    {"modality": "asserted", "будь яка назва": " два  пробіли "},
                    {"list": ["а", 1.5, None, True, {"q": "x"}], "number": 7, "yes": True},
                    {"код": "=1+1\nдва рядки\tтаб"},
                )
            )


def _relate(archive: Archive, chance: random.Random) -> None:
    marks = [
        mark for id_ in _ids(archive) for mark in archive.annotations.of_article(id_) if mark.status is Status.ANCHORED
    ]
    by_article: dict[str, list[Annotation]] = {}
    for mark in marks:
        by_article.setdefault(mark.article, []).append(mark)
    several = [found for found in by_article.values() if len(found) > 1]
    for found in chance.sample(several, min(150, len(several))):
        _link(archive, chance, *(_node(mark) for mark in chance.sample(found, 2)))
    for _ in range(60):
        _link(archive, chance, *(_node(mark) for mark in chance.sample(marks, 2)))
    records = _records(archive)
    for mark in chance.sample(marks, 60):
        _link(archive, chance, _node(mark), Node(NodeType.RECORD, chance.choice(records)))
    for _ in range(40):
        _link(archive, chance, *(Node(NodeType.RECORD, id_) for id_ in chance.sample(records, 2)))


def _link(archive: Archive, chance: random.Random, source: Node, target: Node) -> None:
    type_ = chance.choice(("says", "contradicts", "тип / з пробілом", "replaces"))
    archive.relations.add(type_, source, target, chance.choice(("", *_NOTES)))


def _node(mark: Annotation) -> Node:
    return Node(NodeType.ANNOTATION, mark.id)


def _send_for_review(archive: Archive) -> None:
    """Give the first five annotated articles another text, in which the words of half their annotations are not."""
    reading = Provenance("pasted", "correction", "1", None)
    ids = (id_ for id_ in _ids(archive) if archive.annotations.of_article(id_))
    for id_ in [next(ids) for _ in range(5)]:
        body = archive.articles.revision(id_).body
        archive.articles.revise(id_, f"Виправлено.\n{body[: len(body) // 2]}", reading)
