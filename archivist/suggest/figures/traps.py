# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that report no quantity: ordinals, references, names, scores, phones, formulas, and those that say when."""

from __future__ import annotations

from collections.abc import Callable

from archivist.suggest.figures import traps_of_time
from archivist.suggest.figures.candidates import Candidate
from archivist.suggest.figures.claimant_words import SOURCES, STOPS
from archivist.suggest.figures.people_words import outcome_of
from archivist.suggest.figures.tokens import DASHES, Reader, Sort
from archivist.suggest.figures.trap_words import (
    ADJECTIVE_BEGINNINGS,
    ENDINGS,
    GROUPS_OF_STATES,
    LONGEST_LIST,
    REFERENCES,
    SCORES,
    STREETS,
    STREETS_BEFORE,
    SURE_REFERENCES,
)
from archivist.suggest.figures.unit_words import MONEY_CODES
from archivist.suggest.figures.units import unit_at

_GLUE_BEFORE = frozenset("_@#№:/\\&*=×.")
_GLUE_AFTER = frozenset("_@:/\\=×^*")
_KEYCAPS = frozenset("\ufe0f\u20e3")
_BRACKET_WITHIN = 25  # tokens
_SHORTEST_COUNTRY_CODE = 2
_LONGEST_ABBREVIATION = 5
_SMALL = 100  # the numbers of a list are less


def is_no_figure(number: Candidate) -> bool:
    """Whether the number names, orders or dates."""
    if number.amount.ordinal:
        return True
    measured = number.unit is not None or number.amount.magnitude > 1
    return any(trap(number) for trap in _ALWAYS) or (not measured and any(trap(number) for trap in _WITHOUT_UNIT))


def _is_glued(number: Candidate) -> bool:
    """Part of something longer: a link, an address, a code, a path, a time of day, a score, a version."""
    reader, start, end = number.reader, number.start, number.end
    before = reader.at(start - 1)
    glued = before.sort is Sort.WORD or number.before in _GLUE_BEFORE
    if glued and reader.touches(start) and before.text not in MONEY_CODES and not _is_emphasised(reader, start):
        return True
    if not reader.touches(end):
        return False
    if number.after in _KEYCAPS:
        return True
    if number.after in DASHES and not number.unit and reader.touches(end + 1):
        return reader.at(end + 1).sort is Sort.WORD  # a 46-year record
    if number.after in _GLUE_AFTER and reader.touches(end + 1):
        return number.after not in "/*" or reader.at(end + 1).sort is Sort.NUMBER
    return reader.at(end).sort is Sort.WORD and unit_at(reader, end) is None


def _is_emphasised(reader: Reader, index: int) -> bool:
    """Whether asterisks before a token are marks of bold type: “**5 people**”, but not “2*5”."""
    first = index
    while reader.form(first - 1) == "*" and reader.touches(first):
        first -= 1
    joined = reader.touches(first) and reader.at(first - 1).sort in (Sort.WORD, Sort.NUMBER)
    return first < index and not joined


def _is_phone(number: Candidate) -> bool:
    """Three numbers or more that hyphens join, or a plus before a long one."""
    if number.amount.in_words:
        return False
    reader, start = number.reader, number.start
    text = reader.at(start).text
    if number.before == "+" and len(text) > _SHORTEST_COUNTRY_CODE and text.isdigit() and reader.touches(start):
        return True
    joined = [_are_joined(reader, place) for place in range(start - 4, start + 3, 2)]
    return any(joined[place] and joined[place + 1] for place in range(3))


def _are_joined(reader: Reader, index: int) -> bool:
    """Whether a hyphen joins the number of this token and a next one."""
    return (
        reader.at(index).sort is Sort.NUMBER
        and reader.form(index + 1) in DASHES
        and reader.at(index + 2).sort is Sort.NUMBER
        and reader.touches(index + 1)
        and reader.touches(index + 2)
    )


