# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of single things when annotated work was taken in, in the language of the interface."""

from __future__ import annotations

from archivist.ui.notes.note_templates import NoteTemplates


class MergeNotes(NoteTemplates):
    """What became of single things when annotated work was taken in."""

    TEMPLATES = (
        "is here under another id",
        "is here under another id, {id}",
        "differs in {fields}; ours is kept",
        "differs in {fields}; ours is kept, and {why}",
        "stays a part of what it was",
        "was taken, but for its place, which is not found",
        "was deleted during the import, and came back",
        "is not linked, as “{name}” is of kind {kind} here",
        "is not linked, as there is no record “{name}” in the file",
        "has the name “{name}” here, because another tag has its own",
        "has no key here, because “{key}” belongs to another tag",
        "has no key here, because “{key}” is none or belongs to another tag",
        "has a colour of its kind here, because “{colour}” is none",
        "is what the label “{label}” means",
        "has no “{name}” here, as “{value}” is no date",
        "is a part of nothing here: {why}",
        "joins what has become one record here",
        "was left out: {why}; annotations left out with it: {number}",
        "was left out: {why}",
        "was left out: its end “{key}” was not taken in",
        "was left out: there is no kind “{name}”",
        "no record “{key}” is in the file",
        "what follows was not read: {why}",
        "left out, as their document was",
        "with the label “{label}”: left out, as decided",
        "without a label: left out, as decided",
        "its text is empty",
        "its text is not in the file, and no article here has its id, address or title",
        "its text is not in the file, and {number} articles here have its address or title",
        "its only annotation was not taken in",
        "none of its {number} annotations was taken in",
        "no annotations were found in it: its text is not marked",
        "no annotations were found in it: its {number} texts are not marked",
        "no annotations were found in it: it only defines tags",
        "no annotations were found in it: it only holds records",
        "no annotations were found in it: it only defines tags and holds records",
        "no annotations were found in it: nothing that is in it could be read",
        "no annotations were found in it: nothing in it is of the format {name}",
        "is for review: {why}",
        "is for review: its words are not in the text here, or more than once",
        "is for review: its words are not in the text at its place, and not at one other place alone",
        "is for review: the article has another text here, where its words are not, or more than once",
        "is for review: the file has neither its words nor the text that it counts in",
        "is for review: what the offsets of its document count is not certain",
        "its offsets count {unit}, as {some} of {all} quotes show",
        "was found where its offsets count {unit}",
        "was moved to its words, from {start} to {end}",
        "was moved to its words, as {why}",
        "{why}, and the file does not repeat its words",
        "it has no offsets",
        "its offsets {start} to {end} are reversed",
        "its offsets {start} to {end} mark nothing",
        "its offsets {start} to {end} are outside the text, which has {length}",
        "its offsets {start} to {end} cut a character",
        "its offsets {start} to {end} are at other words",
        "its offsets {start} to {end} mark what is no text",
        "code points",
        "UTF-16 units",
        "bytes of UTF-8",
        "{unit} from 1",
        "{unit} from 1 with the end included",
        "{unit} with the end included",
        "{unit} with line ends as one",
        "{unit} with line ends as two",
        "{unit} without the mark at the beginning of the file",
        "{unit} of the text as it is kept here",
        "keeps its “{name}” as “{other}”: {why}",
        "keeps its numbers under other names: {why}",
        "keeps its {names} in the note",
        (
            "{number} annotations come after characters such as emoji, and the file does not say whether its "
            "places count these as one or as two; they were taken to count them as one"
        ),
        (
            "{number} annotations come after characters such as emoji, and the file does not say whether its "
            "places count these as one or as two; they were taken to count them as two, as words show"
        ),
    )
