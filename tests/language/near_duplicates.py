# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of texts that are one text, and traps that are two, in three languages. All of them are made up."""

from __future__ import annotations

from archivist.model import Likeness

FIRE_UK = (
    "Пожежу на складі в Боярці ліквідували вранці 14 березня. За даними рятувальників, вогонь охопив 800 квадратних "
    "метрів, постраждали двоє працівників нічної зміни. Причину займання встановлює слідча група, директор складу "
    "від коментарів відмовився. Рух вантажівок вулицею Молодіжною відновлено о 9:30."
)
STRIKE_RU = (
    "Докеры порта Северный начали забастовку в понедельник утром. Профсоюз требует поднять ставки на 12 процентов и "
    "вернуть ночные доплаты, отменённые прошлой осенью. Управление порта сообщило, что у причалов стоят 7 судов, "
    "разгрузка 600 тонн зерна приостановлена, переговоры назначены на среду."
)
DAM_EN = (
    "Engineers lowered the gates of the Marlow dam on Tuesday after three days of heavy rain. The county said 140 "
    "households downstream had been asked to leave and that two bridges stayed closed. No one was reported missing. "
    "A second inspection of the spillway is planned once the water falls below the marked line."
)
REPORT_UK = (
    "Оперативне зведення станом на ранок {day} березня. За добу рятувальники виїжджали {calls} разів, загасили {fires} "
    "пожеж, врятували {saved} людей. Піротехніки знешкодили {shells} боєприпасів. Особовий склад працює цілодобово "
    "у звичайному режимі."
)
LEVEL_RU = "Уровень воды в реке у посёлка Заречный на {} часов составляет {} сантиметра, сообщает гидропост."

# What they are, one text, the other.
ONE_TEXT = (
    (Likeness.SAME, FIRE_UK, FIRE_UK.upper().replace("14 БЕРЕЗНЯ", "**14 БЕРЕЗНЯ**").replace(". ", ".\n\n")),
    (Likeness.SAME, STRIKE_RU, STRIKE_RU.replace("ё", "е") + " https://port.example/news?id=4"),
    (Likeness.SAME, DAM_EN, DAM_EN.replace("Marlow dam", "[Marlow dam](https://county.example/dam)")),
    (Likeness.SAME, DAM_EN, DAM_EN + "\n\n👉 [Subscribe](https://county.example/a) | @county"),
    # Another headline, a corrected word, a corrected toll
    (Likeness.NEARLY, FIRE_UK, "Під Києвом горів склад\n" + FIRE_UK),
    (Likeness.NEARLY, FIRE_UK, FIRE_UK.replace("постраждали двоє", "постраждали троє")),
    (Likeness.NEARLY, FIRE_UK, FIRE_UK.replace("постраждали двоє", "постраждали 2")),
    (Likeness.NEARLY, STRIKE_RU, STRIKE_RU.replace("7 судов", "9 судов")),
    (Likeness.NEARLY, DAM_EN, DAM_EN.replace("140 households", "165 households")),
    (Likeness.NEARLY, "Brent falls below 70 dollars on exchange", "Oil: Brent falls below 70 dollars on exchange"),
    (Likeness.NEARLY, FIRE_UK, "Під Києвом горів склад\n" + FIRE_UK.replace("двоє", "троє").replace("800", "950")),
    # A paragraph more
    (
        Likeness.CONTAINED,
        FIRE_UK,
        FIRE_UK + "\n\nЦе вже третя пожежа на складах області від початку року. Торік рятувальники оглянули пів сотні "
        "таких будівель і в кожній другій знайшли зачинені запасні виходи, каже речник управління.",
    ),
    (
        Likeness.CONTAINED,
        "City desk. " + DAM_EN,
        "Rain keeps the valley waiting\n" + DAM_EN + " Farmers along the lower road moved their cattle by truck "
        "overnight, and the school in Hollin opened its gym to families who had nowhere else to go.",
    ),
)  # fmt: skip

# Why they are two texts, the one, the other.
TWO_TEXTS = (
    (
        "two daily reports",
        REPORT_UK.format(day=4, calls=212, fires=38, saved=11, shells=64),
        REPORT_UK.format(day=5, calls=187, fires=41, saved=9, shells=70),
    ),
    (
        "the same figures on another day",
        REPORT_UK.format(day=4, calls=212, fires=38, saved=11, shells=64),
        REPORT_UK.format(day=9, calls=212, fires=38, saved=11, shells=64),
    ),
    ("another level of the river", LEVEL_RU.format(8, 412), LEVEL_RU.format(20, 431)),
    (
        "another place",
        "Воздушная тревога объявлена в Зареченском районе",
        "Воздушная тревога объявлена в Приморском районе",
    ),
    ("a rate on two days", "The dollar rose to 41.2 at noon.", "The dollar rose to 41.9 at noon."),
    (
        "a report on 03.05.2024 and one on 04.05.2024",
        "Bulletin of 03.05.2024. Nothing unusual was seen along the northern border by any of the patrols.",
        "Bulletin of 04.05.2024. Nothing unusual was seen along the northern border by any of the patrols.",
    ),
    ("a quotation in another story", DAM_EN, "“No one was reported missing,” the county said. " + STRIKE_RU),
    ("one story in a digest", FIRE_UK, "\n\n".join(("Головне за день", DAM_EN, STRIKE_RU, FIRE_UK))),
    ("two stories of one subject", FIRE_UK, "Директора складу в Боярці, який згорів у березні, затримали в Одесі."),
    (
        "figures that are spelled out",
        "Четверо рятувальників постраждали вночі під час гасіння пожежі на складі, повідомили в управлінні.",
        "Двоє рятувальників постраждали вночі під час гасіння пожежі на складі, повідомили в управлінні.",
    ),
    (
        "nothing in common but links",
        "Кадры с места\n\n[Подписаться](https://t.example/a) | [Прислать новость](https://t.example/b)",
        "Снег в столице\n\n[Подписаться](https://t.example/a) | [Прислать новость](https://t.example/b)",
    ),
    (
        "a short text that another village was put into",
        "Російські війська зайняли село Верхнє в області, повідомили в міністерстві оборони.",
        "Російські війська зайняли село Мілке в області, повідомили в міністерстві оборони.",
    ),
    ("nothing but addresses", "https://one.example/a", "https://one.example/b"),
    ("the same few words that lead elsewhere", "Read on: https://one.example/a", "Read on: https://one.example/b"),
    ("no words at all", "— …", "— …"),
)  # fmt: skip
