# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON Lines around spaCy: as Prodigy writes them, as doc.to_json() does, and as spaCy 2 was trained with.

Written is what Prodigy takes: `text`, `spans` ({start, end, label}) and `meta`. It carries further
fields of a span and of a line along, and so what else an archive knows is in those. Read are

- {"text", "spans": [{"start", "end", "label"}]} with `relations` between spans (Prodigy),
- {"text", "ents": [...], "spans": {group: [...]}} (doc.to_json),
- {"text", "entities": [[start, end, label]]}, and [text, {"entities": ...}] (spaCy 2).

All of them count code points.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from archivist.exchange import own_fields
from archivist.exchange.document_draft import DocumentDraft, fields_left, is_number
from archivist.exchange.files.json_records import records
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.json_writing import LINES, write_records
from archivist.exchange.files.packed import OneFile
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRelation, Unit
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import JsonValue, Loss, Progress

_OURS = "archivist"
_SPANS = ("spans", "ents", "entities")
_OF_PRODIGY = {"answer", "relations", "tokens", "_timestamp", "_annotator_id", "_session_id", "_view_id"}
_HASHES = {"_input_hash", "_task_hash", "_is_binary"}
_KNOWN = frozenset({"text", "meta", *_SPANS, *_OF_PRODIGY, *_HASHES, _OURS})
_TRIPLE = 3  # start, end and label; a fourth is an id in a knowledge base


