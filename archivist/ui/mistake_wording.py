# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a query, in the language of the interface."""

from __future__ import annotations

from archivist.ui.rewording import Rewording


class MistakeWording(Rewording):
    """What the reader of queries stumbles over."""

    TEMPLATES = (
        "it is empty",
        "there is no word in it",
        "there is no word in this phrase",
        "this quotation mark is not closed",
        "this parenthesis was not opened",
        "this parenthesis is not closed",
        "more than {count} parentheses or NOTs lie inside each other",
        "it has more than {count} words",
        "something is missing at the end",
        "something is missing before “{word}”",
        "a word is missing after “{field}:”",
        "there is no field “{field}”; there are {fields}",
        "inside “span:” there may be words and {fields}, but not “{field}:”",
        "“{field}:” cannot stand among the values of “{other}:”",
        "“{field}:” takes a value without a star; one that has a star goes into quotation marks",
        "“{value}” is not one of {values}",
        "“{value}” is not a date or a range of dates, such as 2022-01 or 2022-01-05..2022-01-08",
        "a wildcard needs at least one letter or digit with it",
        (
            "a wildcard needs at least one letter or digit with it; words between two others are asked for "
            'as in “"a b"~1”'
        ),
        "“=” asks for a word as it is written, “~” for a similar one; leave out one of them",
        "a word has either wildcards or “~”",
        "“~” after a word allows 1 or {count} wrong letters: word~, word~2",
        "it has more than {count} words with wildcards or “~”",
        'after “~” a number of words is missing, as in “"a b"~5”',
        "a phrase with “~” may reach over at most {count} words",
        "“{field}:” needs parentheses right after it, as in span:(kind:figure word)",
        "“{field}:” needs a word right after it, or several in parentheses",
        "“{field}:” needs a value right after it, in quotation marks if it has spaces",
    )
