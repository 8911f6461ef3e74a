# SPDX-License-Identifier: GPL-3.0-or-later
"""Units of money, measure and time, and how Ukrainian, Russian and English texts write them.

A line is the unit as it is kept, a colon, and what stands for it: dictionary forms of Slavic words,
every form of English ones and of abbreviations. A full stop after an abbreviation is left out here.
Money is kept as ISO 4217, whatever the language; a measure by its symbol in the script of the text;
a time by its dictionary form.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from archivist.suggest.figures.word_lists import word_set


class UnitKind(Enum):
    """What a unit measures."""

    PERCENT = auto()
    MONEY = auto()
    MEASURE = auto()
    TIME = auto()
    TIMES = auto()


class UnitName(NamedTuple):
    """A unit as it is kept, and its kind."""

    symbol: str
    kind: UnitKind


# Signs and codes that stand before or after the number in any language.
MONEY_SIGNS: Mapping[str, str] = MappingProxyType(
    {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW",
     "₺": "TRY", "₪": "ILS", "₾": "GEL", "¢": "cent"}
)  # fmt: skip
MONEY_CODES = word_set(
    "AUD AZN BTC BGN BRL BYN CAD CHF CNY CZK DKK EUR GBP GEL HKD HUF ILS INR JPY KGS KRW KZT MDL MXN NOK NZD PLN RON "
    "RUB RUR SEK SGD TRY UAH USD UZS ZAR"
)
# “C$”, “HK$”: letters before a sign.
DOLLARS: Mapping[str, str] = MappingProxyType(
    {"us": "USD", "u.s": "USD", "c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "hk": "HKD", "nz": "NZD", "s": "SGD"}
)

_MONEY = {
    "uk": """
UAH: гривня грн
kop.: копійка коп
USD: долар дол
EUR: євро
RUB: рубль руб карбованець
KZT: тенге
PLN: злотий
CNY: юань
JPY: єна ієна
CHF: франк
GEL: ларі
TRY: ліра
ILS: шекель
AMD: драм
AZN: манат
HUF: форинт
CZK: крона
BTC: біткоїн біткойн
cent: цент євроцент
лей: лей
фунт: фунт
""",
    "ru": """
UAH: гривна гривня грн
kop.: копейка коп
USD: доллар долл дол
EUR: евро
RUB: рубль руб
KZT: тенге
PLN: злотый
CNY: юань
JPY: иена йена
CHF: франк
GEL: лари
TRY: лира
ILS: шекель
AMD: драм
AZN: манат
HUF: форинт
CZK: крона
BTC: биткоин биткойн
cent: цент евроцент
лей: лей
фунт: фунт
""",
    "en": """
UAH: hryvnia hryvnias hryvnya hryvnyas
kop.: kopeck kopecks
USD: dollar dollars buck bucks
EUR: euro euros
RUB: ruble rubles rouble roubles
KZT: tenge
PLN: zloty zlotys
CNY: yuan renminbi rmb
JPY: yen
CHF: franc francs
GEL: lari
TRY: lira
ILS: shekel shekels
KRW: won
INR: rupee rupees
HUF: forint forints
CZK: koruna korunas
SEK: krona kronor
NOK: krone kroner
BTC: bitcoin bitcoins
cent: cent cents
penny: penny pence
GBP: pound pounds
peso: peso pesos
""",
}
# An adjective before a currency, or a noun after it, that says of which country it is.
CURRENCIES_OF_COUNTRIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "USD": {
            "американський": "USD", "американский": "USD", "сша": "USD", "us": "USD", "u.s": "USD", "american": "USD",
            "канадський": "CAD", "канадский": "CAD", "canadian": "CAD",
            "австралійський": "AUD", "австралийский": "AUD", "australian": "AUD",
            "гонконгський": "HKD", "гонконгский": "HKD", "сингапурський": "SGD", "сінгапурський": "SGD",
            "сингапурский": "SGD", "singapore": "SGD",
        },
        "RUB": {
            "білоруський": "BYN", "белорусский": "BYN", "belarusian": "BYN",
            "російський": "RUB", "российский": "RUB", "russian": "RUB",
        },
        "CHF": {"швейцарський": "CHF", "швейцарский": "CHF", "swiss": "CHF"},
        "CZK": {
            "чеський": "CZK", "чешский": "CZK", "czech": "CZK", "шведський": "SEK", "шведский": "SEK",
            "норвезький": "NOK", "норвежский": "NOK", "данський": "DKK", "датский": "DKK",
        },
        "фунт": {"стерлінг": "GBP", "стерлинг": "GBP", "британський": "GBP", "британский": "GBP"},
        "GBP": {"sterling": "GBP", "british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP"},
        "лей": {"молдовський": "MDL", "молдавский": "MDL", "румунський": "RON", "румынский": "RON"},
        "JPY": {"японський": "JPY", "японский": "JPY", "japanese": "JPY"},
        "CNY": {"китайський": "CNY", "китайский": "CNY", "chinese": "CNY"},
        "UAH": {"український": "UAH", "украинский": "UAH", "ukrainian": "UAH"},
        "TRY": {"турецький": "TRY", "турецкий": "TRY", "turkish": "TRY"},
        "PLN": {"польський": "PLN", "польский": "PLN", "polish": "PLN"},
    }
)  # fmt: skip

_MEASURES = {
    "uk": """
