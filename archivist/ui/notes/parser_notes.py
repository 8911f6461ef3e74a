# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python's reader of JSON, libxml2 and SQLite say of a file, in the language of the interface.

These are the sentences of others, of which libxml2 alone has hundreds: those that a damaged or
truncated file brings forth are known here, and what is not known stays as it is.
"""

from __future__ import annotations

from archivist.ui.notes.note_templates import NoteTemplates


class ParserNotes(NoteTemplates):
    """What parsers say that are not ours."""

    TEMPLATES = (
        "{error}: line {line} column {column} (char {number})",
        "{error}, column {number}",
        "{error}, line {line}, column {column}",
        "{error}, line {line}, column {column} (<string>, line {number})",
        "Expecting value",
        "Expecting ',' delimiter",
        "Expecting ':' delimiter",
        "Expecting property name enclosed in double quotes",
        "Unterminated string starting at",
        "Invalid control character at",
        "Invalid \\escape",
        "Invalid \\uXXXX escape",
        "Extra data",
        "Document is empty",
        "Start tag expected, '<' not found",
        "StartTag: invalid element name",
        "Extra content at the end of the document",
        "Opening and ending tag mismatch: {name} line {line} and {other}",
        "Premature end of data in tag {name} line {line}",
        "Couldn't find end of Start Tag {name} line {line}",
        "expected '>'",
        "attributes construct error",
        "error parsing attribute name",
        "Attribute {name} redefined",
        "Specification mandates value for attribute {name}",
        "Namespace prefix {name} on {other} is not defined",
        "Namespace prefix {name} for {attribute} on {other} is not defined",
        "Entity '{name}' not defined",
        "Invalid character: Char {value} out of allowed range",
        "PCDATA invalid Char value {value}",
        "database disk image is malformed",
        "file is not a database",
    )
