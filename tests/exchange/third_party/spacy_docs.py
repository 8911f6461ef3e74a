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
Found = list[list[object]]  # of a document: name of the article, start, end, words, label


def of_docbin(path: Path) -> list[Found]:
    documents = []
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        own = json.loads(doc.user_data["archivist"])
        spans = doc.spans["archivist"]
        assert [span.id_ for span in spans] == [mark["id"] for mark in own["annotations"]]
        # What a model would be trained with has to be the same as what the tokens say.
        assert all(doc.char_span(span.start_char, span.end_char).text == span.text for span in spans)
        documents.append([[own["article"], span.start_char, span.end_char, span.text, span.label_] for span in spans])
    return documents


def of_lines(path: Path) -> list[Found]:
    documents = []
    for line in srsly.read_jsonl(path):
        doc = nlp.make_doc(line["text"])
        assert doc.text == line["text"]
        documents.append(
            [
                [
                    line["meta"]["article"],
                    span["start"],
                    span["end"],
                    doc.text[span["start"] : span["end"]],
                    span["label"],
                ]
                for span in line["spans"]
            ]
        )
    return documents


given = Path(sys.argv[1])
documents = of_docbin(given) if given.suffix == ".spacy" else of_lines(given)
print(json.dumps({"articles": len(documents), "annotations": [mark for found in documents for mark in found]}))
