# SPDX-License-Identifier: GPL-3.0-or-later
"""How what differs between an archive and a bundle is worded for a person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from archivist.exchange import Decision, MergeLine, MergeReport, Outcome
from archivist.model import Annotation, JsonValue, Status
from archivist.ui.field_wording import FieldWording

_WRITTEN_OUT = ("title", "organisation")  # of the roles of a record


class MergeWording(QObject):
    """Words for things, fields, their values, and what can be decided."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = FieldWording(self)

    def thing(self, what: str) -> str:
        """What differs."""
        return {
            "article": self.tr("Article"),
            "annotation": self.tr("Annotation"),
            "tag": self.tr("Tag"),
            "record": self.tr("Record"),
            "relation": self.tr("Relation"),
        }[what]

    def counts(self, report: MergeReport) -> str:
        """How many of what would come in and how many differ, leaving out what does not occur."""
        said = [
            self.tr("{things}: {counts}").format(things=things, counts=", ".join(counts))
            for things, counts in (
                (self.tr("Articles"), self._of("article", report)),
                (self.tr("Annotations"), self._of("annotation", report)),
                (self.tr("Tags"), self._of("tag", report)),
                (self.tr("Records"), self._of("record", report)),
                (self.tr("Relations"), self._of("relation", report)),
            )
            if counts
        ]
        return "  ·  ".join(said)

    def decision(self, decision: Decision) -> str:
        """What becomes of something that differs."""
        return {
            Decision.OURS: self.tr("Keep ours"),
            Decision.THEIRS: self.tr("Take theirs"),
            Decision.BOTH: self.tr("Keep both"),
        }[decision]

    def field(self, name: str) -> str:
        """A field in which things differ, in lower case."""
        return self._fields.name(name)

    def value(self, name: str, value: JsonValue) -> str:
        """One side of a field, on one line; nothing is a dash."""
        if name == "status":
            return self.tr("for review") if value == Status.REVIEW else self.tr("in its place")
        if name in ("text", "original", "provenance"):
            return self._fingerprint(value)
        return _in_a_line(value) or "–"

    def sides(self, line: MergeLine) -> tuple[str, str]:
        """Both sides of all fields on one line each: ours, theirs. Words say more than where they are."""
        fields = dict(line.conflict.fields) if line.conflict else {}
        if "quote" in fields:
            fields.pop("span", None)
        said = [
            [self.value(name, side) for name, side in zip((name,) * 2, fields[name], strict=True)] for name in fields
        ]
        return "; ".join(ours for ours, _ in said), "; ".join(theirs for _, theirs in said)

    def whole_sides(self, line: MergeLine) -> tuple[str, str]:
        """Both sides in full, a line for each field, annotations within their words."""
        if line.conflict is None:
            return "", ""
        ours, theirs = (self._marked(mark) for mark in line.conflict.marks) if line.conflict.marks else ([], [])
        for name, (here, there) in line.conflict.fields.items():
            if line.conflict.marks is None or name not in ("span", "quote"):
                word = self.field(name)
                ours.append(f"{word}: {self.value(name, here)}")
                theirs.append(f"{word}: {self.value(name, there)}")
        return "\n".join(ours), "\n".join(theirs)

    def _marked(self, mark: Annotation) -> list[str]:
        return [_in_context(mark), self.tr("{tag}, marked by {who}").format(tag=mark.tag.name, who=mark.created_by)]

    def _of(self, what: str, report: MergeReport) -> list[str]:
        count = report.counts
        differing = count[what, Outcome.CONFLICT]
        restored = count[what, Outcome.RESTORED]
        linked = count[what, Outcome.COMPLETED]
        same = count[what, Outcome.UNCHANGED] + count[what, Outcome.MAPPED]
        new = count[what, Outcome.NEW]
        return [
            *([self.tr("%Ln new", "", new)] if new else []),
            *([self.tr("%Ln come back", "", restored)] if restored else []),
            *([self.tr("%Ln get a record", "", linked)] if linked else []),
            *([self.tr("%Ln differ", "", differing)] if differing else []),
            *([self.tr("%Ln the same", "", same)] if same else []),
        ]

    def _fingerprint(self, value: JsonValue) -> str:
        """What nobody can compare by its words: the beginning of its hash, or who read it."""
        if isinstance(value, Mapping):
            value = value.get("sha256") or " ".join(filter(None, (value.get("reader"), value.get("reader_version"))))
        return shortened_hash(str(value)) if value else "–"


def shortened_hash(text: str) -> str:
    """The beginning of a hash; anything else as it is."""
    return f"{text[:8]}…" if len(text) == 64 and " " not in text else text  # noqa: PLR2004 - of a SHA-256


def _in_context(mark: Annotation) -> str:
    """The marked words in brackets between those around them."""
    before = "…" if mark.start > len(mark.prefix) else ""
    after = "…" if mark.suffix[-1:].isalnum() else ""  # where a word is cut off
    return " ".join(f"{before}{mark.prefix}[{mark.quote}]{mark.suffix}{after}".split())


def _in_a_line(value: JsonValue) -> str:
    match value:
        case None:
            return ""
        case {"start": start, "end": end}:
            return f"{start}–{end}"
        case {"name": name}:
            return str(name)
        case str():
            return " ".join(value.split())
        case Mapping():
            return ", ".join(f"{name}: {_in_a_line(one)}" for name, one in value.items())
        case Sequence():
            return ", ".join(_in_a_line(_of_role(one)) for one in value)
    return json.dumps(value, ensure_ascii=False)


def _of_role(value: JsonValue) -> JsonValue:
    """A role by its title and organisation."""
    if isinstance(value, Mapping) and "title" in value:
        return " ".join(str(value[name]) for name in _WRITTEN_OUT if value.get(name))
    return value
