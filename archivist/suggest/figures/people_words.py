# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for people whom a text counts, and for what happened to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from archivist.suggest.figures.word_lists import word_set

# The unit of a number of people.
PEOPLE_UNIT: Mapping[str, str] = MappingProxyType({"uk": "осіб", "ru": "человек", "en": "people"})
# Dictionary forms that say no more than that people are counted, and what is counted then.
ANYONE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "uk": frozenset({"людина", "люди", "особа", "чоловік", "персона", "душа"}),
        "ru": frozenset({"человек", "люди", "лицо", "персона", "душа"}),
        "en": frozenset({"people", "person", "persons", "individuals", "individual", "others", "souls"}),
    }
)
PEOPLE: Mapping[str, str] = MappingProxyType({"uk": "люди", "ru": "люди", "en": "people"})
# Animate nouns that are no people.
ANIMALS = word_set("""
    корова собака кіт кінь свиня вівця коза курка качка птах риба бджола тварина кролик ведмідь вовк лисиця лось
    кошка лошадь свинья овца птица рыба пчела животное медведь волк лиса курица утка кабан олень
    дрон безпілотник беспилотник шахед бпла робот вірус вирус винищувач истребитель бомбардувальник
    бомбардировщик перехоплювач корабель автомобіль літак танкер
    """)
# Acronyms of things that the press counts; they have no cases.
COUNTED_ACRONYMS = word_set("БПЛА БпЛА РСЗВ РСЗО БМП БТР ДТП ДРГ ЗРК ЗРПК САУ АЗС АЕС АЭС ТЕС ТЭЦ ТЕЦ ГЕС ГЭС ВПО")
# Nouns that the dictionary calls inanimate, or that stand for many people.
GROUPS_OF_PEOPLE = word_set("""
    населення жертва молодь персонал діти душа школярі містяни сирота рибалка
    население жертва молодежь ребенок душа
    """)

ENGLISH_PEOPLE = word_set("""
    people persons person men man women woman children child kids boys girls boy girl adults teenagers teens
    students student pupils teachers teacher doctors doctor nurses medics paramedics patients patient workers worker
    employees employee staff miners miner farmers drivers driver passengers passenger pilots crew sailors sailor
    fishermen soldiers soldier troops troop servicemen serviceman servicemembers personnel police policemen policeman
    officers officer guards fighters fighter militants militant rebels insurgents gunmen gunman mercenaries conscripts
    reservists recruits veterans commandos marines peacekeepers firefighters firefighter rescuers volunteers volunteer
    civilians civilian residents resident citizens citizen inhabitants villagers locals voters voter delegates
    lawmakers lawmaker deputies senators ministers officials official diplomats diplomat judges judge lawyers
    activists activist protesters protester protestors demonstrators demonstrator participants participant supporters
    opponents members member leaders leader candidates candidate journalists journalist reporters reporter
    refugees refugee migrants migrant immigrants asylum-seekers displaced evacuees prisoners prisoner inmates inmate
    detainees detainee hostages hostage suspects suspect criminals victims victim casualties casualty survivors
    survivor dead wounded injured missing homeless elderly visitors visitor tourists tourist pilgrims worshippers
    spectators fans guests customers clients users subscribers owners attackers attacker bombers bomber terrorists
    terrorist relatives families' parents mothers fathers brothers sisters sons daughters babies infants infant
    newborns russians ukrainians americans britons germans israelis palestinians chinese syrians afghans belarusians
    kazakhs turks poles foreigners foreigner nationals crewmen airmen experts scientists researchers engineers
    specialists inspectors observers monitors representatives delegates envoys executives shareholders investors
    respondents others athletes players taxpayers pensioners jobseekers unemployed infected fatalities fatality
    bodies body trainees cadets contractors operators organisers organizers arrestees defendants traffickers smugglers
    """)
# What they are in one word, where no noun follows: “12 dead”, “40 wounded”.
ENGLISH_STATES = word_set("dead wounded injured missing homeless infected displaced unemployed hurt sick ill")

