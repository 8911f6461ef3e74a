# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tag of the codebook a suggestion is accepted with.

The tag that the words or their record bore before; else the one whose name, as this program's own
codebook or its translations have it, says what the suggestion is of; else, of an event or a figure,
the first of its kind. What an actor is matters too much to be taken for the first at hand: where
nothing says it, and there are several tags for actors, the tag is a general one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from archivist.language.keys import query_keys
from archivist.model import ActorType, JsonValue, Kind, Suggestion, Tag
from archivist.store import Archive

# What a suggestion may be of: names that a codebook may have for it, then words of what is counted.
_ACTORS: Mapping[str, str] = {
    ActorType.PERSON: "person people персона особа людина лицо человек",
    ActorType.ORGANISATION: "organisation organization організація организация",
    ActorType.STATE_BODY: "state body government authority держорган орган влада госорган власть",
    ActorType.GROUP: "group група группа",
    ActorType.PLACE: "place location місце место локація",
}
_ACTOR = "actor actors актор актори дійова особа діяч учасник участник деятель субъект"
# The same for what is counted: names of tags, and the dictionary forms that a text counts by.
_FIGURES: tuple[tuple[str, str], ...] = (
    (
        "killed dead casualties загиблі загинули вбиті жертви погибшие убитые",
        """загиблий загинути убитий вбитий померлий померти жертва мертвий тіло погибший погибнуть убитый умерший
        умереть скончаться мертвый тело killed dead die death fatality kill victim body""",
    ),
    (
        "wounded injured hurt поранені постраждалі травмовані раненые пострадавшие",
        """поранений поранити постраждалий постраждати травмований травмувати потерпілий госпіталізувати
        госпіталізований раненый ранить пострадавший пострадать травмированный госпитализировать
        госпитализированный wounded injured hurt injure wound hospitalised hospitalized injury""",
    ),
    (
        "missing зниклі пропавшие",
        "зниклий зникнути пропасти пропалий пропавший пропасть missing unaccounted",
    ),
    (
        "detained arrested затримані арештовані задержанные арестованные",
        """затриманий затримати арештований арештувати задержанный задержать арестованный арестовать detained detain
        arrested arrest detainee arrestee""",
    ),
)
_MONEY = "money sum гроші кошти сума деньги сумма"
_SHARE = "share percentage percent частка відсоток доля процент"
_PEOPLE = "people люди особи persons кількість людей"
_QUANTITY = "quantity amount кількість величина количество"
_PEOPLE_UNITS = frozenset({"осіб", "человек", "people"})
_SHARE_UNITS = frozenset({"%", "‰"})
_MONEY_UNIT = re.compile(r"[A-Z]{3}|[$€£¥₴₽]|грн\.?|руб\.?")


class TagChoice:
    """The codebook of an archive, asked for the tag of one suggestion after another."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._tags = archive.tags.all()
        self._of_records: dict[str, str | None] = {}

    def tag_for(self, suggestion: Suggestion) -> str:
        """The id of a tag of the suggestion's kind; one is made where the codebook has none. Call it in an action."""
        known = self.known_tag_for(suggestion)
        if known is None:
            known = self._archive.tags.add(suggestion.kind.value, suggestion.kind)
            self._tags.append(known)
        return known.id

    def known_tag_for(self, suggestion: Suggestion) -> Tag | None:
        """The tag that tag_for() gives, or None where it would have to be made."""
        of_kind = {tag.id: tag for tag in self._tags if tag.kind is suggestion.kind}
        if suggestion.tag in of_kind:
            return of_kind[suggestion.tag]
        if suggestion.record is not None and (before := self._tag_of_record(suggestion.record)) in of_kind:
            return of_kind[before]
        tags = list(of_kind.values())
        if suggestion.kind is Kind.ACTOR and len(tags) == 1:
            return tags[0]
        for names in _meanings(suggestion, self._type_of(suggestion)):
            if named := _first_named(tags, names):
                return named
        return tags[0] if tags and suggestion.kind is not Kind.ACTOR else None

    def _tag_of_record(self, record: str) -> str | None:
        if record not in self._of_records:
            self._of_records[record] = self._archive.tagged_words.usual_tag(record)
        return self._of_records[record]

    def _type_of(self, suggestion: Suggestion) -> str:
        if suggestion.record is not None:
            return self._archive.records.get(suggestion.record).draft.type
        return str(suggestion.attributes.get("type", ""))


def _meanings(suggestion: Suggestion, type_: str) -> Iterator[str]:
    """Names that a fitting tag may have, the most telling first."""
    if suggestion.kind is Kind.ACTOR:
        yield _ACTORS.get(type_, "")
        if type_ == ActorType.STATE_BODY:
            yield _ACTORS[ActorType.ORGANISATION]
        yield _ACTOR
    elif suggestion.kind is Kind.FIGURE:
        yield from _meanings_of_figure(suggestion.attributes)


def _meanings_of_figure(attributes: Mapping[str, JsonValue]) -> Iterator[str]:
    counted, unit = str(attributes.get("counted", "")), str(attributes.get("unit", ""))
    said = {key for word in counted.split() for key in query_keys(word)}
    for names, words in _FIGURES:
        if said & {key for word in words.split() for key in query_keys(word)}:
            yield names
    if unit in _PEOPLE_UNITS:
        yield _PEOPLE
    elif unit in _SHARE_UNITS:
        yield _SHARE
    elif _MONEY_UNIT.fullmatch(unit):
        yield _MONEY
    yield _QUANTITY


def _first_named(tags: list[Tag], names: str) -> Tag | None:
    """The first tag whose name is among these, a name of several words as a whole."""
    return next((tag for tag in tags if tag.name and f" {tag.name.casefold()} " in f" {names} "), None)