мм: мм міліметр
см: см сантиметр
м: м метр
км: км кілометр
миля: миля
фут: фут
дюйм: дюйм
мг: мг міліграм
г: г гр грам
кг: кг кілограм кіло
ц: ц центнер
т: т тонна тона
га: га гектар
сотка: сотка сот
м²: м² м2 квадратний_метр кв_м кв_метр
км²: км² км2 квадратний_кілометр кв_км кв_кілометр
м³: м³ м3 кубометр кубічний_метр куб_м куб_метр
мл: мл мілілітр
л: л літр
барель: барель
Вт: вт ват
кВт: квт кіловат
МВт: мвт мегават
ГВт: гвт гігават
кВт·год: квт·год кіловат-година
км/год: км/год
м/с: м/с
°C: °c °с градус_цельсій
градус: градус °
МБ: мб мегабайт
ГБ: гб гігабайт
ТБ: тб терабайт
бал: бал
верста: верста
пуд: пуд
аршин: аршин
сажень: сажень
десятина: десятина
шт.: шт штука
""",
    "ru": """
мм: мм миллиметр
см: см сантиметр
м: м метр
км: км километр
миля: миля
фут: фут
дюйм: дюйм
мг: мг миллиграмм
г: г гр грамм
кг: кг килограмм кило
ц: ц центнер
т: т тонна
га: га гектар
сотка: сотка
м²: м² м2 квадратный_метр кв_м кв_метр
км²: км² км2 квадратный_километр кв_км кв_километр
м³: м³ м3 кубометр кубический_метр куб_м куб_метр
мл: мл миллилитр
л: л литр
баррель: баррель
Вт: вт ватт
кВт: квт киловатт
МВт: мвт мегаватт
ГВт: гвт гигаватт
кВт·ч: квт·ч киловатт-час
км/ч: км/ч
м/с: м/с
°C: °c °с градус_цельсий
градус: градус °
МБ: мб мегабайт
ГБ: гб гигабайт
ТБ: тб терабайт
балл: балл
верста: верста
пуд: пуд
аршин: аршин
сажень: сажень
десятина: десятина
шт.: шт штука
""",
    "en": """
mm: mm millimeter millimeters millimetre millimetres
cm: cm centimeter centimeters centimetre centimetres
m: m meter meters metre metres
km: km kms kilometer kilometers kilometre kilometres
mile: mile miles
ft: ft foot feet
inch: inch inches
yard: yard yards
mg: mg milligram milligrams
g: g gram grams
kg: kg kgs kilo kilos kilogram kilograms
t: ton tons tonne tonnes metric_ton metric_tons
lb: lb lbs
oz: oz ounce ounces
ha: ha hectare hectares
acre: acre acres
m²: m² m2 sqm square_meter square_meters square_metre square_metres sq_m
km²: km² km2 square_kilometer square_kilometers square_kilometre square_kilometres sq_km
sq mi: square_mile square_miles sq_mi
sq ft: square_foot square_feet sq_ft
m³: m³ m3 cubic_meter cubic_meters cubic_metre cubic_metres
cu ft: cubic_foot cubic_feet
ml: ml milliliter milliliters millilitre millilitres
l: liter liters litre litres
gallon: gallon gallons
barrel: barrel barrels bpd
W: w watt watts
kW: kw kilowatt kilowatts
MW: mw megawatt megawatts
GW: gw gigawatt gigawatts
kWh: kwh kilowatt-hour kilowatt-hours
km/h: km/h kph kmh
mph: mph miles_per_hour
°C: °c degree_celsius degrees_celsius degrees_c celsius degrees_centigrade deg_celsius deg_c
°F: °f degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit
degree: degree degrees ° deg
MB: mb megabyte megabytes
GB: gb gigabyte gigabytes
TB: tb terabyte terabytes
point: point points
""",
}
_TIMES = {
    "uk": """
