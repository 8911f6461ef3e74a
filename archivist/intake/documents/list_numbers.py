# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as lists show them: 3, c, iii, в."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LARGEST = 1000


def written(number: int, form: str) -> str:
    """A number in a form that is named as in DOCX: decimal, decimalZero, lowerRoman, upperLetter, russianLower, none.

    Other forms, and numbers that letters are not used for, are written in digits.
    """
    if form == "none":
        return ""
    if not 0 < number < _LARGEST:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        text = _roman(number)
    elif form in ("lowerLetter", "upperLetter"):
        text = _lettered(number, _LATIN)
    elif form in ("russianLower", "russianUpper"):
        text = _lettered(number, _RUSSIAN)
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") or form.endswith("Upper") else text


def _lettered(number: int, letters: str) -> str:
    return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        count, number = divmod(number, amount)
        text += letters * count
    return text
