# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as words: every form of Ukrainian, Russian and English ones, and what it is worth.

Forms are normalised as archivist.language does, with ё as е. Ordinals are no numbers here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TEN, _TWENTY = 10, 20

_UKRAINIAN = """
1: один одна одне одного однієї одному одній одну одним однією однім
2: два дві двох двом двома двоє двійко
3: три трьох трьом трьома троє
4: чотири чотирьох чотирьом чотирма четверо
5: п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро
6: шість шести шістьох шістьом шістьма шістьома шестеро
7: сім семи сімох сімом сімома семеро
8: вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро
9: дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро
10: десять десяти десятьох десятьом десятьма десятьома десятеро
20: двадцять двадцяти двадцятьох двадцятьом двадцятьма двадцятьома двадцятеро
30: тридцять тридцяти тридцятьох тридцятьом тридцятьма тридцятьома тридцятеро
40: сорок сорока
50: п'ятдесят п'ятдесяти п'ятдесятьох п'ятдесятьом п'ятдесятьма п'ятдесятьома
60: шістдесят шістдесяти шістдесятьох шістдесятьом шістдесятьма шістдесятьома
70: сімдесят сімдесяти сімдесятьох сімдесятьом сімдесятьма сімдесятьома
80: вісімдесят вісімдесяти вісімдесятьох вісімдесятьом вісімдесятьма вісімдесятьома
90: дев'яносто дев'яноста
100: сто ста
200: двісті двохсот двомстам двомастами двохстах
300: триста трьохсот трьомстам трьомастами трьохстах
400: чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах
500: п'ятсот п'ятисот п'ятистам п'ятьмастами п'ятистах
600: шістсот шестисот шестистам шістьмастами шестистах
700: сімсот семисот семистам сімомастами семистах
800: вісімсот восьмисот восьмистам вісьмомастами восьмистах
900: дев'ятсот дев'ятисот дев'ятистам дев'ятьмастами дев'ятистах
"""
_UKRAINIAN_TEENS = ("один", "два", "три", "чотир", "п'ят", "шіст", "сім", "вісім", "дев'ят")

_RUSSIAN = """
1: один одна одно одного одной одному одну одним одном одною
2: два две двух двум двумя двое двоих двоим двоими
3: три трех трем тремя трое троих троим троими
4: четыре четырех четырем четырьмя четверо четверых четверым четверыми
5: пять пяти пятью пятеро пятерых пятерым пятерыми
6: шесть шести шестью шестеро шестерых шестерым шестерыми
7: семь семи семью семеро семерых семерым семерыми
8: восемь восьми восемью восьмью восьмеро восьмерых восьмерым
9: девять девяти девятью девятеро девятерых девятерым
10: десять десяти десятью десятеро десятерых десятерым
20: двадцать двадцати двадцатью
30: тридцать тридцати тридцатью
40: сорок сорока
50: пятьдесят пятидесяти пятьюдесятью
60: шестьдесят шестидесяти шестьюдесятью
70: семьдесят семидесяти семьюдесятью
80: восемьдесят восьмидесяти восемьюдесятью
90: девяносто девяноста
100: сто ста
200: двести двухсот двумстам двумястами двухстах
300: триста трехсот тремстам тремястами трехстах
400: четыреста четырехсот четыремстам четырьмястами четырехстах
500: пятьсот пятисот пятистам пятьюстами пятистах
600: шестьсот шестисот шестистам шестьюстами шестистах
700: семьсот семисот семистам семьюстами семистах
800: восемьсот восьмисот восьмистам восемьюстами восьмистах
900: девятьсот девятисот девятистам девятьюстами девятистах
"""
_RUSSIAN_TEENS = ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")

_ENGLISH = """
0: zero nought naught
1: one
2: two
3: three
4: four
5: five
6: six
7: seven
8: eight
9: nine
10: ten
11: eleven
12: twelve
13: thirteen
14: fourteen
15: fifteen
16: sixteen
17: seventeen
18: eighteen
19: nineteen
20: twenty
30: thirty
40: forty fourty
50: fifty
60: sixty
70: seventy
80: eighty
90: ninety
"""

_ONE_AND_A_HALF = {
    "uk": "півтора півтори",
    "ru": "полтора полторы полутора",
    "en": "",
}

# What multiplies the number before it. The forms of a plural that may stand alone come after “/”.
_MAGNITUDES = {
    "uk": """
10: десяток десятка десятку десятком / десятки десятків десяткам десятками десятках
12: дюжина дюжини дюжину дюжиною / дюжин
100: сотня сотню сотнею сотні / сотні сотень сотням сотнями сотнях
1000: тисяча тисячу тисячею тисячі тис / тисячі тисяч тисячам тисячами тисячах
1000000: мільйон мільйона мільйону мільйоном млн / мільйони мільйонів мільйонам мільйонами мільйонах
1000000000: мільярд мільярда мільярду мільярдом млрд / мільярди мільярдів мільярдам мільярдами мільярдах
1000000000000: трильйон трильйона трильйону трлн / трильйони трильйонів трильйонам трильйонами
""",
    "ru": """
10: десяток десятка десятку десятком / десятки десятков десяткам десятками десятках
12: дюжина дюжины дюжину дюжиной / дюжин
100: сотня сотню сотней сотни / сотни сотен сотням сотнями сотнях
1000: тысяча тысячу тысячей тысячью тысячи тыс тыщ / тысячи тысяч тысячам тысячами тысячах
1000000: миллион миллиона миллиону миллионом млн / миллионы миллионов миллионам миллионами миллионах
1000000000: миллиард миллиарда миллиарду миллиардом млрд / миллиарды миллиардов миллиардам миллиардами
1000000000000: триллион триллиона триллиону трлн / триллионы триллионов триллионам триллионами
""",
    "en": """
10: / tens
12: dozen doz / dozens
20: / scores
100: hundred / hundreds
1000: thousand k / thousands
100000: lakh lac / lakhs
1000000: million mln mil / millions
10000000: crore / crores
1000000000: billion bn bln / billions
1000000000000: trillion trn tn tln / trillions
""",
}
# “10M”, “£10m”, “1.2b”: letters that are magnitudes only where they touch the number.
TOUCHING_MAGNITUDES: Mapping[str, int] = MappingProxyType(
    {
        "k": 10**3,
        "K": 10**3,
        "к": 10**3,
        "M": 10**6,
        "m": 10**6,
        "b": 10**9,
        "B": 10**9,
        "bn": 10**9,
        "mn": 10**6,
        "mm": 10**6,
        "MM": 10**6,
        "tn": 10**12,
    }
)

