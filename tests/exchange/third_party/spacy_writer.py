# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a DocBin of random documents with spaCy, and prints what is in each as spaCy says."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

WORDS = ["Уряд", "ORG", "18", "людей", "👩‍👩‍👧", "nsubj", "Ка́ва", "مرحبا", "x", "\n", " ", ",", "\u00a0", "PERSON", "_"]
LABELS = ["PERSON", "подія", "ORG", "x y"]
chance = random.Random(int(sys.argv[2]))
nlp = spacy.blank("uk")
stores_user_data = chance.random() < 0.5


def document() -> Doc:
    words = chance.choices(WORDS, k=chance.randint(1, 30))
    spaces = None if chance.random() < 0.2 else [chance.random() < 0.6 for _ in words]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    at, entities = 0, []
    while (at := at + chance.randint(0, 4)) < len(doc):
        end = min(len(doc), at + chance.randint(1, 3))
        entities.append(Span(doc, at, end, chance.choice(LABELS), kb_id=chance.choice(["", "Q42"])))
        at = end
    doc.set_ents(entities, default=chance.choice(["outside", "missing"]))
    for name in chance.sample(["sc", "інше"], chance.randint(0, 2)):
        starts = [chance.randrange(len(doc)) for _ in range(chance.randint(0, 5))]
        doc.spans[name] = [
            Span(
                doc,
                start,
                chance.randint(start + 1, len(doc)),
                chance.choice(LABELS),
                span_id=chance.choice(["", "s1"]),
            )
            for start in starts
        ]
    if chance.random() < 0.3:
        doc.cats = {"важливе": 1.0}
    if chance.random() < 0.3:
        doc[0].pos_ = "NOUN"
    if stores_user_data and chance.random() < 0.5:
        doc.user_data["своє"] = {"список": [1, "два"]}
    return doc


def told(doc: Doc) -> dict[str, object]:
    spans = [("", span) for span in doc.ents] + [(name, span) for name, spans in doc.spans.items() for span in spans]
    return {
        "text": doc.text,
        "cats": list(doc.cats),
        "user_data": list(doc.user_data),
        "spans": [
            [span.start_char, span.end_char, span.text, span.label_, name, span.kb_id_, span.id_]
            for name, span in spans
        ],
    }


docs = [document() for _ in range(200)]
DocBin(docs=docs, store_user_data=stores_user_data).to_disk(Path(sys.argv[1]))
print(json.dumps([told(doc) for doc in docs]))
