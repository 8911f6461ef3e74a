# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of what articles, annotations, tags, records and relations consist of, for a person."""

from __future__ import annotations

from PySide6.QtCore import QObject

from archivist.model import JsonValue
from archivist.ui.wording import Wording


class FieldWording(QObject):
    """Words for fields, in lower case."""

    def attribute(self, key: str, value: JsonValue) -> str:
        """An attribute of an annotation with its value; one of a person's own as it is."""
        words = {
            "value": self.tr("value"),
            "low": self.tr("at the least"),
            "high": self.tr("at the most"),
            "approximation": self.tr("approximation"),
            "unit": self.tr("unit"),
            "counted": self.tr("counted"),
            "claimant": self.tr("claimant"),
            "as_of": self.tr("as of"),
            "edtf": self.tr("date"),
        }
        wording = Wording(self)
        match key, value:
            case "approximation", str():
                value = wording.approximation(value)
            case (("as_of" | "edtf"), str()):
                value = wording.date(value)
        return f"{words.get(key, key)}: {value}"

    def name(self, field: str) -> str:
        """A field by its name in the model."""
        words = {
            "span": self.tr("place"),
            "quote": self.tr("words"),
            "tag": self.tr("tag"),
            "note": self.tr("note"),
            "attributes": self.tr("attributes"),
            "record": self.tr("record"),
            "status": self.tr("state"),
            "article": self.tr("article"),
            "text": self.tr("text"),
            "original": self.tr("original"),
            "restriction": self.tr("restriction"),
            "provenance": self.tr("provenance"),
            "warnings": self.tr("warnings"),
            "title": self.tr("title"),
            "outlet": self.tr("outlet"),
            "byline": self.tr("byline"),
            "section": self.tr("section"),
            "url": self.tr("address"),
            "published": self.tr("published"),
            "captured": self.tr("captured"),
            "imported": self.tr("imported"),
            "language": self.tr("language"),
            "name": self.tr("name"),
            "kind": self.tr("kind"),
            "colour": self.tr("colour"),
            "shortcut": self.tr("key"),
            "parent": self.tr("part of"),
            "description": self.tr("description"),
            "aliases": self.tr("further names"),
            "roles": self.tr("roles"),
            "external_ids": self.tr("ids elsewhere"),
            "type": self.tr("type"),
            "date": self.tr("date"),
            "place": self.tr("location"),
            "counted": self.tr("counted"),
            "of_whom": self.tr("of whom"),
            "unit": self.tr("unit"),
            "source": self.tr("from"),
            "target": self.tr("to"),
        }
        return words.get(field, field)
