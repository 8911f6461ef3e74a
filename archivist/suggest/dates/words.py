# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that dates are told with in Ukrainian, Russian and English, each with its class and value.

A class is one of the names that grammar.py writes its forms with. A word has one class in one
language; where the languages share a spelling, the language of the text decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from archivist.month_names import MONTH_NAMES

Word = tuple[str, int]  # class, value
Table = Mapping[str, Mapping[int, str]]  # class -> value -> words, parted by spaces

EARLY, MIDDLE, LATE = 1, 2, 3
DAY, WEEK, MONTH, YEAR, HALF_YEAR = 1, 7, 30, 365, 182  # values of units: names, not lengths
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24  # as in EDTF
THIS, LAST, NEXT, LAST_BUT_ONE = 0, -1, 1, -2


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


_UK_HARD = "ий ого ому им ім а ої ій у ою е і их ими"
_UK_SOFT = "ій ього ьому ім я ьої ю ьою є і іх іми"
_RU_HARD = "ый ой ого ому ым ом ая ой ую ое ые ых ыми"
_RU_SOFT = "ий его ему им ем яя ая ей ую юю ее ие их ими"
_SINGULAR = {"uk": "ий ого ому им ім а ої ій у ою е", "ru": "ый ого ому ым ом ая ой ую ое"}
_PLURAL = {"uk": "і их", "ru": "ые ых"}

_ORDINALS: Final = {
    "uk": "перш друг - четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят"
    " п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят",
    "ru": "перв втор - четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
    " пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат",
}
_IRREGULAR_ORDINALS: Final = {
    "uk": {3: ("трет", _UK_SOFT), 30: ("тридцят", _SINGULAR["uk"])},
    "ru": {3: ("трет", "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих"), 30: ("тридцат", _SINGULAR["ru"])},
}
_DECADES: Final = {
    "uk": "- двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност",
    "ru": "- двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
}
_ENGLISH_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
# Also names of people, verbs and abbreviations: alone they name a month only after a few prepositions.
_NAME_LIKE: Final = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "jun", "dec", "sep", "apr"})

_UK: Final[Table] = {
    "in": {0: "у в"},
    "on": {0: "на"},
    "from": {0: "з із зі від"},
    "till": {0: "до по"},
    "prep": {0: "після перед протягом упродовж впродовж за під про ще лише тільки вже щодо проти"},
    "between": {0: "між"},
    "and": {0: "і й та"},
    "weekday": {
        1: "понеділок понеділка понеділку понеділком",
        2: "вівторок вівторка вівторку вівторком",
        3: "середа середи середу середою",
        4: "четвер четверга четвергу четвергом",
        5: "п'ятниця п'ятниці п'ятницю п'ятницею",
        6: "субота суботи суботі суботу суботою",
        7: "неділя неділі неділю неділею",
    },
    "yearword": {YEAR: "рік року році роком"},
    "yearwords": {YEAR: "роки років роках роками рокам"},
    "yearabbr": {YEAR: "р рр"},
    "unit": {
        DAY: "день дня дні днів днем днями днях дню",
        WEEK: "тиждень тижня тижні тижнів тижнем тижню",
        MONTH: "місяць місяця місяці місяців місяцю місяцем",
        HALF_YEAR: "півроку",
    },
    "weekend": {0: "вихідні вихідних вихідними"},
    "early": {
        EARLY: "початок початку початком",
        MIDDLE: "середина середини середині середину",
        LATE: "кінець кінця кінці кінцю наприкінці",
    },
    "half": {0: "половина половини половині половину"},
    "hedge": {0: "близько приблизно орієнтовно"},
    "maybe": {0: "ймовірно імовірно можливо вірогідно"},
    "partadverb": {0: "вранці уранці зранку увечері ввечері вночі уночі вдень удень надвечір опівдні опівночі"},
    "partnoun": {0: "ранок ранку ранком вечір вечора вечору вечором ніч ночі"},
    "deictic": {0: "сьогодні", -1: "учора вчора", -2: "позавчора", 1: "завтра", 2: "післязавтра"},
    "that": {0: "той того тієї тої тій ту тим"},
    "same": {0: "ж же самий самого самої самому самій саму саме"},
    "ago": {-1: "тому"},
    "later": {1: "потому пізніше", -1: "раніше"},
    "through": {0: "через"},
    "century": {0: "століття століть століттю століттям столітті сторіччя сторіччі"},
    "centuryabbr": {0: "ст"},
    "quarter": {0: "квартал кварталу кварталі кварталом"},
    "season": {
        SPRING: "весна весни весні весну весною",
        SUMMER: "літо літа літу літом літі",
        AUTUMN: "осінь осені осінню",
        WINTER: "зима зими зимі зиму зимою",
    },
    "seasonal": {SPRING: "навесні", SUMMER: "влітку улітку", AUTUMN: "восени", WINTER: "взимку узимку"},
    "yearly": {0: "цьогоріч", -1: "торік минулоріч", -2: "позаторік"},
    "number": {0: "число числа числі числом числах хвилині хвилин"},
    "tens": {20: "двадцять", 30: "тридцять"},
    "count": {
        1: "один одну одна",
        2: "два дві двоє",
        3: "три",
        4: "чотири",
        5: "п'ять",
        6: "шість",
        7: "сім",
        8: "вісім",
        9: "дев'ять",
        10: "десять",
        11: "одинадцять",
        12: "дванадцять",
    },
}

