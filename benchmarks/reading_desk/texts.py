# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts that the steps are done in, written for them."""

NEWS = (
    "Вода прорвала стару греблю вночі біля млина. Загинули троє людей, повідомило міністерство внутрішніх справ. "
    "Порт закрито до ранку, кораблі стоять на рейді. Мер обіцяє допомогу кожній родині.\n\n"
    "На станцію прибули сорок рятувальників з області. Школу зачинили, дітей вивезли автобусами. "
    "Директор заводу Остап Кривенко мовчить уже третій день."
)

# Right to left, letters of several code points, symbols beyond 16 bits, and marks that stand on letters.
SCRIPTS = (
    "Репортерка з Хайфи написала: «הנמל סגור עד הבוקר» і додала прапор 🇺🇦 та родину 👩‍👩‍👧‍👦 поряд. "
    "Агенція з Каїра: «أُغلق الميناء حتى الصباح», сказав диктор. "
    "Кафе́ «Їжа́к» зачинено, пив о́каву лікар Ґе́ник 🌊🌊.\n\n"
    "הסכר נפרץ בלילה. שלושה בני אדם נהרגו, אמר המשרד. הרכבת 405 עצרה בתחנה."
)

_SENTENCE = "Рядок {number} довгого звіту каже, що насос працює, а вартовий бачить воду. "


def long_paragraph(letters: int) -> str:
    """One paragraph of so many letters, in which every sentence has its number."""
    parts, length, number = [], 0, 0
    while length < letters:
        number += 1
        parts.append(_SENTENCE.format(number=number))
        length += len(parts[-1])
    return "".join(parts)[:letters].rstrip()


def long_text(paragraphs: int) -> str:
    """Many paragraphs, each with its number and words to mark."""
    return "\n\n".join(
        f"Абзац {number}. Бригада {number} відкачала воду з підвалу, майстер {number} полагодив насос."
        for number in range(1, paragraphs + 1)
    )
