# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms of years, decades and centuries mean."""

from __future__ import annotations

from archivist.suggest.dates.calendar import interval, third
from archivist.suggest.dates.context import Context, Declined, Phrase, Reading
from archivist.suggest.dates.nearest import LIKELY, SURE, UNSURE

_FIRST_LIKELY_YEAR, _LAST_LIKELY_YEAR = 1700, 2100  # of a number that nothing else says is a year
_CENTURY = 100
_POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_LAST_CENTURY = 21


def read_year(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001 - every reading has both
    """“2019 року”, “у 2019-му”."""
    if phrase.word("yearabbr") == "г" and not phrase.has("stop") and phrase.after == "other":
        raise Declined  # “2019 г муки”
    return Reading(f"{phrase.get('year', 'nthyear'):04}", SURE)


def read_bare_year(phrase: Phrase, context: Context) -> Reading:
    """“in 2019”, “(2019)”: a number that may count something."""
    year = context.year_of(phrase) or 0
    if not _FIRST_LIKELY_YEAR <= year <= _LAST_LIKELY_YEAR or _is_counting(phrase):
        raise Declined
    return Reading(f"{year:04}", UNSURE)


def _is_counting(phrase: Phrase) -> bool:
    """Whether the word after a number is in the genitive plural: “2019 протестувальників”."""
    if phrase.after != "other" or phrase.last >= len(phrase.tokens.words):
        return False
    start = phrase.tokens.starts[phrase.last]
    word = phrase.tokens.words[phrase.last]
    return not phrase.tokens.text[start].isupper() and word.endswith(("ів", "їв", "ов", "ев", "их", "ых", "ей"))


def read_about_year(phrase: Phrase, context: Context) -> Reading:
    """“about 1840”: where the clause ends; “about 1500 were held” is a count. “circa” says a year."""
    reading = read_bare_year(phrase, context)
    word = phrase.tokens.words[phrase.first - (2 if phrase.before == "stop" else 1)]
    if word in {"circa", "ca", "c"}:
        return reading
    if phrase.after == "other" or phrase.before == "stop" or int(reading.edtf) % _CENTURY == 0:
        raise Declined
    return reading


def read_years(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“2019–2020”, “з 2014 по 2019 рік”, “2014-15”, “2021/22”."""
    if phrase.has("yearspan"):
        begin, _, end = phrase.word("yearspan").partition("/")
        first, last = int(begin), int(begin[: len(begin) - len(end)] + end)
    else:
        first, end_part = phrase.group("A").get("year", "nthyear") or 0, phrase.group("B")
        last = end_part.get("year", "nthyear", "day", "numeral") or 0
        if not end_part.has("year", "nthyear"):
            if len(end_part.word("day", "numeral")) != len("15"):
                raise Declined
            last += first - first % _CENTURY
    plain = not phrase.has("yearword", "yearwords", "yearabbr", "nthyear")
    if first >= last or (
        plain and (_is_counting(phrase) or not _FIRST_LIKELY_YEAR <= first < last <= _LAST_LIKELY_YEAR)
    ):
        raise Declined
    if plain and first % _CENTURY == 0 == last % _CENTURY:
        raise Declined  # “від 1500 до 2000” counts
    return Reading(f"{first:04}/{last:04}", LIKELY if plain else SURE)


def read_set_of_years(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“у 2019 та 2020 роках”."""
    years = [phrase.tokens.values[index] for index in phrase.indexes("year")]
    if sorted(set(years)) != years or _is_counting(phrase):
        raise Declined
    return Reading("{" + ",".join(f"{year:04}" for year in years) + "}", LIKELY)


def read_decade(phrase: Phrase, context: Context) -> Reading:
    """“1990-х”, “the early 90s”, “60-х років минулого століття”."""
    if phrase.after == "number" or phrase.word_before in _POSSESSIVES:
        raise Declined  # “20-х числах”, “in his 70s”
    value = phrase.get("decade", "decadeword") or 0
    bare = not phrase.has("yearwords", "yearabbr", "early", "the", "century", "centuryabbr")
    if bare and value < _CENTURY and phrase.before not in {"in", "from", "till", "since", "prep"}:
        raise Declined
    edtf = _decade(value, _century(phrase, context))
    confidence = SURE if value >= _CENTURY else LIKELY
    part = phrase.get("early")
    return Reading(third(edtf, part) if part else edtf, confidence)


def _decade(value: int, century: int | None) -> str:
    if value >= _CENTURY:
        return f"{value // 10:03}X"
    if century is None:
        century = 20 if value < 20 else 19  # noqa: PLR2004 - “00-х”, “10-х” are of this century
    return f"{century:02}{value // 10}X"


def _century(phrase: Phrase, context: Context) -> int | None:
    """The first two digits of the years of the century that is named, if one is."""
    if not phrase.has("century", "centuryabbr"):
        return None
    number = phrase.get("roman")
    if number is None and (days := phrase.days):
        number = days[0]
    if number is not None:
        return number - 1
    return context.publication_year() // _CENTURY + (phrase.get("which") or 0)


def read_decades(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“1990-х–2000-х”, “20–30-х років”."""
    last = _decade(phrase.group("B").get("decade") or 0, None)
    first_value = phrase.group("A").get("decade", "day", "numeral") or 0
    if first_value % 10 or (phrase.has("from") and not phrase.group("A").has("decade")):
        raise Declined
    first = _decade(first_value, None)
    if first >= last:
        raise Declined
    return Reading(interval(first, last), LIKELY)


def read_century(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“у XX столітті”, “the late 19th century”, “у другій половині XIX ст.”."""
    is_half = phrase.has("half")
    number = phrase.get("roman")
    if number is None:
        number = phrase.days[-1] if phrase.days else 0
    if not 1 <= number <= _LAST_CENTURY:
        raise Declined
    edtf = f"{number - 1:02}XX"
    if is_half:
        first, last = {1: ("00", "49"), 2: ("50", "99")}.get(phrase.days[0], ("", ""))
        if not first:
            raise Declined
        return Reading(f"{edtf[:2]}{first}/{edtf[:2]}{last}", LIKELY)
    part = phrase.get("early")
    return Reading(third(edtf, part) if part else edtf, LIKELY)


def read_centuries(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“XVII–XVIII століть”."""
    first, last = (phrase.group(name).get("roman", "nth", "day") or 0 for name in "AB")
    if not 1 <= first < last <= _LAST_CENTURY:
        raise Declined
    return Reading(f"{first - 1:02}XX/{last - 1:02}XX", LIKELY)
