# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose number a claim is, and for which event it counts: two records, each chosen where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from archivist.model import Kind
from archivist.store import Archive
from archivist.ui.forms import form_layout
from archivist.ui.icons import Icons
from archivist.ui.inspector.record_field import RecordField

if TYPE_CHECKING:
    from archivist.model import Node

ENDS: Mapping[str, Kind] = {"claimant": Kind.ACTOR, "counts-for": Kind.EVENT}  # kinds by type of relation


class ClaimEnds(QWidget):
    """A field for the claimant and one for the event. What is chosen in them becomes a relation elsewhere."""

    choice_wanted = Signal(str, QRect)  # type of relation; where the choice may open, in global px
    clearing_wanted = Signal(str)  # type of relation
    record_wanted = Signal(str)  # id of a record to show

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = form_layout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)  # a name needs all the width
        self.fields: dict[str, RecordField] = {}
        for type_, title, hint in (
            ("claimant", self.tr("Claimant"), self.tr("Choose an actor…")),
            ("counts-for", self.tr("Event"), self.tr("Choose an event…")),
        ):
            field = RecordField(icons, title=title, hint=hint, key="")
            field.link_wanted.connect(partial(self._on_link_wanted, type_))
            field.unlink_wanted.connect(partial(self.clearing_wanted.emit, type_))
            field.record_wanted.connect(self.record_wanted)
            form.addRow(title, field)
            self.fields[type_] = field

    def load(self, archive: Archive, claim: Node) -> None:
        """Show the records that a claim's own relations lead to, the oldest of each type."""
        targets = {each.type: each.target for each in reversed(archive.relations.of(claim)) if each.source == claim}
        labels = archive.relations.labels(targets[type_] for type_ in ENDS if type_ in targets)
        records = archive.records.at([label.record for label in labels.values() if label.record])
        for type_, field in self.fields.items():
            label = labels.get(targets[type_]) if type_ in targets else None
            field.show_record(ENDS[type_], records.get(label.record or "") if label else None)

    def _on_link_wanted(self, type_: str) -> None:
        self.choice_wanted.emit(type_, self.fields[type_].place())
