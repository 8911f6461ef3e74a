# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences as a document: its text from the tokens, and what is marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from archivist.exchange import carried
from archivist.exchange.conllu.entities import OUTSIDE, Brackets, Entity, decoded, label_of
from archivist.exchange.conllu.spacing import unescaped
from archivist.exchange.conllu.treebank import ENTITY, LAYER, Sentence, Token
from archivist.exchange.files.json_fields import Fields, is_uuid
from archivist.exchange.items import Problem, ReadAnnotation, ReadDocument, ReadRelation
from archivist.file_names import shown

_OURS = "archivist."
_SPACE = re.compile(r"\s*")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_LANGUAGE = re.compile("[a-z]{2}")
_MOST_PROBLEMS = 20  # of texts that differ; a file that counts otherwise differs in every sentence


def _is_of_words(comment: str) -> bool:
    return comment in ("text", "sent_id") or comment.startswith(_OURS)


class Document:
    """A document that is put together sentence by sentence."""

    def __init__(self, name: str, where: str, fields: str = "") -> None:
        self.name = name
        self._where = where
        self._parts: list[str] = []
        self._length = 0  # code points of the text so far
        self._space = ""  # what stands between it and what follows
        self._tokens: list[Token] = []
        self._places: list[tuple[int, int]] = []
        self._brackets = Brackets(fields)
        self._entities: list[tuple[str, Entity]] = []  # with their layers
        self._comments: dict[str, tuple[str, str]] = {}  # with where they are
        self._problems: list[Problem] = []
        self._differing = 0
        self._annotations: dict[str, ReadAnnotation] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self._tokens and not self._comments

    def add(self, sentence: Sentence) -> None:
        """Add a sentence."""
        self._problems += sentence.problems
        for key, value in sentence.comments.items():
            if not key.startswith("global."):
                self._comments.setdefault(key, (value, sentence.places[key]))
        if any(key == "newpar" or key.startswith("newpar ") for key in sentence.comments) and self._tokens:
            self._space = self._space if "\n" in self._space else "\n"
        if "archivist.blank" in sentence.comments:  # it has no words, and the file may not be without one
            self._append(unescaped(sentence.comments["archivist.blank"]))
            return
        if not sentence.tokens and any(map(_is_of_words, sentence.comments)):
            self._problems.append(Problem(sentence.where, "a sentence without words: the file may break off here"))
        first = len(self._tokens)
        spaces = self._spaces(sentence)
        for token, space in zip(sentence.tokens, spaces, strict=True):
            before = token.space_before() or (self._space if self._tokens else "")
            start = self._length + len(before)
            self._parts += (before, token.form)
            self._length = start + len(token.form)
            self._places.append((start, self._length))
            self._tokens.append(token)
            self._space = space
        self._mark(first)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _spaces(self, sentence: Sentence) -> list[str]:
        """The white space after each token: as it says, else as the text of the sentence has it."""
        said = [token.space_after() for token in sentence.tokens]
        plain = [" " if space is None else space for space in said]
        text = sentence.comments.get("text")
        if text is None or any(token.exact for token in sentence.tokens):
            return plain
        at = 0
        found: list[str] = []
        for token in sentence.tokens:
            start = at + len(_SPACE.findall(text, at)[0])
            if not text.startswith(token.form, start):
                return self._told(sentence, text, plain)
            found.append(text[at:start])
            at = start + len(token.form)
        if text[at:].strip():
            return self._told(sentence, text, plain)
        return [*found[1:], *plain[-1:]]

    def _told(self, sentence: Sentence, text: str, spaces: list[str]) -> list[str]:
        self._differing += 1
        made = "".join(token.form + space for token, space in zip(sentence.tokens, spaces, strict=True)).strip()
        if self._differing <= _MOST_PROBLEMS:
            what = f"the words are “{shown(made)}”, but “# text” is “{shown(text)}”; the words were taken"
            self._problems.append(Problem(sentence.where, what))
        return spaces

    # What is marked

    def _mark(self, first: int) -> None:
        """Find what is marked in the tokens from this one on, which are a sentence."""
        tokens = self._tokens[first:]
        layers = sorted({key for token in tokens for key in token.misc if LAYER.fullmatch(key)})
        for layer in layers:
            if any(f"{layer}Id" in token.misc for token in tokens):
                continue  # our own, which may go on in the next sentence
            tags = [token.misc.get(layer, "O") for token in tokens]
            for entity in decoded(tags):
                moved = replace(entity, first=entity.first + first, last=entity.last + first)
                self._entities.append((layer, moved))
        for at, token in enumerate(tokens, first):
            if token.misc.get(ENTITY, "_") in OUTSIDE:
                continue
            try:
                self._entities += ((ENTITY, entity) for entity in self._brackets.read(at, token.misc[ENTITY]))
            except ValueError as error:
                self._problems.append(Problem(token.where, f"a mark was left out: {error}"))

    def _numbered(self) -> Iterator[tuple[str, Entity]]:
        """Our own entities with their numbers: tokens in a row that have the same."""
        for layer in sorted({key for token in self._tokens for key in token.misc if f"{key}Id" in token.misc}):
            numbers = [token.misc.get(f"{layer}Id", "") for token in self._tokens]
            at = 0
            for number, run in groupby(numbers):
                first, at = at, at + len(list(run))
                if number:
                    label = unescaped(label_of(self._tokens[first].misc.get(layer, "")))
                    yield number, Entity(first, at, label)

    def document(self) -> ReadDocument:
        """All of it."""
        if self._tokens and "SpacesAfter" in self._tokens[-1].misc:
            self._append(self._space)
        text = "".join(self._parts)
        for place, (layer, entity) in enumerate(sorted(self._entities, key=_by_place), 1):
            self._annotate(text, f"{layer} {place}", entity)
        for number, entity in self._numbered():
            self._annotate(text, number, entity)
        for key, (value, where) in self._ours("annotation."):
            self._complete(text, key, value, where)
        for id_ in self._brackets.unclosed():
            self._problems.append(Problem(self._where, f"“{shown(id_)}” begins and does not end; it was left out"))
        if self._differing > _MOST_PROBLEMS:
            more = self._differing - _MOST_PROBLEMS
            self._problems.append(Problem(self._where, f"further sentences that differ from their “# text”: {more}"))
        about = self._about()
        relations = tuple(self._relations())
        document = ReadDocument(self.name, text, tuple(self._annotations.values()), relations)
        return replace(document, problems=tuple(self._problems), **about)

    def _annotate(self, text: str, key: str, entity: Entity) -> None:
        start, end = self._places[entity.first][0], self._places[entity.last - 1][1]
        while key in self._annotations:  # parts of one of ours that was cut in two
            key += "+"
        self._annotations[key] = ReadAnnotation(
            key,
            start,
            end,
            entity.label,
            self._tokens[entity.first].where,
            text[start:end],
            attributes=entity.attributes,
        )

    # What we noted ourselves

    def _ours(self, sort: str) -> Iterator[tuple[str, tuple[str, str]]]:
        for key, noted in self._comments.items():
            if key.startswith(_OURS + sort):
                yield key.removeprefix(_OURS + sort), noted

    def _complete(self, text: str, key: str, value: str, where: str) -> None:
        try:
            fields = carried.fields_of(value)
            span = carried.span_of(fields)
            mark = self._annotations.get(key)
            if mark is None:
                mark = self._wordless(text, key, fields, where)
            elif span and self._covered(*span) == self._covered(mark.start, mark.end):
                mark = replace(mark, start=span[0], end=span[1], quote=text[slice(*span)])
            note, record = fields.text("note", ""), fields.text("record", "")
            self._annotations[key] = carried.with_carried(replace(mark, note=note, record=record), fields)
        except ValueError as error:
            self._problems.append(carried.problem(where, f"annotation {shown(key)}", error))

    def _wordless(self, text: str, key: str, fields: Fields, where: str) -> ReadAnnotation:
        """An annotation of nothing but white space."""
        span = carried.span_of(fields)
        if span is None or span[1] > len(text) or text[slice(*span)].strip():
            raise ValueError("no word has its number any more")
        return ReadAnnotation(key, *span, fields.text("label", ""), where, text[slice(*span)])

    def _covered(self, start: int, end: int) -> list[tuple[int, int]]:
        return [place for place in self._places if place[0] < end and start < place[1]]

    def _about(self) -> dict[str, Any]:
        """What is known of the document, as a ReadDocument names it."""
        ours = self._comments.get("archivist.article")
        if ours:
            try:
                return carried.article_fields(carried.fields_of(ours[0]))
            except ValueError as error:
                self._problems.append(carried.problem(ours[1], "the article", error))
        said = {key: value for key, (value, _) in self._comments.items()}
        about = {"title": said.get("doc_title", ""), "byline": said.get("author", "")}
        about["id"] = self.name if is_uuid(self.name) else ""
        if said.get("source", "").startswith(("http://", "https://")):
            about["url"] = said["source"]
        if _DATE.fullmatch(said.get("date", "")):
            about["published"] = said["date"]
        if _LANGUAGE.fullmatch(said.get("lang", "")):
            about["language"] = said["lang"]
        return about

    def _relations(self) -> Iterator[ReadRelation]:
        keys = {mark.id: mark.key for mark in self._annotations.values() if mark.id}
        for _, (value, where) in self._ours("relation."):
            try:
                yield carried.read_carried_relation(carried.fields_of(value), keys, where)
            except ValueError as error:
                self._problems.append(carried.problem(where, "a relation", error))


def _by_place(marked: tuple[str, Entity]) -> tuple[int, int]:
    return marked[1].first, -marked[1].last
