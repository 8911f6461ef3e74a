# SPDX-License-Identifier: GPL-3.0-or-later
"""Words by which a name is told to be an organisation's or a place's, and no person's."""

from __future__ import annotations

import re

# Slavic words by their beginnings, English ones as a whole.
_SLAVIC = """
агентств академі академи акціонерн акционерн альянс армія армії армии арм[иі]ю асоціац ассоциац банк батальйон
батальон бригад бюро верховн виборч ведомств відділ відомств газет гварді гварди гімназі гимнази держав департамент
дирекц журнал завод земл інститут институт інспекц инспекц кабінет кабинет клуб коаліц коалиц комісі комисси комітет
комитет компані компани конгрес концерн корпорац колегі коллеги ліг[аиуі]$ лиг[аиуе]$ лікарн больниц мері[яїюй] мэри
міністерств министерств міськрад мор[еяю]$ музе національн национальн об'єднан объединен організац организац палат
парламент партія партії партію партією партии партия партию партией полк$ полку$ поліці полици прокуратур профспілк
профсоюз радіостанц рад[аиуі]$ радою район республік республик рух$ руху$ движени рад[аиі]о редакц самоврядн сейм
синдикат служб[аиіуоы] совет союз спілк станці станци суд$ суд[уаі]$ судом$ телекомпан телеканал театр територ
товариств товарищ трибунал уряд$ уряд[уоі] університет университет управлін управлен фабрик факультет федерац фонд
фракці фракци фронт холдинг центр церк[ов] цик$ штаб школ агенці видавництв издательств адміністрац администрац
підприємств предприяти установ учрежден міськвиконком виконком обком авіакомпан авиакомпан бірж бирж правительств
собрани думы$ дум[аеу]$ міськміліц мвд$ митниц таможн кафедр обсерваторі филиал філі[яїю] консульств посольств
"""
_ENGLISH = """
academy administration agency airlines alliance army assembly association authority bank board brigade bureau
cabinet center centre chamber church city club coalition college commission committee company congress corporation
corps council country county court department east embassy federation force forces foundation front fund government
group guard holding hospital inc institute island islands kingdom lake league liberation ltd ministry mission
movement museum national north northern ocean office organisation organization party parliament people police
prosecutor province radio region republic republics river school sea senate service services society south southern
state states station supreme theatre times tribunal tribe union united university west western eastern
"""
# “облрада”, “госпсуд”, “Мосгордума”
_SHORTENED = (
    r"[а-яіїє]{2,7}(?:рад[аиіу]|радою|суд|суд[уаі]|судом|адміністраці[яїюй]\w{0,2}|администраци[яию]|дум[аыеу])$"
)
_WORD = re.compile(f"(?:{_SHORTENED})|(?:{'|'.join(_SLAVIC.split())})|(?:{'|'.join(_ENGLISH.split())})$")


def is_organisation_word(form: str) -> bool:
    """Whether a normalised word, in any case, is one that organisations and places are called by."""
    return _WORD.match(form) is not None