_RU: Final[Table] = {
    "in": {0: "в во"},
    "on": {0: "на"},
    "from": {0: "с со от"},
    "till": {0: "до по"},
    "prep": {0: "после перед течение за под к ко про еще ещё лишь только уже против"},
    "between": {0: "между"},
    "and": {0: "и"},
    "weekday": {
        1: "понедельник понедельника понедельнику понедельником",
        2: "вторник вторника вторнику вторником",
        3: "среда среды среду",
        4: "четверг четверга четвергу четвергом",
        5: "пятница пятницы пятнице пятницу пятницей",
        6: "суббота субботы субботе субботу субботой",
        7: "воскресенье воскресенья воскресенью воскресеньем",
    },
    "yearword": {YEAR: "год года году годом годе"},
    "yearwords": {YEAR: "годы годов годах годами годам лет"},
    "yearabbr": {YEAR: "г гг"},
    "unit": {
        DAY: "день дня дни дней днем днём дню",
        WEEK: "неделя недели неделе неделю недель неделей",
        MONTH: "месяц месяца месяце месяцев месяцу месяцем",
        HALF_YEAR: "полгода",
    },
    "weekend": {0: "выходные выходных выходными"},
    "early": {
        EARLY: "начало начала начале началу началом",
        MIDDLE: "середина середины середине середину",
        LATE: "конец конца конце концу",
    },
    "half": {0: "половина половины половине половину"},
    "hedge": {0: "около примерно приблизительно ориентировочно"},
    "maybe": {0: "вероятно возможно предположительно"},
    "partadverb": {0: "утром вечером ночью"},
    "partnoun": {0: "утро утра утру вечер вечера вечеру ночь ночи"},
    "deictic": {0: "сегодня", -1: "вчера", -2: "позавчера", 1: "завтра", 2: "послезавтра"},
    "that": {0: "тот того той том ту тем"},
    "same": {0: "же самый самого самом самой самую"},
    "ago": {-1: "назад"},
    "later": {1: "спустя позже позднее", -1: "ранее раньше"},
    "through": {0: "через"},
    "century": {0: "век века веке веку веков веком столетие столетия столетии"},
    "quarter": {0: "квартал квартала квартале кварталу кварталом"},
    "season": {
        SPRING: "весна весны весне весну",
        SUMMER: "лето лета лету лете",
        AUTUMN: "осень осени",
        WINTER: "зима зимы зиме зиму",
    },
    "seasonal": {SPRING: "весной весною", SUMMER: "летом", AUTUMN: "осенью", WINTER: "зимой зимою"},
    "number": {0: "число числа числе числом числах минуте минут"},
    "tens": {20: "двадцать", 30: "тридцать"},
    "count": {
        1: "один одну одна",
        2: "два две",
        3: "три",
        4: "четыре",
        5: "пять",
        6: "шесть",
        7: "семь",
        8: "восемь",
        9: "девять",
        10: "десять",
        11: "одиннадцать",
        12: "двенадцать",
    },
}