# Endings of people who are not listed: sure ones, and ones that a verb beside the number makes sure.
ENGLISH_PEOPLE_ENDINGS = ("ists", "ians", "ees", "women", "men")
ENGLISH_ACTOR_ENDINGS = ("ers", "ors", "ants")

# What people were found to be, with the beginnings of the verbs, participles and nouns that say it.
_OUTCOMES = {
    "uk": """
загиблі: загин
померлі: помер помир
вбиті: вбито вбиті убито убиті вбив убив вбивст вбитий убитий
поранені: поранен поранил поранив
постраждалі: постражда
травмовані: травм
госпіталізовані: госпіталіз
затримані: затрима
заарештовані: заарешт арешт
евакуйовані: евакуй евакую
зниклі: зникл зник
хворі: захвор
інфіковані: інфік заразил
одужалі: одужа
врятовані: врятов врятув урятов урятув
полонені: полонен
викрадені: викраден викрал
засуджені: засуд
страчені: страчен стратил
депортовані: депорт
мобілізовані: мобіліз
вакциновані: вакцин
щеплені: щепл
""",
    "ru": """
погибшие: погиб
умершие: умер скончал
убитые: убит убил убийств
раненые: ранен ранил
пострадавшие: пострада
травмированные: травм
госпитализированные: госпитализ
задержанные: задерж
арестованные: арест
эвакуированные: эваку
пропавшие: пропал
заболевшие: заболе
заразившиеся: зарази инфицир
выздоровевшие: выздоров
спасенные: спасен спасл
пленные: пленен
похищенные: похищен похитил
осужденные: осужд осуди
казненные: казнен казнил
депортированные: депорт
мобилизованные: мобилиз
вакцинированные: вакцин
привитые: привит
""",
    "en": """
killed: killed killing kills kill
dead: died dies dying dead toll
injured: injured injuring injures
wounded: wounded wounding wounds
hurt: hurt hurting
arrested: arrested arresting arrests
detained: detained detaining detains
evacuated: evacuated evacuating
hospitalised: hospitalised hospitalized
displaced: displaced displacing
missing: missing
infected: infected infecting
rescued: rescued rescuing
deported: deported deporting
captured: captured capturing
kidnapped: kidnapped kidnapping abducted
sentenced: sentenced
recovered: recovered
vaccinated: vaccinated
""",
}
_SHORTEST = 4  # letters of a word that says an outcome
# Adjectives that stand for things and not for people: “з них 18 збитих”.
THINGS_DONE = re.compile("збит|знищен|пошкоджен|зруйнован|підбит|захоплен|сбит|уничтожен|поврежден|разрушен|подбит")
# “Кількість хворих сягнула 37”: what the word after these is, is counted.
NUMBER_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "uk": word_set("кількість кількості кількістю число числа числом чисельність"),
        "ru": word_set("количество количества количеством число числа числом численность"),
        "en": word_set("number numbers"),
    }
)
# Words that begin as an outcome does but are none.
_NO_OUTCOMES = {
    "uk": frozenset({"вбивстві", "арештів", "травматолог", "травмпункт"}),
    "ru": frozenset({"арестов", "травмпункт"}),
    "en": frozenset(),
}


def _pattern(table: str, end: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for all outcomes of a language, a group for each, and what each makes people."""
    lines = [line.partition(": ") for line in table.strip().splitlines()]
    groups = ("(" + "|".join(beginnings.split()) + ")" for _, _, beginnings in lines)
    return re.compile("(?:" + "|".join(groups) + ")" + end), tuple(label for label, _, _ in lines)


_PATTERNS = {language: _pattern(table, "$" if language == "en" else "") for language, table in _OUTCOMES.items()}


@lru_cache(20_000)
def outcome_of(form: str, language: str) -> str:
    """What people are by this verb, participle or noun (“загинули” makes them “загиблі”); "" by any other word."""
    if len(form) < _SHORTEST or form in _NO_OUTCOMES[language]:
        return ""
    pattern, labels = _PATTERNS[language]
    match = pattern.match(form)
    return labels[(match.lastindex or 1) - 1] if match else ""