# Half of what follows, or grown together with it.
_HALVES = {
    "uk": {"пів": ""},
    "ru": {"пол": ""},
    "en": {"half": "", "quarter": ""},
}
HALF_MAGNITUDES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("півсотня", "півсотні", "півсотню", "півсотнею"), 50),
        "півтисячі": 500,
        "півмільйона": 500_000,
        "півмільярда": 500_000_000,
        **dict.fromkeys(("полсотни", "полусотня", "полусотни", "полусотню", "полусотней"), 50),
        "полутысячи": 500,
        "полтысячи": 500,
        "полмиллиона": 500_000,
        "полумиллиона": 500_000,
        "полмиллиарда": 500_000_000,
        "півтораста": 150,
        "полтораста": 150,
    }
)

# Several of what follows: two to nine of it.
SEVERAL: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "uk": frozenset({"кілька", "декілька", "кількох", "декількох", "кільком", "кількома", "декількома"}),
        "ru": frozenset({"несколько", "нескольких", "нескольким", "несколькими"}),
        "en": frozenset({"several", "few"}),
    }
)
# Grown together, with the bounds that it has.
SEVERAL_TOGETHER: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "кільканадцять": (11, 19),
        "кількадесят": (20, 90),
        "кількасот": (200, 900),
        "декількасот": (200, 900),
        "несколькосот": (200, 900),
    }
)
COUPLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {"uk": frozenset({"пара", "пару"}), "ru": frozenset({"пара", "пару"}), "en": frozenset({"couple"})}
)

# How a decimal or a half is spoken: “два з половиною”, “two and a half”, “two point five”.
AND_A_HALF: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "uk": (("з", "половиною"), ("із", "половиною")),
        "ru": (("с", "половиной"),),
        "en": (("and", "a", "half"), ("and", "one", "half")),
    }
)

# A negative number in words.
MINUS = frozenset({"мінус", "минус", "minus", "negative"})

# Shares of a whole: (numerators that may stand before, denominator).
_SHARES = {
    "uk": {
        2: "половина половини половині половину половиною",
        3: "третина третини третині третину третиною третин третинами",
        4: "чверть чверті чвертю чвертей",
        5: "п'ята п'ятої п'яту п'ятих",
        10: "десята десятої десяту десятих",
    },
    "ru": {
        2: "половина половины половине половину половиной",
        3: "треть трети третью третей",
        4: "четверть четверти четвертью четвертей",
        5: "пятая пятой пятую пятых",
        10: "десятая десятой десятую десятых",
    },
    "en": {
        2: "half",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        8: "eighth eighths",
        10: "tenth tenths",
    },
}


def _read(table: str) -> dict[str, int]:
    words: dict[str, int] = {}
    for line in table.strip().splitlines():
        value, _, forms = line.partition(":")
        words.update(dict.fromkeys(forms.split(), int(value)))
    return words


def _with_teens(words: dict[str, int], beginnings: tuple[str, ...], endings: str) -> dict[str, int]:
    for unit, beginning in enumerate(beginnings, start=1):
        words.update({beginning + ending: 10 + unit for ending in endings.split()})
    return words


def _with_compounds(words: dict[str, int]) -> dict[str, int]:
    """English twenty-one to ninety-nine, which are one word."""
    tens = {word: value for word, value in words.items() if value >= _TWENTY}
    units = {word: value for word, value in words.items() if 1 <= value < _TEN}
    return words | {f"{ten}-{unit}": tens[ten] + units[unit] for ten in tens for unit in units}


SIMPLE: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "uk": _with_teens(
            _read(_UKRAINIAN),
            _UKRAINIAN_TEENS,
            "надцять надцяти надцятьох надцятьом надцятьма надцятьома надцятеро",
        ),
        "ru": _with_teens(_read(_RUSSIAN), _RUSSIAN_TEENS, "надцать надцати надцатью"),
        "en": _with_compounds(_read(_ENGLISH)),
    }
)
MAGNITUDES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {language: _read(table.replace("/", "")) for language, table in _MAGNITUDES.items()}
)
# Magnitudes that say a vague number where no number stands before them: “сотні”, “hundreds”.
PLURAL_MAGNITUDES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(form for line in table.strip().splitlines() for form in line.partition("/")[2].split())
        for language, table in _MAGNITUDES.items()
    }
)
ONE_AND_A_HALF: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(forms.split()) for language, forms in _ONE_AND_A_HALF.items()}
)
HALF_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(words) for language, words in _HALVES.items()}
)
SHARES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        language: {form: part for part, forms in table.items() for form in forms.split()}
        for language, table in _SHARES.items()
    }
)
# Collective numerals count people, also where no noun stands beside them.
COLLECTIVE = frozenset(
    word
    for language in ("uk", "ru")
    for word in SIMPLE[language]
    if word.endswith(("оє", "еро", "ое", "оих", "оим", "ерых", "ерым"))
)