_EN: Final[Table] = {
    "the": {0: "the"},
    "of": {0: "of"},
    "in": {0: "in during throughout"},
    "on": {0: "on over"},
    "at": {0: "at"},
    "from": {0: "from"},
    "since": {0: "since until"},
    "till": {0: "to till through by thru"},
    "prep": {0: "for around"},
    "before": {0: "before"},
    "after": {0: "after"},
    "between": {0: "between"},
    "and": {0: "and"},
    "weekday": {
        1: "monday",
        2: "tuesday tues",
        3: "wednesday",
        4: "thursday thurs",
        5: "friday",
        6: "saturday",
        7: "sunday",
    },
    "weekdayabbr": {1: "mon", 2: "tue", 3: "wed", 4: "thu thur", 5: "fri", 6: "sat", 7: "sun"},
    "yearword": {YEAR: "year"},
    "yearwords": {YEAR: "years"},
    "unit": {DAY: "day days", WEEK: "week weeks", MONTH: "month months"},
    "weekend": {0: "weekend"},
    "early": {EARLY: "early beginning start", MIDDLE: "mid middle", LATE: "late end"},
    "half": {0: "half"},
    "hedge": {0: "about around circa ca c approximately roughly"},
    "maybe": {0: "probably possibly perhaps presumably likely maybe"},
    "part": {0: "morning afternoon evening night noon midnight"},
    "deictic": {0: "today", -1: "yesterday", 1: "tomorrow"},
    "tonight": {0: "tonight"},
    "that": {0: "that"},
    "same": {0: "same"},
    "which": {LAST: "last", THIS: "this current", NEXT: "next coming"},
    "following": {1: "following", -1: "previous preceding"},
    "ago": {-1: "ago"},
    "later": {1: "later", -1: "earlier"},
    "century": {0: "century"},
    "quarter": {0: "quarter"},
    "season": {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn fall", WINTER: "winter"},
    "number": {0: "degrees percent"},
    "tens": {20: "twenty", 30: "thirty"},
    "count": {
        1: "a an one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
    },
    "nth": {30: "thirtieth"},
    "decadeword": {
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    },
}

_TABLES: Final = {"uk": _UK, "ru": _RU, "en": _EN}

# Stems and endings of adjectives, by language and class.
_ADJECTIVES: Final = {
    "uk": (
        ("which", LAST, "минул", _UK_HARD),
        ("which", THIS, "поточн", _UK_HARD),
        ("which", THIS, "нинішн", _UK_SOFT),
        ("which", THIS, "ц", "ей ього ьому им ієї ій ю я і их"),
        ("which", NEXT, "наступн", _UK_HARD),
        ("which", LAST_BUT_ONE, "позаминул", _UK_HARD),
        ("following", -1, "попередн", _UK_SOFT),
        ("yearadjective", -1, "торішн", _UK_SOFT),
        ("yearadjective", -1, "минулорічн", _UK_HARD),
        ("yearadjective", 0, "цьогорічн", _UK_HARD),
        ("deicticadjective", -1, "вчорашн", _UK_SOFT),
        ("deicticadjective", -1, "учорашн", _UK_SOFT),
        ("deicticadjective", 0, "сьогоднішн", _UK_SOFT),
        ("deicticadjective", 1, "завтрашн", _UK_SOFT),
        ("decadeword", 0, "нульов", _PLURAL["uk"]),
    ),
    "ru": (
        ("which", LAST, "прошл", _RU_HARD),
        ("which", LAST, "минувш", _RU_SOFT),
        ("which", THIS, "текущ", _RU_SOFT),
        ("which", THIS, "нынешн", _RU_SOFT),
        ("which", THIS, "эт", "от ого ому ом им ой у а о и их"),
        ("which", NEXT, "следующ", _RU_SOFT),
        ("which", NEXT, "будущ", _RU_SOFT),
        ("which", LAST_BUT_ONE, "позапрошл", _RU_HARD),
        ("following", -1, "предыдущ", _RU_SOFT),
        ("yearadjective", -1, "прошлогодн", _RU_SOFT),
        ("deicticadjective", -1, "вчерашн", _RU_SOFT),
        ("deicticadjective", 0, "сегодняшн", _RU_SOFT),
        ("deicticadjective", 1, "завтрашн", _RU_SOFT),
        ("decadeword", 0, "нулев", _PLURAL["ru"]),
    ),
}

# What is counted or measured: a number before it is no year.
_COUNTED: Final = (
    "осіб людей людини чоловік жінок дітей військових поліцейських поранених загиблих затриманих убитих"
    " грн гривень гривні доларів долари долара дол євро рублів тис тисяч тисячі млн млрд трлн мільйонів кілометрів"
    " км метрів м кг тонн тонни га шт штук разів рази годин годин секунд сторінок квартир компаній ліжок ракет"
    " одиниць випадків випадки"
    " человек людей женщин детей военных полицейских раненых погибших задержанных убитых руб рублей рубля"
    " долларов доллара евро тысяч тысячи миллионов километров метров тонн штук раз раза часов секунд страниц"
    " компаний единиц случаев случая"
    " people persons men women children cases deaths troops soldiers officers civilians casualties protesters"
    " million billion thousand dollars euros hryvnias rubles roubles pounds metres meters kilometres kilometers km"
    " miles tons tonnes kg times units points votes seats jobs homes houses houses pages hours minutes seconds"
    " hectares acres items shares workers students patients tests infections vaccines"
)

# Of what is to come: beside a date it makes it a future one.
FUTURE_CUES: Final = word_set(
    "планує планують заплановано запланований заплановані запланована заплановане запланували планується плануються"
    " очікується очікуються призначено призначили призначені призначений повинен повинна повинні має мають може можуть"
    " намічено намічений майбутній прийдешній"
    " планирует планируют запланировано запланирован запланированы запланирована запланировали планируется ожидается"
    " ожидаются назначено назначены назначили назначен назначена должен должны должна должно может могут намечено"
    " намечен намечены предстоящий предстоит"
    " will shall be scheduled planned plans expected due upcoming slated"
)
# Of English what has happened: beside these, what ends in -ed.
PAST_CUES: Final = word_set(
    "was were had did said went came fell rose met held began took left made found saw won lost"
)
# A clause begins with these even where no comma stands: the verbs beyond it are none of the date's.
CLAUSE_STARTS: Final = word_set(
    "що який яка яке які якого якої де коли але поки що что который которая которое которые где когда но пока"
    " after that which who because when while but said says since as if"
)
# “вул. 1 Травня”, “площадь 8 Марта”: named after days.
STREETS: Final = word_set(
    "вул вулиця вулиці вулицю вулицею площа площі площу площею просп проспект проспекту проспекті пров провулок майдан"
    " майдані парк парку парку імені ім ул улица улицы улице улицу улицей площадь площади пр проспекта проспекте"
    " переулок переулка имени парке бульвар бульвару бульварі бульваре"
)


@cache
def words_of_dates(language: str) -> Mapping[str, Word]:
    """Every word that matters, in small letters with plain apostrophes: those of the other languages too,
    because articles quote, but where spellings clash, those of the given one.
    """
    order = [each for each in ("en", "ru", "uk") if each != language] + [language]
    merged: dict[str, Word] = dict.fromkeys(_COUNTED.split(), ("counted", 0))
    for each in order:
        merged |= _words_of(each)
    return merged


def _words_of(language: str) -> dict[str, Word]:
    found: dict[str, Word] = {}
    _add_ordinals(found, language)
    for kind, value, stem, endings in _ADJECTIVES.get(language, ()):
        _add(found, kind, value, _inflected(stem, endings))
    for kind, values in _TABLES[language].items():
        for value, words in values.items():
            _add(found, kind, value, words.split())
    for number, names in enumerate(MONTH_NAMES[language], start=1):
        for case, name in enumerate(names):
            _add(found, _class_of_month(language, case, name), number, [name])
    return found


def _add_ordinals(found: dict[str, Word], language: str) -> None:
    if language == "en":
        for number, word in enumerate(_ENGLISH_ORDINALS.split(), start=1):
            _add(found, "nth", number, [word])
        return
    for number, stem in enumerate(_ORDINALS[language].split(), start=1):
        _add(found, "nth", number, _inflected(stem, _SINGULAR[language]))
    for number, (stem, endings) in _IRREGULAR_ORDINALS[language].items():
        _add(found, "nth", number, _inflected(stem, endings))
    for tens, stem in enumerate(_DECADES[language].split(), start=1):
        _add(found, "decadeword", 10 * tens, _inflected(stem, _PLURAL[language]))


def _class_of_month(language: str, case: int, name: str) -> str:
    if language == "en":
        return "monthname" if name in _NAME_LIKE else "englishmonth"
    return "monthof" if case == 1 else "month"


def _inflected(stem: str, endings: str) -> Iterable[str]:
    return (stem + ending for ending in endings.split()) if stem != "-" else ()


def _add(found: dict[str, Word], kind: str, value: int, words: Iterable[str]) -> None:
    for word in words:
        found[word] = kind, value