секунда: секунда сек
хвилина: хвилина хв
година: година год
доба: доба
день: день
тиждень: тиждень
місяць: місяць міс
рік: рік
десятиліття: десятиліття
століття: століття
""",
    "ru": """
секунда: секунда сек
минута: минута мин
час: час
сутки: сутки
день: день
неделя: неделя
месяц: месяц мес
год: год
десятилетие: десятилетие
век: век столетие
""",
    "en": """
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
night: night nights
week: week weeks
month: month months
year: year years yr yrs
decade: decade decades
century: century centuries
""",
}
_PERCENTS = {
    "uk": """
%: % відсоток процент
‰: ‰ проміле
п.п.: відсотковий_пункт процентний_пункт в_п п_п
""",
    "ru": """
%: % процент
‰: ‰ промилле
п.п.: процентный_пункт п_п
""",
    "en": """
%: % percent percents pct percentage per_cent per_cents
‰: ‰
pp: percentage_point percentage_points percent_points pp
""",
}
_COUNTS_OF_TIMES = {"uk": "раз: раз", "ru": "раз: раз", "en": "times: times"}

# What “пів” grows together with, where it is no magnitude: “піввідсотка”.
HALF_UNITS: Mapping[str, tuple[str, UnitKind]] = MappingProxyType(
    {
        "піввідсотка": ("%", UnitKind.PERCENT),
        "півпроцента": ("%", UnitKind.PERCENT),
        "полпроцента": ("%", UnitKind.PERCENT),
        "півтонни": ("т", UnitKind.MEASURE),
        "полтонны": ("т", UnitKind.MEASURE),
        "півкілометра": ("км", UnitKind.MEASURE),
        "полкилометра": ("км", UnitKind.MEASURE),
        "півметра": ("м", UnitKind.MEASURE),
        "полметра": ("м", UnitKind.MEASURE),
        "півлітра": ("л", UnitKind.MEASURE),
        "поллитра": ("л", UnitKind.MEASURE),
    }
)
# Short words that are a unit only right after a number, because they are other words as well.
ABBREVIATIONS = word_set(
    "грн коп дол долл руб мм см м км мг г гр кг ц т га сот мл л вт квт мвт гвт мб гб тб сек хв год міс мин мес шт"
)
# Rates that follow a unit: “км на годину”, “miles an hour”.
PER_HOUR: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "uk": (("на", "годину"), ("за", "годину")),
        "ru": (("в", "час"),),
        "en": (("per", "hour"), ("an", "hour")),
    }
)
SPEEDS: Mapping[str, str] = MappingProxyType({"км": "км/", "km": "km/h", "mile": "mph"})


def _read(table: str, kind: UnitKind) -> dict[str, UnitName]:
    names: dict[str, UnitName] = {}
    for line in table.strip().splitlines():
        symbol, _, words = line.partition(": ")
        names.update(dict.fromkeys(words.split(), UnitName(symbol, kind)))
    return names


UNITS: Mapping[str, Mapping[str, UnitName]] = MappingProxyType(
    {
        language: _read(_COUNTS_OF_TIMES[language], UnitKind.TIMES)
        | _read(_TIMES[language], UnitKind.TIME)
        | _read(_MEASURES[language], UnitKind.MEASURE)
        | _read(_MONEY[language], UnitKind.MONEY)
        | _read(_PERCENTS[language], UnitKind.PERCENT)
        for language in ("uk", "ru", "en")
    }
)
