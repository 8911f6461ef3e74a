# SPDX-License-Identifier: GPL-3.0-or-later
"""Words by which a text says whose number it reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from archivist.suggest.figures.word_lists import word_set

# What stands before the claimant: “за даними МОЗ”.
SOURCES: Mapping[str, frozenset[tuple[str, ...]]] = MappingProxyType(
    {
        language: frozenset(tuple(phrase.split()) for phrase in phrases.strip().split(", "))
        for language, phrases in {
            "uk": "за даними, за попередніми даними, за останніми даними, за оновленими даними, за офіційними даними, "
            "за уточненими даними, за інформацією, за попередньою інформацією, за словами, за оцінками, за оцінкою, "
            "за попередніми оцінками, за підрахунками, за повідомленням, за повідомленнями, за версією, за "
            "твердженням, "
            "за твердженнями, згідно з даними, згідно із даними, відповідно до даних, згідно з інформацією, "
            "згідно зі звітом, згідно з повідомленням, за свідченнями, за статистикою, зі слів",
            "ru": "по данным, по предварительным данным, по последним данным, по уточненным данным, по "
            "официальным данным, "
            "по информации, по предварительной информации, по словам, по оценкам, по оценке, по предварительным "
            "оценкам, "
            "по подсчетам, по сообщению, по сообщениям, по версии, по утверждению, согласно данным, согласно "
            "информации, "
            "согласно отчету, согласно сообщению, по свидетельству, по статистике, со слов",
            "en": "according to, citing, data from, figures from, estimates by, estimates from, statement by, "
            "a report by, quoting",
        }.items()
    }
)
# Beginnings of verbs whose subject is the claimant; in English whole forms.
REPORTING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "uk": (
            "повідом", "заяви", "заявля", "сказа", "розпові", "розказа", "наголос", "наголош", "уточни", "уточню",
            "зазнач", "підтвер", "оціни", "оціню", "пише", "пишуть", "написа", "писа", "інформу", "поінформ",
            "проінформ",
            "оголос", "оголош", "стверджу", "додав", "додал", "додаю", "каже", "кажуть", "звіту", "прозвіту",
            "відзвіту",
            "назвав", "назвал", "озвучи", "підрах", "порах", "переда", "відзнач", "поясн", "засвідч",
            "йдеться", "ідеться", "доповіл", "доповів", "констату",
        ),
        "ru": (
            "сообщ", "заяви", "заявля", "сказа", "рассказ", "отмети", "отмеча", "уточни", "уточня", "подтвер", "оцени",
            "пишет", "пишут", "написа", "писа", "информ", "проинформ", "объяви", "объявля", "утвержд",
            "добави", "говор",
            "отчита", "назва", "озвучи", "подсчит", "переда", "поясн", "доложи", "констатир", "подчерк",
        ),
        "en": (
            "said", "says", "say", "reported", "reports", "announced", "announces", "told", "estimated", "estimates",
            "estimate", "confirmed", "confirms", "claimed", "claims", "stated", "states", "wrote", "writes", "declared",
            "counted", "recorded", "acknowledged", "tweeted", "noted", "warned",
        ),
    }
)  # fmt: skip
# Who “передав” before the verb may have handed something over; a reporter comes after it.
HANDED_OVER = re.compile("переда(?:в|ла|ло|ли|л)")
# “Повідомили в МОЗ”: the claimant is the place, after a verb without a subject.
AT = {"uk": frozenset({"у", "в"}), "ru": frozenset({"в", "во"}), "en": frozenset[str]()}
WITHOUT_SUBJECT = ("ли", "ть", "ться", "тся", "но", "ят", "ют")
# “Ідеться в повідомленні МВС”: whose message it is.
MESSAGES = word_set("""
    повідомлення звіт заява доповідь зведення реліз прес-реліз пресреліз допис публікація матеріал довідка
    сообщение отчет заявление доклад сводка релиз пресс-релиз публикация материал
    """)
# “Про це повідомляє …” in the sentence after the number.
ABOUT_THIS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "uk": (("про", "це"), ("такі", "дані"), ("ці", "дані"), ("відповідні", "дані")),
        "ru": (("об", "этом"), ("такие", "данные"), ("эти", "данные"), ("это", "сообщил")),
        "en": (("this", "was"), ("that", "was"), ("the", "figures", "were"), ("the", "figure", "was")),
    }
)
# What a claimant does not go on over, beside verbs and most prepositions.
STOPS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "uk": word_set("""
            що як ніж станом на про від до за під після перед через щодо унаслідок внаслідок із з зі у в по для
            також вже
            ще лише тільки тоді зараз наразі нині загалом усього понад майже близько більше більш менше не але а коли де
            який яка яке які понеділок вівторок середу середа четвер пятницю п'ятницю п'ятниця суботу субота неділю
            неділя сьогодні вчора увечері вранці вдень напередодні раніше пізніше цього цей це ця ці того той тижня
            року місяця дня ранку вечора ранок вечір при між серед без протягом упродовж через
            """),
        "ru": word_set("""
            что как чем состоянию на о об от до за под после перед через в во по из с со для также уже еще лишь
            только тогда
            сейчас всего более почти около больше меньше не но а когда где который которая которые понедельник вторник
            среду среда четверг пятницу пятница субботу суббота воскресенье сегодня вчера вечером утром днем накануне
            ранее позже этого этот это эта эти того тот недели года месяца дня утра вечера утро вечер при между среди
            без течение результате
            """),
        "en": word_set("""
            that which who whose where when while as on in at by after before since with and but or if were was are is
            has had have been be being monday tuesday wednesday thursday friday saturday sunday today yesterday so
            earlier later last week month year
            there than about over also not it he she they we i you this those these what because although
            though however meanwhile reportedly into during more
            """),
    }
)
# Prepositions that belong to names: “у справах”, “з питань”, “по делам”.
NAMED_BY = frozenset(
    {("у", "справах"), ("в", "справах"), ("з", "питань"), ("із", "питань"), ("з", "прав"), ("із", "прав"),
     ("з", "надзвичайних"), ("із", "надзвичайних"), ("з", "розслідування"), ("з", "охорони"), ("по", "делам"),
     ("по", "вопросам"), ("по", "чрезвычайным"), ("по", "правам"), ("по", "борьбе"), ("на", "чолі"), ("по", "надзору")}
)  # fmt: skip
POSSESSIVES = word_set("її його їх їхній її свій ее его их the a an their its his her our")
PRONOUNS = word_set("""
    він вона воно вони я ми ти ви хто це усі всі інші дехто багато кожен він він також сам сама
    он она оно они я мы ты вы кто это все другие многие каждый сам сама
    he she it they i we you who this that all others many everyone someone nobody report source
    """)
# Inanimate subjects of a reporting verb that stands before them.
SOURCE_NOUNS = word_set("""
    пресслужба прес-служба міністерство поліція влада служба відомство агентство штаб управління департамент комітет
    комісія прокуратура суд сайт видання газета телеканал канал портал рада уряд офіс адміністрація компанія організація
    фонд асоціація посольство слідство інститут центр університет лікарня бюро банк інспекція мерія мзс мвс моз
    снбо дснс
    пресс-служба министерство полиция власть ведомство агентство управление комитет комиссия издание правительство
    совет администрация организация ассоциация следствие институт больница инспекция мэрия мид мвд минздрав мчс цик
    """)
# Subjects that “повідомили” and “said” have without being the source of a number.
NO_CLAIMANTS = word_set("закон законом закону статтею статьей статьи рішенням concerns fears worries")
