# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of our CAS files as dkpro-cassis reads them."""

import json
import sys
from bisect import bisect_right
from pathlib import Path

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

SPAN = "webanno.custom.ArchivistSpan"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."


def check_segments(cas, path: Path) -> None:
    """Every token is in a sentence, and none is empty or white space."""
    tokens = cas.select(f"{DKPRO}segmentation.type.Token")
    sentences = cas.select(f"{DKPRO}segmentation.type.Sentence")
    starts = [sentence.begin for sentence in sentences]
    for token in tokens:
        sentence = sentences[bisect_right(starts, token.begin) - 1]
        assert sentence.begin <= token.begin < token.end <= sentence.end, (path, token)
        assert not token.get_covered_text().isspace(), (path, token)


def main(folder: Path) -> None:
    types = load_typesystem((folder / "TypeSystem.xml").read_bytes().decode())
    seen = []
    files = sorted(path for path in folder.iterdir() if path.name != "TypeSystem.xml")
    for path in files:
        with path.open("rb") as file:
            if path.suffix == ".xmi":
                cas = load_cas_from_xmi(file, typesystem=types)
            else:  # each has its types in it; to merge them takes long, so only those of the first are
                cas = load_cas_from_json(file, typesystem=types, merge_typesystem=path == files[0])
        [meta] = cas.select(f"{DKPRO}metadata.type.DocumentMetaData")
        seen += [
            [meta.documentId, span.begin, span.end, span.get_covered_text(), span.tag] for span in cas.select(SPAN)
        ]
        check_segments(cas, path)
    sys.stdout.write(json.dumps({"articles": len(files), "annotations": seen}))


main(Path(sys.argv[1]))