def _is_score(number: Candidate) -> bool:
    """“з рахунком 2”, “3–0”."""
    if number.unit is not None or number.amount.in_words:
        return False
    reader, start = number.reader, number.start
    if not number.counts and any(reader.form(place) in SCORES for place in range(start - 1, start - 4, -1)):
        return True
    return _falls(reader, start) or _falls(reader, start - 2)


def _falls(reader: Reader, index: int) -> bool:
    """Whether two joined numbers go down or stay: no range."""
    if not _are_joined(reader, index):
        return False
    first, second = reader.at(index).text, reader.at(index + 2).text
    return first.isdigit() and second.isdigit() and int(first[:15]) >= int(second[:15])


def _is_rate(number: Candidate) -> bool:
    """“per million units”: by what is counted, and not how much of it."""
    return number.before == "per"


def _is_one_in(number: Candidate) -> bool:
    """“One in four children”: a share, of which the second number is but a part."""
    reader, start = number.reader, number.start
    return number.before == "in" and reader.form(start - 2) in ("one", "1") and reader.on_one_line(start)


def _is_rating(number: Candidate) -> bool:
    """“(18+)”: for whom something is."""
    end = number.end
    return number.before == "(" and number.after == "+" and number.reader.form(end + 1) == ")"


def _is_claimant(number: Candidate) -> bool:
    """“По данным 112”, “источник 112”: the name of an outlet."""
    reader, start = number.reader, number.start
    if number.counts or number.amount.in_words:
        return False
    sources = SOURCES[reader.language]
    return any(
        tuple(reader.form(place) for place in range(start - length, start)) in sources for length in (1, 2, 3)
    ) or number.before in ("источник", "джерело")


def _is_version(number: Candidate) -> bool:
    """“2.0”: no one counts in tenths of nothing."""
    written = number.reader.at(number.start).text
    return not number.amount.in_words and not number.counts and written.endswith(".0")


def _is_list_number(number: Candidate) -> bool:
    """“1. Перше”, “2) друге”, “(3)”, a line of its own."""
    reader, start, end = number.reader, number.start, number.end
    if number.amount.in_words or end != start + 1:
        return False
    begins = reader.begins_line(start)
    if begins and (reader.begins_line(end) or (end == len(reader) and start)):
        return True
    if number.after == "." and number.amount.low < _SMALL and reader.at(end + 1).text[:1].isupper():
        return begins or number.before in (".", ":", ";", "!", "?")
    if number.after == ")":
        return number.before == "(" or not _has_open_bracket(reader, start)
    return begins and number.after == "." and reader.touches(end)


def _has_open_bracket(reader: Reader, index: int) -> bool:
    for place in range(index - 1, max(index - _BRACKET_WITHIN, -1), -1):
        if reader.form(place) in ("(", ")"):
            return reader.form(place) == "("
    return False


def _is_reference(number: Candidate) -> bool:
    """“ст. 286”, “№ 5”, “Article 5”, “вул. Садова, 15”, also further numbers of a list."""
    reader, start = number.reader, number.start
    place = start - 1
    for _ in range(LONGEST_LIST):
        listed = place < start - 1 and reader.at(place).sort is Sort.NUMBER
        if not listed and reader.form(place) not in (",", "та", "і", "и", "and", "-", "–", "—", "."):
            break
        place -= 1
    form = reader.form(place)
    if len(form) == 1 and form.isalpha() and reader.form(place + 1) != ".":
        form = ""  # “с 5” is a preposition, “с. 5” a page
    # “Частини 2 статті 5” counts no articles, nor does “Chapter 11 proceedings” count those.
    counts = number.counts and number.after not in REFERENCES | SURE_REFERENCES
    counts = counts and (reader.language != "en" or place < start - 1 or number.amount.in_words)
    if reader.on_one_line(place + 1) and (form in SURE_REFERENCES or (form in REFERENCES and not counts)):
        return not _sentence_ends(reader, place, start)
    before = reader.at(start - 1)
    streets = range(start - 1, start - 1 - STREETS_BEFORE, -1)
    return (before.form == "," or before.text[:1].isupper() or before.form in STREETS) and any(
        reader.form(where) in STREETS for where in streets
    )