def write_lines(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a line an article."""
    own = own_fields.OwnFields(contents)
    yield from write_records(contents, path, lambda handed: _line(own, handed), LINES)
    return ()


def _line(own: own_fields.OwnFields, handed: HandedArticle) -> JsonValue:
    records = own.records(handed)
    return {
        "text": handed.text,
        "spans": [
            {
                "start": mark.start,
                "end": mark.end,
                "label": mark.tag.name,
                "text": mark.quote,
                _OURS: own.annotation(mark),
            }
            for mark in handed.annotations
        ],
        "meta": own.article(handed),
        _OURS: {"relations": [own.relation(relation) for relation in handed.relations], "records": records},
    }


def read_lines(path: Path) -> Iterator[Item]:
    """The texts of a file. Raises EmptyFile, UnsupportedFile, FileDamaged, FileUnreadable."""
    seen: set[str] = set()
    unknown: set[str] = set()
    with OneFile(path) as files:
        for record in records(files, path.name):
            where, value = record.where or path.name, _unpaired(record.value)
            if isinstance(value, Malformed):
                yield Problem(where, f"it cannot be read: {value}")
            elif not isinstance(value, Mapping) or not isinstance(value.get("text"), str) or not value["text"]:
                yield Problem(where, "it has no text")
            else:
                unknown |= {name for name in value if name not in _KNOWN}
                draft = DocumentDraft(where, value["text"])
                document = _Line(draft, value).read()
                yield from draft.new_records(seen)
                yield document
    yield from fields_left(path.name, unknown)


def _unpaired(value: JsonValue) -> JsonValue:
    """A pair of a text and what is said of it as one object."""
    if isinstance(value, list) and len(value) == len(("text", "said")) and isinstance(value[1], Mapping):
        return {**value[1], "text": value[0]}
    return value


class _Line:
    """Reads one record."""

    def __init__(self, draft: DocumentDraft, value: Mapping[str, JsonValue]) -> None:
        self._draft = draft
        self._value = value

    def read(self) -> ReadDocument:
        """The document."""
        draft, value = self._draft, self._value
        own = value.get(_OURS)
        answer = value.get("answer", "accept")
        if isinstance(own, Mapping):
            draft.know(own)
        spans = list(self._spans())
        if answer != "accept":
            draft.problem(f"its answer is “{answer}”, so its {len(spans)} spans are not read")
            return draft.document(value.get("meta"), unit=Unit.CODE_POINTS)
        for where, group, span in spans:
            self._read_span(where, group, span)
        if isinstance(value.get("relations"), list):
            for number, relation in enumerate(value["relations"], 1):
                self._read_relation(f"relation {number}", relation)
        draft.relate_known()
        return draft.document(value.get("meta"), unit=Unit.CODE_POINTS)

    def _spans(self) -> Iterator[tuple[str, str, JsonValue]]:
        """All spans, each with its place in the file and its group."""
        for name in _SPANS:
            found = self._value.get(name) or []
            groups = found if isinstance(found, Mapping) else {"": found}
            for group, spans in groups.items():
                if not isinstance(spans, list):
                    self._draft.problem(f"its “{name}” are no list")
                    continue
                for number, span in enumerate(spans, 1):
                    yield " ".join(filter(None, (name, group, str(number)))), group, span

    def _read_span(self, where: str, group: str, span: JsonValue) -> None:
        if isinstance(span, list) and len(span) >= _TRIPLE:
            span = dict(zip(("start", "end", "label", "kb_id"), span, strict=False))
        fields = span if isinstance(span, Mapping) else {}
        start, end, label = fields.get("start"), fields.get("end"), fields.get("label", "")
        if not (is_number(start) and is_number(end) and isinstance(label, str) and "\0" not in label):
            self._draft.problem("it has no start and end that are whole numbers, and a label", where)
            return
        told = {"span group": group, "kb_id": fields.get("kb_id")}
        quote = fields.get("text")
        self._draft.mark(
            ReadAnnotation(
                str(fields.get("id") or where),
                start,
                end,
                label,
                where,
                quote=quote if isinstance(quote, str) else None,
                attributes={name: text for name, text in told.items() if isinstance(text, str) and text},
                annotator=self._annotator(),
                created_at=_moment(self._value.get("_timestamp")),
            ),
            fields.get(_OURS),
        )

    def _read_relation(self, where: str, relation: JsonValue) -> None:
        """A relation of Prodigy, which repeats the spans that it joins; others are between words."""
        fields = relation if isinstance(relation, Mapping) else {}
        keys = [self._key_of(fields.get(name)) for name in ("head_span", "child_span")]
        label = fields.get("label")
        if not isinstance(label, str) or keys[0] is None or keys[1] is None:
            self._draft.problem("it does not join two of the spans", where)
            return
        self._draft.relate(ReadRelation(label, keys[0], keys[1], where=where))

    def _key_of(self, span: JsonValue) -> str | None:
        fields = span if isinstance(span, Mapping) else {}
        start, end, label = fields.get("start"), fields.get("end"), fields.get("label")
        if not (is_number(start) and is_number(end)):
            return None
        return self._draft.key_at(start, end, label if isinstance(label, str) else "")

    def _annotator(self) -> str:
        for name in ("_annotator_id", "_session_id"):
            who = self._value.get(name)
            if isinstance(who, str) and who.strip():
                return who.replace("\0", "").strip()
        return ""


def _moment(value: JsonValue) -> str:
    """A time in seconds since 1970 as ISO 8601."""
    try:
        return datetime.fromtimestamp(value, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (TypeError, ValueError, OverflowError, OSError):
        return ""


def is_telling(value: JsonValue) -> bool:
    """Whether a record has spans as only programs around spaCy write them."""
    value = _unpaired(value)
    if not isinstance(value, Mapping) or not isinstance(value.get("text"), str):
        return False
    spans = [value.get("ents"), *(value["spans"].values() if isinstance(value.get("spans"), Mapping) else ())]
    if isinstance(value.get("spans"), list):
        spans.append(value["spans"])
    objects = [span for group in spans if isinstance(group, list) for span in group if isinstance(span, Mapping)]
    if any(is_number(span.get("start")) and is_number(span.get("end")) and "label" in span for span in objects):
        return True
    triples = value.get("entities") if not isinstance(value.get("cats"), list) else None
    return isinstance(triples, list) and any(
        isinstance(span, list) and len(span) >= _TRIPLE and is_number(span[0]) and isinstance(span[2], str)
        for span in triples
    )
