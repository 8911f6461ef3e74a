# SPDX-License-Identifier: GPL-3.0-or-later
"""The spans of a DocBin, or of JSON Lines, as spaCy has them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy
import srsly
from spacy.tokens import DocBin

nlp = spacy.blank("xx")


def of_docbin(path: Path) -> list[tuple[str, int, int, str, str]]:
    global articles
    found = []
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        articles += 1
        own = json.loads(doc.user_data["archivist"])
        assert [span.id_ for span in doc.spans["archivist"]] == [mark["id"] for mark in own["annotations"]]
        for span in doc.spans["archivist"]:
            # What a model would be trained with has to be the same as what the tokens say.
            assert doc.char_span(span.start_char, span.end_char).text == span.text
            found.append((own["article"], span.start_char, span.end_char, span.text, span.label_))
    return found


def of_lines(path: Path) -> list[tuple[str, int, int, str, str]]:
    global articles
    found = []
    for line in srsly.read_jsonl(path):
        articles += 1
        doc = nlp.make_doc(line["text"])
        assert doc.text == line["text"]
        for span in line["spans"]:
            start, end = span["start"], span["end"]
            found.append((line["meta"]["article"], start, end, doc.text[start:end], span["label"]))
    return found


articles = 0
given = Path(sys.argv[1])
annotations = of_docbin(given) if given.suffix == ".spacy" else of_lines(given)
print(json.dumps({"articles": articles, "annotations": annotations}))
