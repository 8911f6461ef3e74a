# SPDX-License-Identifier: GPL-3.0-or-later
"""How records and relations are worded for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from archivist.model import ActorType, Kind
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Claim, Record, RecordDraft


class RecordWording(QObject):
    """Words in the language of the interface. What has none is given back as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def actor_type(self, name: str) -> str:
        """What an actor is."""
        known = {
            ActorType.PERSON.value: self.tr("person"),
            ActorType.ORGANISATION.value: self.tr("organisation"),
            ActorType.STATE_BODY.value: self.tr("state body"),
            ActorType.GROUP.value: self.tr("group"),
            ActorType.PLACE.value: self.tr("place"),
        }
        return known.get(name, name)

    def detail(self, draft: RecordDraft) -> str:
        """What tells a record from others of its name: type, date and place, or what is counted."""
        match draft.kind:
            case Kind.ACTOR:
                return self.actor_type(draft.type)
            case Kind.EVENT:
                date = self._wording.date(draft.date) if draft.date else ""
                return ", ".join(filter(None, (draft.type, date, draft.place)))
        counted = " ".join(filter(None, (draft.counted, draft.of_whom)))
        return ", ".join(each for each in (counted, draft.unit) if each and each.casefold() != draft.name.casefold())

    def tip(self, record: Record) -> str:
        """A record at more length: name, detail, further names, note."""
        names = ", ".join(alias.name for alias in record.draft.aliases[:8])
        lines = (record.name, self.detail(record.draft), names, record.draft.note[:300])
        return "\n".join(filter(None, lines))

    def passages(self, count: int) -> str:
        """A number of passages."""
        return self.tr("%Ln passage(s)", "", count)

    def number(self, claim: Claim, *, with_unit: bool = True) -> str:
        """The number of a claim with its qualification and, if wanted, its unit."""
        if claim.value is not None:
            number = _digits(claim.value)
        elif claim.low is not None and claim.high is not None:
            number = f"{_digits(claim.low)}–{_digits(claim.high)}"
        elif claim.low is not None:
            number = self.tr("from {number}").format(number=_digits(claim.low))
        elif claim.high is not None:
            number = self.tr("to {number}").format(number=_digits(claim.high))
        else:
            return self.tr("no number")
        is_qualified = claim.approximation not in ("", "exact")
        qualified = self._wording.approximation(claim.approximation) if is_qualified else ""
        return " ".join(filter(None, (qualified, number, claim.unit if with_unit else "")))

    def offer_to_make(self, kind: Kind, name: str) -> str:
        """The offer to make a record of a name."""
        offers = {
            Kind.EVENT: self.tr("Create event “{name}”"),
            Kind.ACTOR: self.tr("Create actor “{name}”"),
            Kind.FIGURE: self.tr("Create figure “{name}”"),
        }
        return offers[kind].format(name=name)

    def relation(self, type_: str) -> str:
        """What the source of a relation has as its target; a type of her own as she wrote it."""
        known = {
            "participant": self.tr("participant"),
            "place": self.tr("place"),
            "claimant": self.tr("claimant"),
            "counts-for": self.tr("counts for"),
            "part-of": self.tr("part of"),
            "cause": self.tr("cause of"),
            "says": self.tr("says"),
            "replaces": self.tr("replaces"),
            "contradicts": self.tr("contradicts"),
        }
        return known.get(type_, type_)

    def relation_back(self, type_: str) -> str:
        """The same seen from the target."""
        known = {
            "participant": self.tr("participant in"),
            "place": self.tr("place of"),
            "claimant": self.tr("claimant of"),
            "counts-for": self.tr("figure"),
            "part-of": self.tr("part"),
            "cause": self.tr("caused by"),
            "says": self.tr("said by"),
            "replaces": self.tr("replaced by"),
            "contradicts": self.tr("contradicts"),
        }
        return known.get(type_, self.tr("{type} of").format(type=type_))


def _digits(number: float) -> str:
    whole = number == int(number)
    return QLocale().toString(float(number), "f", 0) if whole else QLocale().toString(float(number), "g", 6)
