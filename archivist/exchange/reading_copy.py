# SPDX-License-Identifier: GPL-3.0-or-later
"""What a copy of an article for reading says of it and of its annotations, in words, whatever it is written in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, Article, Claim, JsonValue, Kind

# How a claim's number is said that is not simply meant as it is.
_APPROXIMATIONS = {
    "about": "about {}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "almost": "almost {}",
    "up_to": "up to {}",
}
_LARGE = 10_000
_NO_BREAK = "\u00a0"
_OF_CLAIMS = frozenset({"value", "low", "high", "approximation", "unit", "counted", "claimant", "as_of"})


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """An annotation with all that is said of it; in a copy it is known by its number, from 1."""

    number: int
    annotation: Annotation
    record: str  # its name, "" where it is linked to none
    claim: str  # "about 18 killed · interior ministry · as of 2024-01-06", "" where it is none
    attributes: Mapping[str, str]  # the others
    relations: tuple[str, ...]  # "replaces 3"

    @property
    def kind(self) -> Kind:
        """The kind of its tag."""
        return self.annotation.tag.kind

    @property
    def by(self) -> str:
        """Who made it and when."""
        mark = self.annotation
        changed = f", changed {mark.modified_at}" if mark.modified_at != mark.created_at else ""
        return ", ".join(filter(None, (mark.created_by, mark.created_at))) + changed


def numbered_marks(handed: HandedArticle, contents: Contents) -> list[NumberedMark]:
    """The annotations of an article in their order; those for review come last."""
    marks = (*handed.annotations, *handed.for_review)
    ids = {mark.record for mark in marks if mark.record is not None}
    records = contents.archive.records.at(ids) if ids else {}
    is_claimed = any(mark.tag.kind is Kind.FIGURE for mark in marks)
    claims = {one.annotation.id: one for one in contents.claims(handed.article.id)} if is_claimed else {}
    numbers = {mark.id: number for number, mark in enumerate(marks, 1)}
    related: dict[str, list[str]] = {}
    for relation in handed.relations:
        note = f" ({' '.join(relation.note.split())})" if relation.note else ""
        words = f"{relation.type} {numbers[relation.target.id]}{note}"
        related.setdefault(relation.source.id, []).append(words)
    found = []
    for number, mark in enumerate(marks, 1):
        claim = _claim_words(claims[mark.id]) if mark.id in claims else ""
        record = records.get(mark.record or "")
        attributes = {
            name: _attribute_words(value)
            for name, value in sorted(mark.attributes.items())
            if not (claim and name in _OF_CLAIMS)
        }
        name = record.name if record is not None else ""
        found.append(NumberedMark(number, mark, name, claim, attributes, tuple(related.get(mark.id, ()))))
    return found


def _claim_words(claim: Claim) -> str:
    number = _number_words(claim)
    if not number:
        return ""
    has_unit = claim.unit not in ("", claim.counted)
    counted = f"({claim.counted})" if has_unit and claim.counted else claim.counted
    what = " ".join(filter(None, (number, claim.unit if has_unit else "", counted)))
    as_of = f"as of {claim.as_of}" if claim.as_of else ""
    return " · ".join(filter(None, (what, claim.claimant, as_of)))


def _number_words(claim: Claim) -> str:
    if claim.value is not None:
        return _APPROXIMATIONS.get(claim.approximation, "{}").format(_digits(claim.value))
    if claim.low is not None and claim.high is not None:
        return f"{_digits(claim.low)} to {_digits(claim.high)}"
    if claim.low is not None:
        return f"at least {_digits(claim.low)}"
    return f"up to {_digits(claim.high)}" if claim.high is not None else ""


def _digits(number: float) -> str:
    """A number; a large one in groups of three digits."""
    return f"{number:,}".replace(",", _NO_BREAK) if abs(number) >= _LARGE else f"{number}"


def _attribute_words(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def about(handed: HandedArticle, contents: Contents) -> Iterator[tuple[str, str]]:
    """What is known of an article beside its title, each with what it is."""
    article = handed.article
    known = (
        ("Outlet", article.outlet),
        ("Byline", article.byline),
        ("Section", article.section),
        ("Published", article.published),
        ("Address", article.url),
        ("Captured", article.captured),
        ("Language", article.language),
        ("Collections", "; ".join(contents.collections(article.id))),
        ("Restriction", restriction_words(article)),
        ("Article", article.id),
    )
    yield from ((name, value) for name, value in known if value)


def restriction_words(article: Article) -> str:
    """That an article is not to be handed on, "" where it is free."""
    if article.restriction is None:
        return ""
    until = f" until {article.restriction.until}" if article.restriction.until else ""
    reason = f": {article.restriction.reason}" if article.restriction.reason else ""
    return f"{article.restriction.kind}{until}{reason}"


def citation(article: Article) -> str:
    """How to refer to an article."""
    title = f"“{article.title}”" if article.title else ""
    where = ", ".join(filter(None, (article.outlet, article.published)))
    captured = f"Captured {article.captured}" if article.captured else ""
    parts = (article.byline.rstrip("."), title, where, captured, article.url)
    return ". ".join(filter(None, parts))


def edges(marks: Sequence[NumberedMark]) -> list[int]:
    """Where an annotation begins or ends, each place once."""
    return sorted({edge for mark in marks for edge in (mark.annotation.start, mark.annotation.end)})


def is_web_address(url: str) -> bool:
    """Whether an address may be made a link."""
    scheme, separator, rest = url.partition("://")
    return scheme.lower() in ("http", "https") and bool(separator and rest) and not any(map(str.isspace, url))
