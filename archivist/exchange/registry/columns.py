# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns of a registry are called, and what may stand in them, in three languages."""

from __future__ import annotations

from archivist.model import ActorType, Kind

# A header cell is compared without its letter case, with one space for each run of spaces, _ and -.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "uuid", "identifier", "key", "ід", "ідентифікатор", "ид", "идентификатор"),
    "name": (
        *("name", "title", "heading", "full name", "label", "caption"),
        *("назва", "ім'я", "імя", "ім’я", "піб", "прізвище та ім'я", "найменування", "заголовок"),
        *("название", "имя", "фио", "наименование"),
    ),
    "kind": ("kind", "вид", "різновид", "разновидность"),
    "type": ("type", "тип"),
    "aliases": (
        *("aliases", "alias", "other names", "also known as", "aka", "synonyms", "name variants", "variants"),
        *("інші назви", "інші імена", "псевдоніми", "псевдонім", "варіанти", "синоніми"),
        *("другие названия", "другие имена", "псевдонимы", "псевдоним", "варианты", "синонимы"),
    ),
    "language": ("language", "lang", "мова", "язык"),
    "roles": ("roles", "ролі", "роли"),
    "position": ("position", "role", "office", "job title", "посада", "роль", "должность"),
    "organisation": ("organisation", "organization", "organ", "організація", "организация"),
    "since": ("since", "from", "start", "з", "від", "початок", "с", "начало"),
    "until": ("until", "to", "end", "до", "по", "кінець", "конец"),
    "external_ids": ("external ids", "external id"),
    "date": ("date", "when", "дата", "коли", "когда"),
    "place": ("place", "location", "where", "місце", "место"),
    "parent": ("parent", "part of", "є частиною", "частина", "батьківська подія", "часть", "часть чего"),
    "parent_id": ("parent id",),
    "counted": ("counted", "what is counted", "що рахують", "що пораховано", "что считают", "что посчитано"),
    "of_whom": ("of whom", "кого", "з кого", "кого именно", "из кого"),
    "unit": ("unit", "units", "одиниця", "одиниця виміру", "единица", "единица измерения"),
    "note": (
        *("note", "notes", "comment", "comments", "description", "remark"),
        *("примітка", "примітки", "коментар", "опис", "примечание", "примечания", "комментарий", "описание"),
    ),
}

# Schemes of external ids that are known by their name alone, each with how else it is written.
# Any other is a column “id:SCHEME”.
SCHEMES: dict[str, tuple[str, ...]] = {
    "wikidata": ("wikidata", "wikidata id", "wikidataid", "qid", "вікідані", "викиданные"),
    "viaf": ("viaf", "viaf id"),
    "isni": ("isni",),
    "gnd": ("gnd", "gnd id"),
    "orcid": ("orcid",),
    "lei": ("lei", "lei code"),
    "geonames": ("geonames", "geonames id"),
    "edrpou": ("edrpou", "єдрпоу", "егрпоу"),
    "inn": ("inn", "inn code", "інн", "инн"),
    "ogrn": ("ogrn", "ogrn code", "огрн"),
    "opensanctions": ("opensanctions", "opensanctions id"),
    "acled": ("acled", "acled id"),
}

KINDS: dict[Kind, tuple[str, ...]] = {
    Kind.ACTOR: ("actor", "actors", "діяч", "учасник", "деятель", "участник", "актор"),
    Kind.EVENT: ("event", "events", "подія", "події", "событие", "события"),
    Kind.FIGURE: ("figure", "figures", "показник", "число", "цифра", "показатель"),
}

ACTOR_TYPES: dict[ActorType, tuple[str, ...]] = {
    ActorType.PERSON: ("person", "people", "human", "особа", "людина", "персона", "лицо", "человек"),
    ActorType.ORGANISATION: (
        *("organisation", "organization", "company", "ngo", "party", "media"),
        *("організація", "компанія", "підприємство", "партія", "організация"),
        *("организация", "компания", "предприятие", "партия"),
    ),
    ActorType.STATE_BODY: (
        *("state body", "public body", "government", "ministry", "authority"),
        *("державний орган", "орган влади", "орган держави", "міністерство"),
        *("государственный орган", "госорган", "орган власти", "министерство"),
    ),
    ActorType.GROUP: ("group", "група", "гурт", "группа"),
    ActorType.PLACE: ("place", "location", "country", "city", "місце", "країна", "місто", "место", "страна", "город"),
}
