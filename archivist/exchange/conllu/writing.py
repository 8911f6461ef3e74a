# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles as one CoNLL-U file.

Tokens are words as they stand, with no grammar. Annotations are IOB tags in MISC: NE, and NE2, NE3 for
those that overlap others, with the number of the annotation beside each tag: NEId. What the columns
have no place for is in comments "# archivist..." before the sentence. universaldependencies.org/format.html
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from archivist.exchange import carried
from archivist.exchange.bundle.record_documents import record_json, relation_json
from archivist.exchange.conllu.spacing import escaped
from archivist.exchange.conllu.tokens import Token, sentences, tokenised
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, JsonValue, Loss, Progress, Relation
from archivist.store.connection import storage_error

_AT_ONCE = 50  # articles between two reports of progress
_EMPTY = "_"
_NO_GRAMMAR = "\t".join([_EMPTY] * 7)

Misc = dict[str, str]


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the file. Raises DiskFull, StorageFailed."""
    joined = carried.Joined(contents)
    try:
        with path.open("xb") as file:
            file.write(_joined(_definitions(contents, joined)))
            for number, handed in enumerate(contents.articles()):
                if number % _AT_ONCE == 0:
                    yield Progress(number, len(contents), "Writing CoNLL-U")
                file.write(
                    _joined(_Document(handed, contents, [*handed.relations, *joined.with_records(handed)]).lines())
                )
    except OSError as error:
        raise storage_error(error, path) from error
    yield Progress(len(contents), len(contents), "Writing CoNLL-U")
    return joined.losses()


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _definitions(contents: Contents, joined: carried.Joined) -> Iterator[str]:
    """Comments about the whole file; they stand before the first sentence."""
    names = carried.names_of(contents.tags)
    for number, tag in enumerate(contents.tags, 1):
        yield _comment(f"global.archivist.tag.{number}", carried.tag_json(tag, names))
    for number, record in enumerate(contents.records(), 1):
        yield _comment(f"global.archivist.record.{number}", record_json(record))
    for number, relation in enumerate(joined.of_records, 1):
        yield _comment(f"global.archivist.relation.{number}", relation_json(relation))


def _comment(key: str, value: JsonValue) -> str:
    return f"# {key} = {carried.line(value)}"


class _Document:
    """The lines of one article."""

    def __init__(self, handed: HandedArticle, contents: Contents, relations: list[Relation]) -> None:
        self._handed = handed
        self._text = handed.text
        self._collections = contents.collections(handed.article.id)
        self._relations = relations
        edges = (edge for mark in handed.annotations for edge in (mark.start, mark.end))
        self._tokens = tokenised(self._text, edges)
        self._starts = [start for start, _ in self._tokens]
        self._misc: list[Misc] = [{} for _ in self._tokens]
        self._free: list[int] = []  # the first token after the last annotation of each layer
        self._comments: dict[int, list[str]] = {}  # by the number of the token they are about

    def lines(self) -> Iterator[str]:
        """All lines, with an empty one after each sentence."""
        for number, mark in enumerate(self._handed.annotations, 1):
            self._add(number, mark)
        self._add_spaces()
        yield from self._heading()
        if not self._tokens:
            yield f"# archivist.blank = {escaped(self._text)}"
            yield from (line for lines in self._comments.values() for line in lines)
            yield "\t".join(("1", *[_EMPTY] * 9))
            yield ""
        at = 0
        for number, sentence in enumerate(sentences(self._text, self._tokens), 1):
            last = at + len(sentence)
            yield from (line for token in range(at, last) for line in self._comments.get(token, ()))
            yield f"# sent_id = {self._handed.article.id}-{number}"
            yield f"# text = {self._sentence_text(at, last)}"
            for place, token in enumerate(range(at, last), 1):
                yield self._row(place, token)
            yield ""
            at = last

    def _heading(self) -> Iterator[str]:
        article = self._handed.article
        yield f"# newdoc id = {article.id}"
        if article.title:
            yield f"# doc_title = {' '.join(article.title.split())}"
        yield _comment("archivist.article", carried.article_json(self._handed, self._collections))
        for number, relation in enumerate(self._relations, 1):
            yield _comment(f"archivist.relation.{number}", relation_json(relation))

    def _add(self, number: int, mark: Annotation) -> None:
        """Tag the tokens of an annotation, and note the rest of it before its sentence."""
        first, last = bisect_left(self._starts, mark.start), bisect_left(self._starts, mark.end)
        more: dict[str, JsonValue] = {}
        if first < last:
            layer = next((at for at, free in enumerate(self._free) if free <= first), len(self._free))
            self._free[layer : layer + 1] = [last]
            name = f"NE{layer + 1}" if layer else "NE"
            for token in range(first, last):
                self._misc[token][name] = f"{'I' if token > first else 'B'}-{escaped(mark.tag.name)}"
                self._misc[token][f"{name}Id"] = str(number)
        else:
            more["label"] = mark.tag.name
        if first == last or (self._tokens[first][0], self._tokens[last - 1][1]) != (mark.start, mark.end):
            more["span"] = [mark.start, mark.end]
        if mark.note:
            more["note"] = mark.note
        if mark.attributes:
            more["attributes"] = dict(mark.attributes)
        if mark.record is not None:
            more["record"] = mark.record
        at = max(0, bisect_right(self._starts, mark.start) - 1) if first == last else first
        line = _comment(f"archivist.annotation.{number}", carried.annotation_json(mark, **more))
        self._comments.setdefault(at, []).append(line)

    def _add_spaces(self) -> None:
        for misc, (_, end), after in zip(self._misc, self._tokens, [*self._starts[1:], len(self._text)], strict=False):
            gap = self._text[end:after]
            if not gap:
                misc["SpaceAfter"] = "No"
            elif gap != " " or after == len(self._text):
                misc["SpacesAfter"] = escaped(gap)
        if self._starts and self._starts[0]:
            self._misc[0]["SpacesBefore"] = escaped(self._text[: self._starts[0]])

    def _sentence_text(self, first: int, last: int) -> str:
        forms = [
            self._form(self._tokens[token]) + ("" if "SpaceAfter" in self._misc[token] else " ")
            for token in range(first, last)
        ]
        return "".join(forms).rstrip(" ")

    def _form(self, token: Token) -> str:
        return self._text[slice(*token)]

    def _row(self, place: int, token: int) -> str:
        said = self._misc[token]
        misc = "|".join(f"{key}={value}" for key, value in sorted(said.items())) if said else _EMPTY
        return f"{place}\t{self._form(self._tokens[token])}\t{_NO_GRAMMAR}\t{misc}"
