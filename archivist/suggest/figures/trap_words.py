# SPDX-License-Identifier: GPL-3.0-or-later
"""Words beside which a number dates, orders or names something, and reports no quantity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from archivist.suggest.figures.tokens import DASHES
from archivist.suggest.figures.word_lists import word_set

FIRST_YEAR, LAST_YEAR = 1000, 2100
MONTHS = re.compile(
    "(?:січ(?:ень|ня|ні|нем)|лют(?:ий|ого|ому|им)|берез(?:ень|ня|ні|нем)|квіт(?:ень|ня|ні|нем)|трав(?:ень|ня|ні|нем)"
    "|черв(?:ень|ня|ні|нем)|лип(?:ень|ня|ні|нем)|серп(?:ень|ня|ні|нем)|верес(?:ень|ня|ні|нем)|жовт(?:ень|ня|ні|нем)"
    "|листопад[аіу]?|листопадом|груд(?:ень|ня|ні|нем)|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|е|ем)"
    "|март[ае]?|мартом|ма(?:й|я|е)|август[ае]?|january|february|march|april|may|june|july|august|september|october"
    "|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
ENGLISH_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
YEAR_WORDS = word_set("рік року році роком роки років роках роками р рр рр. год года году годом годы годов годах гг г")
# In the singular a year has a number and is not counted by it: “1 року” there is, “5 року” there is not.
OF_YEAR = word_set("року році роком году годом")
LISTING = frozenset({"та", "і", "й", "и", "and", "or", "або", "или", "по", "до", "to", ",", "through"}) | DASHES
LONGEST_LIST = 8  # tokens from a day to its month

# What a number after it always names.
SURE_REFERENCES = word_set("""
    № # no nos nr nrs стаття статті статтею статтю статтям ст статья статьи статьей статье статью статей
    пункт пункту пункти пунктів
    пункті пунктом пункта пункте пп article articles section sections clause
    """)
# What a number after it names if it counts nothing: “школа 5”, but “у школі 300 учнів”.
REFERENCES = word_set("""
    номер номера номером номері номеру п підпункт частина частини частиною
    частині частину ч часть части частью розділ розділу розділі раздел раздела разделе глава глави главы главе абзац
    параграф додаток додатку приложение том том. сторінка сторінки сторінці стор с страница странице страницы стр
    кімната кімнаті кабінет кабінеті комната комнате кабинет кабинете квартира квартирі квартире кв будинок будинку
    буд дом доме д корпус корпусі корпусе рейс рейсу рейсом рейса маршрут маршруту маршрутом маршрутом трасі шосе
    версія версії версія версия версии випуск выпуск серія серії серия серии сезон сезоні сезоне канал каналі канале
    лот лоту лота поз позиція таблиця таблиці таблица таблице рис рисунок мал том тома вагон вагоні вагоне
    палата палаті блок блоку блоке енергоблок енергоблоку энергоблок энергоблока школа школі ліцей гімназія код коду
    епізод эпизод картинка фото слайд
    кодом індекс тел телефон телефоном телефону телефону факс дело справа справі справу рядок місце місці
    chapter page pages paragraph figure fig table item version volume vol
    issue episode season part flight room apartment apt suite highway route interstate line bus channel gate platform
    number numbers phase stage level grade class lot exhibit resolution directive bill amendment rule category
    район регіон округ округу окрузі округом дільниця дільниці дільниць участок участке зона тип класс клас
    """)  # fmt: skip
# A house number follows the name of a street.
STREETS = word_set("""
    вул вулиця вулиці вулицею вулицю просп проспект проспекті проспекту бул бульвар бульварі пров провулок провулку
    площа площі пл ул улица улице улицы улицу проспекте бульваре пер переулок переулке шоссе площадь площади наб
    адресою адресу адресом адресі street avenue road boulevard lane drive
    """)
# “Група семи”, “Большая двадцатка” and the like are called by how many they are.
GROUPS_OF_STATES = word_set("група групи групі групу групою группа группы группе группу группой")
ENDINGS = frozenset({"х", "й", "го", "му", "ї", "а", "е", "я", "ша", "га", "ті", "ые", "ых"})
STREETS_BEFORE = 8  # tokens from a word for a street to its number
AGES = word_set("віком віці віку вік возрасте возраста возрастом возраст aged age")
# “Йому виповнилося 84 роки”.
AGE_VERBS = word_set("виповнилося виповнилось виповниться исполнилось исполнится исполняется turned turns")
AGED_PERSONS = word_set("йому їй ему ей")
AGO = word_set("тому назад ago later earlier потому hence")
LAST = word_set("""
    останні останніх останніми остання останню минулі минулих попередні попередніх наступні наступних найближчі
    найближчих последние последних последний прошлые прошлых предыдущие предыдущих следующие следующих ближайшие
    ближайших past last previous next preceding coming following через перші перших первые первых
    """)
CLOCK_BEFORE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "uk": frozenset({"о", "об", "після"}),
        "ru": frozenset({"в", "к", "после"}),
        "en": frozenset(),
    }
)
CLOCK_FORMS = frozenset({"годині", "години", "час", "часа", "часов", "часам", "годину", "год"})
CLOCK_AFTER = frozenset(
    {"am", "pm", "a", "p", "o'clock", "ранку", "вечора", "дня", "ночі", "утра", "вечера", "ночи", "gmt", "utc", "est"}
)
SCORES = word_set("рахунком рахунок счетом счет score scored won beat")
PART_OF_TIME = word_set("""
    дня ночі року року століття сторіччя місяця тижня доби січня лютого березня квітня травня червня липня серпня
    вересня жовтня листопада грудня матчу гри тайму года века столетия месяца недели суток января февраля марта апреля
    мая июня июля августа сентября октября ноября декабря матча игры тайма пути дороги шляху дороги
    century year season day month game match time life
    """)
ORDINAL_HALVES = (
    "перш", "друг", "перв", "втор", "трет", "четверт", "остан", "послед", "кращ", "лучш", "більш", "больш", "значн",
    "добр", "first", "second", "latter", "other", "better", "last", "final",
)  # fmt: skip
# Beginnings of adjectives that a number is a part of: “25 - річний”.
ADJECTIVE_BEGINNINGS = ("річн", "летн", "поверхов", "этажн")
# Before a number like a year they make it one: “у 2014 росіян …”.
TIME_PREPOSITIONS = frozenset({"у", "в", "in", "since", "by", "of", "from", "із", "з", "с", "к"})
