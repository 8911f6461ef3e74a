# SPDX-License-Identifier: GPL-3.0-or-later
"""A CoNLL-U file, as the package conllu reads it.

Texts are put together from the tokens and the white space that they name; an annotation is a run
of IOB tags in NE, NE2 and so on. "differing" are the sentences whose tokens are not their "# text".
"""

import json
import re
import sys
from pathlib import Path

from conllu import parse_incr

SPACES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def plain(value):
    return re.sub(r"\\(u[0-9a-f]{4}|.)", lambda found: SPACES.get(found[1]) or chr(int(found[1][1:], 16)), value or "")


articles, text, open_, found, differing, sentences = 0, "", {}, [], [], 0


def close(layer):
    label, first, last = open_.pop(layer)
    found.append([str(articles), first, last, text[first:last], label])


with Path(sys.argv[1]).open(encoding="utf-8") as file:
    for sentence in parse_incr(file):
        sentences += 1
        if "newdoc id" in sentence.metadata:
            for layer in list(open_):
                close(layer)
            articles += 1
            text = ""
        made = "".join(
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in sentence
        )
        if made.rstrip(" ") != sentence.metadata["text"]:
            differing.append(sentence.metadata["sent_id"])
        for token in sentence:
            misc = token["misc"] or {}
            text += plain(misc.get("SpacesBefore"))
            start, end = len(text), len(text) + len(token["form"])
            text += token["form"]
            tags = {key: value for key, value in misc.items() if re.fullmatch(r"NE\d*", key)}
            for layer in list(open_):
                if not tags.get(layer, "").startswith("I-"):
                    close(layer)
            for layer, tag in tags.items():
                if tag.startswith("B-"):
                    open_[layer] = [plain(tag[2:]), start, end]
                else:
                    open_[layer][2] = end
            text += (
                plain(misc["SpacesAfter"]) if "SpacesAfter" in misc else "" if misc.get("SpaceAfter") == "No" else " "
            )
for layer in list(open_):
    close(layer)
json.dump({"articles": articles, "annotations": found, "differing": differing, "sentences": sentences}, sys.stdout)
