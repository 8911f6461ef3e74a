# SPDX-License-Identifier: GPL-3.0-or-later
"""How values of the archive are worded for a person: kinds, languages, dates, sizes."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Qt

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.model import ImportStatus, Kind, Restriction, RestrictionKind
from archivist.ui.language_names import LanguageNames

_MINUTE = 60  # seconds
_LONG = 100  # minutes


class Wording(QObject):
    """Words in the language of the interface. What has none is given back as it is."""

    def kind(self, kind: Kind) -> str:
        """One of a kind, in lower case as inside a sentence."""
        return {
            Kind.EVENT: self.tr("event"),
            Kind.ACTOR: self.tr("actor"),
            Kind.FIGURE: self.tr("figure"),
            Kind.DATE: self.tr("date"),
        }[kind]

    def kinds(self, kind: Kind) -> str:
        """The heading over everything of a kind."""
        return {
            Kind.EVENT: self.tr("Events"),
            Kind.ACTOR: self.tr("Actors"),
            Kind.FIGURE: self.tr("Figures"),
            Kind.DATE: self.tr("Dates"),
        }[kind]

    def language(self, code: str) -> str:
        """The name of a language by its code."""
        return LanguageNames().name(code)

    def facet(self, field: str) -> str:
        """The heading over the values of a facet."""
        return {
            "collection": self.tr("Collections"),
            "kind": self.tr("Kinds"),
            "tag": self.tr("Tags"),
            "outlet": self.tr("Outlets"),
            "language": self.tr("Languages"),
            "year": self.tr("Years"),
            "month": self.tr("Months"),
        }[field]

    def facet_value(self, field: str, value: str) -> str:
        """One value of a facet; "" is that of articles that have none."""
        match field:
            case "kind" if value in list(Kind):
                return self.kinds(Kind(value))
            case "language":
                return self.language(value)
            case "outlet":
                return value or self.tr("Unknown outlet")
            case "year" | "month" if not value:
                return self.tr("Without a date")
            case "month":
                day = QDate.fromString(f"{value}-01", Qt.DateFormat.ISODate)
                return f"{QLocale().standaloneMonthName(day.month())} {value[:4]}" if day.isValid() else value
        return value

    def approximation(self, name: str) -> str:
        """How a figure is qualified in the text."""
        known = {
            "": self.tr("not qualified"),
            "exact": self.tr("exactly"),
            "about": self.tr("about"),
            "at_least": self.tr("at least"),
            "more_than": self.tr("more than"),
            "almost": self.tr("almost"),
            "up_to": self.tr("up to"),
        }
        return known.get(name, name)

    def suggestion_source(self, source: str) -> str:
        """Why something is suggested, by the reader that saw it."""
        known = {
            "mention": self.tr("a record's name"),
            "seen": self.tr("tagged before"),
            "figure": self.tr("a number"),
            "date": self.tr("a date"),
            "guess": self.tr("perhaps a name"),
        }
        return known.get(source, source)

    @staticmethod
    def number(number: int) -> str:
        """A count."""
        return QLocale().toString(number)

    def share(self, share: float) -> str:
        """A share of one, in percent."""
        return self.tr("{number} %").format(number=round(share * 100))

    def import_status(self, status: ImportStatus) -> str:
        """What became of a file."""
        return {
            ImportStatus.IMPORTED: self.tr("Imported"),
            ImportStatus.DUPLICATE: self.tr("Already here"),
            ImportStatus.WARNING: self.tr("Imported, look at it"),
            ImportStatus.REFUSED: self.tr("Refused"),
        }[status]

    def time_left(self, seconds: float) -> str:
        """How long something still takes, roughly."""
        minutes = round(seconds / _MINUTE)
        if minutes < 1:
            return self.tr("less than a minute left")
        hours = round(minutes / _MINUTE)
        if minutes > _LONG:
            return self.tr("about %n hour(s) left", "", hours)
        return self.tr("about %n minute(s) left", "", minutes)

    def restriction(self, restriction: Restriction) -> str:
        """That an article may not be handed over, until when and why."""
        if restriction.kind is RestrictionKind.REDACTED:
            said = self.tr("Redacted")
        elif restriction.until:
            said = self.tr("Under embargo until {day}").format(day=self.date(restriction.until))
        else:
            said = self.tr("Under embargo")
        return f"{said} ({restriction.reason})" if restriction.reason else said

    def date(self, edtf: str) -> str:
        """The day or the days that an EDTF string may mean; the string itself where it means none."""
        try:
            days = date_range(edtf)
        except InvalidDate:
            return edtf
        first, last = self._day(days.first), self._day(days.last)
        if first == last:
            return first
        if days.first == "0001-01-01":
            return self.tr("until {day}").format(day=last)
        if days.last == "9999-12-31":
            return self.tr("from {day}").format(day=first)
        return self.tr("{first} to {last}").format(first=first, last=last)

    def moment(self, utc: str) -> str:
        """A moment of the archive (UTC, ISO 8601) as the clock of this place shows it."""
        moment = QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs)
        return QLocale().toString(moment.toLocalTime(), "d MMMM yyyy, HH:mm") if moment.isValid() else utc

    def size(self, size: int) -> str:
        """A number of bytes."""
        return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

    @staticmethod
    def _day(iso: str) -> str:
        return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), "d MMMM yyyy")
