# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of a text, or none."""

from __future__ import annotations

import json

import pytest

from archivist.language.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Уряд подав у відставку після заворушень у місті", "uk"),
        ("Правительство ушло в отставку после беспорядков", "ru"),
        ("Мер подякував за допомогу", "uk"),
        ("Мэр поблагодарил за помощь", "ru"),
        ("Mayor thanks the rescuers after a long night", "en"),
        ("The mayor of Zelenohrad said on Friday that eighteen people were hurt.", "en"),
        ("Мер міста написав у Facebook та Instagram: «All will be well», — і подякував рятувальникам.", "uk"),
        ("ПРЕЗИДЕНТ ПІДПИСАВ НОВИЙ ЗАКОН", "uk"),
        ("Дивіться https://example.org/the/city/council/meeting/today/again наш репортаж із місця подій", "uk"),
    ],
)
def test_the_three_languages_are_told_apart(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "2022-01-08, 18:00",
        "😎💥",
        "Die Stadtverwaltung hat am Montag mitgeteilt, dass die Brücke wegen der Schäden gesperrt bleibt.",
        "Burmistrz miasta powiedział w poniedziałek, że most pozostanie zamknięty z powodu uszkodzeń.",
        "Le maire de la ville a annoncé lundi que le pont resterait fermé en raison des dégâts.",
        "El alcalde de la ciudad anunció el lunes que el puente seguirá cerrado por los daños.",
        "Primarul orașului a anunțat luni că podul va rămâne închis din cauza pagubelor.",
        "Belediye başkanı pazartesi günü köprünün hasar nedeniyle kapalı kalacağını açıkladı.",
        "Кметът на града съобщи в понеделник, че мостът ще остане затворен заради щетите.",
        "Мэр горада паведаміў у панядзелак, што мост застанецца зачыненым праз пашкоджанні.",
        "Қала әкімі дүйсенбіде көпірдің зақымдануына байланысты жабық қалатынын хабарлады.",
        "Градоначелник је у понедељак саопштио да ће мост остати затворен због штете.",
        "市长星期一宣布，由于损坏，大桥将继续关闭。",
        "أعلن رئيس البلدية يوم الاثنين أن الجسر سيبقى مغلقا",
    ],
)
def test_no_language_is_named_where_it_is_none_of_them(text):
    assert detect_language(text) == ""


def test_a_long_text_is_judged_by_its_beginning():
    assert detect_language("Рада міста ухвалила рішення про новий міст. " * 50_000) == "uk"


def test_real_posts_are_right_and_hardly_ever_unsure(cases):
    with (cases / "unlp2025-spans" / "dev.jsonl").open(encoding="utf-8") as lines:
        posts = [json.loads(line) for line in lines]
    answers = [(post["lang"], detect_language(post["text"])) for post in posts]
    right = sum(expected == found for expected, found in answers) / len(answers)
    wrong = sum(found not in ("", expected) for expected, found in answers) / len(answers)
    assert right >= 0.99
    assert wrong <= 0.003
