# SPDX-License-Identifier: GPL-3.0-or-later
"""Words by which a text introduces actors: titles of persons, kinds of organisations and places.

Slavic words are given by what all their cases begin with, English ones as a whole.
"""

from __future__ import annotations

import re

_TITLES = """
президент екс-президент экс-президент віцепрезидент віце-президент вице-президент прем'єр премьер міністр министр
канцлер депутат нардеп сенатор голов[аиуіою] очільни глава глави главу главою спікер спикер мер мера мером мэр
губернатор секретар генсек директор гендиректор керівник руководител начальник командир командувач командующ генерал
полковник підполковник подполковник майор капітан капитан лейтенант сержант адмірал адмирал речни[кц] прессекретар
пресс-секретар представник представител посол посла послом радник советник експерт эксперт аналітик аналитик політик
политик політолог политолог економіст экономист журналіст журналист оглядач обозревател редактор адвокат суддя судді
судья судьи прокурор слідч следовател активіст активист правозахисни правозащитни лідер лидер засновник основател
власник владелец співвласник совладелец бізнесмен бизнесмен олігарх олигарх підприєм предпринимател король короля
королев принц цар царя патріарх патриарх митрополит єпископ епископ отець отец професор профессор академік академик
доктор лікар врач письменни писател поет поэт режисер режиссер актор актер акторк актрис співак співачк певец певиц
музикант музыкант композитор тренер футболіст футболист чемпіон чемпион спортсмен пан пана пану паном пані господин
госпож товариш громадян гражданин волонтер блогер заступни заместител помічни помощни голова член співавтор автор
авторк художни фотограф продюсер ведуч ведущ історик историк соціолог социолог учен ученый науков кандидат
екс-міністр экс-министр колишні учител вчител
"""
_ENGLISH_TITLES = """
mr mrs ms dr sir lord lady prof president vice-president premier minister chancellor senator congressman
congresswoman governor mayor secretary director chairman chairwoman chair chief ceo head general colonel major
captain lieutenant sergeant admiral commander spokesman spokeswoman spokesperson ambassador envoy adviser advisor
analyst expert leader king queen prince princess pope bishop archbishop patriarch judge prosecutor lawyer attorney
journalist reporter editor professor coach author writer activist founder businessman oligarch deputy mp
"""
_BODIES = """
міністерств министерств адміністрац администрац верховн рада ради раду радою уряд прокуратур суд суду поліці ministry
"""
_PLACES = """
міст[оауі] містечк сел[оаіу] селищ[еау] смт област район[уіа]? край краю острів остров острова ріка ріки річк
рек[аиуе] вулиц улиц площ проспект бульвар гор[аиуі] озер[оаі] мор[еяюі] аеропорт аэропорт город[ауе]? деревн поселк
посёл провінці провинци штат[уіа]? округ республік республик
"""
_PLACES_BEFORE = "м с смт г обл о"
_LEGAL = """
тов ооо зат зао ват оао пат пао прат кп дп дк нак нвп фоп ао ат ато сп гп муп фгуп благодійн громадськ общественн
комунальн коммунальн державн государственн товариств обществ компані компани фірм фирм корпорац концерн холдинг банк
груп[аиуі] групп газет журнал видан издани телеканал канал[уоі]? радіостанц радиостанц сайт агентств агенці портал
клуб команд гурт завод фабрик комбінат комбинат шахт парті партія парти рух[у]? движени фонд організац организац
об'єднан объединен асоціац ассоциац спілк союз блок[ау]? фракці фракци підприємств предприяти видавництв издательств
ресторан готел отел кафе магазин мереж сеть сети ансамбл театр кінотеатр стадіон стадион батальйон батальон полк
бригад корабл
"""
_NO_NAMES = """
ще січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа
четвер п'ятниця субота неділя января февраля марта апреля мая июня июля августа сентября октября ноября декабря
понедельник january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday i mr mrs ms the a an
"""


_LEGAL_FORMS = """
тов ооо зат зао ват оао пат пао прат кп дп дк нак муп фгуп підприємств предприяти товариств обществ
"""
# Acronyms that are no actors.
_NO_ACTORS = """
змі сми pr ит іт it снід спід віл вич пдв ндс дтп ввп covid sms tv тв iq gps ceo ковід фоп тов ооо зат пат ват прат
ат пп кп дп зао пао оао ао ип жк пк cd dvd usb wi fi ok vip днк рнк нло www http html url id pdf хх хіх гпу мфо
єдрпоу інн
"""


# Acronyms that bodies of states are known by, in the countries of this press.
_STATE_ACRONYMS = """
мвс моз мзс мнс мо мон мінфін сбу нбу набу сап дбр зсу дснс гпу гур сзр фсб фсо фсин мвд мид мчс цик цвк цбр
гибдд фас фнс свр гру кгб кдб кмда вру рнбо рнбоу мвк аму нацгвардія росгвардія нак нкрекп фбр fbi cia nsa dhs
"""


def _beginnings(words: str) -> re.Pattern[str]:
    """Words by their beginnings; what a beginning leaves out is a case ending."""
    return re.compile(f"(?:{'|'.join(words.split())})[а-яіїєґ]{{0,7}}")


_TITLE = _beginnings(_TITLES)
_PLACE = _beginnings(_PLACES)
_LEGAL_FORM = _beginnings(_LEGAL)
_LEGAL_FORM_IN_A_NAME = _beginnings(_LEGAL_FORMS)
_NO_ACTOR = frozenset(_NO_ACTORS.split())
_STATE_ACRONYM = frozenset(_STATE_ACRONYMS.split())
_BODY = _beginnings(_BODIES)
_ENGLISH_TITLE = frozenset(_ENGLISH_TITLES.split())
_NO_NAME = frozenset(_NO_NAMES.split())
_BEFORE_A_PLACE = frozenset(_PLACES_BEFORE.split())


def is_title(form: str) -> bool:
    """Whether a normalised word is what a person is called before the name."""
    last = form.rsplit("-", 1)[-1]
    return last in _ENGLISH_TITLE or _TITLE.fullmatch(form) is not None or _TITLE.fullmatch(last) is not None


def is_kind_of_place(form: str) -> bool:
    """Whether a normalised word is a kind of place: місто, область."""
    return form in _BEFORE_A_PLACE or _PLACE.fullmatch(form) is not None


def is_kind_of_organisation(form: str) -> bool:
    """Whether a normalised word stands before an organisation's name in quotes: ТОВ, газета."""
    return _LEGAL_FORM.fullmatch(form) is not None


def is_legal_form(form: str) -> bool:
    """Whether a normalised word is a part of the name that stands in quotes after it: ТОВ, підприємство."""
    return _LEGAL_FORM_IN_A_NAME.fullmatch(form) is not None


def is_no_actor(form: str) -> bool:
    """Whether a normalised acronym is a thing or a kind, and no actor: ВВП, ТОВ."""
    return form in _NO_ACTOR


def is_state_body(form: str) -> bool:
    """Whether a normalised word is what bodies of a state are called by, or their acronym."""
    return form in _STATE_ACRONYM or _BODY.fullmatch(form) is not None


def is_never_a_name(form: str) -> bool:
    """Whether a normalised word has its capital for another reason: a month, a day, the English I."""
    return form in _NO_NAME
