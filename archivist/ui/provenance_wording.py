# SPDX-License-Identifier: GPL-3.0-or-later
"""Provenance worded for a person: sections of lines, each a name and a value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from archivist.model import Article, Event, EventType, JsonValue, Outcome, Provenance, RevisionProvenance
from archivist.ui.field_wording import FieldWording
from archivist.ui.step_wording import StepWording
from archivist.ui.wording import Wording


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines."""

    title: str
    lines: tuple[tuple[str, str], ...]


class ProvenanceWording(QObject):
    """Words in the language of the interface; terms of PREMIS stay beside them as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._fields = FieldWording(self)

    def sections(
        self,
        article: Article,
        provenance: Provenance,
        revisions: Sequence[RevisionProvenance],
        events: Sequence[Event],
    ) -> list[Section]:
        """All that is known of where an article comes from."""
        return [
            Section(self.tr("Original"), tuple(_known(self._original(article, provenance)))),
            Section(self.tr("Dates"), tuple(self._dates(article))),
            *(self._revision(revision) for revision in reversed(revisions)),
            *(self._event(event) for event in events),
        ]

    def event_type(self, type_: str) -> str:
        """What happened; a type that is not known here is given back as it is."""
        known: dict[str, str] = {
            EventType.CREATION: self.tr("made"),
            EventType.INGESTION: self.tr("imported"),
            EventType.MODIFICATION: self.tr("another text"),
            EventType.METADATA_MODIFICATION: self.tr("details changed"),
            EventType.DELETION: self.tr("deleted"),
            EventType.RECOVERY: self.tr("brought back"),
            EventType.FIXITY_CHECK: self.tr("checked"),
            EventType.REPLICATION: self.tr("backed up"),
            EventType.MIGRATION: self.tr("brought up to date"),
        }
        return known.get(type_, type_)

    def _original(self, article: Article, provenance: Provenance) -> Iterator[tuple[str, str]]:
        original = article.original
        if original is not None:
            yield self.tr("SHA-256"), original.sha256
            yield self.tr("Type"), original.media_type
            yield self.tr("Size"), self.tr("{bytes} bytes").format(bytes=self._wording.number(original.size))
        else:
            yield self.tr("File"), self.tr("none is kept")
        yield self.tr("From"), provenance.source
        yield self.tr("Id of the article"), article.id

    def _dates(self, article: Article) -> Iterator[tuple[str, str]]:
        unknown = self.tr("not known")
        yield self.tr("Captured"), article.captured or unknown
        yield self.tr("Imported"), article.imported_at
        yield self.tr("Published"), article.published or unknown

    def _revision(self, revision: RevisionProvenance) -> Section:
        title = self.tr("Text {number}, which is shown") if revision.current else self.tr("Text {number}")
        lines = (
            (self.tr("Made"), revision.created_at),
            (self.tr("Read by"), f"{revision.reader} {revision.reader_version}".strip()),
            (self.tr("Encoding"), revision.encoding or ""),
            (self.tr("Parameters"), _in_words(revision.parameters)),
            (self.tr("SHA-256"), revision.sha256),
            (self.tr("Id"), revision.id),
        )
        return Section(title.format(number=revision.number), tuple(_known(lines)))

    def _detail_name(self, name: str) -> str:
        known = {
            "original": self.tr("Original"),
            "revision": self.tr("Text"),
            "from": self.tr("Instead of text"),
            "source": self.tr("From"),
            "part": self.tr("Part"),
            "dates": self.tr("Dates"),
            "step": self.tr("Step"),
            "before": self.tr("Before"),
            "after": self.tr("After"),
            "logged": self.tr("Logged"),
        }
        return known.get(name, name)

    def _detail(self, name: str, value: JsonValue) -> str:
        """A detail; of what the sections above tell in full, only what says which it is."""
        match name, value:
            case "original", {"sha256": str(sha256)}:
                return self.tr("SHA-256 {sha256}").format(sha256=sha256)
            case "revision", {"number": number, "sha256": sha256}:
                return self.tr("{number}, SHA-256 {sha256}").format(number=number, sha256=sha256)
            case "step", str():
                return StepWording().reworded(value)
            case "dates", dict():
                return ", ".join(f"{self._fields.name(date)}: {day}" for date, day in value.items() if day)
            case "before" | "after", dict():
                return ", ".join(f"{self._fields.name(field)}: {_value(each) or '—'}" for field, each in value.items())
        return _value(value)

    def _event(self, event: Event) -> Section:
        title = self.tr("Event {number}: {what}").format(number=event.number, what=self.event_type(event.type))
        lines = (
            (self.tr("When"), event.at),
            (self.tr("Who"), event.who),
            (self.tr("With"), event.agent),
            (self.tr("PREMIS type"), event.type),
            (self.tr("Outcome"), "" if event.outcome is Outcome.SUCCESS else event.outcome.value),
            *((self._detail_name(name), self._detail(name, value)) for name, value in event.detail.items()),
            (self.tr("Hash in the log"), event.hash),
        )
        return Section(title, tuple(_known(lines)))


def _known(lines: Sequence[tuple[str, str]] | Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (line for line in lines if line[1])


def _in_words(values: Mapping[str, JsonValue]) -> str:
    return ", ".join(f"{name}: {_value(value)}" for name, value in values.items() if value not in (None, "", {}))


def _value(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        return _in_words(value)
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)