def _sentence_ends(reader: Reader, place: int, start: int) -> bool:
    """Whether the full stop after a word ends a sentence and not an abbreviation."""
    return len(reader.form(place)) > _LONGEST_ABBREVIATION and any(
        reader.form(each) == "." for each in range(place + 1, start)
    )


def _is_name(number: Candidate) -> bool:
    """“Apollo 11”, “Канал 24”: a number that counts nothing after a capitalised word; “Группа двадцати”."""
    reader, start = number.reader, number.start
    before = reader.at(start - 1)
    if before.form in GROUPS_OF_STATES and not number.counts and number.amount.in_words:
        return True
    if number.counts or number.amount.in_words or before.sort is not Sort.WORD or not reader.on_one_line(start):
        return False
    if reader.language != "en" and before.text.isascii():
        return True
    if not before.text[:1].isupper():
        return any(letter.isupper() for letter in before.text)  # iPhone 15
    if reader.begins_line(start - 1):
        # “Apollo 13” and “Killed 13” begin alike.
        return reader.language == "en" and not outcome_of(before.form, "en") and before.form not in STOPS["en"]
    return reader.form(start - 2) not in (".", "!", "?", "…", "—", "–", ":", "«", "“", '"')


def _is_heading(number: Candidate) -> bool:
    """“3  Про місто”: a number that counts nothing, at the beginning of a line, before a capital."""
    if number.counts or number.amount.in_words or not number.reader.begins_line(number.start):
        return False
    return number.reader.at(number.end).text[:1].isupper()


def _is_of_formula(number: Candidate) -> bool:
    """“52 / 1”, “10 : 25”, “n = 3”, “«24»”: numbers that signs join or enclose, also with spaces about them."""
    reader = number.reader
    if number.before in ("«", "“", "„", '"') and number.after in ("»", "”", "“", '"'):
        return True
    if number.before in ("=", "×", "+") or (number.after == "+" and reader.at(number.end + 1).sort is Sort.NUMBER):
        return True
    for sign, other in ((number.end, number.end + 1), (number.start - 1, number.start - 2)):
        if reader.form(sign) in ("/", ":", "=") and reader.at(other).sort is Sort.NUMBER:
            return reader.form(sign) != ":" or reader.touches(sign) == reader.touches(sign + 1)
    return False


def _is_declined(number: Candidate) -> bool:
    """“20-30 - х”, “25-26 - річного”: an ending that stands apart."""
    form = number.reader.form(number.end + 1)
    return number.after in DASHES and (form in ENDINGS or form.startswith(ADJECTIVE_BEGINNINGS))


def _is_model(number: Candidate) -> bool:
    """A hyphen before that joins it to something else: “Су‑ 25”, “«Сапсан»-2”."""
    reader, start = number.reader, number.start
    return reader.touches(start) and number.before in DASHES and reader.touches(start - 1)


_ALWAYS: tuple[Callable[[Candidate], bool], ...] = (
    _is_glued,
    _is_phone,
    _is_score,
    _is_list_number,
    _is_rate,
    _is_one_in,
    traps_of_time.is_day_of_month,
    traps_of_time.is_year,
    traps_of_time.is_age,
    traps_of_time.is_relative_time,
    traps_of_time.is_time_of_day,
    traps_of_time.is_part_of_time,
)
_WITHOUT_UNIT: tuple[Callable[[Candidate], bool], ...] = (
    _is_reference,
    _is_name,
    _is_heading,
    _is_of_formula,
    _is_declined,
    _is_model,
    _is_claimant,
    _is_rating,
    _is_version,
    traps_of_time.is_bare_year,
    traps_of_time.is_day_in_digits,
)
