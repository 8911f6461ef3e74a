# SPDX-License-Identifier: GPL-3.0-or-later
"""Which article of the archive a document of a foreign file is, and the new one that it becomes.

A document is the article with its id; else the one that was made of the same piece of the same
file; else one that has its text. One without a text is found by id, address or title. Documents of
one file that are told apart by their ids or names stay apart, be their texts the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from archivist import __version__
from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.exchange.addresses import address_key
from archivist.exchange.incoming.originals_of import OriginalsOf
from archivist.exchange.items import ReadDocument
from archivist.exchange.report import Outcome
from archivist.language.detect import detect_language
from archivist.model import Article, ArticleDraft, Provenance
from archivist.store import Archive
from archivist.store.selections import TextHere
from archivist.structure import short_title, structure, without_marks
from archivist.text import canonical, one_line, text_sha256

# Makes the ids of articles that have none: one file gives the same articles in every archive.
_ARTICLES = UUID("6d0a3f0e-7f6b-4f5e-9f0e-2a5c9f1f6a27")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LANGUAGE = re.compile("[a-z]{2,3}")


class NotHere(LookupError):
    """No article is what a document speaks of, or it is not certain which, and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """The article that a document is."""

    article: Article
    outcome: Outcome  # new, restored or unchanged; mapped where it is here under another id
    told: str = ""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a document says by which it is told apart from another one with the same text."""

    id: str
    name: str

    def is_of(self, other: _Claim) -> bool:
        if self.id and other.id:
            return self.id == other.id
        return self.name == other.name


class ArticlesHere:
    """The articles of an archive, as the documents of one file find them."""

    def __init__(self, archive: Archive, format_name: str, originals: OriginalsOf) -> None:
        self._archive = archive
        self._format = format_name
        self._originals = originals
        self._claims: dict[str, _Claim] = {}  # by the id of the article
        self._parts: dict[str, str] = {}  # whose it is, by part of the file

    def prepare(self, document: ReadDocument) -> None:
        """Read what it takes to find a document, seconds of a large archive, before an action begins."""
        if self._archive.articles.is_known(document.id.lower()):
            return
        if document.text is not None:
            _ = self._by_hash
        elif document.url:
            _ = self._by_address
        else:
            _ = self._by_title

    def find(self, document: ReadDocument) -> Found:
        """The article that a document is, made or brought back where that is needed; inside an action.

        Raises NotHere.
        """
        id_ = document.id.lower() if _UUID.fullmatch(document.id.lower()) else ""
        claim = _Claim(id_, PurePosixPath(document.name).name)
        found = self._by_id(id_) or (
            self._by_address_or_title(document)
            if document.text is None
            else self._by_text(document, claim) or self._added(document, id_)
        )
        self._claims.setdefault(found.article.id, claim)
        return found

    def _by_id(self, id_: str) -> Found | None:
        articles = self._archive.articles
        if not id_ or not articles.is_known(id_):
            return None
        if articles.is_deleted(id_):
            articles.restore(id_)
            return Found(articles.get(id_), Outcome.RESTORED)
        return Found(articles.get(id_), Outcome.UNCHANGED)

    # By its text

    @cached_property
    def _all(self) -> list[TextHere]:
        return self._archive.selections.texts_here()

    @cached_property
    def _by_hash(self) -> dict[bytes, list[TextHere]]:
        found: dict[bytes, list[TextHere]] = defaultdict(list)
        for one in self._all:
            found[bytes.fromhex(one.sha256)].append(one)
        return found

    def _by_text(self, document: ReadDocument, claim: _Claim) -> Found | None:
        sha256 = text_sha256(_body(document))
        fitting = [one for one in self._by_hash.get(bytes.fromhex(sha256), ()) if self._fits(one, document, claim)]
        part = _part(document)
        fitting.sort(key=lambda one: one.part != part)  # else as they came: live ones, then the oldest, first
        for one in fitting:
            found = self._by_id(one.id)
            if found is None or self._archive.articles.revision(one.id).sha256 != sha256:
                continue  # changed by somebody since
            if found.outcome is Outcome.UNCHANGED and claim.id and claim.id != one.id:
                return replace(found, outcome=Outcome.MAPPED, told=f"is here under another id, {one.id}")
            return found
        return None

    def _fits(self, here: TextHere, document: ReadDocument, claim: _Claim) -> bool:
        if here.url and document.url and address_key(here.url) != address_key(document.url):
            return False
        known = self._claims.get(here.id)
        return known is None or known.is_of(claim)

    # By what it says of itself

    @cached_property
    def _by_address(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._all:
            if one.url and not one.deleted:
                found[address_key(one.url)].append(one.id)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._all:
            if not one.deleted:
                found[one.title.casefold()].append(one.id)
        return found

    def _by_address_or_title(self, document: ReadDocument) -> Found:
        ids: list[str] = []
        if document.url:
            ids = self._by_address.get(address_key(document.url), [])
        if not ids and document.title:
            ids = self._by_title.get(one_line(document.title).casefold(), [])
        ids = [
            id_ for id_ in ids if self._archive.articles.is_known(id_) and not self._archive.articles.is_deleted(id_)
        ]
        if not ids:
            raise NotHere("its text is not in the file, and no article here has its id, address or title")
        if len(ids) > 1:
            ids = self._with_most_quotes(ids, document) or ids
        if len(ids) > 1:
            raise NotHere(f"its text is not in the file, and {len(ids)} articles here have its address or title")
        return Found(self._archive.articles.get(ids[0]), Outcome.UNCHANGED)

    def _with_most_quotes(self, ids: list[str], document: ReadDocument) -> list[str]:
        """Those of the articles in whose texts most of the words stand that the document marks."""
        quotes = {canonical(mark.quote, compose=False) for mark in document.annotations if mark.quote}
        counts = {id_: sum(quote in self._archive.articles.revision(id_).body for quote in quotes) for id_ in ids}
        most = max(counts.values())
        return [id_ for id_, count in counts.items() if count == most] if most else []

    # A new one

    def _added(self, document: ReadDocument, id_: str) -> Found:
        articles = self._archive.articles
        draft, told = self._draft(document)
        if not draft.body.strip():
            raise NotHere("its text is empty")
        sha256 = text_sha256(draft.body)
        part = _part(document)
        stable = id_ or str(uuid5(_ARTICLES, "\x1f".join((self._format, part, sha256))))
        raw, media_type = self._originals.of(document)
        added = articles.add(
            draft,
            raw,
            media_type,
            part=self._free_part(part, sha256 + id_),
            id_=None if articles.is_known(stable) else stable,
        )
        if document.restriction is not None and not added.duplicate and not added.restored:
            articles.restrict([added.article], document.restriction)
        article = articles.get(added.article)
        here = TextHere(article.id, sha256, part, article.url, article.title, deleted=False)
        if "_all" in self.__dict__:
            self._by_hash.setdefault(bytes.fromhex(sha256), []).append(here)
        if added.restored:
            return Found(article, Outcome.RESTORED)
        return Found(article, Outcome.UNCHANGED if added.duplicate else Outcome.NEW, told)

    def _free_part(self, part: str, whose: str) -> str:
        """The name of a document, told apart from others of the file that have the same."""
        free, number = part, 1
        while self._parts.setdefault(free, whose) != whose:
            number += 1
            free = f"{part} ({number})"
        return free

    def _draft(self, document: ReadDocument) -> tuple[ArticleDraft, str]:
        """The article that a document is to become, and what of it could not be taken over."""
        body = _body(document)
        headline = structure(body).headline
        dates, refused = _dates(document)
        language = document.language.strip().lower()
        is_known = _LANGUAGE.fullmatch(language) or (not language and document.id)  # an Archivist knew that it has none
        title = one_line(document.title) or (without_marks(body[slice(*headline)]) if headline else "")
        draft = ArticleDraft(
            title=title or short_title(body) or one_line(document.name),
            body=body,
            outlet=document.outlet,
            byline=document.byline,
            section=document.section,
            url=document.url,
            language=language if is_known else detect_language(body),
            provenance=Provenance(
                self._originals.source,
                self._format,
                __version__,
                document.encoding or None,
                {"document": _part(document), **refused},
            ),
            published=dates.get("published", ""),
            captured=dates.get("captured", ""),
        )
        told = "; ".join(f"has no “{name}” here, as “{value}” is no date" for name, value in refused.items())
        return draft, told


def _body(document: ReadDocument) -> str:
    return canonical(document.text or "", compose=False)


def _part(document: ReadDocument) -> str:
    return one_line(document.name)


def _dates(document: ReadDocument) -> tuple[dict[str, str], dict[str, str]]:
    """The dates that a document says, and what it says that is none."""
    dates, refused = {}, {}
    for name in ("published", "captured"):
        value = one_line(getattr(document, name))
        try:
            if value:
                date_range(value)
            dates[name] = value
        except InvalidDate:
            refused[name] = value
    return dates, refused
