# SPDX-License-Identifier: GPL-3.0-or-later
"""What a value is of that cannot be, and what it might be instead, in the language of the interface."""

from __future__ import annotations

from archivist.ui.rewording import Rewording


class ValueWording(Rewording):
    """Names of fields and of what has a name, and what is possible in a field."""

    TEMPLATES = (
        "{kind}",
        "tag",
        "collection",
        "saved search",
        # What it is a value of
        "address of a passage",
        "annotation for review",
        "annotator",
        "approximation",
        "books",
        "candidate",
        "colour",
        "encoding",
        "end of a redaction",
        "facet",
        "field",
        "field of a tag",
        "field of an article",
        "field of a record of kind {kind}",
        "format",
        "kind",
        "kind of a record",
        "language",
        "name of a collection",
        "name of a profile",
        "name of a record",
        "name of a report",
        "name of a saved search",
        "name of a tag",
        "name of an attribute",
        "name of an export",
        "order",
        "pair of articles",
        "parent",
        "passage of {name}",
        "place for what is rescued",
        "place of an annotation for review",
        "range",
        "role",
        "scheme of an external id",
        "set of annotators",
        "set of attributes",
        "shortcut",
        "tag to merge with",
        "text of an article",
        "time of a role",
        "type of a relation",
        "type of an actor",
        # What is possible
        "a beginning that is not after the end",
        "a code such as uk, ru, en",
        "a folder outside of the damaged archive",
        "a low that is not above the high",
        "a name that ends in .json, .csv or .txt",
        "a number such as 18 or 2.5",
        "a start and an end in the text",
        "a tag that is not below it",
        "a text with words in it",
        "a title, an organisation or both",
        "a value, or a low and a high",
        "a word",
        "a word such as wikidata",
        "another tag of the kind {kind}",
        "nothing; an embargo can end, a redaction is lifted",
        "one letter or digit, or two",
        "one line of text",
        "text, numbers and lists of them",
        "those that are linked to it",
        "two different ones",
        "two or more names",
        "two or more of those who marked something: {names}",
        "{types}, or a word of your own",
        "{figure} or {other_figure}",
        "a folder",
        "a folder or a name that ends in {endings}",
        "a name that ends in {endings}",
    )

    def _word(self, name: str, value: str) -> str:
        return ", ".join(value.split(" or ")) if name == "endings" else super()._word(name, value)
