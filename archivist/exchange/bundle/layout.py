# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything is in a bundle, and what a reader of later days has to know of it."""

from __future__ import annotations

FORMAT = "archivist-bundle"
VERSION = 2
WITHOUT_RECORDS = 1  # the version before records: a file of that name is none of ours

BUNDLE = "data/bundle.json"
README = "data/README.txt"
ARTICLES = "data/articles.jsonl"
ANNOTATIONS = "data/annotations.jsonld"
CODEBOOK = "data/codebook.json"
RECORDS = "data/records.json"
HISTORY = "data/history.jsonl"
PREMIS = "data/premis.xml"  # this and the next are for others, and not read
DUBLIN_CORE = "data/dublin-core.xml"
TABLES = "data/tables"
TEXTS = "data/articles"
ORIGINALS = "data/originals"


def text_file(article: str) -> str:
    """The text of an article (id)."""
    return f"{TEXTS}/{article}.txt"


def original_file(sha256: str) -> str:
    """An original."""
    return f"{ORIGINALS}/{sha256}"


README_TEXT = """\
ANNOTATED PRESS COVERAGE

This folder holds articles of press coverage, the files from which their texts were taken, and what
somebody marked in those texts: events, actors, figures, and who or what they are. It needs no
particular program: everything in it is plain text in UTF-8, but for the originals. A program named
Archivist wrote it and reads it.

THE PACKAGE
It is a "bag" as in RFC 8493 (BagIt 1.0). The files manifest-sha256.txt and manifest-sha512.txt, one
folder up, list the checksum of every file below data/. If they agree, nothing was lost or changed.

THE FILES BELOW data/
bundle.json          The version of this arrangement. It is version 2; version 1 had no records.json.
articles/ID.txt      The text of each article, exactly as it was read and marked: UTF-8, lines end
                     with LF, no byte order mark. ID is the article's UUID.
originals/           The files that were imported, byte for byte. Each is named by its SHA-256; its
                     media type is in articles.jsonl.
articles.jsonl       One JSON object a line for each article: title, outlet, dates (EDTF, that is
                     ISO 8601-2), language, collections; "revision" is its text; "original" the file
                     from which it came ("part" tells several articles of one file apart);
                     "provenance" how the text was made from the file; "warnings" what was unsure.
                     If there is a "restriction", the article is under "embargo", until the end of the
                     day "until" if that is given, or "redacted": do not hand it on or publish it.
annotations.jsonld   All annotations as one W3C Web Annotation collection (JSON-LD).
codebook.json        The tags: name, kind (event, actor, figure, date), colour, key, parent, description.
records.json         The records, that is what annotations speak of, across articles: "records" holds
                     actors, events and figures, "relations" how these and annotations are related.
history.jsonl        Who changed what and when, one JSON object a line, oldest first: "what" was
                     changed (an article, an annotation, a record, a relation, ...), before and after
                     each change. It is a record for readers; importing the bundle elsewhere does not
                     repeat it.
premis.xml           The originals and texts with their checksums, and what happened to them in the
                     archive that they come from, as PREMIS 3.0 has it (preservation metadata).
dublin-core.xml      The articles once more as a catalogue has them: a Dublin Core record for each,
                     as in OAI-PMH. Where these two files disagree with the others, the others are
                     right: a character that XML cannot hold is U+FFFD here.
tables/              The same articles, annotations, tags, records and relations as CSV tables for
                     spreadsheets and statistics, described by datapackage.json (Frictionless Data);
                     claims.csv has the annotations of figures once more: how many, of whom, as whose
                     number, as of when. Where the tables and the other files disagree, the other
                     files are right.

POSITIONS
An annotation marks the characters from "start" up to, but not including, "end". Both are counted
from 0 in Unicode code points of articles/ID.txt: not in bytes, and not in the 16-bit units that
some programs count (an emoji is one code point, and two such units). "exact" repeats the marked
words, "prefix" and "suffix" what stands before and after, so that a place can always be proved.

AN ANNOTATION IN annotations.jsonld
id                   urn:uuid: and the UUID of the annotation
creator, created, modified
                     who made it, when, and when it was last changed
body                 purpose "tagging": the name of the tag; "classifying": urn:uuid: and its id in
                     codebook.json; "identifying": urn:uuid: and the id of the record that the words
                     speak of, in records.json; "commenting": a note; "describing": attributes, as a
                     JSON text; "assessing" with the value "review": the marked words were not found
                     at their place, and somebody has still to look
target               source: urn:uuid: and the id of the article; state: urn:uuid: and the id of its
                     text, which is "revision" in articles.jsonl; selector: the position and the words

THE RECORDS IN records.json
If the bundle holds all articles of an archive, it holds all its records and relations too. If it
holds some, there are the records that their annotations are linked or related to, with all that
these are a part of and that their relations point at; and the relations whose two ends are here.
kind                 actor, event or figure; fields that a kind does not use are empty
name, aliases        what it is called, and what else; "language" is an ISO 639-1 code
type                 of an actor: person, organisation, state body, group or place; of an event: any
roles                what an actor is or was: title, organisation, from when until when (EDTF)
external_ids         under which id others know it, e.g. "wikidata": "Q42"
date, place          of an event (EDTF)
parent               of an event: the id of the one that it is a part of, which stands before it
counted, of_whom, unit
                     of a figure: what is counted, of what people or things, in which unit; the
                     numbers themselves are in the annotations that are linked to it
source, target       the two ends of a relation: "type" is record or annotation, "id" its id

ATTRIBUTES OF A FIGURE
value, or low and high   the number, or the range
approximation            exact, about, at_least, more_than, almost or up_to
unit, counted            the unit; what is counted
claimant, as_of          whose number it is; the day of which it speaks (EDTF)

THE TABLES
In the CSV files a text that begins with = + - @ ' a tab or a line end has one apostrophe put in
front of it, so that no spreadsheet runs it as a formula. Take one apostrophe off each text that
begins with one, and you have it back.
"""
