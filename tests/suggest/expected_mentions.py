# SPDX-License-Identifier: GPL-3.0-or-later
"""The actors of the seed article, and in which words it mentions each, with how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

ACTORS = {
    "tokayev": ["Касим-Жомарт Токаєв", "Kassym-Jomart Tokayev"],
    "putin": ["Володимир Путін"],
    "lukashenko": ["Олександр Лукашенко"],
    "pashinyan": ["Нікол Пашинян"],
    "nazarbayev": ["Нурсултан Назарбаєв"],
    "zas": ["Станіслав Зась"],
    "csto": ["Організація Договору про колективну безпеку", "ОДКБ"],
    "csto council": ["Рада колективної безпеки ОДКБ", "Рада колективної безпеки"],
    "security council": ["Рада безпеки Казахстану"],
    "interior ministry": ["МВС Казахстану"],
    "health ministry": ["МОЗ Казахстану"],
    "kremlin": ["Кремль"],
    "kazakhstan": ["Казахстан"],
    "russia": ["Росія"],
    "belarus": ["Білорусь"],
    "armenia": ["Вірменія"],
    "kyrgyzstan": ["Киргизстан"],
    "tajikistan": ["Таджикистан"],
    "almaty": ["Алмати"],
    "zhanaozen": ["Жанаозен"],
    "nur-sultan": ["Нур-Султан"],
    "uralsk": ["Уральськ"],
    "atyrau": ["Атирау"],
    "aktobe": ["Актобе"],
    "mangystau": ["Мангістауська область"],
}

MENTIONS: dict[tuple[str, str], int] = {
    ("Путін", "putin"): 1, ("Токаєвим", "tokayev"): 1, ("Лукашенком", "lukashenko"): 1,
    ("Пашиняном", "pashinyan"): 1, ("Казахстані", "kazakhstan"): 6, ("ОДКБ", "csto"): 5, ("Росії", "russia"): 1,
    ("Володимир Путін", "putin"): 1, ("Казахстану", "kazakhstan"): 7, ("Касим-Жомартом Токаєвим", "tokayev"): 2,
    ("Кремля", "kremlin"): 2, ("Токаєв", "tokayev"): 5,
    ("Організації Договору про колективну безпеку", "csto"): 2, ("Путіну", "putin"): 1,
    ("Ради колективної безпеки", "csto council"): 1, ("Вірменії", "armenia"): 2,
    ("Олександром Лукашенком", "lukashenko"): 1, ("Білорусі", "belarus"): 1, ("Ніколом Пашиняном", "pashinyan"): 1,
    ("Ради колективної безпеки ОДКБ", "csto council"): 1, ("ради колективної безпеки ОДКБ", "csto council"): 1,
    ("Пашинян", "pashinyan"): 1, ("Жанаозена", "zhanaozen"): 1, ("Мангістауській області", "mangystau"): 1,
    ("Уральську", "uralsk"): 1, ("Атирау", "atyrau"): 1, ("Актобе", "aktobe"): 1, ("Алмати", "almaty"): 3,
    ("Нур-Султані", "nur-sultan"): 1, ("Нурсултана Назарбаєва", "nazarbayev"): 1,
    ("Ради безпеки Казахстану", "security council"): 1, ("Вірменія", "armenia"): 1, ("Білорусь", "belarus"): 1,
    ("Киргизстан", "kyrgyzstan"): 1, ("Росія", "russia"): 1, ("Таджикистан", "tajikistan"): 1,
    ("Станіслав Зась", "zas"): 1, ("МВС Казахстану", "interior ministry"): 2, ("МОЗ Казахстану", "health ministry"): 1,
}  # fmt: skip


def missed(found: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """What was not found as often as it is there: (quote, record) and how many are lacking."""
    return dict(Counter(MENTIONS) - Counter(found))
